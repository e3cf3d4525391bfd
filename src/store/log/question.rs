//! What the log is asked for, and the statement that answers it in the log's order.

use chrono::NaiveDate;
use rusqlite::types::Value;
use trivsel_domain::record::{Talk, TalkKind};
use trivsel_domain::value::{CaseId, StaffId, Tag};

use super::LogKey;
use crate::column;
use crate::nouns::talk::{READABLE, hex};
use crate::row::Noun;

/// Which talks are asked for. What stands in one list may be any of it, and of every list that is not empty something
/// must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkQuery {
    /// Of these cases.
    pub cases: Vec<CaseId>,
    /// Of these kinds.
    pub kinds: Vec<TalkKind>,
    /// Written by them, or they took part.
    pub staff: Vec<StaffId>,
    /// Held on this day or later.
    pub from: Option<NaiveDate>,
    /// Held on this day or before.
    pub to: Option<NaiveDate>,
    /// With these themes.
    pub themes: Vec<Tag>,
    /// With these methods.
    pub methods: Vec<Tag>,
    /// Only what comes after this one in the list, which is older: the key of the last one shown.
    pub before: Option<LogKey>,
    /// At most so many.
    pub limit: usize,
}

/// A statement, and what is bound to it.
#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) sql: String,
    pub(super) values: Vec<Value>,
}

/// What the order of a question comes from: something that leaves few talks, each of its values in the log's order.
struct Driver {
    from: &'static str,
    date: &'static str,
    start: &'static str,
    id: &'static str,
    /// What must be so for each of the values; a talk fits one of them.
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

/// Values in the making.
struct Bound(Vec<Value>);

impl Bound {
    /// Binds a value; its mark.
    fn one(&mut self, value: Value) -> String {
        self.0.push(value);
        format!("?{}", self.0.len())
    }

    fn each(&mut self, values: impl IntoIterator<Item = Value>) -> Vec<String> {
        values.into_iter().map(|value| self.one(value)).collect()
    }
}

impl Question {
    /// A page of the log. Reading ends with the last line asked for.
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

    /// How many lines the log has, counted to `most`.
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
    /// The talks of each value, one after the other: the database merges them, since each comes in the log's order.
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

/// READABLE names the first two.
fn for_reader(reader: StaffId) -> Bound {
    Bound(vec![column::id(reader), column::text(&reader)])
}

fn whole(number: usize) -> Value {
    column::whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// What drives the question, and what else must be so. A case, a theme or a method leaves the fewest; what else is
/// asked is looked up in each.
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
        // A talk with two of the tags comes once.
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
    // Themes, methods and who took part are content: found by them, a restricted note would show some of it.
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
