//! The frame of the screen: tabs and a rule at the top, a rule, status and hints at the bottom.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::draw::{views, wrap_within};
use crate::forms::Lookup;
use crate::keys::{Binding, Command, Context, bindings};
use crate::layers::prompt::Purpose;
use crate::layers::{Layer, proposals};
use crate::model::{Model, Pane, Tone};
use crate::panes::{attendance, calendar, caseload};
use crate::sheet::View;
use crate::update;
use crate::widgets::field;
use crate::widgets::lines;
use crate::widgets::tabs::Tabs;
use trivsel_words::dates;
use trivsel_words::text::{clip, columns};

/// How many more lines than the hints have an alarm may take.
const MORE: usize = 3;

/// The number of lines of hints on a screen of this height.
fn hint_lines(height: u16) -> u16 {
    if height >= 24 { 2 } else { 1 }
}

/// The rows between the two rules on a screen of this height.
#[must_use]
pub fn room(height: u16) -> u16 {
    height.saturating_sub(4 + hint_lines(height))
}

/// Draws tabs, rules, status and hints, and returns the area between the rules.
pub fn draw(frame: &mut Frame<'_>, model: &Model) -> Rect {
    let area = frame.area();
    let hint_lines = hint_lines(area.height);
    let more = more(model);
    let below = 2 + hint_lines + more;
    let row = |y: u16| Rect { y: area.y + y, height: 1, ..area };
    lines::draw(frame, [tabs(model, usize::from(area.width)), rule(model, usize::from(area.width))], area);
    // A status of several lines covers the hints until the next key.
    let hints = hints(model, usize::from(area.width), usize::from(hint_lines));
    let answer = status(model, usize::from(area.width), 1 + usize::from(hint_lines + more));
    let taken = answer.len().saturating_sub(1);
    // The keys that answer a question are the first hints.
    let first = if model.context() == Context::Ask { 0 } else { taken };
    let kept = hints.into_iter().skip(first).take(usize::from(hint_lines + more).saturating_sub(taken));
    let rule = plain_rule(model, usize::from(area.width));
    let foot = Rect { y: area.y + area.height - below, height: below, ..area };
    lines::draw(frame, std::iter::once(rule).chain(answer).chain(kept), foot);
    prompt(frame, model, row(area.height - below + 1));
    Rect { y: area.y + 2, height: area.height.saturating_sub(2 + below), ..area }
}

/// The lines that an alarm takes from the pane until the next key, because it does not fit in place of the hints.
#[must_use]
pub fn more(model: &Model) -> u16 {
    let alarm = model.status.as_ref().is_some_and(|status| status.tone == Tone::Alarm);
    if !alarm || !model.layers.is_empty() {
        return 0;
    }
    let fits = 1 + usize::from(hint_lines(model.size.1));
    let lines = status(model, usize::from(model.size.0), fits + MORE).len();
    u16::try_from(lines.saturating_sub(fits)).unwrap_or_default()
}

/// The names of the panes, then the date as far as there is room.
fn tabs(model: &Model, width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let name = |(n, pane): (usize, Pane)| format!("{} {}", n + 1, words.code("pane", pane.code()));
    let names: Vec<String> = Pane::ALL.into_iter().enumerate().map(name).collect();
    let here = Pane::ALL.iter().position(|p| *p == model.pane).unwrap_or(0);
    let mut spans = Tabs { names, here }.spans(width, theme.accent, theme.text);
    let taken: usize = spans.iter().map(|s| columns(&s.content)).sum();
    let (long, short) =
        (dates::day_and_week(words.lang(), model.today()), dates::day_short(words.lang(), model.today()));
    if let Some(date) = [long, short].into_iter().find(|d| taken + columns(d) < width) {
        spans.push(Span::raw(" ".repeat(width - taken - columns(&date) - 1)));
        spans.push(Span::raw(date));
    }
    Line::from(spans)
}

