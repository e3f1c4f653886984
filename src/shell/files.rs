//! Plain files: read whole, written whole or not at all, private to their owner; and bytes an import can open twice.

use std::fs;
use std::fs::File;
use std::fs::OpenOptions;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use crate::import::Source;
use crate::msg;
use crate::problem::Problem;

/// The largest file that is read whole: a little more than the largest model.
pub(super) const MOST_BYTES: u64 = 8 << 20;

/// Reads a file whole, if it is no larger than `most` bytes.
pub(super) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    let told = |error: io::Error| told(&error, path);
    let file = File::open(path).map_err(told)?;
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(told)?;
    if bytes.len() as u64 > most {
        return Err(Problem::refused(msg!("cli-file-large", bytes = most)).in_file(path.display().to_string()));
    }
    Ok(bytes)
}

/// Writes a file under a name of its own and then gives it its name; never over an existing one unless told.
pub(super) fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Problem> {
    let mut draft = Draft::beside(path)?;
    draft.write_all(bytes).map_err(|error| told(&error, path))?;
    draft.publish(overwrite)
}

/// The same, with the folder that is to hold it; returns where the file now is.
pub(super) fn write_with_folder(path: &Path, bytes: &[u8], overwrite: bool) -> Result<PathBuf, Problem> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        make_folder(folder)?;
    }
    write(path, bytes, overwrite)?;
    Ok(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
}

/// Makes a folder that only its owner can enter, unless it is there.
pub(super) fn make_folder(folder: &Path) -> Result<(), Problem> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| told(&error, folder))
}

/// Says an error of the file system to people.
pub(super) fn told(error: &io::Error, path: &Path) -> Problem {
    let lacking = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let problem = Problem::refused(match error.kind() {
        io::ErrorKind::NotFound => match lacking {
            Some(folder) => msg!("cli-file-folder-missing", folder = folder.display().to_string()),
            None => msg!("cli-file-missing"),
        },
        io::ErrorKind::PermissionDenied => msg!("cli-file-permission"),
        io::ErrorKind::AlreadyExists => msg!("cli-file-exists"),
        io::ErrorKind::IsADirectory => msg!("cli-file-folder"),
        io::ErrorKind::NotADirectory => msg!("cli-file-no-folder"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => msg!("cli-file-full"),
        io::ErrorKind::ReadOnlyFilesystem => msg!("cli-file-read-only"),
        _ => msg!("cli-file-failed", error = error.to_string()),
    });
    let problem = problem.in_file(path.display().to_string());
    if error.kind() == io::ErrorKind::AlreadyExists { problem.hint(msg!("cli-hint-force")) } else { problem }
}

/// A file that is being written, under a name of its own; gone again unless it is published.
pub(super) struct Draft {
    file: io::BufWriter<File>,
    path: PathBuf,
    place: PathBuf,
}

impl Draft {
    /// Makes an empty private file beside the place it will take.
    pub(super) fn beside(place: &Path) -> Result<Draft, Problem> {
        let mut name = std::ffi::OsString::from(".");
        name.push(place.file_name().unwrap_or_default());
        name.push(format!(".{}.new", std::process::id()));
        let draft = place.with_file_name(name);
        // Left by a process of the same number that was killed.
        let _ = fs::remove_file(&draft);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&draft).map_err(|error| told(&error, place))?;
        Ok(Draft { file: io::BufWriter::new(file), path: draft, place: place.to_owned() })
    }

    /// Gives the file its name.
    pub(super) fn publish(mut self, overwrite: bool) -> Result<(), Problem> {
        let done = self.file.flush().and_then(|()| self.file.get_ref().sync_all()).and_then(|()| {
            if overwrite { fs::rename(&self.path, &self.place) } else { rename_new(&self.path, &self.place) }
        });
        done.map_err(|error| told(&error, &self.place))
    }

    pub(super) fn place(&self) -> &Path {
        &self.place
    }
}

/// Renames a file to a name that no file has.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Ok(()) => Ok(()),
        // A file system without hard links: look, then rename.
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Gone already after a rename; otherwise a leftover that harms nobody.
        let _ = fs::remove_file(&self.path);
    }
}

/// A file of rows to be imported.
pub(super) struct FileSource {
    path: PathBuf,
    name: String,
    size: u64,
}

impl FileSource {
    /// Looks at a file; anything that cannot be read twice is refused.
    pub(super) fn new(path: &Path) -> Result<FileSource, Problem> {
        let name = path.display().to_string();
        let meta = fs::metadata(path).map_err(|error| told(&error, path))?;
        if meta.is_dir() {
            return Err(Problem::refused(msg!("cli-file-folder")).in_file(name));
        }
        if !meta.is_file() {
            return Err(Problem::refused(msg!("cli-file-not-plain")).in_file(name));
        }
        Ok(FileSource { path: path.to_owned(), name, size: meta.len() })
    }
}

impl Source for FileSource {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> Option<u64> {
        Some(self.size)
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(File::open(&self.path)?))
    }
}

/// Bytes in memory to be imported.
pub(super) struct MemorySource {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

impl Source for MemorySource {
    fn name(&self) -> &str {
        self.name
    }

    fn size(&self) -> Option<u64> {
        Some(self.bytes.len() as u64)
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.bytes.as_slice()))
    }
}

/// The present instant, UTC seconds.
pub(super) fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
