//! Finds the month of days that are only numbers, and the year of days without one: above them, or in the name of the
//! sheet or the file.

use chrono::{Datelike, NaiveDate, Weekday};
use trivsel_domain::value::SchoolYear;

use super::dated::in_year;
use super::day_head::{DayColumn, DayHead, is_of_days, runs, weekdays};
use super::mapping::{Mapping, letters};
pub(super) use super::month_name::months as of;
use super::month_name::{MonthNamed, YearNamed, months, year_alone};
use super::month_place::MonthPlace;
use super::note::Note;
use super::problem::{Fault, Problem};
use super::question::Question;
use super::table::{Row, Table};
use super::told::Reading;
use super::value;
use trivsel_words::text::{clean_line, clip};

/// How much of a place is shown, in columns of the terminal.
const WIDTH: usize = 30;

/// A place that may say the month, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub(super) place: MonthPlace,
    /// Its cell, if it is one.
    pub(super) cell: Option<String>,
    /// What stands there.
    pub(super) text: String,
}

/// The place, and the months that it names.
struct Said {
    shown: Place,
    months: Vec<MonthNamed>,
}

/// A list as far as its months are sought.
struct Around<'t> {
    titles: &'t [Row],
    head: &'t Row,
    days: Vec<usize>,
    sheet: Option<&'t str>,
    reading: &'t Reading<'t>,
}

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    /// The lines above the headings that were read.
    pub lines: Vec<u32>,
    pub notes: Vec<Note>,
    pub problems: Vec<Problem>,
    pub question: Option<Question>,
}

/// Gives the days of a list their months and weekdays, as far as they are found. `titles` are the rows above.
pub(super) fn settle(
    days: &mut [DayColumn],
    titles: &[Row],
    head: &Row,
    table: &Table,
    mapping: &Mapping,
    reading: &Reading<'_>,
) -> Found {
    let mut found = Found::default();
    let below = table.rows.first().filter(|row| is_of_days(row, days));
    for row in titles.last().into_iter().chain(below) {
        let Some(weekdays) = weekdays(row, days) else { continue };
        for (at, weekday) in weekdays {
            if let Some(day) = days.iter_mut().find(|day| day.at == at) {
                day.weekday = day.weekday.or(weekday);
            }
        }
        found.lines.push(row.line);
    }
    let taken = days.iter().map(|day| day.at).collect();
    let around = Around { titles, head, days: taken, sheet: table.sheet.as_deref(), reading };
    let said = around.said();
    let year = around.year(&said);
    let numbers: Vec<DayColumn> = days.iter().filter(|day| day.number().is_some()).cloned().collect();
    let runs = runs(&numbers);
    for (number, run) in runs.iter().enumerate() {
        let month = match runs.as_slice() {
            [_] => around.month(run, &said, mapping, &mut found),
            _ => around.month_of_several(&runs, number, &said, &mut found),
        };
        let month = month.map(|month| around.in_year(month, year));
        for column in *run {
            for day in days.iter_mut().filter(|day| day.at == column.at) {
                let DayHead::OfMonth { day: number, .. } = day.head else { continue };
                day.head = DayHead::OfMonth { day: number, month };
            }
        }
    }
    if let Some(year) = year.filter(|_| reading.told.year.is_none()) {
        complete(days, year, reading.today);
    }
    found
}

/// Gives the days without a year that of the list, if they all exist in it. Days that are all ahead are of another one.
fn complete(days: &mut [DayColumn], year: YearNamed, today: NaiveDate) {
    let open = || days.iter().filter(|day| day.head == DayHead::Open);
    let dates: Option<Vec<_>> = open().map(|day| Some((day.at, dated(&day.name, year)?))).collect();
    let dates = dates.filter(|dates| dates.iter().any(|(_, date)| *date <= today));
    for (at, date) in dates.into_iter().flatten() {
        if let Some(day) = days.iter_mut().find(|day| day.at == at) {
            day.head = DayHead::On(date);
        }
    }
}

/// A day and month in a year that stands above.
fn dated(text: &str, year: YearNamed) -> Option<NaiveDate> {
    match year {
        YearNamed::School(year) => in_year(text, year),
        YearNamed::Calendar(year) => [year - 1, year].into_iter().find_map(|start| {
            in_year(text, SchoolYear::from_starting(start)).filter(|date| date.year() == year)
        }),
    }
}

