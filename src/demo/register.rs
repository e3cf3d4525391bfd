//! Generates the register: every child's days, following its own pattern.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use trivsel_domain::record::{Day, DayPlan, Foretold, Mood, Origin, Timetable, in_force};
use trivsel_domain::value::{Absence, Hours, Line, Mark, TimeOfDay};

use super::data::{Cause, Pattern, RegisterTexts, Spell};
use super::people::Course;
use super::rng::Rng;
use super::school::School;

/// Generates one child's days.
struct Draw<'a> {
    course: &'a Course<'a>,
    pattern: &'a Pattern,
    texts: &'a RegisterTexts,
    rng: Rng,
    /// The cause of absence on the previous day.
    away: Option<Cause>,
    /// Days of absence the pattern is behind by; negative when there have been too many.
    owed: f64,
}

/// Every day on record for one child: the sending school's, the house's up to yesterday, and absences entered
/// ahead.
pub(super) fn days(
    course: &Course<'_>,
    timetables: &[Timetable],
    texts: &RegisterTexts,
    school: &School,
) -> anyhow::Result<Vec<Day>> {
    let (Some(admitted), Some(pattern)) = (course.row.admitted, &course.row.pattern) else {
        return Ok(Vec::new());
    };
    let mut days = sending_school(course, admitted, school);
    let rng = Rng::of(&[course.seed, 1]);
    let mut draw = Draw { course, pattern, texts, rng, away: None, owed: 0.0 };
    for ago in (course.over() + 1..=admitted).rev() {
        let date = school.ago(ago);
        let here = 1.0 - (ago - course.over()) as f64 / (admitted - course.over()).max(1) as f64;
        let plan = in_force(timetables, date).map_or(const { &DayPlan::UNKNOWN }, |t| t.day(date.weekday()));
        let day = draw.day(ago, date, here, plan, school)?;
        days.extend(day.filter(|d| d.date >= school.last_year() && !d.says_nothing()));
    }
    days.extend(ahead(course, texts, school)?);
    Ok(days)
}

