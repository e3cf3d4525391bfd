//! The counts of the lists: what the day asks for, the calendar, the log of talks, and the cases of the caseload.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use trivsel_domain::record::FollowUp;
use trivsel_domain::rules::today::{Item, Task};
use trivsel_domain::value::{Coded, Stage};
use trivsel_store::{Draft, Noted};

use super::attendance::when;
use super::{Figure, Row};
use crate::layers::drafts::line_of;
use crate::layers::own_school::OwnSchool;
use crate::layers::proposals;
use crate::model::Model;
use crate::panes::calendar::{self, Due};
use crate::panes::{caseload, talks};
use crate::view::{CaseView, Names};
use trivsel_words::{dates, obligations, talk, today as told};

/// What the day asks for: a figure for each count of its heading, that of the selected item first.
pub(super) fn today(model: &Model) -> (String, Vec<Figure>) {
    let (words, me) = (&model.words, model.me.id);
    let items: Vec<&Item> = model.agenda.listed(me).collect();
    let mut parts = told::parts(words, items.iter().copied());
    let here = model.agenda.selected(me).map(Item::counted);
    parts.sort_by_key(|(count, _)| Some(*count) != here);
    let figure = |(count, name)| {
        let counted = items.iter().filter(|item| item.counted() == count);
        let how = vec![words.get("counted-how-today").to_owned()];
        Figure { name, how, rows: counted.flat_map(|item| of_item(model, item)).collect() }
    };
    (dates::day_and_week(words.lang(), model.today()), parts.into_iter().map(figure).collect())
}

/// The rows of an item: the children without an entry one by one.
fn of_item(model: &Model, item: &Item) -> Vec<Row> {
    let (words, pane) = (&model.words, &model.agenda);
    let name = |case| pane.name_of(case).map(ToString::to_string);
    let when = told::when(words, item, model.today());
    let row = |what: String| Row { when: when.clone(), what, counts: told::state(words, item).to_owned() };
    match &item.task {
        Task::Register { blank: cases } | Task::OwnSchool { missing: cases, .. } => {
            cases.iter().map(|case| row(name(*case).unwrap_or_else(|| model.told_name(*case)))).collect()
        }
        _ => {
            let parts = [item.case.and_then(name), Some(told::what(words, item))];
            vec![row(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))]
        }
    }
}

/// The day under the cursor of the calendar and the days in sight: what is booked, what is owed, and the talks that
/// propose themselves.
pub(super) fn calendar(model: &Model) -> (String, Vec<Figure>) {
    let (words, lang, pane) = (&model.words, model.words.lang(), &model.calendar);
    let (day, (from, to)) = (pane.selected_day(), pane.range());
    let mut all = Vec::new();
    for (name, days) in [(when(model, day), day..=day), (dates::span(lang, from, to), from..=to)] {
        all.push(booked(model, &name, &days));
        all.extend(owed(model, &name, &days));
    }
    let row = |(what, week): (String, NaiveDate)| Row {
        when: dates::week(lang, week),
        what,
        counts: String::new(),
    };
    let rows: Vec<Row> = proposals::listed(model).into_iter().map(row).collect();
    if !rows.is_empty() {
        let name = words.with("counted-proposals", &[("count", rows.len().into())]);
        all.push(Figure { name, how: vec![words.get("counted-how-proposals").to_owned()], rows });
    }
    let [of, _] = calendar::title(model);
    (of, all)
}

fn booked(model: &Model, name: &str, days: &RangeInclusive<NaiveDate>) -> Figure {
    let (words, pane) = (&model.words, &model.calendar);
    let dates = days.start().iter_days().take_while(|date| days.contains(date));
    let row = |one| {
        let (hours, what, outcome) = calendar::in_words(model, one);
        Row { when: format!("{} {hours}", when(model, one.date)), what, counts: outcome }
    };
    let rows: Vec<Row> = dates.flat_map(|date| pane.on(date)).map(row).collect();
    let name = format!("{} · {name}", words.count("appointment", rows.len()));
    Figure { name, how: vec![words.get("counted-how-appointments").to_owned()], rows }
}

fn owed(model: &Model, name: &str, days: &RangeInclusive<NaiveDate>) -> Option<Figure> {
    let (words, pane) = (&model.words, &model.calendar);
    let dates = days.start().iter_days().take_while(|date| days.contains(date));
    let row = |due: &Due| {
        let child = pane.name_of(due.case).map(ToString::to_string);
        let what = obligations::obligation(words, &due.obligation);
        Row {
            when: when(model, due.obligation.date),
            what: child.into_iter().chain([what]).collect::<Vec<_>>().join(" · "),
            counts: obligations::state(words, due.obligation.state).to_owned(),
        }
    };
    let rows: Vec<Row> = dates.flat_map(|date| pane.owed_on(date)).map(row).collect();
    let name = format!("{} · {name}", words.with("counted-owed", &[("count", rows.len().into())]));
    let how = vec![words.get("counted-how-owed").to_owned()];
    (!rows.is_empty()).then_some(Figure { name, how, rows })
}

