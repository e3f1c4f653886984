//! A snapshot's pieces back into columns, on every processor at once. Never here: when a snapshot may be believed at all.
//!
//! The columns of events are most of it. How many pieces they are, and how many events are in each, is known once the head is read,
//! so whoever is free takes the next. Each piece proves by its sum that it is of this revision and epoch, whoever read it.

use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::OnceLock;
use std::sync::PoisonError;

use rusqlite::Connection;
use rusqlite::Statement;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Detail;
use crate::engine::columns::Events;
use crate::engine::columns::Field;
use crate::engine::columns::Texts;
use crate::engine::instants::Instants;
use crate::engine::instants::Run;
use crate::engine::numbers::Numbers;
use crate::engine::sweep::processors;
use crate::model::FieldType;
use crate::store::StoredField;
use crate::store::another;
use crate::store::pack;
use crate::store::pack::PIECE;
use crate::store::pack::Small;
use crate::store::snapshot::head::Head;
use crate::store::snapshot::head::KINDS;
use crate::store::snapshot::seed;

/// More than this many wait for the same disk.
const MOST_READERS: usize = 4;

/// Returns the leads that a snapshot holds; none if it is not of this revision and epoch, or not whole.
///
/// The connection holds the file as it is; more of them are opened by its path.
pub(in crate::store) fn read(
    conn: &Connection,
    path: &Path,
    stored: &[StoredField],
    zone: chrono_tz::Tz,
    mark: (i64, i64),
) -> Option<Dataset> {
    let mut pieces = Pieces::of(conn, mark)?;
    let last: i64 = conn.query_row("SELECT max(id) FROM snapshot", (), |row| row.get(0)).ok()?;
    let mut reader = Reader { pieces: &mut pieces, n: 0, numbers: Vec::new() };
    let head = reader.next(Head::read)?;
    let runs = reader.runs(&head)?;
    let n = head.n_events();
    // A forged count must not take all memory.
    let n_pieces = i64::try_from(n.div_ceil(PIECE)).ok().filter(|n| *n < last)?;
    let [at, lead, detail] = [0, 1, 2].map(|column| reader.n + column * n_pieces);
    let rest_at = detail + if head.detail_bytes == 0 { 0 } else { n_pieces };

    let (mut lows, mut leads, mut details) = (vec![0; n], vec![0; n], room_for(head.detail_bytes, n)?);
    let mut rest = None;
    let mut jobs: Vec<Job<'_>> = vec![Box::new(|pieces| {
        rest = Rest::read(&mut Reader { pieces, n: rest_at, numbers: Vec::new() }, &head, stored);
        rest.as_ref().map(drop)
    })];
    let most = head.n_details;
    jobs.extend(rising_jobs(at, &mut lows, &runs));
    jobs.extend(small_jobs(lead, &mut leads, head.n_leads as u64));
    match &mut details {
        Codes::U8(codes) => jobs.extend(small_jobs(detail, codes, most as u64 + 1)),
        Codes::U16(codes) => jobs.extend(small_jobs(detail, codes, most as u64 + 1)),
        Codes::U32(codes) => jobs.extend(small_jobs(detail, codes, most as u64 + 1)),
    }
    work_off(jobs, pieces, path, mark)?;

    let rest = rest.filter(|rest| rest.last == last)?;
    let at = Instants::of(lows, runs);
    let rises = |(at, next): (&Run, &Run)| at.high < next.high;
    for bounds in head.starts.windows(2) {
        let own: Vec<Run> = at.pieces(bounds[0]..bounds[1]).map(|(run, _)| run).collect();
        if !own.iter().zip(own.iter().skip(1)).all(rises) {
            return None;
        }
    }
    let Rest { keys, newest, fields, kinds, words, details: known, .. } = rest;
    let newest = OnceLock::from(Arc::new(newest));
    let events = Events { kinds, starts: head.starts, lead: leads, at, detail: details, details: known, words, newest };
    Some(Dataset { keys: Arc::new(keys), fields, events: Arc::new(events), zone })
}

/// Reads some pieces into their place; none if one of them is not sound.
type Job<'j> = Box<dyn FnOnce(&mut Pieces<'_>) -> Option<()> + Send + 'j>;

