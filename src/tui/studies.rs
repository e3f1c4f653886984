//! Questions to the whole of the leads that may take long: what was answered, under which state, and whether that still holds.
//!
//! A few leads are answered for at once, many by the worker; either way the same function answers. Never here: the answers.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::model::Model;
use crate::msg;
use crate::review::Remark;
use crate::review::calendar::WeekFault;
use crate::review::customs::Customs;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::ReviewsTold;
use crate::workbench::Capacity;
use crate::workbench::Questions;
use crate::workbench::RECENT_WEEKS;
use crate::workbench::Waiting;
use crate::workbench::Watch;
use crate::workbench::Week;
use crate::workbench::Workbench;
use crate::workbench::suggest::Suggestions;

/// Up to how many leads a question is answered between two frames.
const AT_ONCE: usize = 20_000;
/// The same for a question that scores every lead under many models.
const SOME_AT_ONCE: usize = 5_000;
/// The same for a question that looks at every lead on many days.
const FEW_AT_ONCE: usize = 1_000;

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Study {
    /// How many leads entered each zone in the last weeks.
    Inflow,
    /// What each zone brings beside what fits.
    Capacity,
    /// Who waits longer than was agreed.
    Waiting,
    /// The four questions of a review.
    Questions,
    /// What the verdicts say should change.
    Suggestions,
}

/// What was found.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Oldest week first.
    Inflow(Vec<Week>),
    Capacity(Capacity),
    Waiting(Result<Waiting, WeekFault>),
    Questions(Box<Questions>),
    Suggestions(Arc<Suggestions>),
}

/// What an answer holds under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    pub leads: Leads,
    pub model: Model,
    /// UTC seconds.
    pub as_of: i64,
    pub customs: Customs,
    /// How many remarks there are, and a number that tells which of them are struck.
    pub remarks: (usize, u64),
}

/// The very leads that an answer is about: others of the same number are others.
#[derive(Clone, Debug)]
pub struct Leads(Arc<Dataset>);

impl PartialEq for Leads {
    fn eq(&self, other: &Leads) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Leads {}

/// An answer with what it holds under.
#[derive(Clone, Debug)]
pub struct Studied {
    pub study: Study,
    pub basis: Basis,
    pub answer: Answer,
}

/// What was asked and answered.
#[derive(Default)]
pub struct Studies {
    /// One for each question, the newest.
    answered: Vec<Studied>,
    /// One for each question that the worker was asked, the newest.
    asked: Vec<Asked>,
}

/// A question to the worker.
struct Asked {
    study: Study,
    under: Basis,
    /// How many percent are done, where that was told; 100 once it is answered.
    percent: u8,
}

impl Study {
    /// Answers the question.
    pub fn of(self, bench: &Workbench, customs: &Customs) -> Studied {
        self.watched(bench, customs, &mut |_| ControlFlow::Continue(())).expect("nobody broke it off")
    }

    /// The same; none where it was broken off.
    fn watched(self, bench: &Workbench, customs: &Customs, watch: &mut Watch<'_>) -> Option<Studied> {
        let answer = match self {
            Study::Inflow => Answer::Inflow(bench.inflow(RECENT_WEEKS)),
            Study::Capacity => Answer::Capacity(bench.capacity()),
            Study::Waiting => Answer::Waiting(bench.waiting_watched(customs, watch).transpose()?),
            Study::Questions => Answer::Questions(Box::new(bench.questions(customs.flagged_share))),
            Study::Suggestions => Answer::Suggestions(Arc::new(bench.suggestions())),
        };
        Some(Studied { study: self, basis: Basis::of(bench, customs), answer })
    }
}

impl Basis {
    fn of(bench: &Workbench, customs: &Customs) -> Basis {
        let remarks = &bench.log().remarks;
        Basis {
            leads: Leads(Arc::clone(bench.leads())),
            model: bench.model().clone(),
            as_of: bench.as_of(),
            customs: customs.clone(),
            remarks: (remarks.len(), struck(remarks)),
        }
    }

