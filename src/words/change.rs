//! A change in words: which record changed, and each field's old and new value.
//!
//! It reads the change as the history stores it, field by field, so a new record type needs no code here.

mod about;
mod value;

use serde_json::{Map, Value};
use trivsel_domain::record::{Change, Measure, Staff};
use trivsel_domain::value::Coded;

use self::value::Telling;
use super::Words;
use super::text::clip;

/// A change, worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Names the record and says whether it was added, changed or removed.
    pub title: String,
    /// One entry for each field that changed, with its old and new value.
    pub parts: Vec<String>,
}

/// The longest name shown in a list, in columns.
const NAME: usize = 40;

/// The fields that are shown, in display order. The others only identify the record or its owner.
pub const FIELDS: [&str; 97] = [
    "name",
    "initials",
    "code",
    "seats",
    "born",
    "cpr",
    "classes",
    "corrections",
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
    "rhythm",
    "judgement",
    "obligation",
    "since",
    "on",
    "how",
    "by",
    "reader",
    "look",
    "verdict",
    "way",
    "party",
    "giver",
    "with_whom",
    "withdrawn",
    "channel",
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
    "not_held",
    "series",
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
    "figures",
    "chosen",
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
    "monday",
    "days",
    "source",
    "register",
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
    "leader",
    "version",
    "author",
];

/// Words a change for a list. Long texts are cut.
#[must_use]
pub fn told(words: &Words, staff: &[Staff], change: &Change) -> Told {
    tell(words, &|id| initials(staff, id), change, false)
}

/// Words a change for reading in full. Long texts are shown whole, the old above the new.
#[must_use]
pub fn told_whole(words: &Words, staff: &[Staff], change: &Change) -> Told {
    tell(words, &|id| initials(staff, id), change, true)
}

/// Words a record as it stands, in full. Its title is its name alone, or its type if it has none. `called` says the words
/// for the id of a person.
#[must_use]
pub fn told_record(words: &Words, called: &dyn Fn(&str) -> Option<String>, record: &Change) -> Told {
    let name = about::about(words, record).name;
    let title = name.unwrap_or_else(|| words.code("record", record.kind().code()).to_owned());
    Told { title, ..tell(words, called, record, true) }
}

/// What happened to a record, and its name.
#[must_use]
pub(super) fn named(words: &Words, change: &Change, happened: String) -> String {
    titled(happened, about::about(words, change).name, false)
}

fn titled(happened: String, name: Option<String>, whole: bool) -> String {
    let name = name.map(|name| if whole { name } else { clip(&name, NAME) });
    [Some(happened), name].into_iter().flatten().collect::<Vec<_>>().join(": ")
}

fn initials(staff: &[Staff], id: &str) -> Option<String> {
    staff.iter().find(|s| s.id.to_string() == id).map(|s| s.initials.as_str().to_owned())
}

fn tell(words: &Words, called: &dyn Fn(&str) -> Option<String>, change: &Change, whole: bool) -> Told {
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
    let made = words.with(id, &[("record", record.into())]);
    let title = titled(made, about.name, whole);
    let programme = match change {
        Change::Case(edit) => edit.new_state().or(edit.old()).map(|case| &case.programme),
        _ => None,
    };
    let telling = Telling { words, called, of, programme, whole };
    let parts: Vec<String> = FIELDS
        .iter()
        .filter(|name| is_told(of, name) && (whole || !about.fields.contains(*name)))
        .filter_map(|name| part(&telling, name, old, new))
        .collect();
    Told { title, parts }
}

/// Fields that only say which child or case the record belongs to, or where a talk was written, are not shown.
fn is_told(of: &str, field: &str) -> bool {
    match field {
        "child" => of == "analysis",
        "source" => of == "reported_week",
        _ => true,
    }
}

/// Words one field if it differs: the old and new value, or whichever one exists.
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
    let label = telling.code("part", field);
    let text = match (&before, &after) {
        // Only show items added to or removed from a list; the two whole lists would hide the difference.
        (Value::Array(before), Value::Array(after)) if old.is_some() && new.is_some() => {
            let told = |all: &[Value], others: &[Value], sign: &str| -> Vec<String> {
                let only = all.iter().filter(|v| !others.contains(v));
                only.map(|v| format!("{sign} {}", telling.value(field, v))).collect()
            };
            let mut all = told(before, after, "–");
            all.extend(told(after, before, "+"));
            all.join(if telling.whole { "\n" } else { " · " })
        }
        // An empty field of an added or removed record is not worth a line.
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
    let rater = words.code("role", measure.rater.code());
    format!("{}: {} ({rater})", super::score::name(&measure.score), super::score::number(words, measure))
}
