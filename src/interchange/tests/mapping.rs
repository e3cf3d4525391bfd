//! Tests of questions about a list, of their answers, and of profiles.

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use trivsel_domain::decide::{Column, ImportedCase, ImportedDay};
use trivsel_domain::record::Child;
use trivsel_domain::value::{ChildId, Mark, PersonName, Stage};
use trivsel_words::{Lang, Words};

use super::super::*;
use super::{cases, cases_as_told, day, days, notes, said};

/// Answers the questions of a list in turn, and returns them as they were put.
fn answer<T>(read: impl Fn(&Told) -> Sheet<T>, answers: &[&str]) -> (Sheet<T>, Told, String) {
    let (mut told, mut put) = (Told::default(), Vec::new());
    let mut sheet = read(&told);
    for answer in answers {
        let question = sheet.question.take().expect("a question");
        put.extend(question_lines(&Words::new(Lang::Da), &question));
        put.push(format!("> {answer:?}"));
        assert_eq!(question.answer(answer, &mut told), Answer::Taken, "{question:?}");
        sheet = read(&told);
    }
    (sheet, told, put.join("\n"))
}

const FOREIGN: &str = "Elevnavn;Fødsel;Status;Startdato;Allergi;\n\
    Søren Ægård Åse;4-3-2013;Visitation;1-8-2026;;a\n\
    Mia Prøve;5-3-2013;Venteliste;2-8-2026;nødder;\n";

