//! The joint analysis: child, family and school with what happens between them as a picture, and the versions.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use trivsel_domain::record::{JointAnalysis, System};
use trivsel_domain::value::{Coded, LongText};

use super::{Sheet, SheetRow, Target, draw, papers};
use crate::draw::wrap;
use crate::forms::case::AnalysisForm;
use crate::model::Model;
use crate::widgets::cells::Cells;
use trivsel_words::text::{clip, columns, fit};

/// The fewest columns and lines of a sheet with the picture.
const NARROWEST: usize = 76;
const LOWEST: usize = 13;
/// The lines that stay for the list below the picture.
const LIST: usize = 3;
/// The columns between two systems.
const BETWEEN: usize = 4;
/// The lines of the picture that hold no text: two rows of names and the line that joins them.
const FIXED: usize = 3;

/// The three systems around what happens between them, each with as much of its text as there is room for.
struct Figure {
    /// The columns of one text.
    wide: usize,
    /// Each system with the lines of its text, and whether anything is written.
    texts: [(System, Vec<String>, bool); 4],
    /// The lines above what is between, and those of it and beside it.
    upper: usize,
    lower: usize,
}

impl Figure {
    /// The figure of the latest version, if it fits the sheet.
    fn of(sheet: &Sheet, model: &Model, width: usize) -> Option<Self> {
        let height = draw::below(model);
        let now = sheet.dossier.analysis().filter(|_| width >= NARROWEST && height >= LOWEST)?;
        let wide = width.saturating_sub(2 + 2 * BETWEEN) / 3;
        let texts = [System::Child, System::Family, System::Between, System::School].map(|system| {
            let text = now.of(system).map(LongText::as_str);
            let shown = text.unwrap_or_else(|| model.words.get("sheet-not-written"));
            (system, shown.lines().flat_map(|line| wrap(line, wide)).collect::<Vec<_>>(), text.is_some())
        });
        let room = height - LIST - FIXED;
        let tall = |systems: &[usize]| systems.iter().map(|n| texts[*n].1.len()).max().unwrap_or(0);
        let (child, others) = (tall(&[0]), tall(&[1, 2, 3]));
        let upper = child.min(room.saturating_sub(others).max(room / 3));
        let lower = others.min(room - upper);
        Some(Self { wide, texts, upper, lower })
    }

    fn room(&self, system: System) -> usize {
        if system == System::Child { self.upper } else { self.lower }
    }

    /// Whether a text has more lines than the figure has room for.
    fn cuts(&self, system: System) -> bool {
        let lines = self.texts.iter().find(|(of, ..)| *of == system).map_or(0, |(_, lines, _)| lines.len());
        lines > self.room(system)
    }

    /// One line of a text; the last one with room says that there is more.
    fn line(&self, model: &Model, n: usize, at: usize) -> Span<'static> {
        let (system, lines, is_written) = &self.texts[n];
        let line = lines.get(at).filter(|_| at < self.room(*system)).map_or("", String::as_str);
        let is_cut = at + 1 == self.room(*system) && self.cuts(*system);
        let text =
            if is_cut { format!("{} …", clip(line, self.wide.saturating_sub(2))) } else { line.to_owned() };
        Span::styled(fit(&text, self.wide), if *is_written { model.theme.text } else { model.theme.warn })
    }

    fn lines(&self, model: &Model) -> Vec<Line<'static>> {
        let (words, theme) = (&model.words, &model.theme);
        let strong = theme.text.add_modifier(Modifier::BOLD);
        let name = |n: usize| words.code("system", self.texts[n].0.code());
        let before = 1 + self.wide + BETWEEN;
        let blank = |n: usize| Span::raw(" ".repeat(n));
        let mut lines = vec![Line::from(vec![blank(before), Span::styled(name(0).to_owned(), strong)])];
        lines.extend((0..self.upper).map(|at| Line::from(vec![blank(before), self.line(model, 0, at)])));
        lines.push(Line::from(vec![blank(before + 1), Span::styled("│", theme.dim)]));
        // The names of family, interplay and school stand on the line that joins them.
        let joined = |n: usize, to: usize| {
            let name = clip(name(n), to.saturating_sub(2));
            let rest = to.saturating_sub(columns(&name) + 2);
            [Span::styled(name, strong), Span::styled(format!(" {} ", "─".repeat(rest)), theme.dim)]
        };
        let mut row = vec![blank(1)];
        row.extend(joined(1, self.wide + BETWEEN));
        row.extend(joined(2, self.wide + BETWEEN));
        row.push(Span::styled(clip(name(3), self.wide), strong));
        lines.push(Line::from(row));
        lines.extend((0..self.lower).map(|at| {
            let mut spans = vec![blank(1)];
            for n in 1..self.texts.len() {
                spans.extend([self.line(model, n, at), blank(BETWEEN)]);
            }
            spans.pop();
            Line::from(spans)
        }));
        lines
    }
}

