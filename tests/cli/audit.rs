//! `trivsel audit`: the log, the sample, and what is kept of a review.

use serde_json::Value;
use trivsel_domain::decide::{Action, Merge};
use trivsel_domain::record::Child;

use super::{Place, arg, example};

fn place() -> Place {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    place
}

#[test]
fn a_leader_reads_the_log_by_month_and_staff() {
    let place = place();
    // The log says what was taken out and why, and has no file that was not written.
    let file = place.path("house.json");
    let taken = ["export", "--unencrypted", "--out", arg(&file), "--why", "Til Åses flytning"];
    place.done(&taken);
    assert!(place.refused(&taken).contains("exists already"));
    let log = place.done(&["audit"]);
    let told: Vec<&str> =
        log.lines().filter(|l| l.contains("a file out") || l.contains("flytning")).collect();
    assert!(told.len() == 2 && told[1].contains("wrote why: Til Åses flytning"), "{log}");
    assert!(log.contains("opened the house") && log.contains("saw the access log"), "{log}");
    assert!(place.done(&["audit", "--staff", "AB"]).lines().count() > 1);
    assert!(place.refused(&["audit", "--staff", "ZZ"]).contains("staff"));
    assert!(place.refused(&["audit", "--child", "Nobody"]).contains("no child of that name"));
    // A part of a name is enough.
    assert!(place.done(&["audit", "--child", "mikkel"]).contains("Mikkel Højlund"));
    // Two children that are one are found by the name of either.
    let (mut house, asker) = place.open_as_ab();
    let children = house.children().unwrap();
    let cases = house.cases().unwrap();
    let merges = children.iter().flat_map(|kept| children.iter().map(move |gone| (kept, gone)));
    let merge =
        |(kept, gone): (&Child, &Child)| Merge { kept: kept.clone(), gone: gone.clone(), theirs: vec![] };
    let merge = merges.map(merge).find(|merge| merge.faults(&cases).is_empty()).unwrap();
    let (was, is) = (merge.gone.name.as_str().to_owned(), merge.kept.name.as_str().to_owned());
    house.perform(asker, &Action::Merge(Box::new(merge))).unwrap();
    drop(house);
    let found = place.run(&["audit", "--child", &was]);
    assert_eq!((found.code, found.err), (0, format!("{was} is now on record as {is}.\n")));
    assert!(!place.done(&["audit", "--month", "2026-10"]).contains("opened"), "nothing in October");
    assert_eq!(place.run(&["audit", "--sample", "3"]).code, 2, "a sample is of a month");
    assert_eq!(place.run(&["audit", "--month", "2026-13"]).code, 2);
    let rows: Value = serde_json::from_str(&place.done(&["audit", "--json"])).unwrap();
    assert!(rows.as_array().unwrap().iter().any(|row| row["what"] == "opened" && row["staff"] == "AB"));
}

#[test]
fn a_sample_without_looks_says_so_and_a_review_needs_a_look() {
    let place = place();
    let drawn = place.done(&["audit", "--sample", "10", "--month", "2026-10"]);
    assert!(drawn.contains("0 drawn of 0 looks"), "{drawn}");
    let said = place.refused(&["audit", "review", "1", "--verdict", "work-related"]);
    assert!(said.contains("no look at a child"), "{said}");
}
