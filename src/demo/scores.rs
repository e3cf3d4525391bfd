//! Generates scores of single children: one of their life at the start of the weekly talk, one of the talk at the
//! end, and now and then one in a series of the house.

use trivsel_domain::record::{
    FourLines, Instrument, Measure, OwnScore, Score, Series, Talk, TalkKind, Tenths,
};
use trivsel_domain::value::{MeasureId, Role};

use super::Mint;
use super::data::{ProfileRow, ScoreRow, Scores};
use super::people::Course;
use super::rng::Rng;
use super::school::School;

/// How far a sum may deviate from the straight line between the first and the last, in tenths.
const OUTCOME_SWAY: i32 = 18;
/// Smaller for the talk itself: a drop of one point is an alert, and only one child should have it.
const ALLIANCE_SWAY: i32 = 3;

/// The scores of one child's talks.
pub(super) fn of_course(
    course: &Course<'_>,
    scores: &Scores,
    talks: &[Talk],
    school: &School,
    mint: Mint<'_>,
) -> anyhow::Result<Vec<Measure>> {
    let weekly = if course.is_of_levels() { TalkKind::Wellbeing } else { TalkKind::Development };
    let mut found = Vec::new();
    for row in scores.profile.iter().filter(|row| row.name == course.child.name) {
        let asked: Vec<&Talk> = talks.iter().filter(|talk| talk.kind() == weekly).collect();
        found.extend(of_profile(course, row, scores, &asked, mint)?);
    }
    if let Some(row) = scores.child.iter().find(|row| row.name == course.child.name) {
        found.extend(of_talks(course, row, (talks, weekly), school, mint)?);
    }
    Ok(found)
}

/// The scores in a series of the house: both ends exact, with one step of random deviation in between.
fn of_profile(
    course: &Course<'_>,
    row: &ProfileRow,
    scores: &Scores,
    talks: &[&Talk],
    mint: Mint<'_>,
) -> anyhow::Result<Vec<Measure>> {
    let parts = scores.series.iter().find(|series| series.name == row.series);
    let Some(series) = parts.cloned().map(Series::of).transpose()? else { return Ok(Vec::new()) };
    let mut rng = Rng::of(&[course.seed, 24]);
    // The latest talk is always asked at.
    let asked: Vec<&Talk> = talks.iter().rev().step_by(row.every.max(1)).rev().copied().collect();
    let steps = i32::try_from(asked.len().saturating_sub(1)).unwrap_or(i32::MAX);
    let mut found = Vec::new();
    for (n, talk) in (0..).zip(asked) {
        let mut lines = Vec::new();
        for (first, last) in row.first.iter().zip(&row.last) {
            let sway = i32::try_from(rng.below(3)).unwrap_or(1) - 1;
            let exact = if n == steps { last.0 } else { first.0 + (last.0 - first.0) * n / steps.max(1) };
            let sway = if n == 0 || n == steps { 0 } else { sway };
            let step = series.step().0;
            let at = (exact + step / 2) / step * step + sway * step;
            lines.push(Tenths(at.clamp(series.low().0, series.high().0)));
        }
        let score = Score::Own(OwnScore::new(series.name().clone(), lines, series.total_of_one())?);
        let (id, case, date) = (MeasureId::from_u128(mint()), course.case.id, talk.date);
        found.push(Measure { id, case, talk: talk.id, date, rater: Role::Child, score });
    }
    Ok(found)
}

/// The scores of the instruments.
fn of_talks(
    course: &Course<'_>,
    row: &ScoreRow,
    (talks, weekly): (&[Talk], TalkKind),
    school: &School,
    mint: Mint<'_>,
) -> anyhow::Result<Vec<Measure>> {
    let quiet = row.quiet.unwrap_or(0);
    let of_kind = |kind: TalkKind| {
        let asked = |t: &&Talk| t.kind() == kind && school.since(t.date) >= quiet;
        talks.iter().filter(asked).collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    let mut score = |talk: &Talk, rater: Role, instrument: Instrument, sum: i32, salt: u64| {
        let lines = four(sum, &mut Rng::of(&[course.seed, salt, school.since(talk.date).unsigned_abs()]))?;
        let (id, case, date) = (MeasureId::from_u128(mint()), course.case.id, talk.date);
        let score = Score::Fit { instrument, lines };
        found.push(Measure { id, case, talk: talk.id, date, rater, score });
        anyhow::Ok(())
    };
    let weekly = of_kind(weekly);
    // A course keeps the instrument that it began with.
    let age = weekly.first().and_then(|talk| course.child.age_on(talk.date));
    let mut rng = Rng::of(&[course.seed, 20]);
    for (n, talk) in weekly.iter().enumerate() {
        let outcome = way(row.outcome, n, weekly.len(), OUTCOME_SWAY, &mut rng);
        score(talk, Role::Child, Instrument::outcome_for(age), outcome, 21)?;
        let alliance = way(row.alliance, n, weekly.len(), ALLIANCE_SWAY, &mut rng);
        score(talk, Role::Child, Instrument::alliance_for(age), alliance, 22)?;
    }
    if let Some(mother) = row.mother {
        let monthly = of_kind(TalkKind::Parent);
        for (n, talk) in monthly.iter().enumerate() {
            let outcome = way(mother, n, monthly.len(), OUTCOME_SWAY, &mut rng);
            score(talk, Role::Mother, Instrument::outcome_for(age), outcome, 23)?;
        }
    }
    Ok(found)
}

/// The sum at talk `n` of `of`, in tenths: both ends exact, with random deviation in between.
fn way(ends: [f64; 2], n: usize, of: usize, sway: i32, rng: &mut Rng) -> i32 {
    let [first, last] = ends.map(|end| (end * 10.0).round() as i32);
    let steps = i32::try_from(of.saturating_sub(1)).unwrap_or(i32::MAX);
    let at = i32::try_from(n).unwrap_or(steps).min(steps);
    // Always draw a number, so that one more talk does not change the others.
    let swayed = rng.below(usize::try_from(2 * sway + 1).unwrap_or(1));
    let swayed = i32::try_from(swayed).unwrap_or(sway) - sway;
    if steps == 0 || at == steps {
        last
    } else if at == 0 {
        first
    } else {
        first + (last - first) * at / steps + swayed
    }
}

/// Four lines with this sum, not all alike.
fn four(sum: i32, rng: &mut Rng) -> anyhow::Result<FourLines> {
    let sum = sum.clamp(0, 400);
    let mut lines = [0, 1, 2, 3].map(|n| (sum + n) / 4);
    // Move points from one line to another as far as both have room.
    for (gives, gets) in [(0, 1), (2, 3), (1, 2)] {
        let room = lines[gives].min(100 - lines[gets]).clamp(0, 15);
        let moved = i32::try_from(rng.below(usize::try_from(room + 1).unwrap_or(1))).unwrap_or(0);
        lines[gives] -= moved;
        lines[gets] += moved;
    }
    Ok(FourLines::new(lines.map(Tenths))?)
}
