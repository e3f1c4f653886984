//! The command line's host: its files, workspaces, streams, clock and environment are the real ones.

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::cli::Amount;
use crate::cli::AppStart;
use crate::cli::Contents;
use crate::cli::Host;
use crate::cli::Imported;
use crate::cli::Job;
use crate::cli::ModelChange;
use crate::cli::ModelEntry;
use crate::cli::ModelState;
use crate::cli::Shot;
use crate::cli::Stream;
use crate::cli::Versions;
use crate::cli::Watch;
use crate::export::svg::Grid;
use crate::generate;
use crate::generate::Spec;
use crate::import::Shape;
use crate::model::Model;
use crate::msg;
use crate::problem::Problem;
use crate::review::Remark;
use crate::review::seen::Sighting;
use crate::shell::app_loop;
use crate::shell::demo;
use crate::shell::files;
use crate::shell::intake;
use crate::shell::intake::Monitor;
use crate::shell::manage;
use crate::shell::open;
use crate::shell::paths::Paths;
use crate::shell::prefs::Kept;
use crate::shell::state::State;
use crate::shell::upgrade;
use crate::store::Store;
use crate::text::Lang;

/// The world around the program.
pub struct Shell {
    out: io::BufWriter<io::Stdout>,
    err: io::Stderr,
    paths: Paths,
    /// What the last look at a file of rows found, so that it is looked at once.
    inspected: Option<(PathBuf, Shape)>,
    /// Set by an interrupt, from the first import on.
    stop: Option<Arc<AtomicBool>>,
}

impl Shell {
    /// The world as it is.
    pub fn new() -> Shell {
        Shell {
            out: io::BufWriter::with_capacity(1 << 16, io::stdout()),
            err: io::stderr(),
            paths: Paths::find(),
            inspected: None,
            stop: None,
        }
    }

    /// Opens a workspace to read it; one that needs repair or a newer form is opened to be written.
    pub(super) fn reading(&self, db: &Path) -> Result<Store, Problem> {
        Self::existing(db)?;
        Store::open_read_only(db).or_else(|_| upgrade::open(db, self.now(), self.lang()))
    }

    fn existing(db: &Path) -> Result<(), Problem> {
        match fs::symlink_metadata(db) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let problem = Problem::refused(msg!("cli-no-workspace")).in_file(db.display().to_string());
                Err(problem.hint(msg!("cli-hint-import")).hint(msg!("cli-hint-demo")))
            }
            _ => Ok(()),
        }
    }

    /// Opens a workspace to write to it, or makes it; tells whether it was made.
    fn writing(&self, db: &Path) -> Result<(Store, bool), Problem> {
        if self.exists(db) {
            return Ok((upgrade::open(db, self.now(), self.lang())?, false));
        }
        Ok((Store::create(db, self.now())?, true))
    }

    fn remember(&self, db: &Path) {
        State::remember(&self.paths.state, db);
    }
}

impl Default for Shell {
    fn default() -> Shell {
        Shell::new()
    }
}

impl Host for Shell {
    fn lang(&self) -> Lang {
        if let Some(lang) = Kept::load(&self.paths.prefs).lang() {
            return lang;
        }
        let locales: Vec<String> = sys_locale::get_locales().collect();
        Lang::choose(locales.iter().map(String::as_str))
    }

    fn now(&self) -> i64 {
        files::now()
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        match stream {
            Stream::Out => io::stdout().is_terminal(),
            Stream::Err => self.err.is_terminal(),
        }
    }

    fn allows_style(&self) -> bool {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
    }

