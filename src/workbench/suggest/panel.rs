//! The judged leads apart from all others, so that a change can be tried on them alone, many times over. Never here: which changes.

use crate::engine::columns::Dataset;
use crate::engine::rank::Fifth;
use crate::engine::rank::cut;
use crate::engine::score::Scores;
use crate::model::Edit;
use crate::model::Model;
use crate::model::Side;
use crate::model::check;
use crate::review::Verdict;
use crate::workbench::Workbench;
use crate::workbench::excerpt::events_of_leads;
use crate::workbench::excerpt::only;
use crate::workbench::suggest::CHANCE;
use crate::workbench::suggest::Counts;
use crate::workbench::suggest::FEWEST_OF;
use crate::workbench::suggest::Kind;
use crate::workbench::suggest::MOST_LOST;
use crate::workbench::suggest::Region;
use crate::workbench::suggest::SOONER_DAYS;
use crate::workbench::suggest::Why;
use crate::workbench::travel::DAY;
use crate::workbench::zones::Spot;
use crate::workbench::zones::of_sales;

/// The judged leads of the population.
pub(super) struct Panel<'w> {
    pub(super) bench: &'w Workbench,
    pub(super) region: Region,
    /// Ascending.
    pub(super) leads: Vec<u32>,
    pub(super) verdicts: Vec<Verdict>,
    /// They alone, as the model reads them.
    pub(super) data: Dataset,
    pub(super) scores: Scores,
    /// As many days earlier as leads are wanted sooner.
    earlier: Scores,
    /// Who is handed over.
    pub(super) inside: Vec<bool>,
    /// Who was that many days earlier.
    was_inside: Vec<bool>,
}

/// What a change does to the judged leads.
pub(super) struct Trial {
    /// Who is handed over then.
    pub(super) inside: Vec<bool>,
    /// Who would have been, as many days earlier as leads are wanted sooner.
    was_inside: Vec<bool>,
}

