//! Filtering the log on one line: what each word means, alone and combined, and the message for unknown words.

use trivsel_domain::record::TalkKind;
use trivsel_domain::value::Tag;
use trivsel_words::Lang;

use super::log::with_notes;
use super::{log_of_many, with_many};
use crate::harness::{Program, Start, house};

/// The title of the list, with its count.
fn narrowed(program: &mut Program, typed: &str) -> String {
    program.keys(&format!("3f<ctrl-u>{typed}"));
    let screen = program.screen();
    program.keys("<enter>");
    assert!(program.model.layers.is_empty(), "{typed} is refused: {screen}");
    let lines: Vec<String> = program.screen().lines().skip(2).take(3).map(|l| l.trim().to_owned()).collect();
    let counts = |l: &String| l.rsplit(' ').nth(1).is_some_and(|word| word.parse::<usize>().is_ok());
    let end = lines.iter().position(counts).unwrap_or_default();
    lines[..=end].join(" ")
}

/// The message for a refused line.
fn refused(program: &mut Program, typed: &str) -> String {
    program.keys(&format!("3f<ctrl-u>{typed}<enter>"));
    let told = program.line("▲ ");
    assert!(program.shows("Vis kun:"), "what is typed stays: {}", program.screen());
    program.keys("<esc>");
    told.split_once("▲ ").unwrap().1.trim().to_owned()
}

#[test]
fn every_filter_alone_and_together_with_its_echo() {
    let method = with_notes().model.roster.lists.methods[0].as_str().to_owned();
    let method_echo = format!("Metoder: {method}");
    for (typed, echo, count) in [
        ("søren", "Søren Ægård Åse", 2),
        ("alma", "Alma Holm", 1),
        ("forældre", "Forældresamtale", 2),
        ("MK", "MK", 3),
        ("maja", "MK", 3),
        ("LB", "LB", 0),
        ("lise", "LB", 0),
        ("uge 48", "23.–29. nov 2026", 3),
        ("i dag", "25. nov", 1),
        ("uge 47", "16.–22. nov 2026", 0),
        ("november", "1.–30. nov 2026", 3),
        ("denne uge", "23.–29. nov 2026", 3),
        ("sidste måned", "1.–31. okt 2026", 0),
        ("fra 24.11 til 25.11", "24.–25. nov 2026", 2),
        ("24. nov - 25. nov", "24.–25. nov 2026", 2),
        ("uge 40 - uge 48", "28. sep–29. nov 2026", 3),
        ("1.9-", "1. sep–25. nov 2026", 3),
        ("morgen", "Temaer: morgen", 1),
        ("tema morgen", "Temaer: morgen", 1),
        ("cykel", "Temaer: cykel", 1),
        ("cyk", "Temaer: cykel", 1),
        (method.as_str(), method_echo.as_str(), 1),
        ("forældre MK uge 48 søren", "Søren Ægård Åse · Forældresamtale · MK · 23.–29. nov 2026", 1),
    ] {
        let mut program = with_notes();
        program.keys(&format!("3f{typed}"));
        assert!(program.shows("= "), "{typed}: {}", program.screen());
        assert!(program.shows(echo), "{typed}: {}", program.screen());
        let said = if count == 1 { "1 samtale".to_owned() } else { format!("{count} samtaler") };
        let title = narrowed(&mut program, typed);
        assert_eq!(title.rsplit_once(" · ").unwrap().1, said, "{typed}");
        assert!(title.starts_with(echo), "{typed}: {title}");
        assert!(count > 0 || program.shows("Ingen samtaler passer. Esc viser alle igen."));
    }
}

#[test]
fn several_words_of_one_type_match_any_and_the_title_says_so() {
    for (typed, title) in [
        ("søren alma", "Søren Ægård Åse eller Alma Holm · 3 samtaler"),
        ("søren ida", "Søren Ægård Åse eller Ida Marie Toft · 2 samtaler"),
        ("søren søren", "Søren Ægård Åse · 2 samtaler"),
        ("forældre udvik", "Forældresamtale eller Udviklingssamtale · 3 samtaler"),
        ("LB MK", "LB eller MK · 3 samtaler"),
        ("morgen cykel", "Temaer: morgen eller cykel · 2 samtaler"),
        ("morgen søren", "Søren Ægård Åse · Temaer: morgen · 0 samtaler"),
        (
            "alma søren forældre LB MK",
            "Alma Holm eller Søren Ægård Åse · Forældresamtale · LB eller MK · 2 samtaler",
        ),
    ] {
        let mut program = with_notes();
        assert_eq!(narrowed(&mut program, typed), title, "{typed}");
        // The program's own description of a filter can be typed.
        let again = title.rsplit_once(" · ").unwrap().0;
        assert_eq!(narrowed(&mut program, again), title, "{again}");
    }
}

