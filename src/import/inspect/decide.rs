//! From the evidence of the first pass to the shape: types, roles, the key, and what a person should see or answer.

use encoding_rs::UTF_8;

use crate::import::KeyChoice;
use crate::import::Options;
use crate::import::PROBLEM_COLUMN;
use crate::import::ROW_COLUMN;
use crate::import::date::Dates;
use crate::import::headers;
use crate::import::headers::Dated;
use crate::import::headers::Part;
use crate::import::inspect::Scan;
use crate::import::number::Mark;
use crate::import::profile::Finding;
use crate::import::profile::IdLike;
use crate::import::profile::Order;
use crate::import::profile::Profile;
use crate::import::shape::ColumnShape;
use crate::import::shape::Key;
use crate::import::shape::Mostly;
use crate::import::shape::Shape;
use crate::import::shape::Use;
use crate::import::shape::find;
use crate::model::FieldType;
use crate::model::Role;
use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;

/// Makes the shape.
pub(super) fn shape(scan: &Scan, options: &Options) -> Result<Shape, Problem> {
    let mark = options.decimal.unwrap_or_else(|| common_mark(scan));
    let mut notes = scan_notes(scan);
    let mut questions = Vec::new();
    let mut columns = Vec::new();
    for (index, profile) in scan.seen.profiles.iter().enumerate() {
        let mut column = column(scan, index, mark, options, &mut notes);
        if column.usage == Use::Field && column.kind == FieldType::Date && matches!(column.dates, Dates::Written(_)) {
            match order(profile, &column.name, options) {
                Ok(dates) => column.dates = dates,
                Err(question) => questions.push(question),
            }
            if profile.is_naive() {
                notes.push(msg!("import-note-zone", column = column.name.as_str(), zone = options.zone.name()));
            }
        }
        mostly(&mut column, profile, options);
        columns.push(column);
    }
    one_each(&mut columns);
    let key = key(scan, &columns, options)?;
    notes.push(key_note(scan, &columns, key));
    notes.extend(activity_note(&columns, key));
    Ok(Shape {
        encoding: scan.encoding,
        bom: scan.bom,
        delimiter: scan.delimiter,
        sep_line: scan.sep_line,
        has_header: scan.has_header,
        lenient_quotes: options.lenient_quotes,
        line_ends: scan.line_ends,
        size: scan.size,
        fingerprint: scan.fingerprint,
        rows: scan.seen.rows,
        blank_lines: scan.seen.blank_lines,
        empty_rows: scan.seen.empty_rows,
        broken_rows: scan.seen.broken_rows,
        columns,
        key,
        duplicates: options.duplicates,
        zone: options.zone,
        blanks: options.blanks.clone(),
        notes,
        questions,
    })
}

/// Returns the decimal mark of the columns that settle theirs; else what goes with the delimiter.
fn common_mark(scan: &Scan) -> Mark {
    let count = |mark: Mark| scan.seen.profiles.iter().filter(|profile| profile.mark() == Some(mark)).count();
    match (count(Mark::Point), count(Mark::Comma)) {
        (0, 0) if scan.delimiter == b';' => Mark::Comma,
        (points, commas) if commas > points => Mark::Comma,
        _ => Mark::Point,
    }
}

fn scan_notes(scan: &Scan) -> Vec<Msg> {
    let mut notes = Vec::new();
    if scan.encoding != UTF_8 {
        let words = scan.seen.accented().collect::<Vec<_>>().join(", ");
        notes.push(msg!("import-note-encoding", encoding = scan.encoding.name(), words = words));
    }
    if scan.ctrl_z {
        notes.push(msg!("import-note-ctrl-z"));
    }
    if scan.mended > 0 {
        notes.push(msg!("import-note-mended", count = scan.mended));
    }
    if scan.seen.multiline > 0 {
        notes.push(msg!("import-note-multiline", count = scan.seen.multiline));
    }
    if scan.seen.broken_rows > 0 {
        notes.push(msg!("import-note-broken", count = scan.seen.broken_rows));
    }
    if scan.seen.rows == 0 {
        notes.push(msg!("import-note-no-rows"));
    }
    notes
}

