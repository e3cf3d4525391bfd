//! What a letter begins with, in sentences. The author changes them.

use chrono::NaiveDate;
use trivsel_domain::record::{
    ChosenTalk, FollowUp, HouseSettings, Intervention, LetterPart, Staff, SubjectPlan, TalkKind,
};
use trivsel_domain::rules::dossier::TalkFact;
use trivsel_domain::rules::prefill::{Aim, Chosen, Headings, Prefill, Said, Voice, heading};
use trivsel_domain::value::{Coded, StaffId};

use super::arg::Arg;
use super::{Words, dates, figure, talk};

/// The words by which the notes of a house set own words apart.
#[must_use]
pub fn headings<'w>(words: &'w Words, house: &HouseSettings) -> Headings<'w> {
    let listed = |id: &str| words.get(id).split('|').map(str::trim).collect();
    let named = |id: &str| words.get(id).split_whitespace().collect();
    let lines = house.templates.iter().flat_map(|t| t.text.as_str().lines());
    let headings = lines.map(heading);
    Headings {
        child: listed("voice-child-headings"),
        parents: listed("voice-parent-headings"),
        every: headings.filter(|line| !line.is_empty()).collect(),
        names_child: named("voice-child-names"),
        names_parents: named("voice-parent-names"),
    }
}

/// The sentences of one part, a line each; empty if there is nothing to tell.
#[must_use]
pub fn part(words: &Words, staff: &[Staff], prefill: &Prefill<'_>, part: LetterPart) -> Vec<String> {
    let lang = words.lang();
    let sentence = |figure: &trivsel_domain::record::Figure| {
        words.with("letter-figure", &[("figure", figure::told(words, figure, &[]).into())])
    };
    match part {
        LetterPart::Course => course(words, prefill),
        LetterPart::Interventions => {
            prefill.interventions.iter().map(|one| intervention(words, staff, one)).collect()
        }
        LetterPart::Talks => {
            let one = |talks: &trivsel_domain::rules::prefill::Talks| {
                let days: Vec<String> =
                    talks.on.iter().map(|day| dates::day_month_seen(lang, *day, prefill.to)).collect();
                let args = [
                    ("kind", words.code("talk", talks.kind.code()).into()),
                    ("count", words.count("talk", talks.on.len()).into()),
                    ("days", days.join(", ").into()),
                ];
                words.with("letter-talks", &args)
            };
            prefill.talks.iter().map(one).collect()
        }
        LetterPart::Attendance => prefill.attendance.iter().map(sentence).collect(),
        LetterPart::Scores => prefill.scores.iter().map(sentence).collect(),
        LetterPart::Goals => prefill.aims.iter().map(|aim| goal(words, aim)).collect(),
        LetterPart::Teaching => {
            let subjects = prefill.teaching.iter().flat_map(|plan| plan.subjects());
            subjects.map(|subject| taught(words, subject)).collect()
        }
        LetterPart::ChildWords => said(words, &prefill.said, Voice::Child),
        LetterPart::ParentWords => said(words, &prefill.said, Voice::Parents),
        LetterPart::Agreements => {
            let one = |f: &&FollowUp| agreed(words, staff, f);
            prefill.agreements.iter().map(one).collect()
        }
        LetterPart::Recommendation => Vec::new(),
    }
}

/// What a restricted talk that somebody chose adds to a part; empty if it adds nothing to it.
#[must_use]
pub fn chosen(
    words: &Words,
    staff: &[Staff],
    chosen: &Chosen<'_>,
    by: StaffId,
    part: LetterPart,
) -> Vec<String> {
    match part {
        LetterPart::Talks => {
            let mut args = of_talk(words, chosen.kind, chosen.on);
            args.push(("who", talk::name(staff, by).into()));
            let told = chosen.told.iter().map(|line| (*line).to_owned());
            std::iter::once(words.with("letter-chosen", &args)).chain(told).collect()
        }
        LetterPart::ChildWords => said(words, &chosen.said, Voice::Child),
        LetterPart::ParentWords => said(words, &chosen.said, Voice::Parents),
        LetterPart::Agreements => chosen.agreements.iter().map(|f| agreed(words, staff, f)).collect(),
        _ => Vec::new(),
    }
}

/// A restricted talk that a document holds, and who chose it: "Udviklingssamtale 19. nov 2026, valgt af Maja Krog".
#[must_use]
pub fn chosen_by(words: &Words, staff: &[Staff], talks: &[TalkFact], one: ChosenTalk) -> String {
    let by = ("who", talk::name(staff, one.by).into());
    match talks.iter().find(|fact| fact.id == one.talk) {
        Some(fact) => {
            let mut args = of_talk(words, fact.kind, fact.date);
            args.push(by);
            words.with("letter-chosen-by", &args)
        }
        None => words.with("letter-chosen-gone", &[by]),
    }
}

fn of_talk<'w>(words: &'w Words, kind: TalkKind, on: NaiveDate) -> Vec<(&'static str, Arg<'w>)> {
    let day = dates::day_month_year(words.lang(), on);
    vec![("kind", words.code("talk", kind.code()).into()), ("on", day.into())]
}

