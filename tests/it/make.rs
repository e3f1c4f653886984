//! Leads, models and edits for tests: random ones that keep meeting at the edges, and columns built from rows.
//!
//! Never here: what a score should be (`plain`), or any check.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::BoxedStrategy;
use proptest::prelude::Just;
use proptest::prelude::Strategy;
use proptest::prelude::any;
use proptest::prelude::prop_oneof;
use proptest::sample::select;
use proptest::sample::subsequence;

use quadrille::engine::columns;
use quadrille::engine::columns::Codes;
use quadrille::engine::columns::Column;
use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::Detail;
use quadrille::engine::columns::Events;
use quadrille::engine::columns::Field;
use quadrille::engine::columns::Texts;
use quadrille::engine::columns::UNKNOWN;
use quadrille::engine::derive::derive;
use quadrille::model::Axis;
use quadrille::model::Band;
use quadrille::model::Case;
use quadrille::model::Criterion;
use quadrille::model::Decay;
use quadrille::model::Degradation;
use quadrille::model::Derived;
use quadrille::model::Edit;
use quadrille::model::FieldType;
use quadrille::model::Filter;
use quadrille::model::Gate;
use quadrille::model::Group;
use quadrille::model::Idle;
use quadrille::model::MAX_WEIGHT;
use quadrille::model::Model;
use quadrille::model::POINT;
use quadrille::model::Part;
use quadrille::model::Predicate;
use quadrille::model::Provenance;
use quadrille::model::RankKey;
use quadrille::model::Reach;
use quadrille::model::Repeat;
use quadrille::model::Role;
use quadrille::model::Rule;
use quadrille::model::Scale;
use quadrille::model::Side;
use quadrille::model::Take;
use quadrille::model::Test;
use quadrille::model::Tier;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::model::Words;

use crate::plain::CREATED;
use crate::plain::Event;
use crate::plain::Lead;
use crate::plain::Table;

/// 2026-03-30 00:30 in Paris, the day after its clocks went forward; in UTC still the 29th.
pub const AS_OF: i64 = 1_774_823_400;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

const FIELDS: [(&str, FieldType); 7] = [
    ("country", FieldType::Text),
    ("job", FieldType::Text),
    ("employees", FieldType::Whole),
    ("budget", FieldType::Decimal),
    ("created", FieldType::Date),
    ("renewal", FieldType::Date),
    ("opt-in", FieldType::YesNo),
];
/// The last never occurs.
const KINDS: [&str; 4] = ["click", "visit", "webinar", "demo"];
const ASSETS: [&str; 3] = ["pricing", "white paper", "étude"];
const CHANNELS: [&str; 3] = ["online", "Offline", "email"];
/// Maps that a model may have.
pub const MAPS: [&str; 2] = ["theory", "reality"];
const CAMPAIGNS: [&str; 2] = ["spring", "ÉTÉ"];
const TEXTS: [&str; 18] = [
    "FR",
    " fr ",
    "Fr",
    "DE",
    "É",
    "é",
    "e",
    "E\u{301}",
    "İzmir",
    "izmir",
    "i\u{307}zmir",
    "Straße",
    "STRASSE",
    "ΣΑΣ",
    "σας",
    "12.5",
    "true",
    "Directeur Général",
];
const WHOLE: [i64; 11] = [-500, -1, 0, 1, 9, 10, 49, 50, 51, 500, 9_000_000_000_000];
const MILLIONTHS: [i64; 10] =
    [-12_500_000, -1, 0, 1, 999_999, 1_000_000, 12_499_999, 12_500_000, 50_000_000, 9_000_000_000_000_000];
