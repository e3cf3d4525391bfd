//! Tests of importing lists, both good ones and broken ones.

mod cpr;
mod hard;
mod mapping;
mod month_or_name;
mod months;
mod near;
mod register;
mod shapes;
mod statistics;
mod workbooks;

use chrono::NaiveDate;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook};
use trivsel_domain::decide::{ImportedCase, ImportedDay, ImportedTalk};
use trivsel_domain::record::*;
use trivsel_domain::value::*;

use super::*;
use trivsel_words::{Lang, Words};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn staff() -> Vec<Staff> {
    [(1, "AB"), (2, "ÆØ")]
        .map(|(id, initials)| Staff {
            id: StaffId::from_u128(id),
            name: PersonName::new("Anne Bæk").unwrap(),
            initials: Initials::new(initials).unwrap(),
            competencies: Vec::new(),
            methods: vec![],
            phone: None,
            mail: None,
            left_on: None,
            leader: false,
        })
        .into()
}

fn cases(bytes: &[u8]) -> Sheet<ImportedCase> {
    cases_as_told(bytes, &Told::default())
}

fn cases_as_told(bytes: &[u8], told: &Told) -> Sheet<ImportedCase> {
    let (staff, programmes) = (staff(), trivsel_defaults::programmes().unwrap());
    let context = Context { today: day(2026, 11, 20), staff: &staff, programmes: &programmes };
    let mut next = 0;
    read_cases(bytes, told, &context, &mut || {
        next += 1;
        next
    })
}

fn days(bytes: &[u8]) -> Sheet<ImportedDay> {
    read_days(bytes, &Told::default(), day(2026, 11, 20))
}

/// The notes, in words.
fn notes<T>(sheet: &Sheet<T>) -> Vec<String> {
    sheet.notes.iter().map(|note| note_sentence(&Words::new(Lang::Da), note)).collect()
}

/// The problems, in words.
fn said<T>(sheet: &Sheet<T>) -> Vec<String> {
    let words = Words::new(Lang::Da);
    sheet.problems.iter().map(|p| sentence(&words, &staff(), p)).collect()
}

const HEAD: &str = "Barn;Født;Klasse;Skoleår;Skole;Tilbud;Fase;Henvist;Visiteret;Kontakt;Anden kontakt;Mandag;Tirsdag;Onsdag;Torsdag;Fredag\n";

#[test]
fn a_list_as_danes_keep_it() {
    let text = format!(
        "{HEAD}Søren Ægård Åse;12-03-2013;7.b;;Åskolen;Skolefraværstilbud;Forløb;1/8-2026;15.08.2026;ab;æø;8.30-12;hjemme;-;8.30–10;skole\n"
    );
    let sheet = cases(text.as_bytes());
    assert_eq!(said(&sheet), [""; 0]);
    let row = &sheet.rows[0];
    assert_eq!((row.line, row.name.as_str(), row.born), (2, "Søren Ægård Åse", Some(day(2013, 3, 12))));
    assert_eq!(row.class.as_ref().map(|c| (c.year().starting(), c.letter())), Some((2026, "b")));
    assert_eq!(
        (row.stage, row.referred, row.admitted),
        (Stage::Course, day(2026, 8, 1), Some(day(2026, 8, 15)))
    );
    assert_eq!((row.primary, row.secondary), (Some(StaffId::from_u128(1)), Some(StaffId::from_u128(2))));
    let minutes: Vec<u32> = row.timetable.as_ref().unwrap().1.iter().map(DayPlan::minutes).collect();
    assert_eq!(minutes, [210, 0, 0, 90, 0]);
}

