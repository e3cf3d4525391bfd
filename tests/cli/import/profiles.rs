//! Answers about a list: said in options, and remembered in a file beside the settings.

use std::fs;

use crate::cli::{Place, arg, example};

const REGISTER: &str = "Navn på eleven;Hold;17-11-2026;19-11-2026\nSøren Ægård Åse;A;/;x\n";

const PROFILE: &str = r#"list = "attendance"
headings = ["hold", "Navn på eleven"]

[mapping.columns]
Hold = "-"
"Navn på eleven" = "child"

[mapping.marks]
"/" = "present"
x = "sick"
"#;

#[test]
fn answers_are_said_in_options_or_remembered_until_they_are_forgotten() {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    let list = place.write("register.csv", REGISTER);
    let import = |more: &[&'static str]| -> Vec<&str> {
        ["import", "attendance", "--dry-run", arg(&list)].into_iter().chain(more.iter().copied()).collect()
    };
    insta::assert_snapshot!(place.refused(&import(&[])), @r#"
    Line 1, “Navn på eleven”: the heading is not known. Correct it, or say what the column is: --column "Navn på eleven=…", with - if it is not to be read.
    Line 1, “Hold”: the heading is not known. Correct it, or say what the column is: --column "Hold=…", with - if it is not to be read.
    Line 1, “child”: the column is missing. Add it, or say which it is: --column "…=child".
    3 problems. Nothing is imported.
    On a terminal the program asks about it and can remember the answers.
    "#);
    let read = "2 columns are days: 17–19 Nov 2026.\n\
                The marks are read like this: / = present (1), X = sick (1).\n\
                2 days can be imported, 0 are here already. Nothing is changed.\n";
    let said =
        ["--column", "navn på eleven=child", "--column", "@B=-", "--mark", "/=til stede", "--mark", "X=sick"];
    assert_eq!(place.done(&import(&said)), read);

    let folder = place.path("config/trivsel/imports");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("skolen.toml");
    fs::write(&file, PROFILE).unwrap();
    let with_profile = format!("The list is read with the profile “skolen”.\n{read}");
    assert_eq!(place.done(&import(&[])), with_profile);
    assert_eq!(place.done(&["import", "profiles"]), "skolen  attendance: hold, Navn på eleven\n");
    let of_cases = ["import", "cases", "--profile", "Skolen", arg(&list)];
    assert_eq!(place.refused(&of_cases), "The profile “skolen” is for a list of attendance.\n");
    // A profile that can't be read stops every list, until it is forgotten.
    let broken = folder.join("Gammel.toml");
    fs::write(&broken, "list = 7\n").unwrap();
    let refused = place.refused(&import(&[]));
    assert!(refused.contains("Gammel.toml") && refused.contains("Correct it, or delete it"), "{refused}");
    assert_eq!(place.done(&["import", "profiles", "--forget", "gammel"]), "“Gammel” is forgotten.\n");
    assert!(!broken.exists());
    assert_eq!(place.done(&import(&[])), with_profile);
    assert_eq!(place.done(&["import", "profiles", "--forget", "skolen"]), "“skolen” is forgotten.\n");
    assert!(!file.exists());
    assert_eq!(
        place.refused(&["import", "profiles", "--forget", "skolen"]),
        "No profile is called “skolen”. There are none yet.\n"
    );
}
