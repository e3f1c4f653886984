//! What can be changed about how a file is read: lists to choose from, and what a choice means. Every change looks at the file anew.

use chrono_tz::TZ_VARIANTS;
use chrono_tz::Tz;
use encoding_rs::Encoding;

use crate::import::ColumnShape;
use crate::import::DateOrder;
use crate::import::Duplicates;
use crate::import::Key;
use crate::import::KeyChoice;
use crate::import::Kinds;
use crate::import::Mark;
use crate::import::Part;
use crate::import::Shape;
use crate::import::Use;
use crate::model::FieldType;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::list::Choices;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::screens::import::Forced;
use crate::tui::screens::import::ImportKind;
use crate::tui::screens::import::ImportWork;
use crate::tui::screens::import::ask;
use crate::tui::widgets::picker::Item;
use crate::tui::widgets::picker::Picker;
use crate::workbench::tell;

/// One change of how the file at hand is read. Columns go by their names; none = as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Opens the list of a setting's values.
    Setting(Setting),
    Encoding(Option<&'static Encoding>),
    Delimiter(Option<u8>),
    Decimal(Option<Mark>),
    Dates(Option<DateOrder>),
    Zone(Option<Tz>),
    Header(Option<bool>),
    LenientQuotes(bool),
    Duplicates(Duplicates),
    Key(Option<KeyChoice>),
    CreateLeads(bool),
    /// One kind for all activity of the file; empty = the column's.
    FixedKind(String),
    /// A word that means "no value".
    Blank(String),
    Type(String, Option<FieldType>),
    Ignore(String, bool),
    Part(String, Part),
}

/// A setting of the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Delimiter,
    Encoding,
    Header,
    Decimal,
    Dates,
    Zone,
    Blank,
    Quotes,
    Duplicates,
    Key,
    CreateLeads,
    FixedKind,
}

const FOR_LEADS: &[Setting] = &[
    Setting::Delimiter,
    Setting::Encoding,
    Setting::Header,
    Setting::Decimal,
    Setting::Dates,
    Setting::Zone,
    Setting::Blank,
    Setting::Quotes,
    Setting::Key,
    Setting::Duplicates,
];

const FOR_EVENTS: &[Setting] = &[
    Setting::Delimiter,
    Setting::Encoding,
    Setting::Header,
    Setting::Decimal,
    Setting::Dates,
    Setting::Zone,
    Setting::Blank,
    Setting::Quotes,
    Setting::CreateLeads,
    Setting::FixedKind,
];

const TYPES: [FieldType; 5] =
    [FieldType::Text, FieldType::Whole, FieldType::Decimal, FieldType::Date, FieldType::YesNo];

impl Part {
    pub const ALL: [Part; 7] =
        [Part::Lead, Part::Kind, Part::At, Part::Asset, Part::Campaign, Part::Channel, Part::Value];

    pub fn title(self) -> Msg {
        match self {
            Part::Lead => msg!("tui-import-part-lead"),
            Part::Kind => msg!("tui-import-part-kind"),
            Part::At => msg!("tui-import-part-at"),
            Part::Asset => msg!("tui-import-part-asset"),
            Part::Campaign => msg!("tui-import-part-campaign"),
            Part::Channel => msg!("tui-import-part-channel"),
            Part::Value => msg!("tui-import-part-value"),
        }
    }
}

impl Setting {
    fn title(self) -> Msg {
        match self {
            Setting::Delimiter => msg!("tui-import-set-delimiter"),
            Setting::Encoding => msg!("tui-import-set-encoding"),
            Setting::Header => msg!("tui-import-set-header"),
            Setting::Decimal => msg!("tui-import-set-decimal"),
            Setting::Dates => msg!("tui-import-set-dates"),
            Setting::Zone => msg!("tui-import-set-zone"),
            Setting::Blank => msg!("tui-import-set-blank"),
            Setting::Quotes => msg!("tui-import-set-quotes"),
            Setting::Duplicates => msg!("tui-import-set-duplicates"),
            Setting::Key => msg!("tui-import-set-key"),
            Setting::CreateLeads => msg!("tui-import-set-create"),
            Setting::FixedKind => msg!("tui-import-set-kind"),
        }
    }

