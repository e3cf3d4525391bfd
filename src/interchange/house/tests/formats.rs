//! Tests: the files of this format and of those before, and what is said of bad ones.

use super::*;

/// This version, as it is kept by people who exported a house with it. A change that breaks this test needs a new
/// version and a reader for this one.
pub(super) const GOLDEN: &str = include_str!("format-11.json");

/// The records of [`GOLDEN`] as version 10 wrote them: without the names of registers.
pub(super) const FORMAT_10: &str = include_str!("format-10.json");

/// The records of [`FORMAT_10`] as version 9 wrote them: without the children that were found to be two.
pub(super) const FORMAT_9: &str = include_str!("format-9.json");

/// The records of [`FORMAT_9`] as version 8 wrote them: without the identities of merged children, the talks chosen for
/// documents and the names of goals in figures.
pub(super) const FORMAT_8: &str = include_str!("format-8.json");

/// The records of [`FORMAT_8`] as version 7 wrote them: without figures and recommendations of documents, marks of
/// misplaced notes, consents, correspondence, decisions of an archive and erasures.
pub(super) const FORMAT_7: &str = include_str!("format-7.json");

/// The records of [`FORMAT_7`] as version 6 wrote them: without rules of concern and series of several lines.
pub(super) const FORMAT_6: &str = include_str!("format-6.json");

/// The records of [`FORMAT_6`] as version 5 wrote them: without weeks at own schools and limits of absence.
pub(super) const FORMAT_5: &str = include_str!("format-5.json");

/// The records of [`FORMAT_5`] as version 4 wrote them: without series and the reasons of appointments not held.
pub(super) const FORMAT_4: &str = include_str!("format-4.json");

/// The records of [`FORMAT_4`] as version 3 wrote them: without rhythms, judgements and answers.
pub(super) const FORMAT_3: &str = include_str!("format-3.json");

/// The records of [`FORMAT_3`], as version 2 wrote them: JSON and CSV.
pub(super) const FORMAT_2: [&str; 2] = [include_str!("format-2.json"), include_str!("format-2.csv")];

