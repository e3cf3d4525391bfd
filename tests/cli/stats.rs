//! `trivsel stats`: the house in figures for a person, a script and a spreadsheet.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;
use trivsel_store::{Access, AccessQuery};

use super::{Place, arg, example};

fn place() -> Place {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    place.done(&["import", "attendance", &example("attendance.csv")]);
    place
}

fn table<'a>(report: &'a Value, code: &str) -> &'a Value {
    let tables = report["tables"].as_array().unwrap();
    tables.iter().find(|t| t["table"] == code).unwrap_or_else(|| panic!("{code} in {report}"))
}

#[test]
fn the_tables_and_the_json_tell_the_same_figures() {
    let place = place();
    let text = place.done(&["stats", "--period", "month", "--from", "2026-11-01"]);
    assert!(text.starts_with("November 2026 · 1–30 Nov 2026\n"), "{text}");
    for told in ["Occupancy · ", "Søren Ægård Åse", "== The whole house ==", "Consultations · "] {
        assert!(text.contains(told), "{told} in {text}");
    }
    let report: Value = serde_json::from_str(&place.done(&["stats", "--json"])).unwrap();
    let told = (&report["period"], &report["from"], &report["to"], &report["through"]);
    assert_eq!(told, (&"month".into(), &"2026-11-01".into(), &"2026-11-30".into(), &"2026-11-20".into()));
    let seats = table(&report, "occupancy");
    let row = &seats["rows"][0];
    let (held, of) = (row["held-days"].as_f64().unwrap(), row["seat-days"].as_f64().unwrap());
    assert_eq!((of, row["from"].as_str().unwrap()), (16.0 * 20.0, "2026-11-01"));
    assert!((row["occupancy"].as_f64().unwrap() - held / of).abs() < 1e-9);
    let behind = seats["behind"].as_array().unwrap();
    assert_eq!(behind.iter().map(|b| b["held-days"].as_f64().unwrap()).sum::<f64>(), held);
    let children = table(&report, "children")["rows"].as_array().unwrap();
    assert!(children.iter().all(|c| c["case"].is_string() && c["stage"].is_string()), "{children:?}");
}

#[test]
fn figures_for_others_name_no_child_and_are_of_whole_periods() {
    let place = place();
    let ended = place.run(&["stats", "--period", "school-year", "--anonymous", "--json"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(
        ended.err.contains("three school years") || ended.err.contains("Three school years"),
        "{}",
        ended.err
    );
    for name in ["Søren", "Aagot", "Åse", "مريم"] {
        assert!(!ended.out.contains(name), "{name} in {}", ended.out);
    }
    let report: Value = serde_json::from_str(&ended.out).unwrap();
    assert!(
        report["tables"]
            .as_array()
            .unwrap()
            .iter()
            .all(|t| t["behind"].is_null() && t["table"] != "children")
    );
    assert!(ended.out.contains("\"hidden\""), "{}", ended.out);
    let free = place.run(&["stats", "--anonymous", "--from", "2026-11-01", "--to", "2026-11-10"]);
    assert!(free.code == 2 && free.err.contains("whole periods"), "{}", free.err);
    let both = place.run(&["stats", "--period", "month", "--to", "2026-11-10"]);
    assert!(both.code == 2 && both.err.contains("--period"), "{}", both.err);
    assert!(place.refused(&["stats", "--programme", "skov"]).contains("skov"));
}

#[test]
fn a_workbook_goes_to_a_private_file_and_into_the_access_log() {
    let place = place();
    assert_eq!(place.run(&["stats", "--format", "xlsx"]).code, 2, "a workbook needs a file");
    let file = place.path("tal.xlsx");
    let why = ["--why", "Til ledermødet"];
    let said = place.done(&[&["stats", "--format", "xlsx", "--out", arg(&file)], &why[..]].concat());
    assert!(said.contains("tal.xlsx") && said.contains("not encrypted"), "{said}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));
    assert!(place.refused(&["stats", "--format", "xlsx", "--out", arg(&file)]).contains("tal.xlsx"));
    let csv = place.done(&["stats", "--format", "csv", "--programme", "skolefravaer"]);
    assert!(csv.starts_with("\u{feff}Programme;Table;Row;Column;Value;Unit;From;To\r\n"), "{csv}");
    // The tables on the screen are not an export.
    place.done(&["stats"]);
    let house = place.open();
    let log = house.access_log(&AccessQuery { limit: 9, ..AccessQuery::default() }).unwrap();
    let exports = log.iter().filter(|l| l.access == Access::Export { case: None, what: "stats".to_owned() });
    assert_eq!(exports.count(), 2, "a file that was not written was not taken out");
    let why = Access::Why { case: None, talk: None, text: "Til ledermødet".to_owned() };
    assert_eq!(log.iter().filter(|look| look.access == why).count(), 1);
}
