//! Tests of workbooks: which sheet is read, and what a cell may hold.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format as Style, Formula, Workbook, Worksheet};

use super::super::*;
use super::{cases, days, said};
use trivsel_domain::decide::ImportedCase;
use trivsel_domain::value::{Mark, TimeOfDay};

const HEADS: [&str; 5] = ["Barn", "Skole", "Tilbud", "Fase", "Henvist"];

fn head(sheet: &mut Worksheet, line: u32) {
    for (at, head) in (0..).zip(HEADS) {
        sheet.write(line, at, head).unwrap();
    }
}

fn fill(sheet: &mut Worksheet, name: &str, line: u32) {
    for (at, cell) in (0..).zip([name, "Lindeskolen", "trivsel", "visitation", "1-8-2026"]) {
        sheet.write(line, at, cell).unwrap();
    }
}

fn list(book: &mut Workbook, sheet: &str, name: &str) {
    let sheet = book.add_worksheet().set_name(sheet).unwrap();
    head(sheet, 0);
    fill(sheet, name, 1);
}

fn from_sheet(bytes: &[u8], sheet: &str) -> Sheet<ImportedCase> {
    let (staff, programmes) = (super::staff(), trivsel_defaults::programmes().unwrap());
    let context = Context { today: super::day(2026, 11, 20), staff: &staff, programmes: &programmes };
    let told = Told { sheet: Some(sheet.to_owned()), ..Told::default() };
    read_cases(bytes, &told, &context, &mut || 1)
}

#[test]
fn the_visible_sheet_with_the_headings_is_read_and_named() {
    let mut book = Workbook::new();
    list(&mut book, "2025", "Gammel Elev");
    book.worksheet_from_index(0).unwrap().set_hidden(true);
    book.add_worksheet().set_name("Vejledning").unwrap().write(0, 0, "Sådan gør du").unwrap();
    list(&mut book, "2026", "Vera Prøve");
    book.worksheet_from_index(1).unwrap().set_active(true);
    let bytes = book.save_to_buffer().unwrap();
    let sheet = cases(&bytes);
    assert_eq!(said(&sheet), [""; 0]);
    assert_eq!(sheet.rows[0].name.as_str(), "Vera Prøve");
    let (hidden, visible) = (vec!["2025".to_owned()], vec!["Vejledning".to_owned()]);
    assert_eq!(sheet.notes, [Note::Sheet { names: vec!["2026".to_owned()], hidden, visible }]);
    assert_eq!(from_sheet(&bytes, "2025").rows[0].name.as_str(), "Gammel Elev");
    assert_eq!(
        said(&from_sheet(&bytes, "2024")),
        ["Regnearket har ikke det ark. Skriv et af dem med --sheet: 2025, Vejledning, 2026"]
    );
    assert_eq!(
        said(&from_sheet(b"barn;fase\n", "2024")),
        ["--sheet er til regneark, og filen er ikke et. Udelad det"]
    );
}

#[test]
fn of_several_lists_none_is_chosen() {
    let mut book = Workbook::new();
    list(&mut book, "Forår", "Vera Prøve");
    list(&mut book, "Efterår", "Noah Prøve");
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(
        said(&cases(&bytes)),
        ["Flere ark kan være listen. Skriv et af dem med --sheet: Forår, Efterår"]
    );
    assert_eq!(from_sheet(&bytes, "efterår").rows[0].name.as_str(), "Noah Prøve");
    let (question, mut told) = (cases(&bytes).question.unwrap(), Told::default());
    assert_eq!(question, Question::Sheet(vec!["Forår".to_owned(), "Efterår".to_owned()]));
    assert_eq!(question.answer("2", &mut told), Answer::Taken);
    assert_eq!(told.sheet.as_deref(), Some("Efterår"));
}

#[test]
fn a_merged_title_is_passed_over_and_merged_cells_count_on_every_line() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 4, "Elevliste", &Style::new()).unwrap();
    head(sheet, 2);
    fill(sheet, "Vera Prøve", 3);
    fill(sheet, "Noah Prøve", 4);
    sheet.merge_range(4, 1, 6, 1, "Lindeskolen", &Style::new()).unwrap();
    fill(sheet, "Mia Prøve", 5);
    sheet.write_blank(5, 1, &Style::new()).unwrap();
    let read = cases(&book.save_to_buffer().unwrap());
    // The third line has nothing of its own.
    assert_eq!((said(&read), read.rows.len()), (vec![], 3));
    assert!(read.rows.iter().all(|row| row.school.as_ref().unwrap().as_str() == "Lindeskolen"));
    assert!(read.notes.contains(&Note::Filled(vec!["B5:B7".to_owned()])));
}

