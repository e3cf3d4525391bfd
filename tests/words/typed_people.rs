//! People typed on one line.

use trivsel_domain::value::{Line, Role};
use trivsel_words::typed_people::{PeopleProblem, parse_contact, parse_parents};
use trivsel_words::{Lang, Words};

/// Role, name, number and mail address of everyone in a line.
fn parents(lang: Lang, text: &str) -> Vec<String> {
    let line = |l: &Option<Line>| l.as_ref().map_or(String::new(), |l| format!("|{}", l.as_str()));
    let people = parse_parents(text, &Words::new(lang)).unwrap();
    people
        .iter()
        .map(|p| format!("{:?}|{}{}{}", p.role, p.name.as_str(), line(&p.phone), line(&p.mail)))
        .collect()
}

#[test]
fn parents_with_and_without_numbers() {
    let da = |text| parents(Lang::Da, text);
    assert_eq!(
        da("mor Mette Holm 12 34 56 78, far Jens Holm"),
        ["Mother|Mette Holm|12 34 56 78", "Father|Jens Holm"]
    );
    assert_eq!(
        da("MOR: Søren 山田, tlf. +45 12345678; plejemor Åse"),
        ["Mother|Søren 山田|+45 12345678", "Guardian|Åse"]
    );
    assert_eq!(da("vaerge Bo 4., bo@ø.dk,"), ["Guardian|Bo|4.|bo@ø.dk"]);
    assert_eq!(parents(Lang::En, "mother Mette, father Jens"), ["Mother|Mette", "Father|Jens"]);
    assert!(da(" , ").is_empty());
}

#[test]
fn text_without_a_person_is_reported() {
    let words = Words::new(Lang::Da);
    let wrong = |text| parse_parents(text, &words).unwrap_err();
    assert_eq!(wrong("Mette Holm"), PeopleProblem::NoRole { word: "Mette".to_owned() });
    assert_eq!(wrong("mor 12345678"), PeopleProblem::NoName);
    assert_eq!(wrong("12345678"), PeopleProblem::NoName);
    assert_eq!(wrong("mor ??"), PeopleProblem::NoName);
    assert!(matches!(wrong("mor Me\u{200b}tte"), PeopleProblem::Unfit(_)));
    assert_eq!(wrong(&format!("mor {}", "å".repeat(121))), PeopleProblem::TooLong);
    let ppr = |text| parse_contact(text, Role::Ppr, &words).map(|p| p.name.as_str().to_owned());
    assert_eq!(ppr("PPR Birgit Lund, 87654321").unwrap(), "Birgit Lund");
    assert_eq!(ppr("87654321"), Err(PeopleProblem::NoName));
}
