//! Marks a signed note that is on the wrong child, and copies it to the right one.

use trivsel_domain::record::{Change, Matter, Misplacement, Talk, TalkKind};
use trivsel_store::{Noted, OpenedTalk, Receipt};

use super::{Row, detail};
use crate::effect::Effect;
use crate::load::{Opening, Query};
use crate::model::Model;
use trivsel_domain::decide::Nature;
use trivsel_words::dates;

/// Opens the form of the mark on the selected note.
pub(super) fn mark(model: &mut Model) -> Effect {
    let Some(Row::Talk(talk)) = model.talks.selected() else {
        model.refuse_with("talks-choose-talk");
        return Effect::None;
    };
    if talk.kind() == TalkKind::Consultation {
        model.refuse_with("refusal-note-of-no-child");
        return Effect::None;
    }
    Effect::Load(Query::Directory(Opening::Misplaced(
        (talk.key().id, talk.case()),
        detail::named(model, talk),
    )))
}

/// After the author has marked a note: opens it, so that it can be written on the right child.
pub fn go_on(model: &mut Model, receipt: &Receipt) -> Option<Effect> {
    let [Change::Misplacement(edit)] = receipt.changes.as_slice() else { return None };
    let mark = edit.new_state().filter(|mark| receipt.nature == Nature::Do && mark.right.is_some())?;
    let mine = |noted: &&Noted| noted.key().id == mark.talk && noted.author() == model.me.id;
    model.talks.talks.iter().find(mine)?;
    Some(copy(model, mark))
}

/// Opens a marked note to copy it to the right child.
pub(super) fn copy(model: &mut Model, mark: &Misplacement) -> Effect {
    model.talks.copying = Some(mark.talk);
    Effect::OpenTalk(mark.talk)
}

/// Shows a talk that was opened, or copies it to the child that it belongs to.
pub fn opened(model: &mut Model, opened: &OpenedTalk) -> Effect {
    copied(model, opened).unwrap_or_else(|| {
        detail::show(model, opened);
        Effect::None
    })
}

/// The copy that was asked for, on the right child; nothing if the note was opened to be read.
fn copied(model: &mut Model, opened: &OpenedTalk) -> Option<Effect> {
    let asked = model.talks.copying.take();
    let right = opened.misplaced.as_ref().filter(|mark| asked == Some(mark.talk))?.right?;
    let matter = Matter::of_case(right, opened.talk.kind()).ok()?;
    let talk = Talk { matter, ..opened.talk.clone() };
    Some(Effect::Load(Query::Directory(Opening::Moved(Box::new(talk)))))
}

/// What everybody is told of a note on the wrong child: that it is, where it belongs, and who marked it.
pub(in crate::panes) fn told(model: &Model, mark: &Misplacement) -> Vec<String> {
    let words = &model.words;
    let name = mark.right.and_then(|case| model.talks.name_of(case).or_else(|| model.name_of(case)));
    let right = match (mark.right, name) {
        (Some(_), name) => {
            let name = name.map_or_else(|| "–".to_owned(), ToString::to_string);
            words.with("talks-misplaced", &[("name", name.into())])
        }
        (None, _) => words.get("talks-misplaced-nobody").to_owned(),
    };
    let by = model.roster.initials(Some(mark.by)).to_owned();
    let day = dates::day_month_year(words.lang(), mark.at.date());
    let marked = words.with("talks-misplaced-by", &[("by", by.into()), ("day", day.into())]);
    let note = mark.note.as_ref().map(|note| format!(": {}", note.as_str()));
    vec![right, format!("{marked}{}", note.unwrap_or_default())]
}