const DAYS: [&str; 7] = [
    "2026-03-28",
    "2026-03-29",
    "2026-03-30",
    "2025-10-26",
    " 2026-03-29 ",
    "2026-03-29T01:00:00Z",
    "2026-03-29T22:30:00Z",
];
/// Window lengths in days; 0 lets nothing through.
const WITHIN: [u32; 5] = [0, 1, 2, 30, 155];
/// Steps of inactivity in days: some that a byte tells, and some that it does not.
const IDLE: [u32; 8] = [0, 1, 2, 30, 155, 254, 255, 400];

// ------------------------------------------------------------------------------------------------- rows to columns

/// Builds the columns that hold a table.
pub fn dataset(table: &Table) -> Dataset {
    let mut keys = Texts::default();
    for lead in 0..table.leads.len() {
        keys.push(&format!("lead-{lead}"));
    }
    let fields = table.fields.iter().map(|(name, kind)| Arc::new(field(name, *kind, &table.leads))).collect();
    let mut words: Vec<String> = Vec::new();
    let mut details: Vec<Detail> = Vec::new();
    let mut events = Vec::new();
    for (index, lead) in table.leads.iter().enumerate() {
        for event in &lead.events {
            let mut word = |part: &Option<String>| part.as_ref().map_or(0, |part| code(&mut words, part));
            let detail = Detail {
                asset: word(&event.asset),
                channel: word(&event.channel),
                campaign: word(&event.campaign),
                value: event.value.unwrap_or(UNKNOWN),
            };
            let detail = if detail == Detail::NONE { 0 } else { code_of(&mut details, detail) };
            let kind = table.kinds.iter().position(|kind| *kind == event.kind).expect("a kind of the table");
            events.push(columns::Event {
                kind: u16::try_from(kind).expect("few kinds"),
                at: u32::try_from(event.at).expect("an instant since 1970"),
                lead: u32::try_from(index).expect("few leads"),
                detail,
            });
        }
    }
    let events = Events::build(table.kinds.clone(), words, details, events);
    Dataset { keys: Arc::new(keys), fields, events: Arc::new(events), zone: table.zone }
}

/// Returns the leads with the fields that a model derives as of an instant.
pub fn derived(model: &Model, data: &Dataset, as_of: i64) -> Dataset {
    let mut data = data.clone();
    for derived in &model.derived {
        let (field, _) = derive(derived, &data, as_of);
        data.put(field);
    }
    data
}

fn code_of(details: &mut Vec<Detail>, detail: Detail) -> u32 {
    let index = details.iter().position(|known| *known == detail).unwrap_or_else(|| {
        details.push(detail);
        details.len() - 1
    });
    u32::try_from(index).expect("few details") + 1
}

fn field(name: &str, kind: FieldType, leads: &[Lead]) -> Field {
    let values = leads.iter().map(|lead| lead.values.get(name));
    let column = match kind {
        FieldType::Text => {
            let mut words = Vec::new();
            let codes = values
                .map(|value| match value {
                    Some(Value::Text(text)) => code(&mut words, text),
                    None => 0,
                    Some(other) => panic!("{other:?} in a text field"),
                })
                .collect();
            Column::Text { codes: Codes::pack(codes), words }
        }
        FieldType::YesNo => Column::YesNo(
            values
                .map(|value| match value {
                    Some(Value::YesNo(yes)) => 1 + u8::from(*yes),
                    None => 0,
                    Some(other) => panic!("{other:?} in a yes/no field"),
                })
                .collect(),
        ),
        FieldType::Whole | FieldType::Decimal | FieldType::Date => Column::Number(
            values
                .map(|value| match value {
                    Some(Value::Whole(n) | Value::Decimal(n) | Value::Date(n)) => *n,
                    None => UNKNOWN,
                    Some(other) => panic!("{other:?} in a number field"),
                })
                .collect(),
        ),
    };
    let role = (name == CREATED && kind == FieldType::Date).then_some(Role::Created);
    Field { name: name.to_owned(), kind, role, column }
}

