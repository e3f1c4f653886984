//! The worker's part in a workspace's models as such: adding one, giving one another name.

use crate::model::Model;
use crate::msg;
use crate::problem::Problem;
use crate::shell::files;
use crate::shell::open;
use crate::shell::state::State;
use crate::shell::worker::Worker;
use crate::shell::worker::now;
use crate::store::Store;
use crate::workbench::roles::free_name;

impl Worker {
    /// Adds a model, under a name of its own where that one is taken, and opens it; makes a workspace if none is open.
    pub(super) fn add_model(&mut self, mut model: Model) -> Result<(), Problem> {
        if self.store.is_none() {
            let path = &self.setup.paths.workspace;
            path.parent().map_or(Ok(()), files::make_folder)?;
            self.store = Some(Store::create(path, now())?);
            State::remember(&self.setup.paths.state, path);
        }
        let store = self.writing()?;
        let taken: Vec<String> = store.models()?.into_iter().map(|row| row.name).collect();
        model.name = free_name(&model.name, &taken);
        store.add_model(&model.name, &open::written(&model)?, now())?;
        store.set_setting(open::MODEL, Some(&model.name))?;
        self.show_and_tell(Some(&model.name), msg!("shell-template-added", name = &model.name))
    }

    pub(super) fn rename(&mut self, from: &str, to: &str) -> Result<(), Problem> {
        let store = self.writing()?;
        let stored = store.model(from)?;
        let mut model = open::parsed(&stored.ron, store.path())?;
        to.clone_into(&mut model.name);
        let ron = open::written(&model)?;
        if let crate::store::Saved::Behind(_) = store.rename_model(from, stored.revision, to, &ron, now())? {
            return Err(Problem::refused(msg!("shell-behind")));
        }
        if store.setting(open::MODEL)?.as_deref() == Some(from) {
            store.set_setting(open::MODEL, Some(to))?;
        }
        for (_, name) in self.openings.iter_mut().filter(|(_, name)| name == from) {
            to.clone_into(name);
        }
        let open = self.desk.as_ref().map(|desk| desk.standing.name.clone());
        let open = open.map(|open| if open == from { to.to_owned() } else { open });
        self.show_and_tell(open.as_deref(), msg!("shell-model-renamed", from = from, to = to))
    }
}
