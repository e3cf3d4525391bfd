//! Obligations in words: why on that date, in both languages.

use trivsel_domain::record::ClosureKind;
use trivsel_domain::rules::calendar::NoSchool;
use trivsel_domain::rules::obligations::{Moved, Obligation, Reckoned, State, Why, Window};
use trivsel_domain::value::{Holiday, Line, ObligationKind};
use trivsel_words::{Lang, Words, obligations};

use super::day;

fn owed(
    kind: ObligationKind,
    date: chrono::NaiveDate,
    reckoned: Reckoned,
    moved: Option<Moved>,
) -> Obligation {
    Obligation {
        kind,
        since: date,
        number: 0,
        what: None,
        window: Window { earliest: date, latest: date },
        date,
        limit: None,
        state: State::Due,
        why: Why { reckoned, moved },
        booked: None,
        answered: None,
    }
}

#[test]
fn a_moved_date_explains_itself() {
    let christmas = Moved { from: day(2026, 12, 23), because: NoSchool::Closed(ClosureKind::Christmas) };
    let talk = owed(
        ObligationKind::ParentTalk,
        day(2027, 1, 4),
        Reckoned::Days { count: 28, after: day(2026, 11, 25) },
        Some(christmas),
    );
    let same_year = Obligation { date: day(2026, 12, 22), ..talk.clone() };
    let ascension = Moved { from: day(2027, 5, 6), because: NoSchool::Holiday(Holiday::Ascension) };
    let letter = owed(
        ObligationKind::StatusLetter,
        day(2027, 5, 5),
        Reckoned::DaysBefore { count: 7, meeting: day(2027, 5, 13) },
        Some(ascension),
    );
    for (lang, obligation, text) in [
        (Lang::Da, &same_year, "28 dage efter 25. nov, flyttet fra 23. dec: juleferie"),
        (Lang::Da, &talk, "28 dage efter 25. nov 2026, flyttet fra 23. dec 2026: juleferie"),
        (Lang::En, &same_year, "28 days after 25 Nov, moved from 23 Dec: Christmas holiday"),
        (Lang::Da, &letter, "7 dage før mødet 13. maj, flyttet fra 6. maj: Kristi himmelfartsdag"),
    ] {
        assert_eq!(obligations::why(&Words::new(lang), obligation), text);
    }
}

#[test]
fn a_meeting_after_the_legal_limit_names_the_limit() {
    let meeting = Obligation {
        limit: Some(day(2027, 2, 26)),
        ..owed(
            ObligationKind::FollowUpMeeting,
            day(2027, 3, 1),
            Reckoned::Months { count: 3, after: day(2026, 11, 30) },
            Some(Moved { from: day(2027, 2, 28), because: NoSchool::Weekend }),
        )
    };
    for (lang, text) in [
        (Lang::Da, "3 måneder efter 30. nov 2026, flyttet fra 28. feb: weekend. Lovens frist er 26. feb"),
        (Lang::En, "3 months after 30 Nov 2026, moved from 28 Feb: weekend. The legal limit is 26 Feb"),
    ] {
        assert_eq!(obligations::why(&Words::new(lang), &meeting), text);
    }
}

#[test]
fn every_way_of_reckoning_is_a_sentence() {
    let (date, after) = (day(2026, 12, 2), day(2026, 11, 18));
    let of = |reckoned| owed(ObligationKind::FirstContact, date, reckoned, None);
    let words = Words::new(Lang::Da);
    for (reckoned, text) in [
        (Reckoned::SchoolDays { count: 10, after }, "10 skoledage efter 18. nov"),
        (Reckoned::Months { count: 3, after }, "3 måneder efter 18. nov"),
        (Reckoned::Months { count: 1, after }, "1 måned efter 18. nov"),
        (Reckoned::Week(day(2026, 11, 30)), "én gang i uge 49"),
        (Reckoned::Plan, "planens egen dato"),
        (Reckoned::Ending, "når forløbet slutter"),
        (
            Reckoned::Passed { percent: 10, quarter: day(2026, 10, 1), on: after, count: 3 },
            "3 skoledage efter 10 % blev nået 18. nov",
        ),
    ] {
        assert_eq!(obligations::why(&words, &of(reckoned)), text);
    }
    let step = Obligation { what: Line::new("Besøg på skolen").ok(), ..of(Reckoned::Plan) };
    let step = Obligation { kind: ObligationKind::PhaseOutTask, ..step };
    assert_eq!(obligations::obligation(&words, &step), "Opgave i udslusningen: Besøg på skolen");
    assert_eq!(obligations::state(&words, State::Overdue), "forsinket");
    let window = Window { earliest: day(2026, 12, 11), latest: day(2026, 12, 22) };
    assert_eq!(obligations::window(&words, window), "11.–22. dec 2026");
    assert_eq!(obligations::window(&words, Window { earliest: window.latest, ..window }), "22. dec 2026");
}
