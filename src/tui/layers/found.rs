//! The results of a search in the notes: two lines each with the words marked, sorted by relevance or by date.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use trivsel_domain::value::Coded;
use trivsel_store::{Found as Place, Hit, Hits, SearchQuery, Sort};

use super::Layer;
use crate::cursor::moved;
use crate::effect::Effect;
use crate::keys::Command;
use crate::load::{Opening, Query};
use crate::model::Model;
use crate::view::Names;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::tabs::Tabs;
use trivsel_words::text::{clip, columns};
use trivsel_words::{Words, dates};

/// Rows of one hit: a heading, and the text around the words.
const ROWS: usize = 2;
/// The indent of the text.
const INDENT: &str = "   ";

#[derive(Clone, Debug)]
pub struct FoundList {
    /// The query: the words, and the case if only one is searched.
    pub asked: SearchQuery,
    /// Sorted as the query asks.
    pub found: Hits,
    pub names: Names,
    pub cursor: usize,
}

impl FoundList {
    /// Whether the search stopped at its limit and has more hits.
    fn has_more(&self) -> bool {
        let Hits { hits, seen, more } = &self.found;
        hits.len() == self.asked.limit && (*more || *seen > hits.len())
    }

    fn search(&self, sort: Sort, listed: usize) -> Effect {
        Effect::Search { text: self.asked.text.clone(), case: self.asked.case, sort, listed }
    }

    /// The number of hits in words, as far as they were counted.
    fn count(&self, words: &Words) -> String {
        let Hits { hits, seen, more } = &self.found;
        let (listed, count) = (hits.len(), *seen);
        let id = match (listed == count, *more) {
            (true, false) => return words.count("found", count),
            (true, true) => "found-at-least",
            (false, false) => "found-some",
            (false, true) => "found-some-at-least",
        };
        words.with(id, &[("listed", listed.into()), ("count", count.into())])
    }
}

/// Shows new results in place of the old ones. The cursor keeps its hit if the order is the same.
pub fn show(model: &mut Model, mut list: FoundList) {
    if let Some(Layer::Found(before)) = model.layers.last() {
        let under_cursor = before.found.hits.get(before.cursor).map(|h| h.what);
        if before.asked.sort == list.asked.sort {
            list.cursor =
                list.found.hits.iter().position(|h| Some(h.what) == under_cursor).unwrap_or_default();
        }
        model.layers.pop();
    }
    model.layers.push(Layer::Found(list));
}

/// Handles a command. The last row reads more hits.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Found(list)) = model.layers.last_mut() else { return None };
    let rows = list.found.hits.len();
    if let Some(row) = moved(command, list.cursor, rows) {
        list.cursor = row;
        let at_end = row + 1 == rows && list.has_more();
        return Some(if at_end { list.search(list.asked.sort, rows) } else { Effect::None });
    }
    match command {
        Command::Back => {
            model.layers.pop();
        }
        Command::NextView => {
            let sort = if list.asked.sort == Sort::Date { Sort::Relevance } else { Sort::Date };
            return Some(list.search(sort, 0));
        }
        Command::Open => {
            return Some(match list.found.hits.get(list.cursor).map(|h| h.what) {
                Some(Place::Talk(talk) | Place::Addendum(_, talk)) => Effect::OpenTalk(talk),
                Some(Place::Draft(draft)) => {
                    model.layers.pop();
                    let known = Effect::Load(Query::Directory(Opening::Nothing));
                    Effect::Many(vec![known, Effect::OpenDraft(draft)])
                }
                None => Effect::NotHere,
            });
        }
        _ => return None,
    }
    Some(Effect::None)
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, list: &FoundList, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    frame.render_widget(ratatui::widgets::Clear, room);
    let order = if list.asked.sort == Sort::Date { "found-by-date" } else { "found-by-fit" };
    let of = list.asked.case.and_then(|c| list.names.get(&c)).map(|name| format!(" · {name}"));
    let title = format!("»{}«{} · {}", list.asked.text, of.unwrap_or_default(), list.count(words));
    let mut out = vec![Line::from(vec![
        Span::styled(format!(" {title}"), theme.accent),
        Span::styled(format!(" · {}", words.get(order)), theme.dim),
    ])];
    let shown = usize::from(room.height).saturating_sub(1);
    let part = Part::of_tall(list.cursor, list.found.hits.len(), ROWS, shown).out_of(list.found.seen);
    let line = |(n, hit): (usize, &Hit)| {
        let selected = (n == list.cursor).then_some(theme.selection);
        [
            head(model, list, hit, usize::from(room.width)).line(selected),
            marked(model, hit, usize::from(room.width)),
        ]
    };
    let rows = list.found.hits.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    out.extend(part.framed(words, theme, rows.flat_map(line)));
    if list.found.hits.is_empty() {
        out.push(Line::styled(format!(" {}", words.get("found-nothing")), theme.dim));
    }
    lines::draw(frame, out, room);
}

