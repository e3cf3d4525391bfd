//! Words separated by commas, completed from a list: themes, methods, participants.

use crossterm::event::KeyEvent;

use crate::field::Field;
use crate::keys::Chord;
use trivsel_words::text::{Folded, clean_line};

#[derive(Clone, Debug)]
pub struct Tags {
    pub field: Field,
    known: Vec<(String, Folded)>,
    /// Whether the field takes one word only.
    single: bool,
    /// Whether the next letter begins a word of its own.
    adds: bool,
}

impl Tags {
    #[must_use]
    pub fn new(known: impl IntoIterator<Item = String>, text: &str) -> Self {
        let mut tags = Self { field: Field::with(text), known: Vec::new(), single: false, adds: false };
        tags.offer(known);
        tags
    }

    /// A field for one word.
    #[must_use]
    pub fn single(known: impl IntoIterator<Item = String>, text: &str) -> Self {
        Self { single: true, ..Self::new(known, text) }
    }

    /// Takes the cursor. What was filled in beforehand gives way to the first letter; of a list it stays, and the
    /// letter begins another word.
    pub fn enter(&mut self, filled_in: bool) {
        self.field.select(filled_in && self.single);
        self.adds = filled_in && !self.single;
    }

    pub fn offer(&mut self, known: impl IntoIterator<Item = String>) {
        self.known = known.into_iter().map(|k| (k.clone(), Folded::new(&k))).collect();
    }

    /// The words without repetitions, in typed order.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        split(self.field.text())
    }

    /// The word of the list, ignoring case and accents.
    #[must_use]
    pub fn knows(&self, word: &str) -> Option<&str> {
        let word = Folded::new(word);
        self.known.iter().find(|(_, k)| *k == word).map(|(k, _)| k.as_str())
    }

    /// Completions of the word being typed, best first; none if it is complete.
    #[must_use]
    pub fn completions(&self) -> Vec<&str> {
        let last = self.field.text().rsplit(',').next().unwrap_or_default().trim();
        if last.is_empty() || self.knows(last).is_some() {
            return Vec::new();
        }
        let needle = Folded::new(last);
        let mut found: Vec<(u8, &str)> = self
            .known
            .iter()
            .map(|(k, folded)| (folded.rank(&needle), k.as_str()))
            .filter(|(rank, _)| *rank <= 1)
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, k)| k).collect()
    }

    /// Types a key. A comma completes an unfinished word, as Enter does.
    pub fn type_key(&mut self, key: KeyEvent) {
        match Chord::of(key).typed() {
            Some(',') if self.field.is_at_end() => self.complete(),
            Some(c) if c != ',' => self.begin_word(),
            _ => {}
        }
        self.adds = false;
        self.field.type_key(key);
    }

    pub fn paste(&mut self, text: &str) {
        self.begin_word();
        self.field.paste(text);
    }

    fn begin_word(&mut self) {
        if std::mem::take(&mut self.adds) && !self.field.text().trim().is_empty() {
            self.field = Field::with(&format!("{}, ", self.field.text()));
        }
    }

    /// Completes the last word if the list has it, and spells every word as the list does.
    pub fn complete(&mut self) {
        let whole = |word: String| self.knows(&word).map(str::to_owned).unwrap_or(word);
        let best = self.completions().first().map(|b| (*b).to_owned());
        let mut words = self.words();
        if let Some(best) = best {
            words.pop();
            words.push(best);
        }
        let words: Vec<String> = words.into_iter().map(whole).collect();
        self.field = Field::with(&words.join(", "));
    }
}

/// Splits a line at commas, without repetitions.
#[must_use]
pub fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(',') {
        let word = clean_line(word);
        let word = word.trim();
        if !word.is_empty() && !words.iter().any(|w| w == word) {
            words.push(word.to_owned());
        }
    }
    words
}
