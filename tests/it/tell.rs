//! Rules, axes and edits in words, in both languages.

use std::fmt::Write as _;

use insta::assert_snapshot;

use quadrille::model::Decay;
use quadrille::model::Degradation;
use quadrille::model::Edit;
use quadrille::model::Entity;
use quadrille::model::Filter;
use quadrille::model::Idle;
use quadrille::model::Part;
use quadrille::model::Predicate;
use quadrille::model::Reach;
use quadrille::model::Repeat;
use quadrille::model::Rule;
use quadrille::model::Scale;
use quadrille::model::Side;
use quadrille::model::Take;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::text::Lang;
use quadrille::text::Msg;
use quadrille::workbench::tell;

use crate::make::text;

/// Returns each sentence in English and below it in French.
fn both(sentences: &[Msg]) -> String {
    let mut told = String::new();
    for sentence in sentences {
        for lang in [Lang::En, Lang::Fr] {
            writeln!(told, "{}", lang.say(sentence)).expect("a string takes all");
        }
    }
    told
}

fn activity(filter: Filter, within: Option<Window>, repeat: Repeat, decay: Option<Decay>) -> Msg {
    tell::rule(&Rule::Activity { filter, within, repeat, decay })
}

fn visits() -> Filter {
    Filter::of_kinds(vec!["visit".to_owned()])
}

#[test]
fn conditions_are_told() {
    let fifty = || Value::Whole(50);
    let field = |test| Predicate::Field("size".to_owned(), test);
    let either = Predicate::Any(vec![field(Test::LessThan(Value::Whole(10))), field(Test::Unknown)]);
    let gate = Predicate::All(vec![Predicate::Axis(Side::Rows, Test::MoreThan(fifty())), either]);
    let named = tell::predicate_with(&gate, &|side| match side {
        Side::Rows => quadrille::msg!("tell-text", text = "PAIN"),
        Side::Columns => quadrille::msg!("tell-text", text = "FIT"),
    });
    assert_snapshot!(both(&[tell::predicate(&gate), named]));
}

#[test]
fn activity_is_told() {
    let reach = |at_least, at_most, within, share| Reach { at_least, at_most, within, share };
    let filter = Filter {
        asset: Some(Test::Contains("tarifs".to_owned())),
        channel: Some(Test::Is(text("web"))),
        value: Some(Test::Between(Value::Whole(30), Value::Whole(90))),
        ..visits()
    };
    let month = Window::Days(30);
    let tiers = vec![
        reach(3, None, Some(Window::Hours(72)), 100),
        reach(1, Some(2), Some(month), 50),
        reach(0, Some(0), None, -20),
    ];
    assert_snapshot!(both(&[
        activity(visits(), None, Repeat::Once, None),
        activity(visits(), Some(Window::Days(1)), Repeat::Each(100_000), Some(Decay::HalfLife(30))),
        activity(visits(), Some(month), Repeat::Each(3), Some(Decay::Step { percent: 50, every: 30 })),
        activity(visits(), None, Repeat::PerAsset(2), Some(Decay::Line(90))),
        activity(visits(), None, Repeat::PerAsset(100_000), Some(Decay::Line(1))),
        activity(filter, None, Repeat::Once, None),
        activity(visits(), None, Repeat::Reach(tiers), None),
        activity(visits(), None, Repeat::FewerThan(1, month), None),
        activity(Filter::default(), None, Repeat::FewerThan(4, Window::Hours(1)), None),
    ]));
}

#[test]
fn axes_and_edits_are_told() {
    let idle = |days, take| Idle { days, take };
    let inactive =
        Degradation::Inactive(vec![idle(1, Take::Points(1)), idle(30, Take::Percent(50)), idle(90, Take::DownTo(0))]);
    let slow = Degradation::SlowClimb { gain: 10, over: 60, below: 50, points: 15 };
    let company = Entity::Company { by: "domain".to_owned(), fields: Vec::new() };
    let parts = vec![Part::Gates(Vec::new()), Part::Maps(Vec::new()), Part::Gates(Vec::new())];
    assert_snapshot!(both(&[
        tell::degradation(&inactive),
        tell::degradation(&slow),
        tell::scale(Scale::Raw),
        tell::scale(Scale::To(0, 100)),
        tell::entity(&Entity::Contact),
        tell::entity(&company),
        tell::edit(&Edit::Set(parts), &str::to_owned),
    ]));
}
