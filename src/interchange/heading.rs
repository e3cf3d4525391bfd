//! The headings of each list, their accepted names, and finding them in the first rows.

use trivsel_domain::decide::Column;
use trivsel_domain::value::Coded;

use super::near::near;
use super::note::Note;
use super::problem::{Fault, Problem, Wrong};
use super::synonyms::Key;
use super::table::{Row, Table};
use super::value;

/// A heading: a column of the domain, or one that only helps to read another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// A column of the domain.
    Of(Column),
    /// The school year that the class column refers to.
    SchoolYear,
}

impl Heading {
    pub fn column(self) -> Column {
        match self {
            Self::Of(column) => column,
            Self::SchoolYear => Column::Class,
        }
    }

    /// Whether the column holds free text.
    pub fn is_text(self) -> bool {
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
    pub fn names(self) -> &'static [&'static str] {
        let Self::Of(column) = self else { return &["skoleår", "school year"] };
        match column {
            Column::Child => &["barn", "navn", "elev", "barnets navn", "name", "pupil"],
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
            Column::First => &["formiddag", "morgen", "første lektion", "fremmøde", "morning", "mark"],
            Column::Second => &["eftermiddag", "sidste lektion", "afternoon", "last lesson"],
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

    fn code(self) -> &'static str {
        match self {
            Self::Of(column) => column.code(),
            Self::SchoolYear => "school_year",
        }
    }
}

/// The headings of a list, and which of them are required.
pub(super) struct Layout {
    pub headings: &'static [Heading],
    pub required: &'static [Column],
}

impl Layout {
    /// The heading that a cell matches.
    fn heading(&self, cell: &str) -> Option<Heading> {
        let key = Key::of(cell);
        self.headings.iter().copied().find(|h| key.means(h.code()) || key.means_any(h.names()))
    }

    /// The name of a heading that a cell nearly matches.
    fn near(&self, cell: &str) -> Option<&'static str> {
        let names = self.headings.iter().flat_map(|h| h.names().iter().copied().chain([h.code()]));
        near(cell, names.map(|name| (name, name)))
    }
}

/// The weekdays. A list has all of them or none.
pub(super) const WEEK: [Column; 5] =
    [Column::Monday, Column::Tuesday, Column::Wednesday, Column::Thursday, Column::Friday];

pub(super) const CASES: Layout = Layout {
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

pub(super) const DAYS: Layout = Layout {
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

/// A talk row belongs to a child or a place, depending on its kind.
pub(super) const TALKS: Layout = Layout {
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

/// How many rows are searched for the headings.
pub(super) const SOUGHT: usize = 20;

/// The row that holds the headings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// The row index, from 0.
    pub at: usize,
    /// How many of its cells are headings of the list.
    pub known: usize,
    /// Whether every required heading is present.
    pub complete: bool,
}

/// Finds the headings: the first row with every required heading, otherwise the row with the most headings.
pub(super) fn place(rows: &[Row], layout: &Layout) -> Placed {
    let placed = rows.iter().take(SOUGHT).enumerate().map(|(at, row)| {
        let known: Vec<Heading> = row.cells.iter().filter_map(|c| layout.heading(c)).collect();
        let complete = layout.required.iter().all(|c| known.contains(&Heading::Of(*c)));
        Placed { at, known: known.len(), complete }
    });
    let none = Placed { at: 0, known: 0, complete: false };
    let rank = |row: &Placed| if row.complete { usize::MAX } else { row.known };
    // The first row wins a tie.
    placed.fold(none, |best, row| if rank(&row) > rank(&best) { row } else { best })
}

/// The position of each heading in a file, and its name there.
#[derive(Clone, Debug, Default)]
pub(super) struct Headings {
    found: Vec<(Heading, usize, String)>,
}

impl Headings {
    /// Removes the headings and everything above them from the table, leaving its rows.
    pub fn take(table: &mut Table, layout: &Layout) -> Self {
        let mut headings = Self::default();
        if table.rows.is_empty() {
            return headings;
        }
        let at = place(&table.rows, layout).at;
        let above = table.rows.drain(..at).map(|row| Note::Above { line: row.line, text: row.said() });
        table.notes.extend(above);
        let row = table.rows.remove(0);
        let merged = table.merged.iter().find(|m| m.last_line >= row.line);
        if let Some(merged) = merged {
            table.problems.push(Problem::of_file(Fault::Merged { range: merged.range.clone() }));
        }
        if let Some(fault) = day_columns(&row, layout) {
            table.problems.push(Problem::on_line(row.line, fault));
            return headings;
        }
        for (at, cell) in row.cells.iter().enumerate().filter(|(_, c)| !c.trim().is_empty()) {
            if let Err(wrong) = headings.add(at, cell.trim(), layout) {
                let problem = Problem::on_line(row.line, wrong.fault).headed(cell.trim());
                table.problems.push(problem.almost(wrong.near));
            }
        }
        let week = WEEK.iter().any(|d| headings.place(Heading::Of(*d)).is_some());
        let asked = layout.required.iter().chain(WEEK.iter().filter(|_| week));
        for column in asked.filter(|c| headings.place(Heading::Of(**c)).is_none()) {
            let missing = Problem::on_line(row.line, Fault::HeadingMissing).at(Heading::Of(*column));
            table.problems.push(missing);
        }
        headings
    }

    fn add(&mut self, at: usize, cell: &str, layout: &Layout) -> Result<(), Wrong> {
        let unknown = || Wrong { fault: Fault::UnknownHeading, near: layout.near(cell).map(str::to_owned) };
        let heading = layout.heading(cell).ok_or_else(unknown)?;
        if self.place(heading).is_some() {
            return Err(Fault::HeadingTwice.into());
        }
        self.found.push((heading, at, cell.to_owned()));
        Ok(())
    }

    /// The index of a heading in the row, from 0.
    pub fn place(&self, heading: Heading) -> Option<usize> {
        self.found.iter().find(|(h, ..)| *h == heading).map(|(_, at, _)| *at)
    }

    /// The name of a heading in the file.
    pub fn name(&self, heading: Heading) -> Option<&str> {
        self.found.iter().find(|(h, ..)| *h == heading).map(|(.., name)| name.as_str())
    }

    /// Whether an index in the row has a heading.
    pub fn covers(&self, at: usize) -> bool {
        self.found.iter().any(|(_, place, _)| *place == at)
    }
}

/// Detects a register with one column per day, where a list has one row per day.
fn day_columns(row: &Row, layout: &Layout) -> Option<Fault> {
    if !layout.required.contains(&Column::First) {
        return None;
    }
    let days: Vec<&String> = row.cells.iter().filter(|cell| value::is_day(cell)).collect();
    match days.as_slice() {
        [first, .., last] => Some(Fault::DayColumns { first: (*first).clone(), last: (*last).clone() }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_heads_two_columns() {
        for layout in [CASES, DAYS, TALKS] {
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
