//! Formats 1 and 2: staff named by their initials, values of several parts as one short text (`late 08:55`). Turned
//! into the records of today as JSON; what can't be turned is left as it is, and refused with its place when that is
//! read.

use std::collections::HashMap;

use serde_json::{Map, Value, json};
use trivsel_domain::record::Staff;
use trivsel_domain::value::{Initials, StaffId};

use crate::problem::{Fault, Problem};

pub(super) mod table;

type Row = Map<String, Value>;

const WEEKDAYS: [&str; 5] = ["monday", "tuesday", "wednesday", "thursday", "friday"];

/// The lists that every file has; the others came later.
const ALWAYS: [&str; 10] = [
    "staff",
    "programmes",
    "closures",
    "children",
    "cases",
    "timetables",
    "teaching",
    "appointments",
    "talks",
    "days",
];

/// The records of a file of format 1 or 2 as those of today. Staff who are not here yet get new identities.
///
/// # Errors
/// Initials that nobody has.
pub(super) fn records(
    file: Value,
    here: &[Staff],
    mint: &mut dyn FnMut() -> u128,
) -> Result<Value, Vec<Problem>> {
    let Value::Object(mut file) = file else { return Err(vec![Problem::of_file(Fault::NotAHouse)]) };
    file.remove("format");
    file.remove("version");
    let mut staff = Names { ids: HashMap::new(), unknown: Vec::new() };
    each(&mut file, "staff", |row| {
        lists(row, &["competencies", "methods"]);
        let Some(initials) = row.get("initials").and_then(Value::as_str).map(str::to_owned) else { return };
        let known = here.iter().find(|s| s.initials.as_str() == initials);
        let id = known.map_or_else(|| StaffId::from_u128(mint()), |s| s.id);
        row.insert("id".to_owned(), id.to_string().into());
        staff.ids.insert(initials, id);
    });
    // Somebody who works here and is not in the file stays, so a record may name them.
    for known in here {
        staff.ids.entry(known.initials.as_str().to_owned()).or_insert(known.id);
    }
    each(&mut file, "programmes", |row| {
        row.entry("seats").or_insert(Value::Null);
    });
    each(&mut file, "closures", |row| turn(row, "rule", closure_rule));
    each(&mut file, "children", |row| lists(row, &["classes"]));
    each(&mut file, "cases", |row| case(row, &mut staff));
    of_the_case(&mut file, &mut staff);
    of_the_week(&mut file, &mut staff);
    of_talks(&mut file, &mut staff);
    each(&mut file, "settings", settings);
    for (_, _, list) in table::KINDS.iter().filter(|(_, of, list)| of.is_empty() && !ALWAYS.contains(list)) {
        lists(&mut file, &[list]);
    }
    if staff.unknown.is_empty() {
        return Ok(Value::Object(file));
    }
    Err(staff.unknown.into_iter().map(|i| Problem::of_file(Fault::NoStaff(i))).collect())
}

/// Staff by initials.
struct Names {
    ids: HashMap<String, StaffId>,
    unknown: Vec<Initials>,
}

impl Names {
    fn id(&mut self, initials: &str) -> Option<Value> {
        let id = self.ids.get(initials);
        if id.is_none()
            && let Ok(initials) = Initials::new(initials)
            && !self.unknown.contains(&initials)
        {
            self.unknown.push(initials);
        }
        id.map(|id| id.to_string().into())
    }

    fn who(&mut self, text: &str) -> Option<Value> {
        let after = |prefix| text.strip_prefix(prefix);
        if let Some(initials) = after("staff:") {
            return Some(json!({ "staff": self.id(initials)? }));
        }
        Some(if let Some(role) = after("role:") {
            json!({ "role": role })
        } else if let Some(id) = after("person:") {
            json!({ "person": id })
        } else {
            json!({ "other": after("other:").unwrap_or(text) })
        })
    }

    fn readers(&mut self, text: &str) -> Option<Value> {
        let mut words = text.split(' ');
        (words.next() == Some("only")).then_some(())?;
        let readers: Option<Vec<Value>> = words.map(|initials| self.id(initials)).collect();
        Some(json!({ "only": readers? }))
    }
}

/// Turns each object in a list of the row.
fn each(row: &mut Row, list: &str, mut f: impl FnMut(&mut Row)) {
    let rows = row.get_mut(list).and_then(Value::as_array_mut);
    rows.into_iter().flatten().filter_map(Value::as_object_mut).for_each(&mut f);
}

/// Turns a text of the row, or each text in a list of it.
fn turn(row: &mut Row, name: &str, mut f: impl FnMut(&str) -> Option<Value>) {
    let mut one = |value: &mut Value| {
        if let Some(new) = value.as_str().and_then(&mut f) {
            *value = new;
        }
    };
    match row.get_mut(name) {
        Some(Value::Array(list)) => list.iter_mut().for_each(one),
        Some(value) => one(value),
        None => {}
    }
}

