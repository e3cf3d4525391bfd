//! The note of a talk.

mod fields;
pub(super) mod people;
mod read;
mod scores;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Measure, Participant, Talk, TalkKind};
use trivsel_domain::value::{CaseId, Coded, TimeOfDay};

pub use self::fields::{AGREEMENTS, CONSULTATION};
pub(super) use self::people::{doer, doer_named};
use super::{Day, Kind, Meaning, Reading, Wrong};
use crate::form::{Entry, Form, Input};
use crate::forms::{field, typed};
use crate::keys::Command;
use crate::load::Begin;
use trivsel_words::dates;

/// What is read about a case while a note of it is being written.
#[derive(Clone, Debug)]
pub struct Background {
    pub case: CaseId,
    /// Oldest first.
    pub measures: Vec<Measure>,
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

    fn case(&self, _reading: &Reading<'_>) -> Option<CaseId> {
        None
    }

    fn entries(&self, reading: &Reading<'_>) -> Vec<Entry> {
        fields::entries(self.case, reading)
    }

    fn begin(&self, form: &mut Form, reading: &Reading<'_>) {
        self.react(form, reading);
        fields::begin(form, self.case, reading);
    }

    /// The title names the child, whose field may be out of sight.
    fn title(&self, form: &Form, reading: &Reading<'_>) -> String {
        let name = reading.words.get("form-talk").to_owned();
        let place = Some(form.text(field::PLACE)).filter(|place| !place.is_empty());
        let child = form.case.and_then(|c| reading.known(c)).map(|k| k.name.to_string());
        [Some(name), child.or(place)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn day(&self, form: &Form, entry: &Entry, reading: &Reading<'_>) -> Day {
        match entry.name {
            field::DATE => Some(read::date(form, reading)),
            field::WHEN => Some(read::due(&entry.text(), reading)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
        read::meaning(form, entry, reading)
    }

    fn example(&self, form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<String> {
        read::example(form, entry, reading)
    }

    fn react(&self, form: &mut Form, reading: &Reading<'_>) {
        let before = form.case;
        form.case = form.choice(field::CHILD).and_then(|code| code.parse().ok());
        let consultation = form.choice(field::CHILD) == Some(CONSULTATION);
        for (name, shown) in [
            (field::PLACE, consultation),
            (field::TOPIC, consultation),
            (field::KIND, !consultation),
            (field::SCORES, !consultation),
            (field::ALLIANCE, !consultation),
        ] {
            form.show(name, shown);
        }
        if form.case != before {
            fields::offer_kinds(form, reading);
            fields::offer_people(form, reading);
            fields::offer_judgements(form, reading);
        }
        form.show(field::JUDGEMENT, kind(form) == Some(TalkKind::FollowUp));
        form.show_rows(field::WHAT, &[field::WHO, field::WHEN]);
        fields::suggest_usual(form, reading);
    }

    fn read(&self, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
        read::read(form, reading).map(|note| Action::Sign(Box::new(note)))
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
pub fn choose(form: &mut Form, kind: TalkKind, reading: &Reading<'_>) {
    if let Some(entry) = form.entry_mut(field::KIND) {
        entry.set(kind.code());
        entry.touched = true;
    }
    fields::suggest_usual(form, reading);
    form.go_to(field::DATE);
}

/// Fills in what is known of a note that is due, as if the user had picked its kind.
pub fn fill(form: &mut Form, begin: &Begin, reading: &Reading<'_>) {
    if let Some(kind) = begin.kind {
        choose(form, kind, reading);
        form.kind.clone().react(form, reading);
    }
    if let Some(date) = begin.date {
        form.suggest(field::DATE, &typed::today_or(date, reading));
    }
    if let Some(hours) = begin.hours {
        let time = |at: TimeOfDay| dates::time(reading.words.lang(), at.into());
        let start = format!("{}-{}", time(hours.from()), time(hours.to()));
        form.suggest(field::START, &start);
        fields::suggest_usual(form, reading);
    }
    if !begin.staff.is_empty() {
        let mut with = took_part(form, reading);
        with.retain(|p| !matches!(p, Participant::Staff(_)));
        with.extend(begin.staff.iter().copied().map(Participant::Staff));
        form.suggest(field::WITH, &people::names(reading, &with));
    }
    form.go_to(begin.at);
}

/// The participants that can be read; none in another form.
#[must_use]
pub fn took_part(form: &Form, reading: &Reading<'_>) -> Vec<Participant> {
    people::participants(reading, &form.text(field::WITH)).unwrap_or_default()
}

/// Fills untouched fields from the last talk.
pub fn repeat(form: &mut Form, last: &Talk, reading: &Reading<'_>) {
    if let Some(entry) = form.entry_mut(field::KIND).filter(|e| !e.touched) {
        entry.set(last.kind().code());
    }
    let with = people::names(reading, &with_me_instead(last, reading));
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
        if let Some(entry) = form.entry_mut(name).filter(|e| !e.touched && !text.is_empty()) {
            entry.set(&text);
            entry.touched = true;
        }
    }
    form.changed();
}

/// The participants, with the author replaced by the current user.
fn with_me_instead(last: &Talk, reading: &Reading<'_>) -> Vec<Participant> {
    let (me, author) = (Participant::Staff(reading.me.id), Participant::Staff(last.author));
    if last.participants.contains(&me) {
        return last.participants.clone();
    }
    last.participants.iter().map(|who| if *who == author { me.clone() } else { who.clone() }).collect()
}

/// Inserts the house's template for the kind at the cursor of the text. Returns whether there is one.
pub fn template(form: &mut Form, reading: &Reading<'_>) -> bool {
    let Some(text) = kind(form).and_then(|k| reading.lists.template(k)) else { return false };
    let Some(entry) = form.entry_mut(field::TEXT) else { return false };
    let Input::Long(editor) = &mut entry.input else { return false };
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
    entry.touched |= put;
    form.changed();
    form.go_to(field::TEXT);
    put
}
