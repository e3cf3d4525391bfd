//! What is wrong with the house itself: said below the pane when it is found, and kept in the upper rule.

use trivsel_store::{Beside, House, NewestBackup, StoreError};
use trivsel_words::{backup, beside as told, store_error};

use crate::model::{Model, Status, Tone};

/// Says what the seal beside the house says.
fn beside(model: &mut Model, beside: Beside) {
    if let Some(sentence) = told::sentence(&model.words, beside) {
        model.alarm = told::badge(&model.words, beside).or(model.alarm.take());
        say(model, sentence);
    }
}

/// Says what is wrong with the house that was just opened: what the seal beside it says, and that the disk is full.
pub fn opened(model: &mut Model, house: &House, seal: Beside) {
    beside(model, seal);
    let was_full = !model.writable;
    model.writable = house.is_writable();
    if house.has_no_room() {
        model.alarm = Some(model.words.get("badge-disk-full").to_owned());
        let sentence = model.words.get("disk-is-full").to_owned();
        say(model, sentence);
    } else if was_full && model.writable {
        model.alarm = None;
    }
}

/// Says that the check found the house damaged or forged.
pub fn amiss(model: &mut Model, error: &StoreError) {
    model.alarm = Some(model.words.get("badge-amiss").to_owned());
    say(model, store_error::store_error(&model.words, error));
}

/// Says where the newest backup is, after what the check found.
pub fn newest(model: &mut Model, newest: &NewestBackup) {
    let line = backup::newest(&model.words, newest);
    match &mut model.status {
        // What came before the check can wait.
        Some(status) if status.tone == Tone::Alarm => status.lines.insert(status.lines.len().min(1), line),
        _ => say(model, line),
    }
}

/// Says that a text that was set aside beside the house can't be read.
pub fn aside(model: &mut Model) {
    say(model, model.words.get("draft-aside-damaged").to_owned());
}

/// Says a sentence before what is said already.
fn say(model: &mut Model, sentence: String) {
    let before = model.status.take().map_or_else(Vec::new, |status| status.lines);
    model.status = Some(Status { lines: [vec![sentence], before].concat(), tone: Tone::Alarm });
}
