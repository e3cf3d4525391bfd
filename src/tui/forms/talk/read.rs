//! Reads a note from its fields.

use trivsel_domain::decide::{Agreement, NewScore, Note};
use trivsel_domain::record::{Matter, OpenTo, Participant, TalkKind};
use trivsel_domain::value::{
    Coded, FollowUpId, Judgement, Line, LongText, MeasureId, Minutes, Tag, TalkId, TimeOfDay,
};

use super::{AGREEMENTS, CONSULTATION, people, scores, siblings};
use crate::form::{Form, FormField, Input, Tags};
use crate::forms::{FormReader, Lookup, Meaning, Wrong, field};
use trivsel_words::problems::{date_problem, text_problem, time_problem};
use trivsel_words::typed_date::{Lean, parse_date};
use trivsel_words::typed_minutes::parse_minutes;
use trivsel_words::typed_time::{parse_time, parse_time_range};
use trivsel_words::{Words, dates, talk as told};

/// A typed start and length: `9`, `9-10.15`.
type When = (Option<TimeOfDay>, Option<Minutes>);

/// What a field means, or what is wrong with it. Missing values are only reported at signing.
pub(super) fn meaning(form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
    let words = lookup.words;
    let text = field.text();
    let text = text.trim();
    match field.name {
        field::DATE => Some(date(form, lookup).map(|d| dates::day_long_and_week(words.lang(), d))),
        field::WHEN if !text.is_empty() => Some(due(text, lookup).map(|d| told_due(d, lookup))),
        field::WHO if field.shown => {
            Some(people::doer(lookup, text).map(|doer| people::doer_named(lookup, &doer)))
        }
        field::SCORES | field::ALLIANCE => scores::meaning(form, field.name, lookup),
        field::START if !text.is_empty() => Some(start(text, words).map(|(from, minutes)| {
            let from = from.map(|t| dates::time(words.lang(), t.into())).unwrap_or_default();
            let minutes = minutes.map(|m| words.count("minute", usize::from(m.get())));
            [Some(from), minutes].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })),
        field::MINUTES if !text.is_empty() => {
            Some(minutes(text, words).map(|m| words.count("minute", usize::from(m.get()))))
        }
        field::WITH if !text.is_empty() => Some(
            people::participants(lookup, text)
                .map(|who| who.iter().map(|p| company(lookup, p)).collect::<Vec<_>>().join(" · "))
                .map_err(|_| words.get("form-too-long").to_owned()),
        ),
        field::THEMES | field::METHODS if !text.is_empty() => {
            Some(tags(field, words).map(|_| new_tags(field, words)))
        }
        field::SIBLINGS if !text.is_empty() => {
            Some(siblings::cases(form, lookup).map(|cases| siblings::told(&cases, lookup)))
        }
        field::OPEN_TO => Some(open_to(text, lookup).map(|open| people::openness(lookup, &open))),
        field::WHAT | field::PLACE | field::TOPIC if !text.is_empty() => line(text, words).err().map(Err),
        _ => None,
    }
}

/// The example for an empty field.
pub(super) fn example(form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
    let words = lookup.words;
    let id = match field.name {
        field::SCORES | field::ALLIANCE => return Some(scores::example(form, field.name, lookup)),
        field::WHAT => "example-what",
        field::WHEN => "example-when",
        field::START => "example-start",
        field::MINUTES => "example-minutes",
        field::WITH => "example-with",
        field::THEMES | field::METHODS => "example-tags",
        field::PLACE => "example-place",
        field::TOPIC => "example-topic",
        field::SIBLINGS => "example-siblings",
        _ => return None,
    };
    Some(words.get(id).to_owned())
}

/// The name of a participant.
fn company(lookup: &Lookup<'_>, who: &Participant) -> String {
    match who {
        Participant::Staff(id) => told::name(lookup.staff, *id).to_owned(),
        other => told::participant(lookup.words, lookup.staff, &[], other),
    }
}

/// The tags, marking those that are new to the house.
fn new_tags(field: &FormField, words: &Words) -> String {
    let Input::Tags(tags) = &field.input else { return String::new() };
    let mark = |word: String| {
        if tags.knows(&word).is_some() { word } else { words.with("form-new-tag", &[("tag", word.into())]) }
    };
    tags.words().into_iter().map(mark).collect::<Vec<_>>().join(" · ")
}

/// The day of the talk.
///
/// # Errors
/// The text beside the field.
pub(super) fn date(form: &Form, lookup: &Lookup<'_>) -> Result<chrono::NaiveDate, String> {
    let words = lookup.words;
    let date = parse_date(&form.text(field::DATE), lookup.today(), Lean::Past, words.lang())
        .map_err(|p| date_problem(words, &p))?;
    if date > lookup.today() { Err(words.get("form-not-yet").to_owned()) } else { Ok(date) }
}

/// The due day, with a mark if it has passed.
fn told_due(due: chrono::NaiveDate, lookup: &Lookup<'_>) -> String {
    let day = dates::day_long_and_week(lookup.words.lang(), due);
    if due < lookup.today() { format!("{day} · ▲ {}", lookup.words.get("form-over-already")) } else { day }
}

pub(super) fn due(text: &str, lookup: &Lookup<'_>) -> Result<chrono::NaiveDate, String> {
    parse_date(text, lookup.today(), Lean::Future, lookup.words.lang())
        .map_err(|p| date_problem(lookup.words, &p))
}

