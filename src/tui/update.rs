//! `update`: a message comes in, the model changes, an effect goes out. No file, no clock, no terminal.

mod first_reads;
mod opening;

use chrono::NaiveDate;

use trivsel_domain::record::Change;

use super::effect::Effect;
use super::feedback;
use super::keeping;
use super::keys::Command;
use super::layers::lock::Why;
use super::layers::prompt::{Prompt, Purpose};
use super::layers::{self, Layer, help, lock, palette, question};
use super::load::{Loaded, Opening, Query};
use super::message::Message;
use super::model::{Model, Pane, Status, Tone};
use super::panes::{agenda, attendance, calendar, caseload, talks, teaching};
use super::press;
use super::undo;

pub use self::first_reads::{again, start};

/// Updates the model with a message.
pub fn update(model: &mut Model, message: Message) -> Effect {
    match message {
        Message::Key(press) => press::take(model, press),
        Message::Drawn(at) => {
            question::shown(model, at);
            Effect::None
        }
        Message::Paste(text) => paste(model, &text),
        Message::Clock(now) => {
            let before = model.today();
            if before != now.date() {
                layers::stay(model, now.date());
            }
            model.now = now;
            if before == now.date() {
                return Effect::None;
            }
            question::withdraw(model);
            follow_today(model, before);
            refresh(model)
        }
        Message::LeftAlone => lock::lock(model, Why::LeftAlone),
        Message::AskedToClose(by, until) => {
            lock::asked_to_close(model, by, until);
            Effect::None
        }
        Message::MustClose => lock::lock(model, Why::Rekeyed),
        Message::ChangedElsewhere => Effect::Many(vec![Effect::Load(Query::Drafts), refresh(model)]),
        Message::Loaded(loaded) => take(model, *loaded),
        Message::Performed(receipt, after) => {
            let effect = feedback::performed(model, &receipt, after);
            // A mark is shown from its receipt; anything else is read again.
            let marks_only = receipt.changes.iter().all(|c| matches!(c, Change::Day(_)));
            if marks_only { effect } else { Effect::Many(vec![effect, refresh(model)]) }
        }
        Message::Refused(why) => feedback::refused(model, &why),
        Message::Failed(error) => {
            let line = trivsel_words::store_error::store_error(&model.words, &error);
            model.status = Some(Status { lines: vec![line], tone: Tone::Alarm });
            Effect::None
        }
        Message::GaveUp(effect) => {
            let lines = vec![feedback::lost::told(model, &effect)];
            model.status = Some(Status { lines, tone: Tone::Alarm });
            Effect::None
        }
        Message::Size(width, height) => {
            model.size = (width, height);
            Effect::None
        }
        Message::Finished(receipt) => finished(model, &receipt),
        Message::CloseForm => {
            let released = layers::form::drop_form(model);
            model.say(model.words.get("draft-stays").to_owned());
            Effect::Many(vec![released, Effect::Load(Query::Drafts), load_pane(model)])
        }
        Message::DraftOpened(draft, held) => {
            let first = layers::form::before_draft(model, &draft, held.as_ref());
            first.unwrap_or_else(|| opening::draft(model, &draft, held))
        }
        Message::TalkOpened(opened) => {
            layers::request::opened(model, opened.talk.id);
            talks::misplaced::opened(model, &opened)
        }
        Message::WhySaid => {
            model.say(model.words.get("status-why").to_owned());
            Effect::None
        }
        Message::RestrictedOpened(notes) => layers::chooser::take(model, notes),
        Message::Found(found) => {
            model.status = None;
            layers::found::show(model, found);
            Effect::None
        }
        Message::Kept(done) => keeping::take(model, *done),
        Message::Written(writing, done) => crate::sheet::report::written(model, *writing, done),
        Message::Edited(Ok(text)) => layers::form::outside::take_back(model, &text),
        Message::Edited(Err(why)) => {
            model.refuse_with(why.told());
            Effect::None
        }
        Message::Unlocked(opened) => {
            lock::answer(model, &opened);
            Effect::None
        }
    }
}

fn paste(model: &mut Model, text: &str) -> Effect {
    if layers::reader::is_over_text(model) {
        return layers::reader::below(model, |model| paste(model, text));
    }
    question::withdraw(model);
    if !model.context().takes_text() || !press::has_field(model) {
        // A paste into the register would be a row of marks; outside a field it does nothing.
        model.refuse_with("status-paste-nowhere");
        Effect::None
    } else {
        let effect = layers::paste(model, text);
        Effect::Many(vec![effect, narrow_live(model)])
    }
}

/// Shows what is typed so far in the pane below: a search narrows it, and a booking goes to its day.
pub fn narrow_live(model: &mut Model) -> Effect {
    if let Some(Layer::Prompt(Prompt { purpose: Purpose::Search(pane), field, .. })) = model.layers.last() {
        let (pane, text) = (*pane, field.text().to_owned());
        narrow(model, pane, &text);
    }
    calendar::book::follow(model)
}

/// Narrows what a pane lists.
pub fn narrow(model: &mut Model, pane: Pane, needle: &str) {
    // Notes are searched on Enter.
    if pane == Pane::Caseload {
        model.caseload.narrow(needle);
    }
}

