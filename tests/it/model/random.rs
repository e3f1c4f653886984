//! Random models: text in and out, edits and their undoing, the range of an axis, and broken files.

use proptest::prelude::*;
use quadrille::model::Axis;
use quadrille::model::Band;
use quadrille::model::Criterion;
use quadrille::model::Edit;
use quadrille::model::FRESH;
use quadrille::model::Filter;
use quadrille::model::Group;
use quadrille::model::Map;
use quadrille::model::Model;
use quadrille::model::Owner;
use quadrille::model::POINT;
use quadrille::model::Predicate;
use quadrille::model::Provenance;
use quadrille::model::RankKey;
use quadrille::model::Repeat;
use quadrille::model::Rule;
use quadrille::model::Side;
use quadrille::model::Test;
use quadrille::model::Tier;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::model::Words;
use quadrille::model::Zone;
use quadrille::model::check;
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

fn rule() -> impl Strategy<Value = Rule> {
    let share = -100..=100_i8;
    let tier = (predicate(), share.clone()).prop_map(|(when, share)| Tier { when, share });
    let window = prop_oneof![(1..=36_500_u32).prop_map(Window::Days), (1..=876_000_u32).prop_map(Window::Hours)];
    let repeat = prop_oneof![Just(Repeat::Once), (1..=100_000_u32).prop_map(Repeat::Each)];
    prop_oneof![
        (predicate(), share).prop_map(|(when, otherwise)| Rule::Match { when, otherwise }),
        prop::collection::vec(tier, 1..4).prop_map(Rule::Tiers),
        (
            text(),
            prop_oneof![(1..=i64::MAX).prop_map(Value::Whole), (1..=i64::MAX).prop_map(Value::Decimal)],
            1..=100_000_u32
        )
            .prop_map(|(field, per, max)| Rule::Amount { field: format!("f{field}"), per, max }),
        (prop::collection::vec(text(), 0..3), prop::option::of(window), repeat).prop_map(|(kinds, within, repeat)| {
            let kinds = kinds.into_iter().map(|kind| format!("k{kind}")).collect();
            Rule::Activity { filter: Filter { kinds }, within, repeat }
        }),
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

fn axis() -> impl Strategy<Value = Axis> {
    let group = (text(), words(), bounds(), prop::collection::vec(criterion(), 0..4))
        .prop_map(|(name, title, (min, max), criteria)| Group { name, title, min, max, criteria });
    let edges = prop::collection::btree_set(-1_000_000_000..=1_000_000_000_i64, 0..4);
    (words(), -1_000_000_000..=1_000_000_000_i64, bounds(), prop::collection::vec(group, 0..3), edges, text()).prop_map(
        |(name, start, (floor, ceiling), mut groups, edges, label)| {
            for (index, group) in groups.iter_mut().enumerate() {
                group.name = format!("g{index}{}", group.name);
            }
            let bands = std::iter::once(None).chain(edges.into_iter().map(Some));
            let bands =
                bands.enumerate().map(|(index, from)| Band { label: format!("{index}{label}"), from }).collect();
            Axis { name, start, floor, ceiling, groups, bands }
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

/// A model without faults.
fn model() -> impl Strategy<Value = Model> {
    let zones = prop::collection::vec(zone(), 1..4);
    let population = prop_oneof![Just(Predicate::everyone()), predicate()];
    let head = (name(), words(), words(), population);
    (head, axis(), axis(), zones, 0..3_usize, any::<prop::sample::Index>(), rank_by(), 1..=50_u8).prop_map(
        |(
            (name, title, description, population),
            mut rows,
            mut columns,
            mut zones,
            n_maps,
            pick,
            rank_by,
            top_share,
        )| {
            let groups = rows.groups.iter_mut().chain(&mut columns.groups);
            for (index, criterion) in groups.flat_map(|group| &mut group.criteria).enumerate() {
                criterion.name = format!("c{index}{}", criterion.name);
            }
            for (index, zone) in zones.iter_mut().enumerate() {
                zone.name = format!("z{index}{}", zone.name);
            }
            let row = |label: &Band| {
                let names =
                    (0..columns.n_bands()).map(|band| zones[(pick.index(97) + band) % zones.len()].name.clone());
                (label.label.clone(), names.collect())
            };
            let maps: Vec<Map> = (0..n_maps)
                .map(|n| Map {
                    name: format!("map {n}"),
                    title: Words::None,
                    rows: rows.bands.iter().rev().map(row).collect(),
                })
                .collect();
            let map = maps.last().map_or(String::new(), |map| map.name.clone());
            Model { name, title, description, population, rows, columns, zones, maps, map, rank_by, top_share }
        },
    )
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
    match rule {
        Rule::Match { otherwise, .. } => vec![0, 100, i64::from(*otherwise)],
        Rule::Tiers(tiers) => std::iter::once(0).chain(tiers.iter().map(|tier| i64::from(tier.share))).collect(),
        Rule::Amount { max, .. } | Rule::Activity { repeat: Repeat::Each(max), .. } => {
            (0..=*max).map(|n| i64::from(n) * 100).collect()
        }
        Rule::Activity { repeat: Repeat::Once, .. } => vec![0, 100],
    }
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
        (1..4_u32).prop_map(|max| Rule::Activity {
            filter: Filter::default(),
            within: None,
            repeat: Repeat::Each(max)
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
    (-5..5_i64, caps(), prop::collection::vec(group, 0..3)).prop_map(|(start, (floor, ceiling), groups)| Axis {
        start,
        floor,
        ceiling,
        groups,
        ..Axis::default()
    })
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
        let values: Vec<i64> = sums(groups)
            .into_iter()
            .map(|sum| clamped(axis.start * POINT + sum, axis.floor, axis.ceiling))
            .collect();
        let range = (*values.iter().min().expect("one value"), *values.iter().max().expect("one value"));
        prop_assert_eq!(theoretical_range(&axis), range);
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
