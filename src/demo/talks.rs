//! Generates the talks of the usual rhythm from a stock of texts.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use anyhow::Context;
use chrono::{Days, NaiveDate, NaiveTime};
use trivsel_domain::record::{
    Day, Intervention, InterventionKind, Matter, OpenTo, Participant, Talk, TalkKind, TalkSource,
};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::value::{
    Coded, Judgement, LongText, MarkKind, Minutes, Role, StaffId, Tag, TalkId, TimeOfDay,
};

use super::Mint;
use super::data::{OwnTalk, TalkTexts};
use super::people::Course;
use super::rng::Rng;
use super::school::School;

/// Days between two parent talks ("every fourth week").
const PARENT_RHYTHM: u64 = 28;
/// How many school days back the talks are on record: a year.
const RECORD: i64 = 195;
/// How many weeks of development talks are on record.
const DEVELOPMENT_WEEKS: u64 = 9;
/// How many weeks of well-being talks and of outings with the contact pedagogue are on record.
const WELLBEING_WEEKS: i64 = 11;
const OUTINGS: i64 = 3;

/// Writes the talks of one house.
pub(super) struct Writer<'a> {
    pub(super) texts: &'a TalkTexts,
    pub(super) school: &'a School,
    /// How many texts of a kind a child has used, so that it never gets the same one twice in a row.
    pub(super) drawn: BTreeMap<(u64, TalkKind), usize>,
}

