//! The workload of each member of staff in this week and the coming ones, and who meets the needs of the selected case.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{Appointment, Case, Competency, Need, Staff};
use trivsel_domain::rules::dossier::TalkFact;
use trivsel_domain::rules::load::{Load, LoadFacts, WeekLoad, fit};
use trivsel_domain::rules::talks_due::TalkDue;
use trivsel_domain::value::{Coded, Tag};

use super::Layer;
use super::prompt::{Meaning, Prompt, Purpose};
use crate::cursor::moved;
use crate::draw::wrapped;
use crate::effect::Effect;
use crate::keys::Command;
use crate::model::Model;
use crate::sheet::words_of_need;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::{Part, cut};
use trivsel_words::numbers::{decimal, decimal_short};
use trivsel_words::text::Folded;
use trivsel_words::{Words, dates};

/// The widest a name gets, in columns.
const NAME: usize = 18;
/// The width of the cases and of the talks a week, in columns.
const FIGURE: usize = 7;
/// The width of what is due in a week, in columns; the sign of too much stands behind it.
const DUE: usize = 4;
/// The width of the hours booked in a week, in columns.
const HOURS: usize = 5;
/// The columns of a line without the trainings and methods.
const LINE: usize = 1 + 5 + NAME + 2 * FIGURE + 4 * (DUE + 1 + HOURS);
/// The trainings and methods are left out of a line if they get fewer columns; they are listed below in any case.
const BRINGS: usize = 10;

/// Adds the trainings and methods if there is room.
fn add_brings(cells: Cells, text: &str, width: usize, style: Style) -> Cells {
    let room = width.saturating_sub(LINE + 2);
    if room < BRINGS { cells } else { cells.gap(2).left(text, room, style) }
}

#[derive(Debug)]
pub struct StaffRead {
    /// The workload of everyone who works here now.
    pub loads: Vec<Load>,
    /// The talks due this week in cases without a contact.
    pub without_contact: usize,
    pub counted: StaffFacts,
}

/// What the workload is counted from.
#[derive(Debug)]
pub struct StaffFacts {
    pub cases: Vec<Case>,
    pub talks: Vec<TalkFact>,
    pub due: Vec<TalkDue>,
    pub appointments: Vec<Appointment>,
}

#[derive(Debug)]
pub struct StaffLoad {
    loads: Vec<Load>,
    without_contact: usize,
    counted: StaffFacts,
    cursor: usize,
}

impl StaffLoad {
    /// The workload under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Load> {
        self.loads.get(self.cursor)
    }

    /// What the workload is counted from.
    #[must_use]
    pub fn facts(&self) -> LoadFacts<'_> {
        let StaffFacts { cases, talks, due, appointments } = &self.counted;
        LoadFacts { staff: &[], cases, talks, due, appointments }
    }

    fn member<'a>(&self, model: &'a Model) -> Option<&'a Staff> {
        let who = self.loads.get(self.cursor)?.staff;
        model.roster.staff.iter().find(|s| s.id == who)
    }
}

/// Opens the list with what was read, or updates it if it is open.
pub fn take(model: &mut Model, read: StaffRead) {
    let open = model.layers.iter().position(|l| matches!(l, Layer::StaffLoad(_)));
    if let Some(Layer::StaffLoad(load)) = open.and_then(|at| model.layers.get_mut(at)) {
        (load.loads, load.without_contact) = (read.loads, read.without_contact);
        load.counted = read.counted;
        load.cursor = load.cursor.min(load.loads.len().saturating_sub(1));
        return;
    }
    model.status = None;
    let StaffRead { loads, without_contact, counted } = read;
    let load = StaffLoad { loads, without_contact, counted, cursor: 0 };
    model.layers.push(Layer::StaffLoad(Box::new(load)));
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::StaffLoad(load)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, load.cursor, load.loads.len()) {
        load.cursor = row;
        return Some(Effect::None);
    }
    match command {
        Command::Back => {
            model.layers.pop();
            model.status = None;
        }
        Command::Open if !model.writable => model.refuse_with("off-read-only"),
        Command::Open => ask_methods(model),
        _ => return None,
    }
    Some(Effect::None)
}

/// Opens the field for trainings and methods, filled with those on record.
fn ask_methods(model: &mut Model) {
    let Some(Layer::StaffLoad(load)) = model.layers.last() else { return };
    let Some(staff) = load.member(model).cloned() else { return };
    let label = model.words.with("load-methods-label", &[("who", staff.initials.as_str().into())]);
    // A comma at the end lets the user type the next word.
    let text: String = brings(&model.words, &staff).iter().map(|word| format!("{word}, ")).collect();
    model.layers.push(Layer::Prompt(Prompt::new(Purpose::Methods(Box::new(staff)), label).resumed(&text)));
}

