//! The texts of the invented house: remarks, notes, teaching plans, appointments.

use std::collections::BTreeMap;

use serde::Deserialize;
use trivsel_domain::{Initials, Line, Minutes, PersonName, Subject, TalkKind, TimeOfDay};

use super::Planned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct RegisterTexts {
    /// What a morning holds, one line a weekday: blocks and how many minutes they last.
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
    /// By kind of talk, each with its slots.
    pub(in crate::demo) stock: BTreeMap<String, Vec<String>>,
    /// Talks of one child on one day.
    pub(in crate::demo) own: Vec<OwnTalk>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct OwnTalk {
    /// Whose; nothing for a consultation.
    pub(in crate::demo) child: Option<PersonName>,
    pub(in crate::demo) kind: TalkKind,
    pub(in crate::demo) ago: i64,
    pub(in crate::demo) at: TimeOfDay,
    pub(in crate::demo) minutes: Minutes,
    pub(in crate::demo) with: Line,
    pub(in crate::demo) author: Initials,
    #[serde(default)]
    pub(in crate::demo) draft: bool,
    pub(in crate::demo) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct PlanTexts {
    pub(in crate::demo) aims: Vec<Line>,
    pub(in crate::demo) subject: Vec<SubjectText>,
    /// Extra subjects of single children.
    pub(in crate::demo) extra: Vec<ExtraSubject>,
}

/// One step of a subject; a child goes to the next one with its next plan.
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

/// An appointment in a week counted from today's (−1 the last one), on a weekday from Monday 0.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct DiaryRow {
    pub(in crate::demo) weeks: Vec<i64>,
    pub(in crate::demo) weekday: u64,
    pub(in crate::demo) hours: Option<Planned>,
    pub(in crate::demo) title: Line,
    pub(in crate::demo) child: Option<PersonName>,
    /// Nobody named means everybody.
    #[serde(default)]
    pub(in crate::demo) staff: Vec<Initials>,
}
