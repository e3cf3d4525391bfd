//! Tests of the figures of the house as files: numbers are numbers, dates are dates, and a text is never a formula.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use trivsel_words::house_tables::{Column, Grid, HouseTable, Row, Value};

use super::super::*;
use trivsel_words::{Lang, Words};

fn grid(columns: &[(&'static str, &str)], rows: Vec<Vec<Value>>) -> Grid {
    let columns = columns.iter().map(|(code, head)| Column { code, head: (*head).to_owned() }).collect();
    Grid { columns, rows: rows.into_iter().map(|cells| Row { cells, case: None }).collect() }
}

fn table() -> HouseTable {
    let named = Value::Named("total".to_owned(), "I alt".to_owned());
    HouseTable {
        code: "occupancy",
        programme: None,
        programme_name: "Skolefraværstilbud".to_owned(),
        title: "Belægning [16]: pladser".to_owned(),
        headline: "97,9 %".to_owned(),
        counts: "Kalenderdage".to_owned(),
        grid: grid(
            &[("month", "Måned"), ("from", "Fra"), ("held", "Holdt"), ("days", "Dage"), ("share", "Andel")],
            vec![
                vec![
                    Value::Text("=1+1".to_owned()),
                    Value::Date(super::day(2026, 9, 1)),
                    Value::Whole(470),
                    Value::Decimal(6.5),
                    Value::Share(470.0 / 480.0),
                ],
                vec![named, Value::Nothing, Value::Hidden, Value::Nothing, Value::Nothing],
            ],
        ),
        basis: Some(grid(
            &[("child", "Barn"), ("held", "Holdt")],
            vec![vec![Value::Text("Søren Ægård Åse".to_owned()), Value::Whole(30)]],
        )),
    }
}

fn statistics(tables: &[HouseTable]) -> Statistics<'_> {
    Statistics { tables, period: "september 2026", from: super::day(2026, 9, 1), to: super::day(2026, 9, 30) }
}

#[test]
fn a_workbook_has_an_overview_and_a_sheet_for_each_table_with_typed_cells() {
    let tables = [table(), table()];
    let bytes = write_statistics_xlsx(&Words::new(Lang::Da), &statistics(&tables)).unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Oversigt", "1 Belægning  16   pladser", "2 Belægning  16   pladser"]);
    let sheet = book.worksheet_range("1 Belægning  16   pladser").unwrap();
    let at = |row, column| sheet.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    let text = |text: &str| Data::String(text.to_owned());
    assert_eq!(at(0, 0), text("Belægning [16]: pladser · Skolefraværstilbud"));
    assert_eq!((at(4, 0), at(5, 0)), (text("Måned"), text("=1+1")));
    let Data::DateTime(date) = at(5, 1) else { panic!("a date: {:?}", at(5, 1)) };
    // A workbook counts days from the thirtieth of December 1899.
    let days = super::day(2026, 9, 1) - super::day(1899, 12, 30);
    assert_eq!(date.as_f64(), days.num_days() as f64);
    assert!(date.is_datetime());
    assert_eq!((at(5, 2), at(5, 3)), (Data::Float(470.0), Data::Float(6.5)));
    assert_eq!(at(5, 4), Data::Float(470.0 / 480.0));
    assert_eq!((at(6, 0), at(6, 1), at(6, 2)), (text("I alt"), Data::Empty, text("skjult")));
    assert_eq!(
        (at(8, 0), at(10, 0), at(10, 1)),
        (text("Det tæller:"), text("Søren Ægård Åse"), Data::Float(30.0))
    );
    let first = book.worksheet_range("Oversigt").unwrap();
    assert_eq!(first.get_value((4, 2)), Some(&text("97,9 %")));
}

#[test]
fn a_list_has_a_line_for_each_cell_with_its_unit() {
    let tables = [table()];
    let csv = write_statistics_csv(&Words::new(Lang::Da), &statistics(&tables)).unwrap();
    let line = |row: &str, rest: &str| {
        format!("Skolefraværstilbud;Belægning [16]: pladser;{row};{rest};2026-09-01;2026-09-30\r\n")
    };
    let wanted = [
        "\u{feff}Tilbud;Tabel;Række;Kolonne;Værdi;Enhed;Fra;Til\r\n".to_owned(),
        line("'=1+1", "Fra;2026-09-01;dato"),
        line("'=1+1", "Holdt;470;tal"),
        line("'=1+1", "Dage;6,5;tal"),
        line("'=1+1", "Andel;0,9792;andel"),
        line("I alt", "Fra;;tekst"),
        line("I alt", "Holdt;skjult;tekst"),
        line("I alt", "Dage;;tekst"),
        line("I alt", "Andel;;tekst"),
    ];
    assert_eq!(csv, wanted.concat());
    let english = write_statistics_csv(&Words::new(Lang::En), &statistics(&tables)).unwrap();
    assert!(english.contains(";Andel;0.9792;share;"), "{english}");
}