    /// Whether this is the state as it is.
    fn holds(&self, bench: &Workbench, customs: &Customs) -> bool {
        let remarks = &bench.log().remarks;
        Arc::ptr_eq(&self.leads.0, bench.leads())
            && self.as_of == bench.as_of()
            && self.customs == *customs
            && self.remarks == (remarks.len(), struck(remarks))
            && self.model == *bench.model()
    }
}

/// Tells by their places which remarks are struck: ids are otherwise before the file has given them.
fn struck(remarks: &[Remark]) -> u64 {
    let struck = remarks.iter().zip(1_u64..).filter(|(remark, _)| remark.struck);
    struck.fold(0, |all, (_, place)| all.wrapping_mul(0x0000_0100_0000_01B3).wrapping_add(place))
}

/// Asks a question, unless its answer is there or on its way.
pub fn ask(app: &mut App, study: Study) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let holds = |under: &Basis| under.holds(bench, &app.customs);
    let is_known = app.studies.answered.iter().any(|known| known.study == study && holds(&known.basis));
    // The worker may know another state, where one could not be saved: its answer is as good as another would be.
    let was_asked = app.studies.asked.iter().any(|asked| asked.study == study && holds(&asked.under));
    if is_known || was_asked {
        return Vec::new();
    }
    let at_once = match study {
        Study::Waiting => FEW_AT_ONCE,
        Study::Suggestions | Study::Capacity => SOME_AT_ONCE,
        Study::Inflow | Study::Questions => AT_ONCE,
    };
    if bench.data().n_leads() <= at_once {
        let studied = study.of(bench, &app.customs);
        answered(app, studied);
        return Vec::new();
    }
    let under = Basis::of(bench, &app.customs);
    let as_of = under.as_of;
    app.studies.asked.retain(|asked| asked.study != study);
    app.studies.asked.push(Asked { study, under, percent: 0 });
    vec![Effect::Study { study, as_of }]
}

/// Takes an answer in.
pub fn answered(app: &mut App, studied: Studied) {
    for asked in app.studies.asked.iter_mut().filter(|asked| asked.study == studied.study) {
        asked.percent = 100;
    }
    app.studies.answered.retain(|known| known.study != studied.study);
    app.studies.answered.push(studied);
}

/// Forgets everything: the leads are others.
pub fn forget(app: &mut App) {
    app.studies = Studies::default();
}

/// Returns the newest answer to a question, and whether it holds for the state as it is.
pub fn known(app: &App, study: Study) -> Option<(&Answer, bool)> {
    let bench = app.bench.as_ref()?;
    let known = app.studies.answered.iter().find(|known| known.study == study)?;
    Some((&known.answer, known.basis.holds(bench, &app.customs)))
}

/// Takes in how far the worker is with a question.
pub fn came_to(app: &mut App, study: Study, percent: u8) {
    for asked in app.studies.asked.iter_mut().filter(|asked| asked.study == study && asked.percent < 100) {
        asked.percent = percent.min(99);
    }
}

/// Says that a question is being answered, and how far that is.
pub fn at_work(app: &App, study: Study) -> Msg {
    match app.studies.asked.iter().find(|asked| asked.study == study) {
        Some(Asked { percent: percent @ 1..100, .. }) => {
            msg!("capacity-at-work-percent", percent = u32::from(*percent))
        }
        _ => msg!("capacity-at-work"),
    }
}

/// Returns what the last weeks brought, if that holds for the state as it is.
pub fn inflow(app: &App) -> Option<&[Week]> {
    match known(app, Study::Inflow)? {
        (Answer::Inflow(weeks), true) => Some(weeks),
        _ => None,
    }
}

/// Returns the four questions as they were last answered, and whether that holds for the state as it is.
pub fn questions(app: &App) -> Option<(&Questions, bool)> {
    match known(app, Study::Questions)? {
        (Answer::Questions(questions), holds) => Some((questions, holds)),
        _ => None,
    }
}

/// Returns what the verdicts were last found to say, and whether that holds for the state as it is.
pub fn suggestions(app: &App) -> Option<(&Arc<Suggestions>, bool)> {
    match known(app, Study::Suggestions)? {
        (Answer::Suggestions(suggestions), holds) => Some((suggestions, holds)),
        _ => None,
    }
}

/// Answers for the worker: the model is scored anew, as it stands in the file. None where it was broken off.
pub fn for_the_worker(
    study: Study,
    bench: &mut Workbench,
    told: &ReviewsTold,
    watch: &mut Watch<'_>,
) -> Option<Studied> {
    bench.set_log(Arc::clone(&told.log));
    study.watched(bench, &told.customs, watch)
}
