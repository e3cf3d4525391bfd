//! A request for access: a person reviews restricted notes and other people one by one before the document is made.

use std::collections::BTreeSet;
use std::io::{IsTerminal, stdin};

use trivsel_domain::decide::Denied;
use trivsel_domain::record::{Person, Records, Talk};
use trivsel_domain::value::{CaseId, Coded, PersonId, TalkId};
use trivsel_reports::request::{Look, Request, StaffAs, to_review};
use trivsel_reports::{Paper, ReportKind};
use trivsel_store::{Access, AccessQuery, LoggedAccess};
use trivsel_words::{Words, access, dates, talk as told};

use super::Report;
use crate::cli::failure::Failure;
use crate::cli::open_house::OpenHouse;
use crate::cli::output::{complain, ended, say, say_text};
use crate::cli::session::Session;
use crate::cli::welcome::ask;

/// The document about the child of some cases, after the review, and every case of the child.
pub(super) fn paper(
    session: &Session,
    open: &mut OpenHouse,
    cases: &[CaseId],
    args: &Report,
) -> Result<(Paper, Vec<CaseId>), Failure> {
    let words = &session.words;
    let records = open.house.records()?;
    let no_child = || Failure::said(words.get("cli-report-no-child"));
    let child = records.cases.iter().find(|c| cases.contains(&c.id)).map(|c| c.child).ok_or_else(no_child)?;
    let cases: Vec<CaseId> = records.cases.iter().filter(|c| c.child == child).map(|c| c.id).collect();
    let restricted = to_review(&records, child);
    let around: Vec<&Person> = records.people.iter().filter(|person| person.child == child).collect();
    let asks = !restricted.is_empty() && !args.leave_out_restricted
        || !around.is_empty() && !args.leave_out_third_parties;
    if asks && !stdin().is_terminal() {
        return Err(Failure::Usage(words.get("cli-report-review").to_owned()));
    }
    let people = left_people(session, &around, args.leave_out_third_parties)?;
    let notes = left_notes(session, open, &records, &restricted, args.leave_out_restricted)?;
    let looks = looks(session, open, &cases)?;
    let request = Request {
        records: &records,
        child,
        staff_as: args.staff.map_or(StaffAs::Names, StaffAs::from),
        notes: &notes,
        people: &people,
        looks: &looks,
        today: session.clock.today(),
    };
    let paper = request.paper(words).ok_or_else(no_child)?;
    complain(&ended(words.get("report-read-through")));
    Ok((paper, cases))
}

/// The people around the child that are left out: all of them, or those that the user does not take in.
fn left_people(session: &Session, around: &[&Person], all: bool) -> Result<BTreeSet<PersonId>, Failure> {
    let words = &session.words;
    let mut left = BTreeSet::new();
    for person in around {
        let role = words.code("role", person.role.code());
        let args = [("role", role.into()), ("name", person.name.as_str().into())];
        if all || !yes(session, &words.with("report-ask-person", &args))? {
            left.insert(person.id);
        }
    }
    Ok(left)
}

/// The restricted notes that are left out. Each that the user may read is shown first, which is logged; the others are
/// left out unseen.
fn left_notes(
    session: &Session,
    open: &mut OpenHouse,
    records: &Records,
    restricted: &[&Talk],
    all: bool,
) -> Result<BTreeSet<TalkId>, Failure> {
    let words = &session.words;
    let mut left = BTreeSet::new();
    for talk in restricted {
        let day = dates::day_month_year(words.lang(), talk.date);
        let args = [
            ("kind", words.code("talk", talk.kind().code()).into()),
            ("day", day.into()),
            ("by", told::name(&records.staff, talk.author).into()),
        ];
        if all {
            left.insert(talk.id);
            continue;
        }
        let asker = open.asker(session);
        match open.house.open_talk(asker, talk.id) {
            Ok(opened) => {
                say(&words.with("report-note", &args))?;
                opened.talk.text.as_str().lines().try_for_each(say_text)?;
                for addendum in &opened.addenda {
                    addendum.text.as_str().lines().try_for_each(say_text)?;
                }
                if !yes(session, words.get("report-ask-note"))? {
                    left.insert(talk.id);
                }
            }
            Err(Denied::Refused(_)) => {
                say(&ended(&words.with("report-note-closed", &args)))?;
                left.insert(talk.id);
            }
            Err(Denied::Failed(error)) => return Err(error.into()),
        }
    }
    Ok(left)
}

/// Asks until the answer is yes or no. Nothing is taken for an answer that was not given.
fn yes(session: &Session, question: &str) -> Result<bool, Failure> {
    loop {
        say_text(question)?;
        let answer = ask(session, "cli-ask-yes-or-no")?;
        match answer.chars().next().map(|c| c.to_ascii_lowercase()) {
            Some('j' | 'y') => return Ok(true),
            Some('n') => return Ok(false),
            _ => {}
        }
    }
}

/// The looks at the cases of the child, oldest first.
fn looks(session: &Session, open: &OpenHouse, cases: &[CaseId]) -> Result<Vec<Look>, Failure> {
    let words = &session.words;
    let mut found = Vec::new();
    for case in cases {
        let query = AccessQuery { case: Some(*case), limit: usize::MAX, ..AccessQuery::default() };
        found.extend(open.house.access_log(&query)?);
    }
    found.sort_by_key(|look| look.number);
    let look = |one: LoggedAccess| Look {
        at: one.at,
        by: one.by,
        what: access::told(words, &named(words, one.access)),
    };
    Ok(found.into_iter().map(look).collect())
}

/// An export of a report by the name of the report.
fn named(words: &Words, access: Access) -> Access {
    match access {
        Access::Export { case, what } => {
            let name = ReportKind::from_code(&what).map(|kind| kind.name(words).to_owned());
            Access::Export { case, what: name.unwrap_or(what) }
        }
        other => other,
    }
}