/// Returns the code of a word, which is added when it is new.
fn code(words: &mut Vec<String>, word: &str) -> u32 {
    let index = words.iter().position(|known| known == word).unwrap_or_else(|| {
        words.push(word.to_owned());
        words.len() - 1
    });
    u32::try_from(index).expect("few words") + 1
}

// --------------------------------------------------------------------------------------------------- random leads

/// An instant to score at: the usual one, one of those that leads were made around, or any from before all of them to after.
pub fn as_of() -> impl Strategy<Value = i64> {
    prop_oneof![2 => Just(AS_OF), 2 => instant(), 1 => AS_OF - 400 * DAY..AS_OF + 400 * DAY]
}

/// A table of exactly `n` leads.
pub fn table(n: usize) -> impl Strategy<Value = Table> {
    let zone = select(vec![chrono_tz::UTC, chrono_tz::Europe::Paris, chrono_tz::Pacific::Auckland]);
    (vec(lead(), n), zone).prop_map(|(leads, zone)| Table {
        fields: FIELDS.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect(),
        kinds: KINDS.iter().map(|kind| (*kind).to_owned()).collect(),
        zone,
        leads,
    })
}

fn lead() -> impl Strategy<Value = Lead> {
    let values = FIELDS.map(|(_, kind)| option::weighted(0.7, value(kind))).to_vec();
    (values, vec(event(), 0..6)).prop_map(|(values, events)| {
        let known = FIELDS.iter().zip(values).filter_map(|((name, _), value)| Some(((*name).to_owned(), value?)));
        Lead { values: known.collect::<BTreeMap<_, _>>(), events }
    })
}

fn value(kind: FieldType) -> BoxedStrategy<Value> {
    match kind {
        FieldType::Text => select(&TEXTS).prop_map(|text| Value::Text(text.to_owned())).boxed(),
        FieldType::Whole => select(&WHOLE).prop_map(Value::Whole).boxed(),
        FieldType::Decimal => select(&MILLIONTHS).prop_map(Value::Decimal).boxed(),
        FieldType::Date => instant().prop_map(Value::Date).boxed(),
        FieldType::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
    }
}

fn event() -> impl Strategy<Value = Event> {
    let asset = option::of(select(&ASSETS).prop_map(str::to_owned));
    let channel = option::of(select(&CHANNELS).prop_map(str::to_owned));
    let campaign = option::of(select(&CAMPAIGNS).prop_map(str::to_owned));
    let value = option::of(select(&MILLIONTHS));
    (select(&KINDS[..3]), instant(), asset, channel, campaign, value).prop_map(
        |(kind, at, asset, channel, campaign, value)| {
            let kind = kind.to_owned();
            Event { kind, at, asset, channel, campaign, value }
        },
    )
}

/// An instant on, or a second from, an edge: as-of, a window's start, midnight in UTC and in Paris, a clock change.
fn instant() -> impl Strategy<Value = i64> {
    let window = select(&IDLE).prop_map(|days| AS_OF - i64::from(days) * DAY);
    let hours = select(&WITHIN).prop_map(|hours| AS_OF - i64::from(hours) * HOUR);
    let utc_midnight = AS_OF.div_euclid(DAY) * DAY;
    let edge = prop_oneof![
        window,
        hours,
        // Midnights in UTC, Paris (+1, +2) and Auckland (+13) around as-of.
        (-2..2_i64, select(vec![0, 1, 2, 13])).prop_map(move |(day, ahead)| utc_midnight + day * DAY - ahead * HOUR),
        // 2026-03-29 01:00 and 2025-10-26 01:00 in UTC: Paris changes its clocks.
        select(vec![1_774_746_000, 1_761_440_400]),
        Just(AS_OF + 40 * DAY),
    ];
    (edge, -1..=1_i64).prop_map(|(edge, second)| edge + second)
}

// -------------------------------------------------------------------------------------------------- random models

/// A model without maps; now and then a rule of it cannot be read against [`table`]'s leads.
pub fn model() -> impl Strategy<Value = Model> {
    model_of(criterion())
}

