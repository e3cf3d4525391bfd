//! Values of several parts written as one short text, the same in JSON and CSV: `late 08:55`, `expected 08:30-12:00`,
//! `week 42`, `08:30-09:15`, `only LB`, `method ACT`.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use trivsel_domain::calendar::MonthDay;
use trivsel_domain::{
    ClosureRule, Coded, Competency, DayPlan, Hours, Initials, Mark, MarkKind, Need, Tag, TimeOfDay,
};

/// A value in its short form.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Compact<T>(pub T);

/// What has a short form.
pub(crate) trait Short: Sized {
    /// What it is, for an error.
    const KIND: &'static str;
    fn write(&self) -> String;
    fn read(text: &str) -> Option<Self>;
}

impl<T: Short> Serialize for Compact<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0.write())
    }
}

impl<'de, T: Short> Deserialize<'de> for Compact<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        T::read(&text).map(Self).ok_or_else(|| D::Error::custom(format_args!("{text:?} is no {}", T::KIND)))
    }
}

fn time(text: &str) -> Option<TimeOfDay> {
    TimeOfDay::try_from(text.to_owned()).ok()
}

impl Short for Hours {
    const KIND: &'static str = "span of hours";

    fn write(&self) -> String {
        format!("{}-{}", self.from(), self.to())
    }

    fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-')?;
        Self::new(time(from)?, time(to)?).ok()
    }
}

impl Short for Mark {
    const KIND: &'static str = "mark";

    fn write(&self) -> String {
        let code = self.kind().code();
        match self {
            Self::Late { at } => format!("{code} {at}"),
            Self::Partial { hours } => format!("{code} {}", hours.write()),
            _ => code.to_owned(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (code, rest) = text.split_once(' ').map_or((text, None), |(code, rest)| (code, Some(rest)));
        Some(match (MarkKind::from_code(code).ok()?, rest) {
            (MarkKind::Late, Some(at)) => Self::Late { at: time(at)? },
            (MarkKind::Partial, Some(hours)) => Self::Partial { hours: Hours::read(hours)? },
            (MarkKind::Present, None) => Self::Present,
            (MarkKind::Sick, None) => Self::Sick,
            (MarkKind::Leave, None) => Self::Leave,
            (MarkKind::Unlawful, None) => Self::Unlawful,
            (MarkKind::Elsewhere, None) => Self::Elsewhere,
            (MarkKind::NotExpected, None) => Self::NotExpected,
            _ => return None,
        })
    }
}

/// Without its blocks, which are records of their own.
impl Short for DayPlan {
    const KIND: &'static str = "plan of a day";

    fn write(&self) -> String {
        match self {
            Self::Off => "off".to_owned(),
            Self::Elsewhere => "elsewhere".to_owned(),
            Self::Expected { hours: None, .. } => "expected".to_owned(),
            Self::Expected { hours: Some(hours), .. } => format!("expected {}", hours.write()),
        }
    }

    fn read(text: &str) -> Option<Self> {
        match text {
            "off" => Some(Self::Off),
            "elsewhere" => Some(Self::Elsewhere),
            "expected" => Some(Self::UNKNOWN),
            _ => {
                let hours = Hours::read(text.strip_prefix("expected ")?)?;
                Some(Self::Expected { hours: Some(hours), blocks: Vec::new() })
            }
        }
    }
}

impl Short for ClosureRule {
    const KIND: &'static str = "rule of a closure";

    fn write(&self) -> String {
        match self {
            Self::Week { week } => format!("week {week}"),
            Self::Yearly { from, to } => {
                format!("yearly {:02}-{:02}/{:02}-{:02}", from.month, from.day, to.month, to.day)
            }
            Self::Easter { offset } => format!("easter {offset}"),
            Self::Summer => "summer".to_owned(),
            Self::Dates { from, to } => format!("dates {from}/{to}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (rule, rest) = text.split_once(' ').unwrap_or((text, ""));
        let span = || rest.split_once('/');
        let date = |text: &str| text.parse::<NaiveDate>().ok();
        let rule = match rule {
            "week" => Self::Week { week: rest.parse().ok()? },
            "yearly" => {
                span().and_then(|(from, to)| Some(Self::Yearly { from: day(from)?, to: day(to)? }))?
            }
            "easter" => Self::Easter { offset: rest.parse().ok()? },
            "summer" if rest.is_empty() => Self::Summer,
            "dates" => {
                span().and_then(|(from, to)| Some(Self::Dates { from: date(from)?, to: date(to)? }))?
            }
            _ => return None,
        };
        rule.checked().ok()
    }
}

fn day(text: &str) -> Option<MonthDay> {
    let (month, day) = text.split_once('-')?;
    Some(MonthDay { month: month.parse().ok()?, day: day.parse().ok()? })
}

impl Short for Need {
    const KIND: &'static str = "need";

    fn write(&self) -> String {
        match self {
            Self::Competency(competency) => format!("competency {}", competency.code()),
            Self::Method(method) => format!("method {}", method.as_str()),
        }
    }

    fn read(text: &str) -> Option<Self> {
        match text.split_once(' ')? {
            ("competency", code) => Competency::from_code(code).ok().map(Self::Competency),
            ("method", name) => Tag::new(name).ok().map(Self::Method),
            _ => None,
        }
    }
}

/// To whom a note is open besides its author.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Readers {
    #[default]
    House,
    Only(Vec<Initials>),
}

impl Short for Readers {
    const KIND: &'static str = "list of readers";

    fn write(&self) -> String {
        match self {
            Self::House => "house".to_owned(),
            Self::Only(readers) => {
                let readers = readers.iter().map(Initials::as_str);
                std::iter::once("only").chain(readers).collect::<Vec<_>>().join(" ")
            }
        }
    }

    fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        match words.next()? {
            "house" if words.next().is_none() => Some(Self::House),
            "only" => words.map(|w| Initials::new(w).ok()).collect::<Option<_>>().map(Self::Only),
            _ => None,
        }
    }
}
