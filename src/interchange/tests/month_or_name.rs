//! Tests of what is taken for the month of numbered days: not the name of a person, not a year that would be ahead, and
//! what the user says before what stands there.

use chrono::NaiveDate;

use super::super::*;
use super::{day, days, said};

fn dates(list: &str, told: &Told) -> Vec<(String, NaiveDate)> {
    let sheet = read_days(list.as_bytes(), told, day(2026, 11, 20));
    assert_eq!(said(&sheet), [""; 0], "{list}");
    sheet.rows.iter().map(|row| (row.name.as_str().to_owned(), row.date)).collect()
}

fn of_august(name: &str) -> Vec<(String, NaiveDate)> {
    [3, 4, 5].map(|date| (name.to_owned(), day(2026, 8, date))).to_vec()
}

#[test]
fn a_child_called_august_above_the_next_month_stays_a_child() {
    let list =
        "September 2026\nNavn;1;2;3\nAlma;T;T;T\nAugust Åse;S;T;T\nOktober 2026\nNavn;1;2;5\nAlma;T;T;T\n";
    for name in ["August Åse", "August", "Maj"] {
        let read = dates(&list.replace("August Åse", name), &Told::default());
        let own: Vec<NaiveDate> = read.iter().filter(|(n, _)| n == name).map(|(_, date)| *date).collect();
        assert_eq!(own, [1, 2, 3].map(|date| day(2026, 9, date)), "{name}");
        assert_eq!(read.len(), 9, "{name}");
    }
}

#[test]
fn a_teacher_called_jan_is_no_month() {
    let list = "Klasselærer: Jan Ægård\nNavn;3;4;5\nVera;T;T;T\n";
    let file = Told { file: Some("Fravær august 2026".to_owned()), ..Told::default() };
    assert_eq!(dates(list, &file), of_august("Vera"));
    assert!(matches!(days(list.as_bytes()).question, Some(Question::Month { .. })));
    // Where it can't be seen, the name of the file says otherwise, and it is asked.
    let sheet = read_days(list.replace(" Ægård", "").as_bytes(), &file, day(2026, 11, 20));
    assert!(matches!(sheet.question, Some(Question::Month { places, .. }) if places.len() == 2));
}

#[test]
fn the_month_that_the_user_gives_counts_before_what_a_list_of_one_part_says() {
    let told = Told { month: month("8-2026", day(2026, 11, 20)), ..Told::default() };
    for title in ["Skabelon fra maj 2024", "Maj 2026", "Jan"] {
        let list = format!("{title}\nNavn;3;4;5\nVera;T;T;T\n");
        assert_eq!(dates(&list, &told), of_august("Vera"), "{title}");
    }
    // Of several parts it is the month of those that do not say theirs.
    let list = "Navn;3;4;5\nVera;T;T;T\nSep 2026\nNavn;1;2;3\nVera;T;T;T\n";
    let read = dates(list, &told);
    assert_eq!((read[0].1, read[3].1), (day(2026, 8, 3), day(2026, 9, 1)));
}

#[test]
fn a_year_that_would_be_ahead_is_asked_about() {
    for list in [
        "December\nUdskrevet 19. november 2026\nNavn;1;2;3\nVera;T;T;T\n",
        "Udskrevet 19. november 2026\nNavn;1/12;2/12;3/12\nVera;T;T;T\n",
    ] {
        let sheet = days(list.as_bytes());
        assert!(sheet.rows.is_empty(), "{list}");
        let Some(Question::Year { years, .. }) = sheet.question else {
            panic!("{list}: {:?}", sheet.question)
        };
        let told = Told { year: Some(years[0]), ..Told::default() };
        assert!(!dates(list, &told).is_empty());
    }
}
