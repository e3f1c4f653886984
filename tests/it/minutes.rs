//! The minutes of a review: what is in them, in both forms and languages; nobody's name under masking; other people's text harmless.

use std::sync::Arc;

use quadrille::engine::columns::Dataset;
use quadrille::engine::rank::Fifth;
use quadrille::export::document::Document;
use quadrille::export::document::Form;
use quadrille::export::minutes::Minutes;
use quadrille::export::minutes::Saved;
use quadrille::export::minutes::minutes;
use quadrille::model::Edit;
use quadrille::model::Model;
use quadrille::model::to_ron;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::review::log::Log;
use quadrille::review::session::Outcome;
use quadrille::review::session::Review;
use quadrille::review::session::Sample;
use quadrille::review::session::Sampled;
use quadrille::text::Lang;
use quadrille::workbench::Workbench;

use crate::demo;

/// A review that was held on the demo's leads.
pub struct Held {
    pub data: Arc<Dataset>,
    pub review: Review,
    pub log: Log,
    pub draft: Model,
    pub versions: Vec<Saved>,
}

impl Held {
    pub fn minutes(&self, lang: Lang, masked: bool) -> Document {
        minutes(Minutes {
            review: &self.review,
            log: &self.log,
            leads: &self.data,
            draft: Some(&self.draft),
            versions: &self.versions,
            lang,
            masked,
            zone: chrono_tz::Europe::Paris,
        })
    }
}

fn told(verdict: Verdict, reason: &str, note: &str) -> Said {
    Said::Verdict { verdict, reason: reason.to_owned(), note: note.to_owned() }
}

/// Eight of the top group and four of the next: nine judged, one passed over, two not looked at.
pub fn held() -> Held {
    let data = Arc::new(demo::dataset(400));
    let before = demo::model();
    let bench = Workbench::new(before.clone(), None, Arc::clone(&data), demo::AS_OF);
    let sampled: Vec<usize> = bench.order().iter().map(|lead| *lead as usize).collect();
    let of = |fifth: Fifth, n: usize| {
        let leads = sampled.iter().copied().filter(|lead| bench.cut().fifths[*lead] == fifth).step_by(7);
        leads.take(n).collect::<Vec<_>>()
    };
    let (top, next) = (of(Fifth::Top, 8), of(Fifth::Next, 4));
    let leads: Vec<usize> = top.iter().chain(&next).copied().collect();
    let says = [
        told(Verdict::Right, "meeting made", ""),
        told(Verdict::TooEarly, "no budget yet", "Call again in March"),
        told(Verdict::TooEarly, "no budget yet", ""),
        told(Verdict::OffTarget, "student or competitor", "Studies in Lyon"),
        told(Verdict::TooLate, "", ""),
        told(Verdict::Right, "", ""),
        told(Verdict::TooEarly, "only gathering information", ""),
        Said::Skipped,
        told(Verdict::Right, "", ""),
        told(Verdict::Right, "project confirmed", ""),
    ];
    let remarks = leads.iter().zip(says).zip(1..).map(|((lead, said), id)| Remark {
        id,
        lead: data.keys.get(*lead).to_owned(),
        at: demo::AS_OF + 60 * id,
        by: if id % 2 == 0 { "Ana Sales" } else { "Bruno Marchand" }.to_owned(),
        said,
        review: Some(1),
        footing: bench.footing(*lead),
        struck: false,
    });
    let log = Log { remarks: remarks.collect() };
    let mut changed = Workbench::new(before.clone(), None, Arc::clone(&data), demo::AS_OF);
    let strongest = before.criteria().max_by_key(|(_, _, criterion)| criterion.weight).unwrap().2.name.clone();
    changed.apply(Edit::SetWeight { criterion: strongest, weight: 1 }, 0).unwrap();
    let draft = changed.model().clone();
    let sampled = |leads: &[usize], fifth| {
        let keys = leads.iter().map(|lead| data.keys.get(*lead).to_owned());
        keys.map(|lead| Sampled { lead, fifth }).collect::<Vec<_>>()
    };
    let mut sample = sampled(&top, Fifth::Top);
    sample.extend(sampled(&next, Fifth::Next));
    let review = Review {
        id: 1,
        name: "Autumn".to_owned(),
        at: demo::AS_OF,
        participants: vec!["Ana Sales".to_owned(), "Bruno Marchand".to_owned()],
        sample: Sample::Fifths { top: Some(8), next: Some(4) },
        seed: 42,
        model: before.name.clone(),
        as_of: demo::AS_OF,
        before: to_ron(&before).unwrap(),
        leads: sample,
        outcome: Some(Outcome {
            at: demo::AS_OF + 3_600,
            after: to_ron(&draft).unwrap(),
            open_points: "Ask for budgets on the form\nWho calls students?".to_owned(),
            next: "2027-02-23".to_owned(),
        }),
    };
    let versions = vec![
        Saved { name: "start".to_owned(), reason: String::new(), at: demo::AS_OF - 86_400 },
        Saved { name: "after autumn".to_owned(), reason: "Too many early calls".to_owned(), at: demo::AS_OF + 3_500 },
    ];
    Held { data, review, log, draft, versions }
}

#[test]
fn the_minutes_in_both_forms_and_languages() {
    let held = held();
    for lang in Lang::ALL {
        for form in Form::ALL {
            let name = format!("minutes_{}_{}", form.id(), lang.tag());
            insta::assert_snapshot!(name, held.minutes(lang, false).write(form));
        }
    }
}
