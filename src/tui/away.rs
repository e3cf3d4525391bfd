//! Away behind the locked screen: what was read is dropped and the house is closed; coming back opens it anew.

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::value::{CaseId, DraftId};

use super::effect::Effect;
use super::layers::Layer;
use super::layers::prompt::Prompt;
use super::load::{Opening, Query};
use super::model::{Model, Pane};
use super::sheet::View;

/// Where the user was. It holds no record; of a text being typed only the field of one line, which is saved nowhere else.
#[derive(Debug)]
pub struct Place {
    /// The time of the last message before the lock.
    left_at: NaiveDateTime,
    pane: Pane,
    on_today: bool,
    /// The day of the register.
    day: NaiveDate,
    sheet: Option<(CaseId, View)>,
    /// The draft of the open form.
    draft: Option<DraftId>,
    prompt: Option<Prompt>,
}

/// Drops all that was read and typed, except the locked screen. The open form must be saved before.
pub fn leave(model: &mut Model) -> Place {
    let lock = model.layers.pop();
    let mut place = Place {
        left_at: model.now,
        pane: model.pane,
        on_today: model.agenda.shown,
        day: model.attendance.date,
        sheet: model.sheet().filter(|s| !s.is_brief).map(|s| (s.dossier.case.id, s.view)),
        draft: model.form().filter(|f| f.keeping.revision > 0).map(|f| f.keeping.id),
        prompt: None,
    };
    if let Some(Layer::Prompt(prompt)) = model.layers.pop() {
        place.prompt = Some(prompt);
    }
    *model = model.emptied();
    model.layers.extend(lock);
    place
}

impl Place {
    /// Goes back to the pane and the time of the lock, before it is read again.
    pub fn go(&self, model: &mut Model) {
        model.now = self.left_at;
        (model.pane, model.agenda.shown, model.attendance.date) = (self.pane, self.on_today, self.day);
    }

    /// Opens again what was open over the pane, from below.
    pub fn reopening(&self) -> Effect {
        let sheet = self.sheet.map(|(case, _)| Effect::OpenCase(case));
        // A form takes the names of the children from the directory.
        let draft = self.draft.map(|id| {
            Effect::Many(vec![Effect::Load(Query::Directory(Opening::Nothing)), Effect::OpenDraft(id)])
        });
        Effect::Many(sheet.into_iter().chain(draft).collect())
    }

    /// Goes back to the view of the sheet and to the field of one line.
    pub fn settle(self, model: &mut Model) {
        if let (Some((case, view)), Some(sheet)) = (self.sheet, model.sheet_mut())
            && sheet.dossier.case.id == case
        {
            sheet.view = view;
        }
        model.layers.extend(self.prompt.map(Layer::Prompt));
    }
}
