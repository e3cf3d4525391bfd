//! A choice from a list, found by a few letters: a child, a kind of talk.

use crossterm::event::KeyEvent;

use crate::field::Field;
use crate::keys::Command;
use trivsel_words::text::Folded;

#[derive(Clone, Debug)]
pub struct Choice {
    /// The code that a draft keeps.
    pub code: String,
    pub label: String,
    /// The text after the name: a class, a programme.
    pub hint: String,
    folded: Folded,
}

impl Choice {
    #[must_use]
    pub fn new(code: impl Into<String>, label: impl Into<String>, hint: impl Into<String>) -> Self {
        let label = label.into();
        Self { code: code.into(), folded: Folded::new(&label), label, hint: hint.into() }
    }

    #[must_use]
    pub fn whole(&self) -> String {
        if self.hint.is_empty() { self.label.clone() } else { format!("{} · {}", self.label, self.hint) }
    }
}

/// A field with a list of choices.
#[derive(Clone, Debug)]
pub struct Pick {
    /// The typed letters.
    pub field: Field,
    choices: Vec<Choice>,
    chosen: Option<usize>,
    /// The cursor among the matches.
    cursor: usize,
}

impl Pick {
    #[must_use]
    pub fn new(choices: Vec<Choice>, chosen: Option<&str>) -> Self {
        let mut pick = Self { field: Field::default(), choices, chosen: None, cursor: 0 };
        if let Some(code) = chosen {
            pick.choose(code);
        }
        pick
    }

    /// The code of the choice.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.current().map(|c| c.code.as_str())
    }

    /// The choice; while letters are typed, the best match.
    #[must_use]
    pub fn current(&self) -> Option<&Choice> {
        if self.is_typing() {
            self.found().get(self.cursor).copied()
        } else {
            self.chosen.and_then(|n| self.choices.get(n))
        }
    }

    /// Chooses by code; an unknown code clears the choice.
    pub fn choose(&mut self, code: &str) {
        self.chosen = self.choices.iter().position(|c| c.code == code);
        self.field = Field::default();
        self.cursor = 0;
    }

    /// Replaces the list. The choice stays if the list has it, and unmatched letters stay.
    pub fn offer(&mut self, choices: Vec<Choice>) {
        let code = self.code().map(str::to_owned);
        let typed = std::mem::take(&mut self.field);
        self.choices = choices;
        match code {
            Some(code) => self.choose(&code),
            None => (self.chosen, self.field, self.cursor) = (None, typed, 0),
        }
    }

    #[must_use]
    pub fn has_choices(&self) -> bool {
        !self.choices.is_empty()
    }

    #[must_use]
    pub fn is_typing(&self) -> bool {
        !self.field.text().trim().is_empty()
    }

    /// The matches: names that start with the letters, then words that do, then the rest. Without letters,
    /// everything with the choice first.
    #[must_use]
    pub fn found(&self) -> Vec<&Choice> {
        if !self.is_typing() {
            let chosen = self.chosen.and_then(|n| self.choices.get(n));
            let rest = self.choices.iter().enumerate().filter(|(n, _)| Some(*n) != self.chosen);
            return chosen.into_iter().chain(rest.map(|(_, c)| c)).collect();
        }
        let typed = self.field.text().trim().to_lowercase();
        let needle = Folded::new(&typed);
        // Of equal matches, the one spelled as typed comes first: ø is not o.
        let fit = |c: &Choice| (c.folded.rank(&needle), !c.label.to_lowercase().starts_with(&typed));
        let mut found: Vec<_> =
            self.choices.iter().filter(|c| c.folded.contains(&needle)).map(|c| (fit(c), c)).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found.into_iter().map(|(_, c)| c).collect()
    }

    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Types a key.
    pub fn type_key(&mut self, key: KeyEvent) -> bool {
        let before = self.field.text().to_owned();
        self.narrow(|field| field.type_key(key));
        before != self.field.text()
    }

    /// Runs a command: moves among the matches, or deletes. Returns whether the field has that command.
    pub fn act(&mut self, command: Command) -> bool {
        let (typing, found) = (self.is_typing(), self.found().len());
        match command {
            Command::ChoiceBefore | Command::ChoiceAfter if found == 0 => {}
            Command::ChoiceBefore if typing => self.cursor = self.cursor.saturating_sub(1),
            Command::ChoiceAfter if typing => self.cursor = (self.cursor + 1).min(found - 1),
            Command::ChoiceBefore => self.turn(self.choices.len().saturating_sub(1)),
            Command::ChoiceAfter => self.turn(1),
            Command::ClearField => self.choose(""),
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

    /// The next match, starting over after the last.
    fn turn(&mut self, by: usize) {
        let all = self.choices.len();
        self.chosen = Some(self.chosen.map_or(0, |n| (n + by) % all.max(1)));
    }

    pub fn paste(&mut self, text: &str) {
        self.narrow(|field| field.paste(text));
    }

    /// Settles on the best match. Letters without a match stay and are reported.
    pub fn settle(&mut self) {
        if !self.is_typing() {
            return;
        }
        if let Some(code) = self.current().map(|c| c.code.clone()) {
            self.choose(&code);
        }
    }
}
