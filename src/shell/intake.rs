//! Bringing a file of rows in, for the command line and the screens alike: what it holds, and one import of it, whole or absent.
//!
//! Never here: what a person is told, and when.

use std::fs;
use std::io;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::time::Instant;

use chrono_tz::Tz;

use crate::cli::Amount;
use crate::cli::Imported;
use crate::cli::Job;
use crate::cli::What;
use crate::import::ColumnShape;
use crate::import::Counts;
use crate::import::EventShape;
use crate::import::Key;
use crate::import::KeyChoice;
use crate::import::Options;
use crate::import::Rejects;
use crate::import::Shape;
use crate::import::Source;
use crate::import::inspect;
use crate::model::FieldType;
use crate::msg;
use crate::problem::Kind;
use crate::problem::Problem;
use crate::shell::files;
use crate::shell::files::FileSource;
use crate::shell::open;
use crate::shell::rejects::Rejected;
use crate::shell::relay::Line;
use crate::shell::relay::Reader;
use crate::shell::relay::relay;
use crate::store;
use crate::store::Batch;
use crate::store::FieldSpec;
use crate::store::ImportCounts;
use crate::store::ImportNote;
use crate::store::LeadBatch;
use crate::store::Store;
use crate::store::ZONE;
use crate::text::Lang;
use crate::text::Msg;
use crate::tui::app::FolderEntry;
use crate::tui::app::FolderListing;
use crate::tui::screens::import::ImportDone;
use crate::tui::screens::import::ImportKind;
use crate::tui::screens::import::ImportNews;
use crate::tui::screens::import::ImportRequest;
use crate::tui::screens::import::ImportWork;
use crate::tui::screens::import::Progress;
use crate::tui::screens::import::Tally;
use crate::workbench::tell;

/// How often progress is told, in milliseconds.
const TELL_EVERY_MS: u128 = 100;
/// The most entries of a folder that are listed.
const MOST_ENTRIES: usize = 10_000;

/// Who follows a long piece of work, and may stop it.
pub struct Monitor<'m> {
    /// Called now and then with how far it has come.
    pub tell: &'m mut dyn FnMut(Amount),
    /// Set to stop it: everything stays as it was.
    pub stop: &'m AtomicBool,
}

/// Where the answers to the screens' requests come from.
pub struct Desk<'d> {
    /// The open workspace; filled when an import has made one.
    pub store: &'d mut Option<Store>,
    /// Where a workspace is made when none is open.
    pub db: &'d Path,
    pub lang: Lang,
    /// UTC seconds.
    pub now: i64,
    pub stop: &'d AtomicBool,
}

/// Does what the import screen asks for. After [`ImportNews::Imported`] the data, and perhaps the model, are to be read anew.
pub fn answer(request: &ImportRequest, desk: &mut Desk<'_>, tell: &mut dyn FnMut(ImportDone)) -> ImportDone {
    let number = request.number;
    let mut progress = |amount: Amount| {
        let Amount { rows, bytes, of_bytes, elapsed_ms } = amount;
        tell(ImportDone { number, news: ImportNews::Progress(Progress { rows, bytes, of_bytes, elapsed_ms }) });
    };
    let mut monitor = Monitor { tell: &mut progress, stop: desk.stop };
    let file = home(&request.path);
    let job = Job {
        db: desk.store.as_ref().map_or(desk.db, Store::path).to_owned(),
        what: match request.kind {
            ImportKind::Leads => What::Leads,
            ImportKind::Events => What::Events { create_leads: request.forced.create_leads },
        },
        options: request.forced.options.clone(),
        zone: request.forced.zone,
        dry_run: !matches!(request.work, ImportWork::Import(_)),
        lang: desk.lang,
        file,
    };
    let news = match &request.work {
        ImportWork::Inspect if job.file.is_dir() => list_folder(&job.file).map(ImportNews::Folder),
        ImportWork::Inspect => {
            look(&job, desk.store.as_ref(), &mut monitor).map(|shape| ImportNews::Inspected(Arc::new(shape)))
        }
        ImportWork::Preview(shape) => {
            import_anywhere(&job, shape, desk.store, desk.now, &mut monitor).map(ImportNews::Previewed)
        }
        ImportWork::Import(shape) => {
            import_anywhere(&job, shape, desk.store, desk.now, &mut monitor).map(ImportNews::Imported)
        }
    };
    ImportDone { number, news: news.unwrap_or_else(ImportNews::Failed) }
}