#[test]
fn this_version_stays_as_it_is() {
    let records = rich(&hard_names()[..5]);
    assert!(to_json(&records) == GOLDEN);
    assert_eq!(read(GOLDEN.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_10_wrote_is_read() {
    let mut records = read(GOLDEN.as_bytes()).unwrap();
    records.days.iter_mut().for_each(|day| day.register = None);
    assert_eq!(read(FORMAT_10.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_9_wrote_is_read() {
    let mut records = read(FORMAT_10.as_bytes()).unwrap();
    records.two_children.clear();
    assert_eq!(read(FORMAT_9.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_8_wrote_is_read() {
    let mut records = read(FORMAT_9.as_bytes()).unwrap();
    records.children.iter_mut().for_each(|child| child.former.clear());
    for document in &mut records.documents {
        document.chosen.clear();
        for figure in &mut document.figures {
            if let Counted::Progress { name, .. } = &mut figure.of {
                *name = None;
            }
        }
    }
    assert_eq!(read(FORMAT_8.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_7_wrote_is_read() {
    let mut records = read(FORMAT_8.as_bytes()).unwrap();
    for document in &mut records.documents {
        document.figures.clear();
        document.sections.iter_mut().for_each(|s| s.recommends = false);
    }
    records.misplacements.clear();
    records.archive_decisions.clear();
    records.erasures.clear();
    records.consents.clear();
    records.correspondence.clear();
    records.settings.iter_mut().for_each(|s| s.letters.clear());
    assert_eq!(read(FORMAT_7.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_6_wrote_is_read() {
    let mut records = read(FORMAT_7.as_bytes()).unwrap();
    records.settings.iter_mut().for_each(|s| {
        s.concern.clear();
        s.series.retain(|series| series.count() == 1);
    });
    records.measures.retain(|m| !matches!(&m.score, Score::Own(own) if own.values().len() > 1));
    assert_eq!(read(FORMAT_6.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_5_wrote_is_read() {
    let mut records = read(FORMAT_6.as_bytes()).unwrap();
    records.reported_weeks.clear();
    records.settings.iter_mut().for_each(|s| s.absence_limits.clear());
    assert_eq!(read(FORMAT_5.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_4_wrote_is_read() {
    let mut records = read(FORMAT_5.as_bytes()).unwrap();
    records.appointments.iter_mut().for_each(|a| (a.not_held, a.series) = (None, None));
    assert_eq!(read(FORMAT_4.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_3_wrote_is_read() {
    let mut records = read(FORMAT_4.as_bytes()).unwrap();
    records.answers.clear();
    records.cases.iter_mut().for_each(|c| c.rhythm = Rhythm::default());
    records.talks.iter_mut().for_each(|t| t.judgement = None);
    assert_eq!(read(FORMAT_3.as_bytes()).unwrap(), records);
}

#[test]
fn what_format_2_wrote_is_read() {
    let golden = in_order(&read(FORMAT_3.as_bytes()).unwrap());
    for file in FORMAT_2 {
        let records = read(file.as_bytes()).unwrap();
        assert!(records.contradictions().is_empty(), "{:?}", records.contradictions());
        assert_eq!(in_order(&records), golden);
    }
}

#[test]
fn what_is_wrong_in_a_file_of_format_2_is_named_with_its_place() {
    let [json, csv] = FORMAT_2;
    for (file, old, new, says) in [
        (json, "\"mood\"", "\"moood\"", "records.days[0].moood: unknown field"),
        (json, "\"author\": \"AB\"", "\"author\": \"XX\"", "NoStaff"),
        (json, "\"seat\": 3", "\"seat\": null", "cases[2].standing"),
        (json, "\"staff:AB\"", "\"staff:XX\"", "NoStaff"),
        (json, "\"only AB", "\"only XX", "NoStaff"),
        (json, "\"role:mother\"", "\"role:mum\"", "talks[0].participants"),
        (json, "\"place\": null", "\"place\": \"Skolen\"", "talks["),
        (json, "\"end\": \"done\"", "\"end\": null", "follow_ups["),
        (json, "10.0,", "10.1,", "measures["),
        (json, "\"low\": -10.0", "\"low\": 90.0", "settings[0].series[0]"),
        (json, "\"value\": -3.5", "\"value\": -3.55", "measures["),
        (json, "\"end\": \"reached\"", "\"end\": null", "goals[1].ended"),
        (json, "\"signed_by\": \"AB\"", "\"signed_by\": null", "documents["),
        (json, "\"competency therapy\"", "\"competency magic\"", "cases[0].needs[0]"),
        (json, "\"far\": 10", "\"far\": 11", "0 to 10"),
        (json, "\"010113-1234\"", "\"310213-1234\"", "no such date"),
        (json, "\"monday\"", "\"tuesday\"", "timetables[0].days[0].weekday: unknown field"),
        (json, "\"week 42\"", "\"week 99\"", "rule"),
        (json, "\"version\": 2", "\"version\": 99", "NewerHouse"),
        (csv, "late 08:55", "late 25:55", "days["),
        (csv, ";true;", ";ja;", "custody"),
        (csv, "\r\nclass;00000000-0000-0000-0000-0000000007d0", "\r\nclass;nobody", "NoParent"),
        (csv, "\r\nclass;", "\r\nklasse;", "klasse"),
        (csv, ";trivsel-house;2", ";trivsel-house;99", "NewerHouse"),
    ] {
        let changed = file.replacen(old, new, 1);
        assert_ne!(changed, file, "{old}");
        assert!(fault(&changed).contains(says), "{old}: {}", fault(&changed));
    }
}

#[test]
fn what_is_wrong_in_a_file_is_named_with_its_place() {
    for (old, new, says) in [
        ("\"mood\"", "\"moood\"", "records.days[0].moood: unknown field"),
        ("\"late\"", "\"later\"", "records.days[1].first"),
        ("\"at\": \"declined\"", "\"stay\": 1, \"at\": \"declined\"", "standing.stay: unknown field"),
        ("\"minutes\": 50", "\"minutes\": 1440", "records.talks[0]"),
        ("\"week\": 42", "\"week\": 99", "rule"),
        ("\"signed_at\": \"2026-11-20T08:15:00\"", "\"signed_at\": null", "Unsigned"),
        ("\"weeks\": 4", "\"weeks\": 0", "records.appointments[3]"),
        ("\"no-show\"", "\"no-shows\"", "records.appointments[2]"),
        ("\"version\": 11", "\"version\": 12", "NewerHouse"),
        ("\"digital-post\"", "\"pigeon\"", "records.correspondence["),
        ("\"with_whom\"", "\"with\"", "records.consents[0]"),
        ("\"year\": 2026", "\"year\": 2025", "classes"),
        ("\"records\"", "\"more\": 1, \"records\"", "more"),
    ] {
        let changed = GOLDEN.replacen(old, new, 1);
        assert_ne!(changed, GOLDEN, "{old}");
        assert!(fault(&changed).contains(says), "{old}: {}", fault(&changed));
    }
    let one = |text: &str| read(text.as_bytes()).unwrap_err().remove(0);
    assert_eq!(one("{}").fault, Fault::NotAHouse);
    assert_eq!(one("barn;født\nA;1").fault, Fault::NotAHouse);
    assert!(one(&format!("{GOLDEN}x")).line.is_some());
    assert!(one(&GOLDEN.replacen("\"late\"", "\"later\"", 1)).line.is_some());
}
