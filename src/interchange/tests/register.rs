//! Tests of registers with a column for each day: how the days may be written, and where a wrong cell is.

use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook, Worksheet};
use trivsel_domain::decide::{Column, ImportedDay, Reason, Refusal, RowReason};
use trivsel_domain::record::Origin;
use trivsel_domain::value::{Mark, SchoolYear, TimeOfDay};

use super::super::*;
use super::{day, days, notes, said};

/// The days of November 2026, as child, day of the month, first and second mark.
fn marks(sheet: &Sheet<ImportedDay>) -> Vec<(&str, NaiveDate, Option<Mark>, Option<Mark>)> {
    sheet.rows.iter().map(|row| (row.name.as_str(), row.date, row.first, row.second)).collect()
}

fn in_year(bytes: &[u8], year: i32) -> Sheet<ImportedDay> {
    let told = Told { year: Some(SchoolYear::from_starting(year)), ..Told::default() };
    read_days(bytes, &told, day(2026, 11, 20))
}

#[test]
fn a_column_for_each_day() {
    let list = "Fremmøde uge 47\n\nBarn;16-11-2026;17.11.2026;18/11-26\nVera Prøve;T;s;\nSøren Ægård Åse;;F 8.55;U\n";
    let sheet = days(list.as_bytes());
    assert_eq!(said(&sheet), [""; 0]);
    let late = Mark::Late { at: TimeOfDay::new(8, 55).unwrap() };
    assert_eq!(
        marks(&sheet),
        [
            ("Vera Prøve", day(2026, 11, 16), Some(Mark::Present), None),
            ("Vera Prøve", day(2026, 11, 17), Some(Mark::Sick), None),
            ("Søren Ægård Åse", day(2026, 11, 17), Some(late), None),
            ("Søren Ægård Åse", day(2026, 11, 18), Some(Mark::Unlawful), None),
        ]
    );
    insta::assert_snapshot!(notes(&sheet).join("\n"), @r"
    Linje 1 står over overskrifterne og er ikke læst: »Fremmøde uge 47«
    3 kolonner er dage: 16.–18. nov 2026
    Registreringerne er læst sådan: T = til stede (1), S = syg (1), F = for sent (1), U = ulovligt (1)
    ");
}

#[test]
fn a_name_may_be_written_with_the_last_name_first() {
    let list = "Navn;1-9-2026;2-9-2026\nÆgård Åse, Søren;T;S\n\"Prøve, Vera Marie\";T;\n";
    let sheet = days(list.as_bytes());
    assert_eq!(said(&sheet), [""; 0]);
    let names: Vec<&str> = sheet.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Søren Ægård Åse", "Søren Ægård Åse", "Vera Marie Prøve"]);
    insta::assert_snapshot!(notes(&sheet).join("\n"), @r"
    2 kolonner er dage: 1.–2. sep 2026
    2 navne er læst med fornavnet først, som »Prøve, Vera Marie« = Vera Marie Prøve
    Registreringerne er læst sådan: T = til stede (2), S = syg (1)
    ");
    for name in ["Prøve, Vera, Marie", "Prøve,", ", Vera", "Prøve, 2", "ૹ,\u{11357}"] {
        let sheet = days(format!("Navn;1-9-2026\n{name};T\n").as_bytes());
        assert!(sheet.rows.iter().all(|row| row.name.as_str() == name), "{name}");
    }
}

#[test]
fn days_without_a_year_ask_for_the_school_year() {
    let list = "Barn;ma 31/8;ti 1/9;17.11\nVera Prøve;T;S;T\n".as_bytes();
    let sheet = days(list);
    insta::assert_snapshot!(said(&sheet).join("\n"), @r"
    Linje 1: dagene fra ma 31/8 til 17.11 har intet årstal. Skriv skoleåret med --school-year 2026/27
    ");
    // Only in one of the last six school years do the weekdays fit.
    let Some(Question::Year { years, first, last }) = &sheet.question else { panic!("{:?}", sheet.question) };
    assert_eq!(
        (years.as_slice(), first.as_str(), last.as_str()),
        (&[SchoolYear::from_starting(2026)][..], "ma 31/8", "17.11")
    );
    let mut told = Told::default();
    assert_eq!(sheet.question.unwrap().answer("1", &mut told), Answer::Taken);
    let sheet = read_days(list, &told, day(2026, 11, 20));
    let dates: Vec<NaiveDate> = sheet.rows.iter().map(|row| row.date).collect();
    assert_eq!(dates, [day(2026, 8, 31), day(2026, 9, 1), day(2026, 11, 17)]);
    insta::assert_snapshot!(said(&in_year(list, 2025)).join("\n"), @r"
    Linje 1, »ma 31/8«: dagen er ikke i skoleåret 2025/26, eller den er en anden ugedag. Ret den, eller skriv et andet med --school-year
    Linje 1, »ti 1/9«: dagen er ikke i skoleåret 2025/26, eller den er en anden ugedag. Ret den, eller skriv et andet med --school-year
    ");
}

#[test]
fn a_long_text_of_a_child_is_not_copied_for_every_day_beyond_what_a_list_holds() {
    let heads: String = (1..=31).map(|day| format!(";{day}-10-2026")).collect();
    let name = "x".repeat(2 << 20);
    let sheet = days(format!("Barn{heads}\n{name}{}\n", ";T".repeat(31)).as_bytes());
    assert_eq!(sheet.problems[0].fault, Fault::TooMuch);
}

#[test]
fn headings_that_are_days() {
    for (heading, date) in [
        ("ma 1/3", day(2027, 3, 1)),
        ("man. 1.3.", day(2027, 3, 1)),
        ("Mandag 1. marts", day(2027, 3, 1)),
        ("1/3", day(2027, 3, 1)),
        ("24-12", day(2026, 12, 24)),
        ("1/8", day(2026, 8, 1)),
        ("31. juli", day(2027, 7, 31)),
        ("mon 1 mar", day(2027, 3, 1)),
    ] {
        let sheet = in_year(format!("Barn;{heading}\nVera;T\n").as_bytes(), 2026);
        assert_eq!(said(&sheet), [""; 0], "{heading}");
        assert_eq!(sheet.rows[0].date, date, "{heading}");
    }
    for heading in ["Uge 36", "uge36", "36", "2026", "Timer", "+3", "i dag", "Lektion 1", "7.b", "Fravær %"]
    {
        let sheet = in_year(format!("Barn;{heading};1/9\nVera;T;T\n").as_bytes(), 2026);
        assert_eq!(sheet.problems[0].fault, Fault::UnknownHeading, "{heading}");
    }
}

/// A workbook register: real dates above, and what is written below.
fn book(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Nov").unwrap();
    let style = Style::new().set_num_format("ddd d/m");
    sheet.write(1, 0, "Elev").unwrap();
    for (at, date) in [(1, 16), (2, 17), (3, 18), (4, 19)] {
        let date = ExcelDateTime::from_ymd(2026, 11, date).unwrap();
        sheet.write_with_format(1, at, &date, &style).unwrap();
    }
    write(sheet);
    book.save_to_buffer().unwrap()
}

#[test]
fn real_dates_and_marks_over_several_days() {
    let bytes = book(|sheet| {
        sheet.write(0, 0, "Fremmøde").unwrap();
        sheet.write(2, 0, "Vera Prøve").unwrap();
        sheet.merge_range(2, 1, 2, 3, "S", &Style::new()).unwrap();
        sheet.write(2, 4, "t").unwrap();
    });
    let sheet = days(&bytes);
    assert_eq!(said(&sheet), [""; 0]);
    let read: Vec<_> = sheet.rows.iter().map(|row| (row.date, row.first)).collect();
    let sick = |date| (day(2026, 11, date), Some(Mark::Sick));
    assert_eq!(read, [sick(16), sick(17), sick(18), (day(2026, 11, 19), Some(Mark::Present))]);
    insta::assert_snapshot!(notes(&sheet).join("\n"), @r"
    Arket »Nov« er læst
    Linje 1 står over overskrifterne og er ikke læst: »Fremmøde«
    4 kolonner er dage: 16.–19. nov 2026
    Registreringerne er læst sådan: S = syg (3), T = til stede (1)
    ");
}

#[test]
fn two_columns_of_a_day_are_its_two_marks() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 1, 0, "Barn", &Style::new()).unwrap();
    for (at, date) in [(1, "ma 16/11"), (3, "ti 17/11")] {
        sheet.merge_range(0, at, 0, at + 1, date, &Style::new()).unwrap();
        sheet.write(1, at, "em").unwrap();
        sheet.write(1, at + 1, "fm").unwrap();
    }
    for (at, cell) in ["Vera Prøve", "s", "t", "", "t"].into_iter().enumerate() {
        sheet.write(2, at as u16, cell).unwrap();
    }
    let sheet = in_year(&book.save_to_buffer().unwrap(), 2026);
    assert_eq!(said(&sheet), [""; 0]);
    assert_eq!(
        marks(&sheet),
        [
            ("Vera Prøve", day(2026, 11, 16), Some(Mark::Present), Some(Mark::Sick)),
            ("Vera Prøve", day(2026, 11, 17), Some(Mark::Present), None),
        ]
    );
}

#[test]
fn a_wrong_cell_is_named_with_sheet_and_address() {
    let bytes = book(|sheet| {
        for (at, cell) in ["Vera Prøve", "T", "?", "F", "T 8.30"].into_iter().enumerate() {
            sheet.write(2, at as u16, cell).unwrap();
        }
        sheet.write(3, 1, "T").unwrap();
        sheet.write_formula(4, 2, "=1/0").unwrap().set_formula_result(4, 2, "#DIV/0!");
        sheet.write(4, 0, "Noah Prøve").unwrap();
    });
    insta::assert_snapshot!(said(&days(&bytes)).join("\n"), @r#"
    Ark »Nov«, celle C3, »2026-11-17«, »?«: ikke en registrering. Skriv T, F 8.55, D 8.30-10, S, L, U eller H, eller ordet, eller hvad det betyder med --mark "X=syg"
    Ark »Nov«, celle D3, »2026-11-18«, »F«: for sent skal have et klokkeslæt: F 8.55
    Ark »Nov«, celle E3, »2026-11-19«, »T 8.30«: ikke en registrering. Skriv T, F 8.55, D 8.30-10, S, L, U eller H, eller ordet, eller hvad det betyder med --mark "X=syg"
    Ark »Nov«, celle A4, »Elev«: feltet er tomt og skal udfyldes
    Ark »Nov«, celle C5, »2026-11-17«, »#DIV/0!«: cellen viser en fejl. Ret formlen i regnearket
    "#);
}

#[test]
fn what_the_rules_refuse_is_named_by_its_cell_too() {
    let bytes = book(|sheet| {
        for line in [2, 3] {
            for (at, cell) in ["Vera Prøve", "T", "T", "T", "T"].into_iter().enumerate() {
                sheet.write(line, at as u16, cell).unwrap();
            }
        }
    });
    let sheet = days(&bytes);
    assert_eq!(said(&sheet), [""; 0]);
    let row = |line, column, why| Reason::InRow { line, column, why };
    let reasons = vec![
        row(1, Column::Child, RowReason::Unknown),
        row(2, Column::Child, RowReason::Unknown),
        row(3, Column::Row, RowReason::OnRecord),
        row(5, Column::Row, RowReason::Repeats { line: 1 }),
        row(6, Column::Date, RowReason::OutOfOrder),
    ];
    let refusal = Refusal::unless_empty(reasons).unwrap_err();
    let problems = sheet.problems_with(Some(&refusal), &[]);
    let words = trivsel_words::Words::new(trivsel_words::Lang::Da);
    let told: Vec<String> = problems.iter().map(|p| sentence(&words, &[], p)).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    Ark »Nov«, celle A3, »Elev«, »Vera Prøve«: barnet findes ikke her. Ret navn eller fødselsdato, eller importér sagerne først
    Ark »Nov«, celle D3, »2026-11-18«: det står her allerede, og anderledes. Ret det i programmet, eller slet linjen
    Ark »Nov«, celle B4, »2026-11-16«: samme barn og dag står på linje 3. Slet den ene
    Ark »Nov«, celle C4, »2026-11-17«: datoen passer ikke med de andre datoer på linjen eller med dags dato. Ret den
    ");
}

#[test]
fn a_list_is_of_the_register_that_the_user_says() {
    let list = "Barn;Dato;Formiddag\nVera Prøve;4-5-2026;T\n".as_bytes();
    let told = |source| Told { source, ..Told::default() };
    let read = |told: &Told| read_days(list, told, day(2026, 11, 20));
    let one = |sheet: &Sheet<ImportedDay>| {
        let row = &sheet.rows[0];
        (row.origin, row.register.as_ref().map(|name| name.as_str().to_owned()))
    };
    assert_eq!(one(&read(&told(None))), (Origin::Own, None));
    for (said, origin, name) in [
        ("egen", Origin::Own, None),
        ("own", Origin::Own, None),
        ("Vores eget", Origin::Own, None),
        ("our own", Origin::Own, None),
        ("afgivende skole", Origin::SendingSchool, None),
        ("Ærø Skole", Origin::SendingSchool, Some("Ærø Skole".to_owned())),
        (" A\u{30a}skolen ", Origin::SendingSchool, Some("Åskolen".to_owned())),
    ] {
        let source = Source::read(said);
        assert!(source.is_some(), "{said}");
        assert_eq!(one(&read(&told(source))), (origin, name), "{said}");
        let mut answers = Told::default();
        assert_eq!(Question::Source.answer(said, &mut answers), Answer::Taken, "{said}");
        assert_eq!(one(&read(&answers)).0, origin, "{said}");
    }
    let mut answers = Told::default();
    assert_eq!(Question::Source.answer("2", &mut answers), Answer::NotAnOption);
    assert_eq!(Question::Source.answer("", &mut answers), Answer::GivenUp);
    assert_eq!(Question::Source.answer("1", &mut answers), Answer::Taken);
    assert_eq!(answers.source, Some(Source::Own));
    let named = read(&told(Source::read("Ærø Skole")));
    insta::assert_snapshot!(notes(&named).join("\n"), @r"
    Én dag er fra registret på Ærø Skole og holdes for sig
    ");
    // A row that says it is the house's own stays so.
    let list = "Barn;Dato;Formiddag;Kilde\nVera;4-5-2026;T;egen\nMia;4-5-2026;T;afgivende skole\n";
    let sheet = read_days(list.as_bytes(), &told(Source::read("Ærø Skole")), day(2026, 11, 20));
    let named: Vec<bool> = sheet.rows.iter().map(|row| row.register.is_some()).collect();
    assert_eq!(named, [false, true]);
}
