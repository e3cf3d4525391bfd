//! A question before a step that can't be taken back. It names what is done, for whom and on which date, and only a key
//! that is pressed after it was read answers yes.

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use trivsel_domain::decide::{Action, Note};
use trivsel_domain::record::{Change, PlanDocument};
use trivsel_domain::rules::steps::{StepOrder, StepTo};
use trivsel_domain::value::{CaseId, Coded, DraftId};
use trivsel_words::dates;
use trivsel_words::text::clip;

use super::{Layer, form};
use crate::child_name::ChildName;
use crate::effect::Effect;
use crate::form::{Form, FormField};
use crate::forms::case::before_alike;
use crate::forms::{Lookup, field};
use crate::model::Model;
use crate::panes::attendance;
use crate::panes::calendar::book::{self, Proposal};

/// A key pressed sooner after the question was drawn was pressed before it was read.
const READ: Duration = Duration::from_millis(300);
/// A key pressed too soon may be held down; a held key repeats sooner than this.
const RELEASED: Duration = Duration::from_secs(1);
/// The most of a name that is shown, in columns.
const NAME: usize = 48;

/// What a question is asked before.
#[derive(Debug)]
pub enum Consequence {
    /// The action of the form below.
    Submit,
    DropDraft(DraftId),
    /// Fills the register of a past day as planned.
    Fill(NaiveDate),
    /// Removing a record that carries others; it can be undone, but who does not see it go does not undo it.
    Remove(Box<Change>),
    /// Removing a case that was entered by mistake.
    RemoveCase(CaseId),
    /// Saving appointments that collide with others or stand aside for closed days.
    Book(Box<Proposal>),
}

/// A question.
#[derive(Debug)]
pub struct Question {
    pub text: String,
    consequence: Consequence,
    /// From when on a key answers; nothing while the question is not drawn.
    open: Option<Instant>,
}

/// Asks before what an answer would bring.
pub fn ask(model: &mut Model, text: String, consequence: Consequence) {
    model.status = None;
    model.layers.push(Layer::Question(Question { text, consequence, open: None }));
}

/// Whether a question waits to be drawn.
#[must_use]
pub fn is_undrawn(model: &Model) -> bool {
    matches!(model.layers.last(), Some(Layer::Question(question)) if question.open.is_none())
}

/// Takes note that the question is on the screen.
pub fn shown(model: &mut Model, at: Instant) {
    if let Some(Layer::Question(question)) = model.layers.last_mut() {
        question.open.get_or_insert(at + READ);
    }
}

/// Answers yes with a key that came by itself at a time. A key that came too soon, or among others, answers nothing.
pub fn confirm(model: &mut Model, at: Option<Instant>) -> Effect {
    let Some(Layer::Question(question)) = model.layers.last_mut() else { return Effect::None };
    let (Some(at), Some(open)) = (at, question.open) else { return Effect::None };
    if at < open {
        question.open = Some(open.max(at + RELEASED));
        return Effect::None;
    }
    let Some(Layer::Question(Question { consequence, text, .. })) = model.layers.pop() else {
        return Effect::None;
    };
    match consequence {
        Consequence::Submit => form::submit(model, &text),
        Consequence::DropDraft(draft) => Effect::DropDraft(draft),
        Consequence::Fill(date) => attendance::fill(date),
        Consequence::Book(proposal) => book::save(model, &proposal),
        Consequence::RemoveCase(case) => Effect::perform(Action::RemoveCase(case)),
        Consequence::Remove(change) => Effect::perform(Action::Save(vec![*change])),
    }
}

/// Withdraws the question if there is one; nothing is done.
pub fn withdraw(model: &mut Model) {
    model.layers.retain(|layer| !matches!(layer, Layer::Question(_)));
}

