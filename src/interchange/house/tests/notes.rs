//! Tests: talks and what comes of them, also in files from before a talk had parts.

use super::*;

pub(super) fn tag(text: &str) -> Tag {
    Tag::new(&text.chars().take(40).collect::<String>()).unwrap()
}

/// The talk with a score of several lines.
const SEVERAL: usize = 2;

/// Addenda, follow-ups and scores of the last talk.
pub(super) fn what_came_of_it(records: &mut Records, n: usize, text: &Line) {
    let id = |kind: u128| kind * 1_000 + n as u128;
    let talk = records.talks.last().unwrap();
    let (case, by, talk) = (talk.case(), talk.author, talk.id);
    records.addenda.push(Addendum {
        id: AddendumId::from_u128(id(10)),
        talk,
        text: LongText::new(&format!("{}\n- og mere", text.as_str())).unwrap(),
        author: by,
        at: moment().into(),
    });
    let note = (n % 4 == 1).then(|| text.clone());
    records.follow_ups.push(FollowUp {
        id: FollowUpId::from_u128(id(11)),
        talk,
        case,
        what: text.clone(),
        who: if n.is_multiple_of(3) { Doer::Other(text.clone()) } else { Doer::Staff(by) },
        due: date(12),
        closing: (n % 2 == 1).then(|| FollowUpClosing {
            how: FollowUpEnd::Done,
            by,
            at: moment().into(),
            note,
        }),
    });
    let Some(case) = case else { return };
    let lines = FourLines::new([65, 0, 100, 7].map(Tenths)).unwrap();
    let score = if n.is_multiple_of(2) {
        Score::Own(OwnScore::single(tag(text.as_str()), Tenths(-35)))
    } else {
        Score::Fit { instrument: Instrument::ALL[n % 4], lines }
    };
    let rater = Role::ALL[n % 12];
    let mut add = |n: u128, score| {
        let id = MeasureId::from_u128(n);
        records.measures.push(Measure { id, case, talk, date: date(10), rater, score });
    };
    add(id(12), score);
    if n == SEVERAL {
        let own = OwnScore::new(tag("profil"), vec![Tenths(5), Tenths(20)], Total::Mean);
        add(id(22), Score::Own(own.unwrap()));
    }
}

/// A series of several lines.
fn profile() -> Series {
    let cut = SeriesCutOff { at: Tenths(15), rater: Some(Role::Mother), ages: Some((6, 12)) };
    Series::of(SeriesParts {
        lines: ["-ro", "søvn"].map(tag).into(),
        step: Tenths(5),
        total: Total::Mean,
        cut_offs: vec![cut, Tenths(10).into()],
        licence: Some(line("=til 2028")),
        ..SeriesParts::single(tag("profil"), Tenths(0), Tenths(20), Direction::Up, vec![])
    })
    .unwrap()
}

fn concern() -> OwnConcern {
    use ConcernPart::{InARow, Share, Within};
    let parts = vec![Share { percent: 15 }, InARow { days: 4 }, Within { days: 6, of: 30 }];
    OwnConcern::new(tag("=vores"), parts).unwrap()
}

/// Lists of a house that has settled everything.
pub(super) fn settings() -> HouseSettings {
    let series = |name: &str, better| {
        Series::new(tag(name), Tenths(-100), Tenths(105), better, vec![Tenths(0), Tenths(-35)]).unwrap()
    };
    HouseSettings {
        themes: vec![tag("-søvn"), tag("morgen og aften")],
        methods: vec![tag("=ACT")],
        templates: vec![Template {
            kind: TalkKind::Parent,
            text: LongText::new("Siden sidst\n\nAftaler").unwrap(),
        }],
        cut_offs: CutOffs { srs: Tenths(355), ..CutOffs::default() },
        series: vec![series("Skoleglæde", Direction::Up), series("@uro", Direction::Down), profile()],
        labels: vec![Labels {
            instrument: Instrument::Ors,
            lines: ["Mig", "+ os", "alle", "det hele"].map(line),
        }],
        absence_limits: vec![DatedLimits { from: date(1), limits: Limits::Days { contact: 10, plan: 15 } }],
        concern: vec![ConcernChoice::Preset(ConcernRule::Days), ConcernChoice::Own(concern())],
        retention: Retention::default(),
        confirmation: None,
        letters: vec![letter()],
    }
}

/// A template with standing text and a part.
fn letter() -> LetterTemplate {
    let pieces =
        vec![Piece::Text(LongText::new("=Kære\n= to\n\n-tre").unwrap()), Piece::Part(LetterPart::ChildWords)];
    let sections = vec![LetterSection { heading: line("+ Status"), pieces }];
    LetterTemplate::new(DocumentKind::StatusLetter, sections).unwrap()
}

/// A file of version 1, with what a talk was then.
fn oldest(signed_at: &str) -> String {
    format!(
        r#"{{
  "format": "trivsel-house", "version": 1,
  "staff": [{{ "initials": "AB", "name": "Anne Bæk" }}],
  "programmes": [], "closures": [],
  "children": [{{ "id": "{child}", "name": "Ida Bæk" }}],
  "cases": [], "timetables": [], "teaching": [], "appointments": [],
  "talks": [
    {{ "id": "{one}", "case": "{child}", "kind": "parent", "date": "2026-11-10", "participants": "mor, Lise: UU",
      "text": "Kort", "author": "AB", "signed_at": "2026-11-10T15:00:00" }},
    {{ "id": "{two}", "case": null, "kind": "consultation", "date": "2026-11-11", "participants": null,
      "text": "Sparring", "author": "AB", "signed_at": {signed_at} }}
  ],
  "days": []
}}"#,
        child = ChildId::from_u128(1),
        one = TalkId::from_u128(1),
        two = TalkId::from_u128(2),
    )
}

const SIGNED: &str = "\"2026-11-11T15:00:00\"";

#[test]
fn a_file_from_before_talks_had_parts_is_read() {
    let records = read(oldest(SIGNED).as_bytes()).unwrap();
    let [parent, consultation] = records.talks.as_slice() else { panic!("{:?}", records.talks) };
    assert_eq!(parent.participants, [Participant::Other(line("mor, Lise: UU"))]);
    assert_eq!((parent.kind(), &parent.open_to), (TalkKind::Parent, &OpenTo::House));
    assert_eq!(consultation.matter, Matter::consultation(line("–"), None));
    assert!(consultation.participants.is_empty());
    assert_eq!(records.settings, []);
    let table = "record;of;format;version;id;initials;name;kind;date;participants;author;signed_at;text\n\
                 house;;trivsel-house;1\nstaff;;;;;AB;Anne Bæk\n\
                 talk;;;;00000000-0000-0000-0000-000000000002;;;message;2026-11-11;mor, far;AB;2026-11-11T15:00:00;Kort\n";
    let records = read(table.as_bytes()).unwrap();
    assert_eq!(records.talks[0].participants, [Participant::Other(line("mor, far"))]);
    assert_eq!(records.talks[0].kind(), TalkKind::Consultation);
}

#[test]
fn a_draft_is_refused_by_its_day_and_author() {
    let problems = read(oldest("null").as_bytes()).unwrap_err();
    let unsigned = Fault::Unsigned { date: date(11), author: Initials::new("AB").unwrap() };
    assert_eq!(problems.into_iter().map(|p| p.fault).collect::<Vec<_>>(), [unsigned]);
}