/// A model of such criteria.
pub fn model_of(criterion: BoxedStrategy<Criterion>) -> impl Strategy<Value = Model> {
    let parts = (everyone_or(4), vec(derived_field(), 0..3), ungraded(), vec(gate(), 0..3));
    (parts, axis(criterion.clone()), axis(criterion), rank_by(), top_share()).prop_map(
        |((population, derived, ungraded, gates), rows, columns, rank_by, top_share)| {
            let mut model = Model {
                name: "random".to_owned(),
                population,
                derived,
                ungraded,
                gates,
                rows,
                columns,
                rank_by,
                top_share,
                ..Model::default()
            };
            let mut number = 0;
            for side in Side::BOTH {
                for criterion in model.axis_mut(side).groups.iter_mut().flat_map(|group| &mut group.criteria) {
                    criterion.name = format!("c{number}");
                    number += 1;
                }
            }
            model
        },
    )
}

fn rank_by() -> impl Strategy<Value = Vec<RankKey>> {
    prop_oneof![
        3 => Just(RankKey::usual()),
        2 => vec(select(vec![RankKey::Rows, RankKey::Columns, RankKey::Sum, RankKey::Recent]), 0..7),
    ]
}

fn top_share() -> impl Strategy<Value = u8> {
    select(vec![20_u8, 0, 1, 33, 50, 60, 100])
}

fn ungraded() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 1 => Just("?".to_owned())]
}

/// A field of its own, or one in place of the leads' countries.
fn derived_field() -> impl Strategy<Value = Derived> {
    let values = prop_oneof![
        select(&TEXTS).prop_map(|text| vec![Value::Text(text.to_owned()), Value::Text("low".to_owned())]),
        select(&WHOLE).prop_map(|n| vec![Value::Whole(n), Value::Whole(n / 2)]),
        select(&MILLIONTHS).prop_map(|n| vec![Value::Decimal(n), Value::Decimal(n / 2)]),
        any::<bool>().prop_map(|yes| vec![Value::YesNo(yes), Value::YesNo(!yes)]),
    ];
    let name = select(vec!["class", "class", "tier", "country"]);
    (name, vec(predicate(), 1..3), values, any::<bool>()).prop_map(|(name, cases, values, otherwise)| Derived {
        name: name.to_owned(),
        title: Words::None,
        cases: cases.into_iter().zip(values.iter().cycle()).map(|(when, v)| Case { when, value: v.clone() }).collect(),
        otherwise: otherwise.then(|| values[1].clone()),
    })
}

fn gate() -> impl Strategy<Value = Gate> {
    let value = (select(&Side::BOTH), number_of_points()).prop_map(|(side, test)| Predicate::Axis(side, test));
    let leaf = prop_oneof![3 => value, 1 => predicate()];
    let pass = leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Predicate::All),
            vec(inner.clone(), 0..3).prop_map(Predicate::Any),
            inner.prop_map(|part| Predicate::Not(Box::new(part))),
        ]
    });
    pass.prop_map(|pass| Gate { name: "g".to_owned(), title: Words::None, pass, zone: "z".to_owned() })
}

/// A test that a value on an axis meets about as often as not; now and then one that it cannot answer.
fn number_of_points() -> impl Strategy<Value = Test> {
    let number =
        || prop_oneof![(-20..40_i64).prop_map(Value::Whole), (-20..40_i64).prop_map(|n| Value::Decimal(n * 500_000))];
    prop_oneof![
        8 => number().prop_map(Test::AtLeast),
        8 => number().prop_map(Test::AtMost),
        8 => number().prop_map(Test::MoreThan),
        8 => number().prop_map(Test::LessThan),
        8 => (number(), number()).prop_map(|(lo, hi)| Test::Between(lo, hi)),
        1 => Just(Test::Contains("5".to_owned())),
    ]
}

