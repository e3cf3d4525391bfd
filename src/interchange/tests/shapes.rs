//! Tests of files with an unusual encoding, headings or layout.

use super::super::*;
use super::{cases, notes, said};

const LIST: &[u8] = b"barn;tilbud;fase;henvist\n";

#[test]
fn an_encoding_that_can_not_be_told_is_never_guessed() {
    for name in [&b"S\x9Bren B\x91k"[..], b"S\xBFren B\xBEk", b"\x91gir"] {
        let list = [LIST, name, b";trivsel;visitation;1-8-2026\n"].concat();
        let sheet = cases(&list);
        assert!(
            sheet.rows.is_empty() && matches!(sheet.problems[0].fault, Fault::WhichEncoding(_)),
            "{name:?}"
        );
    }
    let list = [LIST, b"S\xF8ren B\xE6k;trivsel;visitation;1-8-2026\n"].concat();
    let sheet = cases(&list);
    assert_eq!(sheet.rows[0].name.as_str(), "Søren Bæk");
    assert_eq!(notes(&sheet), ["Filen er læst i tegnsættet windows-1252"]);
}

#[test]
fn a_title_above_the_headings_is_passed_over_and_said() {
    for separator in [";", "\t", ","] {
        let list = "Elevliste 2026/27\n\nbarn;tilbud;fase;henvist\nMia Holm;trivsel;visitation;1-8-2026\n";
        let sheet = cases(list.replace(';', separator).as_bytes());
        assert_eq!(said(&sheet), [""; 0], "{separator:?}");
        assert_eq!((sheet.rows.len(), sheet.rows[0].line), (1, 4));
        assert_eq!(notes(&sheet), ["Linje 1 står over overskrifterne og er ikke læst: »Elevliste 2026/27«"]);
    }
}

#[test]
fn more_than_a_list_can_hold_is_refused_before_memory_is_taken() {
    let wide = [LIST, &b";".repeat(3_000_000)].concat();
    let long = [LIST, &b"x\n".repeat(200_000)].concat();
    for list in [wide, long] {
        assert_eq!(cases(&list).problems[0].fault, Fault::TooMuch);
    }
}
