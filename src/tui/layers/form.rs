//! A form over the pane: its keys, and what becomes of it.

pub mod theirs;

use crossterm::event::KeyEvent;
use trivsel_domain::record::TalkKind;
use trivsel_domain::value::{CaseId, DraftId, TalkId};
use trivsel_store::{Draft, Held};

use super::Layer;
use super::question::{self, Step};
use crate::effect::Effect;
use crate::form::{Form, Input, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::case::spot::Spot;
use crate::forms::lists::ListKind;
use crate::forms::{self, FormKind, Reading, Wrong, addendum, basis, case, lists, talk};
use crate::keys::Command;
use crate::load::{Opening, Query};
use crate::model::Model;

/// Opens a note: of a case and a kind where they are given. The list of children is read first.
pub fn talk(model: &mut Model, case: Option<CaseId>, kind: Option<TalkKind>) -> Effect {
    opening(model, move |id, reading| {
        let mut form = talk::open(id, case, reading);
        if let Some(kind) = kind {
            talk::choose(&mut form, kind, reading);
        }
        form
    })
}

/// Opens an addition to a signed talk, and says who else adds to it now.
pub fn addendum(model: &mut Model, to: TalkId, case: Option<CaseId>, of: &str) -> Effect {
    let opened = opening(model, |id, reading| addendum::open(id, to, case, of, reading));
    Effect::Many(vec![opened, Effect::Load(Query::WhoAdds(to))])
}

/// Opens one of the house's lists.
pub fn list(model: &mut Model, list: ListKind) -> Effect {
    opening(model, move |id, reading| lists::open(id, list, reading))
}

/// Opens a form of the case whose sheet is open.
pub fn of_case(model: &mut Model, form: &CaseForm) -> Effect {
    opening(model, |id, reading| case::open(id, form, reading))
}

/// The same, with the cursor where something is missing.
pub fn of_case_at(model: &mut Model, form: &CaseForm, spot: Spot) -> Effect {
    opening(model, |id, reading| {
        let mut form = case::open(id, form, reading);
        spot.begin(&mut form, reading);
        form
    })
}

fn opening(model: &mut Model, make: impl FnOnce(DraftId, &Reading<'_>) -> Form) -> Effect {
    let id = DraftId::from_u128(model.mint());
    let mut form = make(id, &Reading::of(model));
    form.begin_on(basis::on_record(&form.kind, &Reading::of(model)));
    let effect = background(&form);
    form.changed();
    form.keeping.kept = form.revision;
    push(model, form);
    effect
}

/// What a form of a case is read against.
fn background(form: &Form) -> Effect {
    form.case.map_or(Effect::None, |case| Effect::Load(Query::Background(case)))
}

/// What must be read before a draft can be opened: the sheet of its case, or every child for a new case. Nothing where
/// it is there.
#[must_use]
pub fn before_draft(model: &Model, draft: &Draft, held: Option<&Held>) -> Option<Effect> {
    let target = draft.fields.get("target").map(String::as_str);
    let FormKind::Case(form) = FormKind::of_draft(&draft.form, target)? else { return None };
    let open = model.sheet().map(|s| s.dossier.case.id);
    let sheet = draft.case.filter(|case| open != Some(*case));
    let wanted = form == CaseForm::Refer || sheet.is_some();
    let then = Opening::Draft(Box::new(draft.clone()), held.copied());
    let then = Effect::Load(Query::Directory(then));
    wanted.then(|| Effect::Many(sheet.map(Effect::OpenCase).into_iter().chain([then]).collect()))
}

/// Opens a draft where it was left, and says so where somebody else has it open.
pub fn draft(model: &mut Model, draft: &Draft) -> Effect {
    let Some(kind) = FormKind::of_draft(&draft.form, draft.fields.get("target").map(String::as_str)) else {
        model.refuse_with("draft-unknown");
        return Effect::None;
    };
    let reading = Reading::of(model);
    let began = draft.base.as_deref().and_then(|base| basis::open_on(draft.id, &kind, base, &reading));
    let known = began.is_some();
    let mut form = began.unwrap_or_else(|| match &kind {
        FormKind::Talk => talk::open(draft.id, draft.case, &reading),
        FormKind::Addendum(to) => addendum::open(draft.id, *to, draft.case, "", &reading),
        FormKind::List(list) => lists::open(draft.id, *list, &reading),
        FormKind::Case(form) => case::open(draft.id, form, &reading),
    });
    form.fill(&draft.fields);
    let _ = forms::react(&mut form, &reading);
    // Some fields show, and choose, only now.
    form.fill(&draft.fields);
    form.case = draft.case;
    form.keeping = Keeping::of(draft);
    match basis::on_record(&kind, &reading) {
        Some(record) if !known => form.begin_on_unknown(record),
        record => form.begin_on(record.and(draft.base.clone())),
    }
    basis::follow(&mut form, &reading);
    form.keeping.kept = form.revision;
    let long = form.entries.iter().position(|e| e.shown && e.is_long());
    form.focus = long.unwrap_or(form.focus);
    let effect = background(&form);
    push(model, form);
    effect
}

fn push(model: &mut Model, form: Form) {
    model.status = None;
    model.layers.push(Layer::Form(Box::new(form)));
}

/// Lets the form on top take a key as text, and follows what it changed.
pub fn type_key(model: &mut Model, key: KeyEvent) -> Effect {
    following(model, |form| {
        form.type_key(key);
    })
}

/// Lets it take pasted text.
pub fn paste(model: &mut Model, text: &str) -> Effect {
    following(model, |form| form.paste(text))
}

/// The form on top while it is changed. It goes back whatever happens: a fault on the way does not lose it.
struct Lifted<'m> {
    model: &'m mut Model,
    form: Option<Box<Form>>,
}

impl<'m> Lifted<'m> {
    fn off(model: &'m mut Model) -> Option<Self> {
        let form = model.layers.pop_if(|layer| matches!(layer, Layer::Form(_)));
        let Some(Layer::Form(form)) = form else { return None };
        Some(Self { model, form: Some(form) })
    }

    /// Changes it against what the screen knows.
    fn change<T>(&mut self, change: impl FnOnce(&mut Form, &Reading<'_>) -> T) -> Option<T> {
        let reading = Reading::of(self.model);
        self.form.as_mut().map(|form| change(form, &reading))
    }
}

impl Drop for Lifted<'_> {
    fn drop(&mut self) {
        self.model.layers.extend(self.form.take().map(Layer::Form));
    }
}

/// Changes the form on top against what the screen knows.
pub(super) fn change<T>(model: &mut Model, change: impl FnOnce(&mut Form, &Reading<'_>) -> T) -> Option<T> {
    Lifted::off(model)?.change(change)
}

/// Changes the form and lets it follow the change.
fn following(model: &mut Model, to: impl FnOnce(&mut Form)) -> Effect {
    let followed = change(model, |form, reading| {
        let before = form.revision;
        to(form);
        let effect = forms::react(form, reading);
        let wrong = (form.tried && form.revision != before)
            .then(|| forms::submit(form, reading).err().unwrap_or_default());
        form.tried = wrong.as_ref().map_or(form.tried, |wrong| !wrong.is_empty());
        (effect, wrong)
    });
    let Some((effect, wrong)) = followed else { return Effect::None };
    if let Some(wrong) = wrong {
        say_wrong(model, &wrong);
    }
    effect
}

/// Says how many fields are wrong, and what is with the first.
fn say_wrong(model: &mut Model, wrong: &[Wrong]) {
    model.status = None;
    let Some(first) = wrong.first() else { return };
    let field = model.words.code("field", first.name).to_owned();
    let args = [("count", wrong.len().into()), ("field", field.into()), ("what", first.text.as_str().into())];
    let line = model.words.with("form-save-off", &args);
    model.refuse(vec![line]);
}

/// Carries out a command in the form.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Form(form)) = model.layers.last_mut() else { return None };
    if !form.has(command) {
        return Some(Effect::None);
    }
    match command {
        Command::NextField => Some(following(model, |form| form.step(true))),
        Command::FieldBefore => Some(following(model, |form| form.step(false))),
        Command::Save => Some(save(model)),
        Command::Back => Some(close(model)),
        Command::Template => Some(template(model)),
        Command::Repeat => Some(repeat(model)),
        Command::OutsideEditor => Some(outside(model)),
        command => in_field(model, command),
    }
}

/// Carries out a command of the field with the cursor, if it has one.
fn in_field(model: &mut Model, command: Command) -> Option<Effect> {
    let mut clipboard = std::mem::take(&mut model.clipboard);
    let mut known = false;
    let effect = following(model, |form| known = form.act(command, &mut clipboard));
    model.clipboard = clipboard;
    known.then_some(effect)
}

/// Asks once before what can't be taken back; what is wrong is said first, and the cursor goes there.
fn save(model: &mut Model) -> Effect {
    let read = following(model, Form::leave);
    if theirs::shown(model) {
        return read;
    }
    let Some(Layer::Form(form)) = model.layers.last() else { return read };
    let reading = Reading::of(model);
    let done = match forms::submit(form, &reading) {
        Ok(action) => match question::before(&action, form, &reading) {
            Some(text) => {
                question::ask(model, text, Step::Submit);
                Effect::None
            }
            None => Effect::Finish { action: Box::new(action), draft: form.keeping.id },
        },
        Err(wrong) => {
            say_wrong(model, &wrong);
            if let (Some(form), Some(first)) = (model.form_mut(), wrong.first()) {
                let at = form.entries.iter().position(|e| e.name == first.name && e.number == first.number);
                form.focus = at.unwrap_or(form.focus);
                form.tried = true;
            }
            Effect::None
        }
    };
    Effect::Many(vec![read, done])
}

/// Carries out what was asked about; asks again where it is no longer that.
pub fn submit(model: &mut Model, asked: &str) -> Effect {
    if theirs::shown(model) {
        return Effect::None;
    }
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    let reading = Reading::of(model);
    match forms::submit(form, &reading) {
        Ok(action) if question::before(&action, form, &reading).as_deref() == Some(asked) => {
            Effect::Finish { action: Box::new(action), draft: form.keeping.id }
        }
        _ => save(model),
    }
}

/// Closing throws nothing away: what is written stays as a draft.
fn close(model: &mut Model) -> Effect {
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    let kept = !form.is_untouched() || form.keeping.revision > 0;
    model.status = None;
    if kept { Effect::CloseForm } else { drop_form(model) }
}

/// Takes the form away. What was in it is on record, or kept, or nothing.
pub fn drop_form(model: &mut Model) -> Effect {
    let mut released = Effect::None;
    model.layers.retain(|layer| match layer {
        Layer::Form(form) => {
            if form.keeping.revision > 0 {
                released = Effect::Release(form.keeping.id);
            }
            false
        }
        _ => true,
    });
    released
}

fn template(model: &mut Model) -> Effect {
    let put = change(model, |form, reading| form.kind == FormKind::Talk && talk::template(form, reading));
    if put == Some(false) {
        model.refuse_with("form-no-template");
    }
    Effect::None
}

/// As the last talk went: of this child, or of whoever sits here.
fn repeat(model: &mut Model) -> Effect {
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    if form.kind != FormKind::Talk {
        return Effect::None;
    }
    Effect::Load(Query::LastTalk(form.case))
}

/// Fills the note as the last one was; says so where there is none.
pub fn repeat_last(model: &mut Model, last: Option<&trivsel_domain::record::Talk>, sealed: bool) {
    let Some(last) = last else {
        model.refuse_with(if sealed { "form-last-sealed" } else { "form-no-last" });
        return;
    };
    change(model, |form, reading| talk::repeat(form, last, reading));
}

/// The long text with the cursor, else the first.
#[must_use]
pub fn long_text(form: &Form) -> Option<usize> {
    let is_long = |e: &crate::form::Entry| e.shown && e.is_long();
    if form.focused().is_some_and(is_long) { Some(form.focus) } else { form.entries.iter().position(is_long) }
}

fn outside(model: &mut Model) -> Effect {
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    let long = long_text(form).and_then(|at| form.entries.get(at));
    long.map_or(Effect::None, |e| Effect::OpenEditor(e.text()))
}

/// Takes the text back from the other editor.
pub fn take_back(model: &mut Model, text: &str) -> Effect {
    following(model, |form| {
        let at = long_text(form);
        let Some(entry) = at.and_then(|n| form.entries.get_mut(n)) else { return };
        if let Input::Long(editor) = &mut entry.input {
            editor.set_text(text);
            entry.touched = true;
        }
        form.focus = at.unwrap_or(form.focus);
        form.changed();
    })
}
