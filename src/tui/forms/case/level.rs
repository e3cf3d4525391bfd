//! The level of a case, with the talk that it rests on.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{LevelContent, Programme, TalkKind};
use trivsel_domain::rules::dossier::{Dossier, TalkFact};
use trivsel_domain::value::{Coded, Level, TalkId};

use crate::form::{Choice, Form, FormField};
use crate::forms::input::{line, pick};
use crate::forms::typed::{past, today, wrong_line};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::{Words, dates, steps};

/// The level of a case.
#[derive(Debug)]
pub struct LevelForm;

impl Kind for LevelForm {
    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let dossier = lookup.dossier;
        let levels = dossier.and_then(|d| programme(d, lookup)).map_or(&[][..], Programme::levels);
        let levels = levels.iter().map(|l| {
            let number = l.level.get().to_string();
            Choice::new(number.clone(), number, content(l, words))
        });
        let talks: Vec<Choice> =
            dossier.map_or_else(Vec::new, |d| rests_on(d).map(|t| talk(t, words)).collect());
        let newest = talks.first().map(|t| t.code.clone());
        vec![
            pick(field::LEVEL, levels.collect(), None),
            line(field::LEVEL_ON, &today(lookup)),
            pick(field::TALK, talks, newest.as_deref()),
            line(field::REASON, ""),
        ]
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::LEVEL_ON => Some(past(&field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let words = lookup.words;
        let text = field.text();
        match field.name {
            field::LEVEL if text.is_empty() => {
                let level = lookup.dossier_of(form)?.case.level()?;
                Some(Ok(words.with("level-now", &[("level", level.get().into())])))
            }
            field::TALK if text.is_empty() => {
                let dossier = lookup.dossier_of(form)?;
                let none = rests_on(dossier).next().is_none();
                none.then(|| Err(words.get(no_talk(dossier)).to_owned()))
            }
            field::REASON => wrong_line(&text, lookup),
            _ => None,
        }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let level = all.needed_choice(field::LEVEL).and_then(|code| Level::new(code.parse().ok()?).ok());
        let on = all.needed_date(field::LEVEL_ON);
        let talk: Option<TalkId> = form.choice(field::TALK).and_then(|code| code.parse().ok());
        let reason = all.line(field::REASON);
        let dossier = all.dossier();
        if let Some(dossier) = dossier {
            if level.is_some() && level == dossier.case.level() {
                all.say(field::LEVEL, "level-same");
            }
            match dossier.talks.iter().find(|t| Some(t.id) == talk) {
                None if rests_on(dossier).next().is_none() => all.say(field::TALK, no_talk(dossier)),
                None => all.say(field::TALK, "case-form-choose"),
                Some(talk) if on.is_some_and(|on| on < talk.date) => {
                    all.say(field::LEVEL_ON, "level-before-talk");
                }
                Some(_) => {}
            }
            if !dossier.case.levels.is_empty() && form.text(field::REASON).is_empty() {
                all.say(field::REASON, "level-why");
            }
        }
        let action = (|| {
            Some(Action::SetLevel { case: dossier?.case.id, level: level?, on: on?, talk: talk?, reason })
        })();
        all.finish(action)
    }
}

fn programme<'a>(dossier: &Dossier, lookup: &Lookup<'a>) -> Option<&'a Programme> {
    lookup.programmes.iter().map(|(p, _)| p).find(|p| *p.code() == dossier.case.programme)
}

/// The content of a level: "trivselssamtaler + kontaktpædagog eller lærer".
fn content(level: &LevelContent, words: &Words) -> String {
    let or = format!(" {} ", words.get("missing-or"));
    let group = |kinds: &Vec<trivsel_domain::record::InterventionKind>| {
        kinds.iter().map(|k| steps::intervention(words, *k)).collect::<Vec<_>>().join(&or)
    };
    level.interventions.iter().map(group).collect::<Vec<_>>().join(" + ")
}

/// The talks that a level can rest on, newest first. A change needs a talk that the level before did not rest on.
fn rests_on(dossier: &Dossier) -> impl Iterator<Item = &TalkFact> {
    let before = dossier.case.levels.last();
    dossier.talks.iter().rev().filter(move |t| match before {
        None => t.kind == TalkKind::Referrer,
        Some(before) => {
            matches!(t.kind, TalkKind::Referrer | TalkKind::FollowUp)
                && t.date >= before.on
                && t.id != before.talk
        }
    })
}

fn talk(talk: &TalkFact, words: &Words) -> Choice {
    let day = dates::day_month_year(words.lang(), talk.date);
    Choice::new(talk.id.to_string(), words.code("talk", talk.kind.code()), day)
}

/// The message if there is no talk to rest on.
fn no_talk(dossier: &Dossier) -> &'static str {
    if dossier.case.levels.is_empty() { "level-no-dialogue" } else { "level-no-meeting" }
}