#[test]
fn the_title_joins_two_words_of_one_type_with_or() {
    let mut program = log_of_many(3, |n, talk| match n {
        0 => talk.methods = vec![Tag::new("ACT").unwrap()],
        1 => talk.methods = vec![Tag::new("KRAP").unwrap()],
        _ => talk.themes = vec![Tag::new("act").unwrap()],
    });
    assert_eq!(narrowed(&mut program, "krap eller act"), "Metoder: KRAP eller ACT · 2 samtaler");
    assert!(refused(&mut program, "LB eller angst").starts_with("angst: hverken"));
    assert!(refused(&mut program, "eller angst").starts_with("eller: hverken"));
    assert!(refused(&mut program, "uge 47 eller uge 46").starts_with("Én periode"));
    assert!(narrowed(&mut program, "alma eller").starts_with("Alma Holm"));
}

#[test]
fn one_period_is_enough() {
    let mut program = with_notes();
    for typed in ["uge 47 uge 46", "nov okt", "i dag søren i går"] {
        let told = refused(&mut program, typed);
        assert_eq!(told, "Én periode ad gangen. Prøv uge 46-47 · nov · 1.9- · fra 1.11 til 15.11", "{typed}");
    }
    assert!(narrowed(&mut program, "uge 48 uge 48").starts_with("23.–29. nov 2026 · 3"));
}

#[test]
fn a_week_of_the_log_has_its_saturday_and_sunday() {
    // Friday the 20th, the weekend, and Monday the 23rd.
    let mut program = log_of_many(5, |_, _| ());
    assert_eq!(narrowed(&mut program, "uge 47"), "16.–22. nov 2026 · 3 samtaler");
    assert_eq!(narrowed(&mut program, "sidste uge"), "16.–22. nov 2026 · 3 samtaler");
}

#[test]
fn a_whole_name_comes_first_whatever_its_sort() {
    let mut program = log_of_many(3, |n, talk| {
        if n == 1 {
            talk.themes = vec![Tag::new("familie").unwrap()];
        }
    });
    assert_eq!(narrowed(&mut program, "familie"), "Temaer: familie · 1 samtale");
    assert_eq!(narrowed(&mut program, "Familievejledning"), "Familievejledning · 0 samtaler");
    // A theme and a method with the same name: the name finds the theme, and the name with its type finds the
    // method.
    let mut program = log_of_many(2, |n, talk| match n {
        0 => talk.themes = vec![Tag::new("act").unwrap()],
        _ => talk.methods = vec![Tag::new("ACT").unwrap()],
    });
    assert_eq!(narrowed(&mut program, "act"), "Temaer: act · 1 samtale");
    assert_eq!(narrowed(&mut program, "metode act"), "Metoder: ACT · 1 samtale");
}

#[test]
fn a_tie_between_two_matches_chooses_neither() {
    let mut program = with_notes();
    for (typed, told) in [
        ("famili", "Familievejledning (…), Familiebehandling med flere? Skriv mere"),
        ("familieb", ""),
        ("so", "Metoder: social thinking, Sofia Åkjær med flere? Skriv mere"),
        ("holm", "Alma Holm eller Mads Østergaard-Rasmussen…? Skriv mere"),
        ("bang", "Lise Bang (LB) eller Lærke Bang? Skriv mere"),
    ] {
        if told.is_empty() {
            assert!(narrowed(&mut program, typed).starts_with("Familiebehandling"));
        } else {
            assert_eq!(refused(&mut program, typed), told.replace(" (…)", ""), "{typed}");
        }
    }
}

#[test]
fn a_letter_as_it_was_typed_comes_before_what_it_may_stand_for() {
    let mut program = with_notes();
    assert!(narrowed(&mut program, "sør").starts_with("Søren Ægård Åse"));
    assert!(narrowed(&mut program, "soer").starts_with("Søren Ægård Åse"));
    assert!(narrowed(&mut program, "as").starts_with("Asger Lund"));
    assert!(narrowed(&mut program, "ås").starts_with("Søren Ægård Åse"), "å is not a");
    assert!(narrowed(&mut program, "aase").starts_with("Søren Ægård Åse"));
}