/// Imports into the open workspace, or else into the one at `job.db`, which then stays open unless nothing was written.
fn import_anywhere(
    job: &Job,
    shape: &Shape,
    store: &mut Option<Store>,
    now: i64,
    monitor: &mut Monitor<'_>,
) -> Result<Box<Tally>, Problem> {
    let done = if let Some(store) = store {
        import_into(store, job, shape, now, monitor)?
    } else {
        if let Some(folder) = job.db.parent().filter(|folder| !folder.as_os_str().is_empty() && !job.dry_run) {
            files::make_folder(folder)?;
        }
        let (done, made) = import_at(job, shape, now, monitor)?;
        *store = made;
        done
    };
    let Imported { shape: _, counts, new, updated, unchanged, leads_made, rejects, before, starter } = done;
    Ok(Box::new(Tally { counts, new, updated, unchanged, leads_made, rejects, before, starter }))
}

/// Returns a path with a leading `~` put right.
pub(super) fn home(path: &Path) -> PathBuf {
    let home = directories::BaseDirs::new();
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => path.to_owned(),
    }
}

/// Lists a folder's files and folders, those apart whose name begins with a dot. The path becomes absolute.
pub fn list_folder(path: &Path) -> Result<FolderListing, Problem> {
    let path = home(path);
    let told = |error: io::Error| files::told(&error, &path);
    let whole = fs::canonicalize(&path).map_err(told)?;
    let mut entries = Vec::new();
    for entry in fs::read_dir(&whole).map_err(told)?.take(MOST_ENTRIES) {
        let Ok(entry) = entry else { continue };
        let name = entry.file_name().to_string_lossy().into_owned();
        // What a link points to counts.
        let Ok(meta) = fs::metadata(entry.path()) else { continue };
        if !name.starts_with('.') && (meta.is_dir() || meta.is_file()) {
            entries.push(FolderEntry { name, is_folder: meta.is_dir(), size: meta.len() });
        }
    }
    entries.sort_by_cached_key(|entry| (!entry.is_folder, crate::text::fold(&entry.name), entry.name.clone()));
    Ok(FolderListing { path: whole, entries })
}

/// Looks at a file of rows; nothing is written.
pub fn look(job: &Job, store: Option<&Store>, monitor: &mut Monitor<'_>) -> Result<Shape, Problem> {
    let source = FileSource::new(&job.file)?;
    let options = Options { zone: zone(job, store)?, ..job.options.clone() };
    let mut clock = Clock::new(source.size());
    let mut progress = |bytes: u64| clock.tick(0, bytes, monitor);
    let shape = inspect(&source, &options, &mut progress).map_err(stopped)?;
    let known = match store {
        Some(store) if job.what == What::Leads => known_types(&shape, store)?,
        _ => Vec::new(),
    };
    if known.is_empty() {
        return Ok(shape);
    }
    let note = |(column, kind): &(String, FieldType)| {
        msg!("tui-import-note-known", column = column, kind = tell::field_type(*kind))
    };
    let notes: Vec<Msg> = known.iter().map(note).collect();
    let types = options.types.iter().cloned().chain(known).collect();
    let mut shape = inspect(&source, &Options { types, ..options }, &mut progress).map_err(stopped)?;
    shape.notes.extend(notes);
    Ok(shape)
}

/// Returns the types that the workspace has for columns which this file alone would give another: one odd value must not
/// keep a file out. Whole numbers may become decimals.
fn known_types(shape: &Shape, store: &Store) -> Result<Vec<(String, FieldType)>, Problem> {
    let stored = store.fields()?;
    let wanted = |column: &ColumnShape| {
        let kind = stored.iter().find(|field| field.name == column.name)?.kind;
        let grows = (kind, column.kind) == (FieldType::Whole, FieldType::Decimal);
        (!column.forced && kind != column.kind && !grows).then(|| (column.name.clone(), kind))
    };
    Ok(shape.fields().filter_map(|(_, column)| wanted(column)).collect())
}

/// Returns the zone that the job names, or else the workspace.
fn zone(job: &Job, store: Option<&Store>) -> Result<Tz, Problem> {
    let kept = match (job.zone, store) {
        (None, Some(store)) => store.setting(ZONE)?,
        _ => None,
    };
    Ok(job.zone.or_else(|| kept?.parse().ok()).unwrap_or_default())
}

