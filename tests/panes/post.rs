//! Consents and post on the sheet: what is shared with whom, what came, and what went out.

use insta::assert_snapshot;
use trivsel_domain::record::{
    Consent, CorrespondenceKind, Ground, LegalBasis, Party, PlanDocument, Section, Signature, Way,
};
use trivsel_domain::value::{ConsentId, DocumentId, Line, LongText, Role, StaffId};

use crate::harness::house::{self, ALMA};
use crate::harness::{Program, Start, date};

/// A consent to share with a role, to a day.
fn consent(n: u128, with: Role, to: Option<(i32, u32, u32)>) -> Consent {
    Consent {
        id: ConsentId::from_u128(n),
        case: ALMA,
        giver: Party::Role(Role::Mother),
        what: Line::new("Fremmøde og trivsel").unwrap(),
        with_whom: Party::Role(with),
        from: date(2026, 8, 10),
        to: to.map(|(y, m, d)| date(y, m, d)),
        withdrawn: None,
        note: None,
    }
}

/// The post of Alma Holm, with these consents.
fn post(consents: Vec<Consent>) -> Program {
    let house = house::changed(|records| records.consents = consents);
    on_post(Start::default().on(house))
}

fn on_post(mut program: Program) -> Program {
    program.keys("1<ctrl-f>Alma<enter><enter>").keys(&"<right>".repeat(8));
    assert!(program.shows("Sagsakter, der er kommet"), "{}", program.screen());
    program
}

#[test]
fn a_consent_is_written_and_withdrawn_and_comes_back_with_undo() {
    let mut program = post(vec![]);
    assert!(program.shows("ingen. n skriver et"), "{}", program.screen());
    program.keys("n");
    assert!(program.shows("Samtykke · Alma Holm"), "{}", program.screen());
    program.keys("sko<enter>Fremmøde<enter>mor<enter><enter>31.7.2027<ctrl-s>");
    let given = program.dossier(ALMA).consents.remove(0);
    assert_eq!((&given.with_whom, &given.giver), (&Party::Role(Role::School), &Party::Role(Role::Mother)));
    assert_eq!((given.from, given.to), (date(2026, 11, 25), Some(date(2027, 7, 31))));
    assert!(program.shows("Samtykke gemt: Fremmøde"), "{}", program.screen());
    assert!(program.shows("gælder til 31. jul 2027"), "{}", program.screen());
    program.keys("<home><down><enter>").keys(&"<down>".repeat(5)).keys("i dag<ctrl-s>");
    assert_eq!(program.dossier(ALMA).consents[0].withdrawn, Some(date(2026, 11, 25)), "{}", program.screen());
    assert!(program.shows("trukket 25. nov 2026"), "{}", program.screen());
    program.keys("<ctrl-z>");
    assert!(program.shows("gælder til 31. jul 2027"), "{}", program.screen());
}

#[test]
fn what_is_sent_on_a_consent_that_holds_takes_it_by_itself() {
    let mut program = post(vec![consent(1, Role::School, Some((2027, 7, 31)))]);
    program.keys("<end>n");
    assert!(program.shows("Post · Alma Holm"), "{}", program.screen());
    program.keys("sendt<enter>brev<enter>skole<enter>Referat af mødet");
    assert!(program.shows("samtykke: skole · Fremmøde og trivsel"), "{}", program.screen());
    program.keys("<ctrl-s>");
    let letter = program.dossier(ALMA).correspondence.remove(0);
    assert_eq!(letter.kind, CorrespondenceKind::Letter);
    let ground = Some(Ground::Consent(ConsentId::from_u128(1)));
    assert_eq!(letter.way, Way::Out { ground, document: None }, "{}", program.screen());
    assert!(program.shows("ud  Brev eller besked"), "{}", program.screen());
}

#[test]
fn without_a_consent_that_holds_it_asks_why_and_the_reason_stays() {
    let mut program = post(vec![consent(1, Role::Ppr, Some((2026, 10, 31)))]);
    assert!(program.shows("▲ udløb 31. okt 2026"), "{}", program.screen());
    program.keys("<end>n");
    program.keys("sendt<enter>brev<enter>PPR<enter>Orientering");
    assert!(program.shows("samtykket gjaldt til 31. okt 2026. Vælg en lov"), "{}", program.screen());
    program.keys("<ctrl-s>");
    assert!(program.dossier(ALMA).correspondence.is_empty(), "{}", program.screen());
    // The cursor stands where the ground is chosen.
    assert_eq!(program.model.form().unwrap().focused().unwrap().name, "ground");
    program.keys("en grund<enter><ctrl-s>");
    assert!(program.dossier(ALMA).correspondence.is_empty(), "a reason is asked for: {}", program.screen());
    program.keys("Aftalt på mødet<ctrl-s>");
    let letter = program.dossier(ALMA).correspondence.remove(0);
    let reason = Ground::Reason(Line::new("Aftalt på mødet").unwrap());
    assert_eq!(letter.way, Way::Out { ground: Some(reason.clone()), document: None }, "{}", program.screen());
    assert_snapshot!("post_of_a_child", program.screen());
    // Another word in it changes no reason, although a consent holds by then.
    program.keys("<home>nPPR<enter>Fremmøde<enter>mor<enter><ctrl-s>");
    assert_eq!(program.dossier(ALMA).consents.len(), 2, "{}", program.screen());
    program.keys("<end><enter>").keys(&"<enter>".repeat(3)).keys("Orientering om Alma<ctrl-s>");
    let changed = program.dossier(ALMA).correspondence.remove(0);
    assert_eq!(
        (changed.what.as_str(), changed.way),
        ("Orientering om Alma", letter.way),
        "{}",
        program.screen()
    );
    // It stands on the time line with its reason.
    program.keys(&"<left>".repeat(7));
    assert!(program.shows("ud: Brev eller"), "{}", program.screen());
}