/// Does all jobs, each by whoever is free; none if one of them failed.
fn work_off(jobs: Vec<Job<'_>>, mut pieces: Pieces<'_>, path: &Path, mark: (i64, i64)) -> Option<()> {
    let n_helpers = processors().min(MOST_READERS).min(jobs.len()) - 1;
    let jobs = Mutex::new(jobs.into_iter());
    let work = |pieces: &mut Pieces<'_>| {
        loop {
            let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(job) = next else { return Some(()) };
            job(pieces)?;
        }
    };
    std::thread::scope(|scope| {
        let help = || {
            // Whoever cannot help does no harm: all is done by the others.
            let Ok(conn) = another(path) else { return Some(()) };
            Pieces::of(&conn, mark).map_or(Some(()), |mut pieces| work(&mut pieces))
        };
        let helpers: Vec<_> = (0..n_helpers).map(|_| scope.spawn(help)).collect();
        let done = work(&mut pieces);
        let helped = helpers.into_iter().map(|helper| helper.join().unwrap_or(None));
        helped.fold(done, Option::and)
    })
}

fn small_jobs<T: Small + Send>(before: i64, out: &mut [T], bound: u64) -> impl Iterator<Item = Job<'_>> {
    (before + 1..).zip(out.chunks_mut(PIECE)).map(move |(n, out)| -> Job<'_> {
        Box::new(move |pieces| pieces.read(n, |piece| all_of(pack::get_small(piece, bound, out)?)))
    })
}

fn rising_jobs<'j>(before: i64, out: &'j mut [u16], runs: &'j [Run]) -> Vec<Job<'j>> {
    let mut starts = runs.iter().map(|run| run.start as usize).peekable();
    let mut jobs: Vec<Job<'j>> = Vec::new();
    for (n, (mut from, mut out)) in (before + 1..).zip((0..).step_by(PIECE).zip(out.chunks_mut(PIECE))) {
        // Each run begins anew, and so does each piece.
        let mut own = Vec::new();
        let end = from + out.len();
        while let Some(start) = starts.next_if(|start| *start < end) {
            own.extend(out.split_off_mut(..start - from).filter(|part| !part.is_empty()));
            from = start;
        }
        own.push(out);
        jobs.push(Box::new(move |pieces| {
            pieces.read(n, |piece| all_of(own.into_iter().try_fold(piece, pack::get_rising)?))
        }));
    }
    jobs
}

/// Nothing of a piece may be left.
fn all_of(left: &[u8]) -> Option<()> {
    left.is_empty().then_some(())
}

/// The pieces, through one connection.
struct Pieces<'c> {
    query: Statement<'c>,
    revision: i64,
    epoch: i64,
}

impl Pieces<'_> {
    fn of(conn: &Connection, (revision, epoch): (i64, i64)) -> Option<Pieces<'_>> {
        let query = conn.prepare("SELECT sum, bytes FROM snapshot WHERE id = ?1").ok()?;
        Some(Pieces { query, revision, epoch })
    }

    /// Reads a piece, if it is sound.
    fn read<R>(&mut self, n: i64, take: impl FnOnce(&[u8]) -> Option<R>) -> Option<R> {
        let mut rows = self.query.query((n,)).ok()?;
        let row = rows.next().ok()??;
        let sum: i64 = row.get(0).ok()?;
        let piece = row.get_ref(1).ok()?.as_blob().ok()?;
        if sum == pack::sum(&seed(self.revision, self.epoch, n), piece) { take(piece) } else { None }
    }
}

/// What is read piece after piece, by one reader.
struct Rest {
    keys: Texts,
    newest: Numbers,
    fields: Vec<Arc<Field>>,
    kinds: Vec<String>,
    words: Vec<String>,
    details: Vec<Detail>,
    /// The last piece's number.
    last: i64,
}

impl Rest {
    fn read(reader: &mut Reader<'_, '_>, head: &Head, stored: &[StoredField]) -> Option<Rest> {
        let mut keys = Texts::default();
        reader.texts(head.n_leads, |key| keys.push(key))?;
        let newest = reader.numbers(head.n_leads)?.into();
        if stored.len() != head.fields.len() {
            return None;
        }
        let mut fields = Vec::with_capacity(stored.len());
        for (field, (id, kind, bytes, n_words)) in stored.iter().zip(&head.fields) {
            if field.id != *id || KINDS.get(*kind) != Some(&field.kind) {
                return None;
            }
            let column = reader.column(field.kind, head.n_leads, *bytes, *n_words)?;
            fields.push(Arc::new(Field { name: field.name.clone(), kind: field.kind, role: field.role, column }));
        }
        let kinds = reader.words(head.n_kinds)?;
        let words = reader.words(head.n_words)?;
        let details = reader.details(head.n_details, head.n_words)?;
        Some(Rest { keys, newest, fields, kinds, words, details, last: reader.n })
    }
}