    /// Returns the values it can have; those that are typed have none.
    fn values(self) -> Vec<(Msg, Change)> {
        match self {
            Setting::Delimiter => std::iter::once((msg!("tui-import-as-found"), Change::Delimiter(None)))
                .chain(b",;\t|".iter().map(|sign| (delimiter(*sign), Change::Delimiter(Some(*sign)))))
                .collect(),
            Setting::Encoding => std::iter::once((msg!("tui-import-as-found"), Change::Encoding(None)))
                .chain(encodings().map(|encoding| {
                    (msg!("tui-import-name", name = encoding.name()), Change::Encoding(Some(encoding)))
                }))
                .collect(),
            Setting::Header => vec![
                (msg!("tui-import-as-found"), Change::Header(None)),
                (msg!("tui-import-header-yes"), Change::Header(Some(true))),
                (msg!("tui-import-header-no"), Change::Header(Some(false))),
            ],
            Setting::Decimal => vec![
                (msg!("tui-import-as-found"), Change::Decimal(None)),
                (mark(Mark::Point), Change::Decimal(Some(Mark::Point))),
                (mark(Mark::Comma), Change::Decimal(Some(Mark::Comma))),
            ],
            Setting::Dates => vec![
                (msg!("tui-import-as-found"), Change::Dates(None)),
                (order(DateOrder::DayFirst), Change::Dates(Some(DateOrder::DayFirst))),
                (order(DateOrder::MonthFirst), Change::Dates(Some(DateOrder::MonthFirst))),
            ],
            Setting::Zone => std::iter::once((msg!("tui-import-zone-workspace"), Change::Zone(None)))
                .chain(
                    TZ_VARIANTS
                        .iter()
                        .map(|zone| (msg!("tui-import-name", name = zone.name()), Change::Zone(Some(*zone)))),
                )
                .collect(),
            Setting::Quotes => vec![
                (msg!("tui-import-quotes-strict"), Change::LenientQuotes(false)),
                (msg!("tui-import-quotes-lenient"), Change::LenientQuotes(true)),
            ],
            Setting::Duplicates => vec![
                (msg!("tui-import-duplicates-last"), Change::Duplicates(Duplicates::LastWins)),
                (msg!("tui-import-duplicates-first"), Change::Duplicates(Duplicates::FirstWins)),
            ],
            Setting::Key => vec![
                (msg!("tui-import-as-found"), Change::Key(None)),
                (msg!("tui-import-row-number"), Change::Key(Some(KeyChoice::RowNumber))),
            ],
            Setting::CreateLeads => vec![
                (msg!("tui-import-create-no"), Change::CreateLeads(false)),
                (msg!("tui-import-create-yes"), Change::CreateLeads(true)),
            ],
            Setting::Blank | Setting::FixedKind => Vec::new(),
        }
    }

    /// Returns how it stands now.
    fn now(self, forced: &Forced, shape: Option<&Shape>) -> Msg {
        let (options, found) = (&forced.options, msg!("tui-import-as-found"));
        match self {
            Setting::Delimiter => shape.map(|s| delimiter(s.delimiter)).or(options.delimiter.map(delimiter)),
            Setting::Encoding => shape
                .map(|shape| shape.encoding)
                .or(options.encoding)
                .map(|encoding| msg!("tui-import-name", name = encoding.name())),
            Setting::Header => match shape.map(|shape| shape.has_header).or(options.header) {
                Some(true) => Some(msg!("tui-import-header-yes")),
                Some(false) => Some(msg!("tui-import-header-no")),
                None => None,
            },
            Setting::Decimal => options.decimal.map(mark),
            Setting::Dates => options.dates.map(order),
            Setting::Zone => {
                shape.map(|s| s.zone).or(forced.zone).map(|zone| msg!("tui-import-name", name = zone.name()))
            }
            Setting::Blank => {
                Some(msg!("tui-import-name", name = options.blanks.join(", "))).filter(|_| !options.blanks.is_empty())
            }
            Setting::Quotes if options.lenient_quotes => Some(msg!("tui-import-quotes-lenient")),
            Setting::Quotes => Some(msg!("tui-import-quotes-strict")),
            Setting::Duplicates => Some(match options.duplicates {
                Duplicates::LastWins => msg!("tui-import-duplicates-last"),
                Duplicates::FirstWins => msg!("tui-import-duplicates-first"),
            }),
            Setting::Key => shape.map(|shape| match shape.key {
                Key::Column(index) => msg!("tui-import-name", name = shape.columns[index].name.as_str()),
                Key::RowNumber => msg!("tui-import-row-number"),
            }),
            Setting::CreateLeads if forced.create_leads => Some(msg!("tui-import-create-yes")),
            Setting::CreateLeads => Some(msg!("tui-import-create-no")),
            Setting::FixedKind => options.events.fixed_kind.as_ref().map(|kind| msg!("tui-import-name", name = kind)),
        }
        .unwrap_or(found)
    }
}

/// The encodings that files of rows come in; any other is found from the file or forced on the command line.
fn encodings() -> impl Iterator<Item = &'static Encoding> {
    use encoding_rs::{ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};
    [UTF_8, WINDOWS_1252, ISO_8859_15, WINDOWS_1250, MACINTOSH, UTF_16LE, UTF_16BE].into_iter()
}

