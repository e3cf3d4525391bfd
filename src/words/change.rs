//! The words of a change: which record, and from what to what, field by field.
//!
//! It reads the change as the history keeps it, field by field, so that no record can be forgotten.

mod about;
mod value;

use serde_json::{Map, Value};
use trivsel_domain::{Change, Measure, Score, Staff};

use self::value::Telling;
use super::Words;
use super::numbers::tenths;
use super::text::clip;

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which record, and whether it was made, changed or removed.
    pub title: String,
    /// Each field that changed, with old and new.
    pub parts: Vec<String>,
}

/// The most of a name that a list tells, in columns.
const NAME: usize = 40;

/// The fields that are told, in the order in which they are. The rest only names a record or what it belongs to.
pub const FIELDS: [&str; 72] = [
    "name",
    "initials",
    "code",
    "seats",
    "born",
    "cpr",
    "classes",
    "referral",
    "decided_on",
    "files_on",
    "standing",
    "contacts",
    "expected_end",
    "moves",
    "start_structure",
    "levels",
    "needs",
    "role",
    "custody",
    "phone",
    "mail",
    "workplace",
    "until",
    "child",
    "family",
    "school",
    "between",
    "kind",
    "place",
    "topic",
    "date",
    "start",
    "minutes",
    "hours",
    "title",
    "staff",
    "text",
    "municipal",
    "set_on",
    "progress",
    "ended",
    "closing",
    "from",
    "to",
    "who",
    "what",
    "due",
    "sections",
    "steps",
    "destination",
    "receiving",
    "written_on",
    "at",
    "signed",
    "signed_at",
    "participants",
    "themes",
    "methods",
    "open_to",
    "days",
    "aim",
    "subjects",
    "first",
    "second",
    "foretold",
    "mood",
    "remark",
    "note",
    "competencies",
    "left_on",
    "version",
    "author",
];

/// Tells a change for a list: what it is about, and long texts by their beginnings.
#[must_use]
pub fn told(words: &Words, staff: &[Staff], change: &Change) -> Told {
    tell(words, staff, change, false)
}

/// Tells a change to be read: every text whole, old below new where one line is too little.
#[must_use]
pub fn told_whole(words: &Words, staff: &[Staff], change: &Change) -> Told {
    tell(words, staff, change, true)
}

fn tell(words: &Words, staff: &[Staff], change: &Change, whole: bool) -> Told {
    let value = serde_json::to_value(change).unwrap_or(Value::Null);
    let of = value.get("of").and_then(Value::as_str).unwrap_or_default();
    let side = |name: &str| value.get("edit").and_then(|e| e.get(name)).and_then(Value::as_object);
    let (old, new) = (side("old"), side("new"));
    let record = words.code("record", of);
    let id = match (old, new) {
        (None, _) => "change-made",
        (Some(_), Some(_)) => "change-changed",
        (Some(_), None) => "change-removed",
    };
    let about = about::about(words, change);
    let name = about.name.map(|name| if whole { name } else { clip(&name, NAME) });
    let made = words.with(id, &[("record", record.into())]);
    let title = [Some(made), name].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let telling = Telling { words, staff, of, whole };
    let parts: Vec<String> = FIELDS
        .iter()
        .filter(|name| is_told(of, name) && (whole || !about.fields.contains(*name)))
        .filter_map(|name| part(&telling, name, old, new))
        .collect();
    Told { title, parts }
}

/// What belongs to a record by its identity is not told: of which child, of which case.
fn is_told(of: &str, field: &str) -> bool {
    field != "child" || of == "analysis"
}

/// One field, where it differs: old and new, or the one there is.
fn part(
    telling: &Telling<'_>,
    field: &str,
    old: Option<&Map<String, Value>>,
    new: Option<&Map<String, Value>>,
) -> Option<String> {
    let get =
        |side: Option<&Map<String, Value>>| side.and_then(|s| s.get(field)).cloned().unwrap_or(Value::Null);
    let (before, after) = (get(old), get(new));
    if before == after {
        return None;
    }
    let label = telling.words.code("part", field);
    let text = match (&before, &after) {
        // Of lists only what came and what went: the whole of both would hide it.
        (Value::Array(before), Value::Array(after)) if old.is_some() && new.is_some() => {
            let told = |all: &[Value], others: &[Value], sign: &str| -> Vec<String> {
                let only = all.iter().filter(|v| !others.contains(v));
                only.map(|v| format!("{sign} {}", telling.value(field, v))).collect()
            };
            let mut all = told(before, after, "–");
            all.extend(told(after, before, "+"));
            all.join(if telling.whole { "\n" } else { " · " })
        }
        // Of what is made or removed, what it never had says nothing.
        (Value::Null, after) if old.is_none() => something(telling.value(field, after)),
        (before, Value::Null) if new.is_none() => something(telling.value(field, before)),
        (before, after) => {
            let (before, after) = (telling.value(field, before), telling.value(field, after));
            if telling.is_long(&before) || telling.is_long(&after) {
                format!("– {before}\n+ {after}")
            } else {
                format!("{before} → {after}")
            }
        }
    };
    let between = if telling.is_long(&text) { "\n" } else { " " };
    (!text.is_empty()).then(|| format!("{label}:{between}{text}"))
}

fn something(text: String) -> String {
    if text == "–" { String::new() } else { text }
}

fn score(words: &Words, measure: &Measure) -> String {
    let lang = words.lang();
    let name = match &measure.score {
        Score::Fit { instrument, .. } => trivsel_domain::Coded::code(*instrument).to_uppercase(),
        Score::Own { series, .. } => series.as_str().to_owned(),
    };
    let rater = words.code("role", trivsel_domain::Coded::code(measure.rater));
    format!("{name}: {} ({rater})", tenths(lang, measure.value()))
}