/// Reads pieces in their order.
struct Reader<'p, 'c> {
    pieces: &'p mut Pieces<'c>,
    /// The number of the piece that was read last.
    n: i64,
    /// Those read last: kept, so that they take room once, and not between what stays.
    numbers: Vec<i64>,
}

impl Reader<'_, '_> {
    fn next<R>(&mut self, take: impl FnOnce(&[u8]) -> Option<R>) -> Option<R> {
        self.n += 1;
        self.pieces.read(self.n, take)
    }

    /// Returns which events share the upper half of their instants: ascending from 0.
    fn runs(&mut self, head: &Head) -> Option<Vec<Run>> {
        let starts: Vec<u32> = self.small(head.n_runs, head.n_events() as u64)?;
        let highs: Vec<u16> = self.small(head.n_runs, 1 << 16)?;
        let ascend = starts.windows(2).all(|two| two[0] < two[1]);
        let sound = ascend && starts.first().copied() == (head.n_events() > 0).then_some(0);
        sound.then(|| starts.into_iter().zip(highs).map(|(start, high)| Run { start, high }).collect())
    }

    fn column(&mut self, kind: FieldType, n_leads: usize, bytes: u8, n_words: usize) -> Option<Column> {
        Some(match kind {
            FieldType::Text => {
                let words = self.words(n_words)?;
                Column::Text { codes: self.codes(n_leads, bytes, n_words)?, words }
            }
            FieldType::Whole | FieldType::Decimal | FieldType::Date => Column::Number(self.numbers(n_leads)?.into()),
            FieldType::YesNo => Column::YesNo(self.small(n_leads, 3)?),
        })
    }

    fn details(&mut self, n: usize, n_words: usize) -> Option<Vec<Detail>> {
        let bound = n_words as u64 + 1;
        let (assets, channels) = (self.small::<u32>(n, bound)?, self.small::<u32>(n, bound)?);
        let campaigns = self.small::<u32>(n, bound)?;
        let values = self.numbers(n)?;
        let detail = |index| Detail {
            asset: assets[index],
            channel: channels[index],
            campaign: campaigns[index],
            value: values[index],
        };
        Some((0..n).map(detail).collect())
    }

    /// Reads codes up to `most`.
    fn codes(&mut self, n: usize, bytes: u8, most: usize) -> Option<Codes> {
        let bound = most as u64 + 1;
        Some(match bytes {
            1 => Codes::U8(self.small(n, bound)?),
            2 => Codes::U16(self.small(n, bound)?),
            4 => Codes::U32(self.small(n, bound)?),
            _ => return None,
        })
    }

    fn small<T: Small>(&mut self, n: usize, bound: u64) -> Option<Vec<T>> {
        let mut out = Vec::with_capacity(room(n));
        while out.len() < n {
            let from = out.len();
            out.resize(from + (n - from).min(PIECE), T::of(0));
            self.next(|piece| all_of(pack::get_small(piece, bound, &mut out[from..])?))?;
        }
        Some(out)
    }

    fn numbers(&mut self, n: usize) -> Option<&[i64]> {
        let mut out = std::mem::take(&mut self.numbers);
        out.clear();
        out.reserve(room(n));
        while out.len() < n {
            let more = (n - out.len()).min(PIECE);
            self.next(|piece| pack::get_numbers(piece, more, &mut out))?;
        }
        self.numbers = out;
        Some(&self.numbers)
    }

    fn words(&mut self, n: usize) -> Option<Vec<String>> {
        let mut words = Vec::new();
        self.texts(n, |word| words.push(word.to_owned()))?;
        Some(words)
    }

    fn texts(&mut self, n: usize, mut take: impl FnMut(&str)) -> Option<()> {
        let mut done = 0;
        while done < n {
            // An empty piece would never end.
            done += self.next(|piece| pack::get_texts(piece, &mut take).filter(|n| *n > 0))?;
        }
        (done == n).then_some(())
    }
}

/// How much is set aside for a column at once: a forged count must not take all memory.
fn room(n: usize) -> usize {
    n.min(1 << 27)
}

/// Returns codes of so many bytes, all 0; none of no bytes.
fn room_for(bytes: u8, n: usize) -> Option<Codes> {
    Some(match bytes {
        0 => Codes::default(),
        1 => Codes::U8(vec![0; n]),
        2 => Codes::U16(vec![0; n]),
        4 => Codes::U32(vec![0; n]),
        _ => return None,
    })
}
