//! Keeping what is typed: the form that is open, as a draft on the disk.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use trivsel_domain::{DraftId, Participant, StaffId};
use trivsel_store::{Asker, Draft, House, Saved, StoreError};

use super::effect::Effect;
use super::form::Form;
use super::form::draft::key;
use super::forms::{FormKind, Reading};
use super::layers::form::long_text;
use super::layers::reader::Reader;
use super::layers::{Layer, lock};
use super::message::Message;
use super::model::Model;
use super::outside::Errand;
use super::update::update;
use trivsel_words::dates;
use trivsel_words::store_error::store_error;

/// The names that a form's long text may have.
const LONG: [&str; 3] = ["text", "addition", "list"];

/// The draft of what is open and not kept yet.
#[must_use]
pub fn unkept(model: &Model, now: NaiveDateTime) -> Option<Draft> {
    held(model, now).filter(|(_, unkept)| *unkept).map(|(draft, _)| draft)
}

/// The draft of what is open, if it is one or has become one, and whether something in it is not kept yet.
#[must_use]
pub fn held(model: &Model, now: NaiveDateTime) -> Option<(Draft, bool)> {
    let form = model.form().filter(|f| f.is_unkept() || f.keeping.revision > 0)?;
    Some((draft_of(model, form, now), form.is_unkept()))
}

fn draft_of(model: &Model, form: &Form, now: NaiveDateTime) -> Draft {
    form.to_draft(writers(form, &Reading::of(model)), now)
}

/// What another program needs to edit a text of the form on top; nothing where something else is.
#[must_use]
pub fn errand(model: &Model, text: String, now: NaiveDateTime) -> Option<Errand> {
    let Some(Layer::Form(form)) = model.layers.last() else { return None };
    let field = key(form.entries.get(long_text(form)?)?);
    Some(Errand { text, draft: draft_of(model, form, now), field, by: model.me.id })
}

/// Lets the form on top take what was typed last, as long as it is only text: for a signal that ends the program.
pub fn type_into_form(model: &mut Model, messages: Vec<Message>) {
    for message in messages {
        if !matches!(model.layers.last(), Some(Layer::Form(_))) {
            return;
        }
        if !matches!(update(model, message), Effect::None) {
            return;
        }
    }
}

/// Who else writes in it: staff who took part, and may read it.
fn writers(form: &Form, reading: &Reading<'_>) -> Vec<StaffId> {
    let with = super::forms::talk::took_part(form, reading);
    let staff = with.iter().filter_map(|p| match p {
        Participant::Staff(who) => Some(*who),
        _ => None,
    });
    let mut writers: Vec<StaffId> = staff.filter(|who| *who != form.keeping.author).collect();
    if form.keeping.author != reading.me.id && !writers.contains(&reading.me.id) {
        writers.push(reading.me.id);
    }
    writers.dedup();
    writers
}

/// Keeps the form that is open. Where somebody else has saved the same draft meanwhile, both stay: theirs as it is,
/// ours as a draft of its own, and both are shown.
///
/// # Errors
/// When it can't be written. The text stays in the form, the form says so, and the same is tried again.
pub fn keep(house: &mut House, model: &mut Model, asker: Asker, screen: u128) -> Result<(), StoreError> {
    let Some(draft) = unkept(model, asker.at) else { return Ok(()) };
    let revision = model.form().map_or(0, |f| f.revision);
    let saved = house.save_draft(asker, screen, &draft);
    let (kept, theirs) = match saved {
        Ok(Saved::Kept { revision }) => (Ok((draft.id, revision)), None),
        Ok(Saved::Overtaken(theirs)) => (beside(house, model, asker, screen, &draft), Some(Some(theirs))),
        Ok(Saved::Gone) => (beside(house, model, asker, screen, &draft), Some(None)),
        Err(error) => (Err(error), None),
    };
    let trouble = kept.as_ref().err().map(|error| store_error(&model.words, error));
    let mut before = None;
    if let Some(form) = model.form_mut() {
        before = std::mem::replace(&mut form.keeping.trouble, trouble.clone());
        if let Ok((id, number)) = kept {
            (form.keeping.id, form.keeping.revision) = (id, number);
            (form.keeping.at, form.keeping.kept) = (Some(asker.at), revision);
        }
    }
    match &trouble {
        // Once, not with every try: the form goes on saying that it is not kept.
        Some(_) if before.is_none() => say_trouble(model),
        None if before.is_some() => model.status = None,
        _ => {}
    }
    match theirs {
        // Shown when both are kept, and not once a try.
        _ if kept.is_err() => {}
        Some(Some(theirs)) => show_both(model, &draft, &theirs),
        Some(None) => model.refuse_with("draft-gone"),
        None => {}
    }
    kept.map(drop)
}

