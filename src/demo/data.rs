//! The people, patterns and texts of the invented house, parsed from `data/demo`.

mod files;
mod post;
mod texts;

pub(super) use files::{Around, FileRow, FileTexts, GoalRow, InterventionRow, PlanRow, Texts};
pub(super) use post::{ConsentRow, LetterRow, Post};
use serde::Deserialize;
pub(super) use texts::{
    AgreementRow, Diary, DiaryRow, DraftRow, OwnTalk, PlanTexts, ProfileRow, RegisterTexts, ScoreRow, Scores,
    SubjectText, TalkTexts,
};
use trivsel_domain::record::{Competency, Outcome, Priority};
use trivsel_domain::value::{
    Absence, Hours, Initials, Level, Line, LongText, PersonName, ProgrammeCode, Requirement, Stage, Tag,
    TimeOfDay,
};

/// Everything the house is generated from.
pub(super) struct Data {
    pub(super) people: People,
    pub(super) around: Around,
    pub(super) files: FileTexts,
    pub(super) register: RegisterTexts,
    pub(super) talks: TalkTexts,
    pub(super) scores: Scores,
    pub(super) plans: PlanTexts,
    pub(super) diary: Diary,
    pub(super) post: Post,
}

impl Data {
    /// Parses the shipped files.
    pub(super) fn load() -> anyhow::Result<Self> {
        let mut people: People = toml::from_str(include_str!("../../data/demo/people.toml"))?;
        let more: People = toml::from_str(include_str!("../../data/demo/trivsel.toml"))?;
        people.staff.extend(more.staff);
        people.child.extend(more.child);
        Ok(Self {
            people,
            around: toml::from_str(include_str!("../../data/demo/around.toml"))?,
            files: toml::from_str(include_str!("../../data/demo/files.toml"))?,
            register: toml::from_str(include_str!("../../data/demo/register.toml"))?,
            talks: Self::talks()?,
            scores: toml::from_str(include_str!("../../data/demo/scores.toml"))?,
            plans: toml::from_str(include_str!("../../data/demo/plans.toml"))?,
            diary: toml::from_str(include_str!("../../data/demo/diary.toml"))?,
            post: toml::from_str(include_str!("../../data/demo/post.toml"))?,
        })
    }

    /// Parses only the file of talks.
    pub(super) fn talks() -> anyhow::Result<TalkTexts> {
        Ok(toml::from_str(include_str!("../../data/demo/talks.toml"))?)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub(super) staff: Vec<StaffRow>,
    pub(super) child: Vec<ChildRow>,
    #[serde(default)]
    pub(super) again: Vec<AgainRow>,
    #[serde(default)]
    pub(super) kept: Vec<KeptRow>,
}

/// A child whose course was broken off years ago.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeptRow {
    pub(super) name: PersonName,
    /// The grade in the school year of the referral.
    pub(super) grade: u8,
    pub(super) letter: String,
    /// Month and day; the year follows from the grade.
    pub(super) born: (u32, u32),
    pub(super) school: Line,
    pub(super) note: Line,
    /// Why it was broken off.
    pub(super) why: Line,
    pub(super) mother: PersonName,
    pub(super) ppr: PersonName,
    /// The primary contact.
    pub(super) by: Initials,
    pub(super) seat: u16,
    /// How many school years ago.
    pub(super) years: i32,
    /// How the start was arranged.
    pub(super) start: LongText,
    /// The note of the enrolment talk.
    pub(super) talk: LongText,
}

