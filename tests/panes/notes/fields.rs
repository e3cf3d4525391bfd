//! The fields of a note: children by letters, typed dates, people, tags, agreements, and their errors.

use trivsel_domain::record::{Doer, Participant, Standing, TalkKind};
use trivsel_domain::value::Role;

use super::{LISE, MAJA, around, one_signed, signed, whose};
use crate::harness::{Program, Start, date, house};

#[test]
fn a_child_is_found_in_any_spelling() {
    let found = [
        ("sor", "Søren Ægård Åse"),
        ("soer", "Søren Ægård Åse"),
        ("sø", "Søren Ægård Åse"),
        ("so", "Sofia Åkjær"),
        ("aase", "Søren Ægård Åse"),
        ("a\u{30a}kj", "Sofia Åkjær"),
        ("åkj", "Sofia Åkjær"),
        ("AEG", "Søren Ægård Åse"),
        ("rasm", "Mads Østergaard-Rasmussen Holm"),
        ("علي", "محمد علي"),
        ("太郎", "山田 太郎"),
    ];
    for (letters, name) in found {
        let mut program = Program::usual();
        program.keys(&format!("<ctrl-n>{letters}<enter><enter><enter>ord<ctrl-s><ctrl-o>"));
        let opened = one_signed(&mut program);
        assert_eq!(whose(&mut program, &opened), name, "{letters}");
    }
}

#[test]
fn arrows_choose_among_matches_and_no_match_gives_a_message() {
    let mut program = Program::usual();
    program.keys("<ctrl-n>a<right><right>");
    assert!(program.shows("[Aya Hassan"), "{}", program.screen());
    program.keys("xyz");
    assert!(program.shows("▲ intet passer"), "{}", program.screen());
    program.keys("<enter>");
    assert!(program.shows("axyz"), "the letters are not cleared: {}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.shows("►Barn"), "{}", program.screen());
    assert!(program.shows("Kan ikke gemmes"), "{}", program.screen());
}

#[test]
fn dates_are_read_as_they_are_typed_and_echoed() {
    for (typed, day) in [
        ("i går", date(2026, 11, 24)),
        ("man", date(2026, 11, 23)),
        ("fre uge 47", date(2026, 11, 20)),
        ("-3", date(2026, 11, 22)),
        ("2411", date(2026, 11, 24)),
        ("24/11", date(2026, 11, 24)),
    ] {
        let mut program = Program::usual();
        program.keys(&format!("n<enter><ctrl-u>{typed}"));
        assert!(around(&mut program, "►Dato").contains("= "), "{}", program.screen());
        program.keys("<enter>ord<ctrl-s><ctrl-o>");
        assert_eq!(one_signed(&mut program).talk.date, day, "{typed}");
    }
}

#[test]
fn a_future_day_is_refused_beside_the_field() {
    let mut program = Program::usual();
    program.keys("n<enter><ctrl-u>i morgen");
    assert!(around(&mut program, "►Dato").contains("▲ er ikke kommet endnu"), "{}", program.screen());
    program.keys("<enter>ord<ctrl-s>");
    assert!(program.shows("►Dato") && program.shows("i morgen"), "{}", program.screen());
    assert!(signed(&mut program).is_empty());
}

#[test]
fn saving_is_off_until_it_is_right_and_the_first_wrong_field_gets_the_cursor() {
    let mut program = Program::usual();
    program.keys("<ctrl-n><tab><tab><tab><ctrl-s>");
    assert!(program.shows("Kan ikke gemmes: ret 3 felter. Først Barn (mangler)"), "{}", program.screen());
    assert!(program.shows("►Barn"));
    assert!(program.line(" Type").contains("▲ mangler"), "{}", program.screen());
    program.keys("sø<enter>");
    assert!(program.shows("Kan ikke gemmes: ret Notat (mangler)"), "the line follows: {}", program.screen());
    program.keys("<enter><ctrl-u>24,13<enter>ord<tab><ctrl-s>");
    assert!(program.shows("►Dato"), "{}", program.screen());
    assert!(around(&mut program, "►Dato").contains("▲ "), "{}", program.screen());
    assert!(program.shows("24,13") && program.shows("│ord"), "nothing is cleared");
    assert!(signed(&mut program).is_empty());
    program.keys("<ctrl-u>24.11<ctrl-s><ctrl-o>");
    assert_eq!(one_signed(&mut program).talk.date, date(2026, 11, 24));
}

/// From the text to the field of participants.
const TO_WITH: &str = "<tab><tab><tab><tab><tab><tab>";

#[test]
fn who_took_part_by_role_initials_given_name_and_others() {
    let mut program = Program::usual();
    program.keys(&format!("n<enter><enter>ord{TO_WITH}<ctrl-u>mor, lb, Maja, mo"));
    assert!(around(&mut program, "►Deltagere").contains("→ mor"), "{}", program.screen());
    program.keys("rmor Ulla<enter>");
    let line = program.line(" Deltagere");
    assert!(line.contains("Lise Bang") && line.contains("Maja Krog"), "{line}");
    program.keys("<ctrl-s><ctrl-o>");
    let with = one_signed(&mut program).talk.participants;
    let other = Participant::Other(trivsel_domain::value::Line::new("mormor Ulla").unwrap());
    let expected =
        [Participant::Role(Role::Mother), Participant::Staff(LISE), Participant::Staff(MAJA), other];
    assert_eq!(with, expected);
}

#[test]
fn a_time_span_fills_in_the_length() {
    let mut program = Program::usual();
    program.keys("n<enter><ctrl-u>i går<enter>ord<tab><tab><tab><tab>9-10.15");
    assert!(around(&mut program, "►Kl.").contains("9.00 · 75 minutter"), "{}", program.screen());
    assert!(
        program.line(" Varighed").contains("75  = 75 minutter"),
        "one length, not two: {}",
        program.screen()
    );
    program.keys("<ctrl-s><ctrl-o>");
    let talk = one_signed(&mut program).talk;
    assert_eq!((talk.start.unwrap().minutes(), talk.minutes.unwrap().get()), (540, 75));
}

#[test]
fn invalid_minutes_are_refused_with_an_example() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<tab><tab><tab><tab><tab><ctrl-u>længe");
    assert!(
        around(&mut program, "►Varighed").contains("▲ ikke en varighed. Prøv 50 eller 1 t 30"),
        "{}",
        program.screen()
    );
    program.keys("<ctrl-s>");
    assert!(program.shows("Kan ikke gemmes"), "{}", program.screen());
}

