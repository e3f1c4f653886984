//! The inventory of what leads do and with what: every kind of event and every asset, whether it is scored, left out on
//! purpose, or active without anybody having decided. Never here: the deciding.

use crate::engine::columns::Events;
use crate::engine::events::passing_details;
use crate::model::Criterion;
use crate::model::Rule;
use crate::workbench::Workbench;

/// How far back activity is counted, in days.
pub const INVENTORY_DAYS: u32 = 90;

/// A kind of event or an asset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stock {
    pub name: String,
    pub is_asset: bool,
    /// Events in the last [`INVENTORY_DAYS`] days, and the leads they are of.
    pub events: usize,
    pub leads: usize,
    pub state: Scoring,
}

/// What the model makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// By no criterion that is on, and nobody has said that this is meant.
    Unscored,
    /// By these criteria, with their weights.
    By(Vec<(String, i64)>),
    /// By none, on purpose.
    LeftOut,
}

impl Stock {
    /// Whether leads do it and nobody has decided whether it counts.
    pub fn is_open(&self) -> bool {
        self.state == Scoring::Unscored && self.events > 0
    }

    /// Its place in the list: what is to be decided first, what never happens last.
    fn order(&self) -> u8 {
        match &self.state {
            Scoring::Unscored if self.events > 0 => 0,
            Scoring::By(_) => 1,
            Scoring::LeftOut => 2,
            Scoring::Unscored => 3,
        }
    }
}

/// A criterion that counts events, and which of them.
struct Counting<'m> {
    criterion: &'m Criterion,
    /// By kind.
    kinds: Vec<bool>,
    /// By code of what events say; none = all.
    details: Option<Vec<bool>>,
}

impl Workbench {
    /// Returns every kind of event and every asset of the data, what is active but unscored first, then by activity.
    pub fn inventory(&self) -> Vec<Stock> {
        let data = self.data();
        let events = &data.events;
        let counting = counting(self.model().criteria().map(|(_, _, criterion)| criterion), events);
        let n_kinds = events.kinds.len();
        // A kind has its own place, an asset that of its word after the kinds.
        let mut tally = Tally::new(n_kinds + events.words.len(), counting.len());
        let (from, upto) = (self.as_of() - i64::from(INVENTORY_DAYS) * 86_400, self.as_of());
        for kind in 0..n_kinds {
            let own: Vec<usize> = (0..counting.len()).filter(|index| counting[*index].kinds[kind]).collect();
            for (event, lead, at) in events.some(events.starts[kind]..events.starts[kind + 1]) {
                let at = i64::from(at);
                if at > upto {
                    continue;
                }
                let asset = events.detail_of(event).asset as usize;
                let places = [Some(kind), asset.checked_sub(1).map(|word| n_kinds + word)];
                let code = if events.detail.is_empty() { 0 } else { events.detail.get(event) as usize };
                for place in places.into_iter().flatten() {
                    tally.seen[place] = true;
                    if at > from {
                        tally.recent[place].push(lead);
                    }
                    for index in own.iter().filter(|index| counting[**index].counts(code)) {
                        tally.scored[place * counting.len() + index] = true;
                    }
                }
            }
        }
        let left_out = &self.model().left_out;
        let name = |place: usize| events.kinds.get(place).unwrap_or_else(|| &events.words[place - n_kinds]);
        let counts = tally.counts(data.n_leads());
        let mut stock: Vec<Stock> = (0..counts.len())
            .filter(|place| tally.seen[*place])
            .map(|place| {
                let scored = &tally.scored[place * counting.len()..(place + 1) * counting.len()];
                let by = counting.iter().zip(scored).filter(|(_, scored)| **scored);
                let by: Vec<_> = by.map(|(c, _)| (c.criterion.name.clone(), c.criterion.weight)).collect();
                let state = match by.is_empty() {
                    false => Scoring::By(by),
                    true if left_out.contains(name(place)) => Scoring::LeftOut,
                    true => Scoring::Unscored,
                };
                let (events, leads) = counts[place];
                Stock { name: name(place).clone(), is_asset: place >= n_kinds, events, leads, state }
            })
            .collect();
        stock.sort_by(|a, b| {
            let key = |stock: &Stock| (stock.order(), std::cmp::Reverse(stock.events), stock.is_asset);
            key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
        });
        stock
    }
}

/// What was seen of each kind and asset.
struct Tally {
    seen: Vec<bool>,
    /// By place, then by counting criterion.
    scored: Vec<bool>,
    /// The lead of every recent event, by place.
    recent: Vec<Vec<u32>>,
}

impl Tally {
    fn new(n_places: usize, n_counting: usize) -> Tally {
        Tally {
            seen: vec![false; n_places],
            scored: vec![false; n_places * n_counting],
            recent: vec![Vec::new(); n_places],
        }
    }

    /// Returns each place's recent events and their leads.
    fn counts(&self, n_leads: usize) -> Vec<(usize, usize)> {
        // At which place each lead was counted last.
        let mut counted = vec![usize::MAX; n_leads];
        let count = |(place, leads): (usize, &Vec<u32>)| {
            let is_new = |lead: &&u32| std::mem::replace(&mut counted[**lead as usize], place) != place;
            (leads.len(), leads.iter().filter(is_new).count())
        };
        self.recent.iter().enumerate().map(count).collect()
    }
}

/// Returns the criteria that count events, those that are on and can be read.
fn counting<'m>(criteria: impl Iterator<Item = &'m Criterion>, events: &Events) -> Vec<Counting<'m>> {
    let counting = |criterion: &'m Criterion| {
        let Rule::Activity { filter, .. } = &criterion.rule else { return None };
        let details = passing_details(filter, events).ok()?;
        let kinds = events.kinds.iter().map(|kind| filter.kinds.is_empty() || filter.kinds.contains(kind)).collect();
        (criterion.on && criterion.weight != 0).then_some(Counting { criterion, kinds, details })
    };
    criteria.filter_map(counting).collect()
}

impl Counting<'_> {
    fn counts(&self, code: usize) -> bool {
        self.details.as_ref().is_none_or(|details| details[code])
    }
}
