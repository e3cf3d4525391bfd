//! The overview: what the staff must know before the child arrives, in the order in which it matters: what is wrong,
//! what is next, how it goes, who is around the child.

use chrono::Datelike;
use trivsel_domain::record::{Case, FollowUp, Standing, Strand};
use trivsel_domain::rules::obligations::{Obligation, State};
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::seats;
use trivsel_domain::rules::weeks::Week;
use trivsel_domain::value::Coded;

use super::{Sheet, SheetRow, Target, View, baseline, goals, moves, next, owed, post};
use crate::draw::{wrap, wrap_within};
use crate::forms::case::{ChildForm, FieldsForm, ProgressForm};
use crate::model::Model;
use crate::panes::caseload;
use crate::widgets::cells::Cells;
use trivsel_words::numbers::{part, percent};
use trivsel_words::text::clip;
use trivsel_words::{dates, score, talk as told};

/// The weeks whose attendance is told where no bars show them.
const WEEKS: usize = 5;
/// The width of a label, in columns.
const LABEL: usize = 17;

pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let mut rows = Vec::new();
    let room = width.saturating_sub(LABEL + 2);
    // The alarms of the caseload come first, each whole.
    for (text, style) in sheet.line.iter().flat_map(|line| caseload::alarms(model, line)) {
        let mut label = model.words.get("sheet-concern");
        for part in wrap(&text, room) {
            let cells = Cells::new().gap(1).left(label, LABEL - 1, model.theme.dim).gap(1).text(part, style);
            rows.push(SheetRow::new(cells, Target::Development));
            label = "";
        }
    }
    // Beside the pictures there are fewer columns, and lines to spare for what is to be done.
    let is_beside = width < usize::from(model.size.0);
    let most = if is_beside { 2 } else { 1 };
    let mut add = |label: &str, text: String, target: Target, alarm: bool| {
        let style = if alarm { model.theme.alarm } else { model.theme.text };
        for (n, line) in wrap_within(&text, room, most).iter().enumerate() {
            let label = if n == 0 { label } else { "" };
            let cells = Cells::new().gap(1).left(label, LABEL - 1, model.theme.dim).gap(1);
            rows.push(SheetRow::new(cells.left(line, room, style), target.clone()));
        }
    };
    let (words, lang, today) = (&model.words, model.words.lang(), model.today());
    let case = &sheet.dossier.case;
    let owed: Vec<&Obligation> =
        sheet.owed.iter().filter(|o| matches!(o.state, State::Due | State::Overdue)).collect();
    for alert in sheet.measures.alerts(model.roster.lists.cut_offs, today) {
        let mut label = words.get("sheet-alert");
        for part in wrap(&format!("▲ {}", score::alert(words, &alert)), room) {
            add(std::mem::take(&mut label), part, Target::Scores(None), true);
        }
    }
    for one in sheet.follow_ups.iter().filter(|f| f.is_open()) {
        let late = one.is_overdue(today);
        let mark = if late { "▲ " } else { "" };
        let text = format!("{mark}{}", agreed(model, one));
        add(words.get("sheet-follow-up"), text, Target::Talk(one.talk), late);
    }
    for (n, one) in owed.iter().enumerate() {
        let label = if n == 0 { words.get("sheet-owed-label") } else { "" };
        add(label, owed::in_short(model, one), owed::target(one, case.id), one.state == State::Overdue);
    }
    if let Some(text) = next_step(sheet, model) {
        add(words.get("sheet-next"), text, Target::View(View::Next), false);
    }
    if let Some(next) = sheet.next_appointment(today) {
        let day = dates::relative(lang, next.date, today);
        add(words.get("sheet-next-talk"), format!("{day} · {}", next.title.as_str()), Target::Nothing, false);
    }
    add(words.get("sheet-attendance"), attendance(sheet, model), Target::Development, false);
    // Beside the rows, bars show the weeks.
    if let Some(text) = by_week(sheet, model).filter(|_| !is_beside) {
        add(words.get("sheet-by-week"), text, Target::Development, false);
    }
    if let Some(text) = last_scores(sheet, model) {
        add(words.get("sheet-scores"), text, Target::Scores(None), false);
    }
    for (label, text, target) in goals(sheet, model) {
        add(label, clip(&text, room), target, false);
    }
    add(words.get("sheet-stage"), standing(case, model).join(" · "), Target::View(View::Next), false);
    add(words.get("sheet-contacts"), contacts(sheet, model), Target::form(FieldsForm), false);
    let referral = dates::day_month_year(lang, case.referral.on);
    let note = case.referral.note.as_ref().map(|n| format!(" · {}", n.as_str())).unwrap_or_default();
    // Enter on the referral shows the full text before the form.
    let why = moves::referral(model, case).unwrap_or(Target::form(FieldsForm));
    add(
        words.code_in("sheet", "referred", Some(&case.programme)),
        clip(&format!("{referral}{note}"), room),
        why,
        false,
    );
    for other in &sheet.dossier.earlier {
        let label = if other.runs_on(model.today()) { "sheet-other-case" } else { "sheet-earlier" };
        add(words.get(label), case_in_words(other, model), Target::Case(other.id), false);
    }
    let child = &sheet.dossier.child;
    let born = child.born.map(|b| dates::day_month_year(lang, b));
    let cpr = child.cpr.as_ref().map(|c| format!("CPR {}", c.masked()));
    let school = child.school.as_ref().map(|s| s.as_str().to_owned());
    let told_of: Vec<String> = [born, cpr, school].into_iter().flatten().collect();
    add(words.get("sheet-child"), told_of.join(" · "), Target::form(ChildForm), false);
    for (label, text, target) in baseline::lines(sheet, model, room) {
        add(label, text, target, false);
    }
    if let Some((text, alarm)) = post::standing(sheet, model) {
        add(words.get("sheet-consents"), clip(&text, room), Target::View(View::Post), alarm);
    }
    add(words.get("sheet-needs"), needs(sheet, model), Target::form(FieldsForm), false);
    if let Some(end) = case.expected_end {
        add(words.get("sheet-ends"), dates::day_month_year(lang, end), Target::form(FieldsForm), false);
    }
    rows
}

