//! The worker's part in a workspace's models as such: adding a built-in one, giving one another name.

use crate::model::template;
use crate::msg;
use crate::problem::Problem;
use crate::shell::files;
use crate::shell::open;
use crate::shell::state::State;
use crate::shell::worker::Worker;
use crate::shell::worker::now;
use crate::store::Store;

impl Worker {
    /// Adds a built-in model, under a name of its own where that one is taken; makes a workspace if none is open.
    pub(super) fn add_template(&mut self, name: &str) -> Result<(), Problem> {
        let Some(mut model) = template(name) else { return Ok(()) };
        if self.store.is_none() {
            let path = &self.setup.paths.workspace;
            path.parent().map_or(Ok(()), files::make_folder)?;
            self.store = Some(Store::create(path, now())?);
            State::remember(&self.setup.paths.state, path);
        }
        let store = self.writing()?;
        let taken: Vec<String> = store.models()?.into_iter().map(|row| row.name).collect();
        let free = std::iter::once(name.to_owned()).chain((2..=u32::MAX).map(|n| format!("{name}-{n}")));
        model.name = free.into_iter().find(|name| !taken.contains(name)).unwrap_or_default();
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
