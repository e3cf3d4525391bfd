//! Opens the mark of a note on the wrong child, and the note that is written on the right one.

use trivsel_domain::record::Talk;
use trivsel_domain::value::{CaseId, TalkId};

use super::{new, opening, put_on};
use crate::effect::Effect;
use crate::forms::misplaced::MisplacedForm;
use crate::forms::talk::{self, TalkForm};
use crate::forms::{Lookup, field};
use crate::model::Model;

/// Opens a note that is written again on the right child, with everything that the misplaced one says.
pub fn write_again(model: &mut Model, note: &Talk) -> Effect {
    let mut form = new(model, TalkForm { case: note.case() }, |_, _| {});
    talk::write_again(&mut form, note, &Lookup::of(model));
    put_on(model, form)
}

/// Opens the mark of a note that is on the wrong child.
pub fn mark(model: &mut Model, (talk, case): (TalkId, Option<CaseId>), of: &str) -> Effect {
    opening(model, MisplacedForm { talk, case }, |form, _| form.suggest(field::OF, of))
}
