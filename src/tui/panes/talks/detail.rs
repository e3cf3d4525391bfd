//! The full text of one talk: when, who took part, the note, scores, agreements and additions.

use trivsel_domain::record::{Addendum, FollowUp, Matter, Measure, OpenTo, Talk, TalkSource};
use trivsel_domain::rules::dossier::TalkFact;
use trivsel_domain::value::Coded;
use trivsel_store::{Noted, OpenedTalk, Sealed};

use super::misplaced;
use crate::child_name::ChildName;
use crate::layers::Layer;
use crate::layers::reader::Reader;
use crate::model::Model;
use trivsel_words::numbers::tenths;
use trivsel_words::{dates, moment, score, talk as told};

/// Opens a talk in the reader.
pub fn show(model: &mut Model, opened: &OpenedTalk) {
    let title = heading(model, &opened.talk);
    let mut lines = facts(model, &opened.talk);
    lines.extend(opened.misplaced.iter().flat_map(|mark| misplaced::told(model, mark)));
    lines.push(String::new());
    lines.extend(opened.talk.text.as_str().lines().map(str::to_owned));
    if !opened.measures.is_empty() {
        lines.push(String::new());
        lines.extend(opened.measures.iter().map(|m| measure(model, m)));
    }
    if !opened.follow_ups.is_empty() {
        lines.push(String::new());
        lines.extend(opened.follow_ups.iter().map(|f| follow_up(model, f)));
    }
    for added in &opened.addenda {
        lines.push(String::new());
        lines.push(stamp(model, added));
        lines.extend(added.text.as_str().lines().map(str::to_owned));
    }
    let note = Some((opened.talk.id, opened.talk.case()));
    model.layers.push(Layer::Reader(Reader { note, ..Reader::new(title, lines) }));
    let wrote_or_took_part = TalkFact::from(&opened.talk).has_staff(model.me.id);
    if matches!(opened.talk.open_to, OpenTo::Only(_)) && !wrote_or_took_part && model.status.is_none() {
        model.say(model.words.get("status-no-part-note").to_owned());
    }
}

/// The child and the kind of talk, or the place of a consultation.
pub(super) fn heading(model: &Model, talk: &Talk) -> String {
    format!("{} · {}", subject(model, &talk.matter), model.words.code("talk", talk.kind().code()))
}

/// The child's name, or the place of a consultation.
pub(super) fn subject(model: &Model, matter: &Matter) -> ChildName {
    let name = matter.case().and_then(|c| model.talks.name_of(c).or_else(|| model.name_of(c)));
    let place = || matter.place().map(|place| place.as_str().into());
    name.cloned().or_else(place).unwrap_or_else(|| "–".into())
}

/// The child's name, or the place of a consultation; of a restricted note the child's name alone.
#[must_use]
pub fn subject_of(model: &Model, noted: &Noted) -> ChildName {
    match noted {
        Noted::Open { talk, .. } => subject(model, &talk.matter),
        Noted::Sealed(_) => {
            let name = noted.case().and_then(|case| model.talks.name_of(case));
            name.cloned().unwrap_or_else(|| "–".into())
        }
    }
}

/// Date, length, participants, tags and author.
pub(super) fn facts(model: &Model, talk: &Talk) -> Vec<String> {
    let (words, lang) = (&model.words, model.words.lang());
    let mut when = dates::day_long_and_week(lang, talk.date);
    if let Some(start) = talk.start {
        when.push_str(&format!(" · {}", dates::time(lang, start.into())));
    }
    if let Some(minutes) = talk.minutes {
        when.push_str(&format!(" · {}", words.count("minute", usize::from(minutes.get()))));
    }
    let mut lines = vec![when];
    lines.extend(talk.matter.topic().map(|t| format!("{}: {}", words.code("field", "topic"), t.as_str())));
    if !talk.participants.is_empty() {
        let with = told::participants(words, &model.roster.staff, &[], &talk.participants);
        lines.push(format!("{} {with}", words.get("talks-with")));
    }
    for (name, tags) in [("themes", &talk.themes), ("methods", &talk.methods)] {
        if !tags.is_empty() {
            let tags: Vec<&str> = tags.iter().map(trivsel_domain::value::Tag::as_str).collect();
            lines.push(format!("{}: {}", words.code("field", name), tags.join(", ")));
        }
    }
    if let OpenTo::Only(readers) = &talk.open_to {
        lines.push(restricted(model, talk.author, readers));
    }
    if let Some(at) = talk.signed_at {
        let id = if talk.source == TalkSource::Imported { "talks-imported" } else { "talks-signed" };
        let day = moment::day(words, at);
        let name = model.roster.name(talk.author);
        lines.push(words.with(id, &[("name", name.into()), ("day", day.into())]));
    }
    lines
}

