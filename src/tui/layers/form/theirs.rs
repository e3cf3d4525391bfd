//! Changes by colleagues to the record of the open form: taken over, or shown beside the user's own.

use trivsel_store::Trace;

use super::change;
use crate::forms::basis;
use crate::layers::reader::Reader;
use crate::layers::{Layer, lock};
use crate::model::Model;
use trivsel_words::dates;

/// Updates the form on top to its record. After a refusal, shows the changes by colleagues.
pub fn follow(model: &mut Model) {
    change(model, basis::follow);
    if model.form().is_some_and(|form| form.basis.refused) {
        shown(model);
    }
}

/// Shows conflicting changes by colleagues once; returns whether there were any.
pub(super) fn shown(model: &mut Model) -> bool {
    change(model, basis::follow);
    let Some(form) = model.form_mut().filter(|form| form.has_untold()) else { return false };
    let first = form.fields.iter().position(|e| e.theirs.is_some() && e.shown);
    form.enter(first.unwrap_or(form.focus));
    form.tell();
    let line = who_was_first(model);
    model.refuse(vec![line]);
    read_both(model);
    true
}

/// The author and the time of the record's latest version.
fn who_was_first(model: &Model) -> String {
    let now = model.form().and_then(|f| f.basis.now.as_deref());
    let now: Option<serde_json::Value> = now.and_then(|now| serde_json::from_str(now).ok());
    let wrote = |trace: &&Trace| {
        let change = serde_json::to_value(&trace.change).ok();
        change.as_ref().and_then(|c| c.get("edit")?.get("new")) == now.as_ref()
    };
    let trace = model.sheet().and_then(|s| s.traces.iter().find(wrote));
    let time = trace.map_or_else(|| "–".to_owned(), |t| dates::time(model.words.lang(), t.at.time()));
    let who = model.roster.initials(trace.map(|t| t.by));
    model.words.with("status-overtaken-record", &[("by", who.into()), ("time", time.into())])
}

/// Opens both versions of conflicting long texts in full.
fn read_both(model: &mut Model) {
    let (words, Some(form)) = (&model.words, model.form()) else { return };
    let mut lines = Vec::new();
    for field in form.fields.iter().filter(|e| e.is_long()) {
        let Some(theirs) = field.theirs.as_ref().filter(|t| **t != field.text()) else { continue };
        let label = field.label(words);
        lines.push(words.with("form-both-theirs", &[("field", label.as_str().into())]));
        lines.extend(theirs.lines().map(str::to_owned));
        lines.push(String::new());
        lines.push(words.with("form-both-ours", &[("field", label.into())]));
        lines.extend(field.text().lines().map(str::to_owned));
        lines.push(String::new());
    }
    if lines.is_empty() {
        return;
    }
    let title = words.get("form-both").to_owned();
    // The reader stays below a lock.
    let at = model.layers.len() - usize::from(lock::is_locked(model));
    model.layers.insert(at, Layer::Reader(Reader::new(title, lines)));
}
