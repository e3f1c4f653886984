//! Finding leads by words in their key or text fields, whatever their case or accents. Never here: when it is searched.

use std::sync::Arc;
use std::sync::Weak;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Texts;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::blocks;
use crate::engine::sweep::shared;
use crate::text::fold;
use crate::workbench::Workbench;

/// In which leads a text was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The very leads, for as long as somebody has them.
    data: Weak<Dataset>,
    text: String,
    /// Of every lead, whether all words of the text are in it.
    leads: Arc<[bool]>,
}

impl Found {
    /// Whether this is what the text is found in, in these very leads.
    pub fn is_of(&self, text: &str, data: &Arc<Dataset>) -> bool {
        self.text == text && self.data.as_ptr() == Arc::as_ptr(data)
    }
}

/// Searches a data set, whose keys and words are folded once.
pub struct Searcher {
    /// For as long as somebody has it.
    data: Weak<Dataset>,
    keys: Folded,
    /// For each text field its place among the fields, and its words.
    words: Vec<(usize, Folded)>,
    last: Option<Found>,
}

/// Texts in their folded form, a block at a time.
struct Folded(Vec<Texts>);

impl Folded {
    fn of<'t>(n: usize, text: impl Fn(usize) -> &'t str + Sync + Send) -> Folded {
        Folded(shared(blocks(n), |block| {
            let mut texts = Texts::default();
            block.for_each(|index| texts.push(&fold(text(index))));
            texts
        }))
    }

    /// Tells which texts hold a term, after one that does not.
    fn hold(&self, term: &str) -> Vec<bool> {
        let hold = |texts: &Texts| texts.iter().map(|text| text.contains(term)).collect::<Vec<bool>>();
        let mut all = vec![vec![false]];
        all.extend(shared(self.0.iter().collect(), hold));
        all.concat()
    }
}

impl Searcher {
    /// Folds every key and every distinct word.
    pub fn new(data: &Arc<Dataset>) -> Searcher {
        let keys = Folded::of(data.keys.len(), |lead| data.keys.get(lead));
        let fields = data.fields.iter().enumerate();
        let words = fields.filter_map(|(index, field)| match &field.column {
            Column::Text { words, .. } => Some((index, Folded::of(words.len(), |word| words[word].as_str()))),
            Column::Number(_) | Column::YesNo(_) => None,
        });
        let words = words.collect();
        Searcher { data: Arc::downgrade(data), keys, words, last: None }
    }

    fn is_on(&self, data: &Arc<Dataset>) -> bool {
        self.data.as_ptr() == Arc::as_ptr(data)
    }

    /// Returns the leads in which every word of a text is found. Of a text that goes on where the last one ended, only those in
    /// which that was found are looked at.
    pub fn find(&mut self, text: &str, data: &Arc<Dataset>) -> Found {
        if !self.is_on(data) {
            *self = Searcher::new(data);
        }
        let folded = fold(text);
        let before = self.last.as_ref().filter(|last| folded.starts_with(&fold(&last.text)));
        let mut leads = before.map_or_else(|| vec![true; data.n_leads()], |before| before.leads.to_vec());
        for term in folded.split_whitespace() {
            self.keep(data, &mut leads, term);
        }
        let found = Found { data: Weak::clone(&self.data), text: text.to_owned(), leads: leads.into() };
        self.last = Some(found.clone());
        found
    }

    /// Keeps of some leads those that a term is in.
    fn keep(&self, data: &Dataset, leads: &mut [bool], term: &str) {
        let holding = |(field, words): &(usize, Folded)| {
            let Column::Text { codes, .. } = &data.fields[*field].column else { return None };
            Some((codes, words.hold(term))).filter(|(_, hold)| hold.contains(&true))
        };
        let fields: Vec<(&Codes, Vec<bool>)> = self.words.iter().filter_map(holding).collect();
        let pieces = self.keys.0.iter().zip((0..).step_by(BLOCK)).zip(leads.chunks_mut(BLOCK)).collect();
        shared(pieces, |((keys, start), leads): ((&Texts, usize), &mut [bool])| {
            for ((key, lead), found) in keys.iter().zip(start..).zip(leads) {
                let in_words = || fields.iter().any(|(codes, hold)| hold[codes.get(lead) as usize]);
                *found = *found && (in_words() || key.contains(term));
            }
        });
    }
}

impl Workbench {
    /// Returns the leads in which every word of the text is found.
    pub(super) fn search(&self, text: &str) -> Arc<[bool]> {
        if !self.has_found(text) {
            let mut searcher = self.searcher.borrow_mut();
            let searcher = searcher.get_or_insert_with(|| Searcher::new(self.data()));
            self.found.replace(Some(searcher.find(text, self.data())));
        }
        self.found.borrow().as_ref().map(|found| Arc::clone(&found.leads)).unwrap_or_default()
    }

    /// Whether it is known in which leads a text is found: a list of them needs no search.
    pub fn has_found(&self, text: &str) -> bool {
        self.found.borrow().as_ref().is_some_and(|found| found.is_of(text, self.data()))
    }

    /// Takes in what was found elsewhere.
    pub fn set_found(&mut self, found: Found) {
        self.found = Some(found).into();
    }
}
