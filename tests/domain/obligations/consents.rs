//! Consents that run out are asked for again.

use super::*;
use trivsel_domain::record::{Consent, Party};
use trivsel_domain::value::{ConsentId, Role};

fn consent(n: u128, with: Role, from: NaiveDate, to: Option<NaiveDate>) -> Consent {
    Consent {
        id: ConsentId::from_u128(n),
        case: CaseId::from_u128(1),
        giver: Party::Role(Role::Mother),
        what: Line::new(&format!("Nummer {n}")).unwrap(),
        with_whom: Party::Role(with),
        from,
        to,
        withdrawn: None,
        note: None,
    }
}

fn renewals(course: &Course, consents: &[Consent], today: NaiveDate) -> Vec<Obligation> {
    let ledger = Ledger { consents: consents.to_vec(), ..course.ledger() };
    let owed = obligations_of(&ledger, &calendar(), today);
    owed.into_iter().filter(|o| o.kind == ObligationKind::ConsentRenewal).collect()
}

#[test]
fn a_consent_is_asked_for_again_in_the_two_weeks_before_its_last_day() {
    let (from, last) = (date(2026, 8, 10), date(2026, 12, 4));
    let consents = [consent(1, Role::School, from, Some(last)), consent(2, Role::Ppr, from, None)];
    for (today, state) in [
        (date(2026, 11, 19), State::Upcoming),
        (date(2026, 11, 20), State::Due),
        (date(2026, 12, 4), State::Due),
        (date(2026, 12, 5), State::Overdue),
    ] {
        let owed = renewals(&course(), &consents, today);
        assert_eq!(
            owed.iter().map(|o| (o.since, o.date, o.state)).collect::<Vec<_>>(),
            [(last, last, state)]
        );
        assert_eq!(owed[0].why.reckoned, Reckoned::RunsOut(last));
        assert_eq!(owed[0].what.as_ref().map(Line::as_str), Some("Nummer 1"));
    }
    // A last day in a holiday is met before it.
    let christmas = [consent(1, Role::School, from, Some(date(2026, 12, 28)))];
    assert_eq!(renewals(&course(), &christmas, from)[0].date, date(2026, 12, 22));
}

#[test]
fn a_later_consent_answers_for_the_one_before_and_a_withdrawn_one_asks_nothing() {
    let (from, last) = (date(2026, 8, 10), date(2026, 12, 4));
    let (school, family) =
        (consent(1, Role::School, from, Some(last)), consent(2, Role::Ppr, from, Some(last)));
    let given = date(2026, 11, 25);
    let anew = consent(3, Role::School, given, Some(date(2027, 7, 31)));
    let both = [school.clone(), family.clone(), anew.clone()];
    let of_day = |owed: Vec<Obligation>| owed.into_iter().find(|o| o.since == last).unwrap();
    // One of the two that run out on the day has none yet.
    let owed = of_day(renewals(&course(), &both, given));
    assert_eq!((owed.state, owed.what.unwrap().as_str()), (State::Due, "Nummer 1, Nummer 2"));
    let owed = of_day(renewals(&course(), &[school.clone(), anew], given));
    assert_eq!((owed.state, owed.answered), (State::Fulfilled, Some(given)));
    let withdrawn = Consent { withdrawn: Some(date(2026, 9, 9)), ..school.clone() };
    assert_eq!(renewals(&course(), &[withdrawn], given), []);
    // It lapses with a reason, and a closed case is asked nothing.
    let excused = course().excuses(ObligationKind::ConsentRenewal, last);
    assert_eq!(of_day(renewals(&excused, &[school.clone(), family], given)).state, State::Excused);
    let mut over = course();
    let stay = over.case.stay().unwrap();
    let closing = Closing { on: given, outcome: Outcome::GeneralSchool, place: None };
    over.case.standing = Standing::Closed { stay, closing };
    assert_eq!(renewals(&over, &[school], given), []);
}