/// The start and, if a span is typed, the length.
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

fn tags(field: &FormField, words: &Words) -> Result<Vec<Tag>, String> {
    let Input::Tags(field) = &field.input else { return Ok(Vec::new()) };
    let tag = |word: String| Tag::new(&word).map_err(|_| words.get("form-tag-too-long").to_owned());
    Tags::words(field).into_iter().map(tag).collect()
}

fn open_to(text: &str, lookup: &Lookup<'_>) -> Result<OpenTo, String> {
    people::open_to(lookup, text).map_err(|word| lookup.words.with("form-nobody", &[("name", word.into())]))
}

fn matter(all: &mut FormReader<'_>) -> Option<Matter> {
    let words = all.lookup.words;
    if all.form.choice(field::CHILD) == Some(CONSULTATION) {
        let place = all.take(field::PLACE, line(&all.form.text(field::PLACE), words));
        let topic = all.form.text(field::TOPIC);
        let topic =
            if topic.is_empty() { Some(None) } else { all.take(field::TOPIC, line(&topic, words)).map(Some) };
        return Some(Matter::consultation(place?, topic?));
    }
    let case = all.form.choice(field::CHILD).and_then(|code| code.parse().ok());
    let kind = super::kind(all.form);
    if case.is_none() {
        all.say(field::CHILD, "form-missing");
    }
    if kind.is_none() {
        all.say(field::KIND, "form-missing");
    }
    Matter::of_case(case?, kind?).ok()
}

fn agreements(all: &mut FormReader<'_>) -> Vec<Agreement> {
    let mut agreed = Vec::new();
    for number in 1..=AGREEMENTS {
        let what = all.form.text_of(field::WHAT, number);
        if what.is_empty() {
            continue;
        }
        let what = all.take((field::WHAT, number), line(&what, all.lookup.words));
        let who = people::doer(&all.lookup, &all.form.text_of(field::WHO, number));
        let who = all.take((field::WHO, number), who);
        let due = all.needed_date((field::WHEN, number));
        if let (Some(what), Some(who), Some(due)) = (what, who, due) {
            let id = FollowUpId::from_u128(child_id(all.form, number));
            agreed.push(Agreement { id, what, who, due });
        }
    }
    agreed
}

fn scores(all: &mut FormReader<'_>) -> Vec<NewScore> {
    let mut new = Vec::new();
    for name in [field::SCORES, field::ALLIANCE] {
        let typed = scores::parsed(all.form, name, &all.lookup);
        for score in all.take(name, typed).unwrap_or_default() {
            let id = MeasureId::from_u128(child_id(all.form, AGREEMENTS + 1 + new.len()));
            new.push(NewScore { id, rater: score.rater, score: score.score });
        }
    }
    new
}

/// The id of a part of the note, counted on from the note's own. A note signed twice by mistake
/// is the same note with the same parts.
fn child_id(form: &Form, n: usize) -> u128 {
    form.keeping.id.as_u128().wrapping_add(n as u128)
}

/// Reads the note, once for each child.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub(super) fn read(form: &Form, lookup: &Lookup<'_>) -> Result<Vec<Note>, Vec<Wrong>> {
    let words = lookup.words;
    let mut all = FormReader::new(form, lookup);
    let matter = matter(&mut all);
    let date = all.needed_date(field::DATE);
    let text = form.field(field::TEXT).map(FormField::text).unwrap_or_default();
    let text = LongText::new(&text).map_err(|problem| text_problem(words, problem));
    let text = all.take(field::TEXT, text);
    let judgement = form.choice(field::JUDGEMENT).and_then(|code| Judgement::from_code(code).ok());
    if super::kind(form) == Some(TalkKind::FollowUp) && judgement.is_none() {
        all.say(field::JUDGEMENT, "refusal-no-judgement");
    }
    let agreements = agreements(&mut all);
    let scores = scores(&mut all);
    let started = form.text(field::START);
    let started = if started.is_empty() { Ok((None, None)) } else { start(&started, words) };
    let (start, _) = all.take(field::START, started).unwrap_or_default();
    let typed = form.text(field::MINUTES);
    let typed = if typed.is_empty() { Ok(None) } else { minutes(&typed, words).map(Some) };
    let length = all.take(field::MINUTES, typed);
    // A consultation is counted in hours. Source: service description, consultation.
    if length == Some(None) && form.choice(field::CHILD) == Some(CONSULTATION) {
        all.say(field::MINUTES, "form-missing");
    }
    let minutes = length.flatten();
    let with = people::participants(lookup, &form.text(field::WITH));
    let with = all.take(field::WITH, with.map_err(|_| words.get("form-too-long").to_owned()));
    let mut listed = |name| form.field(name).and_then(|e| all.take(e.name, tags(e, words)));
    let (themes, methods) = (listed(field::THEMES), listed(field::METHODS));
    let open = all.take(field::OPEN_TO, open_to(&form.text(field::OPEN_TO), lookup));
    let consultation = form.choice(field::CHILD) == Some(CONSULTATION);
    let others = if consultation { Ok(Vec::new()) } else { siblings::cases(form, lookup) };
    let others = all.take(field::SIBLINGS, others).unwrap_or_default();
    let others: Vec<_> = others.iter().map(|known| known.case.id).collect();
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
            judgement,
        })
    })();
    all.finish(note.map(|note| siblings::each(note, &others)))
}