impl Draw<'_> {
    /// Generates one day; `here` is the progress of the course, 0 to 1.
    fn day(
        &mut self,
        ago: i64,
        date: NaiveDate,
        here: f64,
        plan: &DayPlan,
        school: &School,
    ) -> anyhow::Result<Option<Day>> {
        let mut day = Day::blank(self.course.case.id, date);
        if let Some(leave) = self.pattern.leaves.iter().find(|l| l.ago - l.days < ago && ago <= l.ago) {
            let told_at = moment(school.ago(leave.ago + 8), TimeOfDay::new(13, 15)?);
            day.foretold = Some(Foretold { cause: Absence::Leave, told_at });
            return Ok(Some(day));
        }
        if *plan == DayPlan::Off || self.pattern.forgotten.contains(&ago) {
            return Ok(None);
        }
        let away = self.absence(ago, date, here);
        self.away = away;
        if let Some(cause) = away {
            self.stay_away(&mut day)?;
            if self.spell(ago).is_some_and(|spell| spell.unheard) {
                day.foretold = None;
            }
            day.first = Some(if cause == Cause::Sick { Mark::Sick } else { Mark::Unlawful });
            return Ok(Some(day));
        }
        match plan.hours() {
            Some(hours) => self.come(&mut day, hours)?,
            None if *plan == DayPlan::Practice => day.first = Some(Mark::Elsewhere),
            None => {
                day.first = Some(Mark::Elsewhere);
                day.remark = self.remark(0.3, |t| &t.remarks.elsewhere)?;
            }
        }
        if self.rng.chance(0.6) {
            let (from, to) = self.pattern.mood;
            let mood = from + (to - from) * here + (self.rng.unit() - 0.5) * 2.0;
            day.mood = Some(Mood::new(mood.round().clamp(1.0, 5.0) as u8)?);
        }
        Ok(Some(day))
    }

    /// Decides whether the child is absent, and why.
    fn absence(&mut self, ago: i64, date: NaiveDate, here: f64) -> Option<Cause> {
        if let Some(spell) = self.spell(ago) {
            return Some(spell.cause);
        }
        let (draw, goes_on) = (self.rng.unit(), self.rng.chance(self.pattern.stick));
        let p = self.pattern;
        let weekday = date.weekday().num_days_from_monday() as usize;
        let share = (p.start + (p.end - p.start) * here) * p.weekdays.get(weekday).unwrap_or(&1.0);
        // The debt pulls chance back to the target share, so that a month shows the pattern and not luck.
        let likely = 1.0 - share + 0.5 * self.owed;
        self.owed += 1.0 - share;
        let cause = match self.away {
            Some(cause) if goes_on && likely > 0.0 => Some(cause),
            _ if draw < likely => Some(self.cause(p.sick, p.unlawful)),
            _ => None,
        };
        self.owed -= f64::from(u8::from(cause.is_some()));
        cause
    }

    fn spell(&self, ago: i64) -> Option<&Spell> {
        self.pattern.spells.iter().find(|s| s.ago - s.days < ago && ago <= s.ago)
    }

    fn cause(&mut self, sick: u32, unlawful: u32) -> Cause {
        let unlawful = f64::from(unlawful) / f64::from((sick + unlawful).max(1));
        if self.rng.chance(unlawful) { Cause::Unlawful } else { Cause::Sick }
    }

    fn stay_away(&mut self, day: &mut Day) -> anyhow::Result<()> {
        if self.away == Some(Cause::Unlawful) {
            day.remark = self.remark(0.25, |t| &t.remarks.unlawful)?;
            return Ok(());
        }
        day.remark = self.remark(0.12, |t| &t.remarks.sick)?;
        if self.rng.chance(0.35) {
            let told = TimeOfDay::from_minutes(7 * 60 + 5 * self.rng.below(11) as u16)?;
            day.foretold = Some(Foretold { cause: Absence::Sick, told_at: moment(day.date, told) });
        }
        Ok(())
    }

    /// Generates an attended day: on time or late, to the end or not.
    fn come(&mut self, day: &mut Day, hours: Hours) -> anyhow::Result<()> {
        let twice = self.course.child.marks_twice_a_day(day.date);
        if self.rng.chance(self.pattern.late) {
            let late = 5 * (2 + self.rng.below(7) as u16);
            let at = hours.from().minutes() + late.min(hours.minutes() / 2);
            day.first = Some(Mark::Late { at: TimeOfDay::from_minutes(at)? });
            day.second = (twice && self.rng.chance(0.7)).then_some(Mark::Present);
            day.remark = self.remark(0.15, |t| &t.remarks.late)?;
        } else if self.rng.chance(self.pattern.early) {
            let stayed = 5 * (hours.minutes() / 15 + self.rng.below(4) as u16);
            let gone = TimeOfDay::from_minutes(hours.from().minutes() + stayed.min(hours.minutes() - 5))?;
            let part = Mark::Partial { hours: Hours::new(hours.from(), gone)? };
            day.first = Some(if twice { Mark::Present } else { part });
            day.second = twice.then(|| if self.rng.chance(0.5) { Mark::Sick } else { part });
            day.remark = self.remark(0.25, |t| &t.remarks.partial)?;
        } else {
            day.first = Some(Mark::Present);
            day.remark = self.remark(0.04, |t| &t.remarks.present)?;
        }
        Ok(())
    }

    fn remark(
        &mut self,
        chance: f64,
        of: impl Fn(&RegisterTexts) -> &Vec<String>,
    ) -> anyhow::Result<Option<Line>> {
        if !self.rng.chance(chance) {
            return Ok(None);
        }
        let text = self.rng.pick(of(self.texts));
        Ok(text.map(|t| Line::new(&self.course.tell(t))).transpose()?)
    }
}

/// The last days at the sending school, if its register was transferred.
fn sending_school(course: &Course<'_>, admitted: i64, school: &School) -> Vec<Day> {
    let Some(was) = &course.row.sending_school else { return Vec::new() };
    let mut rng = Rng::of(&[course.seed, 2]);
    let causes = was.sick + was.unlawful;
    (admitted + 1..=admitted + was.days)
        .rev()
        .map(|ago| {
            let mut day = Day::blank(course.case.id, school.ago(ago));
            day.origin = Origin::SendingSchool;
            day.register.clone_from(&course.child.school);
            let sick = rng.chance(f64::from(was.sick) / f64::from(causes.max(1)));
            let absent = if sick { Mark::Sick } else { Mark::Unlawful };
            let present = rng.chance(was.present);
            day.first = Some(if present { Mark::Present } else { absent });
            let left = rng.chance(0.2) && course.child.marks_twice_a_day(day.date);
            day.second = (present && left).then_some(absent);
            day
        })
        .collect()
}

/// Absences entered ahead, for today and later.
fn ahead(course: &Course<'_>, texts: &RegisterTexts, school: &School) -> anyhow::Result<Vec<Day>> {
    let Some(row) = &course.row.ahead else { return Ok(Vec::new()) };
    let told_on = school.ago(row.told).min(school.today());
    let foretold = Foretold { cause: row.cause, told_at: moment(told_on, row.at) };
    let mut days: Vec<Day> = (row.from..row.from + row.days)
        .map(|day| Day { foretold: Some(foretold), ..Day::blank(course.case.id, school.ago(-day)) })
        .collect();
    if let (Absence::Leave, Some(first)) = (row.cause, days.first_mut()) {
        first.remark =
            Rng::of(&[course.seed, 4]).pick(&texts.told.leave).map(|t| Line::new(t)).transpose()?;
    }
    Ok(days)
}

fn moment(date: NaiveDate, at: TimeOfDay) -> NaiveDateTime {
    date.and_time(NaiveTime::from(at))
}
