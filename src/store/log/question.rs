//! The filters of the log, and the statement that lists the talks that fit them in the log's order.

use chrono::NaiveDate;
use rusqlite::types::Value;
use trivsel_domain::record::{Talk, TalkKind};
use trivsel_domain::value::{CaseId, StaffId, Tag};

use super::LogKey;
use crate::column;
use crate::nouns::talk::{READABLE, hex};
use crate::row::Noun;

/// The filters of the log. A talk fits a list if it has any of the list's values; an empty list filters nothing. A talk
/// must fit every filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkQuery {
    /// Talks of these cases.
    pub cases: Vec<CaseId>,
    /// Talks of these kinds.
    pub kinds: Vec<TalkKind>,
    /// Talks that one of them wrote or took part in.
    pub staff: Vec<StaffId>,
    /// The first day of the period.
    pub from: Option<NaiveDate>,
    /// The last day of the period.
    pub to: Option<NaiveDate>,
    /// Talks with one of these themes.
    pub themes: Vec<Tag>,
    /// Talks with one of these methods.
    pub methods: Vec<Tag>,
    /// Where the page begins: only talks older than this one, the last of the page before.
    pub before: Option<LogKey>,
    /// The most talks to return.
    pub limit: usize,
}

/// A statement and the values bound to its parameters.
#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) sql: String,
    pub(super) values: Vec<Value>,
}

/// The filter whose index drives the statement. It selects few talks and yields those of each value in the log's order.
struct Driver {
    from: &'static str,
    date: &'static str,
    start: &'static str,
    id: &'static str,
    /// One condition a value. A talk fits exactly one of them, so the union holds no duplicates.
    each: Vec<String>,
}

impl Driver {
    fn talks(from: &'static str, each: Vec<String>) -> Self {
        Self { from, date: "date", start: "start", id: "id", each }
    }

    fn tags(each: Vec<String>) -> Self {
        let from = "talk_tag CROSS JOIN talk ON talk.id = talk_id";
        Self { from, date: "held", start: "held_at", id: "talk_id", each }
    }
}

/// The values bound so far.
struct Bound(Vec<Value>);

impl Bound {
    /// Binds a value and returns its parameter, such as `?3`.
    fn one(&mut self, value: Value) -> String {
        self.0.push(value);
        format!("?{}", self.0.len())
    }

    fn each(&mut self, values: impl IntoIterator<Item = Value>) -> Vec<String> {
        values.into_iter().map(|value| self.one(value)).collect()
    }
}

impl Question {
    /// Lists a page of the log. SQLite stops reading at the limit, because the index yields the talks in order.
    pub(crate) fn list(query: &TalkQuery, reader: StaffId) -> Self {
        let mut bound = for_reader(reader);
        let (driver, asked) = parts(query, &mut bound);
        let Driver { date, start, id, .. } = driver;
        let columns = Talk::table().columns.join(", ");
        let what = format!("{columns}, {date} AS day, {start} AS began, {id} AS which");
        let limit = bound.one(whole(query.limit));
        let talks = driver.each_once(&what, &asked);
        let sql = format!("{talks} ORDER BY day DESC, began DESC, which DESC LIMIT {limit}");
        Self { sql, values: bound.0 }
    }

    /// Counts the talks of the log, up to `most`.
    pub(crate) fn count(query: &TalkQuery, reader: StaffId, most: usize) -> Self {
        let mut bound = for_reader(reader);
        let query = TalkQuery { before: None, ..query.clone() };
        let (driver, asked) = parts(&query, &mut bound);
        let limit = bound.one(whole(most));
        let sql = format!("SELECT count(*) FROM ({} LIMIT {limit})", driver.each_once("1", &asked));
        Self { sql, values: bound.0 }
    }
}

impl Driver {
    /// Selects the talks of each value with `UNION ALL`. SQLite merges them without sorting, because each part comes in
    /// the log's order.
    fn each_once(&self, what: &str, asked: &[String]) -> String {
        let of = |rule: Option<&String>| {
            let rules: Vec<&str> = rule.into_iter().chain(asked).map(String::as_str).collect();
            let rules =
                if rules.is_empty() { String::new() } else { format!(" WHERE {}", rules.join(" AND ")) };
            format!("SELECT {what} FROM {}{rules}", self.from)
        };
        if self.each.is_empty() {
            of(None)
        } else {
            self.each.iter().map(|rule| of(Some(rule))).collect::<Vec<_>>().join(" UNION ALL ")
        }
    }
}

