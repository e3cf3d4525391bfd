//! Talks held of talks due: every week and every link of a chain counts once, by what became of it.

use chrono::NaiveDate;
use trivsel_domain::record::{Answer, HowAnswered, TalkKind};
use trivsel_domain::rules::house_figures::{Kept, Span, SpanKind};
use trivsel_domain::rules::obligations::Held;
use trivsel_domain::value::{AnswerId, CaseId, Line, ObligationKind, StaffId};

use super::{House, More, date, figures};

fn held(case: CaseId, kind: TalkKind, on: NaiveDate) -> (CaseId, Held) {
    (case, Held { kind, date: on })
}

/// The talks of a kind due in a month of autumn 2026, by what became of them.
fn kept(
    house: &House,
    talks: Vec<(CaseId, Held)>,
    month: u32,
    kind: ObligationKind,
) -> Vec<(NaiveDate, Kept)> {
    let span = Span::around(SpanKind::Month, date(2026, month, 1));
    let found = figures(house, span, More { talks, ..More::default() }).programmes.remove(0);
    found.talks.iter().filter(|t| t.kind == kind).map(|t| (t.due, t.kept)).collect()
}

#[test]
fn each_week_of_a_course_asks_for_a_development_talk_of_its_own() {
    let (mut house, case) = House::with_child(6);
    house.records.answers.push(Answer {
        id: AnswerId::from_u128(1),
        case,
        obligation: ObligationKind::DevelopmentTalk,
        since: date(2026, 9, 21),
        on: date(2026, 9, 25),
        how: HowAnswered::Excused(Line::new("Barnet var sygt").unwrap()),
        by: StaffId::from_u128(1),
    });
    let talks = vec![
        held(case, TalkKind::Development, date(2026, 9, 2)),
        held(case, TalkKind::Development, date(2026, 9, 17)),
        held(case, TalkKind::Development, date(2026, 9, 18)),
    ];
    let friday = |day| date(2026, 9, day);
    assert_eq!(
        kept(&house, talks, 9, ObligationKind::DevelopmentTalk),
        [
            (friday(4), Kept::InTime),
            (friday(11), Kept::Missed),
            (friday(18), Kept::InTime),
            (friday(25), Kept::Excused),
        ]
    );
    // Week 42 is closed, and the present week can still be kept.
    let october = kept(&house, vec![], 10, ObligationKind::DevelopmentTalk);
    assert_eq!(october.iter().map(|o| o.0).collect::<Vec<_>>(), [2, 9, 23, 30].map(|d| date(2026, 10, d)));
    let november = kept(&house, vec![], 11, ObligationKind::DevelopmentTalk);
    assert_eq!(november.iter().map(|o| o.0).collect::<Vec<_>>(), [6, 13, 20].map(|d| date(2026, 11, d)));
}

#[test]
fn a_parent_talk_counts_in_the_period_in_which_it_was_due_and_says_whether_it_was_late() {
    let (house, case) = House::with_child(6);
    let talks = || {
        vec![
            held(case, TalkKind::Parent, date(2026, 9, 7)),
            // Due on 5 October.
            held(case, TalkKind::Parent, date(2026, 10, 8)),
        ]
    };
    let of = |month| kept(&house, talks(), month, ObligationKind::ParentTalk);
    assert_eq!(of(9), [(date(2026, 9, 7), Kept::InTime)]);
    assert_eq!(of(10), [(date(2026, 10, 5), Kept::Late)]);
    assert_eq!(of(11), [(date(2026, 11, 5), Kept::Missed)]);
}

#[test]
fn a_course_that_is_over_asks_for_no_talk_after_its_end() {
    let (mut house, case) = House::with_child(6);
    super::close(&mut house, case, date(2026, 9, 7), trivsel_domain::record::Outcome::Moved);
    let all = |month| {
        let kinds = [ObligationKind::DevelopmentTalk, ObligationKind::ParentTalk];
        kinds.iter().map(|kind| kept(&house, vec![], month, *kind).len()).sum::<usize>()
    };
    assert_eq!((all(9), all(10)), (1, 0));
}