impl<'w> Panel<'w> {
    pub(super) fn of(bench: &'w Workbench) -> Panel<'w> {
        let inside = bench.scores().inside();
        let judged = bench.verdicts().iter().filter(|(lead, _)| inside[**lead as usize]);
        let (leads, verdicts): (Vec<u32>, Vec<Verdict>) = judged.map(|(lead, verdict)| (*lead, *verdict)).unzip();
        let wanted: Vec<usize> = leads.iter().map(|lead| *lead as usize).collect();
        let data = only(bench.data(), &wanted, &events_of_leads(&bench.data().events, &wanted));
        let scores = Scores::new(bench.model(), &data, bench.as_of());
        let earlier = Scores::new(bench.model(), &data, bench.as_of() - SOONER_DAYS * DAY);
        let region = if hands_over(bench.model()) { Region::HandedOver } else { Region::Top };
        let mut panel =
            Panel { bench, region, leads, verdicts, data, scores, earlier, inside: Vec::new(), was_inside: Vec::new() };
        let now = panel.place_all(bench.model(), &panel.scores, &panel.earlier, &bench.cut().fifths);
        (panel.inside, panel.was_inside) = (now.inside, now.was_inside);
        panel
    }

    /// Returns what an edit does to the judged leads; none if it cannot be made.
    pub(super) fn trial(&self, edit: &Edit) -> Option<Trial> {
        let model = edited(self.bench.model(), edit)?;
        let mut scores = self.scores.clone();
        scores.update(&model, &self.data);
        let mut earlier = self.earlier.clone();
        earlier.update(&model, &self.data);
        // Who is in the top group is a matter of everybody.
        let fifths = if self.region == Region::Top {
            let mut all = self.bench.scores().clone();
            all.update(&model, self.bench.data());
            cut(&model, &all).fifths
        } else {
            Vec::new()
        };
        Some(self.place_all(&model, &scores, &earlier, &fifths))
    }

    fn place_all(&self, model: &Model, scores: &Scores, earlier: &Scores, fifths: &[Fifth]) -> Trial {
        let all = 0..self.leads.len();
        match self.region {
            Region::HandedOver => Trial {
                inside: all.clone().map(|at| is_handed_over(model, scores, at)).collect(),
                was_inside: all.map(|at| is_handed_over(model, earlier, at)).collect(),
            },
            Region::Top => {
                let inside: Vec<bool> = self.leads.iter().map(|lead| fifths[*lead as usize] == Fifth::Top).collect();
                Trial { was_inside: inside.clone(), inside }
            }
        }
    }

    /// Counts judged leads by verdict.
    pub(super) fn counts(&self, wanted: impl Fn(usize) -> bool) -> Counts {
        let mut counts = [0; 4];
        for (_, verdict) in self.verdicts.iter().enumerate().filter(|(at, _)| wanted(*at)) {
            counts[*verdict as usize] += 1;
        }
        counts
    }

    /// Returns the judged leads with a verdict of whom something is true, by their place among the judged.
    pub(super) fn with(&self, verdict: Verdict, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        let is_it = |at: &usize| self.verdicts[*at] == verdict && wanted(*at);
        (0..self.leads.len()).filter(is_it).collect()
    }

    /// Returns those leads as the workbench counts them.
    pub(super) fn named(&self, places: &[usize]) -> Vec<u32> {
        places.iter().map(|at| self.leads[*at]).collect()
    }

    /// Returns why too few leads that are handed over have these verdicts; none if there are enough.
    pub(super) fn too_few(&self, verdicts: &[Verdict]) -> Option<Why> {
        let counts = self.counts(|at| self.inside[at]);
        let few = verdicts.iter().find(|verdict| counts[**verdict as usize] < FEWEST_OF)?;
        Some(Why::Few { of: *few, have: counts[*few as usize], need: FEWEST_OF })
    }

    /// Returns who leaves what is handed over by a change, and who comes into it, by verdict.
    pub(super) fn moves(&self, trial: &Trial) -> [Counts; 2] {
        [self.counts(|at| self.inside[at] && !trial.inside[at]), self.counts(|at| !self.inside[at] && trial.inside[at])]
    }

    /// Returns how many more of the leads with a bad verdict than of the right ones leave by a change; none if too many of the right
    /// ones do.
    pub(super) fn sent_out(&self, trial: &Trial, bad: Verdict) -> Option<i64> {
        let [out, into] = self.moves(trial);
        let right = self.counts(|at| self.inside[at])[Verdict::Right as usize];
        let lost = out[Verdict::Right as usize];
        let net = |counts: Counts| signed(counts[bad as usize]) - signed(counts[Verdict::Right as usize]);
        (lost * 100 <= right * MOST_LOST).then_some(net(out) - net(into))
    }

    /// Returns how many leads that came too late would have been handed over sooner by a change, or now, less how many that came too
    /// early would be earlier still, or that are off target would be.
    pub(super) fn brought_in(&self, trial: &Trial) -> i64 {
        let is_sooner = |at: usize| trial.was_inside[at] && !self.was_inside[at];
        let sooner = self.counts(|at| is_sooner(at) || trial.inside[at] && !self.inside[at]);
        signed(sooner[Verdict::TooLate as usize])
            - signed(sooner[Verdict::TooEarly as usize])
            - signed(sooner[Verdict::OffTarget as usize])
    }

    /// Returns the leads that came too late and would have been handed over sooner by a change.
    pub(super) fn sooner(&self, trial: &Trial) -> Vec<usize> {
        self.with(Verdict::TooLate, |at| {
            trial.was_inside[at] && !self.was_inside[at] || trial.inside[at] && !self.inside[at]
        })
    }

    /// Returns a lead's value on an axis, in micropoints.
    pub(super) fn value(&self, side: Side, at: usize) -> i64 {
        self.scores.value(side, at)
    }
}

pub(super) fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Whether a chance is small enough where so many things were looked at; returns what it comes to among all of them.
pub(super) fn by_chance(chance: f64, looked_at: u64) -> Result<f64, Why> {
    #[expect(clippy::cast_precision_loss, reason = "few things are looked at")]
    let (looked, kinds, all) = (looked_at.max(1) as f64, Kind::ALL.len() as f64, CHANCE as f64 / 1_000.0);
    let among = (chance * looked).min(1.0);
    if among * kinds <= all { Ok(among) } else { Err(Why::Chance { looked_at }) }
}

/// Returns the model that an edit makes; none if that is no model.
pub(super) fn edited(model: &Model, edit: &Edit) -> Option<Model> {
    let mut edited = model.clone();
    edit.clone().apply(&mut edited).ok()?;
    (edited != *model && check(&edited).is_empty()).then_some(edited)
}

/// Whether a lead of some scores is in a zone of sales.
pub(super) fn is_handed_over(model: &Model, scores: &Scores, lead: usize) -> bool {
    Spot::of(scores, lead).and_then(|spot| spot.zone(model)).is_some_and(of_sales)
}

/// Whether the map in force, or a gate, gives anything to sales.
fn hands_over(model: &Model) -> bool {
    let Some(map) = model.map_in_force() else { return false };
    let mut zones = map.rows.iter().flat_map(|(_, zones)| zones).chain(model.gates.iter().map(|gate| &gate.zone));
    zones.any(|name| model.zone(name).is_some_and(of_sales))
}
