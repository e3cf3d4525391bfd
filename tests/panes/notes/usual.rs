//! The usual length and participants of each kind of talk in both programmes, checked against the shipped data.

use trivsel_domain::record::TalkKind;
use trivsel_domain::value::Coded;

/// Minutes and participants.
type Usual = (u16, &'static str);

/// Kind, then minutes and participants in `skolefravaer` and in `trivsel`.
const USUAL: [(&str, Usual, Usual); 14] = [
    ("enrolment", (60, "child mother father"), (60, "child mother father")),
    ("start-up", (60, "mother father"), (60, "mother father")),
    ("development", (45, "child"), (50, "child")),
    ("parent", (50, "mother father"), (50, "mother father")),
    ("wellbeing", (50, "child"), (50, "child")),
    ("family-guidance", (60, "child mother father"), (60, "mother father")),
    (
        "family-treatment",
        (60, "child mother father family-centre"),
        (60, "child mother father family-centre"),
    ),
    ("follow-up", (60, "mother father caseworker"), (60, "mother father referrer")),
    ("status", (60, "mother father school ppr"), (60, "mother father caseworker")),
    ("network", (60, "mother father school ppr caseworker"), (60, "mother father school ppr caseworker")),
    ("referrer", (30, "referrer"), (30, "referrer")),
    ("youth-guidance", (45, "child youth-guidance"), (45, "child youth-guidance")),
    ("contact-pedagogue", (60, "child"), (120, "child")),
    ("message", (10, "mother"), (10, "mother")),
];

#[test]
fn length_and_company_of_every_kind_in_both_programmes() {
    let programmes = trivsel_defaults::programmes().unwrap();
    let programme = |code: &str| programmes.iter().find(|p| p.code().as_str() == code).unwrap();
    for (kind, absence, wellbeing) in USUAL {
        for (code, (minutes, with)) in [("skolefravaer", absence), ("trivsel", wellbeing)] {
            let kind = TalkKind::from_code(kind).unwrap();
            let usual = programme(code).usual(kind).unwrap();
            let company: Vec<String> = usual.with.iter().map(|r| r.code().to_owned()).collect();
            assert_eq!(
                (usual.minutes.map(trivsel_domain::value::Minutes::get), company.join(" ").as_str()),
                (Some(minutes), with),
                "{code} {kind:?}"
            );
        }
    }
}

#[test]
fn every_kind_but_the_consultation_is_in_the_table() {
    let of_a_case = TalkKind::ALL.iter().filter(|k| **k != TalkKind::Consultation);
    for kind in of_a_case {
        assert!(USUAL.iter().any(|(code, ..)| *code == kind.code()), "{kind:?}");
    }
    assert_eq!(TalkKind::ALL.len(), USUAL.len() + 1);
}

#[test]
fn the_most_usual_kind_stands_first() {
    let programmes = trivsel_defaults::programmes().unwrap();
    for (code, kind) in [("skolefravaer", TalkKind::Development), ("trivsel", TalkKind::Wellbeing)] {
        let programme = programmes.iter().find(|p| p.code().as_str() == code).unwrap();
        assert_eq!(programme.talks()[0].kind, kind);
    }
}
