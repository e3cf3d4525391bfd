//! One value of a change in words: dates and times in the reader's format, codes by their names, staff by initials.

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;
use serde_json::{Map, Value};
use trivsel_domain::record::{Figure, IMPORTED, InSeries, ReportedDays};
use trivsel_domain::value::{Moment, ProgrammeCode};

use crate::text::{clean_line, clean_text, clip, columns};
use crate::{Words, dates, figure, moment, names, reported, series};

/// The longest text shown in a list, in columns; a longer one gets lines of its own in the reading view.
const LONGEST: usize = 60;

pub(super) struct Telling<'a> {
    pub(super) words: &'a Words,
    /// The words for the id of a person; others mean nothing to a reader.
    pub(super) called: &'a dyn Fn(&str) -> Option<String>,
    /// The record type, as the noun of the change.
    pub(super) of: &'a str,
    /// The programme of a case, which may have words of its own.
    pub(super) programme: Option<&'a ProgrammeCode>,
    /// Whether texts are shown in full, over several lines if needed.
    pub(super) whole: bool,
}

impl<'a> Telling<'a> {
    /// Whether a text needs lines of its own.
    pub(super) fn is_long(&self, text: &str) -> bool {
        self.whole && (text.contains('\n') || columns(text) > LONGEST)
    }

