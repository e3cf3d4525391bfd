//! Tests of registers whose days are numbers: where the month is found, and what is asked when it is not.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook, Worksheet};
use trivsel_domain::decide::ImportedDay;
use trivsel_domain::value::{Mark, MarkKind, SchoolYear};

use super::super::*;
use super::{day, days, notes, said};

/// The headings of a month: the corner, and its days from 1.
fn numbers(corner: &str, last: u32) -> String {
    let days: Vec<String> = (1..=last).map(|day| day.to_string()).collect();
    format!("{corner};{}\n", days.join(";"))
}

/// A child's row with marks on some days.
fn row(name: &str, marks: &[(u32, &str)]) -> String {
    let mark = |day: u32| marks.iter().find(|(at, _)| *at == day).map_or("", |(_, mark)| mark);
    let cells: Vec<&str> = (1..=31).map(mark).collect();
    format!("{name};{}\n", cells.join(";"))
}

/// The rows that were read, as child, date and kind of mark.
fn read(sheet: &Sheet<ImportedDay>) -> Vec<(&str, NaiveDate, Option<MarkKind>)> {
    sheet.rows.iter().map(|row| (row.name.as_str(), row.date, row.first.map(Mark::kind))).collect()
}

fn told(list: &str, told: &Told) -> Sheet<ImportedDay> {
    read_days(list.as_bytes(), told, day(2026, 11, 20))
}

fn in_words(question: &Question) -> String {
    question_lines(&trivsel_words::Words::new(trivsel_words::Lang::Da), question).join("\n")
}

