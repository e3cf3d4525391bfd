//! The parsing steps that the grammar of typed dates is built from.

use chrono::Weekday;

use super::DateProblem;
use super::expression::Written;
use super::tokens::{Found, Token, is_week, month, weekday};
use crate::{Lang, names};

/// The tokens that are not read yet.
pub(super) struct Reader<'t> {
    pub rest: &'t [Token],
    pub written: Written,
    /// What was typed, for errors.
    pub text: &'t str,
    pub lang: Lang,
}

impl Reader<'_> {
    /// Reads `uge 48` if it comes next.
    pub fn week(&mut self) -> Result<Option<u32>, DateProblem> {
        if !self.word_if(is_week) {
            return Ok(None);
        }
        self.sign('.');
        let (week, _) = self.number().ok_or(DateProblem::NotUnderstood)?;
        if (1..=53).contains(&week) { Ok(Some(week)) } else { Err(self.no_such()) }
    }

    /// Reads a weekday if one comes next.
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

    /// Reads the name of a month if one comes next.
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

    /// Skips a sign if it comes next.
    pub fn sign(&mut self, sign: char) {
        if self.rest.first() == Some(&Token::Sign(sign)) {
            self.rest = &self.rest[1..];
        }
    }

    /// Skips the next word if it satisfies `is`.
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
