//! The access log, for a leader: who looked at what in a month, and a sample of the looks that nothing explains, each with
//! what a review found.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::rules::house_figures::{Span, SpanKind};
use trivsel_domain::value::{CaseId, ChildId, Coded, StaffId};
use trivsel_store::{AuditQuery, Audited};

use super::Layer;
use crate::cursor::moved;
use crate::draw::wrapped;
use crate::effect::Effect;
use crate::forms::review::ReviewForm;
use crate::keys::Command;
use crate::load::report;
use crate::model::Model;
use crate::view::Names;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;
use crate::widgets::tabs::Tabs;
use trivsel_words::{Words, access, dates};

/// How many looks are drawn.
const DRAWN: usize = 10;
/// The widths of a time, of initials and of a child, in columns.
const TIME: usize = 19;
const WHO: usize = 5;
const CHILD: usize = 22;
/// The same where there is little room: a day without its time, and a child.
const DAY: usize = 12;
const NARROW_CHILD: usize = 16;
/// Fewer columns than these leave less of a child's name.
const ROOMY: usize = 100;

/// What was read of the access log.
#[derive(Debug)]
pub struct AccessRead {
    pub query: AuditQuery,
    pub audited: Audited,
    pub names: Names,
    /// The child of every case of the house.
    pub children: BTreeMap<CaseId, ChildId>,
}

#[derive(Debug)]
pub struct AccessPage {
    read: AccessRead,
    cursor: usize,
}

/// One line: the number of the look, who, of which case.
struct Look {
    number: i64,
    by: StaffId,
    case: Option<CaseId>,
}

impl AccessPage {
    /// What is asked of the log.
    #[must_use]
    pub fn query(&self) -> &AuditQuery {
        &self.read.query
    }

    /// The log itself, and the sample.
    #[must_use]
    pub fn views(&self, words: &Words) -> Tabs {
        let names = ["access-view-log", "access-view-sample"].map(|id| words.get(id).to_owned());
        Tabs { names: names.into(), here: usize::from(self.read.query.sample.is_some()) }
    }

    fn count(&self) -> usize {
        self.read.audited.entries.len() + self.read.audited.drawn.len()
    }

    fn look(&self, at: usize) -> Option<Look> {
        let AccessRead { audited, .. } = &self.read;
        let entry = audited.entries.get(at);
        let entry = entry.map(|e| Look { number: e.number, by: e.by, case: e.access.case() });
        let drawn = audited.drawn.get(at);
        entry.or(drawn.map(|l| Look { number: l.number, by: l.by, case: Some(l.case) }))
    }

    fn selected(&self) -> Option<Look> {
        self.look(self.cursor)
    }

    /// Every case of a case's child, that one first; it alone if it is no longer on record.
    fn cases_of_child(&self, case: CaseId) -> Vec<CaseId> {
        let children = &self.read.children;
        let child = children.get(&case);
        let others = children.iter().filter(|(other, of)| **other != case && Some(*of) == child);
        std::iter::once(case).chain(others.map(|(other, _)| *other)).collect()
    }
}

/// Asks for this month by the machine's clock, as the log has it, of these cases if there are any.
#[must_use]
pub fn ask(model: &Model, cases: Vec<CaseId>) -> Effect {
    let (from, to) = month_of(model.moment.date());
    Effect::Audit(Box::new(AuditQuery { cases, by: None, from, to, sample: None }))
}

/// The first and the last day of the month of a day.
fn month_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let month = Span::around(SpanKind::Month, day);
    (month.from, month.to)
}

/// Opens the page with what was read, or updates it if it is open.
pub fn take(model: &mut Model, read: AccessRead) {
    let open = model.layers.iter_mut().find_map(|layer| match layer {
        Layer::Access(page) => Some(page),
        _ => None,
    });
    if let Some(page) = open {
        let same = page.read.query == read.query;
        page.read = read;
        page.cursor = if same { page.cursor.min(page.count().saturating_sub(1)) } else { 0 };
        return;
    }
    model.status = None;
    model.layers.push(Layer::Access(Box::new(AccessPage { read, cursor: 0 })));
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let today = model.moment.date();
    let Some(Layer::Access(page)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, page.cursor, page.count()) {
        page.cursor = row;
        return Some(Effect::None);
    }
    let mut query = page.read.query.clone();
    let selected = page.selected();
    match command {
        Command::Back => {
            model.layers.pop();
            model.status = None;
            return Some(Effect::None);
        }
        Command::Open => return Some(review(model, selected)),
        Command::NextView => query.sample = if query.sample.is_some() { None } else { Some(DRAWN) },
        Command::PeriodBefore => (query.from, query.to) = month_of(query.from.pred_opt()?),
        Command::PeriodAfter if query.to >= today => {
            model.refuse_with("access-no-later");
            return Some(Effect::None);
        }
        Command::PeriodAfter => (query.from, query.to) = month_of(query.to.succ_opt()?),
        Command::Today if (query.from, query.to) == month_of(today) => {
            model.refuse_with("access-this-month");
            return Some(Effect::None);
        }
        Command::Today => (query.from, query.to) = month_of(today),
        Command::OnlyReader => query.by = if query.by.is_some() { None } else { Some(selected?.by) },
        Command::OnlyChild if !query.cases.is_empty() => query.cases.clear(),
        Command::OnlyChild => match selected.and_then(|look| look.case) {
            Some(case) => query.cases = page.cases_of_child(case),
            None => {
                model.refuse_with("access-of-no-child");
                return Some(Effect::None);
            }
        },
        _ => return None,
    }
    Some(Effect::Audit(Box::new(query)))
}