/// A new referral of a child whose earlier case is closed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgainRow {
    pub(super) child: PersonName,
    pub(super) referred: i64,
    pub(super) note: Line,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WaivedRow {
    pub(super) to: Stage,
    pub(super) what: Requirement,
    pub(super) reason: Line,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StaffRow {
    pub(super) initials: Initials,
    pub(super) name: PersonName,
    pub(super) competencies: Vec<Competency>,
    pub(super) methods: Vec<Tag>,
    pub(super) phone: Line,
    pub(super) mail: Line,
}

/// A child and its case. Days are counted in school days before today unless noted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChildRow {
    pub(super) name: PersonName,
    pub(super) pronoun: Pronoun,
    pub(super) grade: u8,
    pub(super) letter: String,
    /// Month and day; the year follows from the grade.
    pub(super) born: (u32, u32),
    pub(super) school: Line,
    pub(super) note: Line,
    /// Only set for a programme other than the usual one.
    pub(super) programme: Option<ProgrammeCode>,
    /// The levels so far: the first from before admission, the others from follow-up meetings.
    #[serde(default)]
    pub(super) levels: Vec<Level>,
    pub(super) level_reason: Option<Line>,
    #[serde(default)]
    pub(super) waived: Vec<WaivedRow>,
    /// Whether the case files have arrived.
    #[serde(default = "they_have")]
    pub(super) files: bool,
    pub(super) stage: Stage,
    pub(super) referred: i64,
    /// How many school days the child was on the waiting list before the seat, or until today.
    pub(super) waited: Option<i64>,
    pub(super) admitted: Option<i64>,
    pub(super) seat: Option<u16>,
    pub(super) primary: Option<Initials>,
    pub(super) secondary: Option<Initials>,
    /// A follow-up meeting; negative for one that lies ahead.
    pub(super) meeting: Option<i64>,
    pub(super) phase_out: Option<i64>,
    pub(super) moved_back: Option<MovedBack>,
    /// Whether the contact that a quarter's count of days asked for is still to be made.
    #[serde(default)]
    pub(super) uncontacted: bool,
    /// School days after today.
    pub(super) ends: Option<i64>,
    pub(super) closed: Option<i64>,
    pub(super) outcome: Option<Outcome>,
    pub(super) priority: Option<Priority>,
    pub(super) last_contact: Option<i64>,
    #[serde(default)]
    pub(super) week: Vec<WeekRow>,
    /// The days at the own school in the weeks that have ended, the last one last; negative where nobody said.
    #[serde(default)]
    pub(super) own_school: Vec<i8>,
    pub(super) pattern: Option<Pattern>,
    pub(super) sending_school: Option<SendingSchool>,
    pub(super) ahead: Option<Ahead>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Pronoun {
    Han,
    Hun,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MovedBack {
    pub(super) ago: i64,
    pub(super) reason: Line,
}

/// One version of the weekly timetable, valid from a number of school days after admission.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WeekRow {
    pub(super) from: i64,
    pub(super) days: [Planned; 5],
}

/// One day of a week: `8.30-12.00`, `hjemme`, `praktik` or `fri`.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum Planned {
    Off,
    Home,
    Practice,
    School(Hours),
}

impl TryFrom<String> for Planned {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let time = |t: &str| -> Option<TimeOfDay> {
            let (hour, minute) = t.split_once('.')?;
            TimeOfDay::new(hour.parse().ok()?, minute.parse().ok()?).ok()
        };
        match text.as_str() {
            "fri" => Ok(Self::Off),
            "hjemme" => Ok(Self::Home),
            "praktik" => Ok(Self::Practice),
            hours => hours
                .split_once('-')
                .and_then(|(from, to)| Hours::new(time(from)?, time(to)?).ok())
                .map(Self::School)
                .ok_or(text),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pattern {
    /// Probability of attending at admission, and now.
    pub(super) start: f64,
    pub(super) end: f64,
    /// Factors on that probability, Monday to Friday.
    #[serde(default = "every_day_alike")]
    pub(super) weekdays: [f64; 5],
    /// Relative weights of the causes of absence.
    pub(super) sick: u32,
    pub(super) unlawful: u32,
    /// Probability of coming late, and of leaving early, on an attended day.
    pub(super) late: f64,
    pub(super) early: f64,
    /// Probability that an absence continues the next day.
    #[serde(default = "some_go_on")]
    pub(super) stick: f64,
    pub(super) mood: (f64, f64),
    #[serde(default)]
    pub(super) spells: Vec<Spell>,
    /// Granted leaves, entered ahead.
    #[serde(default)]
    pub(super) leaves: Vec<Leave>,
    /// Days without any registration.
    #[serde(default)]
    pub(super) forgotten: Vec<i64>,
}

fn they_have() -> bool {
    true
}

fn every_day_alike() -> [f64; 5] {
    [1.0; 5]
}

fn some_go_on() -> f64 {
    0.3
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Cause {
    Sick,
    Unlawful,
}

/// Consecutive days of absence, starting `ago` school days ago.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spell {
    pub(super) ago: i64,
    pub(super) days: i64,
    pub(super) cause: Cause,
    /// Whether the family has not said why.
    #[serde(default)]
    pub(super) unheard: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Leave {
    pub(super) ago: i64,
    pub(super) days: i64,
}

/// The sending school's register of the last days before admission.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SendingSchool {
    pub(super) days: i64,
    pub(super) present: f64,
    pub(super) sick: u32,
    pub(super) unlawful: u32,
}

/// An absence entered ahead: its first day and length, in school days from today, and how many days ahead it was
/// entered.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ahead {
    pub(super) cause: Absence,
    pub(super) from: i64,
    pub(super) days: i64,
    pub(super) told: i64,
    pub(super) at: TimeOfDay,
}
