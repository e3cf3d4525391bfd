//! Reading a typed date piece by piece: the steps the grammar is made of.

use chrono::Weekday;

use super::DateProblem;
use super::expression::Written;
use super::tokens::{Found, Token, is_week, month, weekday};
use crate::{Lang, names};

/// The pieces not read yet.
pub(super) struct Reader<'t> {
    pub rest: &'t [Token],
    pub written: Written,
    /// What was typed, for telling what is wrong.
    pub text: &'t str,
    pub lang: Lang,
}

impl Reader<'_> {
    /// `uge 48`, when it comes next.
    pub fn week(&mut self) -> Result<Option<u32>, DateProblem> {
        if !self.word_if(is_week) {
            return Ok(None);
        }
        self.sign('.');
        let (week, _) = self.number().ok_or(DateProblem::NotUnderstood)?;
        if (1..=53).contains(&week) { Ok(Some(week)) } else { Err(self.no_such()) }
    }

    /// A weekday, when one comes next.
    pub fn weekday(&mut self) -> Result<Option<Weekday>, DateProblem> {
        let Some(Token::Word(word)) = self.rest.first() else { return Ok(None) };
        match weekday(word, self.lang) {
            Found::Nothing => Ok(None),
            Found::One(day) => {
                self.rest = &self.rest[1..];
                Ok(Some(day))
            }
            Found::Either(a, b) => {
                Err(self
                    .either(names::weekday(self.lang, a).to_owned(), names::weekday(self.lang, b).to_owned()))
            }
        }
    }

    /// The name of a month, when one comes next.
    pub fn month(&mut self) -> Result<Option<u32>, DateProblem> {
        let Some(Token::Word(word)) = self.rest.first() else { return Ok(None) };
        match month(word, self.lang) {
            Found::Nothing => Ok(None),
            Found::One(month) => {
                self.rest = &self.rest[1..];
                Ok(Some(month))
            }
            Found::Either(a, b) => {
                let name = |month: u32| names::names(self.lang).months[month as usize - 1].to_owned();
                Err(self.either(name(a), name(b)))
            }
        }
    }

    pub fn number(&mut self) -> Option<(u32, usize)> {
        let Some(Token::Number { value, digits }) = self.rest.first() else { return None };
        self.rest = &self.rest[1..];
        Some((*value, *digits))
    }

    pub fn any_sign(&mut self) -> Option<char> {
        let Some(Token::Sign(sign @ ('.' | ',' | '-' | '/'))) = self.rest.first() else { return None };
        self.rest = &self.rest[1..];
        Some(*sign)
    }

    /// Steps over a sign, when it comes next.
    pub fn sign(&mut self, sign: char) {
        if self.rest.first() == Some(&Token::Sign(sign)) {
            self.rest = &self.rest[1..];
        }
    }

    /// Steps over a word, when it comes next and is one of those.
    pub fn word_if(&mut self, is: impl Fn(&str, Lang) -> bool) -> bool {
        let found = matches!(self.rest.first(), Some(Token::Word(word)) if is(word, self.lang));
        if found {
            self.rest = &self.rest[1..];
        }
        found
    }

    pub fn no_such(&self) -> DateProblem {
        DateProblem::NoSuchDate { text: self.text.to_owned() }
    }

    pub fn either(&self, first: String, second: String) -> DateProblem {
        DateProblem::Ambiguous { text: self.text.to_owned(), first, second }
    }
}
