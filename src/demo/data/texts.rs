//! The texts of the invented house: remarks, notes, teaching plans, appointments.

use std::collections::BTreeMap;

use serde::Deserialize;
use trivsel_domain::record::{FollowUpEnd, SeriesParts, Subject, TalkKind, Tenths};
use trivsel_domain::value::{Initials, Judgement, Line, Minutes, PersonName, Tag, TimeOfDay};

use super::Planned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct RegisterTexts {
    /// The blocks of a morning and their length in minutes, for each weekday.
    pub(in crate::demo) rhythm: [Vec<(String, u16)>; 5],
    pub(in crate::demo) remarks: Remarks,
    pub(in crate::demo) told: Told,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Remarks {
    pub(in crate::demo) present: Vec<String>,
    pub(in crate::demo) late: Vec<String>,
    pub(in crate::demo) partial: Vec<String>,
    pub(in crate::demo) sick: Vec<String>,
    pub(in crate::demo) unlawful: Vec<String>,
    pub(in crate::demo) elsewhere: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Told {
    pub(in crate::demo) leave: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct TalkTexts {
    /// Texts by kind of talk, with slots to fill.
    pub(in crate::demo) stock: BTreeMap<String, Vec<String>>,
    /// Themes and methods, each with the words that indicate it.
    pub(in crate::demo) themes: BTreeMap<Tag, Vec<String>>,
    pub(in crate::demo) methods: BTreeMap<Tag, Vec<String>>,
    /// Talks of one child on one day.
    pub(in crate::demo) own: Vec<OwnTalk>,
    /// Talks that are not signed yet.
    pub(in crate::demo) draft: Vec<DraftRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct OwnTalk {
    /// `None` for a consultation.
    pub(in crate::demo) child: Option<PersonName>,
    pub(in crate::demo) kind: TalkKind,
    pub(in crate::demo) ago: i64,
    pub(in crate::demo) at: TimeOfDay,
    pub(in crate::demo) minutes: Minutes,
    /// The place and subject of a consultation.
    pub(in crate::demo) place: Option<Line>,
    pub(in crate::demo) topic: Option<Line>,
    /// Roles by code, staff by initials, others as written.
    pub(in crate::demo) with: Vec<Line>,
    pub(in crate::demo) author: Initials,
    /// The only readers besides the author, if the note is restricted.
    #[serde(default)]
    pub(in crate::demo) open_to: Vec<Initials>,
    pub(in crate::demo) text: String,
    /// The judgement of a follow-up meeting.
    pub(in crate::demo) judgement: Option<Judgement>,
    #[serde(default)]
    pub(in crate::demo) agreements: Vec<AgreementRow>,
    pub(in crate::demo) addendum: Option<AddendumRow>,
}

/// An agreement, due in this many school days from today.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct AgreementRow {
    pub(in crate::demo) what: Line,
    pub(in crate::demo) who: Line,
    pub(in crate::demo) due: i64,
    pub(in crate::demo) ended: Option<EndedRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct EndedRow {
    pub(in crate::demo) ago: i64,
    pub(in crate::demo) how: FollowUpEnd,
    pub(in crate::demo) note: Option<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct AddendumRow {
    pub(in crate::demo) ago: i64,
    pub(in crate::demo) at: TimeOfDay,
    pub(in crate::demo) author: Initials,
    pub(in crate::demo) text: String,
}

/// A note that somebody started to type.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct DraftRow {
    pub(in crate::demo) child: PersonName,
    pub(in crate::demo) kind: TalkKind,
    pub(in crate::demo) ago: i64,
    pub(in crate::demo) start: String,
    pub(in crate::demo) minutes: String,
    pub(in crate::demo) with: String,
    pub(in crate::demo) themes: String,
    pub(in crate::demo) methods: String,
    pub(in crate::demo) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Scores {
    pub(in crate::demo) child: Vec<ScoreRow>,
    /// The series of the house.
    pub(in crate::demo) series: Vec<SeriesParts>,
    pub(in crate::demo) profile: Vec<ProfileRow>,
}

/// A child's scores in a series of the house, at every so many weekly talks: the lines of the first and of the last.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct ProfileRow {
    pub(in crate::demo) name: PersonName,
    pub(in crate::demo) series: Tag,
    pub(in crate::demo) every: usize,
    pub(in crate::demo) first: Vec<Tenths>,
    pub(in crate::demo) last: Vec<Tenths>,
}

/// The first and the last sum on record for each instrument.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct ScoreRow {
    pub(in crate::demo) name: PersonName,
    pub(in crate::demo) outcome: [f64; 2],
    pub(in crate::demo) alliance: [f64; 2],
    /// The mother's ratings, at the parent talks.
    pub(in crate::demo) mother: Option<[f64; 2]>,
    /// For how many school days nobody has asked.
    pub(in crate::demo) quiet: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct PlanTexts {
    pub(in crate::demo) aims: Vec<Line>,
    pub(in crate::demo) subject: Vec<SubjectText>,
    /// Extra subjects for single children.
    pub(in crate::demo) extra: Vec<ExtraSubject>,
    /// Subjects that single children are not taught for now.
    pub(in crate::demo) waived: Vec<WaivedSubject>,
}

/// A subject that a child is not taught in its latest plan, and why.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct WaivedSubject {
    pub(in crate::demo) child: PersonName,
    pub(in crate::demo) subject: Subject,
    pub(in crate::demo) reason: Line,
}

/// One step of a subject; a child moves to the next step with its next plan.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct SubjectText {
    pub(in crate::demo) subject: Subject,
    pub(in crate::demo) level: Line,
    pub(in crate::demo) goal: Line,
    pub(in crate::demo) materials: Line,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct ExtraSubject {
    pub(in crate::demo) child: PersonName,
    pub(in crate::demo) lessons: u8,
    #[serde(flatten)]
    pub(in crate::demo) text: SubjectText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Diary {
    pub(in crate::demo) appointment: Vec<DiaryRow>,
}

/// An appointment. The week counts from today's (−1 is last week), the weekday from Monday 0. One that is always near
/// counts school days from today instead.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct DiaryRow {
    #[serde(default)]
    pub(in crate::demo) weeks: Vec<i64>,
    #[serde(default)]
    pub(in crate::demo) weekday: u64,
    #[serde(default)]
    pub(in crate::demo) ahead: Vec<i64>,
    pub(in crate::demo) hours: Option<Planned>,
    pub(in crate::demo) title: Line,
    pub(in crate::demo) kind: Option<TalkKind>,
    pub(in crate::demo) child: Option<PersonName>,
    /// Empty means everybody.
    #[serde(default)]
    pub(in crate::demo) staff: Vec<Initials>,
}
