//! What was learned and how well, as sentences, for every front and both languages. Sentences only: nothing is worked out here.

use crate::insight::agreement::Agreement;
use crate::insight::lesson::MAX_TALLIES;
use crate::insight::lesson::NEEDED;
use crate::insight::lesson::Reads;
use crate::insight::lesson::Refusal;
use crate::model::Lesson;
use crate::msg;
use crate::text::Msg;
use crate::text::Points;
use crate::workbench::tell;

/// Returns why nothing can be learned, and what is missing.
pub fn refusal(refusal: &Refusal) -> Msg {
    match refusal {
        Refusal::NoLearned(name) => msg!("learned-refused-none", name = name),
        Refusal::Untaught(name) => msg!("learned-refused-untaught", name = name),
        Refusal::TooFew { won, lost } => msg!("learned-refused-few", won = *won, lost = *lost, needed = NEEDED),
        Refusal::Unreadable { part, why } => {
            msg!("learned-refused-read", part = part_of(*part), why = tell::data_error(why))
        }
        Refusal::NoCreated => msg!("learned-refused-created"),
        Refusal::TooManyValues { field, found } => {
            msg!("learned-refused-values", field = field, found = *found, most = MAX_TALLIES)
        }
    }
}

fn part_of(part: Reads) -> Msg {
    match part {
        Reads::Won => msg!("learned-reads-won"),
        Reads::Lost => msg!("learned-reads-lost"),
        Reads::Since => msg!("learned-reads-since"),
        Reads::Fields => msg!("learned-reads-fields"),
    }
}

/// Returns when a lesson was learned, and from how many leads.
pub fn lesson(lesson: &Lesson) -> Msg {
    let day = match *lesson.at.get(..10).unwrap_or_default().split('-').collect::<Vec<_>>() {
        [year, month, day] => msg!("learned-day", year = year, month = month, day = day),
        _ => msg!("tell-text", text = &lesson.at),
    };
    msg!("learned-sample", date = day, won = lesson.won, lost = lesson.lost)
}

/// Returns what could be learned now.
pub fn ready(ready: &Result<[u64; 2], Refusal>) -> Msg {
    match ready {
        Ok([won, lost]) => msg!("learned-ready", won = *won, lost = *lost),
        Err(why) => refusal(why),
    }
}

/// Returns how far a learned field and the model agree, a sentence a line; `reads` = the model reads the field itself.
pub fn agreement(found: &Agreement, top_share: u8, reads: bool) -> Vec<Msg> {
    let mut lines = vec![match found.correlation {
        Some(rho) => msg!("agreement-rank", leads = found.leads, rho = Points(micropoints(rho))),
        None => msg!("agreement-rank-none", leads = found.leads),
    }];
    let (size, both) = (found.top.size, found.top.both);
    if size > 0 {
        lines.push(msg!("agreement-top", share = u32::from(top_share), size = size, both = both));
    }
    if found.top.ties > 0 {
        lines.push(msg!("agreement-ties", ties = found.top.ties));
    }
    lines.push(match (found.learned_auc, found.model_auc) {
        (Some(learned), Some(model)) => {
            let of_100 = |auc: f64| Points(micropoints((auc * 100.0).round()));
            msg!("agreement-auc", learned = of_100(learned), model = of_100(model), won = found.won, lost = found.lost)
        }
        _ => msg!("agreement-auc-none", won = found.won, lost = found.lost),
    });
    lines.push(msg!("agreement-caution"));
    if reads {
        lines.push(msg!("agreement-reads"));
    }
    lines
}

/// Returns a statistic in millionths.
#[expect(clippy::cast_possible_truncation, reason = "statistics lie between −100 and 100")]
pub fn micropoints(statistic: f64) -> i64 {
    (statistic * 1_000_000.0).round() as i64
}
