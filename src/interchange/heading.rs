//! The headings of each list and their accepted names.

use serde::{Deserialize, Serialize};
use trivsel_domain::decide::Column;
use trivsel_domain::value::Coded;

use super::near::near;
use super::synonyms::Key;

/// What a column of a list holds: a column of the domain, or one that only helps to read another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// A column of the domain.
    Of(Column),
    /// The school year that the class column refers to.
    SchoolYear,
}

impl Heading {
    pub(super) fn column(self) -> Column {
        match self {
            Self::Of(column) => column,
            Self::SchoolYear => Column::Class,
        }
    }

    /// Whether the column holds free text.
    pub(super) fn is_text(self) -> bool {
        use Column as C;
        matches!(
            self.column(),
            C::Child
                | C::School
                | C::Remark
                | C::Participants
                | C::Themes
                | C::Methods
                | C::Text
                | C::Place
                | C::Topic
        )
    }

    /// The accepted names besides the code, Danish first.
    pub(super) fn names(self) -> &'static [&'static str] {
        let Self::Of(column) = self else { return &["skoleår", "school year"] };
        match column {
            Column::Child => &["barn", "navn", "elev", "barnets navn", "elevens navn", "name", "pupil"],
            Column::Born => &["født", "fødselsdato", "fødselsdag", "date of birth", "birthday"],
            Column::Class => &["klasse", "klassetrin", "grade"],
            Column::School => &["skole", "afgivende skole", "hjemskole", "sending school"],
            Column::Programme => &["tilbud", "program"],
            Column::Stage => &["fase", "trin"],
            Column::Referred => &["henvist", "henvisningsdato", "indstillet", "referral date"],
            Column::Admitted => &["visiteret", "optaget", "visitationsdato", "admission date"],
            Column::Primary => &["kontakt", "kontaktperson", "primær kontakt", "primær", "primary contact"],
            Column::Secondary => &["anden kontakt", "sekundær kontakt", "sekundær", "secondary contact"],
            Column::ExpectedEnd => &["forventet slut", "forventet afslutning", "expected end"],
            Column::Closed => &["afsluttet", "afslutningsdato", "closing date"],
            Column::Outcome => &["udfald", "afsluttet til"],
            Column::Priority => &["prioritet"],
            Column::LastContact => &["seneste kontakt", "sidste kontakt", "last contact"],
            Column::Monday => &["mandag", "man", "mon"],
            Column::Tuesday => &["tirsdag", "tir", "tirs", "tue"],
            Column::Wednesday => &["onsdag", "ons", "wed"],
            Column::Thursday => &["torsdag", "tor", "tors", "thu"],
            Column::Friday => &["fredag", "fre", "fri"],
            Column::Date => &["dato", "dag", "day"],
            Column::First => &["formiddag", "fm", "morgen", "første lektion", "fremmøde", "morning", "mark"],
            Column::Second => &["eftermiddag", "em", "sidste lektion", "afternoon", "last lesson"],
            Column::Remark => &["bemærkning", "note"],
            Column::Mood => &["humør", "stemning"],
            Column::Origin => &["kilde", "register", "source"],
            Column::Kind => &["type", "samtaletype", "slags", "samtale", "kind of talk"],
            Column::Start => &["tid", "kl", "klokken", "klokkeslæt", "begyndt", "time"],
            Column::Minutes => &["minutter", "varighed", "min", "duration"],
            Column::Participants => &["deltagere", "med", "with"],
            Column::Themes => &["temaer", "tema", "theme"],
            Column::Methods => &["metoder", "metode", "method"],
            Column::Text => &["tekst", "notat", "referat", "note"],
            Column::Author => &["forfatter", "skrevet af", "af", "written by", "by"],
            Column::Place => &["sted", "skole", "school"],
            Column::Topic => &["emne"],
            Column::Row => &[],
        }
    }

    /// The stable code.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Of(column) => column.code(),
            Self::SchoolYear => SCHOOL_YEAR,
        }
    }

    /// The heading with this code.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        if code == SCHOOL_YEAR { Some(Self::SchoolYear) } else { Column::from_code(code).ok().map(Self::Of) }
    }
}

/// The code of the heading that is no column of the domain.
const SCHOOL_YEAR: &str = "school_year";

/// The lists that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListKind {
    Cases,
    Attendance,
    Talks,
}