#[test]
fn the_month_of_a_title() {
    let list = format!(
        "Fravær aug. 2026\n\n{}{}{}",
        numbers("Navn", 31),
        row("Vera Prøve", &[(10, "T"), (31, "s")]),
        row("Søren Ægård Åse", &[(12, "U")])
    );
    let sheet = days(list.as_bytes());
    assert_eq!(said(&sheet), [""; 0]);
    assert_eq!(
        read(&sheet),
        [
            ("Vera Prøve", day(2026, 8, 10), Some(MarkKind::Present)),
            ("Vera Prøve", day(2026, 8, 31), Some(MarkKind::Sick)),
            ("Søren Ægård Åse", day(2026, 8, 12), Some(MarkKind::Unlawful)),
        ]
    );
    insta::assert_snapshot!(notes(&sheet).join("\n"), @r"
    Måneden står i A1: »Fravær aug. 2026«
    31 kolonner er dage: 1.–31. aug 2026
    Registreringerne er læst sådan: T = til stede (1), S = syg (1), U = ulovligt (1)
    ");
}

#[test]
fn where_a_month_may_stand_and_how_its_days_may_be_written() {
    let child = "Vera Prøve;T;S;T;T\n";
    for above in [
        "August 2026\nNavn;3;4;5;6\n",
        "Lindeskolen\n;08-2026\nNavn;3;4;5;6\n",
        "Måned:;August;År:;2026\nNavn;03;04;05;06\n",
        "Skoleår 2026/27\nAugust\nNavn;3.;4.;5.;6.\n",
        "Periode 1.8.2026–31.8.2026\nNavn;ma 3;ti 4;on 5;to 6\n",
        "August 2026\nNavn;Man. 3.;Tirs 4.;Ons 5.;Tors 6.\n",
        "August 2026\nNavn;ma;ti;on;to\n;3;4;5;6\n",
        "August 2026\nNavn;3;4;5;6\n;ma;ti;on;to\n",
        "August 2026\n;m;t;o;t\nNavn;3;4;5;6\n",
        "August 2026\nNavn;3;4;5;6\n;M;T;O;T\n",
        "August 2026\nNavn;3/8;4/8;5/8;6/8\n",
        "Fravær 2026\nNavn;3/8;4/8;5/8;6/8\n",
        "Navn;Født;August 2026\n;;3;4;5;6\n",
    ] {
        let child = if above.contains("Født") { "Vera Prøve;4-3-2013;T;S;T;T\n" } else { child };
        let sheet = days(format!("{above}{child}").as_bytes());
        assert_eq!(said(&sheet), [""; 0], "{above}");
        let dates: Vec<NaiveDate> = sheet.rows.iter().map(|row| row.date).collect();
        assert_eq!(dates, [3, 4, 5, 6].map(|date| day(2026, 8, date)), "{above}");
    }
}

#[test]
fn a_month_in_the_corner_leaves_the_names_to_a_question_that_is_remembered() {
    let list = |corner: &str, last| format!("{}{}", numbers(corner, last), row("Vera Prøve", &[(10, "T")]));
    let sheet = days(list("August 2026", 31).as_bytes());
    let question = sheet.question.clone().unwrap();
    insta::assert_snapshot!(in_words(&question), @r"
    Hvilken kolonne er »barn«?
       1  kolonne A  Vera Prøve
    ");
    let mut first = Told::default();
    assert_eq!(question.answer("1", &mut first), Answer::Taken);
    let sheet = told(&list("August 2026", 31), &first);
    assert_eq!(read(&sheet), [("Vera Prøve", day(2026, 8, 10), Some(MarkKind::Present))]);
    // The next month has other headings, and is the same list.
    let named = NamedProfile { name: "fravær".to_owned(), profile: sheet.profile() };
    let sheet = told(&list("September 2026", 30), &Told { profiles: vec![named], ..Told::default() });
    assert_eq!(said(&sheet), [""; 0]);
    assert_eq!(read(&sheet), [("Vera Prøve", day(2026, 9, 10), Some(MarkKind::Present))]);
    insta::assert_snapshot!(notes(&sheet).join("\n"), @r"
    Listen er læst med profilen »fravær«
    Måneden står i A1: »September 2026«
    30 kolonner er dage: 1.–30. sep 2026
    Registreringerne er læst sådan: T = til stede (1)
    ");
}

#[test]
fn a_month_that_is_not_said_is_asked_about() {
    let list = format!("Lindeskolen\n{}{}", numbers("Navn", 31), row("Vera Prøve", &[(10, "T")]));
    let sheet = days(list.as_bytes());
    insta::assert_snapshot!(said(&sheet).join("\n"), @r#"
    Linje 2: det står ingen steder, hvilken måned dagene 1–31 er i. Skriv den over dagene, eller giv den med --month "aug 2026"
    "#);
    let question = sheet.question.unwrap();
    insta::assert_snapshot!(in_words(&question), @r"
    Hvilken måned er dagene 1–31 i?
    ");
    let mut answers = Told::default();
    for wrong in ["1", "8", "i dag", "13-2026", "aug og sep 2026"] {
        assert_eq!(question.answer(wrong, &mut answers), Answer::NotAnOption, "{wrong}");
    }
    assert_eq!(question.answer(" ", &mut answers), Answer::GivenUp);
    for month in ["aug 2026", "8-2026", "August 2026"] {
        let mut answers = Told::default();
        assert_eq!(question.answer(month, &mut answers), Answer::Taken, "{month}");
        let sheet = told(&list, &answers);
        assert_eq!(read(&sheet), [("Vera Prøve", day(2026, 8, 10), Some(MarkKind::Present))], "{month}");
        // A month is of one list only.
        assert!(sheet.profile().mapping.is_empty(), "{month}");
    }
    assert_eq!(question.answer("august", &mut answers), Answer::Taken);
    let sheet = told(&list, &answers);
    let Some(Question::Year { years, first, last }) = sheet.question else { panic!("{:?}", sheet.question) };
    assert_eq!((first.as_str(), last.as_str(), years[0]), ("1/8", "31/8", SchoolYear::from_starting(2026)));
    let option = Told { month: month("8-2026", day(2026, 11, 20)), ..Told::default() };
    assert_eq!(told(&list, &option).rows[0].date, day(2026, 8, 10));
}

#[test]
fn of_two_places_that_name_different_months_the_chosen_one_is_remembered() {
    let list = |title: &str, copied: &str| {
        format!("{title};;{copied}\n{}{}", numbers("Navn", 28), row("Vera Prøve", &[(10, "T")]))
    };
    let august = list("August 2026", "Skabelon fra maj 2024");
    let sheet = days(august.as_bytes());
    insta::assert_snapshot!(said(&sheet).join("\n"), @r#"
    Linje 2: det kan ikke ses, hvilken måned dagene 1–28 er i: A1: »August 2026«, C1: »Skabelon fra maj 2024«. Giv den med --month "aug 2026"
    "#);
    let question = sheet.question.unwrap();
    insta::assert_snapshot!(in_words(&question), @r"
    Hvilken måned er dagene 1–28 i?
       1  A1: »August 2026«
       2  C1: »Skabelon fra maj 2024«
    ");
    let mut answers = Told::default();
    assert_eq!(question.answer("1", &mut answers), Answer::Taken);
    let profile = told(&august, &answers).profile();
    let kept = serde_json::to_string(&profile).unwrap();
    insta::assert_snapshot!(kept, @r#"
    {"list":"attendance","headings":["Navn","1…31"],"mapping":{"month":"@A-1"}}
    "#);
    let profile = serde_json::from_str(&kept).unwrap();
    let named = Told { asked: Some(NamedProfile { name: "x".to_owned(), profile }), ..Told::default() };
    assert_eq!(told(&list("10-2026", "Skabelon fra maj 2024"), &named).rows[0].date, day(2026, 10, 10));
    // In a place that the user has chosen, a number is a month too.
    let plain = told(
        &list("10", "Skabelon fra maj 2024"),
        &Told { year: Some(SchoolYear::from_starting(2026)), ..named },
    );
    assert_eq!(plain.rows[0].date, day(2026, 10, 10));
}

#[test]
fn a_month_without_a_year_asks_for_the_one_in_which_the_weekdays_fit() {
    let list = "Maj\nNavn;ma 4;ti 5;on 6\nVera Prøve;T;T;T\n";
    let Some(Question::Year { years, .. }) = days(list.as_bytes()).question else { panic!("not asked") };
    assert_eq!(years, [SchoolYear::from_starting(2025)]);
    let list = "Maj 2025\nNavn;ma 4;ti 5;on 6\nVera Prøve;T;T;T\n";
    insta::assert_snapshot!(said(&days(list.as_bytes())).join("\n"), @r"
    Linje 2, »ma 4«: det er søndag 4. maj 2025. Ret ugedagen, eller ret måneden eller året over dagene
    ");
}

/// A sheet with a title, numbered days and one child.
fn month_sheet(sheet: &mut Worksheet, first: u16, title: &str, name: &str, marks: &[(u16, &str)]) {
    sheet.write(0, first, title).unwrap();
    sheet.write(1, first, "Elev").unwrap();
    for date in 1..=31_u16 {
        sheet.write(1, first + date, f64::from(date)).unwrap();
    }
    sheet.write(2, first, name).unwrap();
    for (date, mark) in marks {
        sheet.write(2, first + date, *mark).unwrap();
    }
}

#[test]
fn a_day_that_the_month_does_not_have_is_named_by_its_cell_if_it_has_a_mark() {
    let mut book = Workbook::new();
    month_sheet(
        book.add_worksheet().set_name("Juni").unwrap(),
        0,
        "Juni 2026",
        "Vera Prøve",
        &[(30, "T"), (31, "S")],
    );
    let sheet = days(&book.save_to_buffer().unwrap());
    insta::assert_snapshot!(said(&sheet).join("\n"), @r"
    Ark »Juni«, celle AF3, »31«, »S«: juni 2026 har ikke den dag. Slet registreringen, eller flyt den til den rigtige dag
    ");
    let mut book = Workbook::new();
    month_sheet(book.add_worksheet(), 0, "Juni 2026", "Vera Prøve", &[(30, "T")]);
    let sheet = days(&book.save_to_buffer().unwrap());
    assert_eq!((said(&sheet), sheet.rows.len()), (vec![], 1));
}

#[test]
fn each_sheet_is_a_month() {
    let mut book = Workbook::new();
    for (name, title) in [("Aug", "Lindeskolen"), ("Sep", ""), ("Kladde", "")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        if name == "Kladde" {
            sheet.set_hidden(true);
        }
        month_sheet(sheet, 0, title, "Vera Prøve", &[(10, "T"), (11, if name == "Sep" { "?" } else { "S" })]);
    }
    let bytes = book.save_to_buffer().unwrap();
    let told = Told { year: Some(SchoolYear::from_starting(2026)), ..Told::default() };
    let sheet = read_days(&bytes, &told, day(2026, 11, 20));
    let dates: Vec<NaiveDate> = sheet.rows.iter().map(|row| row.date).collect();
    assert_eq!(dates, [day(2026, 8, 10), day(2026, 8, 11), day(2026, 9, 10)]);
    insta::assert_snapshot!(said(&sheet).join("\n"), @r#"
    Ark »Sep«, celle L3, »11«, »?«: ikke en registrering. Skriv T, F 8.55, D 8.30-10, S, L, U eller H, eller ordet, eller hvad det betyder med --mark "X=syg"
    "#);
    insta::assert_snapshot!(notes(&sheet).join("\n"), @r"
    Arkene Aug, Sep er læst. Skjulte ark er ikke: Kladde
    Linje 1 står over overskrifterne og er ikke læst: »Lindeskolen«
    Måneden står i arkets navn: »Aug«
    Måneden står i arkets navn: »Sep«
    61 kolonner er dage: 1. aug–30. sep 2026
    Registreringerne er læst sådan: T = til stede (2), S = syg (1)
    ");
}

#[test]
fn the_same_day_on_two_sheets_is_named_with_both() {
    use trivsel_domain::decide::{Column, Reason, Refusal, RowReason};
    let mut book = Workbook::new();
    for name in ["August", "August (2)"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        month_sheet(sheet, 0, "August 2026", "Vera Prøve", &[(10, "T")]);
    }
    let sheet = days(&book.save_to_buffer().unwrap());
    assert_eq!(said(&sheet), [""; 0]);
    let reason = Reason::InRow { line: 2, column: Column::Row, why: RowReason::Repeats { line: 1 } };
    let refusal = Refusal::unless_empty(vec![reason]).unwrap_err();
    let words = trivsel_words::Words::new(trivsel_words::Lang::Da);
    let problems = sheet.problems_with(Some(&refusal), &[]);
    insta::assert_snapshot!(sentence(&words, &[], &problems[0]), @r"
    Ark »August (2)«, celle K3, »10«: samme barn og dag står på arket »August«, linje 3. Slet den ene
    ");
}

#[test]
fn months_beside_and_under_each_other() {
    let dates = |bytes: &[u8]| {
        let sheet = days(bytes);
        assert_eq!(said(&sheet), [""; 0]);
        read(&sheet).into_iter().map(|(name, date, _)| (name.to_owned(), date)).collect::<Vec<_>>()
    };
    let (vera, noah) = ("Vera Prøve".to_owned(), "Noah Prøve".to_owned());
    // One column of names, and a title over each month.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(2, 0, "Elev").unwrap();
    for (first, title, last) in [(1, "August 2026", 31), (32, "September 2026", 30)] {
        sheet.merge_range(1, first, 1, first + last - 1, title, &Style::new()).unwrap();
        for date in 0..last {
            sheet.write(2, first + date, f64::from(date + 1)).unwrap();
            // 1 August is a Saturday, 1 September a Tuesday.
            let weekday = usize::from(date) + if last == 31 { 5 } else { 1 };
            sheet.write(3, first + date, ["M", "T", "O", "T", "F", "L", "S"][weekday % 7]).unwrap();
        }
    }
    sheet.write(4, 0, "Vera Prøve").unwrap();
    sheet.write(4, 10, "T").unwrap();
    sheet.write(4, 41, "T").unwrap();
    let both = [(vera.clone(), day(2026, 8, 10)), (vera.clone(), day(2026, 9, 10))];
    assert_eq!(dates(&book.save_to_buffer().unwrap()), both);
    // Each month with its own names.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    month_sheet(sheet, 0, "August 2026", "Vera Prøve", &[(10, "T")]);
    month_sheet(sheet, 33, "September 2026", "Noah Prøve", &[(10, "T")]);
    let each = [(vera.clone(), day(2026, 8, 10)), (noah.clone(), day(2026, 9, 10))];
    assert_eq!(dates(&book.save_to_buffer().unwrap()), each);
    // Under each other, with and without blank lines, and with the title in the corner or above.
    let (august, september) = (row("Vera Prøve", &[(10, "T")]), row("Noah Prøve", &[(10, "T")]));
    for list in [
        format!(
            "August 2026\n{}{august}\nSeptember 2026\n{}{september}",
            numbers("Navn", 31),
            numbers("Navn", 30)
        ),
        format!(
            "Aug 2026\n{}{august}Sep 2026\n;t;o;t\n{}{september}",
            numbers("Navn", 31),
            numbers("Navn", 30)
        ),
    ] {
        assert_eq!(dates(list.as_bytes()), each, "{list}");
    }
    let corner =
        format!("{}{august}\n{}{september}", numbers("August 2026", 31), numbers("September 2026", 30));
    let mut answers = Told::default();
    assert_eq!(days(corner.as_bytes()).question.unwrap().answer("1", &mut answers), Answer::Taken);
    let sheet = told(&corner, &answers);
    assert_eq!(said(&sheet), [""; 0]);
    assert_eq!(sheet.rows.iter().map(|row| row.date).collect::<Vec<_>>(), each.map(|(_, date)| date));
}

#[test]
fn a_cell_that_shows_the_month_of_a_date() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    month_sheet(sheet, 0, "", "Vera Prøve", &[(10, "T")]);
    let style = Style::new().set_num_format("mmmm yyyy");
    sheet.write_with_format(0, 3, ExcelDateTime::from_ymd(2026, 10, 1).unwrap(), &style).unwrap();
    let sheet = days(&book.save_to_buffer().unwrap());
    assert_eq!((said(&sheet), sheet.rows[0].date), (vec![], day(2026, 10, 10)));
}

#[test]
fn numbers_that_are_no_days() {
    for heading in ["Barn;7;8\n", "Barn;3;1;2\n", "Barn;40;41;42\n", "Barn;+1;+2;+3\n", "Barn;1 %;2 %;3 %\n"]
    {
        let sheet = days(format!("August 2026\n{heading}Vera Prøve;T;T;T\n").as_bytes());
        assert!(sheet.rows.is_empty() && !sheet.problems.is_empty(), "{heading}");
    }
    // Sums below the children are no headings.
    let list = format!("August 2026\n{}{}", numbers("Navn", 31), row("Vera Prøve", &[(10, "T")]));
    for sums in ["1;2;3;4;5;6", "0,5;1;12,5", "85 %;90%;100 %"] {
        let sheet = days(format!("{list}I alt;{sums}\n").as_bytes());
        assert_eq!((said(&sheet), sheet.rows.len()), (vec![], 1), "{sums}");
        assert!(sheet.notes.contains(&Note::Sums(vec![4])), "{sums}");
    }
    // Nor are those beside them marks.
    let sheet = days("August 2026\nNavn;3;4;5;I alt\nVera Prøve;T;S;T;3\n".as_bytes());
    assert_eq!((said(&sheet), sheet.rows.len()), (vec![], 3));
    assert!(sheet.notes.contains(&Note::SumColumn("I alt".to_owned())));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_day_of_every_month_is_that_day(year in 2021..=2026_i32, month in 1..=12_u32, named in 0..4_usize) {
        let first = day(year, month, 1);
        let last = u32::from(first.num_days_in_month());
        let title = match named {
            0 => format!("{month:02}-{year}"),
            1 => trivsel_words::dates::month_year(trivsel_words::Lang::Da, first),
            2 => trivsel_words::dates::month_year(trivsel_words::Lang::En, first),
            _ => format!("1.–{last}. {} {year}", trivsel_words::names::month(trivsel_words::Lang::Da, first)),
        };
        let heads: String = (1..=31).map(|number| format!(";{number}")).collect();
        let marks = |some: u32| ";T".repeat(usize::try_from(some).unwrap());
        let sheet = days(format!("{title}\nNavn{heads}\nVera Prøve{}\n", marks(last)).as_bytes());
        prop_assert_eq!(said(&sheet), Vec::<String>::new());
        let dates: Vec<NaiveDate> = sheet.rows.iter().map(|row| row.date).collect();
        prop_assert_eq!(dates, first.iter_days().take(last as usize).collect::<Vec<_>>());
        let sheet = days(format!("{title}\nNavn{heads}\nVera Prøve{}\n", marks(31)).as_bytes());
        prop_assert_eq!(sheet.problems.len(), 31 - last as usize);
    }
}