fn degradation() -> impl Strategy<Value = Degradation> {
    let take = prop_oneof![
        (0..20_i64).prop_map(Take::Points),
        (0..=100_u8).prop_map(Take::Percent),
        (-5..20_i64).prop_map(Take::DownTo),
    ];
    let days = subsequence(IDLE.to_vec(), 0..4);
    prop_oneof![
        (days, vec(take, 4)).prop_map(|(days, takes)| {
            Degradation::Inactive(days.into_iter().zip(takes).map(|(days, take)| Idle { days, take }).collect())
        }),
        (-5..20_i64, select(&WITHIN), -10..40_i64, 0..20_i64)
            .prop_map(|(gain, over, below, points)| Degradation::SlowClimb { gain, over, below, points }),
    ]
}

fn axis(criterion: BoxedStrategy<Criterion>) -> impl Strategy<Value = Axis> {
    let scale = prop_oneof![
        3 => Just(Scale::Raw),
        1 => select(vec![Scale::To(0, 100), Scale::To(1, 100), Scale::To(-16, 16), Scale::To(1, 10)]),
    ];
    let lost = vec(degradation(), 0..3);
    let start = prop_oneof![3 => Just(0), 1 => -20..20_i64];
    let bands = subsequence((-20..60_i64).step_by(4).collect::<Vec<_>>(), 0..5);
    (start, limits(), scale, lost, vec(group(criterion), 0..4), bands, any::<bool>()).prop_map(
        |(start, (floor, ceiling), scale, degradations, groups, froms, cut)| {
            let numbered = |(index, group)| Group { name: format!("g{index}"), ..group };
            let froms = std::iter::once(None).chain(froms.into_iter().map(Some));
            let bands = froms.enumerate().map(|(index, from)| Band { label: format!("b{index}"), from });
            Axis {
                name: Words::None,
                start,
                floor,
                ceiling,
                scale,
                degradations,
                groups: groups.into_iter().enumerate().map(numbered).collect(),
                bands: if cut { bands.collect() } else { Vec::new() },
            }
        },
    )
}

/// A lowest and a highest value, in order.
fn limits() -> impl Strategy<Value = (Option<i64>, Option<i64>)> {
    (option::weighted(0.3, -20..5_i64), option::weighted(0.3, 5..40_i64))
}

fn group(criterion: BoxedStrategy<Criterion>) -> impl Strategy<Value = Group> {
    (limits(), vec(criterion, 0..4)).prop_map(|((min, max), criteria)| Group { min, max, criteria, ..Group::default() })
}

/// A criterion whose name may well be taken.
pub fn criterion() -> BoxedStrategy<Criterion> {
    (criterion_name(), weight(), any::<bool>(), any::<bool>(), everyone_or(3), rule())
        .prop_map(|(name, weight, on, also_on, scope, rule)| Criterion {
            name,
            title: Words::None,
            weight,
            on: on || also_on,
            provenance: Provenance::Declared,
            note: Words::None,
            scope,
            rule,
        })
        .boxed()
}

fn weight() -> impl Strategy<Value = i64> {
    prop_oneof![8 => -15..16_i64, 1 => Just(MAX_WEIGHT), 1 => Just(-MAX_WEIGHT)]
}