#[test]
fn themes_are_completed_from_the_houses_list_and_new_ones_marked() {
    let mut program = Program::usual();
    let known = program.model.roster.lists.themes[0].as_str().to_owned();
    let begin: String = known.chars().take(4).collect();
    program.keys(&format!("n<enter><enter>ord{TO_WITH}<tab>{begin}"));
    assert!(around(&mut program, "►Temaer").contains(&format!("→ {known}")), "{}", program.screen());
    program.keys("<enter><backtab>, kanoture<enter>");
    let line = program.line(" Temaer");
    assert!(line.contains("kanoture (nyt)") && !line.contains(&format!("{known} (nyt)")), "{line}");
    program.keys("<ctrl-s><ctrl-o>");
    let themes = one_signed(&mut program).talk.themes;
    let themes: Vec<&str> = themes.iter().map(trivsel_domain::value::Tag::as_str).collect();
    assert_eq!(themes, [known.as_str(), "kanoture"]);
}

#[test]
fn agreements_with_person_and_day_become_follow_ups() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<tab>ringe til mor<enter><ctrl-u>lise<enter>+2u<enter>");
    program.keys("mødes ved cykelskuret<enter><ctrl-u>far<enter>fre<ctrl-s><ctrl-o>");
    let agreed = one_signed(&mut program).follow_ups;
    let by_day: Vec<_> = agreed.iter().map(|f| (f.what.as_str(), &f.who, f.due)).collect();
    let far = Doer::Other(trivsel_domain::value::Line::new("far").unwrap());
    assert_eq!(
        by_day,
        [
            ("mødes ved cykelskuret", &far, date(2026, 11, 27)),
            ("ringe til mor", &Doer::Staff(LISE), date(2026, 12, 9)),
        ]
    );
}

#[test]
fn emptying_an_agreement_removes_no_other() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<tab>den første<enter><enter>+1<enter>");
    program.keys("den anden<enter><enter>+2<enter>den tredje<enter><enter>+3");
    program.keys(&"<backtab>".repeat(8));
    assert!(program.shows("►Aftale        den første"), "{}", program.screen());
    program.keys("<ctrl-u>");
    assert!(program.shows("den anden") && program.shows("den tredje"), "{}", program.screen());
    program.keys("<ctrl-s><ctrl-o>");
    let agreed = one_signed(&mut program).follow_ups;
    assert_eq!(agreed.iter().map(|f| f.what.as_str()).collect::<Vec<_>>(), ["den anden", "den tredje"]);
}

#[test]
fn an_agreement_has_one_person_and_a_day_is_not_a_person() {
    for (typed, said) in [
        ("24,13", "▲ én ad gangen"),
        ("LB, MK", "▲ én ad gangen"),
        ("24.11", "▲ ikke et navn"),
        ("lise", "= Lise Bang"),
        ("klasselæreren", "= klasselæreren"),
    ] {
        let mut program = Program::usual();
        program.keys(&format!("n<enter><enter>ord<tab>ringe<enter>{typed}"));
        assert!(around(&mut program, "►Hvem").contains(said), "{}", program.screen());
    }
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<tab>ringe<enter><enter>i går");
    assert!(around(&mut program, "►Hvornår").contains("▲ dagen er gået"), "{}", program.screen());
}

