//! Consultations sum up by school and workplace.

use trivsel_domain::rules::house_figures::{Consultation, Consultations};
use trivsel_domain::value::{Line, Minutes};

use crate::domain::facts::date;

fn held(place: Option<&str>, minutes: Option<u16>, participants: u32) -> Consultation {
    Consultation {
        date: date(2026, 11, 2),
        place: place.map(|place| Line::new(place).unwrap()),
        minutes: minutes.map(|m| Minutes::new(m).unwrap()),
        participants,
    }
}

#[test]
fn consultations_sum_up_by_place_however_its_letters_are_written() {
    let all = Consultations {
        held: vec![
            held(Some("Åskolen"), Some(60), 12),
            held(None, Some(200), 1),
            held(Some("Lindeskolen"), Some(90), 3),
            held(Some("ÅSKOLEN"), Some(45), 2),
            held(Some("Lindeskolen"), None, 5),
        ],
    };
    let by_place: Vec<_> = all
        .by_place()
        .into_iter()
        .map(|(place, of)| {
            let place = place.map(|p| p.as_str().to_owned());
            (place, of.held.len(), of.minutes(), of.participants(), of.without_length())
        })
        .collect();
    let named = |name: &str| Some(name.to_owned());
    assert_eq!(
        by_place,
        [(named("Åskolen"), 2, 105, 14, 0), (named("Lindeskolen"), 2, 90, 8, 1), (None, 1, 200, 1, 0),]
    );
    // The places together are the whole.
    assert_eq!(by_place.iter().map(|(_, _, minutes, ..)| minutes).sum::<u32>(), all.minutes());
    assert_eq!(by_place.iter().map(|(_, _, _, people, _)| people).sum::<u32>(), all.participants());
}
