//! Random models: text in and out, edits and their undoing, the range of an axis, and broken files.

use proptest::prelude::*;
use quadrille::model::Alert;
use quadrille::model::Answer;
use quadrille::model::Axis;
use quadrille::model::Band;
use quadrille::model::Case;
use quadrille::model::Criterion;
use quadrille::model::Decay;
use quadrille::model::Degradation;
use quadrille::model::Derived;
use quadrille::model::Edit;
use quadrille::model::Entity;
use quadrille::model::FRESH;
use quadrille::model::Filter;
use quadrille::model::Gate;
use quadrille::model::Group;
use quadrille::model::How;
use quadrille::model::Idle;
use quadrille::model::Learned;
use quadrille::model::Lesson;
use quadrille::model::Map;
use quadrille::model::Model;
use quadrille::model::Owner;
use quadrille::model::POINT;
use quadrille::model::Part;
use quadrille::model::Predicate;
use quadrille::model::Provenance;
use quadrille::model::RankKey;
use quadrille::model::Reach;
use quadrille::model::Repeat;
use quadrille::model::Rule;
use quadrille::model::Scale;
use quadrille::model::Side;
use quadrille::model::Stage;
use quadrille::model::Stages;
use quadrille::model::Take;
use quadrille::model::Tally;
use quadrille::model::Test;
use quadrille::model::Tier;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::model::Words;
use quadrille::model::Zone;
use quadrille::model::best;
use quadrille::model::check;
use quadrille::model::diff;
use quadrille::model::parse;
use quadrille::model::parse_bytes;
use quadrille::model::theoretical_range;
use quadrille::model::to_ron;

use super::FULL;

/// Any text, with what a text form can trip over: quotes, backslashes, control characters, line ends.
fn text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        '"', '\\', '\n', '\r', '\t', '\0', '\u{1b}', '(', ')', ',', '#', '/', '\'', '\u{a0}', '’',
    ]);
    prop::collection::vec(prop_oneof![3 => any::<char>(), 2 => odd, 3 => prop::char::range('a', 'z')], 0..8)
        .prop_map(|chars| chars.into_iter().collect())
}

fn words() -> impl Strategy<Value = Words> {
    prop_oneof![
        3 => Just(Words::None),
        1 => text().prop_map(|text| Words::Plain(format!("w{text}"))),
        1 => (text(), text()).prop_map(|(en, fr)| Words::Each { en, fr }),
    ]
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![-100..100_i64, -i64::MAX..=i64::MAX, Just(i64::MAX), Just(-i64::MAX)]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        text().prop_map(Value::Text),
        number().prop_map(Value::Whole),
        number().prop_map(Value::Decimal),
        any::<bool>().prop_map(Value::YesNo),
    ]
}

fn test() -> impl Strategy<Value = Test> {
    prop_oneof![
        value().prop_map(Test::Is),
        prop::collection::vec(value(), 1..4).prop_map(Test::OneOf),
        text().prop_map(Test::Contains),
        text().prop_map(Test::StartsWith),
        value().prop_map(Test::AtLeast),
        value().prop_map(Test::AtMost),
        value().prop_map(Test::MoreThan),
        value().prop_map(Test::LessThan),
        (number(), number()).prop_map(|(a, b)| Test::Between(Value::Whole(a.min(b)), Value::Whole(a.max(b)))),
        value().prop_map(Test::Before),
        value().prop_map(Test::After),
        (1..=36_500_u32).prop_map(Test::InLast),
        Just(Test::Known),
        Just(Test::Unknown),
    ]
}

fn predicate() -> impl Strategy<Value = Predicate> {
    let field = (text(), test()).prop_map(|(name, test)| Predicate::Field(format!("f{name}"), test));
    field.prop_recursive(5, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Predicate::All),
            prop::collection::vec(inner.clone(), 0..3).prop_map(Predicate::Any),
            inner.prop_map(|part| Predicate::Not(Box::new(part))),
        ]
    })
}

/// A test on text, as on a channel.
fn text_test() -> impl Strategy<Value = Test> {
    let word = || text().prop_map(Value::Text);
    prop_oneof![
        word().prop_map(Test::Is),
        prop::collection::vec(word(), 1..3).prop_map(Test::OneOf),
        text().prop_map(Test::Contains),
        text().prop_map(Test::StartsWith),
        Just(Test::Known),
        Just(Test::Unknown),
    ]
}

