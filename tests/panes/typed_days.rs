//! What is typed about a day keeps its meaning: in a draft that is opened on another day, and in a form or a field that
//! is open at midnight.

use chrono::NaiveDate;
use trivsel_domain::record::{CaseDate, DocumentKind, Goal, GoalKind, Priority, Standing, TalkKind};
use trivsel_domain::value::{Coded, DraftId, GoalId, Line, ObligationKind, StaffId, Stage};
use trivsel_store::{Asker, Draft, Saved};
use trivsel_tui::form::Input;
use trivsel_tui::forms::case::ReferForm;
use trivsel_tui::forms::lists::ListKind;
use trivsel_tui::forms::{self, FormKind, Kind, Lookup};
use trivsel_tui::message::Message;
use trivsel_words::{Lang, Words};

use crate::harness::house::ALMA;
use crate::harness::{Program, Start, date, house, morning};

/// Tuesday, the day before the harness's morning.
fn yesterday() -> NaiveDate {
    date(2026, 11, 24)
}

/// The harness's program on the evening before its morning.
fn since_yesterday(mut program: Program) -> Program {
    program.send(Message::Clock(yesterday().and_hms_opt(23, 50, 0).unwrap()));
    program
}

/// Midnight passes.
fn midnight(program: &mut Program) {
    program.send(Message::Clock(morning()));
}

/// The day and the due days of the only note that is signed.
fn signed(program: &mut Program) -> (NaiveDate, Vec<NaiveDate>) {
    let me = program.model.me.id;
    let house = program.performer.house();
    let asked = trivsel_store::TalkQuery { limit: 100, ..trivsel_store::TalkQuery::default() };
    let keys = house.talks(&asked, me).unwrap().into_iter().map(|noted| noted.key());
    // The house begins with the first.
    let keys: Vec<_> = keys.filter(|key| key.id.as_u128() != 1).collect();
    let [key] = keys[..] else { panic!("{} talks on\n{}", keys.len(), program.screen()) };
    let opened = house.open_talk(Asker::new(me, morning()), key.id).unwrap();
    (opened.talk.date, opened.follow_ups.iter().map(|f| f.due).collect())
}

#[test]
fn a_draft_of_yesterday_is_signed_with_the_day_that_was_seen() {
    for (typed, day) in [("", 24), ("i dag", 24), ("i går", 23), ("man", 23), ("-3", 21), ("24.11", 24)] {
        let mut program = since_yesterday(Program::usual());
        program.keys(&format!("n<enter>{typed}<enter>Mor ringer.<tab>ringe igen<enter><enter>i morgen"));
        assert!(program.line(" Dato").contains(&format!("{day}. november")), "{}", program.screen());
        program.keys("<esc>");
        midnight(&mut program);
        program.keys("<ctrl-k><enter>");
        assert!(program.line(" Dato").contains(&format!("{day}. november")), "{}", program.screen());
        program.keys("<ctrl-s>");
        assert!(program.shows(&format!("{day}. november")), "{}", program.screen());
        program.keys("<ctrl-o>");
        assert_eq!(signed(&mut program), (date(2026, 11, day), vec![date(2026, 11, 25)]), "{typed}");
    }
}

#[test]
fn a_form_open_at_midnight_keeps_its_days_and_says_so() {
    let mut program = since_yesterday(Program::usual());
    program.keys("n<enter><enter>Mor ringer.");
    program.performer.keep(&mut program.model).unwrap();
    midnight(&mut program);
    assert!(
        program.line(" Dato").contains("24.11.2026  = tirsdag 24. november 2026"),
        "{}",
        program.screen()
    );
    assert!(program.shows("som de var tir 24. nov"), "{}", program.screen());
    // What is typed now is of today.
    program.keys("<tab>ringe igen<enter><enter>+1<ctrl-s><ctrl-o>");
    assert_eq!(signed(&mut program), (yesterday(), vec![date(2026, 11, 26)]));
}