/// Binds the reader as `?1` and `?2`, which [`READABLE`] refers to.
fn for_reader(reader: StaffId) -> Bound {
    Bound(vec![column::id(reader), column::text(&reader)])
}

fn whole(number: usize) -> Value {
    column::whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Splits a query into its driver and the remaining conditions. Case, theme and method select the fewest talks, so they
/// drive first; the other conditions are checked for each talk.
fn parts(query: &TalkQuery, bound: &mut Bound) -> (Driver, Vec<String>) {
    let text = |tag: &Tag| Value::Text(tag.as_str().to_owned());
    let mut tags: Vec<(&str, Vec<String>)> = vec![
        ("theme", bound.each(query.themes.iter().map(text))),
        ("method", bound.each(query.methods.iter().map(text))),
        ("staff", bound.each(query.staff.iter().map(|who| Value::Text(hex(*who))))),
    ];
    tags.retain(|(_, tags)| !tags.is_empty());
    let mut asked = Vec::new();
    let mut kinds = bound.each(query.kinds.iter().map(|kind| column::code(*kind)));
    let driver = if !query.cases.is_empty() {
        let cases = bound.each(query.cases.iter().map(|case| column::id(*case)));
        Driver::talks("talk INDEXED BY talk_case", equal("case_id", &cases))
    } else if !tags.is_empty() {
        let (what, tags) = tags.remove(0);
        // Each tag excludes the tags before it, so a talk with two of them is listed once.
        let each = tags.iter().enumerate().map(|(n, tag)| {
            let driving = format!("what = '{what}' AND tag = {tag}");
            if n == 0 { driving } else { format!("{driving} AND NOT {}", tagged(what, &tags[..n])) }
        });
        Driver::tags(each.collect())
    } else if !kinds.is_empty() {
        Driver::talks("talk INDEXED BY talk_kind", equal("kind", &std::mem::take(&mut kinds)))
    } else {
        Driver::talks("talk INDEXED BY talk_date", Vec::new())
    };
    asked.extend(tags.iter().map(|(what, tags)| tagged(what, tags)));
    if !kinds.is_empty() {
        asked.push(format!("kind IN ({})", kinds.join(", ")));
    }
    asked.extend(between(query, &driver, bound));
    // Themes, methods and participants are content: finding a restricted note by them would reveal some of it.
    if !query.themes.is_empty() || !query.methods.is_empty() {
        asked.push(READABLE.to_owned());
    } else if !query.staff.is_empty() {
        let staff = bound.each(query.staff.iter().map(|who| column::id(*who)));
        asked.push(format!("(author IN ({}) OR {READABLE})", staff.join(", ")));
    }
    (driver, asked)
}

fn equal(column: &str, values: &[String]) -> Vec<String> {
    values.iter().map(|value| format!("{column} = {value}")).collect()
}

fn tagged(what: &str, tags: &[String]) -> String {
    format!(
        "EXISTS (SELECT 1 FROM talk_tag WHERE what = '{what}' AND tag IN ({}) AND held = date
            AND held_at = coalesce(start, '') AND talk_id = id)",
        tags.join(", ")
    )
}

/// From when to when, and after which line of the log.
fn between(query: &TalkQuery, driver: &Driver, bound: &mut Bound) -> Vec<String> {
    let Driver { date, start, id, .. } = driver;
    let mut rules = Vec::new();
    if let Some(from) = query.from {
        rules.push(format!("{date} >= {}", bound.one(column::date(from))));
    }
    let last = [query.to, query.before.map(|b| b.date)].into_iter().flatten().min();
    if let Some(last) = last {
        rules.push(format!("{date} <= {}", bound.one(column::date(last))));
    }
    if let Some(before) = query.before {
        let [d, s, i] = [
            column::date(before.date),
            before.start.map_or(Value::Text(String::new()), |s| column::text(&s)),
            column::id(before.id),
        ]
        .map(|value| bound.one(value));
        rules.push(format!(
            "({date} < {d} OR coalesce({start}, '') < {s} OR coalesce({start}, '') = {s} AND {id} < {i})"
        ));
    }
    rules
}