/// A test on a number, as on an event's value or an axis; never on whether it is known.
fn number_test() -> impl Strategy<Value = Test> {
    let number = || prop_oneof![number().prop_map(Value::Whole), number().prop_map(Value::Decimal)];
    prop_oneof![
        number().prop_map(Test::Is),
        prop::collection::vec(number(), 1..3).prop_map(Test::OneOf),
        number().prop_map(Test::AtLeast),
        number().prop_map(Test::AtMost),
        number().prop_map(Test::MoreThan),
        number().prop_map(Test::LessThan),
        (-9..9_i64).prop_map(|n| Test::Between(Value::Whole(n), Value::Whole(n + 1))),
    ]
}

fn window() -> impl Strategy<Value = Window> {
    prop_oneof![(1..=36_500_u32).prop_map(Window::Days), (1..=876_000_u32).prop_map(Window::Hours)]
}

fn filter() -> impl Strategy<Value = Filter> {
    let kinds = prop::collection::vec(text().prop_map(|kind| format!("k{kind}")), 0..3);
    let maybe = || prop::option::weighted(0.3, text_test());
    let value = prop::option::weighted(0.3, prop_oneof![4 => number_test(), 1 => Just(Test::Known)]);
    (kinds, maybe(), maybe(), maybe(), value).prop_map(|(kinds, channel, asset, campaign, value)| Filter {
        kinds,
        channel,
        asset,
        campaign,
        value,
    })
}

fn activity() -> impl Strategy<Value = Rule> {
    let days = || 1..=36_500_u32;
    let times = || 1..=100_000_u32;
    let decay = prop_oneof![
        days().prop_map(Decay::HalfLife),
        days().prop_map(Decay::Line),
        (1..=100_u8, days()).prop_map(|(percent, every)| Decay::Step { percent, every }),
    ];
    let tier = (0..=50_000_u32, prop::option::of(0..=50_000_u32), prop::option::of(window()), -100..=100_i8).prop_map(
        |(at_least, more, within, share)| Reach { at_least, at_most: more.map(|more| at_least + more), within, share },
    );
    let repeat = prop_oneof![
        Just(Repeat::Once),
        times().prop_map(Repeat::Each),
        times().prop_map(Repeat::PerAsset),
        prop::collection::vec(tier, 1..4).prop_map(Repeat::Reach),
        (times(), window()).prop_map(|(n, within)| Repeat::FewerThan(n, within)),
    ];
    (filter(), prop::option::of(window()), repeat, prop::option::of(decay)).prop_map(
        |(filter, within, repeat, decay)| {
            let own_windows = matches!(repeat, Repeat::Reach(_) | Repeat::FewerThan(..));
            let (within, decay) = if own_windows { (None, None) } else { (within, decay) };
            Rule::Activity { filter, within, repeat, decay }
        },
    )
}

fn rule() -> impl Strategy<Value = Rule> {
    let share = -100..=100_i8;
    let tier = (predicate(), share.clone()).prop_map(|(when, share)| Tier { when, share });
    prop_oneof![
        1 => (predicate(), share).prop_map(|(when, otherwise)| Rule::Match { when, otherwise }),
        1 => prop::collection::vec(tier, 1..4).prop_map(Rule::Tiers),
        1 => (
            text(),
            prop_oneof![(1..=i64::MAX).prop_map(Value::Whole), (1..=i64::MAX).prop_map(Value::Decimal)],
            1..=100_000_u32
        )
            .prop_map(|(field, per, max)| Rule::Amount { field: format!("f{field}"), per, max }),
        2 => activity(),
    ]
}

/// A criterion whose name is only made unique by its place.
fn criterion() -> impl Strategy<Value = Criterion> {
    let provenance = prop::sample::select(vec![Provenance::Declared, Provenance::Observed, Provenance::Deduced]);
    let scope = prop_oneof![2 => Just(Predicate::everyone()), 1 => predicate()];
    (text(), words(), -1_000_000..=1_000_000_i64, any::<bool>(), provenance, words(), scope, rule()).prop_map(
        |(name, title, weight, on, provenance, note, scope, rule)| Criterion {
            name,
            title,
            weight,
            on,
            provenance,
            note,
            scope,
            rule,
        },
    )
}