/// Trainings, then methods, in words.
fn brings(words: &Words, staff: &Staff) -> Vec<String> {
    let trained = staff.competencies.iter().map(|c| words.code("competency", c.code()).to_owned());
    trained.chain(staff.methods.iter().map(|m| m.as_str().to_owned())).collect()
}

/// Reads a list with commas. The words for a training are trainings; anything else is a method.
///
/// # Errors
/// The words that say what is wrong.
pub fn read_methods(words: &Words, text: &str) -> Result<Meaning, String> {
    let (mut competencies, mut methods): (Vec<Competency>, Vec<Tag>) = (Vec::new(), Vec::new());
    for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let folded = Folded::new(part);
        let known = |c: &Competency| Folded::new(words.code("competency", c.code())) == folded;
        match Competency::ALL.iter().copied().find(known) {
            Some(competency) => competencies.push(competency),
            None => methods.push(Tag::new(part).map_err(|_| words.get("prompt-too-long").to_owned())?),
        }
    }
    Ok(Meaning::Methods(competencies, methods))
}

/// The trainings and methods in words.
#[must_use]
pub fn told_methods(words: &Words, competencies: &[Competency], methods: &[Tag]) -> String {
    let trained: Vec<&str> = competencies.iter().map(|c| words.code("competency", c.code())).collect();
    let methods: Vec<&str> = methods.iter().map(Tag::as_str).collect();
    let or_dash = |parts: Vec<&str>| if parts.is_empty() { "–".to_owned() } else { parts.join(", ") };
    words.with(
        "load-methods-told",
        &[("trained", or_dash(trained).into()), ("methods", or_dash(methods).into())],
    )
}

pub fn draw(frame: &mut Frame<'_>, model: &Model, load: &StaffLoad, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let (words, theme) = (&model.words, &model.theme);
    let width = usize::from(room.width);
    let mut foot = foot(model, load, width);
    cut(&mut foot, usize::from(room.height / 2), words, theme);
    let shown = usize::from(room.height).saturating_sub(3 + foot.len());
    let weeks = load.loads.first().map_or(0, |l| l.weeks);
    let title = words.with("load-title", &[("weeks", weeks.into())]);
    let how = Line::styled(format!(" {}", words.get("load-how")), theme.dim);
    let mut out = vec![Line::styled(format!(" {title}"), theme.accent), how, heads(model, load, width)];
    let part = Part::around(load.cursor, load.loads.len(), shown);
    let line = |(at, one): (usize, &Load)| {
        let selected = (at == load.cursor).then_some(theme.selection);
        row(model, one, width).line(selected)
    };
    let rows = load.loads.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    out.extend(part.framed(words, theme, rows.map(line)));
    out.resize_with(usize::from(room.height).saturating_sub(foot.len()), Line::default);
    out.extend(foot);
    lines::draw(frame, out, room);
}

fn heads(model: &Model, load: &StaffLoad, width: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let cells = Cells::new()
        .gap(1)
        .left("", 5, theme.dim)
        .left(words.get("head-name"), NAME, theme.dim)
        .right(words.get("head-load-cases"), FIGURE, theme.dim)
        .right(words.get("head-load-held"), FIGURE, theme.dim);
    let weeks = load.loads.first().map_or(&[][..], |l| &l.ahead);
    let week = |cells: Cells, week: &WeekLoad| {
        cells.right(&dates::week(words.lang(), week.monday), DUE + 1 + HOURS, theme.dim)
    };
    add_brings(weeks.iter().fold(cells, week), words.get("head-brings"), width, theme.dim).line(None)
}

fn row(model: &Model, one: &Load, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let staff = model.roster.staff.iter().find(|s| s.id == one.staff);
    let brings = staff.map(|s| brings(words, s).join(", ")).unwrap_or_default();
    let cells = Cells::new()
        .gap(1)
        .left(model.roster.initials(Some(one.staff)), 5, theme.text)
        .left(model.roster.name(one.staff), NAME, theme.text)
        .right(&format!("{}+{}", one.primary, one.secondary), FIGURE, theme.text)
        .right(&usual(words, one), FIGURE, theme.text);
    let week = |cells: Cells, week: &WeekLoad| {
        let over = one.is_over(week);
        let (sign, style) = if over { ("▲", theme.warn) } else { (" ", theme.text) };
        cells.right(&week.due.to_string(), DUE, style).text(sign, style).right(
            &hours(words, week),
            HOURS,
            theme.text,
        )
    };
    add_brings(one.ahead.iter().fold(cells, week), &brings, width, theme.dim)
}

