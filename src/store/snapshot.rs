//! The leads and events as columns, kept in the file beside the rows they were made of, so that opening need not read every row.
//!
//! The rows are the truth. A snapshot is believed only while nothing can have changed them: its pieces are summed up under the
//! revision of the data and the epoch of the [`Seal`], and the seal must be whole. Everything else, a damaged piece among it, means
//! reading the rows. Never here: how a column becomes bytes (see `pack`).

use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::Rows;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Detail;
use crate::engine::columns::Events;
use crate::engine::columns::Field;
use crate::engine::columns::Texts;
use crate::model::FieldType;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::StoredField;
use crate::store::fault::Fault;
use crate::store::log;
use crate::store::pack;
use crate::store::pack::PIECE;
use crate::store::pack::Small;
use crate::store::seal::Seal;

/// Moves on with every change of the form.
const FORM: u64 = 1;
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
            // What this transaction leaves behind.
            let epoch = if now.whole { now.epoch } else { now.epoch.wrapping_add(1) };
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

    fn all(mut self, data: &Dataset, fields: &[StoredField]) -> Result<(), Fault> {
        if fields.len() != data.fields.len() {
            return Err(Fault::Damaged);
        }
        let Dataset { keys, events, .. } = data;
        self.put(&Head::of(data, fields).bytes())?;
        self.texts(keys.len(), |index| keys.get(index))?;
        for field in &data.fields {
            match &field.column {
                Column::Text { codes, words } => {
                    self.texts(words.len(), |index| &words[index])?;
                    self.codes(codes)?;
                }
                Column::Number(numbers) => self.numbers(numbers)?,
                Column::YesNo(answers) => self.small(answers)?,
            }
        }
        self.texts(events.kinds.len(), |index| &events.kinds[index])?;
        self.texts(events.words.len(), |index| &events.words[index])?;
        for part in [|d: &Detail| d.asset, |d: &Detail| d.channel, |d: &Detail| d.campaign] {
            self.small(&events.details.iter().map(part).collect::<Vec<u32>>())?;
        }
        self.numbers(&events.details.iter().map(|detail| detail.value).collect::<Vec<i64>>())?;
        for bounds in events.starts.windows(2) {
            for piece in events.at[bounds[0]..bounds[1]].chunks(PIECE) {
                self.put(&pack::put_rising(piece))?;
            }
        }
        self.small(&events.lead)?;
        self.codes(&events.detail)
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

    fn small<T: Small>(&mut self, numbers: &[T]) -> Result<(), Fault> {
        numbers.chunks(PIECE).try_for_each(|piece| self.put(&pack::put_small(piece)))
    }

    fn numbers(&mut self, numbers: &[i64]) -> Result<(), Fault> {
        numbers.chunks(PIECE).try_for_each(|piece| self.put(&pack::put_numbers(piece)))
    }
}

fn seed(revision: i64, epoch: i64, n: i64) -> [u64; 4] {
    [FORM, revision.cast_unsigned(), epoch.cast_unsigned(), n.cast_unsigned()]
}

/// The first piece: how many of everything there are, as a list of numbers.
struct Head {
    n_leads: usize,
    n_kinds: usize,
    n_words: usize,
    n_details: usize,
    /// Bytes of an event's code of a detail; 0 where no event has one.
    detail_bytes: u8,
    /// Of each field: its id, its type's place in [`KINDS`], the bytes of its codes, its words.
    fields: Vec<(i64, usize, u8, usize)>,
    starts: Vec<usize>,
}

/// The types of fields, in the order of their numbers.
const KINDS: [FieldType; 5] =
    [FieldType::Text, FieldType::Whole, FieldType::Decimal, FieldType::Date, FieldType::YesNo];

impl Head {
    fn of(data: &Dataset, fields: &[StoredField]) -> Head {
        let events = &data.events;
        let field = |(stored, field): (&StoredField, &Arc<Field>)| {
            let (bytes, n_words) = match &field.column {
                Column::Text { codes, words } => (bytes_of(codes), words.len()),
                Column::Number(_) | Column::YesNo(_) => (0, 0),
            };
            (stored.id, kind_number(field.kind), bytes, n_words)
        };
        Head {
            n_leads: data.n_leads(),
            n_kinds: events.kinds.len(),
            n_words: events.words.len(),
            n_details: events.details.len(),
            detail_bytes: if events.detail.is_empty() { 0 } else { bytes_of(&events.detail) },
            fields: fields.iter().zip(&data.fields).map(field).collect(),
            starts: events.starts.clone(),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let Head { n_leads, n_kinds, n_words, n_details, detail_bytes, fields, starts } = self;
        let counts = [*n_leads, *n_kinds, *n_words, *n_details, usize::from(*detail_bytes), fields.len()];
        let mut out: Vec<u8> = Vec::new();
        let mut put = |n: u64| out.extend_from_slice(&n.to_le_bytes());
        for n in counts {
            put(n as u64);
        }
        for (id, kind, bytes, n_words) in fields {
            [id.cast_unsigned(), *kind as u64, u64::from(*bytes), *n_words as u64].into_iter().for_each(&mut put);
        }
        for start in starts {
            put(*start as u64);
        }
        out
    }

    fn read(bytes: &[u8]) -> Option<Head> {
        let (words, []) = bytes.as_chunks::<8>() else { return None };
        let mut numbers = words.iter().map(|word| u64::from_le_bytes(*word));
        let mut count = || usize::try_from(numbers.next()?).ok();
        let (n_leads, n_kinds, n_words, n_details) = (count()?, count()?, count()?, count()?);
        let (detail_bytes, n_fields) = (u8::try_from(count()?).ok()?, count()?);
        let mut fields = Vec::new();
        for _ in 0..n_fields {
            let id = numbers.next()?.cast_signed();
            let mut count = || usize::try_from(numbers.next()?).ok();
            fields.push((id, count()?, u8::try_from(count()?).ok()?, count()?));
        }
        let starts: Vec<usize> = numbers.map(usize::try_from).collect::<Result<_, _>>().ok()?;
        let sound = starts.len() == n_kinds.checked_add(1)?
            && starts.first() == Some(&0)
            && starts.is_sorted()
            && (detail_bytes == 0) == (n_details == 0);
        sound.then_some(Head { n_leads, n_kinds, n_words, n_details, detail_bytes, fields, starts })
    }
}

fn kind_number(kind: FieldType) -> usize {
    KINDS.iter().position(|known| *known == kind).expect("every type stands in the list")
}

fn bytes_of(codes: &Codes) -> u8 {
    match codes {
        Codes::U8(_) => 1,
        Codes::U16(_) => 2,
        Codes::U32(_) => 4,
    }
}

/// Returns the leads that a snapshot holds; none if it is not of this revision and epoch, or not whole.
pub(super) fn read(
    conn: &Connection,
    fields: &[StoredField],
    zone: chrono_tz::Tz,
    (revision, epoch): (i64, i64),
) -> Option<Dataset> {
    let mut query = conn.prepare("SELECT id, sum, bytes FROM snapshot ORDER BY id").ok()?;
    let rows = query.query(()).ok()?;
    let mut reader = Reader { rows, revision, epoch, n: 0 };
    let data = reader.all(fields, zone)?;
    // Nothing may follow.
    reader.rows.next().ok()?.is_none().then_some(data)
}

/// Reads pieces in their order.
struct Reader<'q> {
    rows: Rows<'q>,
    revision: i64,
    epoch: i64,
    n: i64,
}

