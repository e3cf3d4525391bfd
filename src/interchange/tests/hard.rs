//! Tests of lists with any text that a record takes: it comes in as it stands, but for a
//! name with the last name first, from a list and from a workbook.

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use trivsel_domain::value::{Line, PersonName};
use trivsel_words::text::clean_line;

use super::super::cells::in_order;
use super::super::plausible::is_garbled;
use super::{cases, said};

const HEADS: [&str; 5] = ["Barn", "Skole", "Tilbud", "Fase", "Henvist"];

/// A list as a spreadsheet saves it, and as a workbook.
fn both(name: &str, school: &str) -> [Vec<u8>; 2] {
    let row = [name, school, "trivsel", "visitation", "1-8-2026"];
    let mut list = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    list.write_record(HEADS).unwrap();
    list.write_record(row).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, (head, cell)) in (0..).zip(HEADS.into_iter().zip(row)) {
        sheet.write_string(0, at, head).unwrap();
        sheet.write_string(1, at, cell).unwrap();
    }
    [list.into_inner().unwrap(), book.save_to_buffer().unwrap()]
}

/// A text with its blanks as a list keeps them.
fn one_line(text: &str) -> String {
    clean_line(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_that_a_record_takes_comes_in(
        name in "[=+@'\";,\\-\\PC\u{200C}\u{200D}\u{FE0F}\u{301}æøå👧م ]{1,40}",
        school in "[=+@'\";,\\-\\PC\u{200D}æøå👩]{1,40}",
    ) {
        let taken = PersonName::new(&name).is_ok() && Line::new(&school).is_ok();
        prop_assume!(taken && !is_garbled(&name) && !is_garbled(&school));
        for bytes in both(&name, &school) {
            let sheet = cases(&bytes);
            prop_assert_eq!(said(&sheet), [""; 0], "{:?} {:?}", name, school);
            let written = one_line(&name);
            prop_assert_eq!(sheet.rows[0].name.as_str(), in_order(&written));
            let read = sheet.rows[0].school.as_ref().map(Line::as_str);
            prop_assert_eq!(read, Some(&*one_line(&school)));
        }
    }
}