/// The next step with the number of its requirements that are missing; nothing where no stage lies ahead.
fn next_step(sheet: &Sheet, model: &Model) -> Option<String> {
    let ahead = sheet.possible().first().copied()?;
    let missing = next::checks(sheet, model, ahead).iter().filter(|c| !c.is_met()).count();
    let stage = model.words.code("stage", ahead.code());
    Some(model.words.with("sheet-next-step", &[("stage", stage.into()), ("count", missing.into())]))
}

/// The open goals with their progress, one line each.
fn goals<'a>(sheet: &'a Sheet, model: &'a Model) -> Vec<(&'a str, String, Target)> {
    let words = &model.words;
    let mut label = words.get("sheet-goals");
    let open = sheet.dossier.goals.iter().filter(|g| g.ended.is_none());
    let lines: Vec<(&str, String, Target)> = open
        .map(|goal| {
            let text = format!("{}  {}", goals::how_far(goal), goal.text.as_str());
            (std::mem::take(&mut label), text, Target::form(ProgressForm(goal.id)))
        })
        .collect();
    if lines.is_empty() {
        return vec![(label, words.get("sheet-no-goals").to_owned(), Target::View(View::Goals))];
    }
    lines
}

/// A follow-up: who, what, by when.
fn agreed(model: &Model, one: &FollowUp) -> String {
    let due = dates::relative(model.words.lang(), one.due, model.today());
    format!("{due} · {} · {}", told::doer(&model.roster.staff, &one.who), one.what.as_str())
}

/// Another case of the child: programme, start, and its stage or end.
fn case_in_words(case: &Case, model: &Model) -> String {
    let (words, lang) = (&model.words, model.words.lang());
    let day = dates::day_month_year(lang, case.referral.on);
    let name = model.roster.programme_name(&case.programme, lang);
    let referred = words.code_in("caseload", "referred", Some(&case.programme));
    format!("{name} · {referred} {day} · {}", standing(case, model).join(" · "))
}

/// Stage, level and seat, the most important first.
pub(super) fn standing(case: &Case, model: &Model) -> Vec<String> {
    let (words, lang) = (&model.words, model.words.lang());
    let mut parts = vec![words.code("stage", case.stage().code()).to_owned()];
    parts.extend(case.level().map(|l| words.with("sheet-level", &[("level", usize::from(l.get()).into())])));
    if let Some(stay) = case.stay() {
        let day = dates::day_month_year(lang, stay.from);
        parts.push(
            words
                .with("caseload-seat", &[("seat", usize::from(stay.seat.get()).into()), ("day", day.into())]),
        );
    }
    match &case.standing {
        Standing::Waiting { priority, last_contact } => {
            parts.push(words.code("priority", priority.code()).to_owned());
            parts.extend(last_contact.map(|d| {
                words.with("sheet-last-contact", &[("day", dates::relative(lang, d, model.today()).into())])
            }));
        }
        Standing::Closed { closing, .. } => {
            parts.push(words.code("outcome", closing.outcome.code()).to_owned());
            parts.push(dates::day_month_year(lang, closing.on));
        }
        Standing::Referral | Standing::Seated { .. } | Standing::Declined { .. } => {}
    }
    parts
}