/// Says why the form that is open is not kept, if it is not.
pub fn say_trouble(model: &mut Model) {
    if let Some(trouble) = model.form().and_then(|f| f.keeping.trouble.clone()) {
        let line = model.words.with("draft-trouble", &[("why", trouble.into())]);
        model.refuse(vec![line]);
    }
}

/// Keeps a draft without a screen to show anything on: where another has overtaken it, as one of its own. Answers as
/// which.
///
/// # Errors
/// When it can't be written.
pub fn put(house: &mut House, asker: Asker, screen: u128, draft: &Draft) -> Result<DraftId, StoreError> {
    match house.save_draft(asker, screen, draft)? {
        Saved::Kept { .. } => Ok(draft.id),
        Saved::Overtaken(_) | Saved::Gone => {
            let id = DraftId::from_u128(trivsel_store::mint());
            let own = Draft { id, author: asker.staff, revision: 0, ..draft.clone() };
            house.save_draft(asker, screen, &own).map(|_| id)
        }
    }
}

/// Keeps a text that another program had when this one was killed: as a draft of its own, where it is not kept already.
///
/// # Errors
/// When it can't be written.
pub fn bring_back(
    house: &mut House,
    asker: Asker,
    screen: u128,
    of: DraftId,
    text: String,
) -> Result<(), StoreError> {
    let id = DraftId::from_u128(trivsel_store::mint());
    let before = house.draft(of, asker.staff)?.unwrap_or_else(|| Draft {
        id,
        author: asker.staff,
        form: FormKind::Talk.code().to_owned(),
        case: None,
        fields: BTreeMap::new(),
        writers: Vec::new(),
        revision: 0,
        saved_at: asker.at,
        held: None,
    });
    let field = LONG.into_iter().find(|f| before.fields.contains_key(*f)).unwrap_or(LONG[0]);
    if before.fields.get(field).is_some_and(|kept| kept.trim_end() == text.trim_end()) {
        return Ok(());
    }
    let mut own = Draft { id, author: asker.staff, revision: 0, ..before };
    own.fields.insert(field.to_owned(), text);
    put(house, asker, screen, &own)?;
    house.release_draft(screen, id)
}

/// Keeps ours as a draft of its own.
fn beside(
    house: &mut House,
    model: &mut Model,
    asker: Asker,
    screen: u128,
    draft: &Draft,
) -> Result<(DraftId, u32), StoreError> {
    let own =
        Draft { id: DraftId::from_u128(model.mint()), author: asker.staff, revision: 0, ..draft.clone() };
    match house.save_draft(asker, screen, &own)? {
        Saved::Kept { revision } => Ok((own.id, revision)),
        // A new identity is nobody's: this can't be.
        Saved::Overtaken(_) | Saved::Gone => Ok((own.id, 0)),
    }
}

/// Both texts, one after the other. Neither is lost.
fn show_both(model: &mut Model, ours: &Draft, theirs: &Draft) {
    let lang = model.words.lang();
    let text = |draft: &Draft| {
        let all = draft.fields.iter().filter(|(name, _)| LONG.contains(&name.as_str()));
        all.flat_map(|(_, text)| text.lines()).map(str::to_owned).collect::<Vec<_>>()
    };
    let by = theirs.held.map_or(theirs.author, |h| h.by);
    let who = model.roster.name(by).to_owned();
    let time = dates::time(lang, theirs.saved_at.time());
    let mut lines = vec![model.words.get("draft-both-ours").to_owned()];
    lines.extend(text(ours));
    lines.push(String::new());
    lines.push(model.words.with("draft-both-theirs", &[("who", who.into()), ("time", time.into())]));
    lines.extend(text(theirs));
    let title = model.words.get("draft-both").to_owned();
    // Never over a lock.
    let at = model.layers.len() - usize::from(lock::is_locked(model));
    model.layers.insert(at, Layer::Reader(Reader { title, lines, scroll: 0 }));
}
