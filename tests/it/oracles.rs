//! Companies made of their members, and whom alerts speak of, each against what it means said one lead at a time.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::ProptestConfig;
use proptest::prelude::Strategy;
use proptest::prelude::any;
use proptest::prelude::prop_assert_eq;
use proptest::prelude::proptest;
use proptest::sample::select;
use proptest::sample::subsequence;

use quadrille::engine::alerts::fired;
use quadrille::engine::explain::timeline;
use quadrille::engine::roll_up::roll_up;
use quadrille::model::Alert;
use quadrille::model::FieldType;
use quadrille::model::Filter;
use quadrille::model::How;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::model::Words;

use crate::make;
use crate::plain;
use crate::plain::Event;
use crate::plain::Lead;

/// How the fields of a company are said to come about: some of the table's, in any way.
fn rules() -> impl Strategy<Value = Vec<(String, How)>> {
    let fields = ["country", "job", "employees", "budget", "created", "renewal", "opt-in"];
    let how = select(vec![How::Most, How::First, How::Highest, How::Lowest, How::Sum]);
    (subsequence(fields.to_vec(), 0..=7), vec(how, 7))
        .prop_map(|(fields, hows)| fields.into_iter().map(str::to_owned).zip(hows).collect())
}

/// What members say of a field, in the order of their import, becomes one value.
fn together(values: &[&Value], how: How, kind: FieldType) -> Option<Value> {
    let first = (*values.first()?).clone();
    let number = |value: &Value| match value {
        Value::Whole(n) | Value::Decimal(n) | Value::Date(n) => i128::from(*n),
        Value::YesNo(yes) => i128::from(*yes),
        Value::Text(_) => unreachable!("texts compare as texts"),
    };
    let is_less = |a: &Value, b: &Value| match (a, b) {
        (Value::Text(a), Value::Text(b)) => a < b,
        (a, b) => number(a) < number(b),
    };
    let sums = matches!(kind, FieldType::Whole | FieldType::Decimal);
    Some(match how {
        How::First => first,
        How::Sum if sums => {
            // Adding stops at the ends, wherever on the way they are met; no sum says "unknown".
            let ends = i128::from(i64::MIN + 1)..=i128::from(i64::MAX);
            let mut rest = values.iter();
            let start = number(rest.next()?);
            let sum = rest.fold(start, |sum, value| (sum + number(value)).clamp(*ends.start(), *ends.end()));
            let sum = i64::try_from(sum).expect("between the ends");
            if kind == FieldType::Whole { Value::Whole(sum) } else { Value::Decimal(sum) }
        }
        How::Most | How::Sum if how == How::Most || kind == FieldType::Text => {
            let count = |value: &Value| values.iter().filter(|other| ***other == *value).count();
            let most = values.iter().map(|value| count(value)).max()?;
            (*values.iter().find(|value| count(value) == most)?).clone()
        }
        How::Lowest => {
            values.iter().fold(first, |low, value| if is_less(value, &low) { (*value).clone() } else { low })
        }
        // The highest, which is also the sum of dates and of answers.
        _ => values.iter().fold(first, |high, value| if is_less(&high, value) { (*value).clone() } else { high }),
    })
}

/// Who is of one company: the same text, whatever its case and margins. In the order of their first members.
fn companies<'l>(leads: &'l [Lead], by: &str) -> Vec<Vec<&'l Lead>> {
    let key = |lead: &Lead| Some(lead.values.get(by)?.to_string());
    let same = |a: &str, b: &str| {
        let test = Test::Is(Value::Text(b.to_owned()));
        plain::text_passes(a, &test)
    };
    let mut companies: Vec<(String, Vec<&Lead>)> = Vec::new();
    for lead in leads {
        let Some(key) = key(lead) else { continue };
        match companies.iter_mut().find(|(known, _)| same(known, &key)) {
            Some((_, members)) => members.push(lead),
            None => companies.push((key, vec![lead])),
        }
    }
    companies.into_iter().map(|(_, members)| members).collect()
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = Option<Test>> {
    option::weighted(0.3, select(words).prop_map(|word| Test::Is(Value::Text(word.to_owned()))))
}