fn rule() -> impl Strategy<Value = Rule> {
    let share = || prop_oneof![Just(100_i8), Just(75), Just(50), Just(0), Just(-100), -100..=100_i8];
    let tier = (predicate(), share()).prop_map(|(when, share)| Tier { when, share });
    let per = prop_oneof![
        select(vec![1, 10, 50, 0, -1]).prop_map(Value::Whole),
        select(vec![500_000, 12_500_000, 1]).prop_map(Value::Decimal),
        Just(Value::Text("10".to_owned())),
    ];
    let amount = (select(vec!["employees", "budget", "employees", "budget", "created", "nowhere"]), per);
    let kinds = prop_oneof![
        4 => subsequence(KINDS.to_vec(), 0..3),
        1 => Just(vec!["webinar", "carrier pigeon"]),
        1 => Just(vec!["carrier pigeon"]),
    ];
    let within = prop_oneof![
        Just(None),
        select(&WITHIN).prop_map(|n| Some(Window::Days(n))),
        select(&WITHIN).prop_map(|n| Some(Window::Hours(n))),
    ];
    let tier_of_events = (0..4_u32, option::of(0..4_u32), within.clone(), share())
        .prop_map(|(at_least, at_most, within, share)| Reach { at_least, at_most, within, share });
    let repeat = prop_oneof![
        2 => Just(Repeat::Once),
        2 => (0..5_u32).prop_map(Repeat::Each),
        1 => Just(Repeat::Each(100_000)),
        2 => (0..4_u32).prop_map(Repeat::PerAsset),
        2 => vec(tier_of_events, 0..4).prop_map(Repeat::Reach),
        2 => (0..4_u32, select(&WITHIN)).prop_map(|(n, days)| Repeat::FewerThan(n, Window::Days(days))),
    ];
    let decay = prop_oneof![
        3 => Just(None),
        1 => (1..200_u32).prop_map(|days| Some(Decay::HalfLife(days))),
        1 => (1..=100_u8, 1..40_u32).prop_map(|(percent, every)| Some(Decay::Step { percent, every })),
        1 => (1..200_u32).prop_map(|days| Some(Decay::Line(days))),
    ];
    let word_test = || prop_oneof![6 => text_of_event(), 1 => Just(Test::Known), 1 => Just(Test::Unknown)];
    let value_test = prop_oneof![8 => number_test(), 1 => Just(Test::Known), 1 => text_of_event()];
    let details = (
        option::weighted(0.2, word_test()),
        option::weighted(0.2, word_test()),
        option::weighted(0.2, word_test()),
        option::weighted(0.2, value_test),
    );
    let filter = (kinds, details).prop_map(|(kinds, (channel, asset, campaign, value))| Filter {
        kinds: kinds.into_iter().map(str::to_owned).collect(),
        channel,
        asset,
        campaign,
        value,
    });
    prop_oneof![
        1 => (predicate(), prop_oneof![Just(0_i8), share()]).prop_map(|(when, otherwise)| Rule::Match { when, otherwise }),
        1 => vec(tier, 0..4).prop_map(Rule::Tiers),
        1 => (amount, select(vec![0_u32, 1, 3, 255, 256, 100_000])).prop_map(|((field, per), max)| Rule::Amount {
            field: field.to_owned(),
            per,
            max
        }),
        2 => (filter, within, repeat, decay)
            .prop_map(|(filter, within, repeat, decay)| Rule::Activity { filter, within, repeat, decay }),
    ]
}

fn text_of_event() -> impl Strategy<Value = Test> {
    let word = || select(vec!["pricing", "Étude", "offline", " EMAIL", "été", "nothing"]).prop_map(str::to_owned);
    prop_oneof![
        word().prop_map(|word| Test::Is(Value::Text(word))),
        vec(word().prop_map(Value::Text), 0..3).prop_map(Test::OneOf),
        Just(Test::Contains("E".to_owned())),
        Just(Test::StartsWith("pri".to_owned())),
    ]
}

/// Everyone, or one time in `often` a predicate.
fn everyone_or(often: u32) -> impl Strategy<Value = Predicate> {
    prop_oneof![often - 1 => Just(Predicate::everyone()), 1 => predicate()]
}

/// A predicate; one test in about thirty cannot be read.
pub fn predicate() -> impl Strategy<Value = Predicate> {
    let leaf = prop_oneof![30 => readable_test(), 1 => any_test()]
        .prop_map(|(field, test)| Predicate::Field(field.to_owned(), test));
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Predicate::All),
            vec(inner.clone(), 0..4).prop_map(Predicate::Any),
            inner.prop_map(|part| Predicate::Not(Box::new(part))),
        ]
    })
}

