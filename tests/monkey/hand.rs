//! One program in the monkey's hand: it fills a field, saves, and sometimes does something else.

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde_json::Value;
use trivsel_domain::value::CaseId;
use trivsel_tui::form::{Form, Input};
use trivsel_tui::forms::{self, Lookup};
use trivsel_tui::layers::Layer;
use trivsel_tui::message::Message;

use super::dice::Dice;
use super::fruit::FRUIT;
use crate::harness::Program;

/// How many doings a form gets before it is left as a draft.
const PATIENCE: usize = 30;
/// How often a form is refused before it is left.
const REFUSALS: usize = 3;
/// How many texts are tried on a field in thought before one is typed.
const TRIES: usize = 40;

/// How a hand goes about it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Opens any form, rather one that was saved least, and does something else now and then.
    Roaming,
    /// Opens the form that was saved least.
    Straight,
}

pub struct Hand {
    pub(super) pace: Pace,
    /// How often it tried to open each form.
    pub(super) tried: BTreeMap<String, usize>,
    pub(super) program: Program,
    /// What the form on top has had done to it.
    pub(super) doings: usize,
    /// How often it was not saved.
    pub(super) refusals: usize,
    /// The records as they were read last, to look for something to open.
    pub(super) read: Option<Value>,
    /// The cases of which forms were saved.
    pub(super) lately: Vec<CaseId>,
    /// What kept a form from being saved, the last of each.
    trouble: BTreeMap<&'static str, String>,
}

impl Hand {
    pub fn new(mut program: Program, pace: Pace) -> Self {
        // Reads the list of children, which forms choose from.
        program.keys("n<esc>");
        Self {
            pace,
            tried: BTreeMap::new(),
            program,
            doings: 0,
            refusals: 0,
            read: None,
            lately: Vec::new(),
            trouble: BTreeMap::new(),
        }
    }

    /// What kept forms from being saved.
    pub fn told(&self) -> String {
        self.trouble.iter().map(|(code, why)| format!("{code}: {why}\n")).collect()
    }

    /// Leaves whatever is open.
    pub fn lets_go(&mut self) {
        for _ in 0..10 {
            self.program.keys("<esc>");
        }
        assert!(self.program.model.form().is_none(), "{}", self.program.screen());
    }