#[test]
fn columns_that_no_heading_settles_are_asked() {
    let read = |told: &Told| {
        cases_as_told(
            FOREIGN
                .replace("Status", "Tilbud;Status")
                .replace(";Visitation", ";trivsel;Visitation")
                .replace(";Venteliste", ";trivsel;Venteliste")
                .as_bytes(),
            told,
        )
    };
    let (sheet, told, put) = answer(read, &["1", "2", "2", "1", "", ""]);
    insta::assert_snapshot!(put, @r#"
    Hvilken kolonne er »barn«?
       1  Elevnavn   Søren Ægård Åse, Mia Prøve
       2  Fødsel     4-3-2013, 5-3-2013
       3  Status     Visitation, Venteliste
       4  Startdato  1-8-2026, 2-8-2026
       5  Allergi    nødder
       6  kolonne G  a
    > "1"
    Hvilken kolonne er »trin«?
       1  Fødsel     4-3-2013, 5-3-2013
       2  Status     Visitation, Venteliste
       3  Startdato  1-8-2026, 2-8-2026
       4  Allergi    nødder
       5  kolonne G  a
    > "2"
    Hvilken kolonne er »henvist«?
       1  Fødsel     4-3-2013, 5-3-2013
       2  Startdato  1-8-2026, 2-8-2026
       3  Allergi    nødder
       4  kolonne G  a
    > "2"
    Kolonnen »Fødsel« kendes ikke (4-3-2013, 5-3-2013). Hvad er den?
       1 født · 2 klasse · 3 skoleår · 4 skole · 5 visiteret · 6 kontakt
       7 anden kontakt · 8 forventet afslutning · 9 afsluttet · 10 udfald
       11 prioritet · 12 seneste kontakt · 13 mandag · 14 tirsdag · 15 onsdag
       16 torsdag · 17 fredag
    > "1"
    Kolonnen »Allergi« kendes ikke (nødder). Hvad er den?
       1 klasse · 2 skoleår · 3 skole · 4 visiteret · 5 kontakt · 6 anden kontakt
       7 forventet afslutning · 8 afsluttet · 9 udfald · 10 prioritet
       11 seneste kontakt · 12 mandag · 13 tirsdag · 14 onsdag · 15 torsdag
       16 fredag
    > ""
    Kolonne G har ingen overskrift, eller en, der står to gange (a). Hvad er den?
       1 klasse · 2 skoleår · 3 skole · 4 visiteret · 5 kontakt · 6 anden kontakt
       7 forventet afslutning · 8 afsluttet · 9 udfald · 10 prioritet
       11 seneste kontakt · 12 mandag · 13 tirsdag · 14 onsdag · 15 torsdag
       16 fredag
    > ""
    "#);
    assert_eq!((said(&sheet), &sheet.question), (vec![], &None));
    let rows: Vec<(&str, _, Stage, _)> =
        sheet.rows.iter().map(|row| (row.name.as_str(), row.born, row.stage, row.referred)).collect();
    assert_eq!(
        rows,
        [
            ("Søren Ægård Åse", Some(day(2013, 3, 4)), Stage::Referral, day(2026, 8, 1)),
            ("Mia Prøve", Some(day(2013, 3, 5)), Stage::Waiting, day(2026, 8, 2)),
        ]
    );
    assert_eq!(told.mapping.words().count(), 6);
}

#[test]
fn without_answers_every_open_column_is_named_with_how_to_say_it() {
    insta::assert_snapshot!(said(&cases(FOREIGN.as_bytes())).join("\n"), @r#"
    Linje 1, »Elevnavn«: overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column "Elevnavn=…", med - hvis den ikke skal læses
    Linje 1, »Fødsel«: overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column "Fødsel=…", med - hvis den ikke skal læses
    Linje 1, »Status«: overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column "Status=…", med - hvis den ikke skal læses
    Linje 1, »Startdato«: overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column "Startdato=…", med - hvis den ikke skal læses
    Linje 1, »Allergi«: overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column "Allergi=…", med - hvis den ikke skal læses
    Linje 1, »barn«: kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…=barn"
    Linje 1, »trin«: kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…=trin"
    Linje 1, »henvist«: kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…=henvist"
    "#);
}

#[test]
fn an_answer_that_is_no_option_is_put_again_and_an_empty_one_stops() {
    let question = cases(FOREIGN.as_bytes()).question.unwrap();
    let mut told = Told::default();
    for typed in ["0", "99", "Elevnavn", "-1", "1.5"] {
        assert_eq!(question.answer(typed, &mut told), Answer::NotAnOption, "{typed}");
    }
    assert_eq!(question.answer(" ", &mut told), Answer::GivenUp);
    assert!(told.mapping.is_empty());
}

#[test]
fn a_column_without_a_heading_can_be_the_child() {
    let list = ";16-11-2026;17-11-2026;18-11-2026\nVera Prøve;T;S;T\n";
    let read = |told: &Told| read_days(list.as_bytes(), told, day(2026, 11, 20));
    let (sheet, _, put) = answer(read, &["1"]);
    insta::assert_snapshot!(put, @r#"
    Hvilken kolonne er »barn«?
       1  kolonne A  Vera Prøve
    > "1"
    "#);
    assert_eq!((said(&sheet), sheet.rows.len()), (vec![], 3));
}

const SIGNS: &str = "Barn;Klasse;16-11-2026;17-11-2026;18-11-2026;19-11-2026\n\
    Vera Prøve;7.b;/;/;x;F\n\
    Mia Prøve;7.a;/;X;-;S\n";

fn signs(told: &Told) -> Sheet<ImportedDay> {
    read_days(SIGNS.as_bytes(), told, day(2026, 11, 20))
}

#[test]
fn marks_of_their_own_are_asked() {
    let (sheet, _, put) = answer(signs, &["", "1", "4", "7", "5"]);
    insta::assert_snapshot!(put, @r#"
    Kolonnen »Klasse« kendes ikke (7.b, 7.a). Hvad er den?
       1 født · 2 kilde
    > ""
    Hvad betyder »/«? Det står i 3 celler.
       1 til stede · 2 syg · 3 ekstraordinær fri · 4 ulovligt · 5 mødt hjemme/ude
       6 ikke planlagt · 7 ikke registreret
    > "1"
    Hvad betyder »x«? Det står i 2 celler.
       1 til stede · 2 syg · 3 ekstraordinær fri · 4 ulovligt · 5 mødt hjemme/ude
       6 ikke planlagt · 7 ikke registreret
    > "4"
    Hvad betyder »F«? Det står i én celle.
       1 til stede · 2 syg · 3 ekstraordinær fri · 4 ulovligt · 5 mødt hjemme/ude
       6 ikke planlagt · 7 ikke registreret
    > "7"
    Hvad betyder »-«? Det står i én celle.
       1 til stede · 2 syg · 3 ekstraordinær fri · 4 ulovligt · 5 mødt hjemme/ude
       6 ikke planlagt · 7 ikke registreret
    > "5"
    "#);
    assert_eq!((said(&sheet), &sheet.question), (vec![], &None));
    let read: Vec<Option<Mark>> = sheet.rows.iter().map(|row| row.first).collect();
    let [here, unlawful, elsewhere, sick] =
        [Mark::Present, Mark::Unlawful, Mark::Elsewhere, Mark::Sick].map(Some);
    assert_eq!(read, [here, here, unlawful, here, unlawful, elsewhere, sick]);
    insta::assert_snapshot!(notes(&sheet).join("\n"), @r"
    4 kolonner er dage: 16.–19. nov 2026
    Registreringerne er læst sådan: / = til stede (3), X = ulovligt (2), F = ikke registreret (1), - = mødt hjemme/ude (1), S = syg (1)
    ");
}

#[test]
fn a_mark_that_other_cells_read_correctly_is_not_asked() {
    for (list, wrong) in [
        ("Barn;16-11-2026;17-11-2026;18-11-2026\nVera;T;t;T 8.30\n", Fault::NotA(Expected::Mark)),
        ("Barn;16-11-2026;17-11-2026;18-11-2026\nVera;F 8.55;T;F\n", Fault::NotA(Expected::LateTime)),
    ] {
        let sheet = days(list.as_bytes());
        assert_eq!(sheet.question, None, "{list}");
        let problems: Vec<_> = sheet.problems.iter().map(|p| (p.line, p.at, &p.fault)).collect();
        assert_eq!(problems, [(Some(2), Some(3), &wrong)], "{list}");
        assert_eq!(sheet.rows.len(), 2, "{list}");
    }
}

#[test]
fn the_last_word_about_a_column_or_a_mark_counts_however_it_is_spelt() {
    let told = |say: &dyn Fn(&mut Mapping)| {
        let mut told = Told::default();
        say(&mut told.mapping);
        told
    };
    let late = told(&|mapping| mapping.set_mark("X", MarkMeaning::read("late").unwrap()));
    let read = |told: &Told| read_days("Barn;16-11-2026\nVera Prøve;x\n".as_bytes(), told, day(2026, 11, 20));
    let mut told_again = late.clone();
    let question = read(&late).question.unwrap();
    assert_eq!(question.answer("2", &mut told_again), Answer::Taken);
    let sheet = read(&told_again);
    assert_eq!((said(&sheet), &sheet.question, sheet.rows[0].first), (vec![], &None, Some(Mark::Sick)));

    let stage = told(&|mapping| {
        mapping.set_column("STATUS", ColumnMeaning::read("stage", ListKind::Cases).unwrap());
    });
    let list = "Barn;Tilbud;Fase;Status;Henvist\nVera Prøve;trivsel;Visitation;x;1-8-2026\n";
    let mut told_again = stage.clone();
    let question = cases_as_told(list.as_bytes(), &stage).question.unwrap();
    assert_eq!(question.answer("", &mut told_again), Answer::Taken);
    let sheet = cases_as_told(list.as_bytes(), &told_again);
    assert_eq!((said(&sheet), &sheet.question, sheet.rows[0].stage), (vec![], &None, Stage::Referral));
    assert_eq!(sheet.profile().mapping.words().collect::<Vec<_>>(), ["Status"]);
}

#[test]
fn a_profile_answers_for_the_next_list_with_the_same_headings() {
    let (sheet, ..) = answer(signs, &["", "1", "4", "7", "5"]);
    let profile = sheet.profile();
    assert_eq!(profile.headings, ["Barn", "Klasse"]);
    let named = NamedProfile { name: "skolens".to_owned(), profile };
    let told = Told { profiles: vec![named.clone()], ..Told::default() };
    // Another month, in another order.
    let next = |heads: &str, told: &Told| {
        read_days(
            format!("Skolen\n{heads};Barn;2-11-2026\n7.b;Vera Prøve;/\n").as_bytes(),
            told,
            day(2026, 11, 20),
        )
    };
    let sheet = next("KLASSE", &told);
    assert_eq!((said(&sheet), sheet.rows[0].first), (vec![], Some(Mark::Present)));
    assert!(notes(&sheet).iter().any(|note| note.contains("»skolens«")), "{:?}", notes(&sheet));
    // Other headings are another list, unless the profile is named.
    let sheet = next("Hold", &told);
    assert_eq!(sheet.problems[0].fault, Fault::UnknownHeading);
    let told = Told { asked: Some(named), ..Told::default() };
    assert_eq!(next("klasse ", &told).problems, []);
    // What the user says now counts before the profile.
    let mut told = told;
    told.mapping.set_mark("/", MarkMeaning::read("syg").unwrap());
    assert_eq!(next("Klasse", &told).rows[0].first, Some(Mark::Sick));
}

#[test]
fn no_name_of_a_child_is_remembered() {
    let child = |name| Child::new(ChildId::from_u128(1), PersonName::new(name).unwrap(), None, None, vec![]);
    let children = [child("Søren Ægård Åse"), child("Mia Prøve")];
    let mut profile = signs(&Told::default()).profile();
    profile.headings.extend(["Søren", "mia prøves", "Åses mor", "MIA PRØVE"].map(str::to_owned));
    for name in ["Mia", "Soeren Aegaard", "Til Mia", "Klasse"] {
        profile.mapping.set_column(name, ColumnMeaning(None));
    }
    profile.mapping.set_mark("Åse", MarkMeaning(None));
    profile.forget_names(&children);
    assert_eq!(profile.headings, ["Barn", "Klasse"]);
    assert_eq!(profile.mapping.words().collect::<Vec<_>>(), ["Klasse"]);
}

#[test]
fn what_is_said_in_options_is_understood_in_both_languages() {
    for (text, column) in [("fase", Column::Stage), ("stage", Column::Stage), ("Født", Column::Born)] {
        let meaning = ColumnMeaning::read(text, ListKind::Cases);
        assert_eq!(meaning, Some(ColumnMeaning(Some(Heading::Of(column)))), "{text}");
    }
    for lang in [Lang::Da, Lang::En] {
        let words = Words::new(lang);
        for list in [ListKind::Cases, ListKind::Attendance, ListKind::Talks] {
            for heading in list.headings() {
                let word = meaning_word(&words, *heading);
                assert_eq!(list.heading(word), Some(*heading), "{word}");
            }
        }
    }
    assert_eq!(ColumnMeaning::read("-", ListKind::Cases), Some(ColumnMeaning(None)));
    assert_eq!(ColumnMeaning::read("dato", ListKind::Cases), None);
    assert_eq!(MarkMeaning::read("til stede"), MarkMeaning::read("present"));
    assert_eq!(MarkMeaning::read("hvad som helst"), None);
}

/// A grid of cells that are often headings, days, names or marks.
fn grid() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof![
        Just(String::new()),
        prop::sample::select(vec![
            "Barn",
            "barn",
            "Født",
            "Dato",
            "Formiddag",
            "Fase",
            "Henvist",
            "Fremmøde",
            "Type",
            "Uge 36",
            "1/9",
            "ma 1/9",
            "16-11-2026",
            "29/2",
            "31.2.2026",
            "T",
            "s",
            "/",
            "-",
            "F 8.55",
            "D 25-99",
            "Vera",
            "@A",
            "=",
            "fm",
            "em",
            "ti",
            "4-3-2013",
            "AB",
            "%",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
    ];
    prop::collection::vec(prop::collection::vec(cell, 0..6), 0..7)
}

/// Answers with the same number until nothing is asked, the list is refused, or a person would have gone.
fn ends<T>(read: impl Fn(&Told) -> Sheet<T>, typed: &str) -> Sheet<T> {
    let mut told = Told::default();
    for _ in 0..60 {
        let mut sheet = read(&told);
        let Some(question) = sheet.question.take() else { return sheet };
        if question.answer(typed, &mut told) != Answer::Taken
            && question.answer("1", &mut told) != Answer::Taken
        {
            return sheet;
        }
    }
    panic!("the questions never end");
}

#[test]
fn marks_that_register_nothing_are_noted() {
    let list = "1/9/2026;Formiddag\nma 1/9;º\n";
    let read: Sheet<ImportedDay> = ends(|told| read_days(list.as_bytes(), told, day(2026, 11, 20)), "1");
    assert_eq!((said(&read).len(), read.rows.len()), (0, 0));
    assert!(notes(&read).iter().any(|note| note.contains("ikke registreret")), "{:?}", notes(&read));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_grid_ends_in_rows_or_in_a_refusal(
        grid in grid(),
        merged in prop::collection::vec((0..6u32, 0..5u16, 0..3u32, 0..3u16), 0..3),
        typed in prop::sample::select(vec!["", "1", "2", "9"]),
    ) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (line, column, down, right) in merged {
            // Cells that are merged already are refused.
            let _ = sheet.merge_range(line, column, line + down, column + right, "", &rust_xlsxwriter::Format::new());
        }
        for (line, row) in grid.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                sheet.write(line as u32, column as u16, cell).unwrap();
            }
        }
        let bytes = book.save_to_buffer().unwrap();
        let read: Sheet<ImportedDay> = ends(|told| read_days(&bytes, told, day(2026, 11, 20)), typed);
        // Nothing is read without a word: where each mark registers nothing, a note says how they were read.
        prop_assert!(!read.problems.is_empty() || !read.rows.is_empty() || !read.notes.is_empty());
        for text in said(&read).into_iter().chain(notes(&read)) {
            prop_assert!(!text.chars().any(char::is_control), "{text:?}");
        }
        let _: Sheet<ImportedCase> = ends(|told| cases_as_told(&bytes, told), typed);
        let _ = ends(|told| super::talks_of(&bytes, told), typed);
        let _ = days(&bytes);
    }
}
