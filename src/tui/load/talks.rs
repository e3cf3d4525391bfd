//! Reading the talk log: the newest talks, their count, and older ones page by page.

use trivsel_domain::value::{CaseId, StaffId};
use trivsel_store::{House, LogKey, Noted, StoreError, TalkQuery};

use super::names;
use crate::panes::talks::filter::Filter;
use crate::panes::talks::log::{Log, Page, Total};
use crate::view::Roster;

/// How many talks the log lists at first, and how many more each time its end is reached.
const LISTED: usize = 500;
/// Counting stops after this many talks.
const COUNTED: usize = 10_000;

/// The log, at least as long as it was listed before, and the open follow-ups.
pub(super) fn log(
    house: &House,
    roster: &Roster,
    reader: StaffId,
    filter: &Filter,
    listed: usize,
) -> Result<Log, StoreError> {
    let query = filter.query(listed.max(LISTED));
    let talks = house.talks(&query, reader)?;
    let total = total(house, reader, &query, talks.len())?;
    let follow_ups = house.open_follow_ups(reader)?;
    let mut places = std::collections::HashMap::new();
    for talk in follow_ups.iter().filter(|f| f.case.is_none()).map(|f| f.talk) {
        if let Some(place) = house.place_of(talk, reader)? {
            places.insert(talk, place.as_str().to_owned());
        }
    }
    let cases = talks.iter().flat_map(cases).chain(follow_ups.iter().filter_map(|f| f.case));
    let names = names(house, roster, cases.chain(filter.cases()))?;
    let tags = house.tags_in_use(reader)?;
    Ok(Log { filter: filter.clone(), talks, total, follow_ups, places, tags, names })
}

/// The case of a talk, and the one that it belongs to if it is misplaced.
fn cases(talk: &Noted) -> impl Iterator<Item = CaseId> {
    let right = match talk {
        Noted::Sealed(sealed) => sealed.misplaced.as_ref().and_then(|mark| mark.right),
        Noted::Open { .. } => None,
    };
    talk.case().into_iter().chain(right)
}

/// The page of talks after one in the list.
pub(super) fn page(
    house: &House,
    roster: &Roster,
    reader: StaffId,
    filter: &Filter,
    before: LogKey,
) -> Result<Page, StoreError> {
    let query = TalkQuery { before: Some(before), ..filter.query(LISTED) };
    let talks = house.talks(&query, reader)?;
    let names = names(house, roster, talks.iter().flat_map(cases))?;
    Ok(Page { filter: filter.clone(), before, full: talks.len() == LISTED, talks, names })
}

/// How many talks there are; a list shorter than its limit is complete.
fn total(house: &House, reader: StaffId, query: &TalkQuery, listed: usize) -> Result<Total, StoreError> {
    if listed < query.limit {
        return Ok(Total::Exactly(listed));
    }
    let most = COUNTED.max(listed);
    let count = house.count_talks(query, reader, most + 1)?;
    Ok(if count > most { Total::Over(most) } else { Total::Exactly(count) })
}
