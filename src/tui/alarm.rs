//! What is wrong with the house itself: said below the pane when it is found, and kept in the upper rule.

use trivsel_store::{Beside, StoreError};
use trivsel_words::{beside as told, store_error};

use crate::model::{Model, Status, Tone};

/// Says what the seal beside the house says.
pub fn beside(model: &mut Model, beside: Beside) {
    if let Some(sentence) = told::sentence(&model.words, beside) {
        model.alarm = told::badge(&model.words, beside);
        say(model, sentence);
    }
}

/// Says that the check found the house damaged or forged.
pub fn amiss(model: &mut Model, error: &StoreError) {
    model.alarm = Some(model.words.get("badge-amiss").to_owned());
    say(model, store_error::store_error(&model.words, error));
}

/// Says that a text that was set aside beside the house can't be read.
pub fn aside(model: &mut Model) {
    say(model, model.words.get("draft-aside-damaged").to_owned());
}

fn say(model: &mut Model, sentence: String) {
    model.status = Some(Status { lines: vec![sentence], tone: Tone::Alarm });
}