#[test]
fn the_same_list_in_every_encoding_and_with_every_separator() {
    let text = "barn;tilbud;fase;henvist\nÅse Sørensen;skolefravaer;visitation;2026-11-01\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let wide: Vec<u8> = "\u{FEFF}"
        .chars()
        .chain(text.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (tabs, commas) = (text.replace(';', "\t"), text.replace(';', ","));
    let english =
        "Name,Programme,Stage,Referred\r\nÅse Sørensen,School absence service,referral,01/11/2026\r\n";
    let decomposed = text.replace('Å', "A\u{30a}");
    let all: [&[u8]; 8] = [
        text.as_bytes(),
        &latin,
        &marked,
        &wide,
        tabs.as_bytes(),
        commas.as_bytes(),
        english.as_bytes(),
        decomposed.as_bytes(),
    ];
    let first = cases(all[0]);
    for (n, bytes) in all.iter().enumerate() {
        let sheet = cases(bytes);
        assert_eq!(said(&sheet), [""; 0], "{n}");
        assert_eq!(sheet.rows, first.rows, "{n}");
    }
}

#[test]
fn every_fault_of_a_row_is_named_with_line_and_column() {
    let text = format!(
        "{HEAD};31-02-2013;11.b;26/27;;Ukendt;Midt i det;i går;;XY;;8.30;;;;\n\
         Mia Holm;;;;;trivsel;forløb;1-8-2026;1-8-2026;AB;;;;;;;ekstra\n\
         Eva Lund;;;;;trivsel;visitation;1-8-2026;2-8-2026;;;;;;;\n\
         Ole\u{202E}Lund;;;;;trivsel;visitation;1-8-2026;;;;;;;;\n"
    );
    insta::assert_snapshot!(said(&cases(text.as_bytes())).join("\n"), @r"
    Linje 2, »Barn«: feltet er tomt og skal udfyldes
    Linje 2, »Tilbud«, »Ukendt«: huset har ikke det tilbud. Skriv et, som huset har
    Linje 2, »Fase«, »Midt i det«: ikke et trin. Skriv visitation, venteliste, visiteret, opstart, forløb, udslusning, afsluttet eller ikke visiteret
    Linje 2, »Henvist«, »i går«: ikke en dato. Skriv dag, måned og år: 25-11-2026
    Linje 2, »Skoleår«, »26/27«: ikke et skoleår. Skriv 2026/27
    Linje 2, »Klasse«, »11.b«: ikke en klasse. Skriv 7 eller 7.b
    Linje 2, »Født«, »31-02-2013«: 31-02-2013 findes ikke. Prøv 4.3.2013
    Linje 2, »Kontakt«, »XY«: ingen medarbejder her har de initialer. Ret dem, eller tilføj medarbejderen først
    Linje 2, »Mandag«, »8.30«: ikke en plan for dagen. Skriv timer (8.30-12), hjemme, eller - når barnet ikke kommer
    Linje 2, »Tirsdag«: ikke en plan for dagen. Skriv timer (8.30-12), hjemme, eller - når barnet ikke kommer
    Linje 2, »Onsdag«: ikke en plan for dagen. Skriv timer (8.30-12), hjemme, eller - når barnet ikke kommer
    Linje 2, »Torsdag«: ikke en plan for dagen. Skriv timer (8.30-12), hjemme, eller - når barnet ikke kommer
    Linje 2, »Fredag«: ikke en plan for dagen. Skriv timer (8.30-12), hjemme, eller - når barnet ikke kommer
    Linje 3, »ekstra«: der står noget uden for overskrifterne. Giv kolonnen en overskrift, eller slet det
    Linje 4, »Visiteret«, »2-8-2026«: en sag på trinnet Visitation har ikke dette felt. Slet det, eller ret trinnet
    Linje 5, »Barn«, »OleLund«: teksten har et usynligt styretegn. Skriv den om
    ");
}

#[test]
fn headings_are_all_named_before_any_row_is_read() {
    let sheet = cases("barn;navn;fase;øjenfarve;mandag;\nx;y;z;blå;;\n".as_bytes());
    assert!(sheet.rows.is_empty());
    insta::assert_snapshot!(said(&sheet).join("\n"), @r#"
    Linje 1, »navn«: to kolonner har den overskrift. Slet den ene, eller udelad den: --column "@B=-"
    Linje 1, »øjenfarve«: overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column "øjenfarve=…", med - hvis den ikke skal læses
    Linje 1, »henvist«: kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…=henvist"
    Linje 1, »tirsdag«: kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…=tirsdag"
    Linje 1, »onsdag«: kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…=onsdag"
    Linje 1, »torsdag«: kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…=torsdag"
    Linje 1, »fredag«: kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…=fredag"
    "#);
}

#[test]
fn files_that_are_no_list() {
    for (bytes, fault) in [
        (&b""[..], Fault::Empty),
        (b"\n \n;;\n", Fault::Empty),
        (b"barn;tilbud;fase;henvist\n", Fault::Empty),
        (b"%PDF-1.7", Fault::NotAList),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Fault::OldOrLocked),
        (b"PK\x03\x04 but no workbook", Fault::BadWorkbook),
    ] {
        assert_eq!(cases(bytes).problems[0].fault, fault, "{bytes:?}");
    }
}

#[test]
fn an_open_quote_a_nul_and_a_cell_of_a_megabyte_are_answered_with_their_line() {
    let row = |name: &str| {
        format!(
            "barn;tilbud;fase;henvist\nMia Holm;trivsel;visitation;1-8-2026\n{name};trivsel;visitation;1-8-2026\n"
        )
    };
    for (name, fault) in [
        ("\"Eva".to_owned(), Fault::OpenQuote),
        ("Eva\0".to_owned(), Fault::Control),
        ("\u{1b}[2JEva".to_owned(), Fault::Control),
        ("E\u{200B}va".to_owned(), Fault::Unseen),
        ("\u{301}va".to_owned(), Fault::Unseen),
        ("12 34 56 78".to_owned(), Fault::NoLetter),
        ("x".repeat(1 << 20), Fault::TooLong { max: 120 }),
    ] {
        let sheet = cases(row(&name).as_bytes());
        assert_eq!(
            sheet.problems.iter().map(|p| (p.line, &p.fault)).collect::<Vec<_>>(),
            [(Some(3), &fault)]
        );
        assert!(said(&sheet)[0].chars().count() < 200);
    }
}

const DAYS: &str = "barn;dato;formiddag;eftermiddag;bemærkning;humør;kilde\n";

#[test]
fn attendance_as_it_is_kept() {
    let text = format!(
        "{DAYS}Mia Holm;20-11-2026;F 8.55;S;\"gik hjem;\nondt i maven\";4;\nEva Lund;19.11.2026;til stede;;;;skolen\n"
    );
    let sheet: Sheet<ImportedDay> = days(text.as_bytes());
    assert_eq!(said(&sheet), [""; 0]);
    let [mia, eva] = sheet.rows.as_slice() else { panic!("two rows") };
    assert_eq!(mia.first, Some(Mark::Late { at: TimeOfDay::new(8, 55).unwrap() }));
    assert_eq!((mia.second, mia.mood), (Some(Mark::Sick), Mood::new(4).ok()));
    assert_eq!(mia.remark.as_ref().map(Line::as_str), Some("gik hjem; ondt i maven"));
    assert_eq!((eva.line, eva.origin, eva.first), (4, Origin::SendingSchool, Some(Mark::Present)));
}

#[test]
fn a_workbook_with_real_dates_times_and_numbers() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heads = ["Barn", "Født", "Klasse", "Tilbud", "Fase", "Henvist"];
    for (at, head) in heads.iter().enumerate() {
        sheet.write(0, at as u16, *head).unwrap();
    }
    let style = Style::new().set_num_format("dd-mm-yyyy");
    sheet.write(2, 0, "Åse Sørensen").unwrap();
    sheet.write_with_format(2, 1, ExcelDateTime::from_ymd(2013, 3, 12).unwrap(), &style).unwrap();
    sheet.write(2, 2, 7).unwrap();
    sheet.write(2, 3, "trivsel").unwrap();
    sheet.write(2, 4, "visitation").unwrap();
    sheet.write_with_format(2, 5, ExcelDateTime::from_ymd(2026, 8, 1).unwrap(), &style).unwrap();
    // The last possible cell must be reported without using much memory.
    sheet.write(1_048_575, 16_383, "langt ude").unwrap();
    let sheet = cases(&book.save_to_buffer().unwrap());
    let outside = &sheet.problems[0];
    assert_eq!((outside.line, &outside.fault), (Some(1_048_576), &Fault::ExtraCell));
    let row = &sheet.rows[0];
    assert_eq!((row.line, row.born, row.referred), (3, Some(day(2013, 3, 12)), day(2026, 8, 1)));
    assert_eq!(row.class.as_ref().map(|c| c.grade().number()), Some(7));
}

#[test]
fn times_of_a_workbook_are_marks_times() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, (head, cell)) in
        [("barn", "Mia Holm"), ("dato", "2026-11-20"), ("formiddag", "s")].iter().enumerate()
    {
        sheet.write(0, at as u16, *head).unwrap();
        sheet.write(1, at as u16, *cell).unwrap();
    }
    sheet.write(0, 3, "humør").unwrap();
    sheet.write(1, 3, 3).unwrap();
    sheet.write(0, 4, "bemærkning").unwrap();
    sheet.write_formula(1, 4, "=1/0").unwrap().set_formula_result(1, 4, "#DIV/0!");
    let bytes = book.save_to_buffer().unwrap();
    let sheet = days(&bytes);
    assert!(sheet.rows.len() + sheet.problems.len() == 1, "{sheet:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let (read, days) = (cases(&bytes), days(&bytes));
        prop_assert!(!read.problems.is_empty() && !days.problems.is_empty());
    }

    #[test]
    fn every_row_is_read_or_named(cells in proptest::collection::vec("[^\"\r\n;]{0,20}", 4)) {
        let line = cells.join(";");
        let sheet = cases(format!("barn;tilbud;fase;henvist\n{line}\n").as_bytes());
        prop_assert_eq!(sheet.rows.is_empty(), !sheet.problems.is_empty());
        for text in said(&sheet) {
            prop_assert!(!text.chars().any(char::is_control), "{text:?}");
        }
    }

    #[test]
    fn a_workbook_cut_or_changed_anywhere_is_answered(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 0, "barn").unwrap();
        let mut bytes = book.save_to_buffer().unwrap();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = cases(&bytes);
        let _ = cases(&bytes[..at]);
    }
}

