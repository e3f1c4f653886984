//! The minutes of a review: what is in them, in both forms and languages; nobody's name under masking; other people's text harmless.

use std::sync::Arc;

use quadrille::engine::columns::Column;
use quadrille::engine::columns::Dataset;
use quadrille::engine::rank::Fifth;
use quadrille::export::document::Document;
use quadrille::export::document::Form;
use quadrille::export::minutes::Minutes;
use quadrille::export::minutes::Saved;
use quadrille::export::minutes::minutes;
use quadrille::model::Edit;
use quadrille::model::Model;
use quadrille::model::Role;
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

/// Every name, address and telephone number of the sample, and of whoever took part.
fn personal(held: &Held) -> Vec<String> {
    let mut found: Vec<String> = held.review.participants.clone();
    let fields = held.data.fields.iter().filter(|field| field.role.is_some_and(Role::is_personal));
    let fields: Vec<_> = fields.collect();
    for sampled in &held.review.leads {
        let lead = held.data.lead_by_key(&sampled.lead).unwrap();
        found.push(sampled.lead.clone());
        found.extend(fields.iter().filter_map(|field| field.value(lead)).map(|value| value.to_string()));
    }
    found.retain(|value| !value.is_empty());
    found
}

#[test]
fn masked_minutes_name_nobody() {
    let mut held = held();
    let known = personal(&held);
    assert!(known.len() > 30, "{known:?}");
    // People are named wherever words are free.
    let all = known.join(", ");
    held.review.name = format!("Autumn with {}", known[0]);
    held.versions[1].reason = format!("{} asked for it", known[1]);
    held.review.outcome.as_mut().unwrap().open_points = format!("Call {all}\nRing +33 6 12 34 56 78 before 2026-12-24");
    for remark in &mut held.log.remarks {
        if let Said::Verdict { reason, note, .. } = &mut remark.said {
            *reason = format!("known by {}", known[0]);
            *note = format!("Says {all}");
        }
    }
    for lang in Lang::ALL {
        for form in Form::ALL {
            let open = held.minutes(lang, false).write(form);
            let shown = held.minutes(lang, true).write(form);
            for value in &known {
                let plain = |text: &str| text.replace('\\', "").to_lowercase();
                assert!(plain(&open).contains(&plain(value)), "{value}");
                assert!(!plain(&shown).contains(&plain(value)), "{value} in\n{shown}");
            }
            assert!(!shown.contains("34 56 78") && !shown.contains("Says"), "{shown}");
            assert!(shown.contains("2026-12-24"), "a day is no telephone number\n{shown}");
        }
    }
    insta::assert_snapshot!("minutes_masked_markdown_fr", self::held().minutes(Lang::Fr, true).write(Form::Markdown));
    insta::assert_snapshot!("minutes_masked_html_en", self::held().minutes(Lang::En, true).write(Form::Html));
}

/// What could break out of a page, a table, a list, a terminal or a cell.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "=cmd|' /C calc'!A0",
    "]( javascript:alert(1) ) | [x](http://evil.example)",
    "# Title\n\n- item",
    "\u{1b}]0;owned\u{7}\u{9b}31m",
    "\u{202e}gnp.exe\u{2066}",
    "`code` *bold* __under__ ~~gone~~ &amp; &#60;",
    "</style></title><img src=x onerror=alert(1)>",
];

#[test]
fn other_peoples_text_is_nothing_but_text() {
    let mut held = held();
    let mut data = Dataset::clone(&held.data);
    for (at, text) in HOSTILE.iter().enumerate() {
        let lead = data.lead_by_key(&held.review.leads[at].lead).unwrap();
        for field in data.fields.iter_mut().map(Arc::make_mut) {
            let hidden = matches!(field.role, Some(Role::Name | Role::Company));
            if let Column::Text { codes, words } = &mut field.column
                && hidden
                && codes.get(lead) > 0
            {
                (*text).clone_into(&mut words[codes.get(lead) as usize - 1]);
            }
        }
        if let Said::Verdict { reason, note, .. } = &mut held.log.remarks[at].said {
            (*reason, *note) = ((*text).to_owned(), (*text).to_owned());
        }
    }
    held.data = Arc::new(data);
    let all = HOSTILE.join(" ");
    held.review.name.clone_from(&all);
    held.review.participants = HOSTILE.map(str::to_owned).to_vec();
    held.versions[1] = Saved { name: all.clone(), reason: all.clone(), ..held.versions[1].clone() };
    held.review.outcome.as_mut().unwrap().open_points = HOSTILE.join("\n");
    for masked in [false, true] {
        let page = held.minutes(Lang::En, masked).write(Form::Html);
        let text = held.minutes(Lang::En, masked).write(Form::Markdown);
        for written in [&page, &text] {
            assert!(!written.chars().any(|c| c.is_control() && c != '\n'), "{written:?}");
            assert!(!written.contains(['\u{202e}', '\u{2066}']), "{written:?}");
        }
        // All that is an element was written here.
        let known = [
            "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li", "div",
            "table", "thead", "tbody", "tr", "th", "td", "footer",
        ];
        for tag in page.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split(|c: char| c == '>' || c.is_whitespace()).next().unwrap();
            assert!(known.contains(&name), "<{tag}");
            let inside = tag.split('>').next().unwrap();
            assert!(!inside.contains("on") || inside.contains("content=") || inside == "body", "<{tag}");
        }
        for line in text.lines() {
            let bare =
                line.replace("\\\\", "").replace("\\|", "").replace("\\<", "").replace("\\[", "").replace("\\]", "");
            let bare = bare.replace("\\:", "").replace("\\`", "").replace("\\*", "").replace("\\&", "");
            assert!(!bare.contains(['<', '[', ']', '`', '*', '&']), "{line}");
            assert!(!bare.contains("://"), "{line}");
            if line.starts_with('|') {
                assert!([8, 9, 7, 5].contains(&bare.matches('|').count()), "{line}");
            }
        }
    }
}

#[test]
fn a_review_that_is_not_ended_is_a_draft_and_empty_parts_say_so() {
    let mut held = held();
    held.review.outcome = None;
    held.log.remarks.clear();
    held.versions.clear();
    held.draft = demo::model();
    for lang in Lang::ALL {
        let name = format!("minutes_draft_{}", lang.tag());
        insta::assert_snapshot!(name, held.minutes(lang, false).write(Form::Markdown));
    }
    // A model that can no longer be read, and leads that are gone.
    held.review.before = "(".to_owned();
    held.review.leads[0].lead = "gone".to_owned();
    let told = held.minutes(Lang::En, true).write(Form::Markdown);
    assert!(told.contains("can no longer be read"), "{told}");
}

#[test]
fn what_changed_since_is_told_of_the_model_as_it_is_now_while_the_review_goes_on() {
    let mut held = held();
    held.review.outcome = None;
    let told = held.minutes(Lang::En, false).write(Form::Markdown);
    assert!(told.contains("Contact form: 50 → 1 points") && told.contains("8 leads came into the top group"), "{told}");
    held.review.outcome = self::held().review.outcome;
    held.draft = demo::model();
    let told = held.minutes(Lang::En, false).write(Form::Markdown);
    assert!(told.contains("Contact form: 50 → 1 points"), "an ended review tells of its end\n{told}");
}
