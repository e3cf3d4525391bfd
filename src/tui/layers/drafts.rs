//! The drafts layer: shown at the start of the program when there are drafts, and by its key.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::value::DraftId;
use trivsel_store::Draft;

use super::Layer;
use super::question::{self, Step};
use crate::cursor::moved;
use crate::effect::Effect;
use crate::form::draft::key;
use crate::form::{Entry, Input};
use crate::forms::{FormKind, Reading, field, reopen};
use crate::keys::Command;
use crate::load::{Opening, Query};
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::list::Part;
use crate::widgets::{lines, popup};
use trivsel_words::dates;
use trivsel_words::text::{clean_line, clip};

/// The widest the box gets, in columns.
const WIDEST: u16 = 76;

#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// The selected draft, set once the cursor has moved, since the list may change.
    selected: Option<DraftId>,
    /// The row of the cursor, used if the selected draft is gone.
    row: usize,
}

impl Drafts {
    /// The row of the cursor in the current list of drafts.
    fn cursor(&self, all: &[Draft]) -> usize {
        let at = all.iter().position(|d| Some(d.id) == self.selected);
        at.unwrap_or_else(|| self.row.min(all.len().saturating_sub(1)))
    }

    fn go_to(&mut self, row: usize, all: &[Draft]) {
        (self.row, self.selected) = (row, all.get(row).map(|d| d.id));
    }
}

/// Opens the layer if there are drafts.
pub fn offer(model: &mut Model) {
    offer_at(model, None);
}

/// Opens the layer with the cursor on a draft.
pub fn offer_at(model: &mut Model, on: Option<DraftId>) {
    model.status = None;
    if model.talks.drafts().is_empty() {
        model.refuse_with("drafts-none");
    } else {
        model.layers.push(Layer::Drafts(Drafts { selected: on, ..Drafts::default() }));
    }
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Drafts(drafts)) = model.layers.last_mut() else { return None };
    let all = model.talks.drafts();
    let cursor = drafts.cursor(all);
    let chosen = all.get(cursor).map(|d| d.id);
    if let Some(row) = moved(command, cursor, all.len()) {
        drafts.go_to(row, all);
        return Some(Effect::None);
    }
    match command {
        Command::Back => {
            model.layers.pop();
            model.status = None;
        }
        Command::Open => {
            model.layers.pop();
            return Some(chosen.map_or(Effect::None, open));
        }
        Command::Discard => {
            drafts.go_to(cursor, all);
            if let Some(draft) = all.get(cursor) {
                let (name, when, _) = line_of(model, draft);
                let args = [("name", clip(&name, 48).into()), ("when", when.into())];
                let text = model.words.with("question-discard", &args);
                question::ask(model, text, Step::DropDraft(draft.id));
            }
        }
        _ => return None,
    }
    Some(Effect::None)
}

/// Opens a draft. Reads the list of children first, since the form finds the draft's child in it.
#[must_use]
pub fn open(id: DraftId) -> Effect {
    Effect::Many(vec![Effect::Load(Query::Directory(Opening::Nothing)), Effect::OpenDraft(id)])
}

/// The columns of a draft: the child or place, the time it was saved, and the first words with form and author.
#[must_use]
pub fn line_of(model: &Model, draft: &Draft) -> (String, String, String) {
    let (words, lang) = (&model.words, model.words.lang());
    let name = draft.case.and_then(|c| model.talks.name_of(c).or_else(|| model.name_of(c)));
    let consultation = draft.fields.get(field::PLACE).map(String::as_str);
    let name = name.or(consultation).unwrap_or("–").to_owned();
    let at = draft.saved_at;
    let when =
        format!("{} {}", dates::relative(lang, at.date(), model.today()), dates::time(lang, at.time()));
    let text = text_of(model, draft);
    let text = clean_line(text.lines().next().unwrap_or_default());
    let text = if draft.author == model.me.id {
        text
    } else {
        format!("{} · {text}", model.roster.initials(Some(draft.author)))
    };
    let text = if draft.form == reopen::TALK {
        text
    } else {
        let what = match FormKind::of_draft(draft) {
            Some(kind) if kind.is_of_case() => words.code("form-of", kind.code()),
            _ => words.code("draft-of", &draft.form),
        };
        format!("{what} · {text}")
    };
    (name, when, text)
}

/// The text of a draft: its long fields in the order of the form; without any, the first agreement or
/// the longest line.
#[must_use]
pub fn text_of(model: &Model, draft: &Draft) -> String {
    let reading = Reading::of(model);
    let entries = FormKind::of_draft(draft).map(|kind| kind.entries(&reading)).unwrap_or_default();
    let typed = |of: fn(&Entry) -> bool| {
        let fields = entries.iter().filter(move |e| of(e)).filter_map(|e| draft.fields.get(&key(e)));
        fields.map(|text| text.trim()).filter(|text| !text.is_empty())
    };
    let long = typed(Entry::is_long).collect::<Vec<_>>();
    if !long.is_empty() {
        return long.join("\n");
    }
    // A note without a text yet is known by what was agreed first.
    if let Some(agreed) =
        draft.fields.get(&format!("{}-1", field::WHAT)).filter(|text| !text.trim().is_empty())
    {
        return agreed.clone();
    }
    let lines = typed(|e| e.shown && matches!(e.input, Input::Line(_) | Input::Tags(_)));
    lines.max_by_key(|line| line.len()).unwrap_or_default().to_owned()
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, drafts: &Drafts, room: Rect) {
    let (words, theme) = (&model.words, &model.theme);
    let all = model.talks.drafts();
    let height = u16::try_from(all.len()).unwrap_or(u16::MAX).saturating_add(4).min(room.height);
    let title = words.count("draft", all.len());
    let inner = popup::draw(frame, room, WIDEST, height, &title, theme.accent);
    let shown = usize::from(inner.height).saturating_sub(1);
    let cursor = drafts.cursor(all);
    let part = Part::around(cursor, all.len(), shown);
    let line = |(n, draft): (usize, &Draft)| {
        let (name, when, text) = line_of(model, draft);
        let width = usize::from(inner.width).saturating_sub(1 + 22 + 16);
        let cells = Cells::new().gap(1).left(&name, 21, theme.text).gap(1).left(&when, 15, theme.dim).gap(1);
        let selected = (n == cursor).then_some(theme.selection);
        cells.left(&text, width, theme.text).line(selected)
    };
    let rows = all.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    let mut out = part.framed(words, theme, rows.map(line));
    out.resize_with(shown, Line::default);
    out.push(Line::styled(format!(" {}", words.get("drafts-keys")), theme.dim));
    lines::draw(frame, out, inner);
}
