//! What opens once the list of children has been read.

use trivsel_store::{Draft, Held};

use crate::effect::Effect;
use crate::forms::case::ReferForm;
use crate::forms::same_child::SameChildForm;
use crate::layers;
use crate::load::Opening;
use crate::model::Model;
use crate::panes::{calendar, talks};

/// Opens what the list of children was read for.
pub(super) fn open(model: &mut Model, opening: Opening) -> Effect {
    match opening {
        Opening::Nothing => Effect::None,
        Opening::Talk(case, kind) => layers::form::talk(model, case, kind),
        Opening::Booking => calendar::book::open(model),
        Opening::Whose => calendar::whose::ask(model),
        Opening::Begin(begin) => layers::form::due::note(model, &begin),
        Opening::Paper(kind, step) => layers::form::due::paper(model, kind, step),
        Opening::Answer(how, owed) => layers::form::due::answer(model, how, owed),
        Opening::Renewal(last) => layers::form::due::renewal(model, last),
        Opening::SameChild(case, other) => layers::form::of(model, SameChildForm { case, other }),
        Opening::NewCase => layers::form::of(model, ReferForm),
        Opening::Draft(draft, held) => self::draft(model, &draft, held),
        Opening::Like(talk) => layers::form::talk_like(model, &talk),
        Opening::Moved(talk) => layers::form::misplaced::write_again(model, &talk),
        Opening::Misplaced(note, of) => layers::form::misplaced::mark(model, note, &of),
    }
}

/// Opens a draft where it was left, and says who else has it open.
pub(super) fn draft(model: &mut Model, draft: &Draft, held: Option<Held>) -> Effect {
    let effect = layers::form::draft(model, draft);
    if let Some(held) = held {
        talks::say_who_writes(model, held);
    }
    effect
}