#[test]
fn a_notification_goes_out_on_the_duty_to_notify_and_a_letter_home_on_nothing() {
    let mut program = post(vec![]);
    program.keys("<end>n").keys("sendt<enter>underretning<enter>socialrådgiver<enter>Bekymring<ctrl-s>");
    program.keys("<end>n").keys("sendt<enter>brev<enter>mor<enter>Velkommen<ctrl-s>");
    let letters = program.dossier(ALMA).correspondence;
    let ways: Vec<_> = letters.iter().map(|c| c.way.ground().cloned()).collect();
    assert!(
        ways.contains(&Some(Ground::Law(LegalBasis::NotificationDuty))),
        "{ways:?}\n{}",
        program.screen()
    );
    assert!(ways.contains(&None), "{ways:?}\n{}", program.screen());
}

#[test]
fn case_files_that_come_are_listed_one_by_one_and_meet_the_next_step() {
    let mut program = post(vec![]);
    for what in ["PPR-vurdering", "Skolens udtalelse"] {
        program.keys("<end>n").keys("ind<enter>sagsakt<enter>PPR<enter>").keys(what).keys("<ctrl-s>");
    }
    let files = program.dossier(ALMA).correspondence;
    assert_eq!(files.iter().filter(|c| c.is_case_file_received()).count(), 2, "{}", program.screen());
    assert!(program.shows("PPR · PPR-vurdering · Digital Post"), "{}", program.screen());
    program.keys("<home>").keys(&"<down>".repeat(5)).keys("<del>");
    assert_eq!(program.dossier(ALMA).correspondence.len(), 1, "{}", program.screen());
}

#[test]
fn a_signed_document_is_recorded_as_sent_with_one_key() {
    let heading = Line::new("Status").unwrap();
    let by = StaffId::from_u128(1);
    let letter = |signed| PlanDocument {
        id: DocumentId::from_u128(9),
        case: ALMA,
        kind: trivsel_domain::record::DocumentKind::Treatment,
        version: 1,
        sections: vec![Section {
            heading: heading.clone(),
            text: LongText::new("Det går fremad").ok(),
            recommends: false,
        }],
        figures: vec![],
        chosen: vec![],
        tasks: vec![],
        destination: None,
        receiving: None,
        author: by,
        written_on: date(2026, 11, 20),
        signed,
    };
    let at = date(2026, 11, 20).and_hms_opt(9, 0, 0).unwrap().into();
    let of = |signed| {
        let house = house::changed(|records| {
            records.documents = vec![letter(signed)];
            records.consents = vec![consent(1, Role::School, None)];
        });
        let mut program = Start::default().on(house);
        program.keys("1<ctrl-f>Alma<enter><enter>").keys(&"<right>".repeat(6)).keys("<home>p");
        program
    };
    assert!(of(None).shows("ikke underskrevet. u underskriver"), "{}", of(None).screen());
    let mut program = of(Some(Signature { by, at }));
    assert!(program.shows("Behandlingsplan"), "{}", program.screen());
    program.keys("<down><down>skole<ctrl-s>");
    let sent = program.dossier(ALMA).correspondence.remove(0);
    assert_eq!(sent.way.document(), Some(DocumentId::from_u128(9)), "{}", program.screen());
    assert_eq!(sent.kind, CorrespondenceKind::Document);
}

#[test]
fn a_consent_that_runs_out_is_due_and_enter_renews_it() {
    let house = house::changed(|records| {
        records.consents = vec![consent(1, Role::School, Some((2026, 12, 4)))];
    });
    let mut program = Start::default().on(house);
    program.keys("0");
    for _ in 0..40 {
        if program.turned_over().concat().contains("Samtykke udløber") {
            break;
        }
        program.keys("<down>");
    }
    program.keys("<enter>");
    assert!(program.model.form().is_some(), "{}", program.screen());
    let form = program.model.form().unwrap();
    assert_eq!((form.kind.code(), form.text("with-whom").as_str()), ("consent", "skole"));
    program.keys("<ctrl-s>");
    let consents = program.dossier(ALMA).consents;
    let last = consents.iter().map(|c| (c.from, c.to)).max().unwrap();
    // It holds for as many days as the one before.
    assert_eq!(last, (date(2026, 11, 25), Some(date(2027, 3, 21))), "{}", program.screen());
    program.keys("<esc><esc>0");
    assert!(!program.shows("Samtykke udløber"), "{}", program.screen());
}