/// Carries out a command in the topmost layer or the pane, or says that it does nothing there.
pub fn act(model: &mut Model, command: Command) -> Effect {
    match carry_out(model, command) {
        Effect::NotHere => {
            press::not_here(model, command);
            Effect::None
        }
        effect => effect,
    }
}

fn carry_out(model: &mut Model, command: Command) -> Effect {
    if let Some(effect) = layers::act(model, command) {
        return effect;
    }
    if let Some(why) = why_off(model, command) {
        model.refuse_with(why);
        return Effect::None;
    }
    match command {
        Command::Quit => return Effect::Quit,
        Command::Lock => return lock::lock(model, Why::Asked),
        Command::Help => help::open(model),
        Command::Palette => return palette::open(model),
        Command::Drafts => {
            // Stays, unless there are some to offer.
            model.refuse_with("drafts-none");
            return Effect::Load(Query::DraftsToOffer);
        }
        Command::NewTalkOf => return Effect::Load(Query::Directory(Opening::Talk(None, None))),
        Command::HouseLists => layers::house_lists::open(model),
        Command::Counted => return layers::counted::open(model),
        _ if !model.layers.is_empty() => return Effect::NotHere,
        Command::NewTalk => return new_talk(model),
        Command::NewCase => return Effect::Load(Query::Directory(Opening::NewCase)),
        Command::Proposals => return Effect::Load(layers::proposals::query(model, true)),
        Command::Undo => return undo::undo(model),
        Command::Redo => return Effect::perform(trivsel_domain::decide::Action::Redo),
        Command::Agenda => return agenda::show(model),
        Command::PaneNext => return go_to_pane(model, model.pane.turned(1)),
        Command::PaneBefore => return go_to_pane(model, model.pane.turned(Pane::ALL.len() - 1)),
        Command::Search => return search(model),
        command => match Pane::of(command) {
            Some(pane) => {
                let here = pane == model.pane && !model.shows_agenda();
                let effect = go_to_pane(model, pane);
                if here {
                    let place = model.words.code("pane", pane.code()).to_owned();
                    model.say(model.words.with("other-pane-here", &[("place", place.into())]));
                }
                return effect;
            }
            None => return act_in_pane(model, command),
        },
    }
    Effect::None
}

fn act_in_pane(model: &mut Model, command: Command) -> Effect {
    match model.pane {
        Pane::Caseload if model.agenda.shown => agenda::act(model, command),
        Pane::Caseload => caseload::act(model, command),
        Pane::Calendar => calendar::act(model, command),
        Pane::Talks => talks::act(model, command),
        Pane::Teaching => teaching::act(model, command),
        Pane::Attendance => attendance::act(model, command),
    }
}

/// Why a command is off here, as the id of its words; nothing where it is on. The palette and the footer say it too.
#[must_use]
pub fn why_off(model: &Model, command: Command) -> Option<&'static str> {
    let writes = matches!(
        command,
        Command::NewCase
            | Command::Book
            | Command::Undo
            | Command::Redo
            | Command::ChangeMarked
            | Command::SameChild
            | Command::SetNorm
            | Command::Excuse
            | Command::Erase
            | Command::ArchiveDecision
    ) || attendance::writes(command)
        || layers::proposals::writes(command)
        || talks::writes(model.pane, command)
        || teaching::writes(command)
        || model.pane == Pane::Calendar && calendar::change::writes(command)
        || matches!(model.layers.last(), Some(Layer::SchoolYear(_))) && layers::school_year::writes(command);
    if writes && !model.writable {
        return Some("off-read-only");
    }
    if model.form().is_some_and(|form| !form.has(command)) {
        match command {
            Command::Repeat | Command::Template => return Some("off-only-notes"),
            Command::ChooseTalks => return Some("off-only-papers"),
            _ => {}
        }
    }
    match model.pane {
        Pane::Attendance if model.layers.is_empty() => attendance::why_off(model, command),
        _ => None,
    }
}

/// Opens a note about the child under the cursor, if there is one.
fn new_talk(model: &mut Model) -> Effect {
    let case = match model.pane {
        Pane::Talks => model.talks.case(),
        Pane::Calendar => None,
        _ => model.selected_case(),
    };
    Effect::Load(Query::Directory(Opening::Talk(case, None)))
}

/// Closes a form whose action is on disk.
fn finished(model: &mut Model, receipt: &trivsel_store::Receipt) -> Effect {
    let before = model.form_mut().and_then(|form| form.background.take());
    let _ = layers::form::drop_form(model);
    let effect = feedback::performed(model, receipt, None);
    feedback::say_alerts(model, receipt, before.as_ref());
    let sheet = crate::sheet::act::reload(model);
    let above = layers::reload(model);
    let again = [Effect::Load(Query::Roster), Effect::Load(Query::Drafts), load_pane(model), sheet, above];
    // The sheet of a new case shows what comes next.
    let new_case = feedback::new_case(receipt).map(Effect::OpenCase);
    let next = new_case.or_else(|| talks::misplaced::go_on(model, receipt));
    Effect::Many(std::iter::once(effect).chain(again).chain(next).collect())
}

