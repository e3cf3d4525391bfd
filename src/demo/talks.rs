//! The talks of the house that its rhythm asks for, drawn from a stock of texts.

use std::collections::BTreeMap;

use anyhow::Context;
use chrono::{Days, NaiveDate, NaiveTime};
use trivsel_domain::calendar::monday_of;
use trivsel_domain::{
    Coded, Day, LongText, MarkKind, Matter, Minutes, OpenTo, Participant, Role, StaffId, Tag, Talk, TalkId,
    TalkKind, TalkSource, TimeOfDay,
};

use super::Mint;
use super::data::TalkTexts;
use super::people::Course;
use super::rng::Rng;
use super::school::School;

/// Days between two parent talks ("every fourth week").
const PARENT_RHYTHM: u64 = 28;
/// School days back to which talks of the rhythm are on record: a year.
const RECORD: i64 = 195;
/// How many weeks of development talks are on record.
const DEVELOPMENT_WEEKS: u64 = 9;

/// Writes the talks of one house.
pub(super) struct Writer<'a> {
    pub(super) texts: &'a TalkTexts,
    pub(super) school: &'a School,
    /// How often a stock has been drawn from for a child: it never hears the same text twice in a row.
    pub(super) drawn: BTreeMap<(u64, TalkKind), usize>,
}

impl Writer<'_> {
    /// The talks that the rhythm of a course asks for.
    pub(super) fn of_course(
        &mut self,
        course: &Course<'_>,
        days: &[Day],
        mint: Mint<'_>,
    ) -> anyhow::Result<Vec<Talk>> {
        let Some(admitted) = course.row.admitted else { return Ok(Vec::new()) };
        let mut planned: Vec<(i64, TalkKind)> = vec![(admitted - 1, TalkKind::Message)];
        planned.extend(course.enrolled().map(|ago| (ago, TalkKind::Enrolment)));
        if let Some(started) = course.started() {
            planned.push((started, TalkKind::StartUp));
            planned.push((started - 30, TalkKind::Network));
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
        planned.retain(|(ago, _)| (course.over() + 1..=RECORD).contains(ago));
        planned.sort_by_key(|(ago, _)| -ago);
        planned.into_iter().map(|(ago, kind)| self.write(course, ago, kind, mint)).collect()
    }

    /// In each of the last weeks with three school days or more, one day on which the child was met.
    fn development_days(&self, course: &Course<'_>, days: &[Day]) -> Vec<i64> {
        let mut rng = Rng::of(&[course.seed, 5]);
        let monday = monday_of(self.school.today());
        let met = |day: &&Day| {
            let kind = day.first.map(trivsel_domain::Mark::kind);
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
            TalkKind::Parent => 45 + 5 * rng.below(4) as u16,
            _ => 60 + 15 * rng.below(3) as u16,
        };
        let contacts = course.case.contacts;
        let second = contacts.secondary.filter(|_| with_child && rng.chance(0.25));
        let author = second.or(contacts.primary).context("a course without a primary contact")?;
        let text = course.tell(self.next_text(course.seed, kind)?);
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
            signed_at: Some(signed),
            open_to: OpenTo::House,
            source: TalkSource::Own,
        })
    }

    /// The next text of a kind in the order that this child has.
    fn next_text(&mut self, child: u64, kind: TalkKind) -> anyhow::Result<&str> {
        let stock = self.texts.stock.get(kind.code()).with_context(|| format!("no {} texts", kind.code()))?;
        let turn = self.drawn.entry((child, kind)).or_default();
        *turn += 1;
        let order = Rng::of(&[child, 7]).shuffled(stock);
        order.get(*turn % order.len().max(1)).map(|t| t.as_str()).context("an empty stock of texts")
    }
}

/// Every fourth week from the start-up talk on, school days ago and, with negative numbers, ahead.
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
        date = next;
    }
    agos
}

/// Who takes part in a talk of a kind: the family and others around the child, and one of the staff. Which parents, the
/// text says.
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
        TalkKind::Development | TalkKind::Wellbeing => vec![Role::Child],
        TalkKind::Parent | TalkKind::Message => parents.to_vec(),
        TalkKind::Enrolment => [&[Role::Child], both].concat(),
        TalkKind::StartUp => both.to_vec(),
        TalkKind::YouthGuidance => vec![Role::Child, Role::YouthGuidance],
        _ => [both, &[Role::School, Role::Ppr]].concat(),
    };
    roles.into_iter().map(Participant::Role).chain([Participant::Staff(staff)]).collect()
}

/// The themes and methods of a note, by the words in it: three and two at most.
pub(super) fn tags(texts: &TalkTexts, text: &str) -> (Vec<Tag>, Vec<Tag>) {
    let text = text.to_lowercase();
    let of = |list: &BTreeMap<Tag, Vec<String>>, most: usize| {
        let fits = |words: &[String]| words.iter().any(|w| text.contains(w.as_str()));
        list.iter().filter(|(_, words)| fits(words)).map(|(tag, _)| tag.clone()).take(most).collect()
    };
    (of(&texts.themes, 3), of(&texts.methods, 2))
}

/// Signed half an hour after the talk ended.
pub(super) fn signing(
    date: NaiveDate,
    start: Option<TimeOfDay>,
    minutes: Option<Minutes>,
) -> chrono::NaiveDateTime {
    let end = start.map_or(0, TimeOfDay::minutes) + minutes.map_or(0, Minutes::get) + 30;
    let at = TimeOfDay::from_minutes(end).map_or(NaiveTime::MIN, NaiveTime::from);
    date.and_time(at)
}
