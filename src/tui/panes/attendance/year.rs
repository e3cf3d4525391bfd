//! The month and school year views of one child.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use trivsel_domain::record::{Day, ReportedWeek};
use trivsel_domain::rules::calendar::{Calendar, monday_of};
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::reported::{Attendance, ReportedFigures};
use trivsel_domain::value::{Coded, Half, Halves, MarkKind, SchoolYear};

use super::draw::{Letters, day_style};
use crate::draw::wrap;
use crate::model::Model;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::cut;
use trivsel_words::names::{month_short, weekday_short};
use trivsel_words::numbers::{half_days, percent};
use trivsel_words::text::fit;
use trivsel_words::{Words, dates, reported};

/// The row of the selected child, with the days read for its year.
struct Child<'a> {
    row: &'a CaseView,
    model: &'a Model,
    letters: Letters<'a>,
}

impl<'a> Child<'a> {
    fn selected(model: &'a Model) -> Option<Self> {
        let letters = Letters::of(model);
        model.attendance.selected().map(|row| Self { row, model, letters })
    }

    fn day(&self, date: NaiveDate) -> Option<&'a Day> {
        let year = self.model.attendance.year.as_ref().filter(|y| y.case == self.row.case.id);
        year.and_then(|y| y.days.get(&date))
    }

    fn calendar(&self) -> &'a Calendar {
        &self.model.roster.calendar
    }

    /// The registered day; `None` if the child was neither enrolled nor registered.
    fn shown(&self, date: NaiveDate) -> Option<Option<&'a Day>> {
        let day = self.day(date);
        (day.is_some() || self.row.case.holds_seat_on(date)).then_some(day)
    }

    fn letter(&self, date: NaiveDate, half: Half) -> String {
        let day = self.shown(date).filter(|_| half == Half::First || self.row.child.marks_twice_a_day(date));
        day.map_or_else(|| " ".to_owned(), |day| self.letters.of_day(self.row, date, day, half).into_owned())
    }

    fn letters(&self, date: NaiveDate) -> String {
        let day = self.shown(date);
        day.map_or_else(|| " ".to_owned(), |day| self.letters.of_halves(self.row, date, day))
    }

    fn style(&self, date: NaiveDate) -> Style {
        if date == self.model.attendance.date {
            return self.model.theme.selection;
        }
        day_style(&self.model.theme, &self.row.child, date, self.day(date))
    }

    fn figures(&self, from: NaiveDate, to: NaiveDate) -> Option<Attendance> {
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
    fn reported(&self) -> &'a [ReportedWeek] {
        let year = self.model.attendance.year.as_ref().filter(|y| y.case == self.row.case.id);
        year.map_or(&[], |y| &y.reported)
    }

    /// The child and the span, with the day that a mark would be set on unless it is today.
    fn title(&self, what: &str) -> Line<'static> {
        let (lang, theme) = (self.model.words.lang(), &self.model.theme);
        let (date, today) = (self.model.attendance.date, self.model.today());
        let title = format!(" {} · {what}", self.row.name);
        if date == today {
            return Line::styled(title, theme.text);
        }
        Line::styled(format!("{title} · {}", dates::day_short_seen(lang, date, today)), theme.warn)
    }
}

pub fn draw_month(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(child) = Child::selected(model) else { return };
    let (words, theme, date) = (&model.words, &model.theme, model.attendance.date);
    let first = date.with_day(1).unwrap_or(date);
    let last = first + Days::new(u64::from(first.num_days_in_month()) - 1);
    let mut lines = vec![child.title(&dates::month_year(words.lang(), date)), Line::default()];
    let mut heads = Cells::new().left("", 6, theme.dim);
    for n in 0..5 {
        let weekday = weekday_short(words.lang(), (monday_of(date) + Days::new(n)).weekday());
        heads = heads.left(weekday, 9, theme.dim);
    }
    lines.push(heads.line(None));
    let mut monday = monday_of(first);
    while monday <= last {
        let mut spans = vec![Span::styled(fit(&format!("  {:>2}", monday.iso_week().week()), 6), theme.dim)];
        for n in 0..5 {
            let date = monday + Days::new(n);
            let text = if date.month() == first.month() {
                format!("{:>2} {}", date.day(), child.letters(date))
            } else {
                String::new()
            };
            spans.push(Span::styled(fit(&text, 7), child.style(date)));
            spans.push(Span::raw("  "));
        }
        lines.push(Line::from(spans));
        monday = monday + Days::new(7);
    }
    lines.push(Line::default());
    lines.extend(child.figures(first, last).into_iter().flat_map(|f| figure_lines(words, &f)).map(indented));
    lines.extend(remarks(&child, first, last));
    cut(&mut lines, usize::from(area.height), words, theme);
    lines::draw(frame, lines, area);
}

fn indented(text: impl std::fmt::Display) -> Line<'static> {
    Line::raw(format!(" {text}"))
}

