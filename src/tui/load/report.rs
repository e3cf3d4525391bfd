//! Reading what a report of a case is made from, and the answer to a request for access.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use trivsel_domain::record::{Misplacement, Records, Talk};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{CaseId, StaffId, TalkId};
use trivsel_reports::request::{Look, Request, Reviewed, to_review};
use trivsel_reports::{Material, Paper, ReportKind};
use trivsel_store::{Access, AccessQuery, House, LoggedAccess, Noted, StoreError, TalkQuery};
use trivsel_words::{Words, access};

use super::{EVER, Loaded, lists};
use crate::layers::request::RequestRead;
use crate::view::Roster;

/// What the reports of a case are made from, as the house stands; nothing if there is no such case. Scores of restricted
/// talks stay in the house, and are counted.
///
/// # Errors
/// When the house can't be read.
pub fn material(
    house: &House,
    reader: StaffId,
    case: CaseId,
    today: NaiveDate,
) -> Result<Option<Material>, StoreError> {
    let Some(dossier) = house.dossier(case)? else { return Ok(None) };
    let all = TalkQuery { cases: vec![case], limit: usize::MAX, ..TalkQuery::default() };
    let restricted: BTreeSet<TalkId> = house
        .talks(&all, reader)?
        .into_iter()
        .filter_map(|noted| match noted {
            Noted::Sealed(sealed) => Some(sealed.id),
            Noted::Open { .. } => None,
        })
        .collect();
    let read = house.measures(case, reader)?;
    // What the reader may see here is not for others outside.
    let measures = OpenScores::new(read.to_vec(), |talk| !restricted.contains(&talk));
    let programmes = house.programmes()?.into_iter().map(|(programme, _)| programme);
    Ok(Some(Material {
        programme: programmes.into_iter().find(|p| *p.code() == dossier.case.programme),
        staff: house.staff()?,
        calendar: house.calendar()?,
        lists: lists(house.settings()?.as_ref()),
        timetables: house.timetables(case)?,
        days: house.days(&[case], EVER.0, EVER.1)?,
        withheld: read.sealed() + measures.sealed(),
        measures,
        today,
        dossier,
    }))
}

/// The answer to a request for access about a child, after its review, and every case of the child; nothing if there is no
/// such child.
///
/// # Errors
/// When the house can't be read.
pub fn answer(
    words: &Words,
    house: &House,
    records: &Records,
    reviewed: &Reviewed,
    today: NaiveDate,
) -> Result<Option<(Paper, Vec<CaseId>)>, StoreError> {
    let of_child = records.cases.iter().filter(|case| case.child == reviewed.child);
    let cases: Vec<CaseId> = of_child.map(|case| case.id).collect();
    let looks = looks(words, house, &cases)?;
    let (notes, people) = reviewed.left_out(records);
    let request = Request {
        records,
        child: reviewed.child,
        staff_as: reviewed.staff_as,
        notes: &notes,
        people: &people,
        looks: &looks,
        today,
    };
    Ok(request.paper(words).map(|paper| (paper, cases)))
}

/// The looks at the cases of a child, oldest first.
fn looks(words: &Words, house: &House, cases: &[CaseId]) -> Result<Vec<Look>, StoreError> {
    let mut found = Vec::new();
    for case in cases {
        let query = AccessQuery { case: Some(*case), limit: usize::MAX, ..AccessQuery::default() };
        found.extend(house.access_log(&query)?);
    }
    found.sort_by_key(|look| look.number);
    let look = |one: LoggedAccess| Look { at: one.at, by: one.by, what: told(words, &one.access) };
    Ok(found.into_iter().map(look).collect())
}

/// What the figures of the house are called in the access log.
pub const FIGURES: &str = "stats";

/// What an entry of the access log says, a report by its name: "tog en fil ud af huset (Statusskriv)".
#[must_use]
pub fn told(words: &Words, access: &Access) -> String {
    let Access::Export { case, what } = access else { return access::told(words, access) };
    let name = match ReportKind::from_code(what) {
        Some(kind) => kind.name(words),
        None if what == FIGURES => words.get("stats-title"),
        // A format says it all of the house itself.
        None => what,
    };
    access::told(words, &Access::Export { case: *case, what: name.to_owned() })
}

/// What is to be reviewed before a request for access of the child of a case is answered; nothing if there is no such case.
pub(super) fn request(
    house: &House,
    roster: &Roster,
    reader: StaffId,
    case: CaseId,
) -> Result<Loaded, StoreError> {
    let records = house.records()?;
    let child = records.cases.iter().find(|one| one.id == case).map(|one| one.child);
    let Some(child) = records.children.iter().find(|one| Some(one.id) == child) else {
        return Ok(Loaded::Nothing);
    };
    let reader = records.staff.iter().find(|one| one.id == reader);
    let is_marked = |talk: &Talk| records.misplacements.iter().any(|mark| mark.talk == talk.id);
    let is_open =
        |talk: &Talk| reader.is_some_and(|reader| Misplacement::is_open(talk, is_marked(talk), reader));
    let notes = to_review(&records, child.id).into_iter().map(|talk| (talk.clone(), is_open(talk)));
    let people = records.people.iter().filter(|person| person.child == child.id);
    Ok(Loaded::Request(Box::new(RequestRead {
        case,
        child: child.id,
        name: roster.namesakes.name(child),
        people: people.cloned().collect(),
        notes: notes.collect(),
    })))
}