/// The talks, drafts and follow-ups that pass the filter of the log, those of the view shown first.
pub(super) fn talks(model: &Model) -> (String, Vec<Figure>) {
    let (words, pane, today) = (&model.words, &model.talks, model.today());
    let row = |noted: &Noted| Row {
        when: when(model, noted.key().date),
        what: format!("{} · {}", words.code("talk", noted.kind().code()), talks::subject_of(model, noted)),
        counts: model.roster.initials(Some(noted.author())).to_owned(),
    };
    let draft = |draft: &Draft| {
        let (subject, when, _) = line_of(model, draft);
        Row { when, what: subject.to_string(), counts: model.roster.initials(Some(draft.author)).to_owned() }
    };
    let follow_up = |one: &&FollowUp| Row {
        when: when(model, one.due),
        what: format!("{} · {}", talks::subject_of_follow_up(model, one), one.what.as_str()),
        counts: talk::doer(&model.roster.staff, &one.who),
    };
    let figure = |name: String, how: &str, rows: Vec<Row>| {
        let how = vec![words.get(how).to_owned()];
        (!rows.is_empty()).then_some(Figure { name, how, rows })
    };
    let log = pane.listed().iter().map(row).collect();
    let log = figure(pane.told(words), "counted-how-log", log);
    let drafts: Vec<Row> = pane.drafts_shown().map(draft).collect();
    let drafts = figure(words.count("draft", drafts.len()), "counted-how-drafts", drafts);
    let open: Vec<&FollowUp> = pane.follow_ups_shown().collect();
    let late: Vec<Row> = open.iter().filter(|one| one.is_overdue(today)).map(follow_up).collect();
    let late_name = words.with("caseload-overdue", &[("count", late.len().into())]);
    let late = figure(late_name, "counted-how-overdue", late);
    let all = open.iter().map(follow_up).collect();
    let all = figure(words.count("follow-up", open.len()), "counted-how-follow-ups", all);
    let (log, agreed) = ([log, drafts], [all, late]);
    let ordered = if pane.shows_log() { [log, agreed] } else { [agreed, log] };
    (pane.title(model), ordered.into_iter().flatten().flatten().collect())
}

/// The cases that the caseload lists, and those that are referred or wait.
pub(super) fn cases(model: &Model, names: &Names) -> Vec<Figure> {
    let (words, pane) = (&model.words, &model.caseload);
    let row = |row: &CaseView| Row {
        when: row.name.to_string(),
        what: words.code("stage", row.case.stage().code()).to_owned(),
        counts: String::new(),
    };
    let rows: Vec<Row> = pane.listed().map(row).collect();
    let name = format!("{} · {}", words.count("case", rows.len()), pane.filter_told(model));
    let how = vec![words.get("counted-how-cases").to_owned()];
    let listed = (!rows.is_empty()).then_some(Figure { name, how, rows });
    let outside = pane.running().iter().filter(|c| matches!(c.stage(), Stage::Referral | Stage::Waiting));
    let outside = outside.map(|case| {
        let since = case.waiting_since().unwrap_or(case.referral.on);
        let name = names.get(&case.id).map_or_else(|| model.told_name(case.id), ToString::to_string);
        let stage = words.code("stage", case.stage().code());
        let what = format!("{name} · {stage}");
        (since, Row { when: when(model, since), what, counts: caseload::told_wait(model, since) })
    });
    let mut outside: Vec<(NaiveDate, Row)> = outside.collect();
    outside.sort_by_key(|(since, _)| *since);
    let rows: Vec<Row> = outside.into_iter().map(|(_, row)| row).collect();
    let name = words.with("counted-outside", &[("count", rows.len().into())]);
    let how = vec![words.get("counted-how-waiting").to_owned()];
    let outside = (!rows.is_empty()).then_some(Figure { name, how, rows });
    [listed, outside].into_iter().flatten().collect()
}

/// The children whose week at their own schools is not reported.
pub(super) fn not_reported(model: &Model, list: &OwnSchool) -> Option<Figure> {
    let (words, week) = (&model.words, list.week());
    let row = |row: &CaseView| Row {
        when: row.name.to_string(),
        what: words.get("own-school-nothing").to_owned(),
        counts: String::new(),
    };
    let rows: Vec<Row> = list.missing().map(row).collect();
    let missing = words.with("own-school-missing", &[("count", rows.len().into())]);
    let span = dates::span(words.lang(), week.monday(), week.monday() + Days::new(4));
    let name = format!("{} · {missing}", dates::week(words.lang(), week.monday()));
    let how = vec![words.with("counted-how-not-reported", &[("span", span.into())])];
    (!rows.is_empty()).then_some(Figure { name, how, rows })
}
