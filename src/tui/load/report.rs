//! Reading what a report of a case is made from.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{CaseId, StaffId, TalkId};
use trivsel_reports::Material;
use trivsel_store::{House, Noted, StoreError, TalkQuery};

use super::{EVER, lists};

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
