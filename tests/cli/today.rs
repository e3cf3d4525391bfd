//! `trivsel today`: the list of the day for a person and for a script.

use serde_json::Value;

use super::{Place, example};

fn place() -> Place {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    place
}

#[test]
fn the_list_names_child_what_window_state_and_why() {
    let out = place().done(&["today"]);
    let mut lines = out.lines();
    assert!(lines.next().unwrap().starts_with("Fri 20 Nov · week 47 · "), "{out}");
    let talk = lines.find(|l| l.contains("development talk")).unwrap_or_else(|| panic!("{out}"));
    assert!(talk.contains("overdue") && talk.contains(" 2026 · once in week "), "window and why: {talk}");
}

#[test]
fn json_has_the_same_items_with_stable_codes() {
    let place = place();
    let text = place.done(&["today"]);
    let list: Value = serde_json::from_str(&place.done(&["today", "--json"])).unwrap();
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), text.lines().count() - 1);
    assert_eq!((&list["date"], &list["staff"]), (&Value::from("2026-11-20"), &Value::Null));
    let item = items.iter().find(|i| i["state"] == "overdue").unwrap();
    for field in ["case", "child", "kind", "what", "earliest", "latest", "why", "part", "date"] {
        assert!(item[field].is_string(), "{field} of {item}");
    }
}

#[test]
fn only_one_persons_items_are_asked_for() {
    let place = place();
    let of = |args: &[&str]| place.done(args).lines().count();
    assert!(of(&["today", "--staff", "AB"]) <= of(&["today"]));
    assert!(place.refused(&["today", "--staff", "ZZ"]).contains("staff"), "nobody has these initials");
}

#[test]
fn an_empty_house_asks_for_a_backup_alone() {
    let out = Place::new().done(&["today"]);
    let (day, rest) = out.split_once('\n').unwrap();
    assert_eq!(day, "Fri 20 Nov · week 47 · 1 due");
    assert!(rest.contains("Backup of the house") && rest.lines().count() == 1, "{rest}");
}
