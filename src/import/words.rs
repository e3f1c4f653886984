//! The first few different texts of many, and how often each came. Never here: what they say.

/// Texts in the order of the lines on which they came first.
#[derive(Clone, Debug)]
pub(super) struct Words {
    most: usize,
    seen: Vec<Word>,
}

#[derive(Clone, Debug)]
struct Word {
    line: u64,
    text: String,
    count: u64,
}

impl Words {
    pub(super) fn new(most: usize) -> Words {
        Words { most, seen: Vec::new() }
    }

    /// Whether no further text is kept.
    pub(super) fn is_full(&self) -> bool {
        self.seen.len() >= self.most
    }

    /// Takes in a text; its line comes after those of all before it.
    pub(super) fn see(&mut self, text: &str, line: u64) {
        if let Some(word) = self.seen.iter_mut().find(|word| word.text == text) {
            word.count += 1;
        } else if !self.is_full() {
            self.seen.push(Word { line, text: text.to_owned(), count: 1 });
        }
    }

    /// Takes in what was seen of other lines.
    pub(super) fn merge(&mut self, other: Words) {
        for word in other.seen {
            match self.seen.iter_mut().find(|known| known.text == word.text) {
                Some(known) => {
                    known.line = known.line.min(word.line);
                    known.count += word.count;
                }
                None => self.seen.push(word),
            }
        }
        self.seen.sort_by_key(|word| word.line);
        self.seen.truncate(self.most);
    }

    /// Returns the texts in their order, and how often each came.
    pub(super) fn counts(&self) -> impl Iterator<Item = (&str, u64)> {
        self.seen.iter().map(|word| (word.text.as_str(), word.count))
    }
}
