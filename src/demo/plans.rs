//! Generates weekly timetables that grow, and teaching plans.

use trivsel_domain::record::{
    Block, DayPlan, Exception, HowFar, Subject, SubjectPlan, TeachingPlan, Timetable,
};
use trivsel_domain::value::{Hours, Line, TeachingPlanId, TimeOfDay, TimetableId};

use super::Mint;
use super::data::{PlanTexts, Planned, RegisterTexts, SubjectText};
use super::people::Course;
use super::rng::Rng;
use super::school::School;

/// School days between two versions of a teaching plan.
const BETWEEN_PLANS: i64 = 70;

/// Every version of one child's timetable.
pub(super) fn timetables(
    course: &Course<'_>,
    texts: &RegisterTexts,
    school: &School,
    mint: Mint<'_>,
) -> anyhow::Result<Vec<Timetable>> {
    let Some(admitted) = course.row.admitted else { return Ok(Vec::new()) };
    let mut versions = Vec::new();
    for week in &course.row.week {
        let mut days = [const { DayPlan::Off }; 5];
        for ((day, planned), rhythm) in days.iter_mut().zip(week.days).zip(&texts.rhythm) {
            *day = match planned {
                Planned::Off => DayPlan::Off,
                Planned::Home => DayPlan::Elsewhere,
                Planned::Practice => DayPlan::Practice,
                Planned::School(hours) => {
                    DayPlan::Expected { hours: Some(hours.into()), blocks: blocks(course, hours, rhythm)? }
                }
            };
        }
        let from = school.ago(admitted - week.from);
        versions.push(Timetable { id: TimetableId::from_u128(mint()), case: course.case.id, from, days });
    }
    Ok(versions)
}

/// The blocks of a day, cut off where its hours end.
fn blocks(course: &Course<'_>, hours: Hours, rhythm: &[(String, u16)]) -> anyhow::Result<Vec<Block>> {
    let mut at = hours.from().minutes();
    let mut blocks = Vec::new();
    for (what, minutes) in rhythm {
        if at >= hours.to().minutes() {
            break;
        }
        blocks.push(Block { at: TimeOfDay::from_minutes(at)?, what: Line::new(&course.tell(what))? });
        at += minutes;
    }
    Ok(blocks)
}

/// The teaching plans of a child taught here: one from the start-up talk, and another after a longer stay.
pub(super) fn teaching(
    course: &Course<'_>,
    texts: &PlanTexts,
    taught: bool,
    school: &School,
    mint: Mint<'_>,
) -> anyhow::Result<Vec<TeachingPlan>> {
    let Some(started) = course.started().filter(|_| taught) else { return Ok(Vec::new()) };
    let mut rng = Rng::of(&[course.seed, 3]);
    let aims = rng.shuffled(&texts.aims);
    let offset = rng.below(64);
    let mut plans = Vec::new();
    let versions = [started, started - BETWEEN_PLANS];
    for (version, ago) in versions.into_iter().enumerate().filter(|(_, ago)| *ago > course.over()) {
        let mut subjects: Vec<SubjectPlan> = Vec::new();
        for (subject, lessons) in Subject::ALWAYS.into_iter().zip([3, 3, 2]) {
            let steps: Vec<&SubjectText> = texts.subject.iter().filter(|t| t.subject == subject).collect();
            let step = steps.get((offset + version) % steps.len().max(1));
            subjects.extend(step.map(|text| plan(text, lessons + u8::from(version > 0), 3 * version + 1)));
        }
        // Only the latest version adds subjects, when well-being and attendance have improved, or leaves one out.
        let is_latest = versions.iter().skip(version + 1).all(|later| *later <= course.over());
        for waived in texts.waived.iter().filter(|w| is_latest && w.child == course.child.name) {
            for subject in subjects.iter_mut().filter(|s| s.subject == waived.subject) {
                (subject.lessons, subject.progress) = (0, None);
                subject.exception = Some(Exception::Waived(waived.reason.clone()));
            }
        }
        let extra = texts.extra.iter().filter(|e| is_latest && e.child == course.child.name);
        subjects.extend(extra.map(|e| plan(&e.text, e.lessons, 2)));
        let aim = aims.get(version).map(|a| (*a).clone());
        let id = TeachingPlanId::from_u128(mint());
        plans.push(TeachingPlan::new(id, course.case.id, school.ago(ago), aim, subjects)?);
    }
    Ok(plans)
}

/// A subject whose goal has come so far, 0 to 9, and a little further the more lessons it has.
fn plan(text: &SubjectText, lessons: u8, far: usize) -> SubjectPlan {
    let far = u8::try_from(far).unwrap_or(0) + lessons % 2;
    SubjectPlan {
        progress: HowFar::new(far).ok(),
        level: Some(text.level.clone()),
        goal: Some(text.goal.clone()),
        materials: Some(text.materials.clone()),
        ..SubjectPlan::new(text.subject, lessons)
    }
}
