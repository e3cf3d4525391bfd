//! `trivsel today`: the list of the day, as I dag shows it.

use clap::Args;
use serde::Serialize;
use trivsel_domain::decide::Reason;
use trivsel_domain::record::Staff;
use trivsel_domain::rules::today::{Item, Task, counts};
use trivsel_domain::value::Coded;
use trivsel_words::{Words, dates, obligations, text::fit, today as told};

use super::failure::Failure;
use super::open_house::{self, OpenHouse};
use super::output::{print, say};
use super::session::Session;
use trivsel_tui::child_name::Namesakes;
use trivsel_tui::load::names;
use trivsel_tui::view::{Names, Roster};

#[derive(Debug, Args)]
pub(super) struct Today {
    #[arg(long, value_name = "INITIALS")]
    staff: Option<String>,
    #[arg(long)]
    json: bool,
}

/// The whole list, for a script. Codes are stable; sentences are in the user's language.
#[derive(Serialize)]
struct List<'a> {
    date: chrono::NaiveDate,
    staff: Option<&'a str>,
    counts: std::collections::BTreeMap<&'static str, usize>,
    items: Vec<Row<'a>>,
}

/// One item.
#[derive(Serialize)]
struct Row<'a> {
    part: &'static str,
    kind: &'static str,
    case: Option<String>,
    child: Option<String>,
    what: String,
    state: &'static str,
    date: chrono::NaiveDate,
    /// The hours of an appointment today: `10:00`.
    from: Option<String>,
    to: Option<String>,
    /// The first and the last day within which it is to be done.
    earliest: Option<chrono::NaiveDate>,
    latest: Option<chrono::NaiveDate>,
    /// The legal limit, if that is another day than the date.
    limit: Option<chrono::NaiveDate>,
    why: String,
    staff: Vec<&'a str>,
}

pub(super) fn run(session: &Session, args: &Today) -> Result<(), Failure> {
    let open = OpenHouse::open(session)?;
    let today = session.clock.today();
    let staff = open.house.staff()?;
    let whose = args.staff.as_deref().map(|text| member(session, &staff, text)).transpose()?;
    let all = open.house.agenda(open.staff.id, today)?;
    let items: Vec<&Item> = all.iter().filter(|i| whose.is_none_or(|who| i.concerns(who.id))).collect();
    let namesakes = Namesakes::new(&open.house.namesakes()?, today);
    let roster = Roster { namesakes, ..Roster::default() };
    let names = names(&open.house, &roster, items.iter().filter_map(|i| i.case))?;
    let page = Page { words: &session.words, staff: &staff, names: &names, today };
    if args.json {
        let list = List {
            date: today,
            staff: whose.map(|who| who.initials.as_str()),
            counts: counts(items.iter().copied()).into_iter().map(|(c, n)| (c.code(), n)).collect(),
            items: items.iter().map(|item| page.row(item)).collect(),
        };
        let text = serde_json::to_string_pretty(&list).map_err(anyhow::Error::from)?;
        return print(&format!("{text}\n"));
    }
    let day = dates::day_and_week(session.lang(), today);
    say(&format!("{day} · {}", told::sentence(&session.words, items.iter().copied())))?;
    items.iter().try_for_each(|item| say(&page.line(item)))
}

/// The member of staff with these initials.
fn member<'a>(session: &Session, staff: &'a [Staff], text: &str) -> Result<&'a Staff, Failure> {
    let initials = open_house::initials(session, text)?;
    let found = staff.iter().find(|s| s.initials == initials);
    found.ok_or(Failure::Refused(Reason::NoSuchStaff.into()))
}

/// What the lines of the list are written with.
struct Page<'a> {
    words: &'a Words,
    staff: &'a [Staff],
    names: &'a Names,
    today: chrono::NaiveDate,
}

impl<'a> Page<'a> {
    /// Child, what, when, state, window, and why that date.
    fn line(&self, item: &Item) -> String {
        let words = self.words;
        let window = told::window(item).map(|window| obligations::window(words, window));
        let why = told::why(words, self.staff, item, self.today);
        let rest = window.into_iter().chain([why]).collect::<Vec<_>>().join(" · ");
        format!(
            "{} {} {} {} {rest}",
            fit(&self.child(item).unwrap_or_else(|| "–".to_owned()), 20),
            fit(&told::what(words, item), 30),
            fit(&told::when(words, item, self.today), 13),
            fit(told::state(words, item), 12),
        )
    }

    fn row(&self, item: &Item) -> Row<'a> {
        let window = told::window(item);
        Row {
            part: item.part.code(),
            kind: item.task.code(),
            case: item.case.map(|case| case.to_string()),
            child: self.child(item),
            what: told::what(self.words, item),
            state: item.state().map_or(item.task.code(), Coded::code),
            date: item.date,
            from: item.hours.map(|h| h.from().to_string()),
            to: item.hours.map(|h| h.to().to_string()),
            earliest: window.map(|w| w.earliest),
            latest: window.map(|w| w.latest),
            limit: match &item.task {
                Task::Owed(owed) => owed.limit,
                _ => None,
            },
            why: told::why(self.words, self.staff, item, self.today),
            staff: item.staff.iter().map(|s| trivsel_words::talk::initials(self.staff, *s)).collect(),
        }
    }

    fn child(&self, item: &Item) -> Option<String> {
        self.names.get(&item.case?).map(ToString::to_string)
    }
}