#[test]
fn themes_on_record_are_offered_even_if_the_house_lists_lack_them() {
    let mut program = log_of_many(3, |n, talk| match n {
        0 => talk.themes = vec![Tag::new("hjemmebesøg (nyt)").unwrap()],
        1 => talk.themes = vec![Tag::new("Søvn").unwrap()],
        _ => talk.themes = vec![Tag::new("søvn").unwrap()],
    });
    assert_eq!(narrowed(&mut program, "hjemmebesøg"), "Temaer: hjemmebesøg (nyt) · 1 samtale");
    assert_eq!(narrowed(&mut program, "hjemmebesog (nyt)"), "Temaer: hjemmebesøg (nyt) · 1 samtale");
    assert_eq!(narrowed(&mut program, "søvn"), "Temaer: søvn · 2 samtaler", "however it is written");
}

#[test]
fn an_unknown_word_gives_examples_and_stays_in_the_field() {
    let mut program = with_notes();
    let told = refused(&mut program, "xyzzy");
    assert_eq!(told, "xyzzy: hverken barn, type, tema eller dage. Prøv forældre MK uge 48");
    let long = refused(&mut program, "søren foraeldreLBsomerlangt");
    assert_eq!(long, "foraeldreLB…: hverken barn, type, tema eller dage. Prøv forældre MK uge 48");
    assert_eq!(refused(&mut program, "31.2"), "31.2 findes ikke. Prøv i morgen · man · +2u · 24.12.2026");
    assert!(refused(&mut program, "MK uge 60").starts_with("uge 60 findes ikke."));
    assert!(refused(&mut program, "i morgen - i dag").contains("ligger før"));
    // The example shown is valid.
    assert!(narrowed(&mut program, "forældre MK uge 48").starts_with("Forældresamtale · MK"));
}

#[test]
fn refusals_fit_on_80_columns() {
    for lang in [Lang::Da, Lang::En] {
        let mut program = Start { lang, ..Start::default() }.on(house::of(&house::SIXTEEN));
        for typed in ["ikkenogetsomhelst", "uge 47 uge 46", "so", "holm", "a"] {
            program.keys(&format!("3f<ctrl-u>{typed}"));
            let told = program.line("▲ ");
            assert!(!told.trim_end().ends_with('…'), "{told}");
            program.keys("<esc>");
        }
    }
}

#[test]
fn typing_in_a_reopened_filter_starts_a_new_word() {
    let mut program = with_notes();
    program.keys("3fforældre<enter>fsøren<enter>");
    assert!(program.shows("Søren Ægård Åse · Forældresamtale · 1 samtale"), "{}", program.screen());
    program.keys("<esc>vfforældre");
    assert!(
        program.shows("= Alma Holm · Forældresamtale") || program.shows("= Søren"),
        "{}",
        program.screen()
    );
}

#[test]
fn a_new_note_takes_the_filtered_child_and_asks_if_there_are_two() {
    let mut program = with_notes();
    program.keys("3fsøren<enter>n");
    assert!(program.shows("Søren Ægård Åse"), "{}", program.screen());
    program.keys("<esc>3fsøren alma<enter>o");
    assert!(program.shows("Søren Ægård Åse eller Alma Holm · 2 opfølgninger"), "{}", program.screen());
    program.keys("ofMK forældre<enter>o");
    assert!(program.shows("Søren Ægård Åse eller Alma Holm · 2 opfølgninger"), "{}", program.screen());
}

#[test]
fn a_long_title_takes_another_line() {
    let mut program = Start::default().on(with_many(1, |_, talk| {
        talk.matter =
            trivsel_domain::record::Matter::of_case(talk.case().unwrap(), TalkKind::Network).unwrap();
    }));
    let typed = "søren mads sofia alma netværk forældre MK LB nov angst søvn";
    let title = narrowed(&mut program, typed);
    assert!(title.ends_with("· Temaer: angst eller søvn · 0 samtaler"), "{title}");
}

#[test]
fn in_english() {
    let mut program = Start { lang: Lang::En, ..Start::default() }.on(house::of(&house::SIXTEEN));
    for (typed, title) in [
        ("parent last week", "Parent talk · 16–22 Nov 2026 · 0 talks"),
        ("alma or ida since 1 Nov", "Alma Holm or Ida Marie Toft · 1–25 Nov 2026 · 1 talk"),
        ("lise November", "LB · 1–30 Nov 2026 · 0 talks"),
        ("theme morgen", "Themes: morgen · 1 talk"),
    ] {
        assert_eq!(narrowed(&mut program, typed), title, "{typed}");
    }
}
