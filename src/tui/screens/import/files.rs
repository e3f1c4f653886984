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
    /// How the names of the files end that are wanted.
    endings: &'static [&'static str],
    /// What the picker's items stand for: indexes of the listing's entries, none for the folder above.
    order: Vec<Option<usize>>,
}

/// What is typed or under the cursor.
pub enum Chosen {
    Nothing,
    Folder(PathBuf),
    /// A file, or a typed path that may be either.
    Path(PathBuf),
}

impl Default for Files {
    fn default() -> Files {
        Files::of(&ENDINGS)
    }
}

impl Files {
    /// A chooser of files whose names end like this.
    pub fn of(endings: &'static [&'static str]) -> Files {
        Files { listing: None, picker: Picker::new(Vec::new(), false), endings, order: Vec::new() }
    }

    /// Returns the folder that is shown, else the one the program was started in.
    pub fn folder(&self) -> PathBuf {
        self.listing.as_ref().map_or_else(|| PathBuf::from("."), |listing| listing.path.clone())
    }

    /// Moves the cursor; returns whether the action was one that does.
    pub fn move_cursor(&mut self, action: Action, page: u16) -> bool {
        let page = isize::try_from(page).unwrap_or(1);
        match action {
            Action::MoveUp => self.picker.move_by(-1),
            Action::MoveDown => self.picker.move_by(1),
            Action::PageUp => self.picker.move_by(-page),
            Action::PageDown => self.picker.move_by(page),
            Action::MoveFirst => self.picker.move_by(isize::MIN / 2),
            Action::MoveLast => self.picker.move_by(isize::MAX / 2),
            _ => return false,
        }
        true
    }

    /// Returns what is typed or under the cursor.
    pub fn chosen(&self) -> Chosen {
        if let Some(path) = self.typed() {
            // Whether it is a file or a folder is found out by looking.
            return Chosen::Path(path);
        }
        let Some(listing) = &self.listing else { return Chosen::Nothing };
        match self.picker.current().and_then(|row| self.order.get(row).copied()) {
            None => Chosen::Nothing,
            Some(None) => self.parent().map_or(Chosen::Nothing, Chosen::Folder),
            Some(Some(index)) => {
                let entry = &listing.entries[index];
                let path = listing.path.join(&entry.name);
                if entry.is_folder { Chosen::Folder(path) } else { Chosen::Path(path) }
            }
        }
    }

    fn parent(&self) -> Option<PathBuf> {
        self.listing.as_ref()?.path.parent().map(ToOwned::to_owned)
    }

    /// Takes a key; returns the folder above where Backspace asks for it with nothing typed.
    pub fn type_key(&mut self, key: Key) -> Option<PathBuf> {
        if key.code() == crossterm::event::KeyCode::Backspace && self.picker.query().is_empty() {
            return self.parent();
        }
        // No path goes on below a file of rows: another one begins.
        let begins = matches!(key.code(), crossterm::event::KeyCode::Char('/' | '~'));
        if begins && is_whole(self.picker.query()) && self.is_wanted(self.picker.query()) {
            self.clear();
        }
        self.picker.edit(key);
        None
    }

    /// Whether a file is called like one that is wanted.
    fn is_wanted(&self, name: &str) -> bool {
        let wanted = |end: &str| self.endings.iter().any(|known| end.eq_ignore_ascii_case(known));
        name.rsplit_once('.').is_some_and(|(_, end)| wanted(end))
    }

    fn rank(&self, entry: &FolderEntry) -> u8 {
        match (entry.is_folder, self.is_wanted(&entry.name)) {
            (false, true) => 0,
            (true, _) => 1,
            (false, false) => 2,
        }
    }

    fn item(&self, entry: &FolderEntry, lang: Lang) -> Item {
        let name = show(&entry.name);
        if entry.is_folder {
            return Item::new(format!("{name}/"), lang.say(&msg!("tui-import-folder")));
        }
        Item { blocked: !self.is_wanted(&entry.name), ..Item::new(name, lang.say(&size(entry.size))) }
    }

    /// Shows a folder: the folder above, wanted files, folders, and other files, which are greyed.
    pub fn show(&mut self, listing: FolderListing, lang: Lang) {
        let same = self.listing.as_ref().is_some_and(|old| old.path == listing.path);
        let mut order: Vec<usize> = (0..listing.entries.len()).collect();
        order.sort_by_key(|index| self.rank(&listing.entries[*index]));
        self.order = listing.path.parent().map(|_| None).into_iter().chain(order.into_iter().map(Some)).collect();
        let items = self.order.iter().map(|entry| match entry {
            None => Item::new(format!("{PARENT}/"), lang.say(&msg!("tui-import-parent"))),
            Some(index) => self.item(&listing.entries[*index], lang),
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
    pub fn paste(&mut self, text: &str) {
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
    let page = app.area.height / 2;
    let files = &mut app.import.files;
    if files.move_cursor(action, page) {
        return Some(Vec::new());
    }
    match action {
        Action::Accept | Action::Open => return Some(open(app)),
        Action::Back if files.picker.query().is_empty() => return Some(leave(app)),
        Action::Back => files.forget_typed(app.lang),
        _ => return None,
    }
    Some(Vec::new())
}

/// Opens what is typed or under the cursor: a folder is listed, a file is looked at.
fn open(app: &mut App) -> Vec<Effect> {
    match app.import.files.chosen() {
        Chosen::Path(path) => ask(app, path, Forced::default(), ImportWork::Inspect),
        Chosen::Folder(path) => vec![Effect::ListFolder(path)],
        Chosen::Nothing if app.import.files.picker.current().is_none() => {
            app.tell(Tone::Plain, msg!("tui-import-no-match"));
            Vec::new()
        }
        Chosen::Nothing => Vec::new(),
    }
}

/// Takes a key.
pub(super) fn type_key(app: &mut App, key: Key) -> Vec<Effect> {
    app.import.files.type_key(key).map(Effect::ListFolder).into_iter().collect()
}