/// The upper rule, with a badge for a demonstration or a read-only house, the views of what lies below it, and at its
/// right end how many talks propose themselves for the calendar.
fn rule(model: &Model, width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let closing = model.closing.map(|at| dates::time(words.lang(), at.time()));
    let closing = closing.map(|time| words.with("badge-closing", &[("time", time.into())]));
    let badge = match (closing, model.demo, model.writable) {
        (Some(closing), ..) => Some(closing),
        (None, true, _) => Some(words.get("badge-demo").to_owned()),
        (None, false, false) => Some(words.get("badge-read-only").to_owned()),
        (None, false, true) => None,
    };
    let badges = [
        model.alarm.clone().map(|text| (text, theme.alarm)),
        day_set(model).map(|text| (text, theme.warn)),
        badge.map(|text| (text, theme.warn)),
    ];
    let mut spans = vec![Span::styled("───", theme.dim)];
    let wide = |spans: &[Span<'_>]| spans.iter().map(|s| columns(&s.content)).sum::<usize>();
    for (badge, style) in badges.into_iter().flatten() {
        spans.push(Span::styled(clip(&format!(" {badge} "), width.saturating_sub(wide(&spans) + 1)), style));
        spans.push(Span::styled("─", theme.dim));
    }
    let room = width.saturating_sub(wide(&spans) + 2);
    if let Some(views) = views::of(model) {
        let views = views.spans(room, theme.text.add_modifier(Modifier::BOLD), theme.dim);
        if wide(&views) <= room {
            spans.extend(views);
            spans.push(Span::raw(" "));
        }
    }
    let room = width.saturating_sub(wide(&spans) + 4);
    let offered = proposals::told(model).filter(|_| model.pane == Pane::Calendar && model.layers.is_empty());
    // The shorter text with its rule; the title gives way to it.
    let kept = offered.as_ref().map_or(0, |[_, short]| columns(short) + 4);
    let titles = || views::title(model).into_iter().flatten();
    let title =
        titles().find(|t| columns(t) + kept <= room).or_else(|| titles().find(|t| columns(t) <= room));
    if let Some(title) = title {
        spans.push(Span::styled("─ ", theme.dim));
        let style = if calendar::is_on_today(model) { theme.text } else { theme.warn };
        spans.push(Span::styled(title, style));
        spans.push(Span::raw(" "));
    }
    let rest = width.saturating_sub(wide(&spans));
    let offered = offered.into_iter().flatten().find(|text| columns(text) + 4 <= rest);
    let taken = offered.as_ref().map_or(0, |text| columns(text) + 3);
    spans.push(Span::styled("─".repeat(rest.saturating_sub(taken)), theme.dim));
    if let Some(text) = offered {
        spans.push(Span::styled(format!(" {text} "), theme.accent));
        spans.push(Span::styled("─", theme.dim));
    }
    Line::from(spans)
}

/// Says that another day than the machine's is taken for today.
fn day_set(model: &Model) -> Option<String> {
    let (lang, machine) = (model.words.lang(), model.moment.date());
    let day = model.moment.taken()?;
    let seen = |date, from| dates::day_month_seen(lang, date, from).into();
    Some(model.words.with("badge-day-set", &[("day", seen(day, machine)), ("machine", seen(machine, day))]))
}

fn plain_rule(model: &Model, width: usize) -> Line<'static> {
    Line::styled("─".repeat(width), model.theme.dim)
}

/// Draws the open field in place of the status. The meaning goes on the next line if it does not fit beside the text.
fn prompt(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let Some(Layer::Prompt(prompt)) = model.layers.last() else { return };
    let meaning = prompt.echo(&Lookup::of(model)).map(|m| field::beside(&model.theme, &m));
    // A field for another day names it, also one that was opened before midnight.
    let another = prompt.purpose.date().filter(|date| *date != model.today());
    let label = another.map_or_else(
        || prompt.label.clone(),
        |date| {
            format!("{} · {}", dates::day_short_seen(model.words.lang(), date, model.today()), prompt.label)
        },
    );
    let fits = field::draw(frame, area, &model.theme, &label, &prompt.field, meaning.as_ref());
    // What the last key did is news; the meaning comes back with the next letter.
    if let Some(meaning) = meaning.filter(|_| !fits && model.status.is_none()) {
        let text = clip(&meaning.content, usize::from(area.width).saturating_sub(2));
        let below = Rect { y: area.y + 1, ..area };
        frame.render_widget(Clear, below);
        lines::draw(frame, [Line::from(vec![Span::raw(" "), Span::styled(text, meaning.style)])], below);
    }
}

/// The status in at most `most` lines. Without a status, the caseload shows what is worrying about the selected case, and
/// the calendar what its cursor is on.
fn status(model: &Model, width: usize, most: usize) -> Vec<Line<'static>> {
    let theme = &model.theme;
    if let Some(Layer::Question(question)) = model.layers.last() {
        let lines = wrap_within(&question.text, width.saturating_sub(2), most);
        return lines.into_iter().map(|l| Line::styled(format!(" {l}"), theme.warn)).collect();
    }
    if let Some(text) = model.wait.and_then(|wait| wait.told(&model.words)) {
        return vec![Line::styled(format!(" ▲ {text}"), theme.warn)];
    }
    let Some(status) = model.status.as_ref() else {
        let text = match model.pane {
            _ if !model.layers.is_empty() => None,
            Pane::Caseload if !model.agenda.shown => {
                caseload::worst(model, width.saturating_sub(2)).map(|text| (text, theme.warn))
            }
            Pane::Calendar => Some((calendar::told(model), theme.text)),
            _ => None,
        };
        let line = |(text, style): (String, ratatui::style::Style)| {
            Line::styled(format!(" {}", clip(&text, width.saturating_sub(2))), style)
        };
        return vec![text.map_or_else(Line::default, line)];
    };
    let (mark, style) = match status.tone {
        Tone::Done => ("", theme.text),
        Tone::Refused => ("▲ ", theme.warn),
        Tone::Alarm => ("■ ", theme.alarm),
    };
    let text = format!("{mark}{}", status.lines.join(" · "));
    // An open field takes the first line.
    let field = matches!(model.layers.last(), Some(Layer::Prompt(_)));
    let lines = wrap_within(&text, width.saturating_sub(2), most.saturating_sub(usize::from(field)));
    let lines = lines.into_iter().map(|l| Line::styled(format!(" {l}"), style));
    field.then(Line::default).into_iter().chain(lines).collect()
}

