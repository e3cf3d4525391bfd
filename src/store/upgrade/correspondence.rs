//! Tests that a schema 19 house keeps its rows when consents and correspondence come, and what they hold.

use rusqlite::params;
use trivsel_domain::record::{
    Answer, Consent, Correspondence, Ground, HowAnswered, LegalBasis, Party, Person, Way,
};
use trivsel_domain::value::Role;

use super::upgraded;
use crate::{codes, row};

/// The rows of a schema 19 house: a member of staff, a child with a case and a mother, and a warning that went out.
const BEFORE: &str = "
    INSERT INTO staff (id, name, initials, competencies)
        VALUES (x'00000000000000000000000000000001', 'Søren Ægård', 'SÆ', '[]');
    INSERT INTO programme (code, seats) VALUES ('skolefravaer', 16);
    INSERT INTO child (id, name, classes) VALUES (x'00000000000000000000000000000002', 'Åse Ægård', '[]');
    INSERT INTO stage_code (code) VALUES ('referral');
    INSERT INTO role_code (code) VALUES ('mother');
    INSERT INTO obligation_code (code) VALUES ('absence-warning');
    INSERT INTO case_file (id, child_id, programme, referred, stage, moves)
        VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'skolefravaer',
                '2026-08-01', 'referral', '[]');
    INSERT INTO person (id, child_id, role, name, custody)
        VALUES (x'00000000000000000000000000000004', x'00000000000000000000000000000002', 'mother', 'Åsa Ærø', 1);
    INSERT INTO answer (id, case_id, obligation, since, answered, sent_to, answered_by)
        VALUES (x'00000000000000000000000000000005', x'00000000000000000000000000000003', 'absence-warning',
                '2026-10-01', '2026-11-03', 'forældrene', x'00000000000000000000000000000001');";

#[test]
fn a_house_of_before_keeps_its_rows_and_takes_consents_and_letters_of_a_case() {
    let conn = upgraded(19, BEFORE);
    let people: Vec<Person> = row::all(&conn).expect("people");
    assert_eq!(people.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Åsa Ærø"]);
    let answers: Vec<Answer> = row::all(&conn).expect("answers");
    assert!(matches!(&answers[0].how, HowAnswered::Sent(to) if to.as_str() == "forældrene"));
    assert_eq!(row::all::<Consent>(&conn).expect("consents"), []);
    assert_eq!(row::all::<Correspondence>(&conn).expect("letters"), []);
    codes::seed(&conn).expect("codes");
    conn.execute_batch("PRAGMA foreign_keys = ON").expect("a setting");
    let case = 3_u128.to_be_bytes();
    let mother = Some(4_u128.to_be_bytes());
    let consent = |id: u128, giver: Option<[u8; 16]>, to: &str, withdrawn: Option<&str>| {
        let sql =
            "INSERT INTO consent (id, case_id, giver_person, what, with_role, from_date, to_date, withdrawn)
            VALUES (?1, ?2, ?3, 'Fravær', 'mother', '2026-08-01', ?4, ?5)";
        conn.execute(sql, params![id.to_be_bytes(), case, giver, to, withdrawn])
    };
    assert_eq!(consent(6, mother, "2027-07-31", Some("2026-09-09")), Ok(1));
    let found: Vec<Consent> = row::all(&conn).expect("consents");
    let told: Vec<_> = found.iter().map(|c| (c.giver.clone(), c.with_whom.clone(), c.withdrawn)).collect();
    assert_eq!(told[0].0, Party::Person(people[0].id));
    assert_eq!(
        (&told[0].1, told[0].2.map(|d| d.to_string())),
        (&Party::Role(Role::Mother), Some("2026-09-09".into()))
    );
    let letter = |id: u128, way: &str, consent: Option<[u8; 16]>, basis: Option<&str>, channel: &str| {
        let sql = "INSERT INTO correspondence
            (id, case_id, kind, way, consent_id, legal_basis, date, party_role, what, channel, recorded_by)
            VALUES (?1, ?2, 'letter', ?3, ?4, ?5, '2026-11-20', 'mother', 'Referat', ?6, ?7)";
        let by = 1_u128.to_be_bytes();
        conn.execute(sql, params![id.to_be_bytes(), case, way, consent, basis, channel, by])
    };
    let given = Some(6_u128.to_be_bytes());
    assert_eq!(letter(7, "in", None, None, "aula"), Ok(1));
    assert_eq!(letter(8, "out", None, Some("authority"), "post"), Ok(1));
    let found: Vec<Correspondence> = row::all(&conn).expect("letters");
    let law = Way::Out { ground: Some(Ground::Law(LegalBasis::Authority)), document: None };
    assert_eq!(found.iter().map(|c| &c.way).collect::<Vec<_>>(), [&Way::In, &law]);
    // The database itself keeps out what is no consent and no letter.
    for (why, wrong) in [
        ("given by nobody", consent(9, None, "2027-07-31", None)),
        ("given by a stranger", consent(9, Some(404_u128.to_be_bytes()), "2027-07-31", None)),
        ("ends before it begins", consent(9, mother, "2026-07-31", None)),
        ("withdrawn before it began", consent(9, mother, "2027-07-31", Some("2026-07-31"))),
        ("came in on a ground", letter(9, "in", None, Some("authority"), "post")),
        ("on two grounds", letter(9, "out", given, Some("authority"), "post")),
        ("on no known law", letter(9, "out", None, Some("custom"), "post")),
        ("sideways", letter(9, "sideways", None, None, "post")),
        ("by pigeon", letter(9, "out", None, None, "pigeon")),
    ] {
        assert!(wrong.is_err(), "{why}");
    }
}