    /// The words of a code, in the programme's own words where it has any.
    pub(super) fn code(&self, prefix: &str, code: &str) -> &'a str {
        self.words.code_in(prefix, code, self.programme)
    }

    pub(super) fn value(&self, field: &str, value: &Value) -> String {
        match (field, value) {
            ("days", Value::Array(days)) => self.week(days),
            ("series", Value::Object(_)) => self.series(value),
            ("days", Value::Object(_)) => self.reported(value),
            ("figures", Value::Object(_)) => self.figure(value),
            ("way", Value::Object(sent)) => self.sent(sent),
            ("open_to", Value::String(_)) => self.words.get("form-open-to-all").to_owned(),
            _ => self.inner(field, field, value),
        }
    }

    fn inner(&self, field: &str, key: &str, value: &Value) -> String {
        match value {
            Value::Null => "–".to_owned(),
            Value::Bool(true) => self.words.get("change-yes").to_owned(),
            Value::Bool(false) => self.words.get("change-no").to_owned(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => self.text(field, key, text),
            Value::Array(all) if all.is_empty() => "–".to_owned(),
            Value::Array(all) => {
                let told = all.iter().map(|v| self.inner(field, key, v)).filter(|t| t != "–");
                let told: Vec<String> = told.collect();
                let long = told.iter().any(|t| self.is_long(t));
                told.join(if long { "\n" } else { ", " })
            }
            Value::Object(fields) => self.object(field, fields),
        }
    }

    /// The hours of the first spell of a day.
    fn spell(&self, hours: &Map<String, Value>) -> String {
        let text = |key: &str| hours.get(key).and_then(Value::as_str).unwrap_or_default();
        match (text("from"), text("to")) {
            ("", _) | (_, "") => "–".to_owned(),
            (from, to) => format!("{}–{}", self.text("hours", "", from), self.text("hours", "", to)),
        }
    }

    /// The parts of a structured value in stored order, without the empty ones.
    fn object(&self, field: &str, fields: &Map<String, Value>) -> String {
        let text = |key: &str| fields.get(key).and_then(Value::as_str);
        if let (Some(from), Some(to), 2) = (text("from"), text("to"), fields.len()) {
            return format!("{}–{}", self.text(field, "", from), self.text(field, "", to));
        }
        // A seated case needs no seat field: the stage already says it.
        // The history says when a correction was made.
        let is_said = |key: &str| field == "corrections" || fields.get(key).is_some_and(|v| v == "seated");
        let hidden = |key: &str| key == "talk" || key == "at" && is_said(key);
        let order = |key: &String| (ORDER.iter().position(|k| k == key).unwrap_or(ORDER.len()), key.clone());
        let mut keys: Vec<&String> = fields.keys().filter(|key| !hidden(key)).collect();
        keys.sort_by_key(|key| order(key));
        let told = keys.into_iter().filter_map(|key| fields.get(key).map(|v| self.inner(field, key, v)));
        let told: Vec<String> = told.filter(|t| !t.is_empty() && t != "–").collect();
        if told.is_empty() { "–".to_owned() } else { told.join(" · ") }
    }

    fn text(&self, field: &str, key: &str, text: &str) -> String {
        let lang = self.words.lang();
        if field == "cpr" {
            return "••••••-••••".to_owned();
        }
        if let Some(prefix) = prefix(self.of, field, key) {
            return self.code(prefix, text).to_owned();
        }
        if let Ok(date) = text.parse::<NaiveDate>() {
            return dates::day_month_year(lang, date);
        }
        if let Ok(at) = text.parse::<Moment>() {
            let (day, time) = (dates::day_month_year(lang, at.date()), dates::time(lang, at.time()));
            return format!("{day} {time}{}", moment::aside(self.words, at));
        }
        if let Some(time) = (text.len() == 5).then(|| NaiveTime::parse_from_str(text, "%H:%M").ok()).flatten()
        {
            return dates::time(lang, time);
        }
        if let Some(called) = (self.called)(text) {
            return called;
        }
        // Other ids mean nothing to a reader.
        if text.parse::<trivsel_domain::value::CaseId>().is_ok() {
            return "–".to_owned();
        }
        if matches!(field, "moves" | "corrections") && (key, text) == ("reason", IMPORTED) {
            return self.words.get("move-imported").to_owned();
        }
        if self.whole { clean_text(text) } else { clip(&clean_line(text), LONGEST) }
    }

    /// Words the rule of a series. The end has its year: a history is read years later.
    fn series(&self, value: &Value) -> String {
        let place = InSeries::deserialize(value);
        place.map_or_else(
            |_| "–".to_owned(),
            |place| series::repeat(self.words, &place.repeat, NaiveDate::MIN),
        )
    }

    /// Words a figure of a document. The change does not know the goals of the case.
    fn figure(&self, value: &Value) -> String {
        let read = Figure::deserialize(value);
        read.map_or_else(|_| "–".to_owned(), |read| figure::told(self.words, &read, &[]))
    }

    /// Words the days of a reported week, which are stored as half-days.
    fn reported(&self, value: &Value) -> String {
        let days = ReportedDays::deserialize(value);
        days.map_or_else(|_| "–".to_owned(), |d| reported::days(self.words, d.attended(), d.possible()))
    }

    /// Words what went out: that it did, and on what ground.
    fn sent(&self, sent: &Map<String, Value>) -> String {
        let ground = sent.get("out").and_then(|out| out.get("ground")).unwrap_or(&Value::Null);
        let ground = Some(self.inner("way", "way", ground)).filter(|told| told != "–");
        [Some(self.words.get("way-out").to_owned()), ground]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// Words a timetable as weekdays with their hours.
    fn week(&self, days: &[Value]) -> String {
        use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
        let one = |(weekday, day): (chrono::Weekday, &Value)| {
            let hours = match (day.get("plan").and_then(Value::as_str), day.get("hours")) {
                (Some("practice"), _) => self.words.get("plan-practice").to_owned(),
                (Some("elsewhere"), _) => self.words.code("mark", "elsewhere").to_owned(),
                (Some("expected"), Some(hours)) => {
                    let then = hours.get("then").map(|then| self.inner("hours", "hours", then));
                    let first = hours.as_object().map(|all| self.spell(all)).unwrap_or_default();
                    [Some(first), then].into_iter().flatten().collect::<Vec<_>>().join(" + ")
                }
                _ => "–".to_owned(),
            };
            format!("{} {hours}", names::weekday_short(self.words.lang(), weekday))
        };
        [Mon, Tue, Wed, Thu, Fri].into_iter().zip(days).map(one).collect::<Vec<_>>().join(", ")
    }
}

/// The order in which the parts of a value are shown.
const ORDER: [&str; 23] = [
    "kind", "of", "was", "is", "step", "at", "stage", "from", "to", "on", "date", "heading", "what",
    "subject", "level", "lessons", "goal", "progress", "value", "due", "text", "reason", "by",
];

/// The message prefix for the codes in a field; `None` if the field holds no code.
fn prefix(of: &str, field: &str, key: &str) -> Option<&'static str> {
    Some(match (of, field, key) {
        ("goal", "kind", _) => "goal",
        ("goal", "ended", "how") => "goal-end",
        ("intervention", "kind", _) => "intervention",
        ("document", "kind", _) => "document",
        ("closure", "kind", _) => "closure",
        ("talk" | "appointment", "kind", _) => "talk",
        ("appointment", "not_held", _) => "not-held",
        ("talk", "judgement", _) => "judgement",
        ("reported_week", "source", _) => "report-source",
        ("answer", "obligation", _) => "obligation",
        ("correspondence", "kind", _) => "correspondence",
        ("correspondence", "channel", _) => "channel",
        ("access_review", "verdict", _) => "verdict",
        ("correspondence", "way", "law") => "basis",
        ("correspondence", "way", "way") => "way",
        ("case", "standing", "at" | "stage") | ("case", "moves", "from" | "to") => "stage",
        ("case", "corrections", "from" | "to") => "stage",
        ("case", "corrections", "kind") => "corrected",
        ("case", "corrections", "of") => "case-date",
        ("case", "moves" | "corrections", "waived") => "requirement",
        ("settings", "series", "better") => "direction",
        ("settings", "series", "total") => "total",
        (_, _, "priority") => "priority",
        (_, _, "outcome" | "destination") => "outcome",
        (_, _, "role") => "role",
        ("follow_up", "closing", "how") => "ended",
        (_, _, "subject") => "subject",
        (_, _, "mark" | "cause") => "mark",
        (_, _, "competency" | "competencies") => "competency",
        _ => return None,
    })
}