impl FoundList {
    /// The orders that the key for the next view turns through.
    #[must_use]
    pub fn orders(&self, words: &Words) -> Tabs {
        let names = ["found-by-fit", "found-by-date"].map(|id| words.get(id).to_owned()).into();
        Tabs { names, here: usize::from(self.asked.sort == Sort::Date) }
    }
}

/// The columns of a hit's heading without the name.
const HEAD: usize = 1 + 13 + 2 + 20 + 1 + 5 + 10;
/// The fewest and the most columns of a name.
const NAMES: (usize, usize) = (8, 30);

/// The heading of a hit: child, kind, date, author.
fn head(model: &Model, list: &FoundList, hit: &Hit, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let kind = hit.kind.map_or("", |k| words.code("talk", k.code()));
    let place = match hit.what {
        Place::Talk(_) => "",
        Place::Addendum(..) => words.get("found-addendum"),
        Place::Draft(_) => words.get("talks-draft"),
    };
    let child = hit.case.and_then(|c| list.names.get(&c)).cloned();
    let elsewhere = || hit.place.as_ref().map(|place| place.as_str().into());
    let name = child.or_else(elsewhere).unwrap_or_else(|| "–".into());
    let names = width.saturating_sub(HEAD).clamp(NAMES.0, NAMES.1);
    Cells::new()
        .gap(1)
        .left(&dates::relative(words.lang(), hit.date, model.today()), 13, theme.text)
        .left(&name.within(names), names, theme.text)
        .gap(2)
        .left(kind, 20, theme.text)
        .gap(1)
        .left(model.roster.initials(Some(hit.author)), 5, theme.dim)
        .left(place, 10, theme.warn)
}

/// The text of a hit. The marks on the words also show without colour.
fn marked(model: &Model, hit: &Hit, width: usize) -> Line<'static> {
    let dim = model.theme.dim;
    let mark = model.theme.accent.add_modifier(Modifier::UNDERLINED);
    let end = end_within(hit, width.saturating_sub(INDENT.len()));
    let mut spans = vec![Span::raw(INDENT)];
    let mut at = 0;
    for range in hit.marks.iter().filter(|range| range.end <= end) {
        let (Some(before), Some(word)) = (hit.snippet.get(at..range.start), hit.snippet.get(range.clone()))
        else {
            continue;
        };
        spans.push(Span::styled(before.to_owned(), dim));
        spans.push(Span::styled(word.to_owned(), mark));
        at = range.end;
    }
    spans.push(Span::styled(hit.snippet.get(at..end).unwrap_or_default().to_owned(), dim));
    if end < hit.snippet.len() {
        spans.push(Span::styled("…", dim));
    }
    Line::from(spans)
}

/// The byte where the text of a hit ends within a width. Ends at a word if the first marked word still fits.
fn end_within(hit: &Hit, width: usize) -> usize {
    let snippet = hit.snippet.as_str();
    if columns(snippet) <= width {
        return snippet.len();
    }
    let cut = clip(snippet, width);
    let room = cut.strip_suffix('…').unwrap_or(&cut);
    // The cut falls on a word boundary if a blank follows it.
    let next = snippet.get(room.len()..).is_some_and(|rest| rest.starts_with(' '));
    let word = if next { Some(room.len()) } else { room.rfind(' ') };
    let first = hit.marks.first().map_or(0, |mark| mark.end);
    let end = word.filter(|end| *end >= first).unwrap_or(room.len());
    let whole = room.get(..end).unwrap_or_default();
    whole.trim_end_matches([' ', '·']).len().max(first.min(room.len()))
}
