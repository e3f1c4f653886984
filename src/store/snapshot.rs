//! The leads and events as columns, kept in the file beside the rows they were made of, so that opening need not read every row.
//!
//! The rows are the truth. A snapshot is believed only while nothing can have changed them: its pieces are summed up under the
//! revision of the data and the epoch of the [`Seal`], and the seal must be whole. Everything else, a damaged piece among it, means
//! reading the rows. Never here: how a column becomes bytes (see `pack`).

mod head;
mod reading;

use std::ops::Range;
use std::sync::Arc;

use rayon::iter::IndexedParallelIterator;
use rayon::iter::IntoParallelIterator;
use rayon::iter::ParallelIterator;
use rusqlite::Connection;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Detail;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::StoredField;
use crate::store::fault::Fault;
use crate::store::log;
use crate::store::pack;
use crate::store::pack::PIECE;
use crate::store::pack::Small;
use crate::store::seal::Seal;
use crate::store::snapshot::head::Head;

pub(super) use reading::read;

/// Moves on with every change of the form.
const FORM: u64 = 3;
/// Pieces of a column that are made before they are written.
const AT_ONCE: usize = 8;
/// Leads and events together below which the rows are read as fast.
const WORTH_IT: usize = 200_000;

/// The leads as they were loaded, and from where.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub data: Arc<Dataset>,
    /// Whether a snapshot spared reading the rows.
    pub from_snapshot: bool,
    /// Moves on with every import that changed something.
    pub revision: i64,
    pub(super) seal: Seal,
}

impl Loaded {
    /// Whether a snapshot would make the next opening faster.
    pub fn wants_snapshot(&self) -> bool {
        !self.from_snapshot && self.data.n_leads() + self.data.events.len() >= WORTH_IT
    }
}

impl Store {
    /// Keeps leads that were loaded from rows as a snapshot, unless they may have changed since; returns whether it did.
    pub fn keep_snapshot(&mut self, loaded: &Loaded) -> Result<bool, Problem> {
        let Loaded { data, revision, seal: then, .. } = loaded;
        self.write_under(|tx, now| {
            if !now.follows(then) || log::counter(tx, "data_revision")? != *revision {
                return Ok(false);
            }
            let epoch = now.next_epoch();
            tx.execute("DELETE FROM snapshot", ())?;
            let mut fields = crate::store::fields::all(tx)?;
            fields.sort_by_key(|field| (field.position, field.id));
            Writer { conn: tx, revision: *revision, epoch, n: 0 }.all(data, &fields)?;
            Ok(true)
        })
    }
}

/// Writes pieces, numbered from 1.
struct Writer<'c> {
    conn: &'c Connection,
    revision: i64,
    epoch: i64,
    n: i64,
}

impl Writer<'_> {
    fn put(&mut self, piece: &[u8]) -> Result<(), Fault> {
        self.n += 1;
        let sum = pack::sum(&seed(self.revision, self.epoch, self.n), piece);
        self.conn
            .prepare_cached("INSERT INTO snapshot (id, sum, bytes) VALUES (?1, ?2, ?3)")?
            .execute((self.n, sum, piece))?;
        Ok(())
    }

    /// Writes the pieces that a column of so many numbers falls into: made on every processor, a few at a time to take little room.
    fn put_all(&mut self, n: usize, make: impl Fn(Range<usize>) -> Vec<u8> + Sync) -> Result<(), Fault> {
        for from in (0..n).step_by(AT_ONCE * PIECE) {
            let until = n.min(from + AT_ONCE * PIECE);
            let starts = (from..until).into_par_iter().step_by(PIECE);
            let pieces: Vec<Vec<u8>> = starts.map(|start| make(start..until.min(start + PIECE))).collect();
            pieces.iter().try_for_each(|piece| self.put(piece))?;
        }
        Ok(())
    }

    fn all(mut self, data: &Dataset, fields: &[StoredField]) -> Result<(), Fault> {
        if fields.len() != data.fields.len() {
            return Err(Fault::Damaged);
        }
        let Dataset { keys, events, .. } = data;
        self.put(&Head::of(data, fields).bytes())?;
        self.small(&events.at.runs().iter().map(|run| run.start).collect::<Vec<u32>>())?;
        self.small(&events.at.runs().iter().map(|run| run.high).collect::<Vec<u16>>())?;
        self.put_all(events.len(), |range| {
            let mut piece = Vec::new();
            for (_, own) in events.at.pieces(range) {
                pack::put_rising(&mut piece, events.at.low(own));
            }
            piece
        })?;
        self.small(&events.lead)?;
        self.codes(&events.detail)?;
        self.texts(keys.len(), |index| keys.get(index))?;
        self.numbers(&data.newest().iter().collect::<Vec<i64>>())?;
        for field in &data.fields {
            match &field.column {
                Column::Text { codes, words } => {
                    self.texts(words.len(), |index| &words[index])?;
                    self.codes(codes)?;
                }
                Column::Number(numbers) => self.numbers(&numbers.iter().collect::<Vec<i64>>())?,
                Column::YesNo(answers) => self.small(answers)?,
            }
        }
        self.texts(events.kinds.len(), |index| &events.kinds[index])?;
        self.texts(events.words.len(), |index| &events.words[index])?;
        for part in [|d: &Detail| d.asset, |d: &Detail| d.channel, |d: &Detail| d.campaign] {
            self.small(&events.details.iter().map(part).collect::<Vec<u32>>())?;
        }
        self.numbers(&events.details.iter().map(|detail| detail.value).collect::<Vec<i64>>())
    }

    fn texts<'t>(&mut self, n: usize, text: impl Fn(usize) -> &'t str) -> Result<(), Fault> {
        let mut done = 0;
        while done < n {
            let (piece, more) = pack::put_texts((done..n).map(&text));
            self.put(&piece)?;
            done += more;
        }
        Ok(())
    }

    fn codes(&mut self, codes: &Codes) -> Result<(), Fault> {
        match codes {
            Codes::U8(codes) => self.small(codes),
            Codes::U16(codes) => self.small(codes),
            Codes::U32(codes) => self.small(codes),
        }
    }

    fn small<T: Small + Sync>(&mut self, numbers: &[T]) -> Result<(), Fault> {
        self.put_all(numbers.len(), |range| {
            let mut piece = Vec::new();
            pack::put_small(&mut piece, &numbers[range]);
            piece
        })
    }

    fn numbers(&mut self, numbers: &[i64]) -> Result<(), Fault> {
        self.put_all(numbers.len(), |range| pack::put_numbers(&numbers[range]))
    }
}

fn seed(revision: i64, epoch: i64, n: i64) -> [u64; 4] {
    [FORM, revision.cast_unsigned(), epoch.cast_unsigned(), n.cast_unsigned()]
}