impl Writer<'_> {
    /// Generates the talks in the rhythm of a course.
    pub(super) fn of_course(
        &mut self,
        course: &Course<'_>,
        days: &[Day],
        interventions: &[Intervention],
        mint: Mint<'_>,
    ) -> anyhow::Result<Vec<Talk>> {
        let Some(admitted) = course.row.admitted else { return Ok(Vec::new()) };
        let mut planned: Vec<(i64, TalkKind)> = vec![(admitted - 1, TalkKind::Message)];
        planned.extend(course.enrolled().map(|ago| (ago, TalkKind::Enrolment)));
        planned.extend(course.spoken().map(|ago| (ago, TalkKind::Referrer)));
        let written = |ago: &i64| {
            let is_it = |t: &OwnTalk| t.kind == TalkKind::FollowUp && t.ago == *ago;
            self.texts.own.iter().any(|t| is_it(t) && t.child.as_ref() == Some(&course.child.name))
        };
        let meetings = course.meetings(self.school).into_iter().filter(|ago| *ago > 0 && !written(ago));
        planned.extend(meetings.map(|ago| (ago, TalkKind::FollowUp)));
        if let Some(started) = course.started() {
            planned.push((started, TalkKind::StartUp));
            if !course.is_of_levels() {
                planned.push((started - 30, TalkKind::Network));
            }
            planned.extend(parent_talks(course, self.school).into_iter().map(|ago| (ago, TalkKind::Parent)));
        }
        if let Some(ago) = course.row.phase_out {
            planned.push((ago, TalkKind::Status));
            if course.row.grade >= 8 {
                planned.push((ago - 6, TalkKind::YouthGuidance));
            }
        }
        let weekly = self.development_days(course, days);
        planned.extend(weekly.into_iter().map(|ago| (ago, TalkKind::Development)));
        if course.is_of_levels() {
            let weekly = wellbeing_days(course, self.school, 0..=WELLBEING_WEEKS);
            planned.extend(weekly.into_iter().map(|ago| (ago, TalkKind::Wellbeing)));
            planned.extend(outings(course, self.school, interventions));
        }
        // Talks that a step depends on stay on record, however old they are.
        let kept = |kind| matches!(kind, TalkKind::Enrolment | TalkKind::StartUp | TalkKind::Referrer);
        planned.retain(|(ago, kind)| *ago > course.over() && (*ago <= RECORD || kept(*kind)));
        planned.sort_by_key(|(ago, _)| -ago);
        planned.into_iter().map(|(ago, kind)| self.write(course, ago, kind, mint)).collect()
    }

    /// One attended day in each recent week with at least three school days.
    fn development_days(&self, course: &Course<'_>, days: &[Day]) -> Vec<i64> {
        let mut rng = Rng::of(&[course.seed, 5]);
        let monday = monday_of(self.school.today());
        let met = |day: &&Day| {
            let kind = day.first.map(trivsel_domain::value::Mark::kind);
            matches!(kind, Some(MarkKind::Present | MarkKind::Late | MarkKind::Elsewhere))
        };
        let mut chosen = Vec::new();
        for week in (0..DEVELOPMENT_WEEKS).rev() {
            let Some(from) = monday.checked_sub_days(Days::new(7 * week)) else { continue };
            let to = from.checked_add_days(Days::new(4)).unwrap_or(from);
            let full = self.school.calendar().school_days(from, to).count() >= 3;
            let there: Vec<&Day> =
                days.iter().filter(|d| from <= d.date && d.date <= to).filter(met).collect();
            let day = rng.pick(&there).filter(|_| full && rng.clone().chance(0.9));
            chosen.extend(day.map(|d| self.school.since(d.date)));
        }
        let started = course.started().unwrap_or(0);
        chosen.retain(|ago| *ago < started);
        chosen
    }

    fn write(
        &mut self,
        course: &Course<'_>,
        ago: i64,
        kind: TalkKind,
        mint: Mint<'_>,
    ) -> anyhow::Result<Talk> {
        let mut rng = Rng::of(&[course.seed, 6, ago.unsigned_abs(), kind as u64]);
        let with_child = kind == TalkKind::Development;
        let hour = if with_child { 9 + rng.below(2) as u32 } else { 13 + rng.below(2) as u32 };
        let start = TimeOfDay::new(hour, 15 * rng.below(3) as u32)?;
        let minutes = match kind {
            TalkKind::Message => 15,
            TalkKind::Development => 20 + 5 * rng.below(5) as u16,
            TalkKind::Wellbeing => 50,
            TalkKind::ContactPedagogue => 120,
            TalkKind::Parent => 45 + 5 * rng.below(4) as u16,
            _ => 60 + 15 * rng.below(3) as u16,
        };
        let contacts = course.case.contacts;
        let often = if kind == TalkKind::ContactPedagogue { 1.0 } else { 0.25 };
        let with_child = with_child || kind == TalkKind::ContactPedagogue;
        let second = contacts.secondary.filter(|_| with_child && rng.chance(often));
        let author =
            second.or(contacts.primary).or(contacts.secondary).context("a course without contacts")?;
        let text = course.tell(self.next_text(course, kind)?);
        let judgement = self.judgement(course, kind);
        let participants = took_part(kind, &text, contacts.primary.filter(|_| !with_child).unwrap_or(author));
        let (themes, methods) = tags(self.texts, &text);
        let matter = Matter::of_case(course.case.id, kind)?;
        let id = TalkId::from_u128(mint());
        let date = self.school.ago(ago);
        let (start, minutes) = (Some(start), Some(Minutes::new(minutes)?));
        let signed = signing(date, start, minutes);
        let text = LongText::new(&text)?;
        Ok(Talk {
            id,
            matter,
            date,
            start,
            minutes,
            participants,
            themes,
            methods,
            text,
            author,
            signed_at: Some(signed.into()),
            open_to: OpenTo::House,
            source: TalkSource::Own,
            judgement,
        })
    }

    /// The judgement of a follow-up meeting: the level that the case went to after it.
    fn judgement(&self, course: &Course<'_>, kind: TalkKind) -> Option<Judgement> {
        let number =
            *self.drawn.get(&(course.seed, TalkKind::FollowUp)).filter(|_| kind == TalkKind::FollowUp)?;
        let level = |n: usize| course.row.levels.get(n);
        Some(match (level(number - 1), level(number)) {
            (Some(before), Some(after)) if after > before => Judgement::Up,
            (Some(before), Some(after)) if after < before => Judgement::Down,
            _ if course.is_of_levels() => Judgement::Enough,
            _ => Judgement::GoesOn,
        })
    }

    /// The next text of a kind, in this child's order.
    fn next_text(&mut self, course: &Course<'_>, kind: TalkKind) -> anyhow::Result<&str> {
        let child = course.seed;
        let of = if kind == TalkKind::FollowUp && course.is_of_levels() { "level" } else { kind.code() };
        let stock = self.texts.stock.get(of).with_context(|| format!("no {of} texts"))?;
        let turn = self.drawn.entry((child, kind)).or_default();
        *turn += 1;
        let order = Rng::of(&[child, 7]).shuffled(stock);
        order.get(*turn % order.len().max(1)).map(|t| t.as_str()).context("an empty stock of texts")
    }
}

