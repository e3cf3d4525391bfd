//! The child whose month, school year or weeks are shown, with the days read for its year.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{Day, Origin, ReportedWeek};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::heat::DayCount;
use trivsel_domain::rules::imported::register_of;
use trivsel_domain::rules::reported::{Attendance, ReportedFigures};
use trivsel_domain::value::SchoolWeek;

use super::draw::{Letters, day_style};
use crate::model::Model;
use crate::view::CaseView;
use crate::widgets::headline::Headline;
use trivsel_words::dates;

/// The row of the selected child, with the days read for its year.
pub(super) struct Child<'a> {
    pub row: &'a CaseView,
    pub model: &'a Model,
    pub letters: Letters<'a>,
}

impl<'a> Child<'a> {
    pub fn selected(model: &'a Model) -> Option<Self> {
        let letters = Letters::of(model);
        model.attendance.selected().map(|row| Self { row, model, letters })
    }

    pub fn day(&self, date: NaiveDate) -> Option<&'a Day> {
        let year = self.model.attendance.year.as_ref().filter(|y| y.case == self.row.case.id);
        year.and_then(|y| y.days.get(&date))
    }

    pub fn calendar(&self) -> &'a Calendar {
        &self.model.roster.calendar
    }

    /// The registered day; `None` if the child was neither enrolled nor registered.
    pub fn shown(&self, date: NaiveDate) -> Option<Option<&'a Day>> {
        let day = self.day(date);
        (day.is_some() || self.row.case.holds_seat_on(date)).then_some(day)
    }

    pub fn letters(&self, date: NaiveDate) -> String {
        let day = self.shown(date);
        day.map_or_else(|| " ".to_owned(), |day| self.letters.of_halves(self.row, date, day))
    }

    pub fn style(&self, date: NaiveDate) -> Style {
        if date == self.model.attendance.date {
            return self.model.theme.selection;
        }
        day_style(&self.model.theme, &self.row.child, date, self.day(date))
    }

    pub fn figures(&self, from: NaiveDate, to: NaiveDate) -> Option<Attendance> {
        let to = to.min(self.model.today());
        let enrolment = self.row.case.enrolment()?;
        if self.row.is_at_own_school() {
            return Some(Attendance::Reported(ReportedFigures::count(self.reported(), from, to)));
        }
        let day = |date: NaiveDate| self.day(date);
        let plan = |date| self.row.plan(date);
        let own = Figures::count(&self.row.child, enrolment, plan, self.calendar(), day, from, to);
        Some(Attendance::Own(own))
    }

    /// The school whose register some days of the year that was read come from, if one is named for all of them; `None` if
    /// no days do.
    pub fn imported(&self) -> Option<Option<&'a trivsel_domain::value::Line>> {
        let year = self.model.attendance.year.as_ref().filter(|y| y.case == self.row.case.id);
        let mut days = year?.days.values().filter(|d| d.origin == Origin::SendingSchool).peekable();
        days.peek()?;
        Some(register_of(days))
    }

    /// The weeks reported in the year that was read.
    pub fn reported(&self) -> &'a [ReportedWeek] {
        let year = self.model.attendance.year.as_ref().filter(|y| y.case == self.row.case.id);
        year.map_or(&[], |y| &y.reported)
    }

    /// What each register says of a week.
    pub fn week(&self, week: SchoolWeek) -> Vec<Attendance> {
        static NONE: BTreeMap<NaiveDate, Day> = BTreeMap::new();
        let year = self.model.attendance.year.as_ref().filter(|y| y.case == self.row.case.id);
        let days = year.map_or(&NONE, |year| &year.days);
        self.row.week_of(self.calendar(), week, (days, self.reported()))
    }

    /// The share of some days until today that are school days of the course; `None` if nothing is registered.
    pub fn share(&self, days: impl Iterator<Item = NaiveDate>) -> Option<f64> {
        let enrolment = self.row.case.enrolment()?;
        let counts = |date: &NaiveDate| {
            *date <= self.model.today() && enrolment.includes(*date) && self.calendar().is_school_day(*date)
        };
        let count =
            |date| DayCount::of(&Figures::of_day(&self.row.child, self.row.plan(date), date, self.day(date)));
        days.filter(counts).map(count).sum::<DayCount>().share()
    }

    /// The child and the span, with the day that a mark would be set on unless it is today, and the child's place among
    /// the others.
    pub fn title(&self, what: &str, width: usize) -> Line<'static> {
        let (lang, theme, pane) = (self.model.words.lang(), &self.model.theme, &self.model.attendance);
        let (date, today) = (pane.date, self.model.today());
        let head = Headline::new().left(self.row.name.to_string(), 0).left(what, 0);
        let (head, style) = if date == today {
            (head, theme.text)
        } else {
            (head.left(dates::day_short_seen(lang, date, today), 0), theme.warn)
        };
        let place = format!("{}/{}", pane.cursor() + 1, pane.rows().len());
        let next = self.model.words.get("attendance-next-child");
        head.right(next, 3).right(place, 2).line(width, style, theme.dim)
    }
}
