//! The two rules, what stands above the first and below the second.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use crate::tui::keys::{Binding, Context, bindings};
use crate::tui::layers::Layer;
use crate::tui::model::{Model, Pane, Tone};
use crate::tui::{theme::Theme, update};
use crate::words::text::{clip, columns};
use crate::words::{Words, dates};

/// Draws tabs, rules, status and hints; answers the room between the rules.
pub fn draw(frame: &mut Frame<'_>, model: &Model) -> Rect {
    let area = frame.area();
    let hint_lines = if area.height >= 24 { 2 } else { 1 };
    let below = 2 + hint_lines;
    let row = |y: u16| Rect { y: area.y + y, height: 1, ..area };
    frame.render_widget(tabs(model, usize::from(area.width)), row(0));
    frame.render_widget(rule(model, usize::from(area.width)), row(1));
    frame.render_widget(plain_rule(model, usize::from(area.width)), row(area.height - below));
    status(frame, model, row(area.height - below + 1));
    for (n, line) in hints(model, usize::from(area.width), usize::from(hint_lines)).into_iter().enumerate() {
        frame.render_widget(line, row(area.height - hint_lines + u16::try_from(n).unwrap_or(0)));
    }
    Rect { y: area.y + 2, height: area.height.saturating_sub(2 + below), ..area }
}

/// The tabs keep their places: a bracket takes the place of a blank.
fn tabs(model: &Model, width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let mut spans = Vec::new();
    let mut before = false;
    for (n, pane) in Pane::ALL.into_iter().enumerate() {
        let here = pane == model.pane;
        let edge = if here {
            "["
        } else if before {
            "]"
        } else {
            " "
        };
        spans.push(Span::styled(edge, theme.accent));
        let label = format!("{} {}", n + 1, words.code("pane", pane.code()));
        spans.push(Span::styled(label, if here { theme.accent } else { theme.text }));
        before = here;
    }
    spans.push(Span::styled(if before { "]" } else { " " }, theme.accent));
    let taken: usize = spans.iter().map(|s| columns(&s.content)).sum();
    let (long, short) =
        (dates::day_and_week(words.lang(), model.today()), dates::day_short(words.lang(), model.today()));
    if let Some(date) = [long, short].into_iter().find(|d| taken + columns(d) + 1 <= width) {
        spans.push(Span::raw(" ".repeat(width - taken - columns(&date) - 1)));
        spans.push(Span::raw(date));
    }
    Line::from(spans)
}

/// The upper rule says what must not be overlooked: a demonstration, a house that can't be written to.
fn rule(model: &Model, width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let badge = match (model.demo, model.writable) {
        (true, _) => words.get("badge-demo"),
        (false, false) => words.get("badge-read-only"),
        (false, true) => return plain_rule(model, width),
    };
    let badge = clip(&format!(" {badge} "), width.saturating_sub(4));
    let right = width.saturating_sub(3 + columns(&badge));
    Line::from(vec![
        Span::styled("───", theme.dim),
        Span::styled(badge, theme.warn),
        Span::styled("─".repeat(right), theme.dim),
    ])
}

fn plain_rule(model: &Model, width: usize) -> Line<'static> {
    Line::styled("─".repeat(width), model.theme.dim)
}

/// A field, else what happened last.
fn status(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let theme = &model.theme;
    if let Some(Layer::Prompt(prompt)) = model.layers.last() {
        let beside = prompt.echo(&model.words, model.today());
        super::field::draw(frame, area, theme, &prompt.label, &prompt.field, beside.as_ref());
        return;
    }
    let Some(status) = &model.status else { return };
    let (mark, style) = match status.tone {
        Tone::Done => ("", theme.text),
        Tone::Refused => ("▲ ", theme.warn),
        Tone::Alarm => ("■ ", theme.alarm),
    };
    let text = status.lines.join(" · ");
    let text = clip(&format!(" {mark}{text}"), usize::from(area.width));
    frame.render_widget(Line::styled(text, style), area);
}

/// As many hints as fit, from the key table; what is off here stands back.
fn hints(model: &Model, width: usize, lines: usize) -> Vec<Line<'static>> {
    let words = &model.words;
    let context = model.context();
    let fixed = [Context::Panes, Context::Everywhere];
    let (own, common): (Vec<_>, Vec<_>) =
        bindings(context).filter(|b| b.in_footer).partition(|b| !fixed.contains(&b.context));
    let mut out = vec![Vec::new(); lines];
    let mut used = vec![0; lines];
    for binding in own.into_iter().chain(common) {
        let hint = hint(binding, words, &model.theme, update::why_off(model, binding.command).is_some());
        let wide: usize = hint.iter().map(|s| columns(&s.content)).sum();
        if let Some(n) = (0..lines).find(|n| used[*n] + wide <= width) {
            used[n] += wide;
            out[n].extend(hint);
        }
    }
    out.into_iter().map(Line::from).collect()
}

fn hint(binding: &Binding, words: &Words, theme: &Theme, off: bool) -> Vec<Span<'static>> {
    let key = binding.chords.first().map(|c| c.label(words)).unwrap_or_default();
    let name = words.code("hint", binding.command.code());
    let (key_style, style) =
        if off { (theme.dim, theme.dim) } else { (theme.text.add_modifier(Modifier::BOLD), theme.text) };
    vec![Span::raw(" "), Span::styled(key, key_style), Span::styled(format!(" {name} "), style)]
}
