//! Messages: lookup, arguments, plurals, codes, and the placeholder for a missing one.

use trivsel_words::{Arg, Lang, Words};

/// Words made from the test's own text.
fn words(lang: Lang, source: &str) -> Words {
    Words::from_sources(lang, [source])
}

#[test]
fn languages_have_stable_codes() {
    assert_eq!((Lang::Da.code(), Lang::En.code(), Lang::default()), ("da", "en", Lang::Da));
    assert_eq!((Lang::from_code("da"), Lang::from_code("en")), (Some(Lang::Da), Some(Lang::En)));
    assert_eq!((Lang::from_code("DA"), Lang::from_code("")), (None, None));
}

#[test]
fn the_panes_are_named() {
    let panes = ["caseload", "calendar", "talks", "teaching", "attendance"];
    let all = |lang| {
        let words = Words::new(lang);
        panes.map(|pane| words.code("pane", pane).to_owned())
    };
    assert_eq!(all(Lang::Da), ["Sager", "Kalender", "Samtaler", "Undervisning", "Fremmøde"]);
    assert_eq!(all(Lang::En), ["Cases", "Calendar", "Talks", "Teaching", "Attendance"]);
}

#[test]
fn codes_with_underscores_are_found() {
    let words = Words::new(Lang::Da);
    assert_eq!(words.code("stage", "phase_out"), "Udslusning");
    assert_eq!(words.code("mark-letter", "not_expected"), "–");
}

#[test]
fn a_long_code_is_found_too() {
    let code = "x".repeat(200);
    let words = words(Lang::Da, &format!("a-{code} = lang\n"));
    assert_eq!(words.code("a", &code), "lang");
}

#[test]
fn one_and_many() {
    let (da, en) = (Words::new(Lang::Da), Words::new(Lang::En));
    assert_eq!([0, 1, 2, 21].map(|n| da.count("child", n)), ["0 børn", "1 barn", "2 børn", "21 børn"]);
    assert_eq!([0, 1, 2].map(|n| en.count("child", n)), ["0 children", "1 child", "2 children"]);
}

#[test]
fn arguments_are_inserted_as_they_are() {
    let words = words(Lang::Da, "a-b = { $who } har { $n }\n");
    let text = words.with("a-b", &[("who", "Søren Ægård".into()), ("n", (-3).into())]);
    assert_eq!(text, "Søren Ægård har -3");
    let text = words.with("a-b", &[("who", String::from("{ $n }").into()), ("n", Arg::from("6,5"))]);
    assert_eq!(text, "{ $n } har 6,5");
}

#[test]
fn messages_can_use_each_other() {
    let words = words(Lang::Da, "a-b = barn\nc-d = et { a-b }\n");
    assert_eq!(words.get("c-d"), "et barn");
}

#[test]
fn words_can_be_shared_between_threads() {
    fn shareable<T: Send + Sync>(_: &T) {}
    shareable(&Words::new(Lang::Da));
}

#[cfg(debug_assertions)]
#[test]
#[should_panic(expected = "no message odd-id")]
fn a_missing_message_stops_a_debug_build() {
    let _ = Words::new(Lang::Da).get("odd-id");
}

#[cfg(debug_assertions)]
#[test]
#[should_panic(expected = "asks for an argument")]
fn a_missing_argument_stops_a_debug_build() {
    let _ = Words::new(Lang::Da).with("date-no-such", &[]);
}

#[cfg(debug_assertions)]
#[test]
#[should_panic(expected = "does not parse")]
fn a_broken_file_stops_a_debug_build() {
    let _ = words(Lang::Da, "a-b = { $\n");
}

#[cfg(not(debug_assertions))]
#[test]
fn a_missing_message_is_marked_in_a_release_build() {
    let words = Words::new(Lang::Da);
    assert_eq!((words.get("odd-id"), words.code("odd", "id")), ("⟨odd-id⟩", "⟨odd-id⟩"));
    assert_eq!(words.with("odd-other", &[]), "⟨odd-other⟩");
}