fn search(model: &mut Model) -> Effect {
    let pane = model.pane;
    if model.shows_agenda() || !matches!(pane, Pane::Caseload | Pane::Talks) {
        // Elsewhere a search is for a child, and the palette finds children.
        return palette::open(model);
    }
    let label = model.words.get("prompt-search").to_owned();
    model.layers.push(Layer::Prompt(Prompt::new(Purpose::Search(pane), label)));
    Effect::None
}

/// Goes to a pane and reads what it shows.
pub fn go_to_pane(model: &mut Model, pane: Pane) -> Effect {
    model.pane = pane;
    model.agenda.shown = false;
    model.status = None;
    load_pane(model)
}

fn load_pane(model: &Model) -> Effect {
    match model.pane {
        Pane::Caseload if model.agenda.shown => agenda::load(model),
        Pane::Caseload => load_cases(model),
        Pane::Calendar => layers::proposals::with_week(model),
        Pane::Talks => talks::load(model),
        Pane::Teaching => teaching::load(model),
        Pane::Attendance => attendance::reload(model),
    }
}

fn load_cases(model: &Model) -> Effect {
    let (today, closed) = (model.today(), model.caseload.shows_closed());
    Effect::Load(Query::Caseload { today, closed })
}

/// Moves each view that stood on the day before to the new day.
fn follow_today(model: &mut Model, before: NaiveDate) {
    let today = model.today();
    model.attendance.follow(before, today);
    model.calendar.follow(before, today);
    layers::follow(model, before);
}

/// Reads everything on the screen again: after a change by somebody else, at midnight, and below a layer that wrote.
#[must_use]
pub fn refresh(model: &Model) -> Effect {
    let sheet = crate::sheet::act::reload(model);
    let above = layers::reload(model);
    Effect::Many(vec![Effect::Load(Query::Roster), load_pane(model), sheet, above])
}

fn take(model: &mut Model, loaded: Loaded) -> Effect {
    match loaded {
        Loaded::Roster(roster) => {
            model.roster = *roster;
            layers::form::theirs::follow(model);
        }
        Loaded::Register { date, rows, outside } => model.attendance.take(date, rows, outside),
        Loaded::Year(year) => model.attendance.take_year(year),
        Loaded::HouseYear(year) => model.attendance.house_year = Some(*year),
        Loaded::Caseload { closed, rows, running } => {
            let today = model.today();
            model.caseload.take(today, closed, rows, running);
        }
        Loaded::Agenda { date, items, names } => {
            let me = model.me.id;
            model.agenda.take(me, date, items, names);
        }
        Loaded::Appointments { days, appointments, held, names } => {
            let now = model.now;
            model.calendar.take(now, days, (appointments, held), names);
        }
        Loaded::Ahead { owed, proposed, names } => {
            return layers::proposals::take_ahead(model, owed, proposed, names);
        }
        Loaded::Collisions { proposal, others, names } => {
            return calendar::book::take(model, *proposal, &others, names);
        }
        Loaded::Series { asked, members } => return calendar::change::take(model, &asked, &members),
        Loaded::Planning(read) => return layers::proposals::take(model, read),
        Loaded::CalendarChange(read) => return layers::school_year::moves::take(model, *read),
        Loaded::Talks(log) => model.talks.take(*log),
        Loaded::TalksBefore(page) => model.talks.take_page(page),
        Loaded::Drafts { drafts, names, offer } => {
            model.talks.take_drafts(drafts, names);
            layers::drafts::offer_if_free(model, offer);
        }
        Loaded::Directory { cases, opening } => {
            model.directory = cases;
            return opening::open(model, opening);
        }
        Loaded::Background(background) => {
            if let Some(form) = model.form_mut().filter(|f| f.case == Some(background.case)) {
                form.background = Some(background);
            }
        }
        Loaded::LastTalk { talk, sealed } => layers::form::repeat_last(model, talk.as_deref(), sealed),
        Loaded::Scores { child, measures } => talks::show_scores(model, &child, &measures, None),
        Loaded::Sheet(sheet) => {
            crate::sheet::act::take(model, sheet);
            layers::form::theirs::follow(model);
        }
        Loaded::WhoAdds(held) => talks::say_who_adds(model, held),
        Loaded::Nothing => {}
        Loaded::Seats(read) => layers::seats::take(model, *read),
        Loaded::Counted(read) => layers::counted::take(model, &read),
        Loaded::OwnSchool(read) => layers::own_school::take(model, *read),
        Loaded::HouseFigures(read) => layers::house_figures::take(model, *read),
        Loaded::StaffLoad(read) => layers::staff_load::take(model, *read),
        Loaded::Request(read) => layers::request::take(model, *read),
        Loaded::Access(read) => layers::access_page::take(model, *read),
        Loaded::Taught(children) => return teaching::take_children(model, children),
        Loaded::Teaching(read) => teaching::take(model, read),
        Loaded::Traces { case, date, traces } => attendance::history::open(model, case, date, &traces),
    }
    Effect::None
}
