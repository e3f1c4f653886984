//! Lists of leads: which leads a query names, in which order, and one row at a time for the window on screen.

use std::sync::Arc;

use crate::engine::columns::Field;
use crate::engine::rank::Fifth;
use crate::model::Role;
use crate::model::Side;
use crate::review::Verdict;
use crate::text::Msg;
use crate::text::mask_email;
use crate::text::mask_name;
use crate::workbench::Judged;
use crate::workbench::Workbench;

/// Which leads, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub within: Within,
    /// Words that must all be found in the lead's key or text fields; case and accents do not count.
    pub search: String,
    pub judged: Judged,
    pub sort: Sort,
}

/// The part of the population a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Within {
    #[default]
    Everyone,
    Fifth(Fifth),
    /// Row band and column band, counted from the lowest.
    Cell(usize, usize),
    /// A zone of the map in force, with whom gates hold for it.
    Zone(String),
    /// Whom a gate holds, by its index in the model.
    Held(usize),
    /// Those that were picked out, ascending, and what they are called together.
    Among(Arc<[u32]>, Msg),
}

/// The order of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    pub by: SortBy,
    /// Reversed against the key's natural direction.
    pub reversed: bool,
}

/// What a list is sorted by; ties keep the rank order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// Best rank first.
    #[default]
    Rank,
    Key,
    /// Highest first.
    Value(Side),
    /// Most recent first.
    Recent,
    /// A field's values, smallest first, unknown last.
    Field(String),
}

/// The leads of a query, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    pub leads: Vec<u32>,
    /// How many leads the part holds before the search.
    pub of: usize,
}

/// One lead as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadRow<'w> {
    pub lead: usize,
    pub rank: Option<u32>,
    pub key: &'w str,
    pub name: Option<String>,
    pub company: Option<String>,
    pub job_title: Option<String>,
    /// Micropoints.
    pub rows: i64,
    pub columns: i64,
    pub row_band: &'w str,
    pub column_band: &'w str,
    pub zone: Option<&'w crate::model::Zone>,
    pub fifth: Fifth,
    /// Newest event, UTC seconds.
    pub recent: Option<i64>,
    /// What was last found of it.
    pub verdict: Option<Verdict>,
}

impl LeadRow<'_> {
    /// Returns what the lead is called: its name, else its key; masked where asked. As it came: not cleaned.
    pub fn called(&self, masked: bool) -> String {
        match &self.name {
            Some(name) if masked => mask_name(name),
            Some(name) => name.clone(),
            None => called_by_key(self.key, masked),
        }
    }
}

/// Returns what a lead without a name is called: its key, which is masked where asked if it is an address.
pub fn called_by_key(key: &str, masked: bool) -> String {
    if masked && key.contains('@') { mask_email(key) } else { key.to_owned() }
}

impl Workbench {
    /// Returns the leads of a query.
    pub fn list(&self, query: &Query) -> Listing {
        // Ordering everybody takes longest: only where more than the first groups are asked for.
        let ranked = || self.order().iter().copied();
        let mut leads: Vec<u32> = match &query.within {
            Within::Everyone => ranked().collect(),
            Within::Fifth(Fifth::Top) => self.first_two()[..self.cut().n_top].to_vec(),
            Within::Fifth(Fifth::Next) => self.first_two()[self.cut().n_top..].to_vec(),
            Within::Fifth(Fifth::Rest) => ranked().skip(self.cut().n_top + self.cut().n_next).collect(),
            Within::Cell(row, column) => self.in_cells(|cell| cell == (*row, *column)),
            Within::Zone(name) => {
                let is_it = |zone: Option<&crate::model::Zone>| zone.is_some_and(|zone| zone.name == *name);
                let n_columns = self.model.n_bands(Side::Columns);
                let map = self.model.map_in_force();
                let zone =
                    |cell: usize| map.and_then(|map| self.model.zone_in(map, cell / n_columns, cell % n_columns));
                let cells: Vec<bool> = (0..self.scores.counts().len()).map(|cell| is_it(zone(cell))).collect();
                let gates: Vec<bool> = self.model.gates.iter().map(|gate| gate.zone == *name).collect();
                let inside = |lead: &u32| match self.scores.held_by(*lead as usize) {
                    Some(gate) => gates[gate],
                    None => cells[usize::from(self.scores.cell(*lead as usize))],
                };
                ranked().filter(inside).collect()
            }
            Within::Held(gate) => ranked().filter(|lead| self.scores.held_by(*lead as usize) == Some(*gate)).collect(),
            Within::Among(leads, _) => ranked().filter(|lead| leads.binary_search(lead).is_ok()).collect(),
        };
        let of = leads.len();
        if !query.search.trim().is_empty() {
            let found = self.search(&query.search);
            leads.retain(|lead| found[*lead as usize]);
        }
        if query.judged != Judged::All {
            leads.retain(|lead| self.is_judged(*lead, query.judged));
        }
        self.sort(&mut leads, &query.sort);
        Listing { leads, of }
    }

    fn in_cells(&self, wanted: impl Fn((usize, usize)) -> bool) -> Vec<u32> {
        let n_columns = self.model.n_bands(Side::Columns);
        let inside = |lead: &u32| {
            let cell = usize::from(self.scores.cell(*lead as usize));
            wanted((cell / n_columns, cell % n_columns))
        };
        self.order().iter().copied().filter(inside).collect()
    }

    fn sort(&self, leads: &mut [u32], sort: &Sort) {
        let data = self.data();
        match &sort.by {
            SortBy::Rank => {}
            SortBy::Key => leads.sort_by(|a, b| data.keys.get(*a as usize).cmp(data.keys.get(*b as usize))),
            SortBy::Value(side) => {
                let values = self.scores.values(*side);
                leads.sort_by_key(|lead| std::cmp::Reverse(values.ticks(*lead as usize)));
            }
            SortBy::Recent => leads.sort_by_key(|lead| std::cmp::Reverse(self.scores.recent()[*lead as usize])),
            SortBy::Field(name) => {
                if let Some(field) = data.field(name) {
                    leads.sort_by_cached_key(|lead| {
                        let value = field.value(*lead as usize);
                        (value.is_none(), value)
                    });
                }
            }
        }
        if sort.reversed {
            leads.reverse();
        }
    }

    /// Returns a lead as a row.
    pub fn row(&self, lead: usize) -> LeadRow<'_> {
        let text = |role: Role| self.data().field_in_role(role).and_then(|field| text_of(field, lead));
        let (row_band, column_band) = self.cell_of(lead).map_or(("", ""), |(row, column)| {
            (self.model.label(Side::Rows, row), self.model.label(Side::Columns, column))
        });
        let recent = self.scores.recent()[lead];
        LeadRow {
            lead,
            rank: self.rank(lead),
            key: self.data().keys.get(lead),
            name: text(Role::Name),
            company: text(Role::Company),
            job_title: text(Role::JobTitle),
            rows: self.scores.value(Side::Rows, lead),
            columns: self.scores.value(Side::Columns, lead),
            row_band,
            column_band,
            zone: self.zone_of(lead),
            fifth: self.cut().fifths[lead],
            recent: (recent != i64::MIN).then_some(recent),
            verdict: u32::try_from(lead).ok().and_then(|lead| self.verdicts().get(&lead).copied()),
        }
    }
}

fn text_of(field: &Field, lead: usize) -> Option<String> {
    field.value(lead).map(|value| value.to_string())
}
