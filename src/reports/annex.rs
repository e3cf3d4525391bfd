//! The annex of a letter: attendance by week and the scores of each strand, as charts and tables.

use chrono::NaiveDate;
use trivsel_domain::record::{Measure, Series, Strand, Tenths};
use trivsel_domain::rules::alerts::reliable_target;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::weeks::Week;
use trivsel_domain::value::Halves;
use trivsel_words::numbers::{half_days, percent, tenths};
use trivsel_words::{Words, dates, score};

use crate::chart::{Bar, Chart, Drawn};
use crate::material::Material;
use crate::paper::{Block, Paper, Table};

/// The highest sum of the four lines of an instrument.
const SUM: i32 = 400;

/// Adds the development of the child up to a day, if anything of it is on record.
pub(crate) fn development(words: &Words, material: &Material, paper: &mut Paper, on: NaiveDate) {
    let charts: Vec<Chart> = attendance(words, material, NaiveDate::MIN, on)
        .into_iter()
        .chain(scores(words, material, on))
        .collect();
    if charts.is_empty() {
        return;
    }
    paper.blocks.push(Block::NewPage);
    paper.heading(1, words.get("report-development"));
    let day = dates::day_month_year(words.lang(), material.today);
    paper.note(words.with("report-development-note", &[("day", day.into())]));
    if material.withheld > 0 {
        paper.note(words.with("report-scores-withheld", &[("count", material.withheld.into())]));
    }
    paper.blocks.extend(charts.into_iter().map(|chart| Block::Chart(Box::new(chart))));
}

/// Attendance by week from one day to another. The weeks of other registers are drawn light, and never added to the house's own.
pub(crate) fn attendance(
    words: &Words,
    material: &Material,
    from: NaiveDate,
    to: NaiveDate,
) -> Option<Chart> {
    let mut weeks = material.course().weeks(to);
    weeks.retain(|week| week.monday + chrono::Days::new(4) >= from);
    let (first, last) = (weeks.first()?.monday, weeks.last()?.monday);
    let mut table = Table::new([
        (words.get("report-week"), false),
        (words.get("report-register"), false),
        (words.get("report-attended"), true),
        (words.get("report-registered"), true),
        (words.get("report-blank"), true),
        (words.get("report-share"), true),
    ]);
    weeks.iter().for_each(|week| table.push(row(words, week)));
    let bar = |week: &Week| {
        let (attended, of) = week.half_days();
        let to = week.monday + chrono::Days::new(4);
        let value = f64::from(attended) / f64::from(of.max(1));
        (of > 0).then_some(Bar { from: week.monday, to, value, own: !week.attendance.is_reported() })
    };
    Some(Chart {
        lang: words.lang(),
        title: words.get("report-attendance-weeks").to_owned(),
        caption: words.get("report-attendance-weeks-note").to_owned(),
        days: (first, last + chrono::Days::new(4)),
        scale: [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| (share, percent(words.lang(), share))).to_vec(),
        drawn: Drawn::Bars(weeks.iter().filter_map(bar).collect()),
        levels: Vec::new(),
        table,
    })
}

fn row(words: &Words, week: &Week) -> [String; 6] {
    let lang = words.lang();
    let days = |halves: u32| half_days(lang, Halves::<()>::new(halves));
    let (attended, of) = week.half_days();
    let named = match &week.attendance {
        Attendance::Imported(school) => school.register.as_ref(),
        Attendance::Own(_) | Attendance::Reported(_) => None,
    };
    let (register, blank) = match &week.attendance {
        Attendance::Own(figures) => ("own", days(figures.unregistered.get())),
        Attendance::Reported(_) => ("reported", String::new()),
        Attendance::Imported(_) => ("imported", String::new()),
    };
    [
        self::week(words, week.monday),
        named.map_or_else(|| words.code("house-row", register).to_owned(), |name| name.as_str().to_owned()),
        days(attended),
        days(of),
        blank,
        week.attendance.share().map_or_else(|| "–".to_owned(), |share| percent(lang, share)),
    ]
}

/// A week with its days: "uge 48 · 23.–27. nov 2026".
pub(crate) fn week(words: &Words, monday: NaiveDate) -> String {
    let days = dates::span(words.lang(), monday, monday + chrono::Days::new(4));
    format!("{} · {days}", dates::week(words.lang(), monday))
}

/// One chart for each strand up to a day: scores of different instruments or raters are never joined.
fn scores(words: &Words, material: &Material, on: NaiveDate) -> Vec<Chart> {
    let mut sorted: Vec<&Measure> = material.measures.iter().filter(|m| m.date <= on).collect();
    sorted.sort_by_key(|m| (m.strand(), m.date, m.id));
    let strands = sorted.chunk_by(|a, b| a.strand() == b.strand());
    strands.filter_map(|scores| strand(words, material, scores)).collect()
}

fn strand(words: &Words, material: &Material, scores: &[&Measure]) -> Option<Chart> {
    let (first, last) = (scores.first()?, scores.last()?);
    let (lang, of) = (words.lang(), first.strand());
    let mut table = Table::new([(words.get("scores-date"), false), (words.get("report-score"), true)]);
    for measure in scores {
        table.push([dates::day_month_year(lang, measure.date), score::number(words, measure)]);
    }
    let points: Vec<(NaiveDate, Tenths)> =
        scores.iter().filter_map(|m| Some((m.date, m.number()?))).collect();
    let mut levels = Vec::new();
    let (low, high) = match &of {
        Strand::Fit(instrument, _) => {
            let age = material.dossier.child.age_on(last.date);
            let cut_off = material.lists.cut_offs.of(*instrument, age);
            levels.push((f64::from(cut_off.0) / 10.0, cut_off_name(words, cut_off)));
            if let Some((by, at)) = points.first().and_then(|(_, value)| reliable_target(&of, *value)) {
                let name = words.with("scores-first-plus", &[("by", tenths(lang, by).into())]);
                levels.push((f64::from(at.0) / 10.0, name));
            }
            (Tenths(0), Tenths(SUM))
        }
        Strand::Own(series, _, rater) => {
            let known = material.lists.series(series);
            let age = material.dossier.child.age_on(last.date);
            for cut_off in known.into_iter().flat_map(|series| series.cut_offs_of(*rater, age)) {
                levels.push((f64::from(cut_off.0) / 10.0, cut_off_name(words, cut_off)));
            }
            let values = || points.iter().map(|(_, value)| *value);
            let ends = known.map(Series::ends).or_else(|| values().min().zip(values().max()));
            ends.unwrap_or((Tenths(0), Tenths(10)))
        }
    };
    let steps = (0..=4).map(|n| Tenths(low.0 + (high.0 - low.0) * n / 4));
    Some(Chart {
        lang,
        title: score::strand(words, &of),
        caption: words.get("report-score-note").to_owned(),
        days: (first.date, last.date),
        scale: steps.map(|step| (f64::from(step.0) / 10.0, tenths(lang, step))).collect(),
        drawn: Drawn::Line(points.iter().map(|(date, value)| (*date, f64::from(value.0) / 10.0)).collect()),
        levels,
        table,
    })
}

fn cut_off_name(words: &Words, cut_off: Tenths) -> String {
    format!("{} {}", words.get("scores-cut-off"), tenths(words.lang(), cut_off))
}
