//! The house's own series: 1 to 12 lines, their number, cut-offs by rater and age, and what a change of one may do.

use trivsel_domain::decide::{Action, Reason, SeriesFault};
use trivsel_domain::record::{
    Direction, HouseSettings, Measure, OwnScore, Score, Series, SeriesCutOff, SeriesParts, SeriesProblem,
    Strand, Tenths, Total,
};
use trivsel_domain::value::{CaseId, MeasureId, Role, Tag, TalkId};

use super::facts::{House, date};

fn tag(text: &str) -> Tag {
    Tag::new(text).unwrap()
}

/// Three lines of 0 to 2 in whole steps, less is better.
fn parts(total: Total) -> SeriesParts {
    SeriesParts {
        lines: ["Søvn", "Ro", "Venner"].map(tag).into(),
        step: Tenths(10),
        total,
        ..SeriesParts::single(tag("Profil 3"), Tenths(0), Tenths(20), Direction::Down, vec![])
    }
}

fn score(values: &[i32], total: Total) -> OwnScore {
    OwnScore::new(tag("Profil 3"), values.iter().map(|v| Tenths(*v)).collect(), total).unwrap()
}

#[test]
fn the_lines_make_a_sum_a_mean_or_nothing() {
    for (total, values, number) in [
        (Total::Sum, &[20, 10, 0][..], Some(30)),
        (Total::Mean, &[20, 10, 0], Some(10)),
        (Total::Mean, &[20, 10, 10], Some(13)),
        (Total::Mean, &[-5, -10], Some(-7)),
        (Total::None, &[20, 10, 0], None),
        // One line is a number of its own.
        (Total::None, &[20], Some(20)),
    ] {
        assert_eq!(score(values, total).number().map(|n| n.0), number, "{total:?} {values:?}");
    }
    assert!(OwnScore::new(tag("x"), vec![], Total::Sum).is_err());
    assert!(OwnScore::new(tag("x"), vec![Tenths(0); 13], Total::Sum).is_err());
}

#[test]
fn a_series_is_checked() {
    let cut = |at, ages| SeriesCutOff { at: Tenths(at), rater: None, ages };
    let of = |change: &dyn Fn(&mut SeriesParts)| {
        let mut parts = parts(Total::Sum);
        change(&mut parts);
        Series::of(parts).map(|_| ())
    };
    assert_eq!(of(&|_| {}), Ok(()));
    assert_eq!(of(&|p| p.cut_offs = vec![cut(60, Some((6, 12)))]), Ok(()), "the sum goes to 6");
    for (change, problem) in [
        (&(|p: &mut SeriesParts| p.high = Tenths(0)) as &dyn Fn(&mut SeriesParts), SeriesProblem::Range),
        (&|p| p.step = Tenths(0), SeriesProblem::Step),
        (&|p| p.step = Tenths(15), SeriesProblem::Step),
        (&|p| p.lines = (0..13).map(|n| tag(&format!("linje {n}"))).collect(), SeriesProblem::Lines),
        (&|p| p.lines.push(tag("Ro")), SeriesProblem::Lines),
        (&|p| p.cut_offs = vec![cut(61, None)], SeriesProblem::CutOff),
        (&|p| p.cut_offs = vec![cut(10, Some((12, 6)))], SeriesProblem::CutOff),
        (&|p| (p.total, p.cut_offs) = (Total::Mean, vec![cut(21, None)]), SeriesProblem::CutOff),
    ] {
        assert_eq!(of(change), Err(problem));
    }
    let series = Series::of(parts(Total::Sum)).unwrap();
    assert!(series.has(Tenths(10)) && !series.has(Tenths(15)) && !series.has(Tenths(30)));
}

#[test]
fn a_cut_off_holds_for_a_rater_and_an_age() {
    let cut = |at, rater, ages| SeriesCutOff { at: Tenths(at), rater, ages };
    let cut_offs = vec![cut(10, Some(Role::Mother), None), cut(20, None, Some((6, 12))), cut(30, None, None)];
    let series = Series::of(SeriesParts { cut_offs, ..parts(Total::Sum) }).unwrap();
    let settings = HouseSettings { series: vec![series.clone()], ..HouseSettings::default() };
    let shape = measure(1, Total::Sum).strand();
    for (rater, age, expected) in [
        (Role::Mother, Some(9), &[10, 20, 30][..]),
        (Role::Child, Some(12), &[20, 30]),
        (Role::Child, Some(13), &[30]),
        (Role::Child, None, &[30]),
    ] {
        let found: Vec<i32> = series.cut_offs_of(rater, age).map(|c| c.0).collect();
        assert_eq!(found, expected, "{rater:?} {age:?}");
        let Strand::Own(name, of, _) = shape.clone() else { panic!("own") };
        let first = settings.cut_off(&Strand::Own(name, of, rater), age);
        assert_eq!(first.map(|c| c.0), expected.first().copied());
    }
}

fn measure(n: u128, total: Total) -> Measure {
    Measure {
        id: MeasureId::from_u128(n),
        case: CaseId::from_u128(1),
        talk: TalkId::from_u128(1),
        date: date(2026, 11, 20),
        rater: Role::Child,
        score: Score::Own(score(&[10, 0, 20], total)),
    }
}

