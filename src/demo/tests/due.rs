//! Tests: what waits to be done in the invented house, and what the access log begins with.

use std::collections::BTreeSet;

use chrono::Datelike;
use trivsel_domain::record::{CorrespondenceKind, DocumentKind, Retention, TalkKind};
use trivsel_domain::rules::retention::{Kept, past_retention};
use trivsel_domain::value::ObligationKind;

use super::{date, house, of};
use crate::demo::looks;

#[test]
fn a_follow_up_meeting_is_agreed_and_its_status_letter_is_not_written() {
    let house = house(date(2026, 11, 25));
    let (_, malte) = of(&house, "Malte Riis");
    let meetings = house.appointments.iter().filter(|a| a.case == Some(malte.id));
    let ahead: Vec<_> = meetings.filter(|a| a.kind == Some(TalkKind::FollowUp)).map(|a| a.date).collect();
    assert_eq!(ahead, [date(2026, 12, 11)]);
    let letters = house.documents.iter().filter(|d| d.case == malte.id);
    let mut letters = letters.filter(|d| d.kind == DocumentKind::StatusLetter);
    let last = house.talks.iter().filter(|t| t.case() == Some(malte.id) && t.kind() == TalkKind::FollowUp);
    let last = last.map(|t| t.date).max().unwrap();
    assert!(letters.all(|d| d.signed.is_some_and(|s| s.at.date() < last)), "the letter before the last one");
}

#[test]
fn one_child_is_kept_no_longer_and_had_a_seat() {
    for today in [date(2026, 11, 25), date(2026, 8, 12), date(2027, 7, 30)] {
        let house = house(today);
        let kept: Vec<Kept> = house.cases.iter().map(Kept::from).collect();
        let past = past_retention(&kept, &Retention::default(), today);
        let [(_, child)] = past[..] else { panic!("{today}: {past:?}") };
        let case = house.cases.iter().find(|c| c.child == child).unwrap();
        assert!(case.stay().is_some() && case.moves.last().unwrap().reason.is_some(), "{today}: {case:?}");
    }
}

#[test]
fn of_the_contacts_about_last_quarters_absence_one_is_made_and_one_is_not() {
    let house = house(date(2026, 11, 25));
    let made = house.answers.iter().filter(|a| a.obligation == ObligationKind::AbsenceContact);
    assert_eq!(made.map(|a| a.case).collect::<Vec<_>>(), [of(&house, "Søren Ærø").1.id]);
    let sent = house.correspondence.iter().filter(|c| c.kind == CorrespondenceKind::AbsenceContact);
    let titles: BTreeSet<&str> = sent.map(|c| c.what.as_str()).collect();
    assert_eq!(titles, BTreeSet::from(["Om fraværet i kvartalet: sygdom og ulovligt fravær"]));
}

#[test]
fn a_subject_is_waived_with_its_reason() {
    let house = house(date(2026, 11, 25));
    let subjects = house.teaching.iter().flat_map(trivsel_domain::record::TeachingPlan::subjects);
    assert_eq!(subjects.filter(|s| s.waived().is_some() && s.lessons == 0).count(), 1);
}

#[test]
fn the_access_log_begins_with_looks_of_this_month_and_the_last() {
    let today = date(2026, 11, 25);
    let house = house(today);
    let looks = looks(today, &house);
    assert!(looks.is_sorted_by_key(|look| look.at) && looks.iter().all(|look| look.at.date() < today));
    let contacts = |look: &&crate::demo::Look| {
        let case = house.cases.iter().find(|c| c.id == look.case).unwrap();
        case.contacts.has(look.by)
    };
    for month in [10, 11] {
        let of_month = looks.iter().filter(|look| look.at.month() == month);
        assert!(of_month.clone().filter(|look| !contacts(look)).count() >= 3, "{month}");
        assert!(of_month.filter(contacts).count() >= 3, "{month}");
    }
    for look in &looks {
        let note = look.talk.map(|id| house.talks.iter().find(|t| t.id == id).unwrap());
        assert!(note.is_none_or(|t| t.case() == Some(look.case) && t.is_open_to(look.by)), "{look:?}");
    }
}
