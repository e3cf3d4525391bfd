//! The attendance figures of a period in words.

use ratatui::text::Line;
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::value::{Coded, Halves, MarkKind};

use trivsel_words::numbers::{half_days, hours, percent};
use trivsel_words::{Words, dates, reported};

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
                ("attended", hours(words.lang(), figures.minutes_attended).into()),
                ("planned", hours(words.lang(), figures.minutes_planned).into()),
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

/// A line below a title.
pub(super) fn indented(text: impl std::fmt::Display) -> Line<'static> {
    Line::raw(format!(" {text}"))
}
