//! Saving the open form as a draft.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use trivsel_domain::record::Participant;
use trivsel_domain::value::{DraftId, StaffId};
use trivsel_store::{Asker, Draft, House, Saved, StoreError};

use crate::form::Form;
use crate::form::draft::{TYPED_ON, key, typed_on};
use crate::forms::{Lookup, field, reopen, talk};
use crate::layers::form::outside::long_text;
use crate::layers::reader::Reader;
use crate::layers::{Layer, lock};
use crate::model::Model;
use crate::run::external_editor::EditorJob;
use trivsel_words::dates;
use trivsel_words::store_error::store_error;

/// The draft of the open form, if it is one or has become one, and whether anything in it is unsaved.
#[must_use]
pub fn draft(model: &Model, now: NaiveDateTime) -> Option<(Draft, bool)> {
    let form = model.form().filter(|f| f.is_unkept() || f.keeping.revision > 0)?;
    Some((draft_of(model, form, now), form.is_unkept()))
}

fn draft_of(model: &Model, form: &Form, now: NaiveDateTime) -> Draft {
    form.to_draft(writers(form, &Lookup::of(model)), model.today(), now)
}

/// A text of the form on top, to be edited in another program; nothing where something else is on top.
#[must_use]
pub fn editor_job(model: &Model, text: String, now: NaiveDateTime) -> Option<EditorJob> {
    let Some(Layer::Form(form)) = model.layers.last() else { return None };
    let field = key(form.fields.get(long_text(form)?)?);
    Some(EditorJob { text, draft: draft_of(model, form, now), field, by: model.me.id })
}

/// The other writers: staff who took part and may read it.
fn writers(form: &Form, lookup: &Lookup<'_>) -> Vec<StaffId> {
    let with = talk::took_part(form, lookup);
    let staff = with.iter().filter_map(|p| match p {
        Participant::Staff(who) => Some(*who),
        _ => None,
    });
    let mut writers: Vec<StaffId> = staff.filter(|who| *who != form.keeping.author).collect();
    if form.keeping.author != lookup.me.id && !writers.contains(&lookup.me.id) {
        writers.push(lookup.me.id);
    }
    writers.dedup();
    writers
}

/// Saves the open form. Where somebody else has saved the same draft meanwhile, both stay: theirs as it is, ours as a
/// draft of its own, and both are shown.
///
/// # Errors
/// When it can't be written. The text stays in the form, the form says so, and the save is tried again.
pub fn save(house: &mut House, model: &mut Model, asker: Asker, screen: u128) -> Result<(), StoreError> {
    let Some((draft, true)) = draft(model, asker.at) else { return Ok(()) };
    let revision = model.form().map_or(0, |f| f.revision);
    let (kept, theirs) = match house.save_draft(asker, screen, &draft) {
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
        // Once, not with every try; the form itself goes on saying that it is not saved.
        Some(_) if before.is_none() => say_trouble(model),
        None if before.is_some() => model.status = None,
        _ => {}
    }
    match theirs {
        // Shown when both are saved, not with every try.
        _ if kept.is_err() => {}
        Some(Some(theirs)) => show_both(model, &draft, &theirs),
        Some(None) => model.refuse_with("draft-gone"),
        None => {}
    }
    kept.map(drop)
}

/// Says why the open form is not saved, if it is not.
pub fn say_trouble(model: &mut Model) {
    if let Some(trouble) = model.form().and_then(|f| f.keeping.trouble.clone()) {
        let line = model.words.with("draft-trouble", &[("why", trouble.into())]);
        model.refuse(vec![line]);
    }
}