#[test]
fn a_note_over_several_lines_is_refused() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, heading) in ["Barn", "Type", "Dato", "Forfatter", "Tekst"].into_iter().enumerate() {
        sheet.write(0, at as u16, heading).unwrap();
        for line in 1..3 {
            sheet.write(line, at as u16, ["Vera", "forældre", "1-9-2026", "AB", "x"][at]).unwrap();
        }
    }
    sheet.merge_range(1, 4, 2, 4, "Gik tur", &Style::new()).unwrap();
    let told = said(&super::talks_of(&book.save_to_buffer().unwrap(), &Told::default()));
    insta::assert_snapshot!(told.join("\n"), @r"
    Cellerne E2:E3 er flettet, så det ikke kan ses, hvilken linje teksten hører til. Ophæv fletningen, og udfyld hver linje
    ");
}

/// The problem of a cell in the text column of the school.
fn school(write: impl FnOnce(&mut Worksheet)) -> (Option<String>, Option<Fault>) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    head(sheet, 0);
    fill(sheet, "Vera Prøve", 1);
    write(sheet);
    let read = cases(&book.save_to_buffer().unwrap());
    let school = read.rows.first().and_then(|r| r.school.as_ref()).map(|s| s.as_str().to_owned());
    (school, read.problems.first().map(|p| p.fault.clone()))
}

#[test]
fn no_cell_comes_in_otherwise_than_the_spreadsheet_shows_it() {
    let format = |code: &str| Style::new().set_num_format(code);
    let taken = |text: &str| (Some(text.to_owned()), None);
    let refused = |fault| (None, Some(fault));
    assert_eq!(school(|s| drop(s.write(1, 1, 12))), taken("12"));
    assert_eq!(school(|s| drop(s.write(1, 1, "12 "))), taken("12"));
    assert_eq!(school(|s| drop(s.write(1, 1, 0.5))), refused(Fault::NotText));
    assert_eq!(school(|s| drop(s.write_with_format(1, 1, 1, &format("0%")))), refused(Fault::NotText));
    assert_eq!(school(|s| drop(s.write_with_format(1, 1, 7, &format("000")))), refused(Fault::NotText));
    assert_eq!(school(|s| drop(s.write(1, 1, 1e15))), refused(Fault::NotText));
    assert_eq!(school(|s| drop(s.write(1, 1, true))), refused(Fault::Truth));
    let date = ExcelDateTime::from_ymd(2026, 2, 1).unwrap();
    assert_eq!(school(|s| drop(s.write_with_format(1, 1, &date, &format("d/m")))), refused(Fault::NotText));
    let formula = |result: &str| Formula::new("=A1").set_result(result);
    assert_eq!(school(|s| drop(s.write(1, 1, formula("Lindeskolen")))), taken("Lindeskolen"));
    assert_eq!(school(|s| drop(s.write(1, 1, formula("#REF!")))), refused(Fault::CellError));
    assert_eq!(school(|s| drop(s.write(1, 1, "x".repeat(300)))), refused(Fault::TooLong { max: 200 }));
    assert_eq!(school(|s| drop(s.write(0, 5, "Skole"))), refused(Fault::HeadingTwice));
    assert_eq!(school(|s| drop(s.write(0, 5, "Allergi"))), refused(Fault::UnknownHeading));
    assert_eq!(school(|s| drop(s.write(1, 5, "nødder"))), refused(Fault::ExtraCell));
}

#[test]
fn a_number_or_hours_where_a_date_belongs_are_no_date() {
    for (value, code) in [(46_342.0, "General"), (1.5, "[h]:mm"), (46_342.4, "dd-mm-yyyy hh:mm")] {
        let fault = school(|s| drop(s.write_with_format(1, 4, value, &Style::new().set_num_format(code)))).1;
        assert_eq!(fault, Some(Fault::NotA(Expected::Date)), "{value} {code}");
    }
}

#[test]
fn a_workbook_that_unfolds_to_more_than_a_list_is_refused() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    head(sheet, 0);
    for line in 1..12_000 {
        sheet.write(line, 199, 1).unwrap();
    }
    assert_eq!(cases(&book.save_to_buffer().unwrap()).problems[0].fault, Fault::TooMuch);
}

/// A workbook in which one part is replaced by another text.
fn with_part(bytes: &[u8], part: &str, text: &str) -> Vec<u8> {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut made = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default();
    for at in 0..parts.len() {
        let whole = parts.by_index_raw(at).unwrap();
        if whole.name().unwrap() == part {
            made.start_file(part, packed).unwrap();
            made.write_all(text.as_bytes()).unwrap();
        } else {
            made.raw_copy_file(whole).unwrap();
        }
    }
    made.finish().unwrap().into_inner()
}