fn remarks(child: &Child<'_>, first: NaiveDate, last: NaiveDate) -> Vec<Line<'static>> {
    let (words, theme) = (&child.model.words, &child.model.theme);
    let said = first.iter_days().take_while(|d| *d <= last).filter_map(|date| {
        let remark = child.day(date)?.remark.as_ref()?;
        Some(Line::styled(
            format!("  {}  {}", dates::day_month(words.lang(), date), remark.as_str()),
            theme.dim,
        ))
    });
    said.collect()
}

/// Draws the school year: one column a week, one line a weekday, and a second line for the second marks of the days.
pub fn draw_year(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(child) = Child::selected(model) else { return };
    let (words, theme) = (&model.words, &model.theme);
    let year = SchoolYear::of(model.attendance.date);
    let start = monday_of(year.first_day());
    let weeks = 53;
    let in_year = |date: NaiveDate| SchoolYear::of(date) == year;
    let twice = year
        .first_day()
        .iter_days()
        .take_while(|d| in_year(*d))
        .any(|d| child.row.child.marks_twice_a_day(d));
    let halves: &[Half] = if twice { &[Half::First, Half::Second] } else { &[Half::First] };
    let name = format!("{} {}/{}", words.get("attendance-school-year"), year.starting(), year.starting() + 1);
    let mut lines = vec![child.title(&name), Line::default(), month_heads(words, theme.dim, start, weeks)];
    for (weekday, half) in (0..5).flat_map(|weekday| halves.iter().map(move |half| (weekday, *half))) {
        let name = match half {
            Half::First => weekday_short(words.lang(), (start + Days::new(weekday)).weekday()),
            Half::Second => "",
        };
        let mut spans = vec![Span::styled(fit(&format!(" {name}"), 6), theme.dim)];
        for date in (0..weeks).map(|week| start + Days::new(7 * week + weekday)) {
            if in_year(date) {
                spans.push(Span::styled(child.letter(date, half), child.style(date)));
            } else {
                spans.push(Span::raw(" "));
            }
        }
        lines.push(Line::from(spans));
    }
    if child.row.is_at_own_school() {
        lines.push(reported_line(&child, start, weeks));
    }
    lines.push(Line::default());
    let legend = wrap(words.get("attendance-year-legend"), usize::from(area.width).saturating_sub(2));
    lines.extend(legend.into_iter().map(|l| Line::styled(format!(" {l}"), theme.dim)));
    lines.push(Line::default());
    let figures = child.figures(year.first_day(), year.last_day());
    lines.extend(figures.into_iter().flat_map(|f| figure_lines(words, &f)).map(indented));
    if lines.len() > usize::from(area.height) {
        lines.retain(|l| !l.spans.is_empty());
    }
    cut(&mut lines, usize::from(area.height), words, theme);
    lines::draw(frame, lines, area);
}

/// The days attended in each reported week, below its column. Half a day more is rounded down.
fn reported_line(child: &Child<'_>, start: NaiveDate, weeks: u64) -> Line<'static> {
    let (words, theme) = (&child.model.words, &child.model.theme);
    let mut text = fit(&format!(" {}", words.get("attendance-year-reported")), 6);
    for week in (0..weeks).map(|week| start + Days::new(7 * week)) {
        let found = child.reported().iter().find(|w| w.monday.monday() == week);
        text.push_str(&found.map_or_else(|| " ".to_owned(), |w| (w.days.attended().get() / 2).to_string()));
    }
    Line::styled(text, theme.text)
}

/// The names of the months, each above its first week.
fn month_heads(words: &Words, style: Style, start: NaiveDate, weeks: u64) -> Line<'static> {
    let mut text = " ".repeat(6);
    let mut month = 0;
    let mut week = 0;
    while week < weeks {
        let date = start + Days::new(7 * week + 6);
        if date > start + Days::new(366) {
            break;
        }
        if date.month() != month {
            month = date.month();
            let label = fit(month_short(words.lang(), date), 3);
            text.push_str(&label);
            text.push(' ');
            week += 4;
        } else {
            text.push(' ');
            week += 1;
        }
    }
    Line::styled(text, style)
}

/// The attendance figures of a period, each with what it counts and its dates.
#[must_use]
pub fn figure_lines(words: &Words, figures: &Attendance) -> Vec<String> {
    match figures {
        Attendance::Own(figures) => own_lines(words, figures),
        Attendance::Reported(figures) => {
            let none = || words.get("figures-none-reported").to_owned();
            vec![reported::figures(words, figures).unwrap_or_else(none)]
        }
        Attendance::Imported(figures) => reported::imported(words, figures).into_iter().collect(),
    }
}

fn own_lines(words: &Words, figures: &Figures) -> Vec<String> {
    let lang = words.lang();
    let mut lines = Vec::new();
    lines.extend(figures.share().map(|share| {
        words.with(
            "figures-share",
            &[
                ("share", percent(lang, share).into()),
                ("attended", half_days(words.lang(), figures.attended()).into()),
                ("registered", half_days(words.lang(), figures.registered()).into()),
                ("span", dates::span(lang, figures.from, figures.to).into()),
            ],
        )
    }));
    if let Some(share) = figures.share_of_minutes() {
        lines.push(words.with(
            "figures-minutes",
            &[
                ("share", percent(lang, share).into()),
                ("attended", hours(words, figures.minutes_attended).into()),
                ("planned", hours(words, figures.minutes_planned).into()),
            ],
        ));
    }
    let kinds = [MarkKind::Sick, MarkKind::Leave, MarkKind::Unlawful, MarkKind::Elsewhere];
    let causes: Vec<String> = kinds
        .into_iter()
        .filter(|k| figures.marked.of(*k) > Halves::NONE)
        .map(|k| {
            format!("{} {}", words.code("mark", k.code()), half_days(words.lang(), figures.marked.of(k)))
        })
        .collect();
    if !causes.is_empty() {
        lines.push(causes.join(" · "));
    }
    if figures.unregistered > Halves::NONE {
        lines.push(
            words.with(
                "figures-unregistered",
                &[("days", half_days(words.lang(), figures.unregistered).into())],
            ),
        );
    }
    lines
}

/// Minutes as hours with one decimal.
fn hours(words: &Words, minutes: u32) -> String {
    trivsel_words::numbers::decimal_short(words.lang(), f64::from(minutes) / 60.0, 1)
}