/// A list that the row leaves out is empty.
fn lists(row: &mut Row, names: &[&str]) {
    for name in names {
        row.entry(*name).or_insert(json!([]));
    }
}

fn rename(row: &mut Row, old: &str, new: &str) {
    if let Some(value) = row.remove(old) {
        row.insert(new.to_owned(), value);
    }
}

/// Takes fields out of a row: by their old names, into an object with the new ones.
fn gather(row: &mut Row, fields: &[(&str, &str)]) -> Row {
    let taken = fields.iter().filter_map(|(old, new)| Some(((*new).to_owned(), row.remove(*old)?)));
    taken.filter(|(_, value)| !value.is_null()).collect()
}

/// The same, or nothing where none of them is there.
fn group(row: &mut Row, name: &str, fields: &[(&str, &str)]) {
    let group = gather(row, fields);
    row.insert(name.to_owned(), if group.is_empty() { Value::Null } else { group.into() });
}

fn case(row: &mut Row, staff: &mut Names) {
    lists(row, &["moves", "levels", "needs"]);
    for name in ["primary", "secondary"] {
        turn(row, name, |i| staff.id(i));
    }
    let contacts = gather(row, &[("primary", "primary"), ("secondary", "secondary")]);
    row.insert("contacts".to_owned(), contacts.into());
    group(row, "referral", &[("referred", "on"), ("note", "note")]);
    let standing = standing(row);
    row.insert("standing".to_owned(), standing.into());
    turn(row, "needs", |text| match text.split_once(' ')? {
        (kind @ ("competency" | "method"), name) => Some(json!({ kind: name })),
        _ => None,
    });
    each(row, "moves", |row| {
        lists(row, &["waived"]);
        rename(row, "from_stage", "from");
        rename(row, "to_stage", "to");
        turn(row, "by", |i| staff.id(i));
    });
    each(row, "levels", |row| {
        rename(row, "to_level", "level");
        turn(row, "by", |i| staff.id(i));
    });
}

/// Where a case stands: each standing has its own fields; those of another one stay in the row.
fn standing(row: &mut Row) -> Row {
    let stage = row.remove("stage").unwrap_or_default();
    let mut standing = match stage.as_str() {
        Some("referral") => Row::new(),
        Some("waiting") => gather(row, &[("priority", "priority"), ("last_contact", "last_contact")]),
        Some("declined") => gather(row, &[("declined", "on")]),
        _ => {
            group(row, "stay", &[("seat", "seat"), ("admitted", "from")]);
            gather(row, &[("stay", "stay")])
        }
    };
    let at = match stage.as_str() {
        Some("closed") => {
            group(row, "closing", &[("closed", "on"), ("outcome", "outcome"), ("receiving", "place")]);
            standing.extend(gather(row, &[("closing", "closing")]));
            stage
        }
        Some("referral" | "waiting" | "declined") => stage,
        _ => {
            standing.insert("stage".to_owned(), stage);
            "seated".into()
        }
    };
    standing.insert("at".to_owned(), at);
    standing
}

fn of_the_case(file: &mut Row, staff: &mut Names) {
    each(file, "analyses", |row| {
        turn(row, "author", |i| staff.id(i));
        for part in ["child", "family", "school"] {
            rename(row, &format!("about_{part}"), part);
        }
    });
    each(file, "goals", |row| {
        lists(row, &["progress"]);
        rename(row, "goal", "text");
        group(row, "ended", &[("end", "how"), ("ended_on", "on")]);
        each(row, "progress", |row| {
            rename(row, "far", "value");
            turn(row, "by", |i| staff.id(i));
        });
    });
    each(file, "interventions", |row| {
        lists(row, &["doers"]);
        rename(row, "doers", "who");
        turn(row, "who", |w| staff.who(w));
    });
    each(file, "documents", |row| {
        lists(row, &["sections", "steps"]);
        for name in ["author", "signed_by"] {
            turn(row, name, |i| staff.id(i));
        }
        group(row, "signed", &[("signed_by", "by"), ("signed_at", "at")]);
        each(row, "steps", |row| {
            rename(row, "who", "responsible");
            turn(row, "responsible", |w| staff.who(w));
        });
    });
}