/// The talks they hold in a week, on average.
fn usual(words: &Words, one: &Load) -> String {
    one.talks_a_week().map_or_else(
        || "–".to_owned(),
        |tenths| decimal(words.lang(), f64::from(u32::try_from(tenths).unwrap_or(u32::MAX)) / 10.0, 1),
    )
}

fn hours(words: &Words, week: &WeekLoad) -> String {
    if week.minutes == 0 {
        return "–".to_owned();
    }
    let hours = decimal_short(words.lang(), f64::from(week.minutes) / 60.0, 1);
    words.with("load-hours", &[("hours", hours.into())])
}

/// The week of the selected member of staff, and the weeks that ask for more than they usually do.
fn weeks(model: &Model, one: &Load) -> Vec<(String, Style)> {
    let (words, theme) = (&model.words, &model.theme);
    let who = model.roster.initials(Some(one.staff));
    let mut out = Vec::new();
    if let Some(this) = one.ahead.first() {
        let args = [
            ("who", who.into()),
            ("primary", one.primary.into()),
            ("secondary", one.secondary.into()),
            ("held", this.held.into()),
            ("due", this.due.into()),
            ("late", this.late.into()),
            ("hours", hours(words, this).into()),
        ];
        out.push((words.with("load-this-week", &args), theme.text));
    }
    let over = one.ahead.iter().filter(|week| one.is_over(week));
    let over: Vec<String> = over.map(|week| dates::week(words.lang(), week.monday)).collect();
    if !over.is_empty() {
        let args = [("weeks", over.join(", ").into()), ("usual", usual(words, one).into())];
        out.push((words.with("load-over", &args), theme.warn));
    }
    out
}

/// The trainings and methods of the selected member of staff, and the needs of the selected case.
fn foot(model: &Model, load: &StaffLoad, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let mut texts = load.loads.get(load.cursor).map_or_else(Vec::new, |one| weeks(model, one));
    if load.without_contact > 0 {
        let args = [("count", load.without_contact.into())];
        texts.push((words.with("load-without-contact", &args), theme.warn));
    }
    if let Some(staff) = load.member(model) {
        let brings = brings(words, staff);
        let told =
            if brings.is_empty() { words.get("load-brings-nothing").to_owned() } else { brings.join(", ") };
        texts.push((format!("{}: {told}", staff.name.as_str()), theme.text));
    }
    if let Some(row) = model.caseload.selected() {
        texts.extend(needs(model, load, &row.case, &row.name.to_string()));
    }
    let rule = Line::styled("─".repeat(width), theme.dim);
    let told = texts.into_iter().flat_map(|(text, style)| wrapped(&text, width, style));
    std::iter::once(rule).chain(told).collect()
}

/// The needs of a case: which its contacts meet, and who else could meet the others.
fn needs(model: &Model, load: &StaffLoad, case: &Case, name: &str) -> Vec<(String, Style)> {
    let (words, theme) = (&model.words, &model.theme);
    if case.needs.is_empty() {
        return vec![(words.with("load-no-needs", &[("name", name.into())]), theme.dim)];
    }
    let contacts = [case.contacts.primary, case.contacts.secondary];
    let staff = || model.roster.staff.iter();
    let own: Vec<&Staff> = staff().filter(|s| contacts.contains(&Some(s.id))).collect();
    let fit = fit(&case.needs, &own);
    let by = |need: &Need, among: &[&Staff]| -> String {
        among.iter().filter(|s| need.is_met_by(s)).map(|s| s.initials.as_str()).collect::<Vec<_>>().join(", ")
    };
    let here: Vec<&Staff> = staff().filter(|s| load.loads.iter().any(|l| l.staff == s.id)).collect();
    let mut out = vec![(words.with("load-needs", &[("name", name.into())]), theme.text)];
    out.extend(fit.covered.iter().map(|need| {
        let args = [("need", words_of_need(model, need).into()), ("who", by(need, &own).into())];
        (words.with("load-covered", &args), theme.text)
    }));
    out.extend(fit.missing.iter().map(|need| {
        let who = by(need, &here);
        let need = words_of_need(model, need);
        if who.is_empty() {
            (words.with("load-nobody", &[("need", need.into())]), theme.alarm)
        } else {
            (words.with("load-others", &[("need", need.into()), ("who", who.into())]), theme.warn)
        }
    }));
    out
}
