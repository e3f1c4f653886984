//! The workspace as a file among files: finding it, reading its header, making a new one, noticing that it was moved.
//!
//! Nothing here connects to the database. Closing a plain handle of a file drops every lock this process holds on
//! it, so a file that is open as a database is never opened here: [`Claim`] keeps the list.

use std::collections::HashMap;
use std::fs;
use std::fs::File;
use std::fs::OpenOptions;
use std::io;
use std::io::Read;
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::fs::MetadataExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::msg;
use crate::problem::Problem;
use crate::store::schema::APPLICATION_ID;
use crate::store::schema::NEWEST;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
pub(super) const HEADER_BYTES: usize = 100;

/// A file that exists and may be a workspace.
pub(super) struct Found {
    /// Absolute, links followed.
    pub(super) path: PathBuf,
    pub(super) bytes: u64,
    /// Whether a change was under way when the file was last left (or is right now, in another window).
    pub(super) hot_journal: bool,
    /// Whether a write-ahead log lies beside it; quadrille never leaves one.
    wal: bool,
}

/// Finds an existing file.
pub(super) fn find(path: &Path) -> Result<Found, Problem> {
    check_name(path)?;
    let shown = || path.display().to_string();
    let path = fs::canonicalize(path).map_err(|error| told(&error).in_file(shown()))?;
    let meta = fs::metadata(&path).map_err(|error| told(&error).in_file(shown()))?;
    if meta.is_dir() {
        return Err(Problem::refused(msg!("store-folder")).in_file(shown()));
    }
    if !meta.is_file() {
        return Err(Problem::refused(msg!("store-not-a-file")).in_file(shown()));
    }
    let (hot_journal, wal) = (has_beside(&path, "-journal"), has_beside(&path, "-wal"));
    Ok(Found { path, bytes: meta.len(), hot_journal, wal })
}

/// Whether a file that is not empty stands beside the workspace, under its name with an ending.
pub(super) fn has_beside(path: &Path, ending: &str) -> bool {
    fs::metadata(sibling(path, ending)).is_ok_and(|meta| meta.len() > 0)
}

/// Returns where a new file of that name would stand; makes its folder if it is missing.
pub(super) fn place_for_new(path: &Path) -> Result<PathBuf, Problem> {
    check_name(path)?;
    let shown = || path.display().to_string();
    if fs::symlink_metadata(path).is_ok() {
        return Err(Problem::refused(msg!("store-exists")).in_file(shown()));
    }
    let Some(name) = path.file_name() else {
        return Err(Problem::refused(msg!("store-no-name")).in_file(shown()));
    };
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    make_folder(folder)?;
    let folder = fs::canonicalize(folder).map_err(|error| told(&error).in_file(shown()))?;
    Ok(folder.join(name))
}

/// Makes a folder that only its owner can enter, unless it is there.
pub(super) fn make_folder(folder: &Path) -> Result<(), Problem> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| told(&error).in_file(folder.display().to_string()))
}

/// Makes an empty file that only its owner can read; fails if it is there.
pub(super) fn make_private(path: &Path) -> Result<(), Problem> {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    made.map(drop).map_err(|error| told(&error).in_file(path.display().to_string()))
}

/// Makes the names in a folder as durable as the files.
pub(super) fn sync_folder_of(path: &Path) {
    // Some file systems cannot sync a folder; there is nothing better to do then.
    let _ = path.parent().map(|folder| File::open(folder).and_then(|folder| folder.sync_all()));
}

