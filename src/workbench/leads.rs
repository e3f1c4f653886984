//! Lists of leads: which leads a query names, in which order, and one row at a time for the window on screen.

use std::cell::OnceCell;
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use crate::engine::columns::Column;
use crate::engine::columns::Field;
use crate::engine::columns::UNKNOWN;
use crate::engine::order::Key;
use crate::engine::order::Lay;
use crate::engine::order::Words;
use crate::engine::rank;
use crate::engine::rank::Fifth;
use crate::engine::sweep::blocks;
use crate::engine::sweep::shared;
use crate::model::Role;
use crate::model::Side;
use crate::review::Verdict;
use crate::text::Msg;
use crate::text::mask_email;
use crate::text::mask_name;
use crate::workbench::Judged;
use crate::workbench::Workbench;
use crate::workbench::zones::ZoneIndex;

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

/// Who is listed, and in which order; which leads these are is found page by page ([`Workbench::page`]).
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Of every lead, whether it is listed; none = everybody who is scored, or part of the rank order.
    members: Option<Vec<bool>>,
    /// Where in that order the list begins.
    start: usize,
    len: usize,
    /// How many leads the part holds before the search.
    pub of: usize,
    sort: Sort,
    /// How the first key spreads over those listed, once somebody looked.
    lay: OnceCell<Lay>,
    /// The rows that were looked at last, from a first one on.
    window: RefCell<(usize, Vec<u32>)>,
}

impl Listing {
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
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

/// How many rows beside those on screen are found with them.
const WINDOW: usize = 256;

impl Workbench {
    /// Finds the leads of a query.
    pub fn list(&self, query: &Query) -> Listing {
        let cut = self.cut();
        let is_plain = query.search.trim().is_empty() && query.judged == Judged::All;
        let ranked = match &query.within {
            Within::Everyone => Some((0, self.scores.size())),
            Within::Fifth(Fifth::Top) => Some((0, cut.n_top)),
            Within::Fifth(Fifth::Next) => Some((cut.n_top, cut.n_next)),
            Within::Fifth(Fifth::Rest) => Some((cut.n_top + cut.n_next, cut.n_rest)),
            Within::Cell(..) | Within::Zone(_) | Within::Held(_) | Within::Among(..) => None,
        };
        let is_whole = query.within == Within::Everyone || query.sort == Sort::default();
        if let Some((start, len)) = ranked.filter(|_| is_plain && is_whole) {
            return Listing { start, len, of: len, sort: query.sort.clone(), ..Listing::default() };
        }
        let mut members = self.members(&query.within);
        let of = ranked.map_or_else(|| count(&members), |(_, len)| len);
        if !query.search.trim().is_empty() {
            let found = self.search(&query.search);
            members.iter_mut().zip(found.iter()).for_each(|(member, found)| *member &= found);
        }
        if query.judged != Judged::All {
            let listed = (0..).zip(&mut members).filter(|(_, member)| **member);
            listed.for_each(|(lead, member)| *member = self.is_judged(lead, query.judged));
        }
        let len = count(&members);
        Listing { members: Some(members), len, of, sort: query.sort.clone(), ..Listing::default() }
    }

    /// Tells of every lead whether it is in a part of the population.
    fn members(&self, within: &Within) -> Vec<bool> {
        let (scores, n_columns) = (&self.scores, self.model.n_bands(Side::Columns));
        match within {
            Within::Everyone => self.scores.inside().to_vec(),
            Within::Fifth(fifth) => {
                let fifths = self.cut().fifths.iter().zip(self.scores.inside());
                fifths.map(|(of, inside)| *inside && of == fifth).collect()
            }
            Within::Cell(row, column) => {
                let wanted = u16::try_from(row * n_columns + column).ok();
                self.those(|lead| Some(scores.cell(lead)) == wanted)
            }
            Within::Zone(name) => {
                let zone = self.model.zones.iter().position(|zone| zone.name == *name);
                let zones = ZoneIndex::of(&self.model);
                self.those(|lead| zone.is_some() && zones.at(scores, lead) == zone)
            }
            Within::Held(gate) => self.those(|lead| scores.held_by(lead) == Some(*gate)),
            Within::Among(leads, _) => {
                let mut members = vec![false; self.data().n_leads()];
                for lead in leads.iter().map(|lead| *lead as usize) {
                    if let (Some(member), Some(true)) = (members.get_mut(lead), scores.inside().get(lead)) {
                        *member = true;
                    }
                }
                members
            }
        }
    }

    /// Tells of which leads of the population something is so.
    fn those(&self, is_so: impl Fn(usize) -> bool + Sync + Send) -> Vec<bool> {
        let inside = self.scores.inside();
        let piece = |block: Range<usize>| block.map(|lead| inside[lead] && is_so(lead)).collect::<Vec<bool>>();
        shared(blocks(inside.len()), piece).concat()
    }