fn readable_test() -> impl Strategy<Value = (&'static str, Test)> {
    prop_oneof![
        3 => (select(vec!["country", "job"]), text_test()),
        1 => (Just("employees"), number_test()),
        1 => (Just("budget"), number_test()),
        2 => (select(vec!["created", "renewal"]), date_test()),
        1 => (select(vec!["class", "tier"]), text_test()),
        1 => (Just("opt-in"), any::<bool>().prop_map(|yes| Test::Is(Value::YesNo(yes)))),
        1 => (select(&FIELDS), any::<bool>())
            .prop_map(|((name, _), known)| (name, if known { Test::Known } else { Test::Unknown })),
    ]
}

/// Any test on any field, there or not.
fn any_test() -> impl Strategy<Value = (&'static str, Test)> {
    let field = select(vec!["country", "employees", "budget", "created", "opt-in", "nowhere"]);
    (field, prop_oneof![text_test(), number_test(), date_test(), Just(Test::OneOf(Vec::new()))])
}

fn text_test() -> impl Strategy<Value = Test> {
    let text = || select(&TEXTS).prop_map(|text| Value::Text(text.to_owned()));
    let part =
        || select(vec!["", "f", "R", " FR", "é", "É", "e", "i", "İ", "ss", "Σ", "général "]).prop_map(str::to_owned);
    let other = prop_oneof![Just(Value::Decimal(12_500_000)), Just(Value::YesNo(true)), Just(Value::Whole(12))];
    prop_oneof![
        3 => text().prop_map(Test::Is),
        1 => other.prop_map(Test::Is),
        1 => vec(text(), 0..3).prop_map(Test::OneOf),
        1 => part().prop_map(Test::Contains),
        1 => part().prop_map(Test::StartsWith),
    ]
}

fn number_test() -> impl Strategy<Value = Test> {
    let number = || prop_oneof![value(FieldType::Whole), value(FieldType::Decimal)];
    prop_oneof![
        number().prop_map(Test::Is),
        vec(number(), 0..3).prop_map(Test::OneOf),
        number().prop_map(Test::AtLeast),
        number().prop_map(Test::AtMost),
        number().prop_map(Test::MoreThan),
        number().prop_map(Test::LessThan),
        (number(), number()).prop_map(|(lo, hi)| Test::Between(lo, hi)),
    ]
}

fn date_test() -> impl Strategy<Value = Test> {
    let date =
        || prop_oneof![3 => select(&DAYS).prop_map(|day| Value::Text(day.to_owned())), 1 => value(FieldType::Date)];
    prop_oneof![
        date().prop_map(Test::Is),
        vec(date(), 0..3).prop_map(Test::OneOf),
        date().prop_map(Test::AtLeast),
        date().prop_map(Test::AtMost),
        date().prop_map(Test::MoreThan),
        date().prop_map(Test::LessThan),
        (date(), date()).prop_map(|(lo, hi)| Test::Between(lo, hi)),
        date().prop_map(Test::Before),
        date().prop_map(Test::After),
        select(&WITHIN).prop_map(Test::InLast),
    ]
}

// --------------------------------------------------------------------------------------------------- random edits

/// An edit that the model at hand may refuse.
pub fn edit() -> impl Strategy<Value = Edit> {
    edit_of(criterion())
}

