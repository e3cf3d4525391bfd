//! Opens what is due, with all that is known filled in.

use chrono::NaiveDate;
use trivsel_domain::record::DocumentKind;
use trivsel_domain::rules::consents;

use super::{of, opening};
use crate::effect::Effect;
use crate::form::FormField;
use crate::forms::case::{ConsentForm, DocumentForm, ExcuseForm, Owed, WentOutForm};
use crate::forms::field;
use crate::forms::talk::{self, TalkForm};
use crate::load::{Begin, ByHand};
use crate::model::Model;
use crate::sheet::View;
use trivsel_words::dates;

/// Opens a note with all that is known of it filled in, and the cursor where the rest begins.
pub fn note(model: &mut Model, begin: &Begin) -> Effect {
    opening(model, TalkForm { case: Some(begin.case) }, |form, lookup| talk::fill(form, begin, lookup))
}

/// Opens a document of the case whose sheet is open, with the cursor where one of its steps is done, which is today.
/// The sheet shows the document, since a written one is still to be signed; after a step it closes.
pub fn paper(model: &mut Model, kind: DocumentKind, step: usize) -> Effect {
    let row = model.sheet().map_or(0, |sheet| sheet.row_of_paper(model, kind));
    if let Some(sheet) = model.sheet_mut() {
        (sheet.view, sheet.cursor, sheet.is_brief) = (View::Papers, row, step > 0);
    }
    opening(model, DocumentForm(kind), |form, lookup| {
        let done = |e: &FormField| e.name == field::DONE_ON && e.number == step && e.shown;
        let Some(at) = form.fields.iter().position(done) else { return };
        let today = dates::relative(lookup.words.lang(), lookup.today(), lookup.today());
        if let Some(field) = form.fields.get_mut(at).filter(|e| e.is_empty()) {
            field.set(&today);
        }
        form.enter(at);
    })
}

/// Opens the answer by hand to something owed in the case whose sheet is open. The sheet closes with it.
pub fn answer(model: &mut Model, how: ByHand, owed: Owed) -> Effect {
    let Some(sheet) = model.sheet_mut() else { return Effect::None };
    sheet.is_brief = true;
    match how {
        ByHand::Excused => of(model, ExcuseForm(owed)),
        ByHand::Sent => of(model, WentOutForm(owed)),
    }
}

/// Opens a new consent in the place of the first that runs out on a day, in the case whose sheet is open. The sheet shows
/// the consents, since several may run out on one day.
pub fn renewal(model: &mut Model, last: NaiveDate) -> Effect {
    let Some(sheet) = model.sheet_mut() else { return Effect::None };
    sheet.view = View::Post;
    let all = consents::that_run_out(&sheet.dossier.consents);
    let first = all.iter().find(|(to, _, renewed)| *to == last && renewed.is_none()).map(|(_, c, _)| c.id);
    first.map_or(Effect::None, |id| of(model, ConsentForm::Renewing(id)))
}
