//! Where a platform keeps this program's files. Never here: what is in them.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The files this program keeps for a person.
#[derive(Clone, Debug)]
pub(super) struct Paths {
    /// The workspace used when none is named.
    pub workspace: PathBuf,
    pub demo: PathBuf,
    /// What the program remembers between runs.
    pub state: PathBuf,
    /// How a person likes the app.
    pub prefs: PathBuf,
    /// A person's own keys.
    pub keys: PathBuf,
}

impl Paths {
    /// Finds the folders of this person; without a home, the folder we are in.
    pub(super) fn find() -> Paths {
        let dirs = ProjectDirs::from("", "", "quadrille");
        let data = dirs.as_ref().map_or_else(|| PathBuf::from("."), |dirs| dirs.data_dir().to_owned());
        let state = dirs.as_ref().and_then(ProjectDirs::state_dir).map_or_else(|| data.clone(), PathBuf::from);
        let config = dirs.as_ref().map_or_else(|| PathBuf::from("."), |dirs| dirs.config_dir().to_owned());
        let named = std::env::var_os("QUADRILLE_DB").filter(|path| !path.is_empty()).map(PathBuf::from);
        Paths {
            workspace: named.unwrap_or_else(|| data.join("workspace.quadrille")),
            demo: data.join("demo.quadrille"),
            state: state.join("state.ron"),
            prefs: config.join("prefs.ron"),
            keys: config.join("keys.ron"),
        }
    }
}

/// Returns what the system calls the person at the keys; empty where it does not say.
pub(super) fn person() -> String {
    ["USER", "USERNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}
