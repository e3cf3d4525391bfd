//! Opens what is due, with all that is known filled in.

use trivsel_domain::record::DocumentKind;

use super::opening;
use crate::effect::Effect;
use crate::form::Entry;
use crate::forms::case::DocumentForm;
use crate::forms::field;
use crate::forms::talk::{self, TalkForm};
use crate::load::Begin;
use crate::model::Model;

/// Opens a note with all that is known of it filled in, and the cursor where the rest begins.
pub fn note(model: &mut Model, begin: &Begin) -> Effect {
    opening(model, TalkForm { case: Some(begin.case) }, |form, reading| talk::fill(form, begin, reading))
}

/// Opens a document of the case whose sheet is open, with the cursor where one of its steps is done.
pub fn paper(model: &mut Model, kind: DocumentKind, step: usize) -> Effect {
    opening(model, DocumentForm(kind), |form, _| {
        let done = |e: &Entry| e.name == field::DONE_ON && e.number == step && e.shown;
        if let Some(at) = form.entries.iter().position(done) {
            form.enter(at);
        }
    })
}