/// Two bounds in order, either of which may be missing.
fn bounds() -> impl Strategy<Value = (Option<i64>, Option<i64>)> {
    let points = -1_000_000_000..=1_000_000_000_i64;
    (points.clone(), points, any::<bool>(), any::<bool>())
        .prop_map(|(a, b, low, high)| (low.then_some(a.min(b)), high.then_some(a.max(b))))
}

fn take() -> impl Strategy<Value = Take> {
    prop_oneof![
        (0..=1_000_000_000_i64).prop_map(Take::Points),
        (0..=100_u8).prop_map(Take::Percent),
        (-1_000_000_000..=1_000_000_000_i64).prop_map(Take::DownTo),
    ]
}

fn degradation() -> impl Strategy<Value = Degradation> {
    let points = || 0..=1_000_000_000_i64;
    prop_oneof![
        prop::collection::btree_map(1..=36_500_u32, take(), 1..4).prop_map(|steps| Degradation::Inactive(
            steps.into_iter().map(|(days, take)| Idle { days, take }).collect()
        )),
        (points(), 1..=36_500_u32, points(), points()).prop_map(|(gain, over, below, points)| Degradation::SlowClimb {
            gain,
            over,
            below,
            points
        }),
    ]
}

fn axis() -> impl Strategy<Value = Axis> {
    let group = (text(), words(), bounds(), prop::collection::vec(criterion(), 0..4))
        .prop_map(|(name, title, (min, max), criteria)| Group { name, title, min, max, criteria });
    let groups = prop::collection::vec(group, 0..3);
    let degradations = prop::collection::vec(degradation(), 0..3);
    let edges = prop::collection::btree_set(-1_000_000_000..=1_000_000_000_i64, 0..4);
    let scale = prop::option::of((-1_000_000..1_000_000_i64, 1..1_000_i64));
    (words(), -1_000_000_000..=1_000_000_000_i64, bounds(), scale, groups, degradations, edges, text()).prop_map(
        |(name, start, (floor, ceiling), scale, mut groups, degradations, edges, label)| {
            for (index, group) in groups.iter_mut().enumerate() {
                group.name = format!("g{index}{}", group.name);
            }
            let bands = std::iter::once(None).chain(edges.into_iter().map(Some));
            let bands =
                bands.enumerate().map(|(index, from)| Band { label: format!("{index}{label}"), from }).collect();
            let mut axis = Axis { name, start, floor, ceiling, scale: Scale::Raw, groups, degradations, bands };
            if let (Some((lo, span)), Some(1..)) = (scale, best(&axis)) {
                axis.scale = Scale::To(lo, (lo + span).min(1_000_000));
            }
            axis
        },
    )
}

fn zone() -> impl Strategy<Value = Zone> {
    let owner = prop::sample::select(vec![Owner::Nobody, Owner::Marketing, Owner::Sales]);
    (text(), words(), owner, words(), any::<Option<u32>>(), any::<Option<u32>>(), any::<bool>()).prop_map(
        |(name, title, owner, action, sla_hours, weekly_capacity, hands_over)| Zone {
            name,
            title,
            owner,
            action,
            sla_hours,
            weekly_capacity,
            hands_over,
        },
    )
}

fn rank_by() -> impl Strategy<Value = Vec<RankKey>> {
    let all = vec![RankKey::Rows, RankKey::Columns, RankKey::Sum, RankKey::Recent];
    (Just(all).prop_shuffle(), 1..=4_usize).prop_map(|(keys, n)| keys[..n].to_vec())
}

/// A name that is no device's.
fn name() -> impl Strategy<Value = String> {
    let part = prop::sample::select("abcXYZ019._-".chars().collect::<Vec<_>>());
    prop::collection::vec(part, 0..20).prop_map(|chars| format!("m{}", chars.into_iter().collect::<String>()))
}

fn field() -> impl Strategy<Value = String> {
    text().prop_map(|name| format!("f{name}"))
}

/// Different names.
fn fields(least: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(field(), least..4).prop_map(|names| names.into_iter().collect())
}

