//! The child whose month, school year or weeks are shown, with the days read for its year.

use chrono::NaiveDate;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{Day, ReportedWeek};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::reported::{Attendance, ReportedFigures};
use trivsel_domain::value::Half;

use super::draw::{Letters, day_style};
use crate::model::Model;
use crate::view::CaseView;
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

    pub fn letter(&self, date: NaiveDate, half: Half) -> String {
        let day = self.shown(date).filter(|_| half == Half::First || self.row.child.marks_twice_a_day(date));
        day.map_or_else(|| " ".to_owned(), |day| self.letters.of_day(self.row, date, day, half).into_owned())
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

    /// The weeks reported in the year that was read.
    pub fn reported(&self) -> &'a [ReportedWeek] {
        let year = self.model.attendance.year.as_ref().filter(|y| y.case == self.row.case.id);
        year.map_or(&[], |y| &y.reported)
    }

    /// The child and the span, with the day that a mark would be set on unless it is today.
    pub fn title(&self, what: &str) -> Line<'static> {
        let (lang, theme) = (self.model.words.lang(), &self.model.theme);
        let (date, today) = (self.model.attendance.date, self.model.today());
        let title = format!(" {} · {what}", self.row.name);
        if date == today {
            return Line::styled(title, theme.text);
        }
        Line::styled(format!("{title} · {}", dates::day_short_seen(lang, date, today)), theme.warn)
    }
}