/// The parent talks, every fourth week from the start-up talk, in school days ago; negative numbers lie ahead.
pub(super) fn parent_talks(course: &Course<'_>, school: &School) -> Vec<i64> {
    let Some(started) = course.started() else { return Vec::new() };
    let mut agos = Vec::new();
    let mut date: NaiveDate = school.ago(started);
    while let Some(next) = date.checked_add_days(Days::new(PARENT_RHYTHM)) {
        let Some(next) = school.calendar().school_day_from(next) else { break };
        let ago = school.since(next);
        if ago <= course.over() - 30 || (course.over() > 0 && ago <= course.over()) {
            break;
        }
        agos.push(ago);
        // The well-being programme plans only the first one; its rhythm is the talks with the child.
        if course.is_of_levels() {
            break;
        }
        date = next;
    }
    agos
}

/// The weekly talks from the start-up talk on, always on the child's weekday, in school days ago; negative numbers
/// lie ahead.
pub(super) fn wellbeing_days(course: &Course<'_>, school: &School, weeks: RangeInclusive<i64>) -> Vec<i64> {
    course.started().map_or_else(Vec::new, |since| weekly(school, course.seed % 4, weeks, since))
}

/// The recent days on which the contact pedagogue was out with the child.
fn outings(course: &Course<'_>, school: &School, interventions: &[Intervention]) -> Vec<(i64, TalkKind)> {
    let own = |i: &&Intervention| i.case == course.case.id && i.kind == InterventionKind::ContactPedagogue;
    let Some(begun) = interventions.iter().find(own) else { return Vec::new() };
    let days = weekly(school, (course.seed + 2) % 4, 1..=OUTINGS, school.since(begun.from));
    days.into_iter().map(|ago| (ago, TalkKind::ContactPedagogue)).collect()
}

/// One weekday in each of some weeks, counted back from this one; only school days after `since`.
fn weekly(school: &School, weekday: u64, weeks: RangeInclusive<i64>, since: i64) -> Vec<i64> {
    let monday = monday_of(school.today());
    let date = |week: i64| {
        monday.checked_sub_signed(chrono::TimeDelta::weeks(week))?.checked_add_days(Days::new(weekday))
    };
    let days = weeks.filter_map(date).filter(|d| school.calendar().is_school_day(*d));
    days.map(|d| school.since(d)).filter(|ago| *ago < since).collect()
}

/// The participants of a talk: family and others around the child, and one of the staff. The text decides which
/// parents.
fn took_part(kind: TalkKind, text: &str, staff: StaffId) -> Vec<Participant> {
    let named = |names: &[&str]| text.split(|c: char| !c.is_alphabetic()).any(|word| names.contains(&word));
    let (mother, father) = (named(&["Mor", "mor"]), named(&["Far", "far"]));
    let parents: &[Role] = match (mother, father) {
        (true, false) => &[Role::Mother],
        (false, true) => &[Role::Father],
        _ => &[Role::Mother, Role::Father],
    };
    let both = &[Role::Mother, Role::Father][..];
    let roles = match kind {
        TalkKind::Development | TalkKind::Wellbeing | TalkKind::ContactPedagogue => vec![Role::Child],
        TalkKind::Referrer => vec![Role::Referrer],
        TalkKind::FollowUp if named(&["henviser"]) => [both, &[Role::Referrer]].concat(),
        TalkKind::FollowUp => [both, &[Role::Caseworker]].concat(),
        TalkKind::Parent | TalkKind::Message => parents.to_vec(),
        TalkKind::Enrolment => [&[Role::Child], both].concat(),
        TalkKind::StartUp => both.to_vec(),
        TalkKind::YouthGuidance => vec![Role::Child, Role::YouthGuidance],
        _ => [both, &[Role::School, Role::Ppr]].concat(),
    };
    roles.into_iter().map(Participant::Role).chain([Participant::Staff(staff)]).collect()
}

/// The tags of a note, found by its words: at most three themes and two methods.
pub(super) fn tags(texts: &TalkTexts, text: &str) -> (Vec<Tag>, Vec<Tag>) {
    let text = text.to_lowercase();
    let of = |list: &BTreeMap<Tag, Vec<String>>, most: usize| {
        let fits = |words: &[String]| words.iter().any(|w| text.contains(w.as_str()));
        list.iter().filter(|(_, words)| fits(words)).map(|(tag, _)| tag.clone()).take(most).collect()
    };
    (of(&texts.themes, 3), of(&texts.methods, 2))
}

/// Signs the note half an hour after the talk ended.
pub(super) fn signing(
    date: NaiveDate,
    start: Option<TimeOfDay>,
    minutes: Option<Minutes>,
) -> chrono::NaiveDateTime {
    let end = start.map_or(0, TimeOfDay::minutes) + minutes.map_or(0, Minutes::get) + 30;
    let at = TimeOfDay::from_minutes(end).map_or(NaiveTime::MIN, NaiveTime::from);
    date.and_time(at)
}