impl Around<'_> {
    /// The places that name a month, from the top, then the names of the sheet and, unless another one names a month with
    /// its year, of the file.
    fn said(&self) -> Vec<Said> {
        let mut said = self.places(&|text| months(text, self.reading.today));
        let is_file = |said: &Said| said.shown.place == MonthPlace::File;
        let dated = |said: &Said| said.months.iter().any(|month| month.first_day().is_some());
        if said.iter().any(|said| !is_file(said) && dated(said)) {
            said.retain(|said| !is_file(said));
        }
        said
    }

    /// The places where something is read as months.
    fn places(&self, read: &dyn Fn(&str) -> Vec<MonthNamed>) -> Vec<Said> {
        let cells = self.cells().into_iter().map(|(row, at)| {
            let mut text = clean_line(row.cells[at].trim());
            let place = MonthPlace::Cell { at, up: self.head.line.saturating_sub(row.line) };
            let day = value::date(&text).filter(|date| date.day() == 1 && row.special(at).is_some());
            let months = match day {
                // A spreadsheet may show only the month of a date.
                Some(date) => {
                    text = date.format("%Y-%m").to_string();
                    vec![MonthNamed { month: date.month(), year: Some(date.year()) }]
                }
                None => read(&text),
            };
            let cell = Some(format!("{}{}", letters(at), row.line));
            Said { shown: Place { place, cell, text: clip(&text, WIDTH) }, months }
        });
        let named = |place, name: Option<&str>| {
            let name = clean_line(name?);
            let months = read(&name);
            Some(Said { shown: Place { place, cell: None, text: clip(&name, WIDTH) }, months })
        };
        let sheet = named(MonthPlace::Sheet, self.sheet);
        let file = named(MonthPlace::File, self.reading.told.file.as_deref());
        cells.chain(sheet).chain(file).filter(|said| !said.months.is_empty()).collect()
    }

    /// The cells above the days, and those beside them in their row.
    fn cells(&self) -> Vec<(&Row, usize)> {
        let above = self.titles.iter().flat_map(|row| row.own().map(move |at| (row, at)));
        let beside = self.head.own().filter(|at| !self.days.contains(at));
        above.chain(beside.map(|at| (self.head, at))).collect()
    }

    /// The year that stands with a month, or by itself.
    fn year(&self, said: &[Said]) -> Option<YearNamed> {
        let today = self.reading.today;
        let names = [self.sheet, self.reading.told.file.as_deref()];
        let titles = self.titles.iter().map(Row::said);
        let alone = titles
            .chain(names.into_iter().flatten().map(str::to_owned))
            .find_map(|text| year_alone(&text, today));
        let with_month = || {
            let mut months = said.iter().flat_map(|said| &said.months).filter_map(|month| month.first_day());
            let first = SchoolYear::of(months.next()?);
            months.all(|day| SchoolYear::of(day) == first).then_some(YearNamed::School(first))
        };
        self.reading.told.year.map(YearNamed::School).or(alone).or_else(with_month)
    }

    /// The month in the year that stands elsewhere, unless it would be ahead: a list may say when it was printed.
    fn in_year(&self, month: MonthNamed, year: Option<YearNamed>) -> MonthNamed {
        let dated = year.map_or(month, |year| month.in_year(year));
        let ahead = dated.first_day().is_some_and(|first| first > self.reading.today);
        if ahead && self.reading.told.year.is_none() { month } else { dated }
    }

    /// The month of the only numbered days.
    fn month(
        &self,
        run: &[DayColumn],
        said: &[Said],
        mapping: &Mapping,
        found: &mut Found,
    ) -> Option<MonthNamed> {
        if let Some(month) = self.reading.told.month.filter(|_| self.reading.in_one) {
            return Some(month);
        }
        if let Some(place) = mapping.month
            && let Some(Said { shown, months }) =
                self.places(&|text| self.loose(text)).into_iter().find(|s| s.shown.place == place)
            && let [month] = months.as_slice()
        {
            return Some(self.took(*month, shown, found));
        }
        let mut distinct: Vec<MonthNamed> = Vec::new();
        for month in said.iter().flat_map(|said| &said.months) {
            match distinct.iter_mut().find(|known| known.agrees(*month)) {
                Some(known) => known.year = known.year.or(month.year),
                None => distinct.push(*month),
            }
        }
        let told = self.told(run);
        match (distinct.as_slice(), told) {
            ([month], _) => {
                let shown = said[0].shown.clone();
                Some(self.took(*month, shown, found))
            }
            (_, Some(month)) => Some(month),
            (all, None) => {
                let places = if all.is_empty() {
                    self.places(&|text| self.loose(text))
                } else {
                    self.places(&|text| months(text, self.reading.today))
                };
                let one = |said: Said| (said.months.len() == 1).then_some(said.shown);
                self.ask(run, places.into_iter().filter_map(one).collect(), !all.is_empty(), found);
                None
            }
        }
    }

    /// The month of some of the numbered days: the one above them, or the one that comes in this place.
    fn month_of_several(
        &self,
        runs: &[&[DayColumn]],
        number: usize,
        said: &[Said],
        found: &mut Found,
    ) -> Option<MonthNamed> {
        let first = number.checked_sub(1).map_or(0, |before| runs[before].last().map_or(0, |day| day.at + 1));
        let last = runs[number].last().map_or(0, |day| day.at);
        let over = |said: &&Said| match said.shown.place {
            MonthPlace::Cell { at, .. } => said.months.len() == 1 && (first..=last).contains(&at),
            MonthPlace::Sheet | MonthPlace::File => false,
        };
        let lines = |said: &Said| match said.shown.place {
            MonthPlace::Cell { up, .. } => up,
            _ => u32::MAX,
        };
        // The lowest line with a month over each of them.
        let above: Vec<&Said> = said.iter().filter(over).collect();
        let single = above.iter().min_by_key(|said| lines(said));
        let several = || said.iter().find(|said| said.months.len() == runs.len());
        // A title over the first days alone may be of all.
        let titled = said.iter().filter(|s| s.months.len() == 1).count() >= runs.len();
        if let Some(said) = single.filter(|_| titled) {
            return Some(self.took(said.months[0], said.shown.clone(), found));
        }
        if let Some(said) = several() {
            return Some(self.took(said.months[number], said.shown.clone(), found));
        }
        let told = self.told(runs[number]);
        if told.is_none() {
            self.ask(runs[number], Vec::new(), false, found);
        }
        told
    }

    /// A month as it may stand in a place that the user has pointed out: as its number too.
    fn loose(&self, text: &str) -> Vec<MonthNamed> {
        let named = months(text, self.reading.today);
        let number = || text.trim_end_matches('.').parse().ok().filter(|month| (1..=12).contains(month));
        if named.is_empty() {
            number().map(|month| MonthNamed { month, year: None }).into_iter().collect()
        } else {
            named
        }
    }

    /// What the user says of these days.
    fn told(&self, run: &[DayColumn]) -> Option<MonthNamed> {
        let told = self.reading.told;
        told.months.get(&self.key(run)).copied().or(told.month)
    }

    /// What the days of a month are called among the answers.
    fn key(&self, run: &[DayColumn]) -> String {
        let at = run.first().map_or(0, |day| day.at);
        format!("{}!{}{}", self.sheet.unwrap_or_default(), letters(at), self.head.line)
    }

    /// Notes where a month was read.
    fn took(&self, month: MonthNamed, shown: Place, found: &mut Found) -> MonthNamed {
        if let MonthPlace::Cell { up, .. } = shown.place {
            found.lines.push(self.head.line - up);
        }
        found.notes.push(Note::Month(shown));
        month
    }

    /// Asks for the month of these days.
    fn ask(&self, run: &[DayColumn], places: Vec<Place>, several: bool, found: &mut Found) {
        let name = |day: Option<&DayColumn>| day.map(|day| day.name.clone()).unwrap_or_default();
        let (first, last) = (name(run.first()), name(run.last()));
        let among = if several { places.clone() } else { Vec::new() };
        let at = run.first().map_or(0, |day| day.at);
        let fault = Fault::WhichMonth { first: first.clone(), last: last.clone(), among };
        found.problems.push(Problem::on_line(self.head.line, fault).in_column(at));
        let (key, sheet, today) = (self.key(run), self.sheet.map(str::to_owned), self.reading.today);
        found.question.get_or_insert(Question::Month { key, sheet, first, last, places, today });
    }
}

/// The date of a day of a month, if there is one, and it is on that weekday.
pub(super) fn date_of(
    day: u32,
    weekday: Option<Weekday>,
    month: MonthNamed,
) -> Result<Option<NaiveDate>, NaiveDate> {
    let date = month.year.and_then(|year| NaiveDate::from_ymd_opt(year, month.month, day));
    match (date, weekday) {
        (Some(date), Some(weekday)) if date.weekday() != weekday => Err(date),
        (date, _) => Ok(date),
    }
}
