//! Which scores tell of wellbeing.

use chrono::NaiveDate;
use trivsel_domain::record::{FourLines, Instrument, Measure, Score, Strand, Tenths};
use trivsel_domain::rules::wellbeing::leading_strand;
use trivsel_domain::value::{CaseId, MeasureId, Role, TalkId};

use super::facts::date;

fn score(instrument: Instrument, rater: Role, on: NaiveDate) -> Measure {
    Measure {
        id: MeasureId::from_u128(1),
        case: CaseId::from_u128(1),
        talk: TalkId::from_u128(1),
        date: on,
        rater,
        score: Score::Fit { instrument, lines: FourLines::new([Tenths(50); 4]).unwrap() },
    }
}

#[test]
fn the_childs_own_scores_of_life_lead_then_the_ones_scored_last() {
    let early = |rater| score(Instrument::Ors, rater, date(2026, 9, 1));
    let late = |instrument, rater| score(instrument, rater, date(2026, 11, 1));
    let today = date(2026, 11, 25);
    let leads = |measures: &[Measure]| leading_strand(measures, today);
    assert_eq!(leads(&[]), None);
    // How the talk was says nothing of wellbeing.
    assert_eq!(leads(&[late(Instrument::Srs, Role::Child)]), None);
    assert_eq!(
        leads(&[early(Role::Child), late(Instrument::Ors, Role::Mother)]),
        Some(Strand::Fit(Instrument::Ors, Role::Child))
    );
    assert_eq!(
        leads(&[early(Role::Father), late(Instrument::Ors, Role::Mother)]),
        Some(Strand::Fit(Instrument::Ors, Role::Mother))
    );
    assert_eq!(
        leads(&[early(Role::Child), late(Instrument::Cors, Role::Child)]),
        Some(Strand::Fit(Instrument::Cors, Role::Child))
    );
    assert_eq!(leading_strand(&[late(Instrument::Ors, Role::Child)], date(2026, 10, 1)), None);
}