#[test]
fn a_locked_form_keeps_its_days_too() {
    let mut program = since_yesterday(Program::usual());
    program.keys("n<enter>i går<enter>Mor ringer.").send(Message::LeftAlone);
    midnight(&mut program);
    program.keys("right<enter><ctrl-s><ctrl-o>");
    assert_eq!(signed(&mut program).0, date(2026, 11, 23));
}

#[test]
fn a_record_whose_day_was_only_filled_in_keeps_it_too() {
    let mut program = since_yesterday(Program::usual());
    program.keys("1<ctrl-f>Alma<enter><enter><right><right><right><right>nfag<enter>Læser en bog<esc>");
    midnight(&mut program);
    program.keys("<ctrl-k><enter><ctrl-s>");
    assert_eq!(program.dossier(ALMA).goals[0].set_on, yesterday(), "{}", program.screen());
}

#[test]
fn a_draft_of_an_earlier_program_is_of_the_day_it_was_saved() {
    let mut program = Program::usual();
    program.keys("n<enter>i går<enter>Mor ringer.<esc>");
    let asker = Asker::new(program.model.me.id, morning());
    let mut draft = program.performer.house().drafts(asker.staff).unwrap().remove(0);
    draft.fields.remove("typed-on");
    assert!(matches!(program.performer.house().save_draft(asker, 1, &draft), Ok(Saved::Kept { .. })));
    program.send(Message::Clock(morning() + chrono::Duration::days(2)));
    program.keys("<ctrl-k><enter>");
    assert!(program.line(" Dato").contains("tirsdag 24. november 2026"), "{}", program.screen());
}

#[test]
fn a_field_of_one_line_keeps_its_meaning_at_midnight_until_it_is_typed_anew() {
    let mut program = since_yesterday(Program::usual());
    program.keys("2g+3");
    let seen = "fredag 27. november 2026";
    assert!(program.shows(seen), "{}", program.screen());
    midnight(&mut program);
    assert!(program.shows(seen), "{}", program.screen());
    program.keys("<backspace>3");
    assert!(program.shows("lørdag 28. november 2026"), "{}", program.screen());
}

#[test]
fn every_form_has_its_name_in_the_list_of_drafts() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for form in every_form().into_iter().filter(|form| form.code() != "talk") {
            let list = if form.is_of_case() { "form-of" } else { "draft-of" };
            assert!(!words.code(list, form.code()).is_empty());
        }
    }
}

/// Every form of the program, about every id and code that one can be about.
fn every_form() -> Vec<FormKind> {
    fn codes<T: Coded + Copy>(all: &[T]) -> impl Iterator<Item = String> {
        all.iter().map(|one| one.code().to_owned())
    }
    let ids = [1, 71].map(|n| GoalId::from_u128(n).to_string());
    let about: Vec<String> = std::iter::once(String::new())
        .chain(ids)
        .chain(codes(ObligationKind::ALL).map(|kind| format!("{kind} 2026-10-01")))
        .chain(["0 2026-10-01".to_owned(), "1".to_owned()])
        .chain(codes(DocumentKind::ALL))
        .chain(codes(TalkKind::ALL))
        .chain(codes(Stage::ALL))
        .chain(codes(CaseDate::ALL))
        .chain(ListKind::all().map(|list| list.of()))
        .collect();
    let mut forms: Vec<FormKind> = Vec::new();
    for code in FormKind::codes() {
        let opened = about.iter().flat_map(|of| [draft(code, of), draft("case", &format!("{code}:{of}"))]);
        let before = forms.len();
        for form in opened.filter_map(|draft| FormKind::of_draft(&draft)) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        assert!(forms.len() > before, "no draft opens {code}");
    }
    forms
}

fn draft(form: &str, target: &str) -> Draft {
    Draft {
        id: DraftId::from_u128(9),
        author: StaffId::from_u128(1),
        form: form.to_owned(),
        case: Some(ALMA),
        fields: [("target".to_owned(), target.to_owned())].into(),
        base: None,
        writers: vec![],
        revision: 1,
        saved_at: morning(),
        held: None,
    }
}

