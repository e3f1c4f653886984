//! What was said of leads, and reviews, there and back.

use quadrille::engine::rank::Fifth;
use quadrille::review::Footing;
use quadrille::review::Hunch;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::review::customs::Customs;
use quadrille::review::customs::Reason;
use quadrille::review::session::Outcome;
use quadrille::review::session::Review;
use quadrille::review::session::Sample;
use quadrille::review::session::Sampled;
use quadrille::store::Store;

use super::NOW;
use super::Scratch;
use super::said;

fn remark(lead: &str, what: Said, review: Option<i64>) -> Remark {
    let footing = Footing {
        model: "first".to_owned(),
        revision: 7,
        as_of: NOW,
        row: "A".to_owned(),
        column: "1".to_owned(),
        rows: 43_000_000,
        columns: -5,
        rank: Some(3),
        fifth: Fifth::Next,
    };
    let (lead, by) = (lead.to_owned(), "Zoé".to_owned());
    Remark { id: 0, lead, at: NOW, by, said: what, review, footing, struck: false }
}

fn verdict(verdict: Verdict) -> Said {
    Said::Verdict { verdict, reason: "no budget".to_owned(), note: "call in May".to_owned() }
}

#[test]
fn what_was_said_is_read_back_in_order() {
    let (scratch, mut store) = Scratch::new();
    let all: Vec<Said> = Verdict::ALL
        .into_iter()
        .map(verdict)
        .chain(Hunch::ALL.map(Said::Hunch))
        .chain([Said::Cleared, Said::Skipped])
        .collect();
    let mut written: Vec<Remark> = all.into_iter().map(|what| remark("ada", what, None)).collect();
    for remark in &mut written {
        remark.id = store.say(std::slice::from_ref(remark)).unwrap()[0];
    }
    written[1].struck = true;
    store.strike(&[written[1].id], true).unwrap();
    drop(store);
    let store = Store::open_read_only(&scratch.path()).unwrap();
    assert_eq!(store.log().unwrap().remarks, written);
}

#[test]
fn a_review_is_read_back_with_its_sample_and_outcome() {
    let (_scratch, mut store) = Scratch::new();
    let sampled = |lead: &str, fifth| Sampled { lead: lead.to_owned(), fifth };
    let mut review = Review {
        id: -1,
        name: "November".to_owned(),
        at: NOW,
        participants: vec!["Sam".to_owned(), "Zoé, sales".to_owned()],
        sample: Sample::Fifths { top: Some(2), next: None },
        seed: u64::MAX,
        model: "first".to_owned(),
        as_of: NOW,
        before: "(name: \"first\")".to_owned(),
        leads: vec![sampled("bob", Fifth::Top), sampled("ada", Fifth::Next)],
        outcome: None,
    };
    review.id = store.add_review(&review).unwrap();
    let inside = store.say(&[remark("bob", verdict(Verdict::Right), Some(review.id))]).unwrap()[0];
    assert_eq!(store.reviews().unwrap(), [review.clone()]);
    review.name = "November, again".to_owned();
    review.participants.pop();
    review.outcome = Some(Outcome {
        at: NOW + 9,
        after: "(name: \"second\")".to_owned(),
        open_points: "ask Omar\nagain".to_owned(),
        next: "2026-12-21".to_owned(),
    });
    // Two windows: one renames, one ends; neither undoes the other.
    store.end_review(review.id, review.outcome.as_ref()).unwrap();
    store.update_review(review.id, &review.name, &review.participants).unwrap();
    assert_eq!(store.reviews().unwrap(), [review.clone()]);
    store.remove_review(review.id, true).unwrap();
    assert_eq!(store.reviews().unwrap(), []);
    assert_eq!(store.log().unwrap().remarks[0].id, inside, "what was said stays said");
    store.remove_review(review.id, false).unwrap();
    assert_eq!(store.reviews().unwrap(), [review.clone()]);
    assert_eq!(said(store.update_review(99, "x", &[])), "store-no-review");
}

#[test]
fn how_reviews_are_held_is_kept() {
    let (_scratch, mut store) = Scratch::new();
    assert_eq!(store.customs().unwrap(), Customs::default());
    let mut customs = Customs { hunch_first: true, flagged_share: 40, ..Customs::default() };
    customs.week.holidays.push("2026-12-25".to_owned());
    customs.reasons = Some(vec![Reason { text: "too small".to_owned(), verdict: Some(Verdict::OffTarget) }]);
    store.set_customs(&customs).unwrap();
    assert_eq!(store.customs().unwrap(), customs);
    store.set_setting("review", Some("nonsense")).unwrap();
    assert_eq!(store.customs().unwrap(), Customs::default());
}
