//! The note of a talk.

mod fields;
pub(super) mod people;
mod read;
mod scores;
mod siblings;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Participant, Talk, TalkKind};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{CaseId, Coded, TimeOfDay};

pub(super) use self::fields::cases;
pub use self::fields::{AGREEMENTS, CONSULTATION};
pub(super) use self::people::{doer, doer_named};
use super::{Day, Kind, Lookup, Meaning, Wrong};
use crate::form::{Form, FormField, Input};
use crate::forms::{field, typed};
use crate::keys::Command;
use crate::load::Begin;
use trivsel_words::dates;

/// What is read about a case while a note of it is being written.
#[derive(Clone, Debug)]
pub struct Background {
    pub case: CaseId,
    /// Oldest first.
    pub measures: OpenScores,
}

/// The note of a talk, opened on a case if one is given.
#[derive(Debug)]
pub struct TalkForm {
    pub case: Option<CaseId>,
}

impl Kind for TalkForm {
    fn is_of_case(&self) -> bool {
        false
    }

    fn case(&self, _lookup: &Lookup<'_>) -> Option<CaseId> {
        None
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        fields::fields(self.case, lookup)
    }

    fn begin(&self, form: &mut Form, lookup: &Lookup<'_>) {
        self.react(form, lookup);
        fields::begin(form, self.case, lookup);
    }