/// Opens the form for what a review finds of the look under the cursor.
fn review(model: &mut Model, look: Option<Look>) -> Effect {
    match look {
        None => Effect::NotHere,
        Some(_) if !model.writable => {
            model.refuse_with("off-read-only");
            Effect::None
        }
        Some(Look { case: None, .. }) => {
            model.refuse_with("access-of-no-child");
            Effect::None
        }
        Some(look) => super::form::of(model, ReviewForm(look.number)),
    }
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, page: &AccessPage, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let (words, theme) = (&model.words, &model.theme);
    let width = usize::from(room.width);
    let foot = foot(model, page, width);
    let mut out = wrapped(&title(model, page), width, theme.accent);
    out.extend(wrapped(&counts(words, page), width, theme.dim));
    let shown = usize::from(room.height).saturating_sub(out.len() + foot.len());
    if page.count() == 0 {
        let id = if page.read.query.sample.is_some() { "access-nothing-drawn" } else { "access-nothing" };
        out.push(Line::styled(format!(" {}", words.get(id)), theme.text));
    }
    let part = Part::around(page.cursor, page.count(), shown);
    let rows = part.rows.clone().map(|at| {
        let selected = (at == page.cursor).then_some(theme.selection);
        row(model, page, at, width).line(selected)
    });
    out.extend(part.framed(words, theme, rows));
    out.resize_with(usize::from(room.height).saturating_sub(foot.len()), Line::default);
    out.extend(foot);
    lines::draw(frame, out, room);
}

/// The month, and of which child and whose looks.
fn title(model: &Model, page: &AccessPage) -> String {
    let words = &model.words;
    let query = &page.read.query;
    let month = dates::span(words.lang(), query.from, query.to);
    let child = query.cases.first().map(|case| child(page, *case));
    let reader = query.by.map(|who| model.roster.name(who).to_owned());
    let title = words.get("access-title").to_owned();
    [Some(title), Some(month), child, reader].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn counts(words: &Words, page: &AccessPage) -> String {
    let AccessRead { query, audited, .. } = &page.read;
    match query.sample {
        None => words.with("access-entries", &[("count", audited.entries.len().into())]),
        Some(_) => words.with(
            "audit-drawn",
            &[
                ("drawn", audited.drawn.len().into()),
                ("without", audited.without_part.into()),
                ("looks", audited.looks.into()),
            ],
        ),
    }
}

fn child(page: &AccessPage, case: CaseId) -> String {
    page.read.names.get(&case).map_or_else(|| "–".to_owned(), ToString::to_string)
}

/// What is said of a look: when it was, what it was, and why if that was written.
struct Told {
    look: Look,
    when: String,
    what: String,
    reasons: Vec<String>,
}

fn told(model: &Model, page: &AccessPage, at: usize) -> Option<Told> {
    let (words, lang) = (&model.words, model.words.lang());
    let AccessRead { audited, .. } = &page.read;
    let (when, what) = match audited.entries.get(at) {
        Some(entry) => {
            let day = dates::day_month_year(lang, entry.at.date());
            let when = format!("{day} {}", dates::time(lang, entry.at.time()));
            (when, report::told(words, &entry.access))
        }
        None => {
            let drawn = audited.drawn.get(at)?;
            let what = words.with("audit-looks", &[("count", drawn.count.into())]);
            (dates::day_month_year(lang, drawn.on), what)
        }
    };
    let look = page.look(at)?;
    let reasons = audited.reasons_of(look.number).map(|why| words.with("audit-why", &[("text", why.into())]));
    Some(Told { when, what, reasons: reasons.collect(), look })
}

/// When, who, of which child, what, why if that was written, and what a review found.
fn row(model: &Model, page: &AccessPage, at: usize, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let audited = &page.read.audited;
    let Some(Told { look, when, what, reasons }) = told(model, page, at) else { return Cells::new() };
    let time = if page.read.query.sample.is_some() { DAY } else { TIME };
    let name = if width < ROOMY { NARROW_CHILD } else { CHILD };
    let verdict = audited.review(look.number).map(|r| words.code("verdict", r.verdict.code()).to_owned());
    // What was found says most; what there is no room for stands below.
    let text = verdict.into_iter().chain([what]).chain(reasons).collect::<Vec<_>>().join(" · ");
    let cells = Cells::new()
        .gap(1)
        .left(&when, time, theme.dim)
        .gap(1)
        .left(model.roster.initials(Some(look.by)), WHO, theme.text)
        .gap(1)
        .left(&look.case.map_or_else(String::new, |case| child(page, case)), name, theme.text)
        .gap(1);
    let room = width.saturating_sub(cells.width());
    cells.left(&text, room, theme.text)
}

/// The look under the cursor in full, with every review of it.
fn foot(model: &Model, page: &AccessPage, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let mut out = vec![Line::styled("─".repeat(width), theme.dim)];
    let Some(Told { look, what, reasons, .. }) = told(model, page, page.cursor) else { return out };
    let reader = words.with("access-reader", &[("name", model.roster.name(look.by).into())]);
    let mut texts = vec![[reader, what].into_iter().chain(reasons).collect::<Vec<_>>().join(" · ")];
    let reviews = page.read.audited.reviews.iter().filter(|r| r.look == look.number);
    texts.extend(reviews.map(|r| access::review(words, &model.roster.staff, r)));
    out.extend(texts.iter().flat_map(|text| wrapped(text, width, theme.text)));
    out
}