impl ListKind {
    /// The heading that a user means by a word, for this list.
    #[must_use]
    pub fn heading(self, word: &str) -> Option<Heading> {
        self.layout().heading(word)
    }

    /// Everything that a column of the list can hold.
    #[must_use]
    pub fn headings(self) -> &'static [Heading] {
        self.layout().headings
    }

    pub(super) fn layout(self) -> &'static Layout {
        match self {
            Self::Cases => &CASES,
            Self::Attendance => &DAYS,
            Self::Talks => &TALKS,
        }
    }
}

/// The headings of a list, and which of them are required.
#[derive(Debug)]
pub(super) struct Layout {
    pub headings: &'static [Heading],
    pub required: &'static [Column],
}

impl Layout {
    /// The heading that a cell matches.
    pub fn heading(&self, cell: &str) -> Option<Heading> {
        let key = Key::of(cell);
        self.headings.iter().copied().find(|h| key.means(h.code()) || key.means_any(h.names()))
    }

    /// The name of a heading that a cell nearly matches.
    pub fn near(&self, cell: &str) -> Option<&'static str> {
        let names = self.headings.iter().flat_map(|h| h.names().iter().copied().chain([h.code()]));
        near(cell, names.map(|name| (name, name)))
    }
}

/// The weekdays. A list has all of them or none.
pub(super) const WEEK: [Column; 5] =
    [Column::Monday, Column::Tuesday, Column::Wednesday, Column::Thursday, Column::Friday];

static CASES: Layout = Layout {
    headings: &[
        Heading::Of(Column::Child),
        Heading::Of(Column::Born),
        Heading::Of(Column::Class),
        Heading::SchoolYear,
        Heading::Of(Column::School),
        Heading::Of(Column::Programme),
        Heading::Of(Column::Stage),
        Heading::Of(Column::Referred),
        Heading::Of(Column::Admitted),
        Heading::Of(Column::Primary),
        Heading::Of(Column::Secondary),
        Heading::Of(Column::ExpectedEnd),
        Heading::Of(Column::Closed),
        Heading::Of(Column::Outcome),
        Heading::Of(Column::Priority),
        Heading::Of(Column::LastContact),
        Heading::Of(Column::Monday),
        Heading::Of(Column::Tuesday),
        Heading::Of(Column::Wednesday),
        Heading::Of(Column::Thursday),
        Heading::Of(Column::Friday),
    ],
    required: &[Column::Child, Column::Stage, Column::Referred],
};

static DAYS: Layout = Layout {
    headings: &[
        Heading::Of(Column::Child),
        Heading::Of(Column::Born),
        Heading::Of(Column::Date),
        Heading::Of(Column::First),
        Heading::Of(Column::Second),
        Heading::Of(Column::Remark),
        Heading::Of(Column::Mood),
        Heading::Of(Column::Origin),
    ],
    required: &[Column::Child, Column::Date, Column::First],
};

/// A register with a column for each day: a row has one child's marks.
pub(super) static REGISTER: Layout = Layout {
    headings: &[Heading::Of(Column::Child), Heading::Of(Column::Born), Heading::Of(Column::Origin)],
    required: &[Column::Child],
};

/// A talk row belongs to a child or a place, depending on its kind.
static TALKS: Layout = Layout {
    headings: &[
        Heading::Of(Column::Child),
        Heading::Of(Column::Born),
        Heading::Of(Column::Kind),
        Heading::Of(Column::Place),
        Heading::Of(Column::Topic),
        Heading::Of(Column::Date),
        Heading::Of(Column::Start),
        Heading::Of(Column::Minutes),
        Heading::Of(Column::Participants),
        Heading::Of(Column::Themes),
        Heading::Of(Column::Methods),
        Heading::Of(Column::Text),
        Heading::Of(Column::Author),
    ],
    required: &[Column::Kind, Column::Date, Column::Text, Column::Author],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_heads_two_columns() {
        for layout in [&CASES, &DAYS, &REGISTER, &TALKS] {
            for heading in layout.headings {
                for name in heading.names().iter().copied().chain([heading.code()]) {
                    let key = Key::of(name);
                    let found =
                        layout.headings.iter().filter(|h| key.means(h.code()) || key.means_any(h.names()));
                    assert_eq!(found.count(), 1, "{name}");
                }
            }
        }
    }
}
