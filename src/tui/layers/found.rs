//! What a search of the notes found: a line each, the words marked, by how well they fit or by date.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use trivsel_domain::{CaseId, Coded};
use trivsel_store::{Found as Place, Hit, Sort};

use super::Layer;
use crate::tui::cursor::moved;
use crate::tui::effect::Effect;
use crate::tui::keys::Command;
use crate::tui::load::{Opening, Query};
use crate::tui::model::Model;
use crate::tui::view::Names;
use crate::tui::widgets::cells::Cells;
use crate::tui::widgets::lines;
use crate::tui::widgets::list::first_shown;
use crate::words::dates;

/// Rows of one hit: where it is, and its words.
const ROWS: usize = 2;

/// What was found.
#[derive(Clone, Debug)]
pub struct FoundList {
    /// What was searched for.
    pub text: String,
    /// In the notes of one case, or in all.
    pub case: Option<CaseId>,
    /// In which order.
    pub sort: Sort,
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// The names behind their cases.
    pub names: Names,
    /// Where the cursor is.
    pub cursor: usize,
}

/// Moves in it, opens a hit, orders it otherwise, closes it.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Found(found)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, found.cursor, found.hits.len()) {
        found.cursor = row;
        return Some(Effect::None);
    }
    match command {
        Command::Back => {
            model.layers.pop();
        }
        Command::NextView => {
            let sort = if found.sort == Sort::Date { Sort::Relevance } else { Sort::Date };
            let (text, case) = (found.text.clone(), found.case);
            model.layers.pop();
            return Some(Effect::Search { text, case, sort });
        }
        Command::Open => {
            return Some(match found.hits.get(found.cursor).map(|h| h.what) {
                Some(Place::Talk(talk) | Place::Addendum(_, talk)) => Effect::OpenTalk(talk),
                Some(Place::Draft(draft)) => {
                    model.layers.pop();
                    let known = Effect::Load(Query::Directory(Opening::Nothing));
                    Effect::Many(vec![known, Effect::OpenDraft(draft)])
                }
                None => Effect::None,
            });
        }
        _ => return None,
    }
    Some(Effect::None)
}

/// Draws the hits in the room between the rules.
pub fn draw(frame: &mut Frame<'_>, model: &Model, found: &FoundList, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    frame.render_widget(ratatui::widgets::Clear, room);
    let order = if found.sort == Sort::Date { "found-by-date" } else { "found-by-fit" };
    let title = words
        .with("found-title", &[("text", found.text.as_str().into()), ("count", found.hits.len().into())]);
    let mut out = vec![Line::from(vec![
        Span::styled(format!(" {title}"), theme.accent),
        Span::styled(format!(" · {}", words.get(order)), theme.dim),
    ])];
    let shown = usize::from(room.height).saturating_sub(1) / ROWS;
    let first = first_shown(found.cursor, found.hits.len(), shown);
    for (n, hit) in found.hits.iter().enumerate().skip(first).take(shown) {
        let selected = (n == found.cursor).then_some(theme.selection);
        out.push(head(model, found, hit).line(selected));
        out.push(marked(model, hit));
    }
    if found.hits.is_empty() {
        out.push(Line::styled(format!(" {}", words.get("found-nothing")), theme.dim));
    }
    lines::draw(frame, out, room);
}

/// Whose, what, when, by whom.
fn head(model: &Model, found: &FoundList, hit: &Hit) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let kind = hit.kind.map_or("", |k| words.code("talk", k.code()));
    let place = match hit.what {
        Place::Talk(_) => "",
        Place::Addendum(..) => words.get("found-addendum"),
        Place::Draft(_) => words.get("talks-draft"),
    };
    let name = hit.case.and_then(|c| found.names.get(&c)).map_or("–", String::as_str);
    Cells::new()
        .gap(1)
        .left(&dates::relative(words.lang(), hit.date, model.today()), 12, theme.text)
        .left(name, 22, theme.text)
        .gap(1)
        .left(kind, 20, theme.text)
        .gap(1)
        .left(model.roster.initials(Some(hit.author)), 5, theme.dim)
        .left(place, 10, theme.warn)
}

/// The words in their line, marked so that it shows without colour too.
fn marked(model: &Model, hit: &Hit) -> Line<'static> {
    let mark = model.theme.accent.add_modifier(Modifier::UNDERLINED);
    let mut spans = vec![Span::raw("   ")];
    let mut at = 0;
    for range in &hit.marks {
        let (Some(before), Some(word)) = (hit.snippet.get(at..range.start), hit.snippet.get(range.clone()))
        else {
            continue;
        };
        spans.push(Span::styled(before.to_owned(), model.theme.dim));
        spans.push(Span::styled(word.to_owned(), mark));
        at = range.end;
    }
    spans.push(Span::styled(hit.snippet.get(at..).unwrap_or_default().to_owned(), model.theme.dim));
    Line::from(spans)
}
