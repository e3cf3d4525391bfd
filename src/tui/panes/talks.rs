//! Samtaler: the log, newest first, own drafts on top, with the text beside or below.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::{CaseId, Coded, Talk};

use crate::tui::cursor::moved;
use crate::tui::draw::wrap;
use crate::tui::effect::Effect;
use crate::tui::keys::Command;
use crate::tui::layers::Layer;
use crate::tui::layers::reader::Reader;
use crate::tui::load::Query;
use crate::tui::model::Model;
use crate::tui::view::Names;
use crate::tui::widgets::cells::Cells;
use crate::tui::widgets::lines;
use crate::tui::widgets::list::first_shown;
use crate::words::text::Folded;
use crate::words::{dates, talk as told};

/// From this width on the text stands beside the list.
const BESIDE: u16 = 120;
/// What the list takes then.
const LIST: u16 = 70;

const DATE: usize = 12;
const KIND: usize = 20;
const NAME: usize = 20;
const BY: usize = 5;

/// The pane.
#[derive(Debug, Default)]
pub struct Talks {
    case: Option<CaseId>,
    needle: String,
    talks: Vec<Talk>,
    names: Names,
    /// Indices into the talks, as listed.
    listed: Vec<usize>,
    cursor: usize,
    read: bool,
}

impl Talks {
    /// Takes talks that were read.
    pub fn take(&mut self, case: Option<CaseId>, talks: Vec<Talk>, names: Names) {
        let stood_on = self.selected().map(|t| t.id);
        (self.case, self.talks, self.names, self.read) = (case, talks, names, true);
        self.list();
        let at = self.listed.iter().position(|i| Some(self.talks[*i].id) == stood_on);
        self.cursor = at.unwrap_or(0);
    }

    /// Lists only talks of children, kinds or texts that hold these letters.
    pub fn narrow(&mut self, needle: &str) {
        needle.trim().clone_into(&mut self.needle);
        self.cursor = 0;
        self.list();
    }

    /// The talk under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Talk> {
        self.listed.get(self.cursor).and_then(|i| self.talks.get(*i))
    }

    fn name(&self, talk: &Talk) -> &str {
        talk.case().and_then(|c| self.names.get(&c)).map_or("–", String::as_str)
    }

    fn list(&mut self) {
        let needle = Folded::new(&self.needle);
        let fits = |talk: &Talk| {
            self.needle.is_empty()
                || Folded::new(self.name(talk)).contains(&needle)
                || Folded::new(talk.text.as_str()).contains(&needle)
        };
        self.listed = (0..self.talks.len()).filter(|i| fits(&self.talks[*i])).collect();
    }
}

/// Carries out a command.
pub fn act(model: &mut Model, command: Command) -> Effect {
    let pane = &mut model.talks;
    if let Some(row) = moved(command, pane.cursor, pane.listed.len()) {
        pane.cursor = row;
        return Effect::None;
    }
    match command {
        Command::Back if !pane.needle.is_empty() => pane.narrow(""),
        Command::Back => return Effect::Load(Query::Talks(None)),
        Command::NextView => return next_view(model),
        Command::Open => open(model),
        _ => {}
    }
    Effect::None
}

/// All talks, or those of the child under the cursor.
fn next_view(model: &mut Model) -> Effect {
    let case = match model.talks.case {
        Some(_) => None,
        None => model.talks.selected().and_then(Talk::case),
    };
    Effect::Load(Query::Talks(case))
}

fn open(model: &mut Model) {
    let Some(talk) = model.talks.selected() else { return };
    let title = heading(model, talk);
    let mut lines = facts(model, talk);
    lines.push(String::new());
    lines.extend(talk.text.as_str().lines().map(str::to_owned));
    model.layers.push(Layer::Reader(Reader { title, lines, scroll: 0 }));
}

fn heading(model: &Model, talk: &Talk) -> String {
    format!("{} · {}", model.talks.name(talk), model.words.code("talk", talk.kind().code()))
}

