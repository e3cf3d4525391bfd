//! Consents that run out: to be asked for again before their last day.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::consent::Consent;
use crate::rules::consents::that_run_out;
use crate::rules::obligations::dates::{deadline, minus};
use crate::rules::obligations::obligation::{Obligation, Window};
use crate::rules::obligations::terms::{Owed, Settled, Terms};
use crate::rules::obligations::why::{Reckoned, Why};
use crate::value::obligation::ObligationKind;
use crate::value::text::Line;

/// Days before the last day of a consent from which a new one is to be asked for. Source: our own.
const AHEAD: u32 = 14;

/// The consents that run out on one day are one obligation, reckoned from that day. A later consent with the same party
/// answers for each.
pub(super) fn renewals(terms: &Terms<'_>) -> Vec<Obligation> {
    let all = that_run_out(&terms.ledger.consents);
    all.chunk_by(|(one, ..), (other, ..)| one == other).filter_map(|of_day| renewal(terms, of_day)).collect()
}

/// The renewal of the consents that run out on one day.
fn renewal(terms: &Terms<'_>, of_day: &[(NaiveDate, &Consent, Option<NaiveDate>)]) -> Option<Obligation> {
    let kind = ObligationKind::ConsentRenewal;
    let (last, first, _) = *of_day.first()?;
    let earliest = minus(last, AHEAD);
    let due = deadline(terms.calendar, last, earliest);
    let why = Why { reckoned: Reckoned::RunsOut(last), moved: due.moved };
    let window = Window { earliest, latest: due.date };
    let renewed: Option<Vec<NaiveDate>> = of_day.iter().map(|(_, _, by)| *by).collect();
    let settled = renewed.and_then(|days| days.into_iter().max()).map(Settled::done);
    let settled = settled.or_else(|| terms.answer(kind, last));
    let named: Vec<&str> = of_day.iter().map(|(_, consent, _)| consent.what.as_str()).collect();
    // Too many to name are named by the first.
    let what = Line::new(&named.join(", ")).unwrap_or_else(|_| first.what.clone());
    let owed = Owed { kind, since: last, window, date: due.date, why };
    Some(Obligation { what: Some(what), ..terms.obligation(owed, settled, None) })
}