#[test]
fn a_small_workbook_of_a_million_empty_styles_is_refused() {
    let styles =
        |count: usize| format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(count));
    let said = |book: &[u8]| cases(book).problems.iter().map(|p| p.fault.clone()).collect::<Vec<_>>();
    let mut book = Workbook::new();
    list(&mut book, "2026", "Vera Prøve");
    let book = book.save_to_buffer().unwrap();
    let bomb = with_part(&book, "xl/styles.xml", &styles(1 << 20));
    assert!(bomb.len() < 64 << 10);
    assert_eq!(said(&bomb), [Fault::TooMuch]);
    assert_eq!(said(&with_part(&book, "xl/styles.xml", &styles(60_000))), []);
}

/// A register as LibreOffice saves it: a hidden sheet, a title over merged cells, dates, a mark over two days, and a
/// comment.
const ODS: &[u8] = include_bytes!("register.ods");

#[test]
fn an_ods_is_read_as_it_is_shown() {
    let sheet = days(ODS);
    assert_eq!(said(&sheet), [""; 0]);
    let read: Vec<_> = sheet.rows.iter().map(|row| (row.name.as_str(), row.date, row.first)).collect();
    let late = Mark::Late { at: TimeOfDay::new(8, 55).unwrap() };
    let vera = |date, mark| ("Vera & Prøve", super::day(2026, 11, date), Some(mark));
    assert_eq!(
        read[..4],
        [vera(16, Mark::Sick), vera(17, Mark::Sick), vera(18, Mark::Present), vera(19, late)]
    );
    assert!(read[4..].iter().all(|row| row.0 == "Søren Ægård Åse" && row.2 == Some(Mark::Present)));
    insta::assert_snapshot!(super::notes(&sheet).join("\n"), @r"
    Arket »Nov« er læst. Skjulte ark er ikke: 2025
    Linje 1 står over overskrifterne og er ikke læst: »Fremmøde i november«
    4 kolonner er dage: 16.–19. nov 2026
    Registreringerne er læst sådan: S = syg (2), T = til stede (5), F = for sent (1)
    ");
}

/// What a sheet of an ODS with these rows is refused for.
fn ods_fault(rows: &str) -> Option<Fault> {
    let content = format!("<d><table:table table:name='A'>{rows}</table:table></d>");
    days(&with_part(ODS, "content.xml", &content)).problems.first().map(|problem| problem.fault.clone())
}

#[test]
fn an_ods_is_read_in_bounds() {
    let cell = |text: &str, more: &str| {
        format!(
            "<table:table-cell office:value-type='string' {more}><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &str, more: &str| format!("<table:table-row {more}>{cells}</table:table-row>");
    let head = row(&[cell("Barn", ""), cell("16-11-2026", "")].concat(), "");
    let line = |more: &str| row(&[cell("Vera", ""), cell("T", "")].concat(), more);
    let blank = row(
        "<table:table-cell table:number-columns-repeated='16384'/>",
        "table:number-rows-repeated='1048570'",
    );
    assert_eq!(ods_fault(&[head.clone(), line(""), blank].concat()), None);
    assert_eq!(
        ods_fault(&[head.clone(), line("table:number-rows-repeated='1048570'")].concat()),
        Some(Fault::TooMuch)
    );
    let wide = row(&cell("T", "table:number-columns-repeated='16384'"), "table:number-rows-repeated='90000'");
    assert_eq!(ods_fault(&[head.clone(), wide].concat()), Some(Fault::TooMuch));
    let far =
        row(&["<table:table-cell table:number-columns-repeated='300'/>", &cell("nødder", "")].concat(), "");
    assert_eq!(ods_fault(&[head.clone(), line(""), far].concat()), Some(Fault::ExtraCell));
    // A long text that stands in many cells is counted before it is copied.
    for text in ["T", " "] {
        let long = row(&cell(&text.repeat(200_000), "table:number-columns-repeated='16384'"), "");
        assert_eq!(ods_fault(&[head.clone(), line(""), long].concat()), Some(Fault::TooMuch), "{text:?}");
    }
    for broken in [
        "<table:table-row>",
        "<table:table-row><table:table-cell office:value-type='string'><text:p>&x;",
        "</b>",
        "<table:table-row table:number-rows-repeated='-1'/>",
    ] {
        assert_eq!(ods_fault(&[&head, broken].concat()), Some(Fault::BadWorkbook), "{broken}");
    }
    let formula =
        row(&[cell("Vera", ""), "<table:table-cell table:formula='of:=1'/>".to_owned()].concat(), "");
    assert_eq!(ods_fault(&[head, formula].concat()), Some(Fault::NoResult));
}
