//! Whether anybody else has written to the file since quadrille last did.
//!
//! `SQLite` moves a counter in the file's header on with every change that is committed, whatever program makes it. Each change of
//! quadrille's own leaves behind, in the same transaction, what the header will say after it: the seal. A header that says something
//! else means that another program was here. The next change of our own then begins a new epoch, and what was worked out in an older
//! one is never believed again: a seal is renewed only by a change that found the one before it whole.
//!
//! The counter alone would do for programs that write to this very file. A copy made row by row (`VACUUM INTO`, `.dump`) counts anew
//! and takes the seal's row along, so its number of pages, of free pages and of changes of the schema, and the version of the
//! library that wrote it, must be the same as well. A file in the mode of a write-ahead log counts in another way: it is never
//! believed. Bytes changed below `SQLite` (a failing disk) move no counter; sums and checks of pages are there to find those.
//!
//! Never here: what is kept under the seal.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::os::unix::fs::MetadataExt;

use rusqlite::Connection;

use crate::store::disk::HEADER_BYTES;
use crate::store::fault::Fault;

/// What a file's header says of its last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marks {
    /// How many changes were committed.
    change: u32,
    pages: u32,
    free: u32,
    /// How often the schema was changed.
    cookie: u32,
    /// Version of the library that wrote last.
    library: u32,
}

impl Marks {
    /// Reads the header; none if it cannot be relied on. The connection must hold a lock, so that nobody changes it meanwhile.
    fn of(file: &File) -> Option<Marks> {
        let mut bytes = [0; HEADER_BYTES];
        file.read_exact_at(&mut bytes, 0).ok()?;
        let number = |at: usize| bytes[at..].first_chunk().map_or(0, |bytes| u32::from_be_bytes(*bytes));
        let [write_mode, read_mode] = [bytes[18], bytes[19]];
        // Behind the number at 92 is what the counter was when the size was last written: an ancient library leaves it behind.
        let sound = write_mode == 1 && read_mode == 1 && number(92) == number(24);
        let marks =
            Marks { change: number(24), pages: number(28), free: number(36), cookie: number(40), library: number(96) };
        sound.then_some(marks)
    }
}

/// The seal as a transaction finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    /// Which file it is, whatever its name: device and inode.
    file: Option<(u64, u64)>,
    header: Option<Marks>,
    /// Whether nobody but quadrille has written.
    pub(super) whole: bool,
    /// Moves on when somebody else has.
    pub(super) epoch: i64,
}

impl Seal {
    /// Looks at the seal, at the start of a transaction.
    pub(super) fn look(conn: &Connection, file: &File) -> Result<Seal, Fault> {
        // This reading takes the lock under which the header is looked at.
        let (sealed, epoch) = conn
            .prepare_cached("SELECT change, pages, free, cookie, library, epoch FROM seal WHERE id = 1")?
            .query_row((), |row| {
                let marks = Marks {
                    change: row.get(0)?,
                    pages: row.get(1)?,
                    free: row.get(2)?,
                    cookie: row.get(3)?,
                    library: row.get(4)?,
                };
                Ok((marks, row.get(5)?))
            })?;
        let header = Marks::of(file);
        let file = file.metadata().ok().map(|meta| (meta.dev(), meta.ino()));
        Ok(Seal { file, header, whole: header == Some(sealed), epoch })
    }

    /// Whether nobody else has written since an earlier look at the same file.
    pub(super) fn follows(&self, then: &Seal) -> bool {
        let untouched = self.header.is_some() && self == then;
        untouched || (self.file == then.file && self.whole && then.whole && self.epoch == then.epoch)
    }

    /// Returns the epoch that this transaction leaves behind.
    pub(super) fn next_epoch(&self) -> i64 {
        if self.whole { self.epoch } else { self.epoch.wrapping_add(1) }
    }

    /// Leaves the seal of this transaction: its last writing, before it is committed.
    pub(super) fn renew(&self, conn: &Connection) -> Result<(), Fault> {
        let number = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
        let change = self.header.map_or(0, |header| header.change.wrapping_add(1));
        let (pages, free, cookie) = (number("page_count")?, number("freelist_count")?, number("schema_version")?);
        let n = conn
            .prepare_cached(
                "UPDATE seal SET change = ?1, pages = ?2, free = ?3, cookie = ?4, library = ?5, epoch = ?6 WHERE id = 1",
            )?
            .execute((change, pages, free, cookie, rusqlite::version_number(), self.next_epoch()))?;
        if n == 1 { Ok(()) } else { Err(Fault::Damaged) }
    }
}