/// Imports into the workspace at `job.db`, which is made if there is none; a preview or a file that is refused leaves none behind.
pub fn import_at(
    job: &Job,
    shape: &Shape,
    now: i64,
    monitor: &mut Monitor<'_>,
) -> Result<(Imported, Option<Store>), Problem> {
    // Asked before a workspace is made for a file that cannot be read.
    shape.ready().map_err(|problem| problem.in_file(job.file.display().to_string()))?;
    let made = fs::symlink_metadata(&job.db).is_err();
    let scratch = made && job.dry_run;
    let db = if scratch { scratch_path() } else { job.db.clone() };
    let mut store = if made { Store::create(&db, now)? } else { Store::open(&db, now)? };
    let done = import_into(&mut store, job, shape, now, monitor);
    if made && (scratch || done.is_err()) {
        drop(store);
        let _ = fs::remove_file(&db);
        return done.map(|done| (done, None));
    }
    done.map(|done| (done, Some(store)))
}

/// Returns a name for a workspace that is thrown away.
fn scratch_path() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let (process, nth) = (std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    std::env::temp_dir().join(format!("quadrille-dry-run-{process}-{nth}.quadrille"))
}

/// Imports into an open workspace; stopped, or with a failure, it leaves the workspace as it was.
pub fn import_into(
    store: &mut Store,
    job: &Job,
    shape: &Shape,
    now: i64,
    monitor: &mut Monitor<'_>,
) -> Result<Imported, Problem> {
    let source = FileSource::new(&job.file)?;
    check_key(store, job, shape)?;
    let kind = if job.what == What::Leads { store::ImportKind::Leads } else { store::ImportKind::Events };
    let before = store.was_imported(&fingerprint(shape))?.filter(|row| row.kind == kind).map(|row| row.note.at);
    let mut rejects = Rejected::new(&job.file, store.path(), job.dry_run);
    let mut clock = Clock::new(Some(shape.size));
    let intake = Intake {
        source: &source,
        shape,
        what: job.what,
        options: &job.options,
        rejects: &mut rejects,
        lang: job.lang,
        now,
        dry_run: job.dry_run,
    };
    let done = intake.run(store, &mut |rows, bytes| clock.tick(rows, bytes, monitor)).map_err(stopped)?;
    let rejects = rejects.publish()?;
    let mut first = None;
    if !job.dry_run {
        if let Some(zone) = job.zone.filter(|_| store.setting(ZONE).is_ok_and(|zone| zone.is_none())) {
            store.set_setting(ZONE, Some(zone.name()))?;
        }
        let came = done.stored.leads_new + done.stored.events_new > 0;
        first = if came { open::add_starter(store, job.what, now)? } else { None };
    }
    let stored = done.stored;
    let (new, updated, unchanged, leads_made) = match job.what {
        What::Leads => (stored.leads_new, stored.leads_updated, stored.leads_unchanged, 0),
        What::Events { .. } => (stored.events_new, 0, stored.events_unchanged, stored.leads_new),
    };
    let shape = shape.clone();
    Ok(Imported { shape, counts: done.counts, new, updated, unchanged, leads_made, rejects, before, starter: first })
}

/// Refuses leads that nothing but their row numbers identifies where other leads are: row 5 of one file would overwrite row 5 of
/// another. Whoever chose row numbers, or brings the same file again, means it.
fn check_key(store: &Store, job: &Job, shape: &Shape) -> Result<(), Problem> {
    let chosen = job.options.key == Some(KeyChoice::RowNumber);
    if job.what != What::Leads || shape.key != Key::RowNumber || chosen {
        return Ok(());
    }
    // Newest first.
    let log = store.imports(usize::MAX)?;
    let has_leads = log.iter().any(|row| row.counts.leads_new > 0);
    let last = log.iter().find(|row| row.kind == store::ImportKind::Leads);
    let again = last.is_some_and(|row| row.note.file == file_name(&job.file));
    if !has_leads || again {
        return Ok(());
    }
    let problem = Problem::refused(msg!("import-row-numbers-mix")).in_file(job.file.display().to_string());
    Err(problem.hint(msg!("import-hint-row-numbers")))
}

/// Returns a file's name as the log of imports keeps it.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Says of a work that was stopped that it was.
fn stopped(problem: Problem) -> Problem {
    match problem.kind {
        Kind::Cancelled => Problem { kind: Kind::Cancelled, ..Problem::refused(msg!("cli-import-cancelled")) },
        Kind::Usage | Kind::Rows | Kind::Refused => problem,
    }
}