fn column(scan: &Scan, index: usize, mark: Mark, options: &Options, notes: &mut Vec<Msg>) -> ColumnShape {
    let (name, profile) = (&scan.names[index], &scan.seen.profiles[index]);
    let is = |wanted: &String| find(scan.names.iter().map(String::as_str), wanted) == Some(index);
    let folded = headers::fold(name);
    let usage = if name == ROW_COLUMN || name == PROBLEM_COLUMN {
        Use::Ours
    } else if name.is_empty() {
        Use::Unnamed
    } else if options.ignore.iter().any(|ignored| ignored.trim() == name || is(ignored)) {
        Use::Ignored
    } else {
        Use::Field
    };
    let dated = if options.events.at.as_ref().is_some_and(is) { Dated::Days } else { headers::dated(&folded) };
    let mut finding = profile.finding(mark, dated, headers::is_always_text(&folded));
    let forced = options.types.iter().rev().find(|(wanted, _)| is(wanted)).map(|(_, kind)| *kind);
    // Why a column stays text is no matter when it does not.
    if usage == Use::Field && forced.is_none_or(|kind| kind == finding.kind) {
        column_notes(name, profile, &finding, notes);
    } else if usage == Use::Unnamed {
        notes.push(msg!("import-note-unnamed", number = index + 1));
    }
    if let Some(kind) = forced {
        if kind == FieldType::Date && finding.kind == FieldType::Whole {
            finding.dates = profile.plain_dates(Dated::Days).unwrap_or_default();
        }
        finding.kind = kind;
    }
    ColumnShape {
        name: name.clone(),
        usage,
        kind: finding.kind,
        forced: forced.is_some(),
        role: role(&folded, finding.kind, profile),
        known: profile.known,
        blank: profile.blank,
        disguised: profile.disguised(),
        samples: profile.samples().map(str::to_owned).collect(),
        distinct: profile.distinct.count(),
        distinct_capped: profile.distinct.capped,
        number: finding.number,
        dates: finding.dates,
        emails: profile.is_emails(),
        odd: finding.odd,
        mostly: None,
        no_date: profile.no_date().cloned(),
    }
}

/// Says what most values of a column of texts are.
fn mostly(column: &mut ColumnShape, profile: &Profile, options: &Options) {
    if column.usage != Use::Field || column.kind != FieldType::Text || column.forced {
        return;
    }
    if let Some(dates) = profile.mostly_dates(headers::dated(&headers::fold(&column.name))) {
        let order = if matches!(dates, Dates::Written(_)) { order(profile, &column.name, options) } else { Ok(dates) };
        column.dates = order.as_ref().copied().unwrap_or(dates);
        column.mostly = Some(Mostly::Dates(order.err().map(Box::new)));
    } else if profile.mostly_numbers() {
        column.mostly = Some(Mostly::Numbers);
    }
}

fn column_notes(name: &str, profile: &Profile, finding: &Finding, notes: &mut Vec<Msg>) {
    match finding.id_like {
        Some(IdLike::Scientific) => notes.push(msg!("import-note-scientific", column = name)),
        Some(IdLike::Long) => notes.push(msg!("import-note-long", column = name)),
        Some(IdLike::LeadingZeros) => notes.push(msg!("import-note-zeros", column = name)),
        None => {}
    }
    if finding.torn {
        notes.push(msg!("import-note-torn-numbers", column = name));
    }
    if finding.number_open && matches!(finding.kind, FieldType::Whole | FieldType::Decimal) {
        let sample = profile.samples().next().unwrap_or_default();
        let id = msg!("import-note-decimal-comma", column = name, sample = sample);
        let other = msg!("import-note-decimal-point", column = name, sample = sample);
        notes.push(if finding.number.decimal == Mark::Comma { id } else { other });
    }
    if let Some((kind, odd)) = &finding.odd {
        let (value, line) = (odd.value.as_str(), odd.line);
        notes.push(if *kind == FieldType::Date {
            msg!("import-note-odd-dates", column = name, count = odd.count, value = value, line = line)
        } else {
            msg!("import-note-odd-numbers", column = name, count = odd.count, value = value, line = line)
        });
    }
    if let Some((word, count)) = profile.waits_for_blank() {
        notes.push(msg!("import-note-blank-word", column = name, word = word, count = count));
    }
}

fn role(folded: &str, kind: FieldType, profile: &Profile) -> Option<Role> {
    let named = headers::role(folded).filter(|role| match role {
        Role::Created => kind == FieldType::Date,
        Role::Name | Role::Email | Role::Phone | Role::Company | Role::JobTitle | Role::Country | Role::Owner => {
            kind == FieldType::Text
        }
        Role::Outcome => kind != FieldType::Date,
    });
    // A column of addresses is personal whatever it is called; an owner's address names a colleague.
    if named.is_none() && profile.is_emails() { Some(Role::Email) } else { named }
}

/// Leaves each role to the first column that has it, except those that mark a person's data.
fn one_each(columns: &mut [ColumnShape]) {
    let mut taken: Vec<Role> = Vec::new();
    for column in columns {
        match column.role {
            Some(_) if column.usage != Use::Field => column.role = None,
            Some(role) if taken.contains(&role) && !role.is_personal() => column.role = None,
            Some(role) => taken.push(role),
            None => {}
        }
    }
}