    /// Returns some rows of a list, the first counted from 0. They are those of the leads as they were listed: after a change the list
    /// is found anew.
    pub fn page(&self, listing: &Listing, rows: Range<usize>) -> Vec<u32> {
        let rows = rows.start.min(listing.len)..rows.end.min(listing.len);
        if rows.is_empty() {
            return Vec::new();
        }
        if rows.len() > WINDOW {
            return self.found(listing, rows);
        }
        let mut window = listing.window.borrow_mut();
        if rows.start < window.0 || rows.end > window.0 + window.1.len() {
            // Some more than is asked for: the next rows are asked for next.
            let around = rows.start.saturating_sub(WINDOW)..listing.len.min(rows.end + WINDOW);
            *window = (around.start, self.found(listing, around));
        }
        let shown = window.1.iter().skip(rows.start - window.0).take(rows.len());
        shown.copied().collect()
    }

    /// Finds some rows of a list.
    fn found(&self, listing: &Listing, rows: Range<usize>) -> Vec<u32> {
        let members = listing.members.as_deref().unwrap_or_else(|| self.scores.inside());
        if members.len() != self.data().n_leads() {
            return Vec::new();
        }
        let keys = self.keys(&listing.sort);
        let of_order = |rows: Range<usize>| self.laid(listing, &keys).page(&keys, rows);
        if listing.sort.reversed {
            let mut found = of_order(listing.len - rows.end..listing.len - rows.start);
            found.reverse();
            return found;
        }
        let start = listing.start + rows.start;
        let found = of_order(start..listing.start + rows.end);
        if listing.members.is_none() && listing.sort.by == SortBy::Rank {
            self.remember_ranks(found.iter().copied().zip(start..start + found.len()));
        }
        found
    }

    /// Returns all leads of a list.
    pub fn all(&self, listing: &Listing) -> Vec<u32> {
        self.page(listing, 0..listing.len)
    }

    /// Returns the row of a list in which a lead is; none if it is not listed.
    pub fn place_in(&self, listing: &Listing, lead: u32) -> Option<usize> {
        let members = listing.members.as_deref().unwrap_or_else(|| self.scores.inside());
        members.get(lead as usize).filter(|member| **member)?;
        let keys = self.keys(&listing.sort);
        let place = *self.laid(listing, &keys).places(&keys, &[lead]).first()?;
        let place = if listing.sort.reversed { listing.len.checked_sub(place + 1)? } else { place };
        place.checked_sub(listing.start).filter(|place| *place < listing.len)
    }

    fn laid<'l>(&'l self, listing: &'l Listing, keys: &[Key<'_>]) -> &'l Lay {
        match &listing.members {
            None if listing.sort.by == SortBy::Rank => self.lay(),
            None => listing.lay.get_or_init(|| Lay::of(keys, self.scores.inside())),
            Some(members) => listing.lay.get_or_init(|| Lay::of(keys, members)),
        }
    }

    /// Returns the keys of an order; the rank order decides between equals.
    fn keys(&self, sort: &Sort) -> Vec<Key<'_>> {
        let data = self.data();
        let mut keys = match &sort.by {
            SortBy::Rank => Vec::new(),
            SortBy::Key => Words::Keys(&data.keys).keys(),
            SortBy::Value(side) => vec![Key::from(self.scores.values(*side))],
            SortBy::Recent => vec![Key::Recent(self.scores.recent())],
            SortBy::Field(name) => match data.field(name).map(|field| &field.column) {
                Some(Column::Text { codes, words }) => Words::Field(codes, words).keys(),
                Some(Column::Number(numbers)) => vec![Key::Least(numbers), Key::Known(numbers)],
                Some(Column::YesNo(answers)) => vec![Key::NoFirst(answers)],
                None => Vec::new(),
            },
        };
        keys.extend(rank::keys(&self.model, &self.scores));
        keys
    }

    /// Returns leads as rows.
    pub fn rows(&self, leads: &[u32]) -> Vec<LeadRow<'_>> {
        self.look_up_ranks(leads);
        leads.iter().map(|lead| self.row(*lead as usize)).collect()
    }

    /// Returns a lead as a row.
    pub fn row(&self, lead: usize) -> LeadRow<'_> {
        let text = |role: Role| self.data().field_in_role(role).and_then(|field| text_of(field, lead));
        let (row_band, column_band) = self.cell_of(lead).map_or(("", ""), |(row, column)| {
            (self.model.label(Side::Rows, row), self.model.label(Side::Columns, column))
        });
        let recent = self.scores.recent().get(lead);
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
            recent: (recent != UNKNOWN).then_some(recent),
            verdict: u32::try_from(lead).ok().and_then(|lead| self.verdicts().get(&lead).copied()),
        }
    }
}

fn count(members: &[bool]) -> usize {
    members.iter().filter(|member| **member).count()
}

fn text_of(field: &Field, lead: usize) -> Option<String> {
    field.value(lead).map(|value| value.to_string())
}