/// Saves a draft where no screen can show anything: as a draft of its own if somebody else has saved it meanwhile. Answers
/// the draft it is saved as.
///
/// # Errors
/// When it can't be written.
pub fn save_alone(
    house: &mut House,
    asker: Asker,
    screen: u128,
    draft: &Draft,
) -> Result<DraftId, StoreError> {
    match house.save_draft(asker, screen, draft)? {
        Saved::Kept { .. } => Ok(draft.id),
        Saved::Overtaken(_) | Saved::Gone => {
            let id = DraftId::from_u128(trivsel_store::mint());
            let own = Draft { id, author: asker.staff, revision: 0, ..draft.clone() };
            house.save_draft(asker, screen, &own).map(|_| id)
        }
    }
}

/// Saves a text that was in an editor when this program was killed: as a draft of its own, unless it is saved already.
///
/// # Errors
/// When it can't be written.
pub fn recovered(
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
        form: reopen::TALK.to_owned(),
        case: None,
        fields: BTreeMap::new(),
        base: None,
        writers: Vec::new(),
        revision: 0,
        saved_at: asker.at,
        held: None,
    });
    let field = field::LONG.into_iter().find(|f| before.fields.contains_key(*f)).unwrap_or(field::LONG[0]);
    if before.fields.get(field).is_some_and(|kept| kept.trim_end() == text.trim_end()) {
        return Ok(());
    }
    let day = typed_on(&before);
    let mut own = Draft { id, author: asker.staff, revision: 0, ..before };
    own.fields.insert(field.to_owned(), text);
    own.fields.insert(TYPED_ON.to_owned(), day.to_string());
    save_alone(house, asker, screen, &own)?;
    house.release_draft(screen, id)
}

/// Saves the texts that this writer's programs set aside as they ended, and removes their files. What can't be saved now
/// stays for the next start. Answers whether one can't be read.
pub fn take_up(house: &mut House, asker: Asker, screen: u128) -> bool {
    let mut damaged = false;
    for aside in house.asides(asker.staff).unwrap_or_default() {
        match house.read_aside(&aside) {
            Ok(draft) if taken_up(house, asker, screen, &draft).is_ok() => drop(aside.remove()),
            Ok(_) => {}
            Err(error) => damaged |= matches!(error, StoreError::Corrupt { .. }),
        }
    }
    damaged
}

/// Saves a text that was set aside, unless it was saved in the house all the same.
fn taken_up(house: &mut House, asker: Asker, screen: u128, draft: &Draft) -> Result<(), StoreError> {
    if house.draft(draft.id, asker.staff)?.is_some_and(|kept| kept.fields == draft.fields) {
        return Ok(());
    }
    let id = save_alone(house, asker, screen, draft)?;
    house.release_draft(screen, id)
}

/// Saves ours as a draft of its own.
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
        // A new id is nobody else's.
        Saved::Overtaken(_) | Saved::Gone => Ok((own.id, 0)),
    }
}

/// Shows both texts, one after the other.
fn show_both(model: &mut Model, ours: &Draft, theirs: &Draft) {
    let lang = model.words.lang();
    let text = |draft: &Draft| {
        let all = draft.fields.iter().filter(|(name, _)| field::LONG.contains(&name.as_str()));
        all.flat_map(|(_, text)| text.lines()).map(str::to_owned).collect::<Vec<_>>()
    };
    let by = theirs.held.map_or(theirs.author, |h| h.by);
    let who = model.roster.name(by).to_owned();
    let time = dates::time(lang, theirs.saved_at.time());
    let goes_on = model.words.get("draft-both-goes-on").to_owned();
    let mut lines = vec![goes_on, String::new(), model.words.get("draft-both-ours").to_owned()];
    lines.extend(text(ours));
    lines.push(String::new());
    lines.push(model.words.with("draft-both-theirs", &[("who", who.into()), ("time", time.into())]));
    lines.extend(text(theirs));
    let title = model.words.get("draft-both").to_owned();
    // Below the locked screen.
    let at = model.layers.len() - usize::from(lock::is_locked(model));
    model.layers.insert(at, Layer::Reader(Reader { over_text: true, ..Reader::new(title, lines) }));
}