/// Decides the order of day and month, or asks.
fn order(profile: &Profile, column: &str, options: &Options) -> Result<Dates, Problem> {
    if let Some(order) = options.dates {
        return Ok(Dates::Written(match profile.order() {
            Order::Settled(found) if profile.proves_order() => found,
            _ => order,
        }));
    }
    let question = match profile.order() {
        Order::Settled(order) => return Ok(Dates::Written(order)),
        Order::Open(value, line) => Problem::refused(msg!("import-dates-open", value = value)).at(line, None),
        Order::Torn => Problem::refused(msg!("import-dates-torn")),
    };
    Err(question.in_field(column).hint(msg!("import-hint-dates")))
}

/// Decides what identifies a lead.
fn key(scan: &Scan, columns: &[ColumnShape], options: &Options) -> Result<Key, Problem> {
    match &options.key {
        Some(KeyChoice::RowNumber) => return Ok(Key::RowNumber),
        Some(KeyChoice::Column(name)) => {
            let found = find(scan.names.iter().map(String::as_str), name).map(Key::Column);
            return found.ok_or_else(|| crate::import::shape::no_column(name, &scan.names));
        }
        None => {}
    }
    let rank = |index: &usize| key_rank(&columns[*index]);
    let usable = |index: &usize| {
        let column = &columns[*index];
        // Two people may share these, even if no two of this file do.
        let shared = matches!(column.role, Some(Role::Name | Role::Company | Role::JobTitle));
        let holds = matches!(column.kind, FieldType::Text | FieldType::Whole) && column.known > 0;
        column.usage == Use::Field && holds && !shared
    };
    let unique = |index: &usize| !scan.seen.profiles[*index].distinct.repeated;
    let full = |index: &usize| scan.seen.profiles[*index].blank == 0 && !scan.seen.profiles[*index].distinct.capped;
    let nearly = |index: &usize| {
        let column = &columns[*index];
        column.distinct_capped || column.distinct * 10 >= column.known * 9
    };
    let few_repeats = |index: &usize| {
        let column = &columns[*index];
        column.distinct_capped || (column.known - column.distinct) * 20 <= column.known
    };
    let mostly_full = |index: &usize| columns[*index].blank * 10 <= scan.seen.rows;
    let all = || (0..columns.len()).filter(usable);
    let named = || all().filter(|index| rank(index).is_some() && mostly_full(index));
    let text = |index: &usize| columns[*index].kind == FieldType::Text;
    let email = |index: &usize| columns[*index].role == Some(Role::Email);
    let emails = || all().filter(email).filter(mostly_full);
    let found = (emails().find(unique))
        .or_else(|| emails().find(few_repeats))
        .or_else(|| named().filter(unique).min_by_key(rank))
        .or_else(|| named().filter(nearly).min_by_key(rank))
        .or_else(|| all().filter(unique).filter(full).find(text))
        .or_else(|| all().filter(unique).find(full));
    Ok(found.map_or(Key::RowNumber, Key::Column))
}

/// Returns how well a column's name says that it identifies a lead; less is better.
fn key_rank(column: &ColumnShape) -> Option<usize> {
    headers::key_rank(&headers::fold(&column.name))
}

/// Says of a file whose leads come again and again, each time with a date and a kind, that it is activity rather.
fn activity_note(columns: &[ColumnShape], key: Key) -> Option<Msg> {
    let kept = || columns.iter().filter(|column| column.usage == Use::Field);
    let chosen = match key {
        Key::Column(index) => Some(&columns[index]).filter(|column| key_rank(column).is_some()),
        Key::RowNumber => None,
    };
    let lead = chosen.or_else(|| kept().filter(|c| key_rank(c).is_some()).min_by_key(|c| key_rank(c)))?;
    let comes_again = !lead.distinct_capped && lead.distinct * 2 < lead.known;
    let is_kind = |column: &&ColumnShape| {
        let folded = headers::fold(&column.name);
        column.kind == FieldType::Text && headers::part_names(Part::Kind).any(|name| name == folded)
    };
    let dated = kept().any(|column| column.kind == FieldType::Date);
    let kind = kept().find(is_kind)?;
    (comes_again && dated)
        .then(|| msg!("import-note-key-activity", column = lead.name.as_str(), kind = kind.name.as_str()))
}

fn key_note(scan: &Scan, columns: &[ColumnShape], key: Key) -> Msg {
    let Key::Column(index) = key else {
        return msg!("import-note-key-row-number");
    };
    let (column, profile) = (&columns[index], &scan.seen.profiles[index]);
    let name = column.name.as_str();
    match (profile.distinct.repeated, profile.distinct.capped) {
        (false, _) => msg!("import-note-key", column = name),
        (true, true) => msg!("import-note-key-repeats", column = name),
        (true, false) => {
            msg!("import-note-key-repeated", column = name, count = profile.known - profile.distinct.count())
        }
    }
}
