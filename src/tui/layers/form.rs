//! The layer of a form: opens, types, saves and closes it.

pub mod due;
pub mod misplaced;
pub mod outside;
pub mod theirs;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Appointment, Change, Edit, Talk, TalkKind};
use trivsel_domain::value::{CaseId, DraftId, TalkId};
use trivsel_store::{Draft, Held};

use super::Layer;
use super::question::{self, Consequence};
use crate::effect::Effect;
use crate::form::draft::typed_on;
use crate::form::{Form, Keeping};
use crate::forms::addendum::AddendumForm;
use crate::forms::case::missing_field::MissingField;
use crate::forms::case::{DocumentForm, ReferForm};
use crate::forms::talk::{self, TalkForm};
use crate::forms::{self, FormKind, Lookup, Wrong, basis, field};
use crate::keys::{Chord, Command};
use crate::load::{Opening, Query};
use crate::model::Model;
use crate::panes::calendar::book;
use trivsel_words::dates;

/// Opens a note, of a case and a kind if they are given. The list of children must be read before.
pub fn talk(model: &mut Model, case: Option<CaseId>, kind: Option<TalkKind>) -> Effect {
    opening(model, TalkForm { case }, |form, lookup| {
        if let Some(kind) = kind {
            talk::choose(form, kind, lookup);
        }
    })
}

/// Opens a note that copies another, which is new whatever drafts there are.
pub fn talk_like(model: &mut Model, other: &Talk) -> Effect {
    let mut form = new(model, TalkForm { case: other.case() }, |_, _| {});
    talk::repeat(&mut form, other, &Lookup::of(model));
    put_on(model, form)
}

/// Opens an addendum to a signed talk, and asks who else is writing one.
pub fn addendum(model: &mut Model, talk: TalkId, case: Option<CaseId>, of: &str) -> Effect {
    let opened = opening(model, AddendumForm { talk, case }, |form, _| form.suggest(field::OF, of));
    Effect::Many(vec![opened, Effect::Load(Query::WhoAdds(talk))])
}

/// Opens a form of one of the house's lists, or of the case whose sheet is open.
pub fn of(model: &mut Model, kind: impl Into<FormKind>) -> Effect {
    opening(model, kind, |_, _| {})
}

/// Opens a form with the cursor where something is missing.
pub fn at(model: &mut Model, kind: FormKind, missing: MissingField) -> Effect {
    opening(model, kind, |form, lookup| missing.begin(form, lookup))
}

