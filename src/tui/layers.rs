//! The layers above a pane form one stack; the topmost one gets the keys first.

pub mod access_page;
pub mod chooser;
pub mod counted;
pub mod drafts;
pub mod form;
pub mod found;
pub mod free_times;
pub mod help;
pub mod house_figures;
pub mod house_lists;
pub mod lock;
pub mod own_school;
pub mod palette;
pub mod prompt;
pub mod proposals;
pub mod question;
pub mod reader;
pub mod request;
pub mod school_year;
pub mod scores;
pub mod seats;
pub mod staff_load;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;

use self::access_page::AccessPage;
use self::chooser::Chooser;
use self::counted::Counted;
use self::drafts::Drafts;
use self::found::FoundList;
use self::free_times::FreeTimes;
use self::help::Help;
use self::house_figures::HousePage;
use self::house_lists::HouseLists;
use self::lock::Lock;
use self::own_school::OwnSchool;
use self::palette::Palette;
use self::prompt::Prompt;
use self::proposals::Proposals;
use self::question::Question;
use self::reader::Reader;
use self::request::RequestPage;
use self::school_year::SchoolYearList;
use self::school_year::moves::Moves;
use self::scores::Scores;
use self::seats::SeatMap;
use self::staff_load::StaffLoad;
use super::effect::Effect;
use super::form::{Form, FormField};
use super::keys::{Command, Context};
use super::load::Query;
use super::model::Model;
use super::sheet::{self, Sheet};

#[derive(Debug)]
pub enum Layer {
    /// The keys of the context below it.
    Help(Help),
    Palette(Palette),
    Prompt(Prompt),
    /// A question before a step that can't be taken back.
    Question(Question),
    Reader(Reader),
    Sheet(Box<Sheet>),
    Form(Box<Form>),
    /// The drafts to choose from.
    Drafts(Drafts),
    /// The results of a search.
    Found(FoundList),
    Scores(Box<Scores>),
    /// What the figures under the cursor count.
    Counted(Box<Counted>),
    /// The house's own lists, to choose one of.
    HouseLists(HouseLists),
    /// The closures of a school year.
    SchoolYear(SchoolYearList),
    /// What a change of the school calendar moves.
    Moves(Box<Moves>),
    Seats(Box<SeatMap>),
    /// The house in figures.
    HouseFigures(Box<HousePage>),
    /// The workload of each member of staff.
    StaffLoad(Box<StaffLoad>),
    /// The access log.
    Access(Box<AccessPage>),
    /// The review before a request for access is answered.
    Request(Box<RequestPage>),
    /// The restricted talks that the document below may take from.
    Chooser(Box<Chooser>),
    /// The next free times for the appointment that is typed below.
    FreeTimes(Box<FreeTimes>),
    /// The talks that propose themselves.
    Proposals(Proposals),
    /// The week at the children's own schools.
    OwnSchool(Box<OwnSchool>),
    Lock(Lock),
}

impl Layer {
    /// Whether nothing of the pane can be read while the layer is open. A box leaves some of a wide screen free.
    #[must_use]
    pub fn covers_the_pane(&self) -> bool {
        matches!(self, Self::Form(_) | Self::Sheet(_) | Self::Lock(_))
    }

    /// The context in which the keys of the layer are looked up.
    #[must_use]
    pub fn context(&self) -> Context {
        match self {
            Self::Help(_) | Self::Palette(_) => Context::Picker,
            Self::Drafts(_) | Self::HouseLists(_) | Self::FreeTimes(_) => Context::Picker,
            Self::Found(_) => Context::Found,
            Self::Form(form) if form.focused().is_some_and(FormField::is_long) => Context::Note,
            Self::Form(form) if form.focused().is_some_and(FormField::is_choice) => Context::Choice,
            Self::Form(_) => Context::Form,
            Self::Prompt(_) => Context::Prompt,
            Self::Question(_) => Context::Ask,
            Self::Reader(_) => Context::Reader,
            Self::Scores(_) => Context::Scores,
            Self::Counted(_) => Context::Counted,
            Self::Sheet(_) => Context::Sheet,
            Self::SchoolYear(_) => Context::SchoolYear,
            Self::Moves(_) => Context::Moves,
            Self::Seats(_) => Context::Seats,
            Self::HouseFigures(_) => Context::HouseFigures,
            Self::StaffLoad(_) => Context::StaffLoad,
            Self::Access(_) => Context::Access,
            Self::Request(_) => Context::Request,
            Self::Chooser(_) => Context::Chooser,
            Self::Proposals(_) => Context::Proposals,
            Self::OwnSchool(_) => Context::OwnSchool,
            Self::Lock(_) => Context::Lock,
        }
    }
}