#[test]
fn scores_of_another_shape_are_another_strand() {
    assert_ne!(measure(1, Total::Sum).strand(), measure(1, Total::Mean).strand());
    let single = Measure {
        score: Score::Own(OwnScore::single(tag("Profil 3"), Tenths(10))),
        ..measure(2, Total::Sum)
    };
    assert_ne!(single.strand(), measure(1, Total::Sum).strand());
}

#[test]
fn a_series_that_has_scores_keeps_its_lines_and_a_new_one_takes_another_name() {
    let mut house = House::new();
    let settings =
        |parts| HouseSettings { series: vec![Series::of(parts).unwrap()], ..HouseSettings::default() };
    let before = settings(parts(Total::Sum));
    house.records.settings = vec![before.clone()];
    let settle = |house: &mut House, new: &HouseSettings| {
        let (seen, new) = (Some(Box::new(before.clone())), Box::new(new.clone()));
        house.act(&Action::Settle { seen, new }).map(|_| ())
    };
    let longer = settings(SeriesParts { lines: ["Søvn", "Ro"].map(tag).into(), ..parts(Total::Sum) });
    let mean = settings(parts(Total::Mean));
    // Nothing is scored yet.
    assert_eq!(settle(&mut house.clone(), &longer), Ok(()));
    house.records.measures.push(measure(1, Total::Sum));
    for changed in [&longer, &mean] {
        assert_eq!(
            settle(&mut house.clone(), changed),
            Err(vec![Reason::Series(SeriesFault::InUse(tag("Profil 3")))])
        );
    }
    // Names, cut-offs and the licence may change, and a new one stands beside it.
    let renamed = settings(SeriesParts {
        lines: ["Nætter", "Ro", "Kammerater"].map(tag).into(),
        cut_offs: vec![Tenths(40).into()],
        licence: trivsel_domain::value::Line::new("til 2028").ok(),
        ..parts(Total::Sum)
    });
    assert_eq!(settle(&mut house.clone(), &renamed), Ok(()));
    let mut both = before.clone();
    both.series.push(Series::of(SeriesParts { name: tag("Profil 4"), ..parts(Total::Mean) }).unwrap());
    assert_eq!(settle(&mut house, &both), Ok(()));
}

#[test]
fn a_series_with_scores_is_retired_and_not_deleted() {
    let mut house = House::new();
    let settings =
        |parts| HouseSettings { series: vec![Series::of(parts).unwrap()], ..HouseSettings::default() };
    let before = settings(parts(Total::Sum));
    house.records.settings = vec![before.clone()];
    let settle = |house: &mut House, new: HouseSettings| {
        let (seen, new) = (Some(Box::new(before.clone())), Box::new(new));
        house.act(&Action::Settle { seen, new }).map(|_| ())
    };
    // Without scores it goes.
    assert_eq!(settle(&mut house.clone(), HouseSettings::default()), Ok(()));
    house.records.measures.push(measure(1, Total::Sum));
    assert_eq!(
        settle(&mut house.clone(), HouseSettings::default()),
        Err(vec![Reason::Series(SeriesFault::Kept(tag("Profil 3")))])
    );
    let retired = settings(SeriesParts { retired: true, ..parts(Total::Sum) });
    assert_eq!(settle(&mut house, retired), Ok(()));
    let written = serde_json::to_string(&house.records.settings[0].series[0]).unwrap();
    assert!(written.contains(r#""retired":true"#), "{written}");
}

#[test]
fn a_series_that_others_scored_in_is_not_taken_back() {
    let mut house = House::new();
    let new =
        HouseSettings { series: vec![Series::of(parts(Total::Sum)).unwrap()], ..HouseSettings::default() };
    house.act(&Action::Settle { seen: None, new: Box::new(new.clone()) }).unwrap();
    let mut scored = house.clone();
    scored.records.measures.push(measure(1, Total::Sum));
    assert_eq!(scored.act(&Action::Undo), Err(vec![Reason::Series(SeriesFault::Kept(tag("Profil 3")))]));
    assert_eq!(scored.records.settings, [new]);
    house.act(&Action::Undo).unwrap();
    assert_eq!(house.records.settings, []);
}

#[test]
fn what_was_written_when_a_series_was_one_line_is_read() {
    let old = r#"{"name":"Uro","low":0,"high":100,"better":"down","cut_offs":[40]}"#;
    let series: Series = serde_json::from_str(old).unwrap();
    assert_eq!((series.count(), series.step(), series.total()), (1, Tenths(1), Total::Sum));
    assert_eq!(serde_json::to_string(&series).unwrap(), old, "and is written the same");
    let old = r#"{"own":{"series":"Uro","value":-35}}"#;
    let score: Score = serde_json::from_str(old).unwrap();
    assert_eq!(score, Score::Own(OwnScore::single(tag("Uro"), Tenths(-35))));
    assert_eq!(serde_json::to_string(&score).unwrap(), old);
    let many = serde_json::to_string(&Score::Own(self::score(&[10, 0, 20], Total::None))).unwrap();
    assert_eq!(many, r#"{"own":{"series":"Profil 3","values":[10,0,20],"total":"none"}}"#);
    assert_eq!(
        serde_json::from_str::<Score>(&many).unwrap(),
        Score::Own(self::score(&[10, 0, 20], Total::None))
    );
    for bad in [r#"{"own":{"series":"Uro"}}"#, r#"{"own":{"series":"Uro","value":1,"more":2}}"#] {
        assert!(serde_json::from_str::<Score>(bad).is_err(), "{bad}");
    }
}
