//! The history says words: no code of the program is shown as it is stored.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};
use trivsel_domain::record::{Change, Records};
use trivsel_words::change::{self, Told};
use trivsel_words::{Lang, Words};

use super::day;
use super::scan::rust_files;

/// The words of these codes are the codes themselves, also in Danish.
const SAME: [&str; 1] = ["status"];

#[test]
fn every_code_that_a_record_can_hold_is_told_in_words() {
    let codes = codes();
    assert!(codes.len() > 150, "{codes:?}");
    let places = places(&codes);
    assert!(places.len() > 30, "{:?}", places.keys());
    let words = Lang::ALL.map(Words::new);
    let mut faults = BTreeSet::new();
    let mut told = BTreeSet::new();
    for ((of, place), record) in &places {
        for code in &codes {
            let mut with_code = record.clone();
            put(&mut with_code, place, code);
            let Some(change) = created(of, &with_code) else { continue };
            told.insert((of, code));
            for words in &words {
                // A code without a word panics here.
                let whole = tokens(&change::told_whole(words, &[], &change));
                let list = tokens(&change::told(words, &[], &change));
                let is_code =
                    code.contains('_') || words.lang() == Lang::Da && !SAME.contains(&code.as_str());
                if is_code && (whole.contains(code) || list.contains(code)) {
                    faults.insert(format!("{of}{place}: {code} ({})", words.lang().code()));
                }
            }
        }
    }
    assert!(told.len() > 150, "{}: {told:?}", told.len());
    assert!(faults.is_empty(), "{} codes without words:\n{faults:#?}", faults.len());
}

#[test]
fn the_words_of_a_case_are_those_of_its_programme() {
    let words = Words::new(Lang::Da);
    let records = demo();
    for (programme, said, unsaid) in [
        ("trivsel", ["Aftalt den", "Aftale om forløbet"], "Afgørelse den"),
        ("skolefravaer", ["Afgørelse den", "Udvalgets afgørelse"], "Aftalt den"),
    ] {
        let case = records.cases.iter().find(|c| c.programme.as_str() == programme).unwrap();
        let mut case = serde_json::to_value(case).unwrap();
        case["decided_on"] = json!("2026-09-01");
        case["moves"] = json!([{"from": "referral", "to": "start_up", "on": "2026-09-02", "waived": ["decision_date"], "reason": "haster"}]);
        let told = change::told_whole(&words, &[], &created("case", &case).unwrap());
        let text = told.parts.join("\n");
        assert!(said.iter().all(|s| text.contains(s)) && !text.contains(unsaid), "{text}");
    }
}

fn demo() -> Records {
    let mut next = 0;
    let mint = || {
        next += 1;
        next
    };
    trivsel::demo::records(day(2026, 11, 25), mint).unwrap()
}

/// Every code that the domain declares.
fn codes() -> BTreeSet<String> {
    let domain = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain");
    let declared = |line: &str| {
        let (name, code) = line.trim().strip_suffix("\",")?.split_once(" = \"")?;
        name.chars().all(char::is_alphanumeric).then(|| code.to_owned())
    };
    let files = rust_files(&domain);
    files.iter().flat_map(|file| file.text.lines().filter_map(declared)).collect()
}

/// The places of codes in the demonstration's records, with a record that has one there.
fn places(codes: &BTreeSet<String>) -> BTreeMap<(String, String), Value> {
    let Value::Object(lists) = serde_json::to_value(demo()).unwrap() else { unreachable!() };
    let mut places = BTreeMap::new();
    let mut kinds = BTreeMap::new();
    for (list, records) in lists {
        let Value::Array(records) = records else { continue };
        for record in records {
            // The type of a list is the one that takes its records.
            let of = kinds.entry(list.clone()).or_insert_with(|| kind_of(&record)).clone();
            visit(&record, "", &mut |place, text| {
                let key = (of.clone(), place.to_owned());
                if codes.contains(text) && !places.contains_key(&key) {
                    let mut free = record.clone();
                    put(&mut free, place, "zzz qqq");
                    if created(&of, &free).is_none() {
                        places.insert(key, record.clone());
                    }
                }
            });
        }
    }
    places
}

fn kind_of(record: &Value) -> String {
    use trivsel_domain::record::RecordKind;
    use trivsel_domain::value::Coded;
    let kind = RecordKind::ALL.iter().find(|kind| created(kind.code(), record).is_some());
    kind.map_or_else(String::new, |kind| kind.code().to_owned())
}

fn created(of: &str, record: &Value) -> Option<Change> {
    serde_json::from_value(json!({"of": of, "edit": {"old": null, "new": record}})).ok()
}

/// Visits the texts of a value, each with its place as a JSON pointer.
fn visit(value: &Value, place: &str, see: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => see(place, text),
        Value::Array(list) => {
            for (n, v) in list.iter().enumerate() {
                visit(v, &format!("{place}/{n}"), see);
            }
        }
        Value::Object(map) => map.iter().for_each(|(k, v)| visit(v, &format!("{place}/{k}"), see)),
        _ => {}
    }
}

fn put(record: &mut Value, place: &str, text: &str) {
    *record.pointer_mut(place).unwrap() = text.into();
}

fn tokens(told: &Told) -> BTreeSet<String> {
    let text = format!("{}\n{}", told.title, told.parts.join("\n"));
    text.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect()
}
