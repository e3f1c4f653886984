//! Numbers in the narrowest width are what they were, and tests of them say what they say of plain numbers.

use std::sync::Arc;

use proptest::prelude::*;
use quadrille::engine::columns::Column;
use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::Field;
use quadrille::engine::columns::Texts;
use quadrille::engine::columns::UNKNOWN;
use quadrille::engine::numbers::Numbers;
use quadrille::engine::predicate::holds;
use quadrille::model::FieldType;
use quadrille::model::Predicate;
use quadrille::model::Test;
use quadrille::model::Value;

/// Numbers that lie so near each other that some width just holds them, or does not; some unknown.
fn numbers() -> impl Strategy<Value = Vec<i64>> {
    let base = prop_oneof![Just(0_i64), Just(i64::MIN + 1), Just(i64::MAX - (1_i64 << 32)), any::<i64>()];
    let reach =
        prop_oneof![Just(0_i64), 250..260_i64, 65_530..65_540_i64, (1_i64 << 32) - 4..1_i64 << 32, Just(i64::MAX)];
    (base, reach).prop_flat_map(|(base, reach)| {
        let far = base.saturating_add(reach);
        let number = prop_oneof![Just(UNKNOWN), Just(base), Just(far), base..=far];
        proptest::collection::vec(number, 0..40)
    })
}

fn dataset(numbers: &[i64]) -> Dataset {
    let mut keys = Texts::default();
    for _ in numbers {
        keys.push("lead");
    }
    let column = Column::Number(numbers.to_vec().into());
    let field = Field { name: "n".to_owned(), kind: FieldType::Whole, role: None, column };
    Dataset { keys: Arc::new(keys), fields: vec![Arc::new(field)], ..Dataset::default() }
}

proptest! {
    #[test]
    fn numbers_are_what_they_were(plain in numbers()) {
        let numbers = Numbers::from(plain.clone());
        prop_assert_eq!(numbers.len(), plain.len());
        prop_assert_eq!(numbers.iter().collect::<Vec<_>>(), plain);
    }

    #[test]
    fn tests_of_numbers_say_what_they_say_of_plain_ones(
        plain in numbers(),
        which in any::<[prop::sample::Index; 2]>(),
        off in -2..=2_i64,
    ) {
        let data = dataset(&plain);
        let near = |index: &prop::sample::Index| if plain.is_empty() { 0 } else { *index.get(&plain) };
        let [lo, hi] = which.map(|index| near(&index).saturating_add(off).clamp(UNKNOWN + 1, i64::MAX - 1));
        let all = |is_so: &dyn Fn(i64) -> bool| plain.iter().map(|n| is_so(*n)).collect::<Vec<bool>>();
        let known = |is_so: &dyn Fn(i64) -> bool| all(&|n| n != UNKNOWN && is_so(n));
        let cases = [
            (Test::Known, known(&|_| true)),
            (Test::Unknown, all(&|n| n == UNKNOWN)),
            (Test::Is(Value::Whole(lo)), known(&|n| n == lo)),
            (Test::OneOf(vec![Value::Whole(lo), Value::Whole(hi)]), known(&|n| n == lo || n == hi)),
            (Test::AtLeast(Value::Whole(lo)), known(&|n| n >= lo)),
            (Test::AtMost(Value::Whole(hi)), known(&|n| n <= hi)),
            (Test::MoreThan(Value::Whole(lo)), known(&|n| n > lo)),
            (Test::LessThan(Value::Whole(hi)), known(&|n| n < hi)),
            (Test::Between(Value::Whole(lo), Value::Whole(hi)), known(&|n| lo <= n && n <= hi)),
        ];
        for (test, expected) in cases {
            let predicate = Predicate::Field("n".to_owned(), test);
            prop_assert_eq!(holds(&predicate, &data, 0).unwrap(), expected, "{:?}", predicate);
        }
    }
}