/// The picture above the rows, if the sheet has room for it.
pub(super) fn picture(sheet: &Sheet, model: &Model, width: usize) -> Vec<Line<'static>> {
    let Some(figure) = Figure::of(sheet, model, width) else { return Vec::new() };
    let mut lines = figure.lines(model);
    // A blank line stands between the picture and the versions where there is room.
    if lines.len() + LIST < draw::below(model) {
        lines.push(Line::default());
    }
    lines
}

/// The current version, the texts of it that the picture has no room for, and the older versions.
pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let (words, theme) = (&model.words, &model.theme);
    let Some(now) = sheet.dossier.analysis() else {
        let cells = Cells::new().gap(1).text(words.get("sheet-analysis-empty"), theme.dim);
        return vec![SheetRow::new(cells, Target::form(AnalysisForm))];
    };
    let edit = || Target::form(AnalysisForm);
    let head = papers::version_line(model, now.version, now.date, model.roster.initials(Some(now.author)));
    let mut rows = vec![SheetRow::new(Cells::new().gap(1).text(head, theme.accent), edit())];
    let figure = Figure::of(sheet, model, width);
    for system in System::ALL.iter().filter(|s| figure.as_ref().is_none_or(|f| f.cuts(**s))) {
        let text = now.of(*system).map(LongText::as_str);
        rows.extend(section(model, words.code("system", system.code()), text, width, edit));
    }
    let mut earlier: Vec<&JointAnalysis> = sheet.dossier.analyses.iter().filter(|a| a.id != now.id).collect();
    earlier.sort_by_key(|a| std::cmp::Reverse(a.version));
    for old in earlier {
        let head =
            papers::version_line(model, old.version, old.date, model.roster.initials(Some(old.author)));
        rows.push(SheetRow::new(Cells::new().gap(1).text(head, theme.dim), version_of(model, old)));
    }
    rows
}

/// A heading and its text, wrapped.
fn section(
    model: &Model,
    heading: &str,
    text: Option<&str>,
    width: usize,
    target: impl Fn() -> Target,
) -> Vec<SheetRow> {
    let theme = &model.theme;
    let mut rows = vec![SheetRow::new(Cells::new().gap(1).text(heading, theme.dim), target())];
    let lines: Vec<String> = match text {
        Some(text) => text.lines().flat_map(|l| wrap(l, width.saturating_sub(6))).collect(),
        None => vec![model.words.get("sheet-not-written").to_owned()],
    };
    let style: Style = if text.is_some() { theme.text } else { theme.warn };
    rows.extend(lines.into_iter().map(|l| SheetRow::new(Cells::new().gap(3).text(l, style), target())));
    rows
}

/// One version of the analysis, to read.
pub(super) fn version_of(model: &Model, analysis: &JointAnalysis) -> Target {
    let by = model.roster.initials(Some(analysis.author));
    let title = papers::version_line(model, analysis.version, analysis.date, by);
    Target::Text { title, lines: written(model, analysis) }
}

fn written(model: &Model, analysis: &JointAnalysis) -> Vec<String> {
    let words = &model.words;
    let mut lines = Vec::new();
    for system in System::ALL {
        lines.push(words.code("system", system.code()).to_owned());
        lines.extend(analysis.of(*system).iter().flat_map(|t| t.as_str().lines()).map(str::to_owned));
        lines.push(String::new());
    }
    lines.pop();
    lines
}
