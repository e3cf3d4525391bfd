//! Tests: the consents and the post of the invented house.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use trivsel_domain::record::{InOrOut, Records};
use trivsel_domain::rules::consents::{allowing, that_run_out};

use super::{date, house};

fn check(today: NaiveDate) {
    let house: Records = house(today);
    let ran_out = that_run_out(&house.consents);
    let past: Vec<_> = ran_out.iter().filter(|(to, _, by)| *to < today && by.is_none()).collect();
    assert_eq!(past.len(), 1, "{today}: one consent has run out");
    assert!(house.consents.iter().any(|c| c.withdrawn.is_some()), "{today}");
    let children: BTreeSet<_> = house.correspondence.iter().map(|c| c.case).collect();
    assert!(children.len() >= 5, "{today}: post of several children");
    for way in [InOrOut::In, InOrOut::Out] {
        assert!(
            house.correspondence.iter().filter(|c| c.way.in_or_out() == way).count() >= 4,
            "{today}: {way:?}"
        );
    }
    assert!(house.correspondence.iter().filter(|c| c.is_case_file_received()).count() >= 5, "{today}");
    for letter in &house.correspondence {
        assert!(letter.date <= today, "{today}: {}", letter.what.as_str());
        let out = letter.way.in_or_out() == InOrOut::Out;
        let grounded = letter.party.is_of_the_case(&house.people) || letter.way.ground().is_some();
        assert!(!out || grounded, "{today}: {} on nothing", letter.what.as_str());
    }
    // A consent that has run out held when something was sent on it.
    let (_, consent, _) = past[0];
    let of_case: Vec<_> = house.consents.iter().filter(|c| c.case == consent.case).cloned().collect();
    let sent = house.correspondence.iter().filter(|c| c.case == consent.case);
    let mut sent = sent.filter(|c| c.way.in_or_out() == InOrOut::Out);
    assert!(sent.any(|c| allowing(&of_case, &house.people, &c.party, c.date).is_some()), "{today}");
}

#[test]
fn the_post_has_case_files_letters_and_a_consent_that_has_run_out() {
    for today in [date(2026, 11, 25), date(2026, 8, 12), date(2027, 1, 6), date(2027, 4, 1)] {
        check(today);
    }
}