    /// Does one thing; answers the form that it saved.
    pub fn does_something(&mut self, dice: &mut Dice, saved: &BTreeMap<&str, usize>) -> Option<&'static str> {
        if dice.once_in(3) {
            self.program.idle();
        }
        let did = match self.program.model.layers.last() {
            Some(Layer::Form(_)) => self.with_form(dice),
            Some(Layer::Question(_)) => {
                let yes = !dice.once_in(6);
                self.answers(yes)
            }
            Some(Layer::Drafts(_)) => {
                // The draft itself, a new form in its place, or away with it.
                self.program.keys(dice.one_of(&["<enter>", "<end><enter>", "<del>"])?);
                None
            }
            None | Some(Layer::Sheet(_)) => {
                self.opens(dice, saved);
                None
            }
            Some(_) => {
                self.program.keys("<esc>");
                None
            }
        };
        if dice.once_in(3) {
            self.program.screen();
        }
        did
    }

    fn with_form(&mut self, dice: &mut Dice) -> Option<&'static str> {
        self.doings += 1;
        if self.doings > PATIENCE || self.refusals > REFUSALS || dice.once_in(60) {
            self.refusals = 0;
            self.program.keys("<esc>");
            return None;
        }
        match dice.roll(20) {
            0 => {
                let kept = self.program.performer.keep(&mut self.program.model);
                assert!(kept.is_ok(), "{kept:?}");
                None
            }
            1 => {
                let odd = ["<ctrl-t>", "<ctrl-d>", "<ctrl-z>", "<backtab>", "<left>", "<end>", "<backspace>"];
                self.program.keys(dice.one_of(&odd)?);
                None
            }
            _ if self.wrong().is_empty() && !dice.once_in(4) => self.saves(),
            _ => {
                self.fills(dice);
                None
            }
        }
    }

    /// The places of the wrong fields in the form on top.
    fn wrong(&self) -> Vec<usize> {
        let Some(form) = self.program.model.form() else { return Vec::new() };
        wrong(form, &Lookup::of(&self.program.model))
    }

    fn saves(&mut self) -> Option<&'static str> {
        let form = self.program.model.form().map(|form| (form.kind.code(), form.case))?;
        self.program.keys("<ctrl-s>");
        match self.program.model.layers.last() {
            Some(Layer::Question(_)) => self.answers(true),
            _ => self.is_saved(form),
        }
    }

    fn answers(&mut self, yes: bool) -> Option<&'static str> {
        let form = self.program.model.form().map(|form| (form.kind.code(), form.case));
        self.program.keys(if yes { "<ctrl-o>" } else { "<esc>" });
        self.is_saved(form?)
    }

    /// Only a form that is saved goes away at these keys.
    fn is_saved(&mut self, (code, case): (&'static str, Option<CaseId>)) -> Option<&'static str> {
        if self.program.model.form().is_none() {
            self.lately.extend(case);
            return Some(code);
        }
        let said = self.program.model.status.as_ref().map(|status| status.lines.join(" "));
        let said = said.unwrap_or_default();
        // Refused for the same reason again: it is not in the fields.
        let is_again = self.refusals > 0 && self.trouble.get(code) == Some(&said) && !said.is_empty();
        self.refusals += if is_again { REFUSALS } else { 1 };
        self.trouble.insert(code, said);
        None
    }

    /// Goes to a field, a wrong one rather, and puts something into it that it may take.
    fn fills(&mut self, dice: &mut Dice) {
        let Some(form) = self.program.model.form() else { return };
        let wrong = self.wrong();
        let any: Vec<usize> = (0..form.fields.len()).filter(|n| takes(form, *n)).collect();
        let wrong: Vec<usize> = wrong.into_iter().filter(|n| takes(form, *n)).collect();
        let of = if wrong.is_empty() || dice.once_in(5) { &any } else { &wrong };
        let Some(at) = dice.one_of(of).copied() else { return };
        let text = self.text_for(at, dice);
        if !self.goes_to(at) {
            return;
        }
        let Some(field) = self.program.model.form().and_then(|form| form.fields.get(at)) else { return };
        match &field.input {
            Input::Pick(_) => {
                for _ in 0..40 {
                    let now = self
                        .program
                        .model
                        .form()
                        .and_then(|f| f.fields.get(at))
                        .map(trivsel_tui::form::FormField::text);
                    if now.as_deref() == Some(&*text) {
                        break;
                    }
                    self.program.keys("<right>");
                }
            }
            Input::Long(_) => {
                self.key(KeyCode::End, KeyModifiers::CONTROL);
                if dice.once_in(2) {
                    self.program.send(Message::Paste(text));
                } else {
                    self.types(&text);
                }
            }
            Input::Line(_) | Input::Tags(_) => {
                self.program.keys("<ctrl-u>");
                self.types(&text);
            }
        }
    }

    /// A text, or the code of a choice, that the field takes, if one is found; at times any.
    fn text_for(&self, at: usize, dice: &mut Dice) -> String {
        let Some(form) = self.program.model.form() else { return String::new() };
        let lookup = Lookup::of(&self.program.model);
        let field = &form.fields[at];
        let mut offers: Vec<String> = match &field.input {
            Input::Pick(pick) => pick.found().iter().map(|choice| choice.code.clone()).collect(),
            _ => FRUIT.iter().map(|text| (*text).to_owned()).collect(),
        };
        dice.shuffle(&mut offers);
        let fits = |text: &String| {
            let mut tried = form.clone();
            let whole = if field.is_long() { format!("{}{text}", field.text()) } else { text.clone() };
            tried.fields[at].set(&whole);
            tried.changed();
            forms::react(&mut tried, &lookup);
            let is_it = |n: &usize| {
                let other = &tried.fields[*n];
                (other.name, other.number) == (field.name, field.number)
            };
            !wrong(&tried, &lookup).iter().any(is_it)
        };
        let any = offers.first().cloned().unwrap_or_default();
        if dice.once_in(12) {
            return any;
        }
        offers.into_iter().take(TRIES).find(fits).unwrap_or(any)
    }

    /// Moves the cursor to a field with the keys.
    fn goes_to(&mut self, at: usize) -> bool {
        for _ in 0..120 {
            let Some(Layer::Form(form)) = self.program.model.layers.last() else { return false };
            match form.focus.cmp(&at) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Less => self.program.keys("<tab>"),
                std::cmp::Ordering::Greater => self.program.keys("<backtab>"),
            };
        }
        false
    }

    fn types(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' => self.key(KeyCode::Enter, KeyModifiers::NONE),
                c => self.key(KeyCode::Char(c), KeyModifiers::NONE),
            }
        }
    }

    fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.program.press(KeyEvent::new(code, modifiers));
    }
}

/// Whether the monkey can put something into a field.
fn takes(form: &Form, at: usize) -> bool {
    form.fields.get(at).is_some_and(|field| field.shown && !field.fixed)
}

/// The places of the wrong fields of a form.
fn wrong(form: &Form, lookup: &Lookup<'_>) -> Vec<usize> {
    let wrong = forms::submit(form, lookup).err().unwrap_or_default();
    let place = |w: &forms::Wrong| form.fields.iter().position(|f| f.name == w.name && f.number == w.number);
    wrong.iter().filter_map(place).collect()
}