/// Names a separator.
pub fn delimiter(sign: u8) -> Msg {
    match sign {
        b',' => msg!("tui-import-comma"),
        b';' => msg!("tui-import-semicolon"),
        b'\t' => msg!("tui-import-tab"),
        b'|' => msg!("tui-import-pipe"),
        other => msg!("tui-import-name", name = char::from(other).to_string()),
    }
}

/// Names a decimal mark.
pub fn mark(mark: Mark) -> Msg {
    match mark {
        Mark::Point => msg!("tui-import-point"),
        Mark::Comma => msg!("tui-import-comma"),
    }
}

/// Names the order of day and month.
pub fn order(order: DateOrder) -> Msg {
    match order {
        DateOrder::DayFirst => msg!("tui-import-day-first"),
        DateOrder::MonthFirst => msg!("tui-import-month-first"),
    }
}

/// Returns the part that a column plays in activity.
pub fn part_of(events: &crate::import::EventShape, index: usize) -> Option<Part> {
    let parts = [
        (Some(events.lead), Part::Lead),
        (Some(events.at), Part::At),
        (if let Kinds::Column(kind) = events.kind { Some(kind) } else { None }, Part::Kind),
        (events.asset, Part::Asset),
        (events.campaign, Part::Campaign),
        (events.channel, Part::Channel),
        (events.value, Part::Value),
    ];
    parts.into_iter().find(|(column, _)| *column == Some(index)).map(|(_, part)| part)
}

/// Opens the list of the file's settings.
pub(super) fn choose_setting(app: &mut App) {
    let Some(subject) = &app.import.subject else { return };
    let settings = if app.import.kind == ImportKind::Leads { FOR_LEADS } else { FOR_EVENTS };
    let rows = settings.iter().map(|setting| {
        let now = setting.now(&subject.forced, subject.shape.as_deref());
        (Item::new(app.say(&setting.title()), app.say(&now)), Change::Setting(*setting))
    });
    let rows = rows.collect();
    open(app, msg!("tui-import-settings"), rows);
}

/// Opens the list of what a column can be.
pub(super) fn choose_for_column(app: &mut App, index: usize) {
    let Some(shape) = app.import.shape().cloned() else { return };
    let column = &shape.columns[index];
    if matches!(column.usage, Use::Unnamed | Use::Ours) {
        app.tell(Tone::Plain, msg!("tui-import-fixed-column"));
        return;
    }
    let name = || column.name.clone();
    let asked = shape
        .questions
        .iter()
        .any(|question| question.place.as_ref().and_then(|place| place.field.as_deref()) == Some(column.name.as_str()));
    let mut rows: Vec<(Msg, Change)> = Vec::new();
    let dates = [DateOrder::DayFirst, DateOrder::MonthFirst].map(|o| (order(o), Change::Dates(Some(o))));
    if asked {
        rows.extend(dates.clone());
    }
    match app.import.kind {
        ImportKind::Leads => {
            let kinds = TYPES.iter().map(|kind| (tell::field_type(*kind), Change::Type(name(), Some(*kind))));
            rows.extend(kinds);
            rows.push((msg!("tui-import-type-found"), Change::Type(name(), None)));
            rows.push((msg!("tui-import-make-key"), Change::Key(Some(KeyChoice::Column(name())))));
        }
        ImportKind::Events => rows.extend(Part::ALL.map(|part| (part.title(), Change::Part(name(), part)))),
    }
    let ignored = column.usage == Use::Ignored;
    let leave = if ignored { msg!("tui-import-keep") } else { msg!("tui-import-leave-out") };
    rows.push((leave, Change::Ignore(name(), !ignored)));
    if !asked && column.kind == FieldType::Date {
        rows.extend(dates);
    }
    let title = msg!("tui-import-column-is", column = column.name.as_str());
    let rows = rows.into_iter().map(|(text, change)| (Item::new(app.say(&text), now(app, column, &change)), change));
    let rows = rows.collect();
    open(app, title, rows);
}

/// Returns a word beside the choice that is in force.
fn now(app: &App, column: &ColumnShape, change: &Change) -> String {
    let place = app.import.shape().and_then(|shape| shape.columns.iter().position(|other| other.name == column.name));
    let key = app.import.shape().map(|shape| shape.key);
    let is_key = place.is_some_and(|index| key == Some(Key::Column(index)));
    let is = match change {
        // A key's type matters only where it is a field as well.
        Change::Type(_, kind) => column.usage == Use::Field && !is_key && *kind == Some(column.kind),
        Change::Key(Some(KeyChoice::Column(_))) => is_key,
        Change::Part(_, part) => {
            let events = app.import.subject.as_ref().and_then(|subject| subject.events.as_ref()?.as_ref().ok());
            place.zip(events).is_some_and(|(index, events)| part_of(events, index) == Some(*part))
        }
        _ => false,
    };
    if is { app.say(&msg!("tui-import-now")) } else { String::new() }
}