/// Says that a note is restricted, and who may read it.
fn restricted(
    model: &Model,
    author: trivsel_domain::value::StaffId,
    readers: &[trivsel_domain::value::StaffId],
) -> String {
    let everyone = std::iter::once(&author).chain(readers);
    let names: Vec<&str> = everyone.map(|r| model.roster.initials(Some(*r))).collect();
    model.words.with("talks-restricted", &[("names", names.join(", ").into())])
}

/// The child, the kind and the day of a talk.
pub(super) fn named(model: &Model, talk: &Noted) -> String {
    let (words, day) = (&model.words, dates::day_month_year(model.words.lang(), talk.key().date));
    let kind = words.code("talk", talk.kind().code()).to_owned();
    let name = talk.case().and_then(|c| model.talks.name_of(c)).map(ToString::to_string);
    [name, Some(kind), Some(day)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The words of the mark of a note whose text is closed.
pub fn mark(sealed: &Sealed) -> &'static str {
    if sealed.misplaced.is_some() { "talks-misplaced-mark" } else { "talks-restricted-mark" }
}

/// What any member of staff may know about a restricted note.
pub(super) fn sealed(model: &Model, sealed: &Sealed) -> Vec<String> {
    let (words, lang) = (&model.words, model.words.lang());
    let mut lines = vec![dates::day_long_and_week(lang, sealed.date)];
    if let OpenTo::Only(readers) = &sealed.open_to {
        lines.push(restricted(model, sealed.author, readers));
    }
    lines.extend(sealed.misplaced.iter().flat_map(|mark| misplaced::told(model, mark)));
    lines.push(String::new());
    let id = match (sealed.misplaced.is_some(), sealed.for_reader) {
        (true, true) if sealed.author == model.me.id => "talks-misplaced-yours",
        (true, true) => "talks-misplaced-open",
        (true, false) => "talks-misplaced-closed",
        (false, true) => "talks-sealed-yours",
        (false, false) => "talks-sealed",
    };
    lines.push(words.get(id).to_owned());
    lines
}

/// A score with its lines, where there are several.
fn measure(model: &Model, measure: &Measure) -> String {
    let (words, lang) = (&model.words, model.words.lang());
    let rater = words.code("role", measure.rater.code());
    let (name, number) = (score::name(&measure.score), score::number(words, measure));
    let each: Vec<String> = measure.lines().iter().map(|l| tenths(lang, *l)).collect();
    if each.len() < 2 || measure.number().is_none() {
        return format!("{name} {number} · {rater}");
    }
    format!("{name} {number} · {rater} ({})", each.join("  "))
}

fn follow_up(model: &Model, one: &FollowUp) -> String {
    let (words, lang) = (&model.words, model.words.lang());
    let due = dates::day_month_year(lang, one.due);
    let who = told::doer(&model.roster.staff, &one.who);
    let mut line = words.with(
        "talks-agreed",
        &[("what", one.what.as_str().into()), ("who", who.into()), ("due", due.into())],
    );
    if let Some(closing) = &one.closing {
        let how = words.code("ended", closing.how.code());
        let day = moment::day(words, closing.at);
        line.push_str(&format!(" · {how} {day} {}", model.roster.initials(Some(closing.by))));
        line.extend(closing.note.iter().map(|n| format!(": {}", n.as_str())));
    }
    line
}

/// The author and the time of an addition.
fn stamp(model: &Model, added: &Addendum) -> String {
    let lang = model.words.lang();
    let day = dates::day_month_year(lang, added.at.date());
    let time = dates::time(lang, added.at.time());
    let name = model.roster.name(added.author);
    let args = [("name", name.into()), ("day", day.into()), ("time", time.into())];
    format!("{}{}", model.words.with("talks-added", &args), moment::aside(&model.words, added.at))
}
