//! `trivsel keys` prints the whole table in both languages, without a house.

use trivsel_tui::keys::{Context, TABLE};
use trivsel_words::{Lang, Words};

use super::{Place, ended};

#[test]
fn every_key_is_printed_under_its_place() {
    for (lang, code) in [(Lang::Da, "da"), (Lang::En, "en")] {
        let place = Place::empty();
        let ended = ended(place.bare().args(["keys", "--lang", code]));
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        let words = Words::new(lang);
        let rooms: Vec<&str> = ended.out.split("\n\n").collect();
        assert_eq!(rooms.len(), Context::ALL.len());
        for (room, context) in rooms.iter().zip(Context::ALL) {
            let mut lines = room.lines();
            assert_eq!(lines.next(), Some(words.code("context", context.code())));
            for binding in TABLE.iter().filter(|b| b.context == context) {
                let line = lines.next().unwrap();
                let (keys, does) = line.trim_start().split_once("  ").unwrap();
                let labels: Vec<String> = binding.chords.iter().map(|c| c.label(&words)).collect();
                assert_eq!(keys, labels.join(" "));
                assert_eq!(does.trim_start(), words.code("key", binding.command.code()));
            }
            assert_eq!(lines.next(), None);
        }
        assert!(!place.house().exists(), "no house is made for it");
    }
}
