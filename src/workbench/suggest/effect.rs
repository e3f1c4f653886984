//! What a suggested change does to everybody: worked out by making it on a copy of the scores, never estimated.

use crate::engine::rank::Cut;
use crate::engine::rank::Fifth;
use crate::engine::rank::cut;
use crate::engine::score::Scores;
use crate::model::Edit;
use crate::model::Model;
use crate::workbench::Workbench;
use crate::workbench::matrix::zone_counts;
use crate::workbench::suggest::Counts;
use crate::workbench::suggest::Effect;
use crate::workbench::suggest::Region;
use crate::workbench::suggest::ZoneEffect;
use crate::workbench::suggest::panel::Panel;
use crate::workbench::suggest::panel::edited;
use crate::workbench::suggest::panel::is_handed_over;
use crate::workbench::travel::RECENT_WEEKS;
use crate::workbench::travel::WEEK;
use crate::workbench::travel::is_there;
use crate::workbench::zones::ZoneIndex;
use crate::workbench::zones::of_sales;

/// The place of a zone where there is none.
const NOWHERE: u16 = u16::MAX;

/// A model with its scores on everybody.
struct State {
    model: Model,
    scores: Scores,
    cut: Cut,
}

/// Works out what each of some edits does; those that cannot be made change nothing.
pub(super) fn effects(bench: &Workbench, panel: &Panel<'_>, edits: &[&Edit]) -> Vec<Effect> {
    if edits.is_empty() {
        return Vec::new();
    }
    let models: Vec<Model> =
        edits.iter().map(|edit| edited(bench.model(), edit).unwrap_or_else(|| bench.model().clone())).collect();
    let all: Vec<&Model> = std::iter::once(bench.model()).chain(&models).collect();
    let mut entered = entered(bench, &all).into_iter();
    let before = State { model: bench.model().clone(), scores: bench.scores().clone(), cut: bench.cut().clone() };
    let entered_before = entered.next().unwrap_or_default();
    let effect = |(model, entered): (Model, Vec<u64>)| {
        let mut scores = bench.scores().clone();
        scores.update(&model, bench.data());
        let cut = cut(&model, &scores);
        between(panel, &before, &State { model, scores, cut }, [&entered_before, &entered])
    };
    models.into_iter().zip(entered).map(effect).collect()
}

fn between(panel: &Panel<'_>, before: &State, after: &State, entered: [&[u64]; 2]) -> Effect {
    let tops = |state: &State, lead: usize| state.cut.fifths[lead] == Fifth::Top;
    let (mut into_top, mut out_of_top) = (0, 0);
    for lead in 0..before.cut.fifths.len() {
        let (was, is) = (tops(before, lead), tops(after, lead));
        into_top += u64::from(is && !was);
        out_of_top += u64::from(was && !is);
    }
    let is_inside = |state: &State, lead: usize| match panel.region {
        Region::HandedOver => is_handed_over(&state.model, &state.scores, lead),
        Region::Top => tops(state, lead),
    };
    let count = |was: bool, of: &dyn Fn(&State, usize) -> bool| -> Counts {
        panel.counts(|at| {
            let lead = panel.leads[at] as usize;
            of(before, lead) == was && of(after, lead) != was
        })
    };
    let leads = [before, after].map(|state| zone_counts(&state.model, &state.scores));
    let zones = before.model.zones.iter().enumerate().map(|(index, zone)| ZoneEffect {
        zone: zone.name.clone(),
        of_sales: of_sales(zone),
        leads: [0, 1].map(|when: usize| leads[when][index]),
        entered: [0, 1].map(|when: usize| entered[when][index]),
    });
    let zones: Vec<ZoneEffect> = zones.collect();
    let of_sales = zones.iter().filter(|zone| zone.of_sales);
    let sum = |when: usize| of_sales.clone().map(|zone| zone.entered[when]).sum();
    Effect {
        handed_over: [before, after].map(|state| handed_over(panel, &state.model, &state.scores)),
        into_top,
        out_of_top,
        entered: [sum(0), sum(1)],
        out: count(true, &is_inside),
        into: count(false, &is_inside),
        top_out: count(true, &tops),
        top_into: count(false, &tops),
        zones,
    }
}

/// Returns how many leads are handed over: in zones of sales, or in the top group where that stands for them.
pub(super) fn handed_over(panel: &Panel<'_>, model: &Model, scores: &Scores) -> u64 {
    match panel.region {
        Region::HandedOver => {
            let counts = model.zones.iter().zip(zone_counts(model, scores));
            counts.filter(|(zone, _)| of_sales(zone)).map(|(_, count)| count).sum()
        }
        Region::Top => cut(model, scores).n_top as u64,
    }
}

/// Returns how many leads entered each zone in the last weeks under each of some models, which add the same fields to the leads.
fn entered(bench: &Workbench, models: &[&Model]) -> Vec<Vec<u64>> {
    let mut entered: Vec<Vec<u64>> = models.iter().map(|model| vec![0; model.zones.len()]).collect();
    let mut before: Vec<Vec<u16>> = Vec::new();
    for week in (0..=RECENT_WEEKS).rev() {
        let at = bench.as_of() - i64::try_from(week).expect("few weeks") * WEEK;
        let (data, scores) = bench.scored_at(at);
        let there: Vec<bool> = (0..data.n_leads()).map(|lead| is_there(data.created(), lead, at)).collect();
        for (index, model) in models.iter().enumerate() {
            let mut own = scores.clone();
            own.update(model, &data);
            let now = zones(model, &own, &there);
            match before.get_mut(index) {
                None => before.push(now),
                Some(before) => {
                    for (now, _) in now.iter().zip(&*before).filter(|(now, before)| now != before && **now != NOWHERE) {
                        entered[index][usize::from(*now)] += 1;
                    }
                    *before = now;
                }
            }
        }
    }
    entered
}

/// Returns the zone of every lead, as its place among the model's zones.
fn zones(model: &Model, scores: &Scores, there: &[bool]) -> Vec<u16> {
    let zones = ZoneIndex::of(model);
    let zone = |(lead, there): (usize, &bool)| {
        let zone = there.then(|| zones.at(scores, lead)).flatten();
        zone.and_then(|zone| u16::try_from(zone).ok()).unwrap_or(NOWHERE)
    };
    there.iter().enumerate().map(zone).collect()
}
