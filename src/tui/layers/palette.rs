//! The palette: finds commands and children by a few letters.

use crossterm::event::KeyEvent;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use trivsel_domain::value::CaseId;

use super::Layer;
use crate::cursor::moved;
use crate::effect::Effect;
use crate::field::Field;
use crate::keys::{Command, Context, bindings};
use crate::model::{Model, Pane};
use crate::update;
use trivsel_words::text::{fold, fold_plain};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Runs a command in the context below.
    Command(Command),
    /// Goes to a child.
    Child(CaseId),
}

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Choice {
    pub target: Target,
    pub name: String,
    /// The label of a command's first key; empty for a child.
    pub key: String,
    /// Why the command is off here, if it is.
    pub off: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Palette {
    pub field: Field,
    /// Everything that can be found.
    choices: Vec<Choice>,
    /// The row of the cursor among the choices found.
    pub cursor: usize,
}

impl Palette {
    /// The choices that match the typed letters, best first; all if none are typed.
    #[must_use]
    pub fn found(&self) -> Vec<&Choice> {
        let needle = self.field.text().trim();
        if needle.is_empty() {
            return self.choices.iter().collect();
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        // The text is folded in two ways, so both "soren" and "soeren" find Søren.
        let pattern = |folded: &str| Pattern::parse(folded, CaseMatching::Ignore, Normalization::Never);
        let (long, short) = (pattern(&fold(needle)), pattern(&fold_plain(needle)));
        let mut found: Vec<(u32, &Choice)> = self
            .choices
            .iter()
            .filter_map(|choice| {
                let mut room = Vec::new();
                let mut score = |pattern: &Pattern, text: &str| {
                    pattern.score(Utf32Str::new(text, &mut room), &mut matcher)
                };
                let best = score(&long, &fold(&choice.name)).max(score(&short, &fold_plain(&choice.name)));
                best.map(|score| (score, choice))
            })
            .collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(_, choice)| choice).collect()
    }
}

/// Opens the palette, or closes it. What is chosen closes the layers below, since it acts on the pane.
pub fn open(model: &mut Model) -> Effect {
    if model.layers.pop_if(|layer| matches!(layer, Layer::Palette(_))).is_none() {
        let choices = choices(model);
        model.layers.push(Layer::Palette(Palette { field: Field::default(), choices, cursor: 0 }));
    }
    Effect::None
}

fn choices(model: &Model) -> Vec<Choice> {
    let words = &model.words;
    let children = model.caseload.all().filter(|r| r.case.runs_on(model.today())).map(|row| Choice {
        target: Target::Child(row.case.id),
        name: row.name.to_string(),
        key: String::new(),
        off: None,
    });
    let mut commands: Vec<Choice> = Vec::new();
    for binding in bindings(model.pane_context()) {
        let moves = matches!(
            binding.command,
            Command::Up
                | Command::Down
                | Command::Left
                | Command::Right
                | Command::JumpToRow
                | Command::Palette
        );
        let twice = commands.iter().any(|e| e.target == Target::Command(binding.command));
        if moves || twice || binding.context == Context::Prompt {
            continue;
        }
        commands.push(Choice {
            target: Target::Command(binding.command),
            name: words.code("key", binding.command.code()).to_owned(),
            key: binding.chords.first().map(|c| c.label(words)).unwrap_or_default(),
            off: update::why_off(model, binding.command).map(|id| words.get(id).to_owned()),
        });
    }
    commands.into_iter().chain(children).collect()
}

/// Takes a key as text and puts the cursor on the best match.
pub fn type_key(model: &mut Model, key: KeyEvent) {
    if let Some(Layer::Palette(palette)) = model.layers.last_mut() {
        palette.field.type_key(key);
        palette.cursor = 0;
    }
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Palette(palette)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, palette.cursor, palette.found().len()) {
        palette.cursor = row;
        return Some(Effect::None);
    }
    match command {
        Command::Back | Command::Palette => {
            model.layers.pop();
        }
        Command::Open => return Some(run(model)),
        _ => return None,
    }
    Some(Effect::None)
}

fn run(model: &mut Model) -> Effect {
    let Some(Layer::Palette(palette)) = model.layers.pop() else { return Effect::None };
    let chosen = palette.found().get(palette.cursor).map(|e| e.target);
    if chosen.is_some() {
        model.layers.clear();
    }
    match chosen {
        Some(Target::Command(command)) => update::act(model, command),
        Some(Target::Child(case)) => go_to_child(model, case),
        None => Effect::NotHere,
    }
}

fn go_to_child(model: &mut Model, case: CaseId) -> Effect {
    if model.pane == Pane::Attendance && model.attendance.select_case(case) {
        return Effect::None;
    }
    if model.pane == Pane::Teaching
        && let Some(effect) = crate::panes::teaching::go_to(model, case)
    {
        return effect;
    }
    model.caseload.select_case(case);
    update::go_to_pane(model, Pane::Caseload)
}