/// When progress was told last.
struct Clock {
    started: Instant,
    told: u128,
    of_bytes: Option<u64>,
}

impl Clock {
    fn new(of_bytes: Option<u64>) -> Clock {
        Clock { started: Instant::now(), told: 0, of_bytes }
    }

    /// Tells the monitor if it is time to, and asks it whether to go on.
    fn tick(&mut self, rows: u64, bytes: u64, monitor: &mut Monitor<'_>) -> ControlFlow<()> {
        let elapsed = self.started.elapsed().as_millis();
        if elapsed >= self.told + TELL_EVERY_MS {
            self.told = elapsed;
            let elapsed_ms = u64::try_from(elapsed).unwrap_or(u64::MAX);
            (monitor.tell)(Amount { rows, bytes, of_bytes: self.of_bytes, elapsed_ms });
        }
        if monitor.stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// An import to be done into an open workspace.
pub(super) struct Intake<'i> {
    pub source: &'i (dyn Source + Sync),
    pub shape: &'i Shape,
    pub what: What,
    pub options: &'i Options,
    /// Gets the rejected rows.
    pub rejects: &'i mut (dyn Write + Send),
    pub lang: Lang,
    /// UTC seconds.
    pub now: i64,
    pub dry_run: bool,
}

/// What an import did.
pub(super) struct Done {
    pub counts: Counts,
    pub stored: ImportCounts,
}

impl Intake<'_> {
    /// Reads all rows into the workspace; `watch` is called with rows and bytes so far, and may stop it.
    pub(super) fn run(
        self,
        store: &mut Store,
        watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Done, Problem> {
        let (kind, fields) = match self.what {
            What::Leads => (store::ImportKind::Leads, self.fields()),
            What::Events { .. } => (store::ImportKind::Events, Vec::new()),
        };
        let events = match self.what {
            What::Leads => None,
            What::Events { create_leads } => {
                Some((EventShape::propose(self.shape, &self.options.events)?, create_leads))
            }
        };
        let mut import = store.begin_import(kind, &fields)?;
        let rows = AtomicU64::new(0);
        let Intake { source, shape, rejects, lang, .. } = self;
        let reader = Reader { source, shape, rows: &rows };
        let mut sorter = import.sorter();
        let counts = match &events {
            None => {
                let read = |line: &Line<'_, LeadBatch>| {
                    let tell = |text: &Msg| lang.say(text);
                    reader.leads(&mut sorter, Rejects { out: rejects, tell: &tell }, line)
                };
                let write = |leads: LeadBatch| import.upsert_leads(&leads);
                relay(read, write, &mut |bytes| watch(rows.load(Ordering::Relaxed), bytes))
            }
            Some((events, create)) => {
                let read = |line: &Line<'_, Batch>| {
                    let tell = |text: &Msg| lang.say(text);
                    reader.events(events, &mut sorter, *create, Rejects { out: rejects, tell: &tell }, line)
                };
                let write = |batch| import.write(batch);
                relay(read, write, &mut |bytes| watch(rows.load(Ordering::Relaxed), bytes))
            }
        }?;
        import.done_with(sorter);
        // The last moment at which it can be stopped.
        if watch(rows.into_inner(), self.shape.size).is_break() {
            return Err(Problem { kind: Kind::Cancelled, ..Problem::refused(msg!("cli-import-cancelled")) });
        }
        let stored = if self.dry_run {
            import.counts()?
        } else {
            let note = ImportNote {
                file: file_name(Path::new(self.source.name())),
                hash: fingerprint(self.shape),
                rows_read: counts.read,
                rows_rejected: counts.rejected,
                at: self.now,
            };
            import.commit(&note)?
        };
        Ok(Done { counts, stored })
    }

    /// Returns the fields that an import of leads brings.
    fn fields(&self) -> Vec<FieldSpec> {
        let spec = |column: &ColumnShape| FieldSpec { name: column.name.clone(), kind: column.kind, role: column.role };
        self.shape.fields().map(|(_, column)| spec(column)).collect()
    }
}

/// Returns what tells a file's bytes from others, as the workspace keeps it.
pub(super) fn fingerprint(shape: &Shape) -> String {
    format!("{:016x}-{}", shape.fingerprint, shape.size)
}
