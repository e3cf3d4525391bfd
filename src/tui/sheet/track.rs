//! The track of the case through its stages: where it is, since when, how long, and the steps back.

use chrono::{Datelike, NaiveDate};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use trivsel_domain::rules::track::{Passing, Station, steps_back, track};
use trivsel_domain::value::{Coded, Stage};

use super::Sheet;
use crate::model::Model;
use crate::panes::caseload;
use trivsel_words::dates;
use trivsel_words::text::{clip, columns, fit};

/// The fewest columns of the track with signs above the names, and the dates and times below them.
const ROOMY: usize = 110;
/// The most steps back that are told on a roomy track.
const BACK: usize = 2;

/// The track in a few lines.
pub(super) fn lines(sheet: &Sheet, model: &Model, width: usize) -> Vec<Line<'static>> {
    let stations = track(&sheet.dossier.case);
    let track = Track { sheet, model, stations: &stations, width };
    if width >= ROOMY { track.roomy() } else { track.short() }
}

struct Track<'a> {
    sheet: &'a Sheet,
    model: &'a Model,
    stations: &'a [Station],
    width: usize,
}

impl Track<'_> {
    /// Signs joined by a line, names, dates, times, and the last steps back.
    fn roomy(&self) -> Vec<Line<'static>> {
        let wide = self.width.saturating_sub(1) / self.stations.len().max(1);
        let mut signs = vec![Span::raw(" ")];
        for (n, station) in self.stations.iter().enumerate() {
            let fill = self.stations.get(n + 1).map_or(' ', |next| match next.passing {
                Passing::Ahead => '·',
                _ => '─',
            });
            signs.push(Span::styled(sign(station).to_string(), self.style(station)));
            signs.push(Span::styled(String::from_iter(vec![fill; wide - 1]), self.model.theme.dim));
        }
        let row = |text: &dyn Fn(&Station) -> String| {
            let cells = self
                .stations
                .iter()
                .map(|s| Span::styled(fit(&clip(&text(s), wide - 1), wide), self.style(s)));
            Line::from_iter(std::iter::once(Span::raw(" ")).chain(cells))
        };
        let name = |s: &Station| self.name(s.stage).to_owned();
        let mut lines = vec![Line::from(signs), row(&name), row(&|s| self.date(s))];
        if self.stations.iter().any(|s| self.time(s).is_some()) {
            lines.push(row(&|s| self.time(s).unwrap_or_default()));
        }
        let back: Vec<String> = self.back().collect();
        lines.extend(back.iter().rev().take(BACK).rev().map(|text| self.dim(text)));
        lines
    }

    /// The names with their signs, the dates below them, and the time at this stage with the last step back. A narrow
    /// screen has the current name alone.
    fn short(&self) -> Vec<Line<'static>> {
        let names: Vec<String> =
            self.stations.iter().map(|s| format!("{}{}", sign(s), self.name(s.stage))).collect();
        let here = self.stations.iter().find(|s| s.passing == Passing::Here);
        let now = here.map(|s| {
            [Some(self.name(s.stage).to_owned()), self.time(s)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        });
        let told: Vec<String> = now.into_iter().chain(self.back().last()).collect();
        let taken: usize = names.iter().map(|name| columns(name) + 1).sum();
        let Some(spare) = self.width.checked_sub(taken + 1) else {
            let signs: String = self.stations.iter().map(sign).collect();
            return vec![self.dim(&format!("{signs} {}", told.join(" · ")))];
        };
        // The day on which the end is expected is longer than the other dates.
        let last = self.stations.len().saturating_sub(1);
        let cell =
            |n: usize, text: &str| fit(text, columns(&names[n]) + 1 + if n == last { spare } else { 0 });
        let row = |text: &dyn Fn(usize) -> String| {
            let cells = self.stations.iter().enumerate();
            let cells = cells.map(|(n, s)| Span::styled(cell(n, &text(n)), self.style(s)));
            Line::from_iter(std::iter::once(Span::raw(" ")).chain(cells))
        };
        let date = |n: usize| self.stations.get(n).map(|s| format!(" {}", self.date(s))).unwrap_or_default();
        vec![row(&|n| names[n].clone()), row(&date), self.dim(&told.join(" · "))]
    }

    fn dim(&self, text: &str) -> Line<'static> {
        Line::styled(format!(" {}", clip(text, self.width.saturating_sub(2))), self.model.theme.dim)
    }

    fn name(&self, stage: Stage) -> &str {
        self.model.words.code("stage", stage.code())
    }

    /// The day that the case came to a stage, the last time if it is there; for the end, the day it is expected.
    fn date(&self, station: &Station) -> String {
        let lang = self.model.words.lang();
        let day = |date: NaiveDate| {
            if date.year() == self.model.today().year() {
                dates::day_month(lang, date)
            } else {
                dates::month_short_year(lang, date)
            }
        };
        let here = station.passing == Passing::Here;
        let spell = if here { station.spells.last() } else { station.spells.first() };
        let expected = self.sheet.dossier.case.expected_end;
        match (spell, station.passing, expected) {
            (Some(spell), ..) => day(spell.from),
            (None, Passing::Ahead, Some(end)) if station.stage == Stage::Closed => {
                self.model.words.with("track-expected", &[("day", day(end).into())])
            }
            (None, Passing::Skipped, _) => "–".to_owned(),
            _ => String::new(),
        }
    }

    /// The time at a stage in all, and how many times the case was there if it was more than once.
    fn time(&self, station: &Station) -> Option<String> {
        if matches!(station.stage, Stage::Closed | Stage::Declined) {
            return None;
        }
        let words = &self.model.words;
        let time = caseload::told_days(words, station.days(self.model.today())?);
        Some(match station.spells.len() {
            0 | 1 => time,
            times => words.with("track-times", &[("time", time.into()), ("count", times.into())]),
        })
    }

    /// Each step back with its day and its reason, oldest first.
    fn back(&self) -> impl Iterator<Item = String> {
        let words = &self.model.words;
        steps_back(&self.sheet.dossier.case).map(move |step| {
            let day = dates::day_month_seen(words.lang(), step.on, self.model.today());
            let from = step.from.map_or("", |from| self.name(from));
            let args = [("day", day.into()), ("from", from.into()), ("to", self.name(step.to).into())];
            let text = words.with("track-back", &args);
            step.reason.as_ref().map_or_else(|| text.clone(), |why| format!("{text}: {}", why.as_str()))
        })
    }

    fn style(&self, station: &Station) -> Style {
        let theme = &self.model.theme;
        match station.passing {
            Passing::Here => theme.text.add_modifier(Modifier::BOLD),
            Passing::Passed => theme.text,
            Passing::Skipped | Passing::Ahead => theme.dim,
        }
    }
}

fn sign(station: &Station) -> char {
    match station.passing {
        Passing::Passed => '●',
        Passing::Skipped => '·',
        Passing::Here => '►',
        Passing::Ahead => '○',
    }
}
