//! Importing lists: all or nothing, and every bad row is reported.

mod profiles;

use rust_xlsxwriter::Workbook;

use super::{Place, arg, ended, example};

#[test]
fn the_examples_import_without_problems() {
    let place = Place::new();
    assert_eq!(
        place.done(&["import", "cases", "--dry-run", &example("cases.csv")]),
        "10 cases can be imported. Nothing is changed.\n"
    );
    assert_eq!(place.done(&["import", "cases", &example("cases.csv")]), "10 cases are imported.\n");
    assert!(place.done(&["seats"]).contains("6 of 16"));
    let days = example("attendance.csv");
    let said = place.done(&["import", "attendance", &days]);
    assert!(said.ends_with("\n18 days are imported, 0 were here already.\n"), "{said}");
    assert!(said.starts_with("2 days are from the sending school's register"), "{said}");
    // Importing the same list again only names the register.
    let named = || place.done(&["import", "attendance", &days, "--source", "Ærø Skole"]);
    let of = "2 days are from the register of Ærø Skole, and are kept apart.\n";
    assert_eq!(named(), format!("{of}2 days are imported, 16 were here already.\n"));
    assert_eq!(named(), format!("{of}0 days are imported, 18 were here already.\n"));
    assert!(place.done(&["check"]).starts_with("The house is sound."));
    // A child in another spelling is held, and the user says which of the two it is.
    let list = "Barn;Født;Tilbud;Fase;Henvist\nSoeren Aase;14-03-2013;skolefravaer;Ikke visiteret;1-8-2026\n";
    let list = place.write("again.csv", list);
    insta::assert_snapshot!(place.refused(&["import", "cases", arg(&list)]), @r"
    Line 2, “Barn”, “Soeren Aase”: it may be Søren Ægård Åse, born 14 Mar 2013: the same birthday, and the names are alike. Add --same-child 2 if it is the same child, or --new-child 2 if it is another.
    1 problem. Nothing is imported.
    ");
    let both = place.run(&["import", "cases", "--new-child", "2", "--same-child", "2", arg(&list)]);
    assert!(both.code == 2 && both.err.contains("Line 2 can't be both"), "{}", both.err);
    let done = place.done(&["import", "cases", "--new-child", "2", arg(&list)]);
    assert_eq!(done, "1 case is imported.\n");
}

#[test]
fn a_dry_run_changes_nothing() {
    let place = Place::new();
    let before = place.done(&["export"]);
    place.done(&["import", "cases", "--dry-run", &example("cases.csv")]);
    assert_eq!(place.done(&["export"]), before);
    place.done(&["import", "cases", &example("cases.csv")]);
    let before = place.done(&["export"]);
    place.done(&["import", "attendance", "--dry-run", &example("attendance.csv")]);
    assert_eq!(place.done(&["export"]), before);
}

#[test]
fn every_bad_row_is_reported_with_all_its_problems() {
    let place = Place::new();
    let list = place.write(
        "list.csv",
        "Barn;Tilbud;Fase;Henvist;Visiteret;Kontakt\n\
         Mia Holm;skolefravaer;Forløb;1-8-2026;15-8-2026;\n\
         Eva Lund;skolefravaer;Forløb;31-2-2026;15-8-2026;AB\n\
         Ole Bæk;skolefravaer;Visiteret;1-8-2026;15-12-2026;AB\n\
         Ida Bæk;skolefravaer;Visitation;1-8-2026;;\n\
         ida bæk;skolefravaer;Visitation;1-8-2026;;XY\n\
         Ida Bæk;skolefravaer;Visitation;1-8-2026;;\n",
    );
    let before = place.done(&["export"]);
    insta::assert_snapshot!(place.refused(&["import", "cases", arg(&list)]), @r"
    Line 2, “Kontakt”: the stage Course needs this cell filled in.
    Line 3, “Henvist”, “31-2-2026”: not a date. Write day, month and year: 25-11-2026.
    Line 4, “Visiteret”, “15-12-2026”: the date does not fit the line's other dates or today's. Correct it.
    Line 6, “Kontakt”, “XY”: no staff here have those initials. Correct them, or add the member of staff first.
    Line 7, “Barn”, “Ida Bæk”: line 5 has the same child and case. Delete one of them.
    5 problems. Nothing is imported.
    ");
    assert_eq!(place.done(&["export"]), before);
}

#[test]
fn the_seventeenth_case_is_refused_with_its_line() {
    let place = Place::new();
    let mut list = "Barn;Tilbud;Fase;Henvist;Visiteret;Kontakt\n".to_owned();
    for letter in "abdefghijlmnoprst".chars() {
        list += &format!("Barn Nummer {letter};skolefravaer;Forløb;1-8-2026;15-8-2026;AB\n");
    }
    let path = place.write("list.csv", &list);
    insta::assert_snapshot!(place.refused(&["import", "cases", arg(&path)]), @r"
    Line 18, “Visiteret”, “15-8-2026”: there is no free seat on 15 Aug 2026: the norm is 16. Put the child on the waiting list, or raise the norm.
    1 problem. Nothing is imported.
    ");
    let sixteen: Vec<&str> = list.lines().take(17).collect();
    let path = place.write("sixteen.csv", sixteen.join("\n"));
    place.done(&["import", "cases", arg(&path)]);
    assert!(place.done(&["seats"]).contains("16 of 16"));
    assert!(place.refused(&["seats", "skolefravaer", "15"]).contains("16"));
    assert!(place.done(&["seats", "skolefravaer", "17"]).contains("16 of 17"));
}

#[test]
fn bad_attendance_rows_are_reported() {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    place.done(&["import", "attendance", &example("attendance.csv")]);
    let list = place.write(
        "days.csv",
        "barn;dato;formiddag;eftermiddag\n\
         Åse Sørensen;14-11-2026;T;\n\
         Åse Sørensen;23-11-2026;T;\n\
         Åse Sørensen;16-11-2026;S;\n\
         Ukendt Barn;16-11-2026;S;\n\
         山田 花;19-11-2026;T;S\n\
         Freja Kjær Holm;19-11-2026;T;\n\
         Åse Sørensen;14-10-2026;T;\n\
         Åse Sørensen;19-11-2026;F;\n",
    );
    insta::assert_snapshot!(place.refused(&["import", "attendance", arg(&list)]), @r"
    Line 2, “dato”, “14-11-2026”: Sat 14 Nov 2026 is no school day (weekend). Choose a school day.
    Line 3, “dato”, “23-11-2026”: 23 Nov 2026 has not come yet. Only sickness and leave can be entered ahead.
    Line 4: it is on record already, and differently. Change it in the program, or delete the line.
    Line 5, “barn”, “Ukendt Barn”: the child is not here. Correct the name or birthday, or import the cases first.
    Line 6, “eftermiddag”, “S”: up to grade 6 there is one mark a day. Set only the first.
    Line 7, “dato”, “19-11-2026”: the child is not enrolled on 19 Nov 2026. Choose a day from admission to closing.
    Line 8, “dato”, “14-10-2026”: Wed 14 Oct 2026 is no school day (Autumn holiday). Choose a school day.
    Line 9, “formiddag”, “F”: late needs a time: F 8.55.
    8 problems. Nothing is imported.
    On a terminal the program asks about it and can remember the answers.
    ");
    // Days before a course may be of the school's register, days after it are not.
    let on = |day: &str| {
        let list = place.write("one.csv", format!("barn;dato;formiddag\nLiv Bøgh Ravn;{day};T\n"));
        place.refused(&["import", "attendance", arg(&list)])
    };
    assert!(on("2-6-2025").contains("--source"));
    insta::assert_snapshot!(on("19-8-2026"), @r"
    Line 2, “dato”, “19-8-2026”: the child is not enrolled on 19 Aug 2026. Choose a day from admission to closing.
    1 problem. Nothing is imported.
    ");
}

#[test]
fn old_notes_are_imported_once_and_keep_their_line_breaks() {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    let talks = example("talks.csv");
    let would = place.done(&["import", "talks", "--dry-run", &talks]);
    assert_eq!(would, "6 talks can be imported. Nothing is changed.\n");
    assert_eq!(place.done(&["import", "talks", &talks]), "6 talks are imported.\n");
    let house = place.done(&["export"]);
    let parsed: serde_json::Value = serde_json::from_str(&house).unwrap();
    let records = &parsed["records"];
    let ab = &records["staff"][0]["id"];
    let took = serde_json::json!([{ "role": "mother" }, { "role": "father" }, { "staff": ab }]);
    let took = took.as_array().unwrap();
    assert!(
        records["talks"].as_array().unwrap().iter().any(|t| t["participants"]
            .as_array()
            .unwrap()
            .windows(3)
            .any(|w| w == took))
    );
    for part in [
        "sidde.\\n\\nAftale",
        "\"source\": \"imported\"",
        "\"Lise (moster)\"",
        "\"place\": \"Søndermarkskolen\"",
        "\"signed_at\": \"20",
        // The machine's clock, and the day that was set.
        "[today=2026-11-20]\"",
    ] {
        assert!(house.contains(part), "{part}");
    }
    let again = place.refused(&["import", "talks", &talks]);
    assert!(again.contains("Line 2, “Tekst”") && again.contains("the talk is here already"), "{again}");
    assert!(again.ends_with("6 problems. Nothing is imported.\n"), "{again}");
    assert!(place.done(&["check"]).starts_with("The house is sound."));
}

#[test]
fn bad_notes_are_reported() {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    let list = place.write(
        "talks.csv",
        "barn;type;sted;dato;start;minutter;temaer;tekst;forfatter\n\
         Åse Sørensen;snak;;12-10-2026;13.30;50;;Et;AB\n\
         Åse Sørensen;netværk;Skolen;12-10-2026;25.30;0;;To;XY\n\
         ;forældre;;12-10-26;;;;\"Tre\n\n\";AB\n\
         Åse Sørensen;konsultation;;12-10-2026;;;;Fire;AB\n\
         Ukendt Barn;trivsel;;12-10-2026;;;;Fem;AB\n\
         Åse Sørensen;trivsel;;21-11-2026;;;en alt for lang titel på et tema i en samtale;Seks;AB\n\
         Åse Sørensen;trivsel;;21-11-2026;;;;Syv;AB\n\
         Åse Sørensen;trivsel;;12-10-2026;;;;;\n",
    );
    insta::assert_snapshot!(place.refused(&["import", "talks", arg(&list)]), @r"
    Line 2, “type”, “snak”: not a kind of talk. Write for example development, parent, wellbeing, network, phone or consultation.
    Line 3, “sted”, “Skolen”: talks of the kind “Network meeting” do not have this field. Delete it, or correct the kind.
    Line 3, “start”, “25.30”: not a time of day. Write 13.30.
    Line 3, “minutter”, “0”: not a number of minutes. Write a number from 1 to 1439.
    Line 3, “forfatter”, “XY”: no staff here have those initials. Correct them, or add the member of staff first.
    Line 4, “barn”: the cell is empty and must be filled in.
    Line 4, “dato”, “12-10-26”: not a date. Write day, month and year: 25-11-2026.
    Line 7, “barn”, “Åse Sørensen”: talks of the kind “Consultation” do not have this field. Delete it, or correct the kind.
    Line 7, “sted”: the cell is empty and must be filled in.
    Line 8, “barn”, “Ukendt Barn”: the child is not here. Correct the name or birthday, or import the cases first.
    Line 9, “temaer”, “en alt for lang titel på et tema i en s…”: the text is too long. There is room for 40 characters.
    Line 10, “dato”, “21-11-2026”: the date does not fit the line's other dates or today's. Correct it.
    Line 11, “tekst”: the cell is empty and must be filled in.
    Line 11, “forfatter”: the cell is empty and must be filled in.
    14 problems. Nothing is imported.
    ");
}

#[test]
fn a_workbook_is_imported_like_a_text_file() {
    let place = Place::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, (head, cell)) in
        [("Barn", "Åse Sørensen"), ("Tilbud", "trivsel"), ("Fase", "visitation"), ("Henvist", "1-8-2026")]
            .iter()
            .enumerate()
    {
        let at = u16::try_from(at).unwrap();
        sheet.write(0, at, *head).unwrap();
        sheet.write(1, at, *cell).unwrap();
    }
    let path = place.path("list.xlsx");
    book.save(&path).unwrap();
    assert_eq!(
        place.done(&["import", "cases", arg(&path)]),
        "The sheet “Sheet1” is read.\n1 case is imported.\n"
    );
    assert!(place.done(&["export"]).contains("Åse Sørensen"));
}

#[test]
fn a_code_page_is_never_guessed_and_can_be_named() {
    let place = Place::new();
    let list =
        |name: &[u8]| [b"barn;tilbud;fase;henvist\n", name, b";trivsel;visitation;1-8-2026\n"].concat();
    let path = place.write("list.csv", list(b"S\x9Bren B\x91k"));
    insta::assert_snapshot!(place.refused(&["import", "cases", arg(&path)]), @"
    The file is not UTF-8, and which encoding it is in can't be told. Choose the one whose letters are right.
    --encoding windows-1252: “S›ren B‘k;trivsel;visitation;1-8-2026”.
    --encoding macintosh: “Sõren Bëk;trivsel;visitation;1-8-2026”.
    --encoding cp850: “Søren Bæk;trivsel;visitation;1-8-2026”.
    1 problem. Nothing is imported.
    ");
    place.done(&["import", "cases", "--encoding", "CP850", arg(&path)]);
    assert!(place.done(&["export"]).contains("Søren Bæk"));
    let path = place.write("list.csv", list(b"Eva S\xF8rensen"));
    assert_eq!(
        place.done(&["import", "cases", arg(&path)]),
        "The file is read in the encoding windows-1252.\n1 case is imported.\n"
    );
    let path = place.write("list.csv", list("Eva S\u{c3}\u{b8}rensen".as_bytes()));
    assert!(place.refused(&["import", "cases", arg(&path)]).contains("spoilt before it came here"));
}

#[test]
fn the_visible_sheet_is_read_and_named() {
    let place = Place::new();
    let mut book = Workbook::new();
    for (name, child) in [("2025", "Gammel Elev"), ("2026", "Vera Prøve")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (at, (head, cell)) in (0..).zip([
            ("Barn", child),
            ("Tilbud", "trivsel"),
            ("Fase", "visitation"),
            ("Henvist", "1-8-2026"),
        ]) {
            sheet.write(2, at, head).unwrap();
            sheet.write(3, at, cell).unwrap();
        }
        sheet.write(0, 0, "Elevliste").unwrap();
    }
    book.worksheet_from_index(0).unwrap().set_hidden(true);
    book.worksheet_from_index(1).unwrap().set_active(true);
    let path = place.path("list.xlsx");
    book.save(&path).unwrap();
    assert_eq!(
        place.done(&["import", "cases", arg(&path)]),
        "The sheet “2026” is read. Hidden sheets are not: 2025.\n\
         Line 1 stands above the headings and is not read: “Elevliste”.\n\
         1 case is imported.\n"
    );
    let house = place.done(&["export"]);
    assert!(house.contains("Vera Prøve") && !house.contains("Gammel Elev"));
    let told = place.refused(&["import", "cases", "--sheet", "2027", arg(&path)]);
    assert!(
        told.starts_with("The workbook does not have that sheet. Name one of them with --sheet: 2025, 2026.")
    );
}

#[test]
fn a_sheet_of_a_text_file_is_wrong_usage() {
    let place = Place::new();
    let path = place.write("list.csv", "Barn;Tilbud\n");
    for list in ["cases", "attendance", "talks"] {
        let mut command = place.bare();
        command.args(["--lang", "da", "--house", arg(&place.house()), "import", list]);
        let ended = ended(command.args(["--sheet", "Ark1", arg(&path)]));
        let said = "--sheet er til regneark, og filen er ikke et. Udelad det.\n";
        assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (2, "", said), "{list}");
    }
}

#[test]
fn an_encoding_of_a_workbook_is_wrong_usage() {
    let place = Place::new();
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Barn").unwrap();
    let path = place.path("list.xlsx");
    book.save(&path).unwrap();
    for list in ["cases", "attendance", "talks"] {
        for (lang, said) in [
            ("da", "--encoding er til tekstfiler, og filen er et regneark. Udelad det.\n"),
            ("en", "--encoding is for text files, and the file is a workbook. Leave it out.\n"),
        ] {
            let mut command = place.bare();
            command.args(["--lang", lang, "--house", arg(&place.house()), "import", list]);
            let ended = ended(command.args(["--encoding", "cp850", arg(&path)]));
            assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (2, "", said), "{list}");
        }
    }
}

#[test]
fn a_name_that_nearly_matches_a_child_gets_a_suggestion() {
    let place = Place::new();
    place.done(&["import", "cases", &example("cases.csv")]);
    let list = place.write("days.csv", "barn;dato;formiddag\nÅse Sørnsen;19-11-2026;T\n");
    let told = place.refused(&["import", "attendance", arg(&list)]);
    assert!(told.contains("or import the cases first. Did you mean “Åse Sørensen”?"), "{told}");
}

#[test]
fn the_help_of_lists_is_in_the_requested_language() {
    let place = Place::empty();
    for list in ["cases", "attendance", "talks"] {
        let of = |lang| ended(place.bare().args(["--lang", lang, "import", list, "--help"])).out;
        let (danish, english) = (of("da"), of("en"));
        assert!(
            danish.contains("Overskrifter (dansk | engelsk") && danish.contains("Tegnsættet"),
            "{danish}"
        );
        assert!(english.contains("Headings (Danish | English"), "{english}");
    }
}

#[test]
fn hostile_text_never_reaches_the_terminal() {
    let place = Place::new();
    let list = place.write(
        "list.csv",
        "barn;tilbud;fase;henvist;\u{1b}]0;x\u{7}\nA\u{1b}[2J;trivsel;visitation;1-8-2026;\n",
    );
    place.refused(&["import", "cases", arg(&list)]);
    let list = place.write(
        "list.csv",
        "barn;tilbud;fase;henvist\nA\u{1b}[2J;tri\u{9b}vsel;visi\0tation;\u{202e}1-8-2026\n",
    );
    place.refused(&["import", "cases", arg(&list)]);
}
