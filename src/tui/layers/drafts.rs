//! The drafts layer: shown at the start of the program when there are drafts, and by its key.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::value::DraftId;
use trivsel_store::Draft;

use super::Layer;
use super::form;
use super::question::{self, Consequence};
use crate::child_name::ChildName;
use crate::cursor::moved;
use crate::effect::Effect;
use crate::form::draft::key;
use crate::form::{Form, FormField, Input};
use crate::forms::talk::TalkForm;
use crate::forms::{FormKind, Lookup, field, reopen};
use crate::keys::Command;
use crate::load::{Opening, Query};
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::list::Part;
use crate::widgets::{lines, popup};
use trivsel_words::dates;
use trivsel_words::text::clean_line;

/// The widest the box gets, in columns.
const WIDEST: u16 = 76;

#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// The selected draft, set once the cursor has moved, since the list may change.
    selected: Option<DraftId>,
    /// The row of the cursor, used if the selected draft is gone.
    row: usize,
    /// The new form that was asked for. Only the drafts of the very same thing are then shown, and the form below them.
    new: Option<Box<Form>>,
}

impl Drafts {
    /// The drafts to choose from.
    fn offered<'a>(&self, all: &'a [Draft]) -> Vec<&'a Draft> {
        all.iter().filter(|d| self.new.as_ref().is_none_or(|form| is_of(d, form))).collect()
    }

    /// The number of rows: a draft each, and one for the new form.
    fn rows(&self, all: &[&Draft]) -> usize {
        all.len() + usize::from(self.new.is_some())
    }

    /// The row of the cursor among the drafts to choose from.
    fn cursor(&self, all: &[&Draft]) -> usize {
        let at = all.iter().position(|d| Some(d.id) == self.selected);
        at.unwrap_or_else(|| self.row.min(self.rows(all).saturating_sub(1)))
    }

    fn go_to(&mut self, row: usize, all: &[&Draft]) {
        (self.row, self.selected) = (row, all.get(row).map(|d| d.id));
    }
}

/// Whether a draft is of the very thing that a new form is of. A note without a child is of nothing yet.
fn is_of(draft: &Draft, form: &Form) -> bool {
    let nothing_yet = form.case.is_none() && form.kind.downcast::<TalkForm>().is_some();
    !nothing_yet && draft.case == form.case && FormKind::of_draft(draft).is_some_and(|kind| kind == form.kind)
}

/// Offers the drafts of the very thing that a new form is of; returns the form if there is none.
pub fn offer_instead(model: &mut Model, form: Form) -> Option<Form> {
    if !model.talks.drafts().iter().any(|draft| is_of(draft, &form)) {
        return Some(form);
    }
    model.status = None;
    model.layers.push(Layer::Drafts(Drafts { new: Some(Box::new(form)), ..Drafts::default() }));
    None
}

/// Opens the layer if there are drafts.
pub fn offer(model: &mut Model) {
    offer_at(model, None);
}

/// Opens the layer if it was asked for, there are drafts, and nothing but a sheet is open.
pub fn offer_if_free(model: &mut Model, asked: bool) {
    let free = model.layers.iter().all(|layer| matches!(layer, Layer::Sheet(_)));
    if asked && free && !model.talks.drafts().is_empty() {
        offer(model);
    }
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
    let all = drafts.offered(model.talks.drafts());
    let cursor = drafts.cursor(&all);
    let chosen = all.get(cursor).map(|d| d.id);
    if let Some(row) = moved(command, cursor, drafts.rows(&all)) {
        drafts.go_to(row, &all);
        return Some(Effect::None);
    }
    match command {
        Command::Back => {
            model.layers.pop();
            model.status = None;
        }
        Command::Open => {
            let Some(Layer::Drafts(drafts)) = model.layers.pop() else { return None };
            return Some(match (chosen, drafts.new) {
                (Some(draft), _) => open(draft),
                (None, Some(new)) => form::put_on(model, *new),
                (None, None) => Effect::None,
            });
        }
        Command::Discard => {
            drafts.go_to(cursor, &all);
            if let Some(draft) = all.get(cursor) {
                let (name, when, _) = line_of(model, draft);
                let args = [("name", name.within(48).into()), ("when", when.into())];
                let text = model.words.with("question-discard", &args);
                question::ask(model, text, Consequence::DropDraft(draft.id));
            } else {
                model.refuse_with("drafts-choose");
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
pub fn line_of(model: &Model, draft: &Draft) -> (ChildName, String, String) {
    let (words, lang) = (&model.words, model.words.lang());
    let name = draft.case.and_then(|c| model.talks.name_of(c).or_else(|| model.name_of(c)));
    let consultation = || draft.fields.get(field::PLACE).map(|place| place.as_str().into());
    let name = name.cloned().or_else(consultation).unwrap_or_else(|| "–".into());
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
    let lookup = Lookup::of(model);
    let fields = FormKind::of_draft(draft).map(|kind| kind.fields(&lookup)).unwrap_or_default();
    let typed = |of: fn(&FormField) -> bool| {
        let fields = fields.iter().filter(move |e| of(e)).filter_map(|e| draft.fields.get(&key(e)));
        fields.map(|text| text.trim()).filter(|text| !text.is_empty())
    };
    let long = typed(FormField::is_long).collect::<Vec<_>>();
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
    let all = &drafts.offered(model.talks.drafts());
    let rows = drafts.rows(all);
    let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(4).min(room.height);
    let title = match &drafts.new {
        Some(new) => {
            let what = new.kind.title(new, &Lookup::of(model));
            words.with("drafts-of", &[("count", all.len().into()), ("what", what.into())])
        }
        None => words.count("draft", all.len()),
    };
    let inner = popup::draw(frame, room, WIDEST, height, &title, theme.accent);
    let shown = usize::from(inner.height).saturating_sub(1);
    let cursor = drafts.cursor(all);
    let part = Part::around(cursor, rows, shown);
    let line = |n: usize| {
        let selected = (n == cursor).then_some(theme.selection);
        let Some(draft) = all.get(n) else {
            return Cells::new().gap(1).text(words.get("drafts-new"), theme.text).line(selected);
        };
        let (name, when, text) = line_of(model, draft);
        let width = usize::from(inner.width).saturating_sub(1 + 22 + 19);
        let cells = Cells::new()
            .gap(1)
            .left(&name.within(21), 21, theme.text)
            .gap(1)
            .left(&when, 18, theme.dim)
            .gap(1);
        cells.left(&text, width, theme.text).line(selected)
    };
    let mut out = part.framed(words, theme, part.rows.clone().map(line));
    out.resize_with(shown, Line::default);
    out.push(Line::styled(format!(" {}", words.get("drafts-keys")), theme.dim));
    lines::draw(frame, out, inner);
}
