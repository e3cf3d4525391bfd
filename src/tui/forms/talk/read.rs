//! From the fields to the note: what each means, and everything that is wrong, beside its field.

use trivsel_domain::decide::{Agreement, NewScore, Note};
use trivsel_domain::record::{Matter, OpenTo, Participant};
use trivsel_domain::value::{FollowUpId, Line, LongText, MeasureId, Minutes, Tag, TalkId, TimeOfDay};

use super::{AGREEMENTS, CONSULTATION, people, scores};
use crate::form::{Entry, Form, Input, Tags};
use crate::forms::{FormReader, Reading, Wrong};
use trivsel_words::problems::{date_problem, text_problem, time_problem};
use trivsel_words::typed_date::{Lean, parse_date};
use trivsel_words::typed_minutes::parse_minutes;
use trivsel_words::typed_time::{parse_time, parse_time_range};
use trivsel_words::{Words, dates, talk as told};

/// When it began and how long it lasted, as typed: `9`, `9-10.15`.
type When = (Option<TimeOfDay>, Option<Minutes>);

/// What a field means, or what is wrong with it. What is missing is said when it is to be signed, not before.
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<Result<String, String>> {
    let words = reading.words;
    let text = entry.text();
    let text = text.trim();
    match entry.name {
        "date" => Some(date(form, reading).map(|d| dates::day_long_and_week(words.lang(), d))),
        "when" if !text.is_empty() => Some(due(text, reading).map(|d| told_due(d, reading))),
        "who" if entry.shown => {
            Some(people::doer(reading, text).map(|doer| people::doer_named(reading, &doer)))
        }
        "scores" | "alliance" => scores::meaning(form, entry.name, reading),
        "start" if !text.is_empty() => Some(start(text, words).map(|(from, minutes)| {
            let from = from.map(|t| dates::time(words.lang(), t.into())).unwrap_or_default();
            let minutes = minutes.map(|m| words.count("minute", usize::from(m.get())));
            [Some(from), minutes].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })),
        "minutes" if !text.is_empty() => {
            Some(minutes(text, words).map(|m| words.count("minute", usize::from(m.get()))))
        }
        "with" if !text.is_empty() => Some(
            people::participants(reading, text)
                .map(|who| who.iter().map(|p| company(reading, p)).collect::<Vec<_>>().join(" · "))
                .map_err(|_| words.get("form-too-long").to_owned()),
        ),
        "themes" | "methods" if !text.is_empty() => Some(tags(entry, words).map(|_| new_tags(entry, words))),
        "open-to" => Some(open_to(text, reading).map(|open| people::openness(reading, &open))),
        "what" | "place" | "topic" if !text.is_empty() => line(text, words).err().map(Err),
        _ => None,
    }
}

