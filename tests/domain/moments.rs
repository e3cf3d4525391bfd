//! The moment of a signature: the machine's clock, and the day taken for today where that is more than a day away.

use chrono::NaiveDateTime;
use trivsel_domain::value::Moment;

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

#[test]
fn what_was_taken_for_today_is_told_when_it_is_more_than_a_day_away() {
    let machine = at("2026-11-26T10:15:00");
    for (present, told) in [
        ("2026-11-26T10:15:00", None),
        ("2026-11-25T10:15:00", None),
        ("2026-11-25T10:14:59", Some("2026-11-25")),
        ("2026-11-27T10:15:00", None),
        ("2026-11-27T10:15:01", Some("2026-11-27")),
        ("2026-09-01T10:15:00", Some("2026-09-01")),
        ("1999-12-31T23:59:59", Some("1999-12-31")),
    ] {
        let moment = Moment::new(machine, at(present));
        assert_eq!(moment.taken().map(|day| day.to_string()).as_deref(), told, "{present}");
        assert_eq!((moment.at(), moment.date()), (machine, machine.date()));
        assert_eq!(moment.day(), told.map_or(machine.date(), |day| day.parse().unwrap()));
        // What is stored reads back as it was.
        assert_eq!(moment.to_string().parse(), Ok(moment));
        let json = serde_json::to_string(&moment).unwrap();
        assert_eq!(serde_json::from_str::<Moment>(&json).unwrap(), moment);
    }
}

#[test]
fn a_moment_is_written_as_before_and_with_the_day_in_brackets() {
    let plain = Moment::from(at("2026-11-26T10:15:00"));
    assert_eq!(plain.to_string(), "2026-11-26T10:15:00");
    assert_eq!(serde_json::to_string(&plain).unwrap(), serde_json::to_string(&plain.at()).unwrap());
    let set = Moment::new(plain.at(), at("2026-09-01T08:00:00"));
    assert_eq!(set.to_string(), "2026-11-26T10:15:00[today=2026-09-01]");
    for wrong in [
        "",
        "2026-11-26",
        "[today=2026-09-01]",
        "2026-11-26T10:15:00[today=2026-09-01",
        "2026-11-26T10:15:00[today=]",
        "2026-11-26T10:15:00[today=2026-09-31]",
        "2026-11-26T10:15:00 2026-09-01",
        "2026-11-26T10:15:00[today=2026-09-01]]",
    ] {
        assert!(wrong.parse::<Moment>().is_err(), "{wrong}");
    }
}
