//! Choosing a file: a folder's entries found by typing, its parent, or a path that is typed or pasted whole.

use std::path::PathBuf;

use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::show;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::FolderEntry;
use crate::tui::app::FolderListing;
use crate::tui::app::Tone;
use crate::tui::keys::Key;
use crate::tui::screens::import::Forced;
use crate::tui::screens::import::ImportWork;
use crate::tui::screens::import::ask;
use crate::tui::screens::import::leave;
use crate::tui::widgets::picker::Item;
use crate::tui::widgets::picker::Picker;

/// What a file of rows is usually called.
const ENDINGS: [&str; 3] = ["csv", "tsv", "txt"];
/// The folder above.
const PARENT: &str = "..";

/// A folder and what is typed to find a file in it.
#[derive(Clone, Debug)]
pub struct Files {
    pub listing: Option<FolderListing>,
    pub picker: Picker,
    /// What the picker's items stand for: indexes of the listing's entries, none for the folder above.
    order: Vec<Option<usize>>,
}

impl Default for Files {
    fn default() -> Files {
        Files { listing: None, picker: Picker::new(Vec::new(), false), order: Vec::new() }
    }
}

impl Files {
    /// Shows a folder: the folder above, files of rows, folders, and other files, which are greyed.
    pub(super) fn show(&mut self, listing: FolderListing, lang: Lang) {
        let same = self.listing.as_ref().is_some_and(|old| old.path == listing.path);
        let mut order: Vec<usize> = (0..listing.entries.len()).collect();
        order.sort_by_key(|index| rank(&listing.entries[*index]));
        self.order = listing.path.parent().map(|_| None).into_iter().chain(order.into_iter().map(Some)).collect();
        let items = self.order.iter().map(|entry| match entry {
            None => Item::new(format!("{PARENT}/"), lang.say(&msg!("tui-import-parent"))),
            Some(index) => item(&listing.entries[*index], lang),
        });
        let items = items.collect();
        if same {
            self.picker.set_items(items);
        } else {
            self.picker = Picker::new(items, false);
            // The first file, not the way out.
            if self.order.len() > 1 && self.order[0].is_none() {
                self.picker.select(1);
            }
        }
        self.listing = Some(listing);
    }

    /// Shows the folder as if nothing had been typed.
    pub(super) fn forget_typed(&mut self, lang: Lang) {
        if let Some(listing) = self.listing.take() {
            self.show(listing, lang);
        }
    }

    /// Writes pasted text: a whole path takes the place of what stood there.
    pub(super) fn paste(&mut self, text: &str) {
        let path = as_path(text);
        if is_whole(&path) {
            self.clear();
        }
        self.picker.paste(&path);
    }

    /// Empties the text field.
    fn clear(&mut self) {
        self.picker = Picker::new(self.picker.items().to_vec(), false);
    }

    /// Returns the path that was typed; none if what is typed is part of a name.
    fn typed(&self) -> Option<PathBuf> {
        let text = self.picker.query().trim();
        let whole = text.contains('/') || text.contains('\\') || text == "~" || text == PARENT;
        let here = self.listing.as_ref()?;
        let path = if text == "~" || text.starts_with("~/") { PathBuf::from(text) } else { here.path.join(text) };
        whole.then_some(path)
    }
}

fn rank(entry: &FolderEntry) -> u8 {
    match (entry.is_folder, holds_rows(&entry.name)) {
        (false, true) => 0,
        (true, _) => 1,
        (false, false) => 2,
    }
}

/// Whether a file is called like one that holds rows.
fn holds_rows(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| ENDINGS.iter().any(|known| end.eq_ignore_ascii_case(known)))
}

fn item(entry: &FolderEntry, lang: Lang) -> Item {
    let name = show(&entry.name);
    if entry.is_folder {
        return Item::new(format!("{name}/"), lang.say(&msg!("tui-import-folder")));
    }
    Item { blocked: !holds_rows(&entry.name), ..Item::new(name, lang.say(&size(entry.size))) }
}

/// Returns a size in bytes as people say it.
pub fn size(bytes: u64) -> Msg {
    match bytes {
        0..1_000 => msg!("tui-import-bytes", n = bytes),
        1_000..1_000_000 => msg!("tui-import-kilobytes", n = bytes.div_ceil(1_000)),
        _ => msg!("tui-import-megabytes", n = bytes.div_ceil(1_000_000)),
    }
}

/// Whether a path stands on its own, wherever we are.
fn is_whole(path: &str) -> bool {
    path.starts_with('~') || std::path::Path::new(path).is_absolute()
}

/// Returns a pasted or dropped path without what terminals put around it.
fn as_path(text: &str) -> String {
    let text = text.trim();
    let quoted = ['\'', '"'].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    let text = quoted.unwrap_or(text);
    let text = text.strip_prefix("file://").unwrap_or(text);
    text.replace("\\ ", " ")
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let page = isize::try_from(app.area.height / 2).unwrap_or(1);
    let picker = &mut app.import.files.picker;
    match action {
        Action::MoveUp => picker.move_by(-1),
        Action::MoveDown => picker.move_by(1),
        Action::PageUp => picker.move_by(-page),
        Action::PageDown => picker.move_by(page),
        Action::MoveFirst => picker.move_by(isize::MIN / 2),
        Action::MoveLast => picker.move_by(isize::MAX / 2),
        Action::Accept | Action::Open => return Some(open(app)),
        Action::Back if picker.query().is_empty() => return Some(leave(app)),
        Action::Back => app.import.files.forget_typed(app.lang),
        _ => return None,
    }
    Some(Vec::new())
}

/// Opens what is typed or under the cursor: a folder is listed, a file is looked at.
fn open(app: &mut App) -> Vec<Effect> {
    let files = &app.import.files;
    if let Some(path) = files.typed() {
        // Whether it is a file or a folder is found out by looking.
        return ask(app, path, Forced::default(), ImportWork::Inspect);
    }
    let Some(listing) = &files.listing else { return Vec::new() };
    let chosen = files.picker.current().and_then(|row| files.order.get(row).copied());
    match chosen {
        None => {
            app.tell(Tone::Plain, msg!("tui-import-no-match"));
            Vec::new()
        }
        Some(None) => parent(app),
        Some(Some(index)) => {
            let entry = &listing.entries[index];
            let path = listing.path.join(&entry.name);
            if entry.is_folder {
                return vec![Effect::ListFolder(path)];
            }
            ask(app, path, Forced::default(), ImportWork::Inspect)
        }
    }
}

fn parent(app: &App) -> Vec<Effect> {
    let above = app.import.files.listing.as_ref().and_then(|listing| listing.path.parent());
    above.map(|above| Effect::ListFolder(above.to_owned())).into_iter().collect()
}

/// Takes a key: Backspace with nothing typed goes to the folder above.
pub(super) fn type_key(app: &mut App, key: Key) -> Vec<Effect> {
    if key.code() == crossterm::event::KeyCode::Backspace && app.import.files.picker.query().is_empty() {
        return parent(app);
    }
    let files = &mut app.import.files;
    // No path goes on below a file of rows: another one begins.
    let begins = matches!(key.code(), crossterm::event::KeyCode::Char('/' | '~'));
    if begins && is_whole(files.picker.query()) && holds_rows(files.picker.query()) {
        files.clear();
    }
    files.picker.edit(key);
    Vec::new()
}