/// Returns the path with an ending put after its name.
fn sibling(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Says an error of the file system to people.
pub(super) fn told(error: &io::Error) -> Problem {
    Problem::refused(match error.kind() {
        io::ErrorKind::NotFound => msg!("store-missing"),
        io::ErrorKind::PermissionDenied => msg!("store-no-permission"),
        io::ErrorKind::AlreadyExists => msg!("store-exists"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => msg!("store-full"),
        io::ErrorKind::ReadOnlyFilesystem => msg!("store-read-only"),
        io::ErrorKind::NotADirectory => msg!("store-no-folder"),
        _ => msg!("store-io", error = error.to_string()),
    })
}

/// Refuses the names that `SQLite` takes for a database without a file.
fn check_name(path: &Path) -> Result<(), Problem> {
    if path.as_os_str().is_empty() || path == Path::new(":memory:") {
        return Err(Problem::refused(msg!("store-no-name")).in_file(path.display().to_string()));
    }
    Ok(())
}

/// A new workspace under a name of its own until it is whole; removed if it never becomes so.
pub(super) struct Draft {
    path: PathBuf,
}

impl Draft {
    /// Makes an empty private file beside the place it will take.
    pub(super) fn beside(place: &Path) -> Result<Draft, Problem> {
        let path = sibling(place, &format!(".{}.new", std::process::id()));
        // Left by a process of the same number that was killed.
        let _ = fs::remove_file(&path);
        make_private(&path)?;
        Ok(Draft { path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the file its name, unless another file took that name in the meantime.
    pub(super) fn publish(self, place: &Path) -> Result<(), Problem> {
        let linked = fs::hard_link(&self.path, place).or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Err(error),
            // A file system without hard links: look, then rename.
            _ if fs::symlink_metadata(place).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            _ => fs::rename(&self.path, place),
        });
        linked.map_err(|error| told(&error).in_file(place.display().to_string()))?;
        drop(self);
        sync_folder_of(place);
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Already gone after a rename; otherwise a leftover that harms nobody.
        let _ = fs::remove_file(&self.path);
    }
}

/// What the first hundred bytes of a file say.
pub(super) struct Header {
    bytes: Vec<u8>,
}

impl Header {
    pub(super) fn read(file: &mut File, path: &Path) -> Result<Header, Problem> {
        let mut bytes = Vec::with_capacity(HEADER_BYTES);
        file.take(HEADER_BYTES as u64)
            .read_to_end(&mut bytes)
            .map_err(|error| told(&error).in_file(path.display().to_string()))?;
        Ok(Header { bytes })
    }

    fn number(&self, at: usize) -> u32 {
        let bytes = self.bytes[at..at + 4].try_into().expect("four bytes were asked for");
        u32::from_be_bytes(bytes)
    }

    /// Fails unless the file is a whole workspace of a version this program knows.
    pub(super) fn check(&self, found: &Found) -> Result<(), Problem> {
        let refused = |text| Err(Problem::refused(text));
        if self.bytes.is_empty() {
            return Err(Problem::refused(msg!("store-empty")).hint(msg!("store-empty-hint")));
        }
        if !self.bytes.starts_with(MAGIC) {
            return Err(self.other_file());
        }
        if self.bytes.len() < HEADER_BYTES {
            return refused(msg!("store-cut-off", bytes = found.bytes));
        }
        if self.number(68) != APPLICATION_ID {
            return Err(Problem::refused(msg!("store-other-program")).hint(msg!("store-other-hint")));
        }
        let version = self.number(60) as usize;
        if version > NEWEST {
            let problem = Problem::refused(msg!("store-newer", version = version, newest = NEWEST));
            return Err(problem.hint(msg!("store-newer-hint")));
        }
        let page = match u16::from_be_bytes([self.bytes[16], self.bytes[17]]) {
            1 => 65_536,
            n => u64::from(n),
        };
        // The page count may be ahead of the file while a change is under way; the journal puts that right.
        let counted = self.number(24) == self.number(92);
        if counted && u64::from(self.number(28)) * page > found.bytes && !found.hot_journal {
            return refused(msg!("store-cut-off", bytes = found.bytes));
        }
        if found.wal {
            return Err(Problem::refused(msg!("store-wal")).hint(msg!("store-wal-hint")));
        }
        Ok(())
    }

    /// Says what a file is that is no database.
    fn other_file(&self) -> Problem {
        let bytes = &self.bytes;
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => Some(text),
            // The cut at a hundred bytes may have gone through a character.
            Err(error) if error.error_len().is_none() => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok(),
            Err(_) => None,
        };
        let is_plain = |text: &str| !text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
        let import = |text| Problem::refused(text).hint(msg!("store-import-hint"));
        let other = |text| Problem::refused(text).hint(msg!("store-other-hint"));
        match text.filter(|text| is_plain(text)) {
            _ if bytes.starts_with(b"PK\x03\x04") => import(msg!("store-is-excel")),
            Some(text) if text.trim_start().starts_with(['(', '{', '<', '[']) => other(msg!("store-is-text")),
            Some(text) if text.contains([',', ';', '\t']) => import(msg!("store-is-csv")),
            Some(_) => other(msg!("store-is-text")),
            None => other(msg!("store-not-a-workspace")),
        }
    }
}

/// Which file on disk it is, whatever its name: device and inode.
type FileId = (u64, u64);

/// The files this process has open as databases: how often, and a plain handle, which stays open as long as they are.
static OPEN: Mutex<Option<Handles>> = Mutex::new(None);

/// By file: how many hold it, and the handle.
type Handles = HashMap<FileId, (usize, Arc<File>)>;

/// Holds a file on the list of those open in this process.
#[derive(Debug)]
pub(super) struct Claim {
    id: FileId,
    file: Arc<File>,
}

impl Claim {
    /// Puts a file on the list; looks into it first if it was not there.
    pub(super) fn take<T>(
        path: &Path,
        look: impl FnOnce(&mut File) -> Result<T, Problem>,
    ) -> Result<(Claim, Option<T>), Problem> {
        let in_file = |error: io::Error| told(&error).in_file(path.display().to_string());
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let open = open.get_or_insert_default();
        let mut id = id_of(path).map_err(in_file)?;
        let mut seen = None;
        let known = open.get(&id).map(|(_, file)| Arc::clone(file));
        let file = if let Some(file) = known {
            file
        } else {
            let mut file = File::open(path).map_err(in_file)?;
            let meta = file.metadata().map_err(in_file)?;
            id = (meta.dev(), meta.ino());
            seen = Some(look(&mut file)?);
            Arc::new(file)
        };
        let (n, file) = open.entry(id).or_insert((0, file));
        *n += 1;
        Ok((Claim { id, file: Arc::clone(file) }, seen))
    }

    /// The file as a plain handle, to look at its header. It is closed only after the last connection to the file.
    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Fails if the file at a path is another one than was claimed.
    pub(super) fn check_place(&self, path: &Path) -> Result<(), Problem> {
        let now = id_of(path);
        if now.as_ref().is_ok_and(|id| *id == self.id) {
            return Ok(());
        }
        let text = if now.is_ok() { msg!("store-replaced") } else { msg!("store-moved") };
        Err(Problem::refused(text).hint(msg!("store-moved-hint")).in_file(path.display().to_string()))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let open = open.get_or_insert_default();
        if let Some((n, _)) = open.get_mut(&self.id) {
            *n -= 1;
            if *n == 0 {
                open.remove(&self.id);
            }
        }
    }
}

fn id_of(path: &Path) -> io::Result<FileId> {
    fs::metadata(path).map(|meta| (meta.dev(), meta.ino()))
}
