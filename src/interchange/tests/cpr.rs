//! Tests that no CPR number of a list is repeated on the screen, or remembered.

use trivsel_words::{Lang, Words};

use super::super::*;
use super::{cases, days, notes, said};

const CPR: &str = "120313-1234";

/// All that is said about a list.
fn spoken<T>(sheet: &Sheet<T>) -> String {
    let asked = sheet.question.iter().flat_map(|question| question_lines(&Words::new(Lang::Da), question));
    said(sheet).into_iter().chain(notes(sheet)).chain(asked).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_cpr_number_outside_the_headings_is_not_quoted() {
    let case =
        cases(format!("barn;tilbud;fase;henvist\nVera;trivsel;visitation;1-8-2026;{CPR}\n").as_bytes());
    let register = days(format!("barn;16-11-2026\nVera;T;{CPR}\n").as_bytes());
    for (problems, said) in [(&case.problems, spoken(&case)), (&register.problems, spoken(&register))] {
        assert_eq!((&problems[0].fault, &problems[0].value), (&Fault::ExtraCell, &None));
        assert!(!said.contains(CPR), "{said}");
    }
}

#[test]
fn a_cpr_number_is_covered_in_the_question_about_its_column() {
    let sheet =
        cases(format!("barn;tilbud;fase;henvist;CPR\nVera;trivsel;visitation;1-8-2026;{CPR}\n").as_bytes());
    insta::assert_snapshot!(spoken(&sheet).lines().nth(1).unwrap(), @"Kolonnen »CPR« kendes ikke (••••••-••••). Hvad er den?");
    let sheet = cases(format!("CPR;fase;henvist\n{CPR};visitation;1-8-2026\n").as_bytes());
    insta::assert_snapshot!(spoken(&sheet).lines().last().unwrap(), @"   1  CPR  ••••••-••••");
}

#[test]
fn a_cpr_number_among_the_marks_is_not_asked_or_remembered() {
    let sheet = days(format!("barn;16-11-2026;17-11-2026\nVera;{CPR};120313 1234\n").as_bytes());
    assert_eq!((sheet.problems.len(), &sheet.question), (2, &None));
    assert!(!spoken(&sheet).contains("1234"), "{}", spoken(&sheet));
}

#[test]
fn a_cpr_number_among_the_headings_or_above_them_is_named_by_its_place() {
    let list = format!("Vera;{CPR}\nbarn;tilbud;fase;henvist;{CPR}\nVera;trivsel;visitation;1-8-2026;x\n");
    let sheet = cases(list.as_bytes());
    insta::assert_snapshot!(spoken(&sheet), @r#"
    Linje 2: overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column "@E=…", med - hvis den ikke skal læses
    Linje 1 står over overskrifterne og er ikke læst: »Vera«
    Kolonne E har ingen overskrift, eller en, der står to gange (x). Hvad er den?
       1 født · 2 klasse · 3 skoleår · 4 skole · 5 visiteret · 6 kontakt
       7 anden kontakt · 8 forventet afslutning · 9 afsluttet · 10 udfald
       11 prioritet · 12 seneste kontakt · 13 mandag · 14 tirsdag · 15 onsdag
       16 torsdag · 17 fredag
    "#);
    assert_eq!(sheet.profile().headings, ["barn", "tilbud", "fase", "henvist"]);
}