impl Reader<'_> {
    fn piece(&mut self) -> Option<&[u8]> {
        self.n += 1;
        let row = self.rows.next().ok()??;
        let (id, sum): (i64, i64) = (row.get(0).ok()?, row.get(1).ok()?);
        let piece = row.get_ref(2).ok()?.as_blob().ok()?;
        let sound = id == self.n && sum == pack::sum(&seed(self.revision, self.epoch, self.n), piece);
        sound.then_some(piece)
    }

    fn all(&mut self, stored: &[StoredField], zone: chrono_tz::Tz) -> Option<Dataset> {
        let head = Head::read(self.piece()?)?;
        let mut keys = Texts::default();
        self.texts(head.n_leads, |key| keys.push(key))?;
        if stored.len() != head.fields.len() {
            return None;
        }
        let mut fields = Vec::with_capacity(stored.len());
        for (field, (id, kind, bytes, n_words)) in stored.iter().zip(&head.fields) {
            if field.id != *id || KINDS.get(*kind) != Some(&field.kind) {
                return None;
            }
            let column = self.column(field.kind, head.n_leads, *bytes, *n_words)?;
            fields.push(Arc::new(Field { name: field.name.clone(), kind: field.kind, role: field.role, column }));
        }
        let events = self.events(head)?;
        Some(Dataset { keys: Arc::new(keys), fields, events: Arc::new(events), zone })
    }

    fn column(&mut self, kind: FieldType, n_leads: usize, bytes: u8, n_words: usize) -> Option<Column> {
        Some(match kind {
            FieldType::Text => {
                let words = self.words(n_words)?;
                Column::Text { codes: self.codes(n_leads, bytes, n_words)?, words }
            }
            FieldType::Whole | FieldType::Decimal | FieldType::Date => Column::Number(self.numbers(n_leads)?),
            FieldType::YesNo => Column::YesNo(self.small(n_leads, 3)?),
        })
    }

    fn events(&mut self, head: Head) -> Option<Events> {
        let n_events = *head.starts.last()?;
        let kinds = self.words(head.n_kinds)?;
        let words = self.words(head.n_words)?;
        let bound = head.n_words as u64 + 1;
        let n = head.n_details;
        let (assets, channels) = (self.small::<u32>(n, bound)?, self.small::<u32>(n, bound)?);
        let (campaigns, values) = (self.small::<u32>(n, bound)?, self.numbers(n)?);
        let detail = |index| Detail {
            asset: assets[index],
            channel: channels[index],
            campaign: campaigns[index],
            value: values[index],
        };
        let details = (0..n).map(detail).collect();
        let mut at = Vec::with_capacity(room(n_events));
        for bounds in head.starts.windows(2) {
            let mut left = bounds[1] - bounds[0];
            while left > 0 {
                let n = left.min(PIECE);
                pack::get_rising(self.piece()?, n, &mut at)?;
                left -= n;
            }
        }
        let lead = self.small(n_events, head.n_leads as u64)?;
        let detail = if head.detail_bytes == 0 {
            Codes::default()
        } else {
            self.codes(n_events, head.detail_bytes, head.n_details)?
        };
        Some(Events { kinds, starts: head.starts, lead, at, detail, details, words })
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
            let more = (n - out.len()).min(PIECE);
            pack::get_small(self.piece()?, more, bound, &mut out)?;
        }
        Some(out)
    }

    fn numbers(&mut self, n: usize) -> Option<Vec<i64>> {
        let mut out = Vec::with_capacity(room(n));
        while out.len() < n {
            let more = (n - out.len()).min(PIECE);
            pack::get_numbers(self.piece()?, more, &mut out)?;
        }
        Some(out)
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
            done += pack::get_texts(self.piece()?, &mut take).filter(|n| *n > 0)?;
        }
        (done == n).then_some(())
    }
}

/// How much is set aside for a column at once: a forged count must not take all memory.
fn room(n: usize) -> usize {
    n.min(1 << 27)
}