/// The question before an action of a form that can't be taken back, or that is easily a mistake.
#[must_use]
pub fn before(action: &Action, form: &Form, lookup: &Lookup<'_>) -> Option<String> {
    match action {
        Action::Sign(note) => Some(before_notes(std::slice::from_ref(&**note), lookup)),
        Action::SignEach(notes) => Some(before_notes(notes, lookup)),
        Action::Add { .. } => {
            let what = clip(&form.kind.title(form, lookup), NAME * 2);
            Some(lookup.words.with("question-add", &[("what", what.into())]))
        }
        Action::SignDocument { document, .. } => {
            let dossier = lookup.dossier?;
            let document = dossier.documents.iter().find(|d| d.id == *document)?;
            Some(before_document(document, &lookup.name(&dossier.child), lookup))
        }
        Action::Step(order) => Some(before_step(order, lookup)),
        Action::Annul { .. } => before_annulment(lookup),
        Action::Refer(_) => before_alike(form, lookup, NAME),
        // What is refused anyway is not asked about.
        Action::Merge(merge) if merge.faults(lookup.every_case()).is_empty() => {
            let name = |child| lookup.name(child).within(NAME);
            let moved = form.field(field::MOVING).map(FormField::text).unwrap_or_default();
            let args = [
                ("gone", name(&merge.gone).into()),
                ("kept", name(&merge.kept).into()),
                ("what", moved.into()),
            ];
            Some(lookup.words.with("question-merge", &args))
        }
        _ => None,
    }
}

/// Names every child that gets a note.
fn before_notes(notes: &[Note], lookup: &Lookup<'_>) -> String {
    let words = lookup.words;
    let name = |note: &Note| {
        let child = note.matter.case().and_then(|case| lookup.known(case)).map(|k| k.name.clone());
        let place = || note.matter.place().map(|p| p.as_str().into());
        child.or_else(place).unwrap_or_else(|| "–".into()).within(NAME)
    };
    let Some(note) = notes.first() else { return String::new() };
    let kind = words.code("talk", note.matter.kind().code());
    let day = dates::day_long(words.lang(), note.date);
    let names = notes.iter().map(name).collect::<Vec<_>>().join(", ");
    words.with("question-sign", &[("kind", kind.into()), ("day", day.into()), ("name", names.into())])
}

fn before_document(document: &PlanDocument, name: &ChildName, lookup: &Lookup<'_>) -> String {
    let words = lookup.words;
    let kind = words.code("document", document.kind.code());
    let version = words.with("sheet-version-short", &[("version", document.version.into())]);
    let day = dates::day_long(words.lang(), lookup.today());
    let what = format!("{kind}, {version}");
    let args = [("what", what.into()), ("day", day.into()), ("name", name.within(NAME).into())];
    words.with("question-sign-document", &args)
}

fn before_annulment(lookup: &Lookup<'_>) -> Option<String> {
    let (words, dossier) = (lookup.words, lookup.dossier?);
    let step = dossier.case.last_step()?;
    let args = [
        ("name", lookup.name(&dossier.child).within(NAME).into()),
        ("to", words.code("stage", step.to.code()).into()),
        ("day", dates::day_long(words.lang(), step.on).into()),
        ("from", words.code("stage", step.from?.code()).into()),
    ];
    Some(words.with("question-annul", &args))
}

fn before_step(order: &StepOrder, lookup: &Lookup<'_>) -> String {
    let words = lookup.words;
    let name = lookup.dossier.map_or_else(|| "–".into(), |dossier| lookup.name(&dossier.child));
    let day = dates::day_long(words.lang(), order.on);
    let to = match &order.to {
        StepTo::Closed { outcome, .. } => {
            let outcome = words.code("outcome", outcome.code());
            format!("{} ({outcome})", words.code("stage", order.to.stage().code()))
        }
        other => words.code("stage", other.stage().code()).to_owned(),
    };
    words.with("question-step", &[("to", to.into()), ("day", day.into()), ("name", name.within(NAME).into())])
}
