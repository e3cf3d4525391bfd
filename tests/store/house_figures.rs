//! The figures of the house, read from the store.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Matter, OpenTo, Participant, Talk, TalkKind};
use trivsel_domain::rules::house_figures::consultation::others;
use trivsel_domain::rules::house_figures::{Consultation, Occupancy, Span, SpanKind};
use trivsel_domain::rules::obligations::Held;
use trivsel_domain::value::{Coded, Line, Minutes, SeatNorm, TalkId};
use trivsel_store::Asker;

use super::obligations::{changed_demonstration, demonstration};
use super::service::{founded, profiles, soren, today};
use crate::domain::facts;
use crate::domain::house_figures::{More, figures};

#[test]
fn the_store_counts_what_the_records_say() {
    let day = today();
    let (house, records) = demonstration(day);
    let held = |talk: &Talk| Some((talk.case()?, Held { kind: talk.kind(), date: talk.date }));
    let consulted = |talk: &&Talk| talk.kind() == TalkKind::Consultation;
    let consultation = |talk: &Talk| Consultation {
        date: talk.date,
        place: talk.matter.place().filter(|_| talk.open_to == OpenTo::House).cloned(),
        minutes: talk.minutes,
        participants: others(&talk.participants),
    };
    let all =
        facts::House { today: day, records: records.clone(), programmes: profiles(), ..facts::House::new() };
    let mut children = 0;
    for kind in SpanKind::ALL {
        let mut span = Span::around(*kind, day);
        for _ in 0..4 {
            let more = More {
                norms: vec![],
                consultations: records.talks.iter().filter(consulted).map(consultation).collect(),
                talks: records.talks.iter().filter_map(held).collect(),
            };
            let (mut found, wanted) = (house.figures(span, day).expect("figures"), figures(&all, span, more));
            found.consultations.held.sort_by_key(|c| (c.date, c.minutes, c.participants));
            let mut wanted = wanted;
            wanted.consultations.held.sort_by_key(|c| (c.date, c.minutes, c.participants));
            assert_eq!(found, wanted, "{span:?}");
            children += found.programmes.iter().map(|p| p.children.len()).sum::<usize>();
            span = span.before();
        }
    }
    assert!(children > 30, "the demonstration has children to count: {children}");
}

#[test]
fn a_changed_norm_counts_from_its_day() {
    let day = today();
    let (mut house, records) = demonstration(day);
    let programme = records.programmes[0].code.clone();
    let later = founded() + chrono::Days::new(60);
    let norm = SeatNorm::limited(20).expect("a norm");
    let asker = Asker::new(soren().staff, later);
    house.perform(asker, &Action::SetSeats { programme: programme.clone(), norm }).expect("a norm");
    let month = house.figures(Span::around(SpanKind::Month, later.date()), day).expect("figures");
    let ours = month.programmes.iter().find(|p| p.programme == programme).expect("the programme");
    let before = u32::from(records.programmes[0].seats.number().expect("a norm"));
    let all = Occupancy::together(&ours.occupancy).expect("seats");
    let days =
        |from: chrono::NaiveDate, to: chrono::NaiveDate| u32::try_from((to - from).num_days()).expect("days");
    let wanted = days(all.from, later.date()) * before + (days(later.date(), all.to) + 1) * 20;
    assert_eq!(all.seats, Some(wanted));
}

#[test]
fn a_restricted_consultation_counts_and_keeps_its_place() {
    let month = Span::around(SpanKind::Month, today());
    let (house, _) = demonstration(today());
    let without = house.figures(month, today()).expect("figures").consultations;
    let (house, _) = changed_demonstration(today(), |records| {
        records.talks.push(Talk {
            id: TalkId::from_u128(4711),
            matter: Matter::consultation(Line::new("Ørsted Skole").expect("a place"), None),
            date: today(),
            minutes: Minutes::new(90).ok(),
            participants: vec![Participant::Other(Line::new("12 lærere").expect("a line"))],
            open_to: OpenTo::Only(vec![]),
            judgement: None,
            ..records.talks[0].clone()
        });
    });
    let found = house.figures(month, today()).expect("figures").consultations;
    assert_eq!(found.minutes(), without.minutes() + 90);
    assert_eq!(found.participants(), without.participants() + 12);
    assert!(found.held.iter().any(|c| c.participants == 12 && c.place.is_none()), "{found:?}");
}