#[test]
fn a_comma_accepts_the_offered_tag() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<tab><tab><tab><tab><tab><tab><tab>ang, sø, helt nyt<ctrl-s><ctrl-o>");
    let talk = one_signed(&mut program).talk;
    let themes: Vec<_> = talk.themes.iter().map(trivsel_domain::value::Tag::as_str).collect();
    assert_eq!(themes, ["angst", "søvn", "helt nyt"]);
}

#[test]
fn a_consultation_needs_its_hours() {
    let mut program = Program::usual();
    program.keys("<ctrl-n>");
    assert!(program.line("►Barn").contains("Konsultation (intet barn)"), "it is seen: {}", program.screen());
    program.keys("kons<enter>Lindeskolen<enter>Skolevægring<enter><enter>Vejledte teamet<ctrl-s>");
    assert!(program.shows("►Varighed"), "{}", program.screen());
    program.keys("1,5 time<ctrl-s><ctrl-o>");
    assert_eq!(one_signed(&mut program).talk.minutes.unwrap().get(), 90);
}

#[test]
fn letters_that_fit_no_kind_stay_when_the_child_is_chosen() {
    let mut program = Program::usual();
    program.keys("<ctrl-n><tab>xyz<backtab>sor<enter>");
    assert!(program.line("►Type").contains("xyz"), "{}", program.screen());
}

#[test]
fn an_agreement_without_a_day_says_so_with_an_example() {
    let mut program = Program::usual();
    program.keys("n<enter><enter>ord<tab>ringe<ctrl-s>");
    assert!(program.shows("►Hvornår"), "{}", program.screen());
    program.keys("24,13");
    assert!(around(&mut program, "►Hvornår").contains("▲ "), "{}", program.screen());
}

#[test]
fn the_last_talk_is_repeated_in_the_form_and_in_the_log() {
    let mut program = Program::usual();
    program.keys("n<ctrl-d>");
    let line = program.line(" Temaer");
    assert!(line.contains("morgen"), "{}", program.screen());
    assert!(program.line(" Deltagere").contains("mor"), "{}", program.screen());
    assert!(program.shows("Forældresamtale"), "{}", program.screen());
    program.keys("<esc>");
    let mut program = Program::usual();
    program.keys("3<ctrl-d><enter><enter>som sidst<ctrl-s><ctrl-o>");
    let talk = one_signed(&mut program).talk;
    assert_eq!((talk.kind(), talk.minutes.unwrap().get()), (TalkKind::Parent, 50));
    assert_eq!(talk.participants, [Participant::Role(Role::Mother)]);
    assert_eq!(talk.date, date(2026, 11, 25), "the day and the text are new");
    let mut program = Program::usual();
    program.keys("<ctrl-n>sø<enter><ctrl-d>");
    assert!(program.shows("ingen tidligere samtale"), "{}", program.screen());
}

#[test]
fn a_consultation_has_place_topic_hours_and_people_but_no_child() {
    let mut program = Program::usual();
    program.keys("<ctrl-n>kons<enter>");
    assert!(program.shows("►Sted") && program.shows("Emne"), "{}", program.screen());
    assert!(!program.shows("ORS ved start") && !program.shows(" Type"), "{}", program.screen());
    assert!(program.line(" Deltagere").contains("MK"), "{}", program.screen());
    program.keys("Lindeskolen<enter>skolevægring i 7.b<enter><enter>Vi talte om mødetider.");
    program.keys("<tab><tab>8-9.30<tab><tab><ctrl-u>skole, LB<ctrl-s><ctrl-o>");
    let talk = one_signed(&mut program).talk;
    assert_eq!((talk.kind(), talk.case()), (TalkKind::Consultation, None));
    assert_eq!(talk.matter.place().unwrap().as_str(), "Lindeskolen");
    assert_eq!(talk.matter.topic().unwrap().as_str(), "skolevægring i 7.b");
    assert_eq!(talk.minutes.unwrap().get(), 90);
    assert_eq!(talk.participants.len(), 2);
    assert!(program.shows("Underskrevet: Lindeskolen, Konsultation"), "{}", program.screen());
}

#[test]
fn values_derived_from_a_child_go_when_another_or_none_is_chosen() {
    let mut program = Program::usual();
    program.keys("n<up>kons<enter>");
    let line = program.line(" Deltagere");
    assert!(!line.contains("barnet"), "{line}");
    assert!(!program.line(" Varighed").contains("45"), "{}", program.screen());
}

#[test]
fn a_child_with_several_cases_shows_which_one() {
    let house = house::changed(|records| {
        let mut again = records.cases[0].clone();
        again.id = trivsel_domain::value::CaseId::from_u128(900);
        again.standing = Standing::Declined { on: date(2026, 7, 1) };
        records.cases.push(again);
    });
    let mut program = Start::default().on(house);
    program.keys("<ctrl-n>alma");
    let line = around(&mut program, "►Barn");
    assert!(line.contains("Skolefraværstilbud"), "{}", program.screen());
}