fn talks(text: &str) -> Sheet<ImportedTalk> {
    talks_of(text.as_bytes(), &Told::default())
}

fn talks_of(bytes: &[u8], told: &Told) -> Sheet<ImportedTalk> {
    let staff = staff();
    let context = Context { today: day(2026, 11, 20), staff: &staff, programmes: &[] };
    read_talks(bytes, told, &context, &mut || 1)
}

#[test]
fn who_took_part_is_known_where_it_can_be() {
    let of = |cell: &str| {
        let sheet = talks(&format!("barn;type;dato;tekst;forfatter;med\nIda;uu;1-9-2026;x;ab;\"{cell}\"\n"));
        assert_eq!(said(&sheet), [""; 0], "{cell}");
        sheet.rows[0].participants.clone()
    };
    let staff = |id| Participant::Staff(StaffId::from_u128(id));
    let other = |text: &str| Participant::Other(Line::new(text).unwrap());
    let (mother, father) = (Participant::Role(Role::Mother), Participant::Role(Role::Father));
    assert_eq!(of("mor og far, AB"), [mother.clone(), father.clone(), staff(1)]);
    assert_eq!(of("Mother; FAR, æø,, mor"), [mother.clone(), father, staff(2)]);
    assert_eq!(of("mor og Lise, Anne Bæk"), [other("mor og Lise"), staff(1)]);
    assert_eq!(of("PPR, UU-vejleder, Familiehuset, XY").len(), 4);
    assert_eq!(of("").len(), 0);
    assert_eq!(of("7 lærere\nog to pædagoger"), [other("7 lærere og to pædagoger")]);
}

#[test]
fn notes_keep_their_lines_and_tags_stand_once() {
    let sheet = talks(
        "name,kind,date,text,author,themes,minutes\n\
         Ida,Parent talk,1-9-2026,\"Et\r\n\r\n\tTo \",AB,\"søvn, Søvn; morgen\",50 min.\n",
    );
    assert_eq!(said(&sheet), [""; 0]);
    let row = &sheet.rows[0];
    assert_eq!(row.text.as_str(), "Et\n\n    To");
    assert_eq!(row.themes.iter().map(Tag::as_str).collect::<Vec<_>>(), ["søvn", "morgen"]);
    assert_eq!((row.minutes, row.line), (Minutes::new(50).ok(), 2));
}

proptest! {
    #[test]
    fn no_list_of_talks_makes_the_reader_panic(cells in proptest::collection::vec("\\PC{0,30}", 13)) {
        let quoted: Vec<String> = cells.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect();
        let head = "barn;født;type;sted;emne;dato;start;min;med;temaer;metoder;tekst;af";
        said(&talks(&format!("{head}\n{}\n", quoted.join(";"))));
    }
}
