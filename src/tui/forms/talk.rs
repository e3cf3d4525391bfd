//! The note of a talk: Child, Kind, Date, Text first, the rest after.

mod fields;
pub(super) mod people;
mod read;
mod scores;

use trivsel_domain::record::{Measure, Participant, Talk, TalkKind};
use trivsel_domain::value::{CaseId, Coded};

pub use self::fields::{AGREEMENTS, CONSULTATION, open};
pub(super) use self::people::{doer, doer_named};
pub use self::read::{example, meaning, read};
use super::Reading;
use crate::effect::Effect;
use crate::form::{Form, Input};
use crate::keys::Command;
use crate::load::Query;

/// What is read about a case while a note of it is written.
#[derive(Clone, Debug)]
pub struct Background {
    /// Whose.
    pub case: CaseId,
    /// Its measures, oldest first.
    pub measures: Vec<Measure>,
}

/// The kind that is chosen.
#[must_use]
pub fn kind(form: &Form) -> Option<TalkKind> {
    if form.choice("child") == Some(CONSULTATION) {
        return Some(TalkKind::Consultation);
    }
    form.choice("kind").and_then(|code| TalkKind::from_code(code).ok())
}

/// Chooses a kind, as if it had been picked; the cursor goes on behind it.
pub fn choose(form: &mut Form, kind: TalkKind, reading: &Reading<'_>) {
    if let Some(entry) = form.entry_mut("kind") {
        entry.set(kind.code());
        entry.touched = true;
    }
    fields::suggest_usual(form, reading);
    form.go_to("date");
}

/// What the form is called: with whose talk it is, since that field may be out of sight.
#[must_use]
pub fn title(form: &Form, reading: &Reading<'_>) -> String {
    let name = reading.words.get("form-talk").to_owned();
    let place = Some(form.text("place")).filter(|place| !place.is_empty());
    let child = form.case.and_then(|c| reading.known(c)).map(|k| k.child.name.as_str().to_owned());
    [Some(name), child.or(place)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Follows a change.
pub(super) fn react(form: &mut Form, reading: &Reading<'_>) -> Effect {
    let before = form.case;
    form.case = form.choice("child").and_then(|code| code.parse().ok());
    let consultation = form.choice("child") == Some(CONSULTATION);
    for (name, shown) in [
        ("place", consultation),
        ("topic", consultation),
        ("kind", !consultation),
        ("scores", !consultation),
        ("alliance", !consultation),
    ] {
        form.show(name, shown);
    }
    if form.case != before {
        fields::offer_kinds(form, reading);
        fields::offer_people(form, reading);
    }
    form.show_rows("what", &["who", "when"]);
    fields::suggest_usual(form, reading);
    match form.case {
        Some(case) if form.case != before => Effect::Load(Query::Background(case)),
        _ => Effect::None,
    }
}

/// Who took part, as far as it can be read; nobody in another form.
#[must_use]
pub fn took_part(form: &Form, reading: &Reading<'_>) -> Vec<Participant> {
    people::participants(reading, &form.text("with")).unwrap_or_default()
}

/// Fills what nobody has touched with how the last talk went.
pub fn repeat(form: &mut Form, last: &Talk, reading: &Reading<'_>) {
    if let Some(entry) = form.entry_mut("kind").filter(|e| !e.touched) {
        entry.set(last.kind().code());
    }
    let with = people::names(reading, &with_me_instead(last, reading));
    let minutes = last.minutes.map(|m| m.get().to_string()).unwrap_or_default();
    let tags = |tags: &[trivsel_domain::value::Tag]| {
        tags.iter().map(trivsel_domain::value::Tag::as_str).collect::<Vec<_>>().join(", ")
    };
    for (name, text) in [
        ("with", with),
        ("minutes", minutes),
        ("themes", tags(&last.themes)),
        ("methods", tags(&last.methods)),
    ] {
        if let Some(entry) = form.entry_mut(name).filter(|e| !e.touched && !text.is_empty()) {
            entry.set(&text);
            entry.touched = true;
        }
    }
    form.changed();
}

/// Who took part, whoever wrote then replaced by who writes now.
fn with_me_instead(last: &Talk, reading: &Reading<'_>) -> Vec<Participant> {
    let (me, author) = (Participant::Staff(reading.me.id), Participant::Staff(last.author));
    if last.participants.contains(&me) {
        return last.participants.clone();
    }
    last.participants.iter().map(|who| if *who == author { me.clone() } else { who.clone() }).collect()
}

/// Puts the house's template for the kind into the text, where the cursor is. Answers whether there is one.
pub fn template(form: &mut Form, reading: &Reading<'_>) -> bool {
    let Some(text) = kind(form).and_then(|k| reading.lists.template(k)) else { return false };
    let Some(entry) = form.entry_mut("text") else { return false };
    let Input::Long(editor) = &mut entry.input else { return false };
    let blank = editor.is_blank();
    // Behind what is written already, on a line of its own.
    let before = if blank || editor.cursor().1 == 0 { "" } else { "\n" };
    editor.paste(&format!("{before}{}", text.as_str()));
    let put = !editor.is_refused();
    if blank && put {
        // One goes on below the first heading, not behind the last.
        for command in [Command::TextStart, Command::Down] {
            editor.act(command, &mut String::new());
        }
    }
    entry.touched |= put;
    form.changed();
    form.go_to("text");
    put
}
