//! What the program remembers between runs, apart from any workspace: a small RON file of its own.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use crate::shell::files;

/// What is remembered. Unknown entries of a newer version are passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    /// The workspace last used.
    #[serde(default)]
    pub last: Option<PathBuf>,
}

impl State {
    /// Reads the state; one that cannot be read is as good as none.
    pub(super) fn load(path: &Path) -> State {
        let bytes = files::read(path, 1 << 16).unwrap_or_default();
        std::str::from_utf8(&bytes).ok().and_then(|text| ron::from_str(text).ok()).unwrap_or_default()
    }

    /// Remembers the workspace last used.
    pub(super) fn remember(path: &Path, db: &Path) {
        let state = State { last: fs::canonicalize(db).ok() };
        if state.last.is_some() && state != State::load(path) {
            state.save(path);
        }
    }

    /// Keeps the state. That it cannot be kept is no reason to stop anything.
    pub(super) fn save(&self, path: &Path) {
        let Ok(text) = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()) else { return };
        if path.parent().is_none_or(|folder| files::make_folder(folder).is_ok()) {
            let _ = files::write(path, text.as_bytes(), true);
        }
    }
}