/// Opens a new form, or offers the drafts there are of the very thing.
fn opening(
    model: &mut Model,
    kind: impl Into<FormKind>,
    begin: impl FnOnce(&mut Form, &Lookup<'_>),
) -> Effect {
    let form = new(model, kind, begin);
    match super::drafts::offer_instead(model, form) {
        Some(form) => put_on(model, form),
        None => Effect::None,
    }
}

fn new(model: &mut Model, kind: impl Into<FormKind>, begin: impl FnOnce(&mut Form, &Lookup<'_>)) -> Form {
    let id = DraftId::from_u128(model.mint());
    let lookup = Lookup::of(model);
    let mut form = kind.into().open(id, &lookup);
    begin(&mut form, &lookup);
    form.begin_on(form.kind.record(&lookup));
    form.changed();
    form.keeping.kept = form.revision;
    form
}

/// Puts a form on top.
pub(super) fn put_on(model: &mut Model, form: Form) -> Effect {
    let effect = background(&form);
    model.status = None;
    model.layers.push(Layer::Form(Box::new(form)));
    // It may have waited below an offer while its record changed.
    theirs::follow(model);
    effect
}

/// Reads the background of the form's case.
fn background(form: &Form) -> Effect {
    form.case.map_or(Effect::None, |case| Effect::Load(Query::Background(case)))
}

/// What must be read before a draft of a case opens: its sheet, or every child for a new case. `None` if
/// that is read already.
#[must_use]
pub fn before_draft(model: &Model, draft: &Draft, held: Option<&Held>) -> Option<Effect> {
    let kind = FormKind::of_draft(draft).filter(|kind| kind.is_of_case())?;
    let open = model.sheet().map(|s| s.dossier.case.id);
    let sheet = draft.case.filter(|case| open != Some(*case));
    let wanted = kind.downcast::<ReferForm>().is_some() || sheet.is_some();
    let then = Opening::Draft(Box::new(draft.clone()), held.copied());
    let then = Effect::Load(Query::Directory(then));
    wanted.then(|| Effect::Many(sheet.map(Effect::OpenCase).into_iter().chain([then]).collect()))
}

/// Opens a draft with the cursor in its text.
pub fn draft(model: &mut Model, draft: &Draft) -> Effect {
    let Some(kind) = FormKind::of_draft(draft) else {
        model.refuse_with("draft-unknown");
        return Effect::None;
    };
    let lookup = Lookup::of(model);
    let began = draft.base.as_deref().and_then(|base| kind.open_on(draft.id, base, &lookup));
    let known = began.is_some();
    let mut form = began.unwrap_or_else(|| kind.open(draft.id, &lookup));
    kind.resume(&mut form, &draft.fields, &lookup);
    form.fill(&draft.fields);
    forms::react(&mut form, &lookup);
    // More fields show and take their values now.
    form.fill(&draft.fields);
    form.case = draft.case;
    form.keeping = Keeping::of(draft);
    let typed_on = typed_on(draft);
    if typed_on != lookup.today() {
        forms::stay(&mut form, &lookup.on(typed_on), lookup.today());
    }
    match kind.record(&lookup) {
        Some(record) if !known => form.begin_on_unknown(record),
        record => form.begin_on(record.and(draft.base.clone())),
    }
    basis::follow(&mut form, &lookup);
    form.keeping.kept = form.revision;
    let long = form.fields.iter().position(|e| e.shown && e.is_long());
    form.enter(long.unwrap_or(form.focus));
    put_on(model, form)
}

/// Types a key in the form on top.
pub fn type_key(model: &mut Model, key: KeyEvent) -> Effect {
    if Chord::of(key).typed().is_some() && is_fixed(model) {
        return Effect::None;
    }
    following(model, |form| {
        form.type_key(key);
    })
}

/// Pastes text in the form on top.
pub fn paste(model: &mut Model, text: &str) -> Effect {
    if is_fixed(model) {
        return Effect::None;
    }
    following(model, |form| form.paste(text))
}

/// Whether the field with the cursor is only read; says so.
fn is_fixed(model: &mut Model) -> bool {
    let fixed = model.form().is_some_and(Form::is_fixed);
    if fixed {
        model.refuse_with("form-only-read");
    }
    fixed
}

/// The form on top, taken off while it is changed. `Drop` puts it back, so that a panic does not lose it.
struct Lifted<'m> {
    model: &'m mut Model,
    form: Option<Box<Form>>,
    /// Its place among the layers.
    at: usize,
}

impl<'m> Lifted<'m> {
    fn off(model: &'m mut Model) -> Option<Self> {
        matches!(model.layers.last(), Some(Layer::Form(_))).then(|| Self::wherever(model)).flatten()
    }

    /// The form, also below other layers.
    fn wherever(model: &'m mut Model) -> Option<Self> {
        let at = model.layers.iter().position(|layer| matches!(layer, Layer::Form(_)))?;
        let Layer::Form(form) = model.layers.remove(at) else { return None };
        Some(Self { model, form: Some(form), at })
    }

    fn change<T>(&mut self, change: impl FnOnce(&mut Form, &Lookup<'_>) -> T) -> Option<T> {
        let lookup = Lookup::of(self.model);
        self.form.as_mut().map(|form| change(form, &lookup))
    }
}

impl Drop for Lifted<'_> {
    fn drop(&mut self) {
        let at = self.at.min(self.model.layers.len());
        self.model.layers.splice(at..at, self.form.take().map(Layer::Form));
    }
}

/// Changes the form on top.
pub(super) fn change<T>(model: &mut Model, change: impl FnOnce(&mut Form, &Lookup<'_>) -> T) -> Option<T> {
    Lifted::off(model)?.change(change)
}

/// Holds on to the days that were typed in the form before the day is over, and says so.
pub(super) fn stay(model: &mut Model, tomorrow: NaiveDate) {
    let stays = Lifted::wherever(model)
        .and_then(|mut form| form.change(|form, lookup| forms::stay(form, lookup, tomorrow)));
    if stays == Some(true) {
        let day = dates::day_short(model.words.lang(), model.today());
        let line = model.words.with("form-stays", &[("day", day.into())]);
        model.refuse(vec![line]);
    }
}

/// Changes the form on top and lets it react.
fn following(model: &mut Model, to: impl FnOnce(&mut Form)) -> Effect {
    let followed = change(model, |form, lookup| {
        let (before, case) = (form.revision, form.case);
        to(form);
        forms::react(form, lookup);
        let effect = if form.case == case { Effect::None } else { background(form) };
        let wrong = (form.tried && form.revision != before)
            .then(|| forms::submit(form, lookup).err().unwrap_or_default());
        form.tried = wrong.as_ref().map_or(form.tried, |wrong| !wrong.is_empty());
        (effect, wrong)
    });
    let Some((effect, wrong)) = followed else { return Effect::None };
    if let Some(wrong) = wrong {
        say_wrong(model, &wrong);
    }
    effect
}

/// Reports the number of wrong fields and the problem of the first.
fn say_wrong(model: &mut Model, wrong: &[Wrong]) {
    model.status = None;
    let Some(first) = wrong.first() else { return };
    let field = model.form().and_then(|f| f.numbered(first.name, first.number));
    let name = || model.words.code("field", first.name).to_owned();
    let field = field.map_or_else(name, |e| e.label(&model.words));
    let args = [("count", wrong.len().into()), ("field", field.into()), ("what", first.text.as_str().into())];
    let line = model.words.with("form-save-off", &args);
    model.refuse(vec![line]);
}

/// Runs a command in the form.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Form(form)) = model.layers.last_mut() else { return None };
    if !form.has(command) {
        return Some(Effect::NotHere);
    }
    match command {
        Command::NextField => Some(following(model, |form| form.move_focus(true))),
        Command::FieldBefore => Some(following(model, |form| form.move_focus(false))),
        Command::Save => Some(save(model)),
        Command::Back => Some(close(model)),
        Command::Template => Some(template(model)),
        Command::Repeat => Some(repeat(model)),
        Command::ChooseTalks => Some(super::chooser::open(model)),
        Command::OutsideEditor => Some(outside::open(model)),
        command => in_field(model, command),
    }
}

/// Runs a command of the focused field, if it has it.
fn in_field(model: &mut Model, command: Command) -> Option<Effect> {
    let revision = |model: &Model| model.form().map(|f| f.revision);
    let before = revision(model);
    let mut clipboard = std::mem::take(&mut model.clipboard);
    let mut known = false;
    let effect = following(model, |form| known = form.act(command, &mut clipboard));
    model.clipboard = clipboard;
    let idle = matches!(command, Command::Undo | Command::Redo) && revision(model) == before;
    known.then_some(if idle { Effect::NotHere } else { effect })
}

/// Reports problems first and moves the cursor there. Asks before an action that can't be undone.
fn save(model: &mut Model) -> Effect {
    let read = following(model, Form::leave);
    if theirs::shown(model) {
        return read;
    }
    let Some(Layer::Form(form)) = model.layers.last() else { return read };
    let lookup = Lookup::of(model);
    let done = match forms::submit(form, &lookup) {
        Ok(action) => match question::before(&action, form, &lookup) {
            Some(text) => {
                question::ask(model, text, Consequence::Submit);
                Effect::None
            }
            None => match booked(&action) {
                // It may collide with another.
                Some(edit) => book::propose(edit.clone()),
                None => Effect::Finish { action: Box::new(action), draft: form.keeping.id },
            },
        },
        Err(wrong) => {
            say_wrong(model, &wrong);
            if let (Some(form), Some(first)) = (model.form_mut(), wrong.first()) {
                let at = form.fields.iter().position(|e| e.name == first.name && e.number == first.number);
                form.enter(at.unwrap_or(form.focus));
                form.tried = true;
            }
            Effect::None
        }
    };
    Effect::Many(vec![read, done])
}

/// The appointment that an action saves, if it does nothing else.
fn booked(action: &Action) -> Option<&Edit<Appointment>> {
    match action {
        Action::Save(changes) => match &changes[..] {
            [Change::Appointment(edit)] => Some(edit),
            _ => None,
        },
        _ => None,
    }
}

/// Carries out what was asked about; asks again where it is no longer that.
pub fn submit(model: &mut Model, asked: &str) -> Effect {
    if theirs::shown(model) {
        return Effect::None;
    }
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    let lookup = Lookup::of(model);
    match forms::submit(form, &lookup) {
        Ok(action) if question::before(&action, form, &lookup).as_deref() == Some(asked) => {
            Effect::Finish { action: Box::new(action), draft: form.keeping.id }
        }
        _ => save(model),
    }
}

/// Closes the form and keeps what is written as a draft.
fn close(model: &mut Model) -> Effect {
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    let kept = form.kind.is_kept() && !form.is_untouched() || form.keeping.revision > 0;
    model.status = None;
    if kept { Effect::CloseForm } else { drop_form(model) }
}

/// Removes the form, and the sheet that was opened only for it. Its text is on record, kept as a draft, or empty.
pub fn drop_form(model: &mut Model) -> Effect {
    let mut released = Effect::None;
    model.layers.retain(|layer| match layer {
        Layer::Form(form) => {
            if form.keeping.revision > 0 {
                released = Effect::Release(form.keeping.id);
            }
            false
        }
        Layer::Sheet(sheet) => !sheet.is_brief,
        _ => true,
    });
    released
}

fn template(model: &mut Model) -> Effect {
    let put = change(model, |form, lookup| match form.kind.clone().downcast::<DocumentForm>() {
        Some(document) => (document.add_since(form, lookup), "form-nothing-since"),
        None => (talk::template(form, lookup), "form-no-template"),
    });
    if let Some((false, why)) = put {
        model.refuse_with(why);
    }
    Effect::None
}

/// Reads the last talk of the child, or of the user if no child is chosen.
fn repeat(model: &mut Model) -> Effect {
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    if form.kind.downcast::<TalkForm>().is_none() {
        return Effect::None;
    }
    Effect::Load(Query::LastTalk(form.case))
}

/// Fills the note from the last talk; reports if there is none.
pub fn repeat_last(model: &mut Model, last: Option<&Talk>, sealed: bool) {
    let Some(last) = last else {
        model.refuse_with(if sealed { "form-last-sealed" } else { "form-no-last" });
        return;
    };
    change(model, |form, lookup| talk::repeat(form, last, lookup));
}