fn contacts(sheet: &Sheet, model: &Model) -> String {
    let contacts = sheet.dossier.case.contacts;
    let name = |id: Option<trivsel_domain::value::StaffId>| id.map(|id| model.roster.name(id).to_owned());
    let all: Vec<String> = [name(contacts.primary), name(contacts.secondary)].into_iter().flatten().collect();
    if all.is_empty() { model.words.get("sheet-no-contact").to_owned() } else { all.join(", ") }
}

/// The attendance share of the last thirty days, in words.
fn attendance(sheet: &Sheet, model: &Model) -> String {
    let words = &model.words;
    let figures = sheet.line.as_ref().and_then(|line| line.figures.as_ref());
    if let Some(Attendance::Reported(figures)) = figures {
        let none = || words.get("sheet-none-reported").to_owned();
        return trivsel_words::reported::figures(words, figures).unwrap_or_else(none);
    }
    match figures.and_then(Attendance::share) {
        Some(share) => words.with("sheet-thirty", &[("share", percent(words.lang(), share).into())]),
        None => words.get("sheet-no-marks").to_owned(),
    }
}

/// The share of each of the last weeks, oldest first.
fn by_week(sheet: &Sheet, model: &Model) -> Option<String> {
    let words = &model.words;
    let registered = |week: &&Week| week.half_days().1 > 0;
    let from = sheet.weeks.iter().filter(registered).count().saturating_sub(WEEKS);
    let weeks: Vec<&Week> = sheet.weeks.iter().filter(registered).skip(from).collect();
    // One week alone is no trend.
    let [first, .., last] = weeks.as_slice() else { return None };
    let share = |week: &&Week| {
        let (attended, of) = week.half_days();
        part(words.lang(), attended, of)
    };
    let shares: Vec<String> = weeks.iter().filter_map(share).collect();
    let (from, to) = (dates::week(words.lang(), first.monday), last.monday.iso_week().week());
    Some(format!("{from}–{to}: {}", shares.join(" · ")))
}

/// The first and the latest score of each strand.
fn last_scores(sheet: &Sheet, model: &Model) -> Option<String> {
    let words = &model.words;
    let mut strands: Vec<Strand> =
        sheet.measures.iter().map(trivsel_domain::record::Measure::strand).collect();
    strands.sort();
    strands.dedup();
    let last = |strand: &Strand| {
        let latest = sheet.measures.iter().rfind(|m| m.strand() == *strand)?;
        let first = sheet.measures.iter().find(|m| m.strand() == *strand && m.id != latest.id);
        let first = first.map(|m| format!("{} → ", score::number(words, m))).unwrap_or_default();
        let rater = words.code("role", latest.rater.code());
        Some(format!("{} {first}{} {rater}", score::name(&latest.score), score::number(words, latest)))
    };
    let mut parts: Vec<String> = strands.iter().filter_map(last).collect();
    parts.extend(score::sealed(words, &sheet.measures));
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The needs of the case, and whether its contacts meet them.
fn needs(sheet: &Sheet, model: &Model) -> String {
    let words = &model.words;
    let case = &sheet.dossier.case;
    if case.needs.is_empty() {
        return words.get("sheet-no-needs").to_owned();
    }
    let contacts = [case.contacts.primary, case.contacts.secondary];
    let staff: Vec<_> = model.roster.staff.iter().filter(|s| contacts.contains(&Some(s.id))).collect();
    let told = |need: &trivsel_domain::record::Need| {
        let met = staff.iter().any(|s| need.is_met_by(s));
        let name = words_of_need(model, need);
        if met { name } else { words.with("sheet-need-open", &[("need", name.into())]) }
    };
    case.needs.iter().map(told).collect::<Vec<_>>().join(" · ")
}

/// The name of a need.
#[must_use]
pub fn words_of_need(model: &Model, need: &trivsel_domain::record::Need) -> String {
    match need {
        trivsel_domain::record::Need::Competency(c) => model.words.code("competency", c.code()).to_owned(),
        trivsel_domain::record::Need::Method(tag) => tag.as_str().to_owned(),
    }
}

/// The seats in use and in all, for the heading of the sheet.
#[must_use]
pub fn seats_told(sheet: &Sheet, model: &Model) -> Option<String> {
    let case = &sheet.dossier.case;
    let (_, house) = model.roster.programmes.iter().find(|(p, _)| *p.code() == case.programme)?;
    let norm = house.seats.number()?;
    let held = seats::occupied(&sheet.cases, &case.programme, model.today()).len();
    let words = &model.words;
    Some(words.with("caseload-seats", &[("held", held.into()), ("norm", usize::from(norm).into())]))
}