fn open(app: &mut App, title: Msg, rows: Vec<(Item, Change)>) {
    let (items, changes) = rows.into_iter().unzip();
    let choosing = Choosing { title, picker: Picker::new(items, false), choices: Choices::Import(changes) };
    app.overlays.push(Overlay::Choosing(choosing));
}

/// Leaves a column out, or takes it in again.
pub(super) fn toggle(app: &mut App, index: usize) -> Vec<Effect> {
    let Some(column) = app.import.shape().map(|shape| shape.columns[index].clone()) else { return Vec::new() };
    match column.usage {
        Use::Field => chosen(app, Change::Ignore(column.name, true)),
        Use::Ignored => chosen(app, Change::Ignore(column.name, false)),
        Use::Unnamed | Use::Ours => {
            app.tell(Tone::Plain, msg!("tui-import-fixed-column"));
            Vec::new()
        }
    }
}

/// Takes a choice in: asks for more, or looks at the file as the choice says.
pub fn chosen(app: &mut App, change: Change) -> Vec<Effect> {
    let Some(subject) = &app.import.subject else { return Vec::new() };
    let (path, mut forced) = (subject.path.clone(), subject.forced.clone());
    if let Change::Setting(setting) = change {
        let purpose = match setting {
            Setting::FixedKind => Some((Purpose::ImportKind, forced.options.events.fixed_kind.unwrap_or_default())),
            Setting::Blank => Some((Purpose::ImportBlank, String::new())),
            _ => None,
        };
        if let Some((purpose, start)) = purpose {
            app.overlays.push(Overlay::Prompt(Prompt::new(purpose, &start)));
        } else {
            let rows = setting.values().into_iter().map(|(text, value)| (Item::new(app.say(&text), ""), value));
            let rows = rows.collect();
            open(app, setting.title(), rows);
        }
        return Vec::new();
    }
    apply(&mut forced, change);
    ask(app, path, forced, ImportWork::Inspect)
}

fn apply(forced: &mut Forced, change: Change) {
    let options = &mut forced.options;
    match change {
        Change::Setting(_) => {}
        Change::Encoding(encoding) => options.encoding = encoding,
        Change::Delimiter(delimiter) => options.delimiter = delimiter,
        Change::Decimal(mark) => options.decimal = mark,
        Change::Dates(order) => options.dates = order,
        Change::Zone(zone) => forced.zone = zone,
        Change::Header(header) => options.header = header,
        Change::LenientQuotes(lenient) => options.lenient_quotes = lenient,
        Change::Duplicates(duplicates) => options.duplicates = duplicates,
        Change::Key(key) => {
            if let Some(KeyChoice::Column(name)) = &key {
                options.ignore.retain(|ignored| ignored != name);
            }
            options.key = key;
        }
        Change::CreateLeads(create) => forced.create_leads = create,
        Change::FixedKind(kind) => options.events.fixed_kind = Some(kind).filter(|kind| !kind.is_empty()),
        Change::Blank(word) if word.is_empty() => options.blanks.clear(),
        Change::Blank(word) => options.blanks.push(word),
        Change::Type(name, kind) => {
            options.ignore.retain(|ignored| *ignored != name);
            options.types.retain(|(typed, _)| *typed != name);
            options.types.extend(kind.map(|kind| (name, kind)));
        }
        Change::Ignore(name, true) => {
            if options.key == Some(KeyChoice::Column(name.clone())) {
                options.key = None;
            }
            release(forced, &name);
            forced.options.ignore.push(name);
        }
        Change::Ignore(name, false) => options.ignore.retain(|ignored| *ignored != name),
        Change::Part(name, part) => {
            options.ignore.retain(|ignored| *ignored != name);
            release(forced, &name);
            let events = &mut forced.options.events;
            if part == Part::Kind {
                events.fixed_kind = None;
            }
            *slot(events, part) = Some(name);
        }
    }
}

/// Takes a column out of the part it was given.
fn release(forced: &mut Forced, name: &str) {
    for part in Part::ALL {
        let slot = slot(&mut forced.options.events, part);
        if slot.as_deref() == Some(name) {
            *slot = None;
        }
    }
}

fn slot(events: &mut crate::import::EventOptions, part: Part) -> &mut Option<String> {
    match part {
        Part::Lead => &mut events.lead,
        Part::Kind => &mut events.kind,
        Part::At => &mut events.at,
        Part::Asset => &mut events.asset,
        Part::Campaign => &mut events.campaign,
        Part::Channel => &mut events.channel,
        Part::Value => &mut events.value,
    }
}