/// Reads again what the layers show.
#[must_use]
pub fn reload(model: &Model) -> Effect {
    let queries = model.layers.iter().filter_map(|layer| match layer {
        Layer::Seats(_) => Some(Query::Seats),
        Layer::HouseFigures(page) => Some(house_figures::query(model, Some(page.span()))),
        Layer::StaffLoad(_) => Some(Query::StaffLoad(model.today())),
        Layer::Proposals(_) => Some(proposals::query(model, false)),
        Layer::Moves(moves) => Some(Query::CalendarChange(moves.edits.clone(), model.today())),
        Layer::OwnSchool(list) => Some(Query::OwnSchool(list.week(), None)),
        Layer::Counted(counted) => counted.query(),
        _ => None,
    });
    let log = model.layers.iter().filter_map(|layer| match layer {
        Layer::Access(page) => Some(Effect::Audit(Box::new(page.query().clone()))),
        _ => None,
    });
    Effect::Many(queries.map(Effect::Load).chain(log).collect())
}

/// Moves each view that stood on the day before to the new day.
pub fn follow(model: &mut Model, before: NaiveDate) {
    let today = model.today();
    for layer in &mut model.layers {
        if let Layer::Seats(map) = layer {
            map.follow(before, today);
        }
    }
}

/// Holds on to what was typed about a day, before the day is over.
pub fn stay(model: &mut Model, tomorrow: NaiveDate) {
    let today = model.today();
    for layer in &mut model.layers {
        if let Layer::Prompt(prompt) = layer {
            prompt.stay(today);
        }
    }
    form::stay(model, tomorrow);
}

/// Passes a command to the topmost layer. Returns `None` if the layer does not handle it.
pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    match model.layers.last()? {
        Layer::Help(_) => help::act(model, command),
        Layer::Palette(_) => palette::act(model, command),
        Layer::Prompt(_) => prompt::act(model, command),
        // Keys answer a question, with the time they came at.
        Layer::Question(_) => None,
        Layer::Reader(_) => reader::act(model, command),
        Layer::Sheet(_) => sheet::act::act(model, command),
        Layer::Form(_) => form::act(model, command),
        Layer::Drafts(_) => drafts::act(model, command),
        Layer::Found(_) => found::act(model, command),
        Layer::Scores(_) => scores::act(model, command),
        Layer::Counted(_) => counted::act(model, command),
        Layer::HouseLists(_) => house_lists::act(model, command),
        Layer::SchoolYear(_) => school_year::act(model, command),
        Layer::Moves(_) => school_year::moves::act(model, command),
        Layer::Seats(_) => seats::act(model, command),
        Layer::HouseFigures(_) => house_figures::act(model, command),
        Layer::StaffLoad(_) => staff_load::act(model, command),
        Layer::Access(_) => access_page::act(model, command),
        Layer::Request(_) => request::act(model, command),
        Layer::Chooser(_) => chooser::act(model, command),
        Layer::FreeTimes(_) => free_times::act(model, command),
        Layer::Proposals(_) => proposals::act(model, command),
        Layer::OwnSchool(_) => own_school::act(model, command),
        Layer::Lock(_) => lock::act(model, command),
    }
}

/// Passes a key to the topmost layer as text.
pub fn type_key(model: &mut Model, key: KeyEvent) -> Effect {
    take(model, Typed::Key(key))
}

/// Passes pasted text to the topmost layer, which ignores it unless it has a field.
pub fn paste(model: &mut Model, text: &str) -> Effect {
    take(model, Typed::Pasted(text))
}

/// What comes to a layer as text.
enum Typed<'a> {
    Key(KeyEvent),
    Pasted(&'a str),
}

fn take(model: &mut Model, typed: Typed<'_>) -> Effect {
    use Typed::{Key, Pasted};
    match (model.layers.last_mut(), typed) {
        (Some(Layer::Help(help)), Key(key)) => help.type_key(key),
        (Some(Layer::Help(help)), Pasted(text)) => help.field.paste(text),
        (Some(Layer::Palette(_)), Key(key)) => palette::type_key(model, key),
        (Some(Layer::Palette(palette)), Pasted(text)) => palette.field.paste(text),
        (Some(Layer::Prompt(prompt)), Key(key)) => prompt.type_key(key),
        (Some(Layer::Prompt(prompt)), Pasted(text)) => prompt.paste(text),
        (Some(Layer::Lock(lock)), Key(key)) => lock.field.type_key(key),
        (Some(Layer::Lock(lock)), Pasted(text)) => lock.field.paste(text),
        (Some(Layer::Form(_)), Key(key)) => return form::type_key(model, key),
        (Some(Layer::Form(_)), Pasted(text)) => return form::paste(model, text),
        (Some(Layer::FreeTimes(_)), Key(key)) => return free_times::type_key(model, key),
        (
            Some(
                Layer::FreeTimes(_)
                | Layer::Sheet(_)
                | Layer::Reader(_)
                | Layer::Question(_)
                | Layer::Drafts(_)
                | Layer::Found(_)
                | Layer::Scores(_)
                | Layer::Counted(_)
                | Layer::Seats(_)
                | Layer::HouseFigures(_)
                | Layer::StaffLoad(_)
                | Layer::Access(_)
                | Layer::Request(_)
                | Layer::Chooser(_)
                | Layer::Proposals(_)
                | Layer::OwnSchool(_)
                | Layer::HouseLists(_)
                | Layer::SchoolYear(_)
                | Layer::Moves(_),
            )
            | None,
            _,
        ) => {}
    }
    Effect::None
}