fn alert() -> impl Strategy<Value = Alert> {
    let kinds = subsequence(vec!["click", "visit", "webinar", "demo"], 0..3);
    let within = option::of(select(vec![Window::Days(1), Window::Days(30), Window::Hours(2), Window::Hours(72)]));
    let parts = (word(&["pricing", "ÉTUDE"]), word(&["offline"]));
    (option::of(make::predicate()), kinds, parts, within).prop_map(|(when, kinds, (asset, channel), within)| Alert {
        name: "alert".to_owned(),
        title: Words::None,
        when: when.unwrap_or_else(quadrille::model::Predicate::everyone),
        filter: Filter { kinds: kinds.into_iter().map(str::to_owned).collect(), asset, channel, ..Filter::default() },
        within,
        action: Words::None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn companies_are_what_their_members_say_together(
        table in make::table(9),
        rules in rules(),
        by in select(vec!["job", "country", "employees", "opt-in"]),
        as_of in make::as_of(),
    ) {
        let rolled = roll_up(&make::dataset(&table), by, &rules).expect("the field is there");
        let companies = companies(&table.leads, by);
        prop_assert_eq!(rolled.n_leads(), companies.len());
        for (place, members) in companies.iter().enumerate() {
            let key = members[0].values[by].to_string();
            prop_assert_eq!(rolled.keys.get(place), key.trim());
            for (name, kind) in &table.fields {
                let usual = match kind {
                    FieldType::Text => How::Most,
                    FieldType::Date if name == plain::CREATED => How::Lowest,
                    _ => How::Highest,
                };
                let how = rules.iter().find(|(field, _)| field == name).map_or(usual, |(_, how)| *how);
                let said: Vec<&Value> = members.iter().filter_map(|lead| lead.values.get(name)).collect();
                let field = rolled.field(name).expect("fields stay");
                prop_assert_eq!(field.value(place), together(&said, how, *kind), "{} of {}, {:?}", name, place, how);
            }
            let mut events: Vec<&Event> = members.iter().flat_map(|lead| &lead.events).collect();
            events.retain(|event| event.at <= as_of);
            let told = timeline(&rolled, as_of, &rolled.events.of_lead(place));
            let mut told: Vec<_> = told.into_iter().map(|event| (event.at, event.kind, event.asset)).collect();
            let mut expected: Vec<_> =
                events.into_iter().map(|event| (event.at, event.kind.clone(), event.asset.clone())).collect();
            told.sort();
            expected.sort();
            prop_assert_eq!(told, expected);
        }
    }

    #[test]
    fn alerts_speak_of_whoever_did_it(
        table in make::table(12),
        alert in alert(),
        inside in vec(any::<bool>(), 12),
        as_of in make::as_of(),
    ) {
        let read = plain::can_read(&alert.when, &table) && plain::can_read_filter(&alert.filter, &table);
        let told = fired(3, &alert, &make::dataset(&table), &inside, as_of);
        prop_assert_eq!(told.is_ok(), read);
        let mut expected = Vec::new();
        for (lead, row) in table.leads.iter().enumerate() {
            if !read || !inside[lead] || !plain::holds(&alert.when, row, &table, as_of) {
                continue;
            }
            let counts = |event: &&Event| plain::counts(&alert.filter, alert.within, event, as_of);
            let at: Vec<i64> = row.events.iter().filter(counts).map(|event| event.at).collect();
            if let Some(newest) = at.iter().max() {
                expected.push((lead, *newest, at.len()));
            }
        }
        expected.sort_by_key(|(lead, at, _)| (std::cmp::Reverse(*at), *lead));
        for fired in told.iter().flatten() {
            let is_it = |event: &Event| {
                (event.at, &event.kind, &event.asset) == (fired.at, &fired.kind, &fired.asset)
                    && plain::counts(&alert.filter, alert.within, event, as_of)
            };
            assert!(table.leads[fired.lead].events.iter().any(is_it), "the event is one of the lead's");
        }
        let told: Vec<_> = told.into_iter().flatten().map(|fired| (fired.lead, fired.at, fired.times)).collect();
        prop_assert_eq!(told, expected);
    }
}