fn course(words: &Words, prefill: &Prefill<'_>) -> Vec<String> {
    let lang = words.lang();
    let span = dates::span(lang, prefill.from, prefill.to);
    let mut lines = vec![words.with("letter-period", &[("span", span.into())])];
    lines.extend(prefill.stages.iter().map(|(stage, spell)| {
        let stage = words.code("stage", stage.code()).into();
        match spell.until {
            // The day of the next step is the first of the next stage.
            Some(until) if until <= prefill.to => {
                let last = until.pred_opt().unwrap_or(until).max(spell.from);
                let span = dates::span(lang, spell.from, last).into();
                words.with("letter-stage", &[("stage", stage), ("span", span)])
            }
            _ => {
                let from = dates::day_month_year(lang, spell.from).into();
                words.with("letter-stage-since", &[("stage", stage), ("from", from)])
            }
        }
    }));
    lines.extend(prefill.levels.iter().map(|change| {
        let level = ("level", u32::from(change.level.get()).into());
        let on = ("on", dates::day_month_year(lang, change.on).into());
        match &change.reason {
            Some(reason) => {
                words.with("letter-level-reason", &[level, on, ("reason", reason.as_str().into())])
            }
            None => words.with("letter-level", &[level, on]),
        }
    }));
    lines
}

fn intervention(words: &Words, staff: &[Staff], one: &Intervention) -> String {
    let lang = words.lang();
    let who: Vec<String> = one.who.iter().map(|doer| talk::doer_by_name(staff, doer)).collect();
    let by = if who.is_empty() {
        String::new()
    } else {
        words.with("letter-by", &[("who", who.join(", ").into())])
    };
    let kind = words.code("intervention", one.kind.code());
    let kind = match &one.note {
        Some(note) => format!("{kind} ({})", note.as_str()),
        None => kind.to_owned(),
    };
    let (kind, by) = (("kind", kind.into()), ("who", by.into()));
    match one.to {
        Some(to) => {
            let span = ("span", dates::span(lang, one.from, to).into());
            words.with("letter-intervention", &[kind, span, by])
        }
        None => {
            let from = ("from", dates::day_month_year(lang, one.from).into());
            words.with("letter-intervention-since", &[kind, from, by])
        }
    }
}

fn goal(words: &Words, aim: &Aim<'_>) -> String {
    let lang = words.lang();
    let mut far = String::new();
    if let Some(progress) = &aim.progress {
        let value = figure::value(words, &progress.of);
        far = words.with("letter-goal-far", &[("value", value.into())]);
    }
    if let Some(ended) = aim.goal.ended {
        let how = words.code("goal-end", ended.how.code());
        let on = dates::day_month_year(lang, ended.on);
        far.push_str(&words.with("letter-goal-ended", &[("how", how.into()), ("on", on.into())]));
    }
    let args = [
        ("kind", words.code("goal", aim.goal.kind.code()).into()),
        ("goal", aim.goal.text.as_str().into()),
        ("far", far.into()),
    ];
    words.with("letter-goal", &args)
}

fn taught(words: &Words, subject: &SubjectPlan) -> String {
    let of = |id: &str, name: &str, text: Option<&trivsel_domain::value::Line>| {
        text.map_or_else(String::new, |text| words.with(id, &[(name, text.as_str().into())]))
    };
    let args = [
        ("subject", words.code("subject", subject.subject.code()).into()),
        ("level", of("letter-subject-level", "level", subject.level.as_ref()).into()),
        ("goal", of("letter-subject-goal", "goal", subject.goal.as_ref()).into()),
        ("lessons", words.count("lesson", usize::from(subject.lessons)).into()),
    ];
    words.with("letter-subject", &args)
}

/// The words of one voice below a line that says whose they are.
fn said(words: &Words, said: &[Said<'_>], voice: Voice) -> Vec<String> {
    let mut of: Vec<String> = said
        .iter()
        .filter(|s| s.voice == voice)
        .map(|s| {
            let args = [
                ("text", s.text.into()),
                ("kind", words.code("talk", s.kind.code()).into()),
                ("on", dates::day_month_year(words.lang(), s.on).into()),
            ];
            words.with("letter-said", &args)
        })
        .collect();
    if !of.is_empty() {
        let whose = match voice {
            Voice::Child => "letter-said-child",
            Voice::Parents => "letter-said-parents",
        };
        of.insert(0, words.get(whose).to_owned());
    }
    of
}

fn agreed(words: &Words, staff: &[Staff], one: &FollowUp) -> String {
    let lang = words.lang();
    let mut args = vec![
        ("what", one.what.as_str().trim_end_matches('.').into()),
        ("who", talk::doer_by_name(staff, &one.who).into()),
    ];
    match &one.closing {
        Some(closing) => {
            args.push(("how", words.code("ended", closing.how.code()).into()));
            args.push(("ended", dates::day_month_year(lang, closing.at.date()).into()));
            words.with("letter-agreed-ended", &args)
        }
        None => {
            args.push(("due", dates::day_month_year(lang, one.due).into()));
            words.with("letter-agreed", &args)
        }
    }
}
