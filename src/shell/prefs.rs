//! What a person chose about the app, kept between runs in a small RON file of its own, and their own keys. Never here: what the
//! choices mean.

use std::path::Path;

use ron::extensions::Extensions;
use serde::Deserialize;
use serde::Serialize;

use crate::problem::Problem;
use crate::shell::files;
use crate::text::Lang;
use crate::tui::app::Prefs;
use crate::tui::keymap::KeyMap;

/// The largest file of preferences or keys that is read, in bytes.
const MOST_BYTES: u64 = 1 << 18;

/// The choices of earlier runs; none = as the program finds best. Unknown entries of a newer version are passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    lang: Option<String>,
    theme: Option<String>,
    mouse: Option<bool>,
    masked: Option<bool>,
    person: Option<String>,
}

impl Kept {
    /// Reads the choices; what cannot be read is as good as none.
    pub(super) fn load(path: &Path) -> Kept {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let bytes = files::read(path, MOST_BYTES).unwrap_or_default();
        std::str::from_utf8(&bytes).ok().and_then(|text| options.from_str(text).ok()).unwrap_or_default()
    }

    /// Keeps the choices.
    pub(super) fn save(&self, path: &Path) -> Result<(), Problem> {
        let pretty = ron::ser::PrettyConfig::default().extensions(Extensions::IMPLICIT_SOME);
        let Ok(text) = ron::ser::to_string_pretty(self, pretty) else { return Ok(()) };
        path.parent().map_or(Ok(()), files::make_folder)?;
        files::write(path, text.as_bytes(), true)
    }

    pub(super) fn lang(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(Lang::from_tag)
    }

    pub(super) fn theme(&self) -> Option<&str> {
        self.theme.as_deref()
    }

    pub(super) fn mouse(&self) -> bool {
        self.mouse.unwrap_or(true)
    }

    pub(super) fn person(&self) -> Option<&str> {
        self.person.as_deref()
    }

    pub(super) fn masked(&self) -> bool {
        self.masked.unwrap_or(false)
    }

    /// Takes over what is chosen now. A theme and a language that were never chosen but found, as `last` says, stay open: they may be
    /// found otherwise on another terminal.
    pub(super) fn take(&mut self, now: &Prefs, lang: Lang, last: &mut (String, Lang)) {
        if now.theme != last.0 {
            self.theme = Some(now.theme.clone());
        }
        if lang != last.1 {
            self.lang = Some(lang.tag().to_owned());
        }
        self.mouse = Some(now.mouse);
        self.masked = Some(now.masked);
        self.person = Some(now.person.clone()).filter(|person| !person.is_empty());
        *last = (now.theme.clone(), lang);
    }
}

/// Reads a person's own keys, if there are any, with every mistake in them.
pub(super) fn keys(path: &Path) -> (KeyMap, Vec<Problem>) {
    if std::fs::symlink_metadata(path).is_err() {
        return (KeyMap::default(), Vec::new());
    }
    let file = path.display().to_string();
    match files::read(path, MOST_BYTES) {
        Ok(bytes) => KeyMap::with_overrides(&file, &String::from_utf8_lossy(&bytes)),
        Err(problem) => (KeyMap::default(), vec![problem]),
    }
}