/// An edit that may bring such criteria.
pub fn edit_of(criterion: BoxedStrategy<Criterion>) -> impl Strategy<Value = Edit> {
    let side = || select(&Side::BOTH);
    let group = || (0..4_usize).prop_map(|number| format!("g{number}"));
    prop_oneof![
        6 => (criterion_name(), prop_oneof![9 => weight(), 1 => Just(MAX_WEIGHT + 1)])
            .prop_map(|(criterion, weight)| Edit::SetWeight { criterion, weight }),
        3 => (criterion_name(), any::<bool>()).prop_map(|(criterion, on)| Edit::SetOn { criterion, on }),
        3 => (criterion_name(), criterion.clone(), any::<bool>()).prop_map(|(criterion, mut to, rename)| {
            if !rename {
                to.name.clone_from(&criterion);
            }
            Edit::SetCriterion { criterion, to: Box::new(to) }
        }),
        3 => (side(), group(), 0..5_usize, criterion.clone()).prop_map(|(side, group, at, criterion)| Edit::Insert {
            side,
            group,
            at,
            criterion: Box::new(criterion)
        }),
        3 => criterion_name().prop_map(|criterion| Edit::Remove { criterion }),
        3 => (criterion_name(), side(), group(), 0..5_usize)
            .prop_map(|(criterion, side, group, at)| Edit::Move { criterion, side, group, at }),
        3 => (side(), band_label(), -20..60_i64).prop_map(|(side, band, from)| Edit::SetBand { side, band, from }),
        3 => (side(), group(), option::of(-20..20_i64), option::of(-10..40_i64))
            .prop_map(|(side, group, min, max)| Edit::SetCaps { side, group, min, max }),
        1 => (side(), band_label(), 0..1_000_000_u32)
            .prop_map(|(side, band, n)| Edit::RenameBand { side, band, to: format!("called-{n}") }),
        1 => select(&MAPS).prop_map(|map| Edit::SetMap { map: map.to_owned() }),
        3 => vec(part(criterion.clone()), 1..3).prop_map(Edit::Set),
        1 => model_of(criterion).prop_map(|model| Edit::Replace(Box::new(model))),
    ]
}

fn part(criterion: BoxedStrategy<Criterion>) -> impl Strategy<Value = Part> {
    let axis = axis(criterion).prop_map(|mut axis| {
        // Names as in no random model: two criteria of one name are no model at all.
        for (number, criterion) in axis.groups.iter_mut().flat_map(|group| &mut group.criteria).enumerate() {
            criterion.name = format!("new-{number}");
        }
        Part::Axis(Side::Columns, Box::new(axis))
    });
    prop_oneof![
        2 => vec(derived_field(), 0..3).prop_map(Part::Derived),
        2 => vec(gate(), 0..3).prop_map(Part::Gates),
        2 => ungraded().prop_map(Part::Ungraded),
        1 => everyone_or(3).prop_map(Part::Population),
        1 => axis,
        1 => select(&MAPS).prop_map(|map| Part::Map(map.to_owned())),
        1 => rank_by().prop_map(Part::RankBy),
        1 => top_share().prop_map(Part::TopShare),
    ]
}

fn band_label() -> impl Strategy<Value = String> {
    (0..5_usize).prop_map(|number| format!("b{number}"))
}

fn criterion_name() -> impl Strategy<Value = String> {
    (0..14_usize).prop_map(|number| format!("c{number}"))
}

// ------------------------------------------------------------------------------------------------------- by hand

/// Returns a lead with these known values and events, given as (kind, UTC seconds).
pub fn lead_of(values: &[(&str, Value)], events: &[(&str, i64)]) -> Lead {
    Lead {
        values: values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        events: events
            .iter()
            .map(|(kind, at)| Event { kind: (*kind).to_owned(), at: *at, ..Event::default() })
            .collect(),
    }
}

/// Returns a table of these leads in UTC.
pub fn table_of(fields: &[(&str, FieldType)], leads: Vec<Lead>) -> Table {
    let mut kinds: Vec<String> = leads.iter().flat_map(|lead| &lead.events).map(|event| event.kind.clone()).collect();
    kinds.sort();
    kinds.dedup();
    let fields = fields.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
    Table { fields, kinds, zone: chrono_tz::UTC, leads }
}

/// Returns a text value.
pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Returns whole points as micropoints.
pub fn points(n: i64) -> i64 {
    n * POINT
}
