//! Programmes (tilbud): audience, seats, talks and levels. The two profiles ship as data.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::absence_rule::AbsenceRules;
use crate::record::child::Child;
use crate::record::edit::Record;
use crate::record::level::LevelContent;
use crate::record::talk::TalkKind;
use crate::value::code::Coded;
use crate::value::grade::Grade;
use crate::value::id::AnyKey;
use crate::value::level::Level;
use crate::value::obligation::ObligationKind;
use crate::value::programme_code::ProgrammeCode;
use crate::value::role::Role;
use crate::value::seat::SeatNorm;
use crate::value::text::TextProblem;
use crate::value::time::Minutes;

/// The audience of a programme; both ends are included. Source: both service descriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Grades, as in `skolefravaer` (6 to 10).
    Grades(Grade, Grade),
    /// Ages in whole years, as in `trivsel` (8 to 18).
    Ages(u32, u32),
}

impl Audience {
    /// Whether it includes a child on a date; `None` if the grade or birthday is unknown.
    #[must_use]
    pub fn includes(self, child: &Child, on: NaiveDate) -> Option<bool> {
        match self {
            Self::Grades(from, to) => child.grade_on(on).map(|g| from <= g && g <= to),
            Self::Ages(from, to) => child.age_on(on).map(|a| from <= a && a <= to),
        }
    }
}

/// The usual form of a kind of talk in a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualTalk {
    /// The kind of talk.
    pub kind: TalkKind,
    /// The usual length, if there is one.
    pub minutes: Option<Minutes>,
    /// The participants besides the author.
    pub with: Vec<Role>,
}

/// A programme's profile as read from a file, unchecked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeProfile {
    /// The stable code.
    pub code: String,
    /// Its Danish name.
    pub name_da: String,
    /// Its English name.
    pub name_en: String,
    /// The audience.
    pub audience: Audience,
    /// Whether it keeps a register; false where the children go to their own schools.
    pub register: bool,
    /// The number of seats it starts with, 1 to 99; `None` without a limit.
    pub seats: Option<u16>,
    /// Every kind of talk but the consultation, the most usual first.
    pub talks: Vec<UsualTalk>,
    /// The levels of intervention, lowest first; empty in a programme without levels.
    #[serde(default)]
    pub levels: Vec<LevelContent>,
    /// The obligations of its cases.
    pub obligations: Vec<ObligationKind>,
}

/// What is wrong with a profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileProblem {
    /// The code is not valid.
    #[error("the code: {0}")]
    Code(TextProblem),
    /// A name is missing.
    #[error("a name is empty")]
    Name,
    /// The range of grades or ages runs backward.
    #[error("the audience runs backward")]
    Audience,
    /// The number of seats is not 1 to 99.
    #[error("seats outside 1 to 99")]
    Seats,
    /// A kind of talk is missing or named twice, or is the consultation.
    #[error("talks: every kind once, without the consultation")]
    Talks,
    /// The levels are not 1, 2, 3 and so on, or one has no intervention.
    #[error("levels: from 1 without a gap, each with an intervention")]
    Levels,
}

/// A programme with a checked profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    code: ProgrammeCode,
    name_da: String,
    name_en: String,
    audience: Audience,
    register: bool,
    seats: SeatNorm,
    talks: Vec<UsualTalk>,
    levels: Vec<LevelContent>,
    obligations: Vec<ObligationKind>,
    absence: AbsenceRules,
}

impl Programme {
    /// The programme under rules of the statutory count. A profile alone has none.
    #[must_use]
    pub fn under(self, absence: AbsenceRules) -> Self {
        Self { absence, ..self }
    }

    /// The rules of the statutory count.
    #[must_use]
    pub fn absence(&self) -> &AbsenceRules {
        &self.absence
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &ProgrammeCode {
        &self.code
    }

    /// Its name in Danish.
    #[must_use]
    pub fn name_da(&self) -> &str {
        &self.name_da
    }

    /// Its name in English.
    #[must_use]
    pub fn name_en(&self) -> &str {
        &self.name_en
    }

    /// The audience.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// Whether it keeps a register, so that a child without a timetable is expected every school day.
    #[must_use]
    pub fn keeps_register(&self) -> bool {
        self.register
    }

    /// The number of seats a new house starts with.
    #[must_use]
    pub fn seats(&self) -> SeatNorm {
        self.seats
    }

    /// Every kind of talk of a case, the most usual first.
    #[must_use]
    pub fn talks(&self) -> &[UsualTalk] {
        &self.talks
    }

    /// The levels of intervention, lowest first; empty in a programme without levels.
    #[must_use]
    pub fn levels(&self) -> &[LevelContent] {
        &self.levels
    }

    /// The interventions of a level; `None` if the programme does not have it.
    #[must_use]
    pub fn level(&self, level: Level) -> Option<&LevelContent> {
        self.levels.iter().find(|l| l.level == level)
    }

    /// Whether its cases have an obligation of a kind.
    #[must_use]
    pub fn has_obligation(&self, kind: ObligationKind) -> bool {
        self.obligations.contains(&kind)
    }

    /// The usual form of a kind of talk; `None` for a consultation.
    #[must_use]
    pub fn usual(&self, kind: TalkKind) -> Option<&UsualTalk> {
        self.talks.iter().find(|t| t.kind == kind)
    }
}

impl TryFrom<ProgrammeProfile> for Programme {
    type Error = ProfileProblem;

    fn try_from(profile: ProgrammeProfile) -> Result<Self, ProfileProblem> {
        let code = ProgrammeCode::new(&profile.code).map_err(ProfileProblem::Code)?;
        if profile.name_da.trim().is_empty() || profile.name_en.trim().is_empty() {
            return Err(ProfileProblem::Name);
        }
        let forward = match profile.audience {
            Audience::Grades(from, to) => from <= to,
            Audience::Ages(from, to) => from <= to,
        };
        if !forward {
            return Err(ProfileProblem::Audience);
        }
        let seats = match profile.seats {
            None => SeatNorm::Unlimited,
            Some(n) => SeatNorm::limited(n).map_err(|_| ProfileProblem::Seats)?,
        };
        let every = |kind: &TalkKind| {
            let named = profile.talks.iter().filter(|t| t.kind == *kind).count();
            named == usize::from(*kind != TalkKind::Consultation)
        };
        if !TalkKind::ALL.iter().all(every) {
            return Err(ProfileProblem::Talks);
        }
        let sound = |(number, content): (u8, &LevelContent)| {
            content.level.get() == number
                && !content.interventions.is_empty()
                && content.interventions.iter().all(|group| !group.is_empty())
        };
        if !(1_u8..).zip(&profile.levels).all(sound) {
            return Err(ProfileProblem::Levels);
        }
        Ok(Self {
            code,
            name_da: profile.name_da,
            name_en: profile.name_en,
            audience: profile.audience,
            register: profile.register,
            seats,
            talks: profile.talks,
            levels: profile.levels,
            obligations: profile.obligations,
            absence: AbsenceRules::default(),
        })
    }
}

/// A programme that this house runs, with its number of seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseProgramme {
    /// The programme.
    pub code: ProgrammeCode,
    /// The number of seats (normering).
    pub seats: SeatNorm,
}

impl Record for HouseProgramme {
    type Key = ProgrammeCode;

    fn key(&self) -> ProgrammeCode {
        self.code.clone()
    }

    fn owner(&self) -> Option<AnyKey> {
        None
    }
}