fn of_the_week(file: &mut Row, staff: &mut Names) {
    each(file, "timetables", |row| {
        let mut weekdays = WEEKDAYS.into_iter();
        each(row, "days", |row| {
            // A weekday out of its order stays, and is refused.
            if row.get("weekday").and_then(Value::as_str) == weekdays.next() {
                row.remove("weekday");
            }
            if let Some((plan, rest)) =
                row.get("plan").and_then(Value::as_str).and_then(|p| p.split_once(' '))
            {
                let (plan, hours) = (plan.into(), hours(rest).unwrap_or_else(|| rest.into()));
                row.insert("plan".to_owned(), plan);
                row.insert("hours".to_owned(), hours);
            }
            lists(row, &["blocks"]);
        });
    });
    each(file, "teaching", |row| lists(row, &["subjects"]));
    each(file, "appointments", |row| {
        lists(row, &["staff"]);
        turn(row, "hours", hours);
        turn(row, "staff", |i| staff.id(i));
    });
    each(file, "days", |row| {
        turn(row, "first", mark);
        turn(row, "second", mark);
        group(row, "foretold", &[("foretold", "cause"), ("told_at", "told_at")]);
    });
}

fn of_talks(file: &mut Row, staff: &mut Names) {
    each(file, "talks", |row| {
        lists(row, &["participants", "themes", "methods"]);
        turn(row, "author", |i| staff.id(i));
        // A list; in format 1 a line, which a talk itself can read.
        if row["participants"].is_array() {
            turn(row, "participants", |w| staff.who(w));
        }
        turn(row, "open_to", |r| staff.readers(r));
    });
    each(file, "addenda", |row| turn(row, "author", |i| staff.id(i)));
    each(file, "follow_ups", |row| {
        turn(row, "who", |w| staff.who(w));
        turn(row, "ended_by", |i| staff.id(i));
        group(row, "closing", &[("end", "how"), ("ended_by", "by"), ("ended_at", "at"), ("note", "note")]);
    });
    each(file, "measures", |row| {
        for name in ["lines", "value"] {
            tenths(row, name);
        }
        let score = if row.get("instrument").is_some_and(|i| !i.is_null()) {
            json!({ "fit": gather(row, &[("instrument", "instrument"), ("lines", "lines")]) })
        } else {
            json!({ "own": gather(row, &[("series", "series"), ("value", "value")]) })
        };
        row.insert("score".to_owned(), score);
    });
}

fn settings(row: &mut Row) {
    lists(row, &["themes", "methods", "templates", "series", "labels"]);
    const CUT_OFFS: [&str; 4] = ["ors_adult", "ors_young", "cors", "srs"];
    for name in CUT_OFFS {
        tenths(row, name);
    }
    group(row, "cut_offs", &CUT_OFFS.map(|name| (name, name)));
    each(row, "series", |row| {
        lists(row, &["cut_offs"]);
        for name in ["low", "high", "cut_offs"] {
            tenths(row, name);
        }
    });
    each(row, "labels", |row| rename(row, "texts", "lines"));
}

/// Numbers with one decimal as tenths; tables hold them as texts.
fn tenths(row: &mut Row, name: &str) {
    let one = |value: &mut Value| {
        let number = value.as_f64().or_else(|| value.as_str()?.parse().ok()).map(|number: f64| number * 10.0);
        // Written with one decimal, a number differs from its tenths only by the error of its last bit.
        let exact = number.filter(|n| n.abs() <= 1_000_000.0 && (n - n.round()).abs() < 1e-6);
        if let Some(tenths) = exact {
            *value = (tenths.round() as i64).into();
        }
    };
    match row.get_mut(name) {
        Some(Value::Array(list)) => list.iter_mut().for_each(one),
        Some(value) => one(value),
        None => {}
    }
}

fn hours(text: &str) -> Option<Value> {
    text.split_once('-').map(|(from, to)| json!({ "from": from, "to": to }))
}

fn mark(text: &str) -> Option<Value> {
    match text.split_once(' ') {
        None => Some(json!({ "mark": text })),
        Some((mark @ "late", at)) => Some(json!({ "mark": mark, "at": at })),
        Some((mark @ "partial", rest)) => Some(json!({ "mark": mark, "hours": hours(rest)? })),
        Some(_) => None,
    }
}

fn closure_rule(text: &str) -> Option<Value> {
    let (rule, rest) = text.split_once(' ').unwrap_or((text, ""));
    let number = |text: &str| text.parse::<i64>().ok();
    let day = |text: &str| {
        let (month, day) = text.split_once('-')?;
        Some(json!({ "month": number(month)?, "day": number(day)? }))
    };
    Some(match (rule, rest.split_once('/')) {
        ("week", None) => json!({ "rule": rule, "week": number(rest)? }),
        ("easter", None) => json!({ "rule": rule, "offset": number(rest)? }),
        ("summer", None) if rest.is_empty() => json!({ "rule": rule }),
        ("yearly", Some((from, to))) => json!({ "rule": rule, "from": day(from)?, "to": day(to)? }),
        ("dates", Some((from, to))) => json!({ "rule": rule, "from": from, "to": to }),
        _ => return None,
    })
}