    /// The title names the child, whose field may be out of sight.
    fn title(&self, form: &Form, lookup: &Lookup<'_>) -> String {
        let name = lookup.words.get("form-talk").to_owned();
        let place = Some(form.text(field::PLACE)).filter(|place| !place.is_empty());
        let child = form.case.and_then(|c| lookup.known(c)).map(|k| k.name.to_string());
        [Some(name), child.or(place)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn day(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::DATE => Some(read::date(form, lookup)),
            field::WHEN => Some(read::due(&field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        read::meaning(form, field, lookup)
    }

    fn example(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        read::example(form, field, lookup)
    }

    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let before = form.case;
        form.case = form.choice(field::CHILD).and_then(|code| code.parse().ok());
        let consultation = form.choice(field::CHILD) == Some(CONSULTATION);
        for (name, shown) in [
            (field::PLACE, consultation),
            (field::TOPIC, consultation),
            (field::KIND, !consultation),
            (field::SCORES, !consultation),
            (field::ALLIANCE, !consultation),
            (field::SIBLINGS, !consultation),
        ] {
            form.show(name, shown);
        }
        if form.case != before {
            fields::offer_kinds(form, lookup);
            fields::offer_people(form, lookup);
            fields::offer_judgements(form, lookup);
            siblings::offer(form, lookup);
        }
        form.show(field::JUDGEMENT, kind(form) == Some(TalkKind::FollowUp));
        form.show_rows(field::WHAT, &[field::WHO, field::WHEN]);
        fields::suggest_usual(form, lookup);
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut notes = read::read(form, lookup)?;
        Ok(if notes.len() == 1 { Action::Sign(Box::new(notes.remove(0))) } else { Action::SignEach(notes) })
    }
}

#[must_use]
pub fn kind(form: &Form) -> Option<TalkKind> {
    if form.choice(field::CHILD) == Some(CONSULTATION) {
        return Some(TalkKind::Consultation);
    }
    form.choice(field::KIND).and_then(|code| TalkKind::from_code(code).ok())
}

/// Chooses a kind as if the user had picked it, and moves the cursor to the date.
pub fn choose(form: &mut Form, kind: TalkKind, lookup: &Lookup<'_>) {
    if let Some(field) = form.field_mut(field::KIND) {
        field.set(kind.code());
        field.touched = true;
    }
    fields::suggest_usual(form, lookup);
    form.go_to(field::DATE);
}

/// Fills in what is known of a note that is due, as if the user had picked its kind.
pub fn fill(form: &mut Form, begin: &Begin, lookup: &Lookup<'_>) {
    if let Some(kind) = begin.kind {
        choose(form, kind, lookup);
        form.kind.clone().react(form, lookup);
    }
    if let Some(date) = begin.date {
        form.suggest(field::DATE, &typed::today_or(date, lookup));
    }
    if let Some(hours) = begin.hours {
        let time = |at: TimeOfDay| dates::time(lookup.words.lang(), at.into());
        let start = format!("{}-{}", time(hours.from()), time(hours.to()));
        form.suggest(field::START, &start);
        fields::suggest_usual(form, lookup);
    }
    if !begin.staff.is_empty() {
        let mut with = took_part(form, lookup);
        with.retain(|p| !matches!(p, Participant::Staff(_)));
        with.extend(begin.staff.iter().copied().map(Participant::Staff));
        form.suggest(field::WITH, &people::names(lookup, &with));
    }
    form.go_to(begin.at);
}

/// The participants that can be read; none in another form.
#[must_use]
pub fn took_part(form: &Form, lookup: &Lookup<'_>) -> Vec<Participant> {
    people::participants(lookup, &form.text(field::WITH)).unwrap_or_default()
}

/// Fills untouched fields from the last talk.
pub fn repeat(form: &mut Form, last: &Talk, lookup: &Lookup<'_>) {
    if let Some(field) = form.field_mut(field::KIND).filter(|e| !e.touched) {
        field.set(last.kind().code());
    }
    let with = people::names(lookup, &with_me_instead(last, lookup));
    let minutes = last.minutes.map(|m| m.get().to_string()).unwrap_or_default();
    let tags = |tags: &[trivsel_domain::value::Tag]| {
        tags.iter().map(trivsel_domain::value::Tag::as_str).collect::<Vec<_>>().join(", ")
    };
    for (name, text) in [
        (field::WITH, with),
        (field::MINUTES, minutes),
        (field::THEMES, tags(&last.themes)),
        (field::METHODS, tags(&last.methods)),
    ] {
        if let Some(field) = form.field_mut(name).filter(|e| !e.touched && !text.is_empty()) {
            field.set(&text);
            field.touched = true;
        }
    }
    form.changed();
}

/// Fills in the whole text, the day and the agreements of a note that is written again on another child.
pub fn write_again(form: &mut Form, note: &Talk, lookup: &Lookup<'_>) {
    repeat(form, note, lookup);
    let start = note.start.map(|at| dates::time(lookup.words.lang(), at.into())).unwrap_or_default();
    for (name, text) in [
        (field::DATE, typed::today_or(note.date, lookup)),
        (field::START, start),
        (field::TEXT, note.text.as_str().to_owned()),
    ] {
        if let Some(field) = form.field_mut(name) {
            field.set(&text);
            field.touched = true;
        }
    }
    form.kind.clone().react(form, lookup);
    form.changed();
    form.go_to(field::TEXT);
}

/// The participants, with the author replaced by the current user.
fn with_me_instead(last: &Talk, lookup: &Lookup<'_>) -> Vec<Participant> {
    let (me, author) = (Participant::Staff(lookup.me.id), Participant::Staff(last.author));
    if last.participants.contains(&me) {
        return last.participants.clone();
    }
    last.participants.iter().map(|who| if *who == author { me.clone() } else { who.clone() }).collect()
}

/// Inserts the house's template for the kind at the cursor of the text. Returns whether there is one.
pub fn template(form: &mut Form, lookup: &Lookup<'_>) -> bool {
    let Some(text) = kind(form).and_then(|k| lookup.lists.template(k)) else { return false };
    let Some(field) = form.field_mut(field::TEXT) else { return false };
    let Input::Long(editor) = &mut field.input else { return false };
    let blank = editor.is_blank();
    // The template starts on a line of its own.
    let before = if blank || editor.cursor().1 == 0 { "" } else { "\n" };
    editor.paste(&format!("{before}{}", text.as_str()));
    let put = !editor.is_refused();
    if blank && put {
        // Writing continues below the first heading, not after the last.
        for command in [Command::TextStart, Command::Down] {
            editor.act(command, &mut String::new());
        }
    }
    field.touched |= put;
    form.changed();
    form.go_to(field::TEXT);
    put
}