fn on_a_sheet() -> Program {
    let house = house::changed(|records| {
        records.goals.push(Goal {
            id: GoalId::from_u128(71),
            case: ALMA,
            kind: GoalKind::Academic,
            text: Line::new("Læser en bog").unwrap(),
            municipal: None,
            set_on: date(2026, 11, 2),
            progress: vec![],
            ended: None,
        });
        records.cases[0].standing = Standing::Waiting { priority: Priority::ALL[0], last_contact: None };
    });
    let mut program = since_yesterday(Start::default().on(house));
    program.keys("<ctrl-n><esc>1v<ctrl-f>Alma<enter><enter>");
    assert!(program.model.sheet().is_some(), "{}", program.screen());
    program
}

#[test]
fn every_field_whose_meaning_would_change_with_the_day_keeps_it() {
    let program = on_a_sheet();
    let today = Lookup::of(&program.model).on(date(2026, 11, 25));
    let then = today.on(yesterday());
    let mut found = std::collections::BTreeSet::new();
    for kind in every_form() {
        let fields = kind.open(DraftId::from_u128(9), &then).fields.len();
        for at in 0..fields {
            for typed in ["i dag", "i går", "i morgen", "+3", "-2", "fre", "søn", "uge 47", "om 2 uger"] {
                let mut form = kind.open(DraftId::from_u128(9), &then);
                let Some(field) = form.fields.get_mut(at).filter(|e| matches!(e.input, Input::Line(_)))
                else {
                    continue;
                };
                field.set(typed);
                field.shown = true;
                let told = |form: &trivsel_tui::form::Form, lookup: &Lookup<'_>| {
                    forms::meaning(form, &form.fields[at], lookup).and_then(Result::ok).unwrap_or_default()
                };
                let seen = told(&form, &then);
                let changes = !seen.is_empty() && !told(&form, &today).starts_with(&seen);
                forms::stay(&mut form, &then, today.today());
                let later = told(&form, &today);
                assert!(!changes || later.starts_with(&seen), "{typed}: {seen}, then {later} in {form:?}");
                if changes {
                    found.insert(format!("{} {}", kind.code(), form.fields[at].name));
                }
            }
        }
    }
    insta::assert_snapshot!(found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_typed_cpr_number_stays_a_cpr_number() {
    let program = on_a_sheet();
    let then = Lookup::of(&program.model);
    let mut form = FormKind::from(ReferForm).open(DraftId::from_u128(9), &then);
    form.field_mut("born").unwrap().set("0203141234");
    forms::stay(&mut form, &then, then.today());
    assert_eq!(form.text("born"), "0203141234");
}

#[test]
fn a_class_typed_in_july_is_that_of_the_school_year_that_ended() {
    let july = date(2026, 7, 20).and_hms_opt(9, 0, 0).unwrap();
    let august = date(2026, 8, 12).and_hms_opt(9, 0, 0).unwrap();
    let mut program = Program::usual();
    program.send(Message::Clock(july));
    program.keys("+Vera Prøve<tab><tab>7.b<tab>");
    assert!(program.line(" Klasse").trim_end().ends_with("= 7.b"), "{}", program.screen());
    program.keys("<esc>");
    // In the same school year nothing is added.
    program.send(Message::Clock(july + chrono::TimeDelta::days(2)));
    program.keys("<ctrl-k><enter>");
    assert!(!program.shows("2025/26"), "{}", program.screen());
    program.keys("<esc>");
    program.send(Message::Clock(august));
    program.keys("<ctrl-k><enter>");
    assert!(program.line(" Klasse").contains("7.b 2025/26"), "{}", program.screen());
    let (form, lookup) = (program.model.form().unwrap(), Lookup::of(&program.model));
    let field = form.fields.iter().find(|e| e.name == "class").unwrap();
    assert_eq!(forms::meaning(form, field, &lookup), Some(Ok("7.b 2025/26".to_owned())));
}
