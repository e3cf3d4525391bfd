//! The talks of the house: those the rhythm asks for, drawn from a stock of texts, and single ones of their own.

use std::collections::BTreeMap;

use anyhow::Context;
use chrono::{Days, NaiveDate, NaiveTime};
use trivsel_domain::calendar::monday_of;
use trivsel_domain::{
    Coded, Day, Line, LongText, MarkKind, Matter, Minutes, OpenTo, Participant, Staff, StaffId, Talk, TalkId,
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
    pub(super) staff: &'a [Staff],
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
        let with: &[&str] = match kind {
            TalkKind::Development => &["{navn}"],
            TalkKind::Parent => &["mor og far, {voksen}", "mor, {voksen}", "far, {voksen}"],
            TalkKind::Message => &["mor", "far"],
            TalkKind::Enrolment => &["{navn}, mor, far, {voksen}"],
            TalkKind::StartUp => &["mor, far, {voksen}"],
            TalkKind::YouthGuidance => &["{navn}, UU-vejleder, {voksen}"],
            _ => &["mor, far, {skole}, PPR, {voksen}"],
        };
        let contacts = course.case.contacts;
        let second = contacts.secondary.filter(|_| with_child && rng.chance(0.25));
        let author = second.or(contacts.primary).context("a course without a primary contact")?;
        let participants = rng.pick(with).map(|w| Line::new(&course.tell(w))).transpose()?;
        let participants = participants.map(Participant::Other).into_iter().collect();
        let text = course.tell(self.next_text(course.seed, kind)?);
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
            themes: Vec::new(),
            methods: Vec::new(),
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

    /// The talks that stand alone: own notes, consultations, drafts.
    pub(super) fn own(&self, courses: &[Course<'_>], mint: Mint<'_>) -> anyhow::Result<Vec<Talk>> {
        let mut talks = Vec::new();
        for row in self.texts.own.iter().filter(|r| !r.draft) {
            let named = |c: &&Course<'_>| Some(&c.child.name) == row.child.as_ref();
            let matter = match &row.child {
                Some(name) => {
                    let course = courses.iter().find(named);
                    let course = course.with_context(|| format!("no child {}", name.as_str()))?;
                    Matter::of_case(course.case.id, row.kind)?
                }
                None => Matter::consultation(row.with.clone(), None),
            };
            let author: StaffId = self
                .staff
                .iter()
                .find(|s| s.initials == row.author)
                .with_context(|| format!("no staff {}", row.author.as_str()))?
                .id;
            let date = self.school.ago(row.ago);
            let (start, minutes) = (Some(row.at), Some(row.minutes));
            talks.push(Talk {
                id: TalkId::from_u128(mint()),
                matter,
                date,
                start,
                minutes,
                participants: vec![Participant::Other(row.with.clone())],
                themes: Vec::new(),
                methods: Vec::new(),
                text: LongText::new(&row.text)?,
                author,
                signed_at: Some(signing(date, start, minutes)),
                open_to: OpenTo::House,
                source: TalkSource::Own,
            });
        }
        Ok(talks)
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

/// Signed half an hour after the talk ended.
fn signing(date: NaiveDate, start: Option<TimeOfDay>, minutes: Option<Minutes>) -> chrono::NaiveDateTime {
    let end = start.map_or(0, TimeOfDay::minutes) + minutes.map_or(0, Minutes::get) + 30;
    let at = TimeOfDay::from_minutes(end).map_or(NaiveTime::MIN, NaiveTime::from);
    date.and_time(at)
}