/// What may be written in an empty field.
pub fn example(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<String> {
    let words = reading.words;
    let id = match entry.name {
        "scores" | "alliance" => return Some(scores::example(form, entry.name, reading)),
        "what" => "example-what",
        "when" => "example-when",
        "start" => "example-start",
        "minutes" => "example-minutes",
        "with" => "example-with",
        "themes" | "methods" => "example-tags",
        "place" => "example-place",
        "topic" => "example-topic",
        _ => return None,
    };
    Some(words.get(id).to_owned())
}

/// Somebody who took part, with the name behind initials.
fn company(reading: &Reading<'_>, who: &Participant) -> String {
    match who {
        Participant::Staff(id) => told::name(reading.staff, *id).to_owned(),
        other => told::participant(reading.words, reading.staff, &[], other),
    }
}

/// Which of the tags are new to the house.
fn new_tags(entry: &Entry, words: &Words) -> String {
    let Input::Tags(tags) = &entry.input else { return String::new() };
    let mark = |word: String| {
        if tags.knows(&word).is_some() { word } else { words.with("form-new-tag", &[("tag", word.into())]) }
    };
    tags.words().into_iter().map(mark).collect::<Vec<_>>().join(" · ")
}

/// The day of the talk.
///
/// # Errors
/// What is wrong with what is typed, as it stands beside the field.
pub(super) fn date(form: &Form, reading: &Reading<'_>) -> Result<chrono::NaiveDate, String> {
    let words = reading.words;
    let date = parse_date(&form.text("date"), reading.today(), Lean::Past, words.lang())
        .map_err(|p| date_problem(words, &p))?;
    if date > reading.today() { Err(words.get("form-not-yet").to_owned()) } else { Ok(date) }
}

/// The day something agreed is due; of one that is over already that is said, since it is overdue at once.
fn told_due(due: chrono::NaiveDate, reading: &Reading<'_>) -> String {
    let day = dates::day_long_and_week(reading.words.lang(), due);
    if due < reading.today() {
        format!("{day} · ▲ {}", reading.words.get("form-over-already"))
    } else {
        day
    }
}

fn due(text: &str, reading: &Reading<'_>) -> Result<chrono::NaiveDate, String> {
    parse_date(text, reading.today(), Lean::Future, reading.words.lang())
        .map_err(|p| date_problem(reading.words, &p))
}

/// When it began and, where a span is typed, how long it lasted.
pub(super) fn start(text: &str, words: &Words) -> Result<When, String> {
    if let Ok(range) = parse_time_range(text) {
        let (from, to): (TimeOfDay, TimeOfDay) = (range.from.into(), range.to.into());
        return Ok((Some(from), Minutes::new(to.minutes().saturating_sub(from.minutes())).ok()));
    }
    let at = parse_time(text).map_err(|p| time_problem(words, &p))?;
    Ok((Some(at.into()), None))
}

fn minutes(text: &str, words: &Words) -> Result<Minutes, String> {
    parse_minutes(text).ok_or_else(|| words.get("form-minutes").to_owned())
}

fn line(text: &str, words: &Words) -> Result<Line, String> {
    Line::new(text).map_err(|problem| text_problem(words, problem))
}

fn tags(entry: &Entry, words: &Words) -> Result<Vec<Tag>, String> {
    let Input::Tags(field) = &entry.input else { return Ok(Vec::new()) };
    let tag = |word: String| Tag::new(&word).map_err(|_| words.get("form-tag-too-long").to_owned());
    Tags::words(field).into_iter().map(tag).collect()
}

fn open_to(text: &str, reading: &Reading<'_>) -> Result<OpenTo, String> {
    people::open_to(reading, text).map_err(|word| reading.words.with("form-nobody", &[("name", word.into())]))
}

fn matter(all: &mut FormReader<'_>) -> Option<Matter> {
    let words = all.reading.words;
    if all.form.choice("child") == Some(CONSULTATION) {
        let place = all.take("place", line(&all.form.text("place"), words));
        let topic = all.form.text("topic");
        let topic =
            if topic.is_empty() { Some(None) } else { all.take("topic", line(&topic, words)).map(Some) };
        return Some(Matter::consultation(place?, topic?));
    }
    let case = all.form.choice("child").and_then(|code| code.parse().ok());
    let kind = super::kind(all.form);
    if case.is_none() {
        all.say("child", "form-missing");
    }
    if kind.is_none() {
        all.say("kind", "form-missing");
    }
    Matter::of_case(case?, kind?).ok()
}

fn agreements(all: &mut FormReader<'_>) -> Vec<Agreement> {
    let mut agreed = Vec::new();
    for number in 1..=AGREEMENTS {
        let what = all.form.text_of("what", number);
        if what.is_empty() {
            continue;
        }
        let what = all.take(("what", number), line(&what, all.reading.words));
        let who = people::doer(&all.reading, &all.form.text_of("who", number));
        let who = all.take(("who", number), who);
        let due = all.take(("when", number), due(&all.form.text_of("when", number), &all.reading));
        if let (Some(what), Some(who), Some(due)) = (what, who, due) {
            let id = FollowUpId::from_u128(child_id(all.form, number));
            agreed.push(Agreement { id, what, who, due });
        }
    }
    agreed
}

fn scores(all: &mut FormReader<'_>) -> Vec<NewScore> {
    let mut new = Vec::new();
    for name in ["scores", "alliance"] {
        let typed = scores::parsed(all.form, name, &all.reading);
        for score in all.take(name, typed).unwrap_or_default() {
            let id = MeasureId::from_u128(child_id(all.form, AGREEMENTS + 1 + new.len()));
            new.push(NewScore { id, rater: score.rater, score: score.score });
        }
    }
    new
}

/// The identity of something that is signed with the note: the note's own, counted on. A note signed twice by mistake
/// is the same note, and so is everything in it.
fn child_id(form: &Form, n: usize) -> u128 {
    form.keeping.id.as_u128().wrapping_add(n as u128)
}

/// Reads the note.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, reading: &Reading<'_>) -> Result<Note, Vec<Wrong>> {
    let words = reading.words;
    let mut all = FormReader::new(form, reading);
    let matter = matter(&mut all);
    let date = all.take("date", date(form, reading));
    let text = form.entry("text").map(Entry::text).unwrap_or_default();
    let text = LongText::new(&text).map_err(|problem| text_problem(words, problem));
    let text = all.take("text", text);
    let agreements = agreements(&mut all);
    let scores = scores(&mut all);
    let started = form.text("start");
    let started = if started.is_empty() { Ok((None, None)) } else { start(&started, words) };
    let (start, _) = all.take("start", started).unwrap_or_default();
    let typed = form.text("minutes");
    let typed = if typed.is_empty() { Ok(None) } else { minutes(&typed, words).map(Some) };
    let length = all.take("minutes", typed);
    // What a consultation is counted by is its hours. Source: service description, consultation.
    if length == Some(None) && form.choice("child") == Some(CONSULTATION) {
        all.say("minutes", "form-missing");
    }
    let minutes = length.flatten();
    let with = people::participants(reading, &form.text("with"));
    let with = all.take("with", with.map_err(|_| words.get("form-too-long").to_owned()));
    let mut listed = |name| form.entry(name).and_then(|e| all.take(e.name, tags(e, words)));
    let (themes, methods) = (listed("themes"), listed("methods"));
    let open = all.take("open-to", open_to(&form.text("open-to"), reading));
    let note = (|| {
        Some(Note {
            id: TalkId::from_u128(form.keeping.id.as_u128()),
            matter: matter?,
            date: date?,
            start,
            minutes,
            participants: with.unwrap_or_default(),
            themes: themes.unwrap_or_default(),
            methods: methods.unwrap_or_default(),
            text: text?,
            open_to: open?,
            agreements,
            scores,
        })
    })();
    all.finish(note)
}
