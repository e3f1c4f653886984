//! Conditions on a lead's fields: what they are. Never here: whether they hold; that is `engine`'s.

use serde::Deserialize;
use serde::Serialize;

use crate::model::Side;
use crate::model::Value;

/// A condition on a lead's fields. Two-valued: a test on an unknown value is false (only `Unknown` is true); `Not` flips that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Predicate {
    All(Vec<Predicate>),
    Any(Vec<Predicate>),
    Not(Box<Predicate>),
    /// A test on the named field.
    Field(String, Test),
    /// A test of numbers on the lead's value on an axis, in points; in gates only.
    Axis(Side, Test),
}

/// A test on one field. Text compares trimmed and lower-cased, accents count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    Is(Value),
    OneOf(Vec<Value>),
    Contains(String),
    StartsWith(String),
    AtLeast(Value),
    AtMost(Value),
    /// Above a number, itself excluded.
    MoreThan(Value),
    /// Below a number, itself excluded.
    LessThan(Value),
    /// From the first to the second, both included.
    Between(Value, Value),
    /// A date before the given one.
    Before(Value),
    /// A date after the given one.
    After(Value),
    /// A date in the last n days: `as_of − n days < date ≤ as_of`.
    InLast(u32),
    Known,
    Unknown,
}

impl Default for Predicate {
    fn default() -> Predicate {
        Predicate::everyone()
    }
}

impl Predicate {
    /// The predicate that holds for everyone.
    pub fn everyone() -> Predicate {
        Predicate::All(Vec::new())
    }

    pub fn is_everyone(&self) -> bool {
        matches!(self, Predicate::All(parts) if parts.is_empty())
    }

    /// Whether the predicate asks for the lead's value on an axis.
    pub fn reads_axis(&self) -> bool {
        match self {
            Predicate::All(parts) | Predicate::Any(parts) => parts.iter().any(Predicate::reads_axis),
            Predicate::Not(part) => part.reads_axis(),
            Predicate::Field(..) => false,
            Predicate::Axis(..) => true,
        }
    }

    /// Whether whom the predicate holds for changes as time goes by.
    pub fn depends_on_time(&self) -> bool {
        let mut depends = false;
        self.each_test(&mut |_, test| depends |= matches!(test, Test::InLast(_)));
        depends
    }

    /// Calls `see` with every field that the predicate reads, and the test on it.
    pub fn each_test<'p>(&'p self, see: &mut impl FnMut(&'p str, &'p Test)) {
        match self {
            Predicate::All(parts) | Predicate::Any(parts) => parts.iter().for_each(|part| part.each_test(see)),
            Predicate::Not(part) => part.each_test(see),
            Predicate::Field(field, test) => see(field, test),
            Predicate::Axis(..) => {}
        }
    }

    /// Calls `change` with every field that the predicate reads, and the test on it.
    pub fn each_test_mut(&mut self, change: &mut impl FnMut(&mut String, &mut Test)) {
        match self {
            Predicate::All(parts) | Predicate::Any(parts) => {
                for part in parts {
                    part.each_test_mut(change);
                }
            }
            Predicate::Not(part) => part.each_test_mut(change),
            Predicate::Field(field, test) => change(field, test),
            Predicate::Axis(..) => {}
        }
    }
}
