//! A request for access: a person reviews restricted notes and other people one by one before the document is made.

use std::collections::BTreeSet;
use std::io::{IsTerminal, stdin};

use trivsel_domain::decide::Denied;
use trivsel_domain::record::{Person, Records, Talk};
use trivsel_domain::value::{CaseId, Coded, PersonId, TalkId};
use trivsel_reports::Paper;
use trivsel_reports::request::{Reviewed, StaffAs, to_review};
use trivsel_tui::load::report::answer;
use trivsel_words::{dates, talk as told};

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
    let restricted = to_review(&records, child);
    let around: Vec<&Person> = records.people.iter().filter(|person| person.child == child).collect();
    let asks = !restricted.is_empty() && !args.leave_out_restricted
        || !around.is_empty() && !args.leave_out_third_parties;
    if asks && !stdin().is_terminal() {
        return Err(Failure::Usage(words.get("cli-report-review").to_owned()));
    }
    let reviewed = Reviewed {
        child,
        staff_as: args.staff.map_or(StaffAs::Names, StaffAs::from),
        people: people_taken(session, &around, args.leave_out_third_parties)?,
        notes: notes_taken(session, open, &records, &restricted, args.leave_out_restricted)?,
    };
    let answer = answer(words, &open.house, &records, &reviewed, session.clock.today())?;
    let answer = answer.ok_or_else(no_child)?;
    complain(&ended(words.get("report-read-through")));
    Ok(answer)
}

/// The people around the child whom the user takes in: of all, or of none.
fn people_taken(session: &Session, around: &[&Person], none: bool) -> Result<BTreeSet<PersonId>, Failure> {
    let words = &session.words;
    let mut taken = BTreeSet::new();
    for person in around {
        let role = words.code("role", person.role.code());
        let args = [("role", role.into()), ("name", person.name.as_str().into())];
        if !none && yes(session, &words.with("report-ask-person", &args))? {
            taken.insert(person.id);
        }
    }
    Ok(taken)
}

/// The restricted notes that the user takes in. Each that the user may read is shown first, which is logged; the others are
/// left out unseen.
fn notes_taken(
    session: &Session,
    open: &mut OpenHouse,
    records: &Records,
    restricted: &[&Talk],
    none: bool,
) -> Result<BTreeSet<TalkId>, Failure> {
    let words = &session.words;
    let mut taken = BTreeSet::new();
    for talk in restricted.iter().filter(|_| !none) {
        let day = dates::day_month_year(words.lang(), talk.date);
        let args = [
            ("kind", words.code("talk", talk.kind().code()).into()),
            ("day", day.into()),
            ("by", told::name(&records.staff, talk.author).into()),
        ];
        let asker = open.asker(session);
        match open.house.open_talk(asker, talk.id) {
            Ok(opened) => {
                say(&words.with("report-note", &args))?;
                opened.talk.text.as_str().lines().try_for_each(say_text)?;
                for addendum in &opened.addenda {
                    addendum.text.as_str().lines().try_for_each(say_text)?;
                }
                if yes(session, words.get("report-ask-note"))? {
                    taken.insert(talk.id);
                }
            }
            Err(Denied::Refused(_)) => say(&ended(&words.with("report-note-closed", &args)))?,
            Err(Denied::Failed(error)) => return Err(error.into()),
        }
    }
    Ok(taken)
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