/// The hints from the key table that fit. Commands that are off are dim. The keys of help and palette always fit.
fn hints(model: &Model, width: usize, lines: usize) -> Vec<Line<'_>> {
    let always = |b: &&Binding| matches!(b.command, Command::Help | Command::Palette);
    let (mut rest, hints): (Vec<_>, Vec<_>) = bindings(model.context())
        .filter(|b| b.in_footer && does_something(model, b.command))
        .partition(always);
    // The help key that works everywhere is left out if the context has one of its own.
    if rest.len() > 1 {
        rest.retain(|b: &&Binding| b.context != Context::Everywhere);
    }
    let register = model.context() == Context::Attendance;
    let rank = |b: &Binding| match b.context {
        Context::Attendance if register => attendance::hint_rank(model, b.command),
        Context::Panes | Context::Everywhere => Some(u8::MAX),
        _ => Some(0),
    };
    let mut ranked: Vec<_> = hints.into_iter().filter_map(|b| Some((rank(b)?, b))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let draw = |b: &'static Binding| Hint::of(model, b);
    let rest: Vec<Hint<'_>> = rest.into_iter().map(draw).collect();
    let mut room = vec![width; lines];
    room[lines - 1] = width.saturating_sub(rest.iter().map(|hint| hint.wide).sum());
    let mut out: Vec<Vec<Span<'_>>> = vec![Vec::new(); lines];
    for hint in ranked.into_iter().map(|(_, binding)| draw(binding)) {
        if let Some(n) = (0..lines).find(|n| hint.wide <= room[*n]) {
            room[n] -= hint.wide;
            out[n].extend(hint.spans);
        }
    }
    out[lines - 1].push(Span::raw(" ".repeat(room[lines - 1])));
    out[lines - 1].extend(rest.into_iter().flat_map(|hint| hint.spans));
    out.into_iter().map(Line::from).collect()
}

/// Whether a command does something in the topmost layer. Sheets and forms hide the hints of the others.
fn does_something(model: &Model, command: Command) -> bool {
    match model.layers.last() {
        Some(Layer::Sheet(sheet)) => {
            let possible = command != Command::Annul || sheet.step_to_annul(model).is_some();
            let removes = command == Command::Discard && sheet.view == View::Next;
            possible && sheet.view.has(command) && (!removes || sheet.may_be_a_mistake())
        }
        Some(Layer::Reader(reader)) => match command {
            Command::NextVersion => reader.next.is_some(),
            Command::Why => reader.note.is_some(),
            _ => true,
        },
        Some(Layer::Form(form)) if command == Command::PasteCopied => {
            form.has(command) && (form.has_selection() || !model.clipboard.is_empty())
        }
        Some(Layer::Form(form)) if command == Command::ClearField => {
            form.has(command) && form.focused().is_some_and(|field| !field.is_empty())
        }
        Some(Layer::Prompt(prompt)) if matches!(command, Command::Complete | Command::FreeTimes) => {
            let names_somebody =
                matches!(prompt.purpose, Purpose::Whose | Purpose::Amend(_)) && command == Command::Complete;
            names_somebody || matches!(prompt.purpose, Purpose::Book(_))
        }
        Some(Layer::Prompt(prompt)) if command == Command::ClearField => !prompt.field.text().is_empty(),
        Some(Layer::Form(form)) => form.has(command),
        None if command == Command::Erase => model.caseload.shows_closed(),
        _ => true,
    }
}

/// A key and what it does, as the footer says it.
struct Hint<'a> {
    spans: [Span<'a>; 5],
    wide: usize,
}

impl<'a> Hint<'a> {
    fn of(model: &'a Model, binding: &Binding) -> Self {
        let (words, theme) = (&model.words, &model.theme);
        let off = update::why_off(model, binding.command).is_some();
        let style = if off { theme.dim } else { theme.text };
        let key_style = if off { style } else { style.add_modifier(Modifier::BOLD) };
        let key = binding.chords.first().map(|c| c.label(words)).unwrap_or_default();
        let name = words.code("hint", binding.command.code());
        let wide = columns(&key) + columns(name) + 3;
        let blank = Span::styled(" ", style);
        let key = Span::styled(key, key_style);
        Self { spans: [Span::raw(" "), key, blank.clone(), Span::styled(name, style), blank], wide }
    }
}
