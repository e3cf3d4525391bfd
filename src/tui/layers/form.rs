//! A form over the pane: its keys, and what becomes of it.

use crossterm::event::KeyEvent;
use trivsel_domain::{CaseId, DraftId, TalkId, TalkKind};
use trivsel_store::Draft;

use super::Layer;
use crate::tui::effect::Effect;
use crate::tui::form::{Form, Input, Keeping};
use crate::tui::forms::case::CaseForm;
use crate::tui::forms::lists::ListKind;
use crate::tui::forms::{self, FormKind, Reading, addendum, case, lists, talk};
use crate::tui::keys::Command;
use crate::tui::load::Query;
use crate::tui::model::Model;

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

/// Opens an addition to a signed talk.
pub fn addendum(model: &mut Model, to: TalkId, case: Option<CaseId>) -> Effect {
    opening(model, move |id, reading| addendum::open(id, to, case, reading))
}

/// Opens one of the house's lists.
pub fn list(model: &mut Model, list: ListKind) -> Effect {
    opening(model, move |id, reading| lists::open(id, list, reading))
}

/// Opens a form of the case whose sheet is open.
pub fn of_case(model: &mut Model, form: &CaseForm) -> Effect {
    opening(model, |id, reading| case::open(id, form, reading))
}

fn opening(model: &mut Model, make: impl FnOnce(DraftId, &Reading<'_>) -> Form) -> Effect {
    let id = DraftId::from_u128(model.mint());
    let mut form = make(id, &Reading::of(model));
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

/// Opens a draft where it was left, and says so where somebody else has it open.
pub fn draft(model: &mut Model, draft: &Draft) -> Effect {
    let Some(kind) = FormKind::of_draft(&draft.form, draft.fields.get("target").map(String::as_str)) else {
        model.refuse_with("draft-unknown");
        return Effect::None;
    };
    let reading = Reading::of(model);
    let mut form = match &kind {
        FormKind::Talk => talk::open(draft.id, draft.case, &reading),
        FormKind::Addendum(to) => addendum::open(draft.id, *to, draft.case, &reading),
        FormKind::List(list) => lists::open(draft.id, *list, &reading),
        FormKind::Case(form) => case::open(draft.id, form, &reading),
    };
    form.fill(&draft.fields);
    let _ = forms::react(&mut form, &reading);
    // Some fields show, and choose, only now.
    form.fill(&draft.fields);
    form.case = draft.case;
    form.keeping = Keeping::of(draft);
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
    fit(model);
}

/// Tells the long text how much room it has.
pub fn fit(model: &mut Model) {
    let (width, height) = model.room();
    if let Some(form) = model.form_mut() {
        let Some((columns, rows)) = crate::tui::form::draw::room_for_text(form, width, height) else {
            return;
        };
        for entry in &mut form.entries {
            if let Input::Long(editor) = &mut entry.input {
                editor.set_size(columns, rows);
            }
        }
    }
}

/// Lets the form on top take a key as text, and follows what it changed.
pub fn type_key(model: &mut Model, key: KeyEvent) -> Effect {
    following(model, |form| {
        form.asking = false;
        form.type_key(key);
    })
}

/// Lets it take pasted text.
pub fn paste(model: &mut Model, text: &str) -> Effect {
    let mut refused = false;
    let effect = following(model, |form| refused = form.paste(text).is_err());
    if refused {
        model.refuse_with("form-paste-too-long");
    }
    effect
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
fn change<T>(model: &mut Model, change: impl FnOnce(&mut Form, &Reading<'_>) -> T) -> Option<T> {
    let changed = Lifted::off(model)?.change(change);
    fit(model);
    changed
}

/// Changes the form and lets it follow the change.
fn following(model: &mut Model, to: impl FnOnce(&mut Form)) -> Effect {
    let effect = change(model, |form, reading| {
        to(form);
        forms::react(form, reading)
    });
    effect.unwrap_or(Effect::None)
}

/// Carries out a command in the form.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Form(form)) = model.layers.last_mut() else { return None };
    if form.asking {
        return match command {
            Command::Accept => Some(submit(model)),
            Command::Back => {
                form.asking = false;
                Some(Effect::None)
            }
            _ => None,
        };
    }
    match command {
        Command::Accept | Command::NextField => Some(following(model, |form| form.step(true))),
        Command::FieldBefore => Some(following(model, |form| form.step(false))),
        Command::Save => Some(save(model)),
        Command::Back => Some(close(model)),
        Command::Template => Some(template(model)),
        Command::Repeat => Some(repeat(model)),
        Command::OutsideEditor => Some(outside(model)),
        _ => None,
    }
}

/// Asks once before what can't be taken back; what is wrong is said first, and the cursor goes there.
fn save(model: &mut Model) -> Effect {
    let _ = following(model, Form::leave);
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    match forms::submit(form, &Reading::of(model)) {
        Ok(_) => match form.kind.question() {
            Some(question) => {
                let question = model.words.get(question).to_owned();
                model.say(question);
                if let Some(form) = model.form_mut() {
                    form.asking = true;
                }
                Effect::None
            }
            None => submit(model),
        },
        Err(wrong) => {
            let count = wrong.len();
            let Some(first) = wrong.into_iter().next() else { return Effect::None };
            let field = model.words.code("field", first.name).to_owned();
            let line = model.words.with(
                "form-save-off",
                &[("count", count.into()), ("field", field.into()), ("what", first.text.into())],
            );
            model.refuse(vec![line]);
            if let Some(form) = model.form_mut() {
                let at = form.entries.iter().position(|e| e.name == first.name && e.number == first.number);
                form.focus = at.unwrap_or(form.focus);
            }
            fit(model);
            Effect::None
        }
    }
}

fn submit(model: &mut Model) -> Effect {
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    match forms::submit(form, &Reading::of(model)) {
        Ok(action) => Effect::Finish { action: Box::new(action), draft: form.keeping.id },
        Err(_) => Effect::None,
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
pub fn repeat_last(model: &mut Model, last: Option<&trivsel_domain::Talk>) {
    let Some(last) = last else {
        model.refuse_with("form-no-last");
        return;
    };
    change(model, |form, reading| talk::repeat(form, last, reading));
}

fn outside(model: &mut Model) -> Effect {
    let Some(Layer::Form(form)) = model.layers.last() else { return Effect::None };
    let long = form.entries.iter().find(|e| e.shown && e.is_long());
    long.map_or(Effect::None, |e| Effect::EditOutside(e.text()))
}

/// Takes the text back from the other editor.
pub fn take_back(model: &mut Model, text: &str) -> Effect {
    let mut refused = false;
    let effect = following(model, |form| {
        let at = form.entries.iter().position(|e| e.shown && e.is_long());
        let Some(entry) = at.and_then(|n| form.entries.get_mut(n)) else { return };
        if let Input::Long(editor) = &mut entry.input {
            refused = editor.set_text(text).is_err();
            entry.touched = true;
        }
        form.focus = at.unwrap_or(form.focus);
        form.changed();
    });
    if refused {
        model.refuse_with("form-paste-too-long");
    }
    effect
}
