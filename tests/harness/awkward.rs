//! A house whose every text is long, wide, or composed of several characters, made from the demonstration house.

use std::collections::BTreeMap;

use serde_json::Value;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Case, OpenTo, Records, Talk};
use trivsel_domain::value::{DraftId, TalkId};
use trivsel_store::{Asker, Draft, Founding, House};

use super::morning;

/// Every text of one line begins and ends with a sign of its own, so that a test sees where one is cut.
pub const BEGINS: char = '¤';
pub const ENDS: char = '§';

/// What the texts are made of. None has a digit.
const TEXTS: [&str; 5] = [
    "Ærøskøbing-Langebæk Østergaard-Rasmussen Holm Åkirkeby og en hel del mere, end der er plads til på linjen",
    "山田太郎学校欠席支援教室相談員会議室担当山田太郎学校欠席支援教室相談員会議室担当",
    "👨\u{200d}👩\u{200d}👧 🇩🇰 ❤\u{fe0f} 👍🏽 familie og flag og hjerte i en overskrift, der bliver ved og ved til den ikke kan mere",
    "x\u{301}y\u{323}z\u{30c} e\u{308}\u{301} q\u{303} म\u{94d}ह sammensatte bogstaver, som fylder mere i en streng end på skærmen, mange af dem",
    "محمد علي حسن مع اسم طويل جدا لا يتسع له العمود في الجدول أبدا حتى على الشاشات الكبيرة",
];

/// How many letters a text gets, the most that its record takes first.
const LENGTHS: [usize; 6] = [90, 36, 18, 4, 3, 2];

/// The demonstration house on the test's morning, each text replaced, with its drafts.
pub fn house() -> House {
    let mut next = 0;
    let mint = || {
        next += 1;
        next
    };
    let mut records = trivsel::demo::records(morning().date(), mint).unwrap();
    records.days.retain(|d| (morning().date() - d.date).num_days() < 15);
    let drafts = trivsel::demo::drafts(morning().date(), &records).unwrap();
    let mut records = with_awkward_texts(&records);
    records.talks.extend(restricted(&records));
    let founding = Founding {
        id: 1,
        staff: records.staff[0].clone(),
        programmes: records.programmes.clone(),
        closures: records.closures.clone(),
    };
    let asker = Asker::new(records.staff[0].id, morning());
    let profiles = trivsel_defaults::programmes().unwrap();
    let mut house = House::in_memory(profiles, &founding, morning()).unwrap();
    house.perform(asker, &Action::Restore(Box::new(records))).unwrap();
    for (id, text) in (1..).zip(drafts) {
        let draft = Draft {
            id: DraftId::from_u128(id),
            author: asker.staff,
            form: text.form.to_owned(),
            case: Some(text.case),
            fields: text.fields.into_iter().map(|(k, v)| (k, format!("{v} 🇩🇰 山田太郎"))).collect(),
            base: None,
            writers: Vec::new(),
            revision: 0,
            saved_at: morning(),
            held: None,
        };
        house.save_draft(asker, 1, &draft).unwrap();
    }
    house
}

/// For each case a restricted talk of today that the user may read.
fn restricted(records: &Records) -> Vec<Talk> {
    let only = OpenTo::Only(vec![records.staff[0].id]);
    let first = |case: &Case| records.talks.iter().find(|talk| talk.case() == Some(case.id));
    let copy = |(n, talk): (u128, &Talk)| Talk {
        id: TalkId::from_u128(900_000 + n),
        open_to: only.clone(),
        date: morning().date(),
        ..talk.clone()
    };
    (0..).zip(records.cases.iter().filter_map(first)).map(copy).collect()
}

/// Finds the places of free text by trying: a place that takes any text is one.
fn with_awkward_texts(records: &Records) -> Records {
    let mut whole = serde_json::to_value(records).unwrap();
    let mut places = BTreeMap::new();
    visit(&mut whole, "", &mut |place, text| {
        places.entry(place.to_owned()).or_insert_with(|| text.clone());
    });
    let sample = serde_json::to_value(sample(records)).unwrap();
    let free: BTreeMap<String, usize> = places
        .into_keys()
        // The programmes have profiles that are found by these.
        .filter(|place| !place.ends_with(".programme") && !place.starts_with(".programmes"))
        // A class has one letter.
        .filter(|place| !place.contains(".classes"))
        .filter_map(|place| {
            let fits = |length: &usize| {
                let mut tried = sample.clone();
                put(&mut tried, &BTreeMap::from([(place.clone(), *length)]));
                tried != sample && serde_json::from_value::<Records>(tried).is_ok()
            };
            LENGTHS.into_iter().find(fits).map(|length| (place, length))
        })
        .collect();
    put(&mut whole, &free);
    serde_json::from_value(whole).unwrap()
}

/// Some records of each type.
fn sample(records: &Records) -> Records {
    let Value::Object(mut lists) = serde_json::to_value(records).unwrap() else { unreachable!() };
    for list in lists.values_mut().filter_map(Value::as_array_mut) {
        list.truncate(12);
    }
    serde_json::from_value(Value::Object(lists)).unwrap()
}

/// Replaces the texts at these places, the same text by the same one.
fn put(records: &mut Value, free: &BTreeMap<String, usize>) {
    visit(records, "", &mut |place, text| {
        let Some(length) = free.get(place) else { return };
        *text = awkward(text, *length);
    });
}

fn visit(value: &mut Value, place: &str, act: &mut impl FnMut(&str, &mut String)) {
    match value {
        Value::String(text) => act(place, text),
        Value::Array(list) => list.iter_mut().for_each(|v| visit(v, place, act)),
        Value::Object(map) => map.iter_mut().for_each(|(k, v)| visit(v, &format!("{place}.{k}"), act)),
        _ => {}
    }
}

/// A text of at most so many letters that depends on the old one only.
fn awkward(old: &str, length: usize) -> String {
    let number = old.bytes().fold(7_u64, |n, b| n.wrapping_mul(31).wrapping_add(u64::from(b)));
    let letter = |n: u64| char::from(b'A' + u8::try_from(n % 26).unwrap());
    let mark: String = [0_u32, 1, 2, 3].iter().map(|n| letter(number / 26_u64.pow(*n))).collect();
    if length <= 4 {
        return mark.chars().take(length).collect();
    }
    let text = TEXTS[usize::try_from(number % 5).unwrap()];
    let cut: String = text.chars().cycle().take(length - 8).collect();
    format!("{BEGINS}{mark} {}{ENDS}", cut.trim())
}
