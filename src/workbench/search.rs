//! Finding leads by words in their key or text fields, whatever their case or accents.

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Texts;
use crate::text::fold;
use crate::workbench::Workbench;

/// Keys and dictionary words in their folded form, made once per data set.
pub struct SearchIndex {
    keys: Texts,
    /// For each text field its place among the fields, and its words folded.
    words: Vec<(usize, Vec<String>)>,
}

impl SearchIndex {
    /// Folds every key and every distinct word.
    pub fn new(data: &Dataset) -> SearchIndex {
        let mut keys = Texts::default();
        data.keys.iter().for_each(|key| keys.push(&fold(key)));
        let words = data
            .fields
            .iter()
            .enumerate()
            .filter_map(|(index, field)| match &field.column {
                Column::Text { words, .. } => Some((index, words.iter().map(|word| fold(word)).collect())),
                Column::Number(_) | Column::YesNo(_) => None,
            })
            .collect();
        SearchIndex { keys, words }
    }
}

impl Workbench {
    /// Returns the leads in which every word of the text is found.
    pub(super) fn search(&self, text: &str) -> Vec<bool> {
        let index = self.index.get_or_init(|| SearchIndex::new(self.data()));
        let mut found = vec![true; self.data().n_leads()];
        for term in fold(text).split_whitespace() {
            let mut hit: Vec<bool> = index.keys.iter().map(|key| key.contains(term)).collect();
            for (field, words) in &index.words {
                let Column::Text { codes, .. } = &self.data().fields[*field].column else { continue };
                let truth: Vec<bool> =
                    std::iter::once(false).chain(words.iter().map(|word| word.contains(term))).collect();
                if truth.contains(&true) {
                    for (lead, hit) in hit.iter_mut().enumerate() {
                        *hit = *hit || truth[codes.get(lead) as usize];
                    }
                }
            }
            for (found, hit) in found.iter_mut().zip(hit) {
                *found = *found && hit;
            }
        }
        found
    }
}
