//! The day in one sentence, in both languages, of one and of several.

use trivsel_domain::rules::today::{Item, Part, Task};
use trivsel_domain::value::Coded;
use trivsel_words::{Lang, Words, today};

use super::day;

/// This many items of a part of the day.
fn items(part: Part, count: usize) -> Vec<Item> {
    let task = match part {
        Part::Register => Task::Register { blank: vec![trivsel_domain::value::CaseId::from_u128(1); count] },
        // It asks for a talk.
        _ => Task::Silent { since: day(2026, 11, 20), days: 3 },
    };
    let rows = if part == Part::Register { 1 } else { count };
    let item = Item {
        case: None,
        part,
        date: day(2026, 11, 25),
        hours: None,
        staff: Vec::new(),
        booked: None,
        task,
    };
    vec![item; rows]
}

fn sentence(lang: Lang, parts: &[(Part, usize)]) -> String {
    let all: Vec<Item> = parts.iter().flat_map(|(part, count)| items(*part, *count)).collect();
    today::sentence(&Words::new(lang), all.iter())
}

#[test]
fn the_day_is_told_in_one_sentence() {
    let day = [(Part::Call, 1), (Part::Planned, 3), (Part::Overdue, 2)];
    assert_eq!(sentence(Lang::Da, &day), "3 samtaler · 2 forsinkede · 1 ring hjem");
    assert_eq!(sentence(Lang::En, &day), "3 talks · 2 overdue · 1 call home");
}

#[test]
fn one_of_each_and_two_of_each() {
    let each = |count| Part::ALL.iter().map(|part| (*part, count)).collect::<Vec<_>>();
    for (lang, count, told) in [
        (Lang::Da, 1, "1 samtale · 1 forsinket · 1 skal ske · 1 ring hjem · 1 uden registrering · 1 kladde"),
        (
            Lang::Da,
            2,
            "2 samtaler · 2 forsinkede · 2 skal ske · 2 ring hjem · 2 uden registrering · 2 kladder",
        ),
        (Lang::En, 1, "1 talk · 1 overdue · 1 due · 1 call home · 1 without a mark · 1 draft"),
        (Lang::En, 2, "2 talks · 2 overdue · 2 due · 2 calls home · 2 without a mark · 2 drafts"),
    ] {
        assert_eq!(sentence(lang, &each(count)), told);
    }
    assert_eq!(sentence(Lang::Da, &[]), "Intet venter i dag");
    assert_eq!(sentence(Lang::En, &[]), "Nothing waits today");
}