/// When, how long, with whom, by whom, signed or not.
fn facts(model: &Model, talk: &Talk) -> Vec<String> {
    let (words, lang) = (&model.words, model.words.lang());
    let mut when = dates::day_long_and_week(lang, talk.date);
    if let Some(start) = talk.start {
        when.push_str(&format!(" · {}", dates::time(lang, start.into())));
    }
    if let Some(minutes) = talk.minutes {
        when.push_str(&format!(" · {}", words.count("minute", usize::from(minutes.get()))));
    }
    let mut lines = vec![when];
    if !talk.participants.is_empty() {
        let with = told::participants(words, &model.roster.staff, &[], &talk.participants);
        lines.push(format!("{} {with}", words.get("talks-with")));
    }
    let author = model.roster.name(talk.author);
    lines.push(match talk.signed_at {
        Some(at) => words.with(
            "talks-signed",
            &[("name", author.into()), ("day", dates::day_month_year(lang, at.date()).into())],
        ),
        None => words.get("talks-draft-mine").to_owned(),
    });
    lines
}

/// Draws the pane.
pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (list_area, text_area) = if area.width >= BESIDE {
        let left = Rect { width: LIST, ..area };
        (left, Rect { x: area.x + LIST + 1, width: area.width - LIST - 1, ..area })
    } else {
        let top = area.height / 2;
        (Rect { height: top, ..area }, Rect { y: area.y + top, height: area.height - top, ..area })
    };
    list(frame, model, list_area);
    preview(frame, model, text_area, area.width >= BESIDE);
}

fn list(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme, pane) = (&model.words, &model.theme, &model.talks);
    let whose = pane
        .case
        .and_then(|c| pane.names.get(&c))
        .map_or_else(|| words.get("talks-all").to_owned(), Clone::clone);
    let mut lines =
        vec![Line::styled(format!(" {whose} · {}", words.count("talk", pane.listed.len())), theme.text)];
    let room = usize::from(area.height).saturating_sub(lines.len());
    let first = first_shown(pane.cursor, pane.listed.len(), room);
    for (at, index) in pane.listed.iter().enumerate().skip(first).take(room) {
        let talk = &pane.talks[*index];
        let selected = (at == pane.cursor).then_some(theme.selection);
        lines.push(row(model, talk).line(selected));
    }
    if pane.listed.is_empty() && pane.read {
        let empty = if pane.needle.is_empty() { "talks-empty" } else { "search-nothing" };
        lines.push(Line::styled(format!(" {}", words.get(empty)), theme.dim));
    }
    lines::draw(frame, lines, area);
}

fn row(model: &Model, talk: &Talk) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let date = dates::relative(words.lang(), talk.date, model.today());
    let draft = if talk.signed_at.is_none() { words.get("talks-draft") } else { "" };
    Cells::new()
        .gap(1)
        .left(&date, DATE, theme.text)
        .left(words.code("talk", talk.kind().code()), KIND - 1, theme.text)
        .gap(1)
        .left(model.talks.name(talk), NAME - 1, theme.text)
        .gap(1)
        .left(model.roster.initials(Some(talk.author)), BY, theme.dim)
        .left(draft, 8, theme.warn)
}

fn preview(frame: &mut Frame<'_>, model: &Model, area: Rect, beside: bool) {
    let theme = &model.theme;
    let Some(talk) = model.talks.selected() else { return };
    let edge = if beside { "│ " } else { " " };
    let width = usize::from(area.width).saturating_sub(3);
    let mut lines: Vec<Line<'static>> = Vec::new();
    if !beside {
        lines.push(Line::styled("─".repeat(usize::from(area.width)), theme.dim));
    }
    lines.push(Line::styled(format!("{edge}{}", heading(model, talk)), theme.accent));
    let facts = facts(model, talk);
    lines.extend(
        facts.iter().flat_map(|f| wrap(f, width)).map(|l| Line::styled(format!("{edge}{l}"), theme.dim)),
    );
    lines.push(Line::raw(edge));
    lines.extend(
        talk.text.as_str().lines().flat_map(|p| wrap(p, width)).map(|l| Line::raw(format!("{edge}{l}"))),
    );
    lines.truncate(usize::from(area.height));
    lines::draw(frame, lines, area);
}