fn day() -> impl Strategy<Value = String> {
    (1970..2_100_u32, 1..=12_u32, 1..=28_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

fn entity() -> impl Strategy<Value = Entity> {
    let how = prop::sample::select(vec![How::Most, How::First, How::Highest, How::Lowest, How::Sum]);
    prop_oneof![
        Just(Entity::Contact),
        Just(Entity::Customer),
        (field(), prop::collection::btree_map(field(), how, 0..3))
            .prop_map(|(by, fields)| Entity::Company { by, fields: fields.into_iter().collect() }),
    ]
}

/// Names are only made unique by their place, and begin with a letter that no field they read begins with.
fn derived() -> impl Strategy<Value = Derived> {
    let texts = (prop::collection::vec((predicate(), text()), 1..3), prop::option::of(text())).prop_map(
        |(cases, otherwise)| {
            let cases = cases.into_iter().map(|(when, value)| Case { when, value: Value::Text(value) }).collect();
            (cases, otherwise.map(Value::Text))
        },
    );
    let numbers = (prop::collection::vec((predicate(), number()), 1..3), prop::option::of(number())).prop_map(
        |(cases, otherwise)| {
            let cases = cases.into_iter().map(|(when, n)| Case { when, value: Value::Decimal(n) }).collect();
            (cases, otherwise.map(Value::Decimal))
        },
    );
    (text(), words(), prop_oneof![texts, numbers]).prop_map(|(name, title, (cases, otherwise))| Derived {
        name: format!("d{name}"),
        title,
        cases,
        otherwise,
    })
}

fn learned() -> impl Strategy<Value = Learned> {
    let count = || 0..=1_000_000_000_000_u64;
    let tally = (field(), prop::option::of(value()), count(), count()).prop_map(|(field, value, won, lost)| Tally {
        field,
        value,
        won,
        lost,
    });
    let at = (day(), 0..24_u32, any::<bool>())
        .prop_map(|(day, hour, only)| if only { day } else { format!("{day}T{hour:02}:30:00Z") });
    let lesson = (at, count(), count(), prop::collection::vec(tally, 0..3))
        .prop_map(|(at, won, lost, tallies)| Lesson { at, won, lost, tallies });
    let stage = (field(), fields(1)).prop_map(|(field, order)| Stages { field, order });
    let lists = (fields(1), fields(0), fields(0));
    let learned = (prop::option::of(stage), prop::option::of(day()), prop::option::of(lesson));
    (text(), words(), predicate(), predicate(), lists, learned).prop_map(
        |(name, title, won, lost, (fields, blanks_count, tags), (stage, since, lesson))| Learned {
            name: format!("l{name}"),
            title,
            won,
            lost,
            fields,
            blanks_count,
            tags,
            stage,
            since,
            lesson,
        },
    )
}

/// A gate's condition, which may test the axes.
fn pass() -> impl Strategy<Value = Predicate> {
    let axis = (prop::sample::select(vec![Side::Rows, Side::Columns]), number_test())
        .prop_map(|(side, test)| Predicate::Axis(side, test));
    (predicate(), prop::collection::vec(axis, 0..3)).prop_map(|(condition, mut axes)| {
        axes.push(condition);
        Predicate::Any(axes)
    })
}

fn gate() -> impl Strategy<Value = Gate> {
    (text(), words(), pass()).prop_map(|(name, title, pass)| Gate { name, title, pass, zone: String::new() })
}

fn alert() -> impl Strategy<Value = Alert> {
    (text(), words(), predicate(), filter(), prop::option::of(window()), words())
        .prop_map(|(name, title, when, filter, within, action)| Alert { name, title, when, filter, within, action })
}

/// What a model has beside its axes, zones and maps.
#[derive(Clone, Debug)]
struct Beside {
    entity: Entity,
    funnel: Vec<Stage>,
    alignment: Vec<Answer>,
    next_review: String,
    left_out: Vec<String>,
    derived: Vec<Derived>,
    learned: Vec<Learned>,
    gates: Vec<Gate>,
    alerts: Vec<Alert>,
}

fn beside() -> impl Strategy<Value = Beside> {
    let owner = prop::sample::select(vec![Owner::Nobody, Owner::Marketing, Owner::Sales]);
    let plain = || text().prop_map(|text| Words::Plain(format!("w{text}")));
    let stage = (plain(), owner).prop_map(|(name, owner)| Stage { name, owner });
    let answer = (plain(), words()).prop_map(|(question, answer)| Answer { question, answer });
    let header = (
        entity(),
        prop::collection::vec(stage, 0..3),
        prop::collection::vec(answer, 0..3),
        prop_oneof![Just(String::new()), day()],
        fields(0),
    );
    let added = (prop::collection::vec(derived(), 0..3), prop::collection::vec(learned(), 0..2));
    (header, added, prop::collection::vec(gate(), 0..3), prop::collection::vec(alert(), 0..3)).prop_map(
        |((entity, funnel, alignment, next_review, left_out), (derived, learned), gates, alerts)| Beside {
            entity,
            funnel,
            alignment,
            next_review,
            left_out,
            derived,
            learned,
            gates,
            alerts,
        },
    )
}

fn number_names<'n>(names: impl Iterator<Item = &'n mut String>, prefix: &str) {
    for (index, name) in names.enumerate() {
        *name = format!("{prefix}{index}{name}");
    }
}

/// A model without faults.
pub(super) fn model() -> impl Strategy<Value = Model> {
    let zones = prop::collection::vec(zone(), 1..4);
    let population = prop_oneof![Just(Predicate::everyone()), predicate()];
    let ungraded = prop_oneof![Just(String::new()), Just("not graded".to_owned())];
    let head = (name(), words(), words(), population, ungraded);
    let pick = any::<prop::sample::Index>();
    (head, beside(), axis(), axis(), zones, 0..3_usize, pick, rank_by(), 1..=50_u8).prop_map(
        |(head, mut beside, mut rows, mut columns, mut zones, n_maps, pick, rank_by, top_share)| {
            let (name, title, description, population, ungraded) = head;
            let groups = rows.groups.iter_mut().chain(&mut columns.groups);
            number_names(groups.flat_map(|group| &mut group.criteria).map(|criterion| &mut criterion.name), "c");
            number_names(zones.iter_mut().map(|zone| &mut zone.name), "z");
            number_names(beside.gates.iter_mut().map(|gate| &mut gate.name), "");
            number_names(beside.alerts.iter_mut().map(|alert| &mut alert.name), "");
            number_names(beside.derived.iter_mut().map(|derived| &mut derived.name), "d");
            number_names(beside.learned.iter_mut().map(|learned| &mut learned.name), "l");
            for (index, gate) in beside.gates.iter_mut().enumerate() {
                gate.zone.clone_from(&zones[index % zones.len()].name);
            }
            let Beside { entity, funnel, alignment, next_review, left_out, derived, learned, gates, alerts } = beside;
            let mut model = Model {
                name,
                title,
                description,
                entity,
                funnel,
                alignment,
                next_review,
                left_out,
                derived,
                learned,
                population,
                rows,
                columns,
                ungraded,
                gates,
                zones,
                maps: Vec::new(),
                map: String::new(),
                alerts,
                rank_by,
                top_share,
            };
            let zone = |band: usize| model.zones[(pick.index(97) + band) % model.zones.len()].name.clone();
            let row = |band: usize| {
                let label = model.label(Side::Rows, band).to_owned();
                (label, (0..model.n_bands(Side::Columns)).map(zone).collect())
            };
            let rows: Vec<_> = (0..model.n_bands(Side::Rows)).rev().map(row).collect();
            let map = |n| Map { name: format!("map {n}"), title: Words::None, rows: rows.clone() };
            model.maps = (0..n_maps).map(map).collect();
            model.map = model.maps.last().map_or(String::new(), |map| map.name.clone());
            model
        },
    )
}

/// Every part of a model.
fn parts(model: &Model) -> Vec<Part> {
    let model = model.clone();
    vec![
        Part::Title(model.title),
        Part::Description(model.description),
        Part::Entity(model.entity),
        Part::Funnel(model.funnel),
        Part::Alignment(model.alignment),
        Part::NextReview(model.next_review),
        Part::LeftOut(model.left_out),
        Part::Derived(model.derived),
        Part::Learned(model.learned),
        Part::Population(model.population),
        Part::Axis(Side::Rows, Box::new(model.rows)),
        Part::Axis(Side::Columns, Box::new(model.columns)),
        Part::Ungraded(model.ungraded),
        Part::Gates(model.gates),
        Part::Zones(model.zones),
        Part::Maps(model.maps),
        Part::Map(model.map),
        Part::Alerts(model.alerts),
        Part::RankBy(model.rank_by),
        Part::TopShare(model.top_share),
    ]
}

/// Edits that often fit the model, and often do not.
fn edit() -> impl Strategy<Value = Vec<(usize, usize, usize, i64, Criterion)>> {
    prop::collection::vec((0..9_usize, 0..8_usize, 0..8_usize, -1_000_001..=1_000_001_i64, criterion()), 0..20)
}

fn make(model: &Model, (kind, a, b, n, new): (usize, usize, usize, i64, Criterion)) -> Edit {
    let names: Vec<&str> = model.criteria().map(|(_, _, criterion)| criterion.name.as_str()).collect();
    let name = names.get(a).map_or("nobody", |name| name).to_owned();
    let side = Side::BOTH[b % 2];
    let axis = model.axis(side);
    let group = axis.groups.get(b / 2).map_or("nowhere", |group| group.name.as_str()).to_owned();
    match kind {
        0 => Edit::SetWeight { criterion: name, weight: n },
        1 => Edit::SetOn { criterion: name, on: n > 0 },
        2 => {
            Edit::SetCriterion { criterion: name.clone(), to: Box::new(Criterion { name: format!("{name}+"), ..new }) }
        }
        3 => Edit::SetCriterion { criterion: name, to: Box::new(Criterion { name: "taken".to_owned(), ..new }) },
        4 => Edit::Insert { side, group, at: a, criterion: Box::new(Criterion { name: format!("new {n}"), ..new }) },
        5 => Edit::Remove { criterion: name },
        6 => Edit::Move { criterion: name, side, group, at: a },
        7 => Edit::SetBand { side, band: axis.label(a).to_owned(), from: n * 1_000 },
        _ => Edit::SetCaps { side, group, min: Some(n), max: (a > 2).then_some(0) },
    }
}

/// All shares a criterion can be met with, in percent of its weight.
fn shares(rule: &Rule) -> Vec<i64> {
    let tiers = |shares: &mut dyn Iterator<Item = i8>| std::iter::once(0).chain(shares.map(i64::from)).collect();
    match rule {
        Rule::Match { otherwise, .. } => vec![0, 100, i64::from(*otherwise)],
        Rule::Tiers(of) => tiers(&mut of.iter().map(|tier| tier.share)),
        Rule::Amount { max, .. } => (0..=*max).map(|n| i64::from(n) * 100).collect(),
        Rule::Activity { repeat, .. } => match repeat {
            Repeat::Each(max) | Repeat::PerAsset(max) => (0..=*max).map(|n| i64::from(n) * 100).collect(),
            Repeat::Once | Repeat::FewerThan(..) => vec![0, 100],
            Repeat::Reach(of) => tiers(&mut of.iter().map(|tier| tier.share)),
        },
    }
}

fn small_repeat() -> impl Strategy<Value = Repeat> {
    let tier =
        (1..4_u32, -100..=100_i8).prop_map(|(at_least, share)| Reach { at_least, at_most: None, within: None, share });
    prop_oneof![
        Just(Repeat::Once),
        (1..4_u32).prop_map(Repeat::Each),
        (1..4_u32).prop_map(Repeat::PerAsset),
        prop::collection::vec(tier, 1..3).prop_map(Repeat::Reach),
        (1..4_u32).prop_map(|n| Repeat::FewerThan(n, Window::Days(1))),
    ]
}

fn small_degradation() -> impl Strategy<Value = Degradation> {
    let take = prop_oneof![
        (0..9_i64).prop_map(Take::Points),
        (0..=100_u8).prop_map(Take::Percent),
        (-9..9_i64).prop_map(Take::DownTo),
    ];
    prop_oneof![
        prop::collection::vec(take, 1..3).prop_map(|takes| Degradation::Inactive(
            takes.into_iter().zip(1..).map(|(take, days)| Idle { days, take }).collect()
        )),
        (-9..9_i64, 0..9_i64).prop_map(|(below, points)| Degradation::SlowClimb { gain: 1, over: 1, below, points }),
    ]
}

/// What is left of a sum when each degradation takes what it may, or nothing.
fn left(sum: i64, degradations: &[Degradation]) -> Vec<i64> {
    let losses = degradations.iter().map(|degradation| match degradation {
        Degradation::Inactive(steps) => {
            let lost = |step: &Idle| match step.take {
                Take::Points(points) => points * POINT,
                Take::Percent(percent) => sum.max(0) * i64::from(percent) / 100,
                Take::DownTo(points) => (sum - points * POINT).max(0),
            };
            std::iter::once(0).chain(steps.iter().map(|step| -lost(step))).collect()
        }
        Degradation::SlowClimb { below, points, .. } if sum < below * POINT => vec![0, -points * POINT],
        Degradation::SlowClimb { .. } => vec![0],
    });
    sums(losses).into_iter().map(|lost| sum + lost).collect()
}

/// A small axis: few criteria, few occurrences.
fn small_axis() -> impl Strategy<Value = Axis> {
    let field = || Predicate::Field("f".to_owned(), Test::Known);
    let rule = prop_oneof![
        (-100..=100_i8).prop_map(move |otherwise| Rule::Match { when: field(), otherwise }),
        prop::collection::vec(-100..=100_i8, 1..3).prop_map(move |shares| Rule::Tiers(
            shares.into_iter().map(|share| Tier { when: field(), share }).collect()
        )),
        (1..4_u32).prop_map(|max| Rule::Amount { field: "f".to_owned(), per: Value::Whole(1), max }),
        small_repeat().prop_map(|repeat| Rule::Activity {
            filter: Filter::default(),
            within: None,
            repeat,
            decay: None
        }),
    ];
    let criterion = (rule, -9..9_i64, prop::bool::weighted(0.8)).prop_map(|(rule, weight, on)| Criterion {
        name: String::new(),
        title: Words::None,
        weight,
        on,
        provenance: Provenance::Declared,
        note: Words::None,
        scope: Predicate::everyone(),
        rule,
    });
    let caps = || {
        (-20..0_i64, 0..20_i64, any::<bool>(), any::<bool>())
            .prop_map(|(a, b, low, high)| (low.then_some(a), high.then_some(b)))
    };
    let group = (caps(), prop::collection::vec(criterion, 0..3)).prop_map(|((min, max), criteria)| Group {
        min,
        max,
        criteria,
        ..Group::default()
    });
    let degradations = prop::collection::vec(small_degradation(), 0..3);
    (-5..5_i64, caps(), prop::collection::vec(group, 0..3), degradations, any::<bool>()).prop_map(
        |(start, (floor, ceiling), groups, degradations, is_scaled)| {
            let mut axis = Axis { start, floor, ceiling, groups, degradations, ..Axis::default() };
            if is_scaled && best(&axis).is_some_and(|best| best > 0) {
                axis.scale = Scale::To(1, 100);
            }
            axis
        },
    )
}

fn clamped(value: i64, min: Option<i64>, max: Option<i64>) -> i64 {
    value.max(min.map_or(i64::MIN, |min| min * POINT)).min(max.map_or(i64::MAX, |max| max * POINT))
}

/// Every sum of one value from each list.
fn sums(lists: impl Iterator<Item = Vec<i64>>) -> Vec<i64> {
    lists.fold(vec![0], |sums, list| sums.iter().flat_map(|sum| list.iter().map(move |n| sum + n)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_model_is_read_back_as_it_was(model in model()) {
        prop_assert_eq!(check(&model), vec![]);
        let text = to_ron(&model).expect("no faults");
        let back = parse(&text).map_err(|problems| TestCaseError::fail(format!("{problems:?}\n{text}")))?;
        prop_assert_eq!(&back, &model);
        prop_assert_eq!(to_ron(&back), Ok(text));
    }

    #[test]
    fn undoing_every_edit_gives_back_the_same_text(model in model(), edits in edit()) {
        let before = to_ron(&model);
        let mut edited = model;
        let mut inverses = Vec::new();
        for edit in edits {
            let kept = edited.clone();
            let edit = make(&kept, edit);
            if let Ok(inverse) = edit.apply(&mut edited) {
                inverses.push((inverse, kept));
            } else {
                prop_assert_eq!(&edited, &kept, "an edit that cannot be made changes nothing");
            }
        }
        while let Some((inverse, kept)) = inverses.pop() {
            prop_assert!(inverse.apply(&mut edited).is_ok());
            prop_assert_eq!(&edited, &kept);
        }
        prop_assert_eq!(to_ron(&edited), before);
    }

    #[test]
    fn the_range_of_an_axis_is_what_its_criteria_can_give(axis in small_axis()) {
        let groups = axis.groups.iter().map(|group| {
            let criteria = group.criteria.iter().filter(|criterion| criterion.on);
            let given = criteria.map(|criterion| {
                shares(&criterion.rule).iter().map(|share| criterion.weight * share * FRESH).collect()
            });
            sums(given).into_iter().map(|sum| clamped(sum, group.min, group.max)).collect()
        });
        let before: Vec<i64> = sums(groups).into_iter().map(|sum| axis.start * POINT + sum).collect();
        let most = *before.iter().max().expect("one value");
        prop_assert_eq!(best(&axis), Some(i128::from(most)));
        let scaled = |value: i64| match axis.scale {
            Scale::Raw => value,
            Scale::To(lo, hi) => {
                let (value, most) = (i128::from(value.clamp(0, most)), i128::from(most));
                let points = i128::from(lo) + i128::from(hi - lo) * value / most;
                i64::try_from(points).expect("within the scale") * POINT
            }
        };
        let values = before.iter().flat_map(|sum| left(*sum, &axis.degradations));
        let values: Vec<i64> = values.map(|value| scaled(clamped(value, axis.floor, axis.ceiling))).collect();
        let (lowest, highest) = theoretical_range(&axis);
        prop_assert_eq!(highest, *values.iter().max().expect("one value"));
        let least = *values.iter().min().expect("one value");
        // A slow climb is told for sums up to its edge, which no sum of few criteria need come near.
        if axis.degradations.iter().any(|lost| matches!(lost, Degradation::SlowClimb { .. })) {
            prop_assert!(lowest <= least, "{} <= {}", lowest, least);
        } else {
            prop_assert_eq!(lowest, least);
        }
    }

    #[test]
    fn what_differs_leads_from_one_model_to_the_other(from in model(), other in model(), edits in edit()) {
        let mut edited = from.clone();
        for spec in edits {
            let edit = make(&edited, spec);
            let _ = edit.apply(&mut edited);
        }
        for to in [edited, other] {
            let mut now = from.clone();
            for edit in diff(&from, &to) {
                prop_assert!(edit.apply(&mut now).is_ok());
            }
            prop_assert_eq!(&now, &Model { name: from.name.clone(), ..to });
        }
        prop_assert_eq!(diff(&from, &from), vec![]);
    }

    #[test]
    fn parts_put_in_place_are_taken_out_again(model in model(), other in model(), skip in 0..7_usize) {
        let before = to_ron(&model);
        let mut edited = model.clone();
        let all = parts(&other);
        let inverse = Edit::Set(all).apply(&mut edited).expect("parts can always be put in place");
        prop_assert_eq!(&edited, &Model { name: model.name.clone(), ..other.clone() });
        let again = inverse.apply(&mut edited).expect("and taken out");
        prop_assert_eq!(to_ron(&edited), before);
        again.apply(&mut edited).expect("and put back");
        prop_assert_eq!(&edited, &Model { name: model.name.clone(), ..other.clone() });
        // Some parts, twice at one place.
        let mut edited = model.clone();
        let some = parts(&other).into_iter().step_by(skip + 1).chain(parts(&model).into_iter().skip(skip));
        let inverse = Edit::Set(some.collect()).apply(&mut edited).expect("parts can always be put in place");
        inverse.apply(&mut edited).expect("and taken out");
        prop_assert_eq!(&edited, &model);
    }

    #[test]
    fn a_broken_file_is_refused_with_a_place_or_read(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(prop::sample::select(vec!["(", ")", "[", "]", "\"", ",", ":", "5", "1.5", "x", "\n", "/*", "’", "é", "\\"]))), 1..4)
    ) {
        let mut broken = FULL.to_owned();
        for (at, new) in cuts {
            let (at, old) = at.get(&broken.char_indices().collect::<Vec<_>>()).to_owned();
            broken.replace_range(at..at + old.len_utf8(), new.unwrap_or(""));
        }
        match parse(&broken) {
            Ok(model) => prop_assert!(to_ron(&model).is_ok()),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let place = problem.place.unwrap_or_default();
                    prop_assert!(place.line.is_some() && place.column.is_some(), "{:?}", problem.text);
                    prop_assert!(place.line <= Some(broken.lines().count() as u64));
                }
            }
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..64), text in text()) {
        let _ = parse_bytes(&bytes);
        let _ = parse(&format!("(name: {text}"));
    }
}