    fn out(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    fn err(&mut self) -> &mut dyn Write {
        // What was said before comes first; if it cannot be said, the next write to it tells.
        let _ = self.out.flush();
        &mut self.err
    }

    fn workspace(&self) -> PathBuf {
        self.paths.workspace.clone()
    }

    fn last_used(&self) -> Option<PathBuf> {
        let last = State::load(&self.paths.state).last.filter(|path| self.exists(path))?;
        // A look at the demo hides nobody's own work.
        let own = &self.paths.workspace;
        let was_demo = fs::canonicalize(&self.paths.demo).is_ok_and(|demo| demo == last);
        Some(if was_demo && self.exists(own) { own.clone() } else { last })
    }

    fn config_folder(&self) -> PathBuf {
        self.paths.keys.parent().map_or_else(PathBuf::new, Path::to_owned)
    }

    fn demo_workspace(&self) -> PathBuf {
        self.paths.demo.clone()
    }

    fn exists(&self, path: &Path) -> bool {
        fs::symlink_metadata(path).is_ok()
    }

    fn open(&mut self, db: &Path, model: Option<&str>) -> Result<Contents, Problem> {
        let store = self.reading(db)?;
        let rows = store.models()?;
        let (mut model_in_use, mut baseline) = (None, None);
        if let Some(row) = open::choose(&store, &rows, model)? {
            model_in_use = Some(open::parsed(&store.model(&row.name)?.ron, db)?);
            baseline = open::baseline(&store, row)?.map(|(_, model)| model);
        }
        let as_of = open::as_of(&store)?;
        Ok(Contents {
            data: Arc::new(store.dataset()?),
            model: model_in_use,
            baseline,
            as_of,
            log: Arc::new(store.log()?),
            reviews: store.reviews()?,
            customs: store.customs()?,
        })
    }

    fn alerts_seen(&mut self, db: &Path) -> Result<BTreeSet<Sighting>, Problem> {
        self.reading(db)?.alerts_seen()
    }

    fn see_alerts(&mut self, db: &Path, seen: &[Sighting]) -> Result<(), Problem> {
        Self::existing(db)?;
        Store::open(db, self.now())?.see_alerts(seen)
    }

    fn models(&mut self, db: &Path) -> Result<Vec<ModelEntry>, Problem> {
        let store = self.reading(db)?;
        let rows = store.models()?;
        let used = open::in_use(&store, &rows)?.map(|row| row.name.clone());
        let entry = |handle: &str, changed, state| {
            Ok(ModelEntry {
                model: open::parsed(&store.model(handle)?.ron, db)?,
                in_use: used.as_deref() == Some(handle),
                n_versions: store.versions(handle)?.len() as u64,
                changed,
                state,
            })
        };
        let of = |archived: bool| rows.iter().filter(move |row| row.archived == archived);
        let active = of(false).map(|row| entry(&row.name, row.changed, ModelState::Active));
        let archived = of(true).map(|row| entry(&row.name, row.changed, ModelState::Archived));
        let deleted = store.deleted_models()?;
        let deleted = deleted.iter().map(|row| entry(&row.handle, row.deleted, ModelState::Deleted));
        active.chain(archived).chain(deleted).collect()
    }

    fn change_models(&mut self, db: &Path, change: &ModelChange) -> Result<String, Problem> {
        Self::existing(db)?;
        manage::change(&mut Store::open(db, self.now())?, change, self.now())
    }

    fn versions(&mut self, db: &Path, model: Option<&str>) -> Result<Versions, Problem> {
        let store = self.reading(db)?;
        let rows = store.models()?;
        let row = open::choose(&store, &rows, model)?;
        let problem = || Problem::refused(msg!("cli-no-model")).in_file(db.display().to_string());
        let row = row.ok_or_else(|| problem().hint(msg!("cli-hint-model-import")))?;
        manage::versions(&store, &row.name)
    }

    fn save_model(&mut self, db: &Path, model: &Model) -> Result<bool, Problem> {
        let now = self.now();
        let (mut store, _) = self.writing(db)?;
        let is_new = manage::put(&mut store, model, now)?;
        store.set_setting(open::MODEL, Some(&model.name))?;
        self.remember(db);
        Ok(is_new)
    }

    fn say(&mut self, db: &Path, remarks: &[Remark]) -> Result<(), Problem> {
        Self::existing(db)?;
        let mut store = Store::open(db, self.now())?;
        let revisions: HashMap<String, i64> = store.models()?.into_iter().map(|row| (row.name, row.revision)).collect();
        let mut remarks = remarks.to_vec();
        for footing in remarks.iter_mut().map(|remark| &mut remark.footing) {
            footing.revision = revisions.get(&footing.model).copied().unwrap_or(0);
        }
        store.say(&remarks)?;
        Ok(())
    }

    fn inspect(&mut self, job: &Job) -> Result<Shape, Problem> {
        let store = if self.exists(&job.db) { Some(self.reading(&job.db)?) } else { None };
        let stop = self.stop.get_or_insert_with(interrupts);
        let shape = intake::look(job, store.as_ref(), &mut Monitor { tell: &mut |_| {}, stop })?;
        self.inspected = Some((job.file.clone(), shape.clone()));
        Ok(shape)
    }

    fn import(&mut self, job: &Job, watch: Watch<'_>) -> Result<Imported, Problem> {
        let shape = match self.inspected.take() {
            Some((file, shape)) if file == job.file => shape,
            _ => self.inspect(job)?,
        };
        let (stop, now) = (Arc::clone(self.stop.get_or_insert_with(interrupts)), self.now());
        let err = &mut self.err;
        let mut tell = |amount: Amount| watch(amount, &mut *err);
        let (done, store) = intake::import_at(job, &shape, now, &mut Monitor { tell: &mut tell, stop: &stop })?;
        drop(store);
        if !job.dry_run {
            self.remember(&job.db);
        }
        Ok(done)
    }

    fn read_file(&mut self, path: &Path) -> Result<Vec<u8>, Problem> {
        files::read(path, files::MOST_BYTES)
    }

    fn write_file(&mut self, path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Problem> {
        files::write(path, bytes, overwrite)
    }

    fn generate(&mut self, spec: &Spec, folder: &Path, overwrite: bool) -> Result<[PathBuf; 2], Problem> {
        files::make_folder(folder)?;
        let paths = [folder.join("leads.csv"), folder.join("events.csv")];
        let mut drafts = Vec::new();
        for path in &paths {
            if !overwrite && self.exists(path) {
                return Err(files::told(&io::ErrorKind::AlreadyExists.into(), path));
            }
            drafts.push(files::Draft::beside(path)?);
        }
        generate::leads(spec, &mut drafts[0]).map_err(|error| files::told(&error, &paths[0]))?;
        generate::events(spec, &mut drafts[1]).map_err(|error| files::told(&error, &paths[1]))?;
        drafts.into_iter().try_for_each(|draft| draft.publish(overwrite))?;
        Ok(paths)
    }

    fn make_demo(&mut self, path: &Path) -> Result<(), Problem> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            files::make_folder(folder)?;
        }
        demo::make(path, self.now())
    }

    fn app(&mut self, start: &AppStart) -> Result<(), Problem> {
        if let Some(db) = &start.db {
            Self::existing(db)?;
        }
        app_loop::run(start, self.paths.clone())
    }

    fn shot(&mut self, shot: &Shot) -> Result<Grid, Problem> {
        crate::shell::shot::draw(self, shot)
    }
}

/// Returns a flag that the first interrupt sets; a second one ends the program at once, and the workspace undoes the rest.
fn interrupts() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
        // Where they cannot be caught they end the program, which is safe as well.
        let _ = signal_hook::flag::register_conditional_shutdown(signal, 130, Arc::clone(&flag));
        let _ = signal_hook::flag::register(signal, Arc::clone(&flag));
    }
    flag
}
