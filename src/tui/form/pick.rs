//! One of a list, found by a few letters: a child, a kind of talk.

use crossterm::event::KeyEvent;

use crate::field::Field;
use crate::keys::Command;
use trivsel_words::text::Folded;

/// One that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its code, as a draft keeps it.
    pub code: String,
    /// What it is called.
    pub label: String,
    /// What stands behind the name: a class, a programme.
    pub hint: String,
    folded: Folded,
}

impl Choice {
    /// One that can be chosen.
    #[must_use]
    pub fn new(code: impl Into<String>, label: impl Into<String>, hint: impl Into<String>) -> Self {
        let label = label.into();
        Self { code: code.into(), folded: Folded::new(&label), label, hint: hint.into() }
    }

    /// Name and hint.
    #[must_use]
    pub fn whole(&self) -> String {
        if self.hint.is_empty() { self.label.clone() } else { format!("{} · {}", self.label, self.hint) }
    }
}

/// A field that chooses.
#[derive(Clone, Debug)]
pub struct Pick {
    /// What is typed to find it.
    pub field: Field,
    choices: Vec<Choice>,
    chosen: Option<usize>,
    /// Where the cursor is among what the letters fit.
    cursor: usize,
}

impl Pick {
    /// A field over a list, with one chosen or none.
    #[must_use]
    pub fn new(choices: Vec<Choice>, chosen: Option<&str>) -> Self {
        let mut pick = Self { field: Field::default(), choices, chosen: None, cursor: 0 };
        if let Some(code) = chosen {
            pick.choose(code);
        }
        pick
    }

    /// The code of the one that is chosen.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.current().map(|c| c.code.as_str())
    }

    /// The one that is chosen; while letters are typed, the best that fits them.
    #[must_use]
    pub fn current(&self) -> Option<&Choice> {
        if self.is_typing() {
            self.found().get(self.cursor).copied()
        } else {
            self.chosen.and_then(|n| self.choices.get(n))
        }
    }

    /// Chooses by code; an unknown one chooses nothing.
    pub fn choose(&mut self, code: &str) {
        self.chosen = self.choices.iter().position(|c| c.code == code);
        self.field = Field::default();
        self.cursor = 0;
    }

    /// Gives it another list; what was chosen stays if it is in it, and letters that fitted nothing stay too.
    pub fn offer(&mut self, choices: Vec<Choice>) {
        let code = self.code().map(str::to_owned);
        let typed = std::mem::take(&mut self.field);
        self.choices = choices;
        match code {
            Some(code) => self.choose(&code),
            None => (self.chosen, self.field, self.cursor) = (None, typed, 0),
        }
    }

    /// Whether there is anything to choose.
    #[must_use]
    pub fn has_choices(&self) -> bool {
        !self.choices.is_empty()
    }

    /// Whether letters are typed that have not been settled.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        !self.field.text().trim().is_empty()
    }

    /// What fits the letters: names that begin so first, then words in them that do, then the rest. Everything, the
    /// chosen one first, while none are typed.
    #[must_use]
    pub fn found(&self) -> Vec<&Choice> {
        if !self.is_typing() {
            let chosen = self.chosen.and_then(|n| self.choices.get(n));
            let rest = self.choices.iter().enumerate().filter(|(n, _)| Some(*n) != self.chosen);
            return chosen.into_iter().chain(rest.map(|(_, c)| c)).collect();
        }
        let typed = self.field.text().trim().to_lowercase();
        let needle = Folded::new(&typed);
        // Of two that fit alike, the one that is written as typed: whoever types ø does not mean o.
        let fit = |c: &Choice| (c.folded.rank(&needle), !c.label.to_lowercase().starts_with(&typed));
        let mut found: Vec<_> =
            self.choices.iter().filter(|c| c.folded.contains(&needle)).map(|c| (fit(c), c)).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found.into_iter().map(|(_, c)| c).collect()
    }

    /// Where the cursor is among them.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Takes a key: letters narrow.
    pub fn type_key(&mut self, key: KeyEvent) -> bool {
        let before = self.field.text().to_owned();
        self.narrow(|field| field.type_key(key));
        before != self.field.text()
    }

    /// Carries out a command: goes among what fits, or deletes; answers whether it is one of such a field.
    pub fn act(&mut self, command: Command) -> bool {
        let (typing, found) = (self.is_typing(), self.found().len());
        match command {
            Command::ChoiceBefore | Command::ChoiceAfter if found == 0 => {}
            Command::ChoiceBefore if typing => self.cursor = self.cursor.saturating_sub(1),
            Command::ChoiceAfter if typing => self.cursor = (self.cursor + 1).min(found - 1),
            Command::ChoiceBefore => self.turn(self.choices.len().saturating_sub(1)),
            Command::ChoiceAfter => self.turn(1),
            Command::DeleteBefore | Command::DeleteAfter if !typing => self.chosen = None,
            Command::DeleteBefore => self.narrow(Field::delete_before),
            Command::DeleteAfter => self.narrow(Field::delete_after),
            _ => return false,
        }
        true
    }

    fn narrow(&mut self, change: impl FnOnce(&mut Field)) {
        change(&mut self.field);
        self.cursor = 0;
    }

    /// The next in the list, around its end.
    fn turn(&mut self, by: usize) {
        let all = self.choices.len();
        self.chosen = Some(self.chosen.map_or(0, |n| (n + by) % all.max(1)));
    }

    /// Takes pasted text as letters.
    pub fn paste(&mut self, text: &str) {
        self.narrow(|field| field.paste(text));
    }

    /// Settles on the best that fits what is typed. Where nothing does, the letters stay and say so.
    pub fn settle(&mut self) {
        if !self.is_typing() {
            return;
        }
        if let Some(code) = self.current().map(|c| c.code.clone()) {
            self.choose(&code);
        }
    }
}
