//! The messages used, the messages defined and the two languages agree.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use trivsel_words::{Lang, Words, sources};

use super::scan::{Message, Source, literals, messages, rust_files};

/// Prefixes of ids built from codes by `Words::code` and `Words::count`; their messages count as used.
const CODED: &[&str] = &[
    "pane",
    "stage",
    "mark",
    "holiday",
    "closure",
    "talk",
    "competency",
    "subject",
    "count",
    "role",
    "field",
    "ended",
    "direction",
    "requirement",
    "document",
    "intervention",
    "obligation",
    "due",
    "judgement",
    "not-held",
];

/// Messages up to this many words may be the same in both languages ("status", "dialog").
const SAME_WORDS: usize = 3;

#[test]
fn the_programs_messages_are_complete() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |lang| {
        let own = |(name, text): &(&str, &str)| Source { name: (*name).to_owned(), text: (*text).to_owned() };
        sources(lang).iter().map(own).collect::<Vec<_>>()
    };
    let mut rust = rust_files(&root.join("src"));
    for source in &mut rust {
        source.name = source.name.replace(&root.display().to_string(), "").trim_start_matches('/').to_owned();
    }
    let faults = faults(&files(Lang::Da), &files(Lang::En), &rust, CODED);
    assert!(faults.is_empty(), "{} faults in the words:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_file_in_the_folders_is_compiled_in() {
    for lang in Lang::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/words").join(lang.code());
        let there: BTreeSet<_> = std::fs::read_dir(folder)
            .expect("a folder of words")
            .map(|entry| format!("{}/{}", lang.code(), entry.expect("an entry").file_name().display()))
            .collect();
        let known: BTreeSet<_> = sources(lang).iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(there, known);
    }
}

#[test]
fn every_message_is_read_and_every_coded_one_found_by_its_code() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for message in sources(lang).iter().flat_map(|(_, text)| messages(text)) {
            if message.arguments().is_empty() {
                assert!(!words.get(&message.id).contains('⟨'), "{} is not read from its file", message.id);
            }
            let coded = message.id.split_once('-').filter(|(prefix, _)| CODED.contains(prefix));
            if let Some((prefix, code)) = coded.filter(|_| message.arguments().is_empty()) {
                assert_eq!(words.code(prefix, &code.replace('-', "_")), message.value);
            }
        }
    }
}

/// Every mismatch between the files of two languages and the sources that use them, one line each.
fn faults(da: &[Source], en: &[Source], rust: &[Source], coded: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    let (da, en) = (index(da, &mut faults), index(en, &mut faults));
    for (id, (file, danish)) in &da {
        let Some((other, english)) = en.get(id) else {
            faults.push(format!("{file}: {id} is missing in English"));
            continue;
        };
        if file.split_once('/').map(|(_, room)| room) != other.split_once('/').map(|(_, room)| room) {
            faults.push(format!("{file}: {id} is in another room in English, {other}"));
        }
        if danish.arguments() != english.arguments() {
            let (da, en) = (danish.arguments(), english.arguments());
            faults.push(format!("{file}: {id} asks for {da:?} in Danish and {en:?} in English"));
        }
        if danish.value == english.value && danish.word_count() > SAME_WORDS {
            faults.push(format!("{other}: {id} is not translated"));
        }
    }
    for (id, (file, _)) in en.iter().filter(|(id, _)| !da.contains_key(*id)) {
        faults.push(format!("{file}: {id} is missing in Danish"));
    }

    let mut used = BTreeSet::new();
    let mut prefixes: BTreeSet<String> = coded.iter().map(|prefix| (*prefix).to_owned()).collect();
    for source in rust {
        for literal in literals(&source.text) {
            let (text, left) = (literal.text, literal.left);
            let place = format!("{}:{}", source.name, literal.line);
            // Ids have a hyphen; a `.get("name")` without one counts only on a value called `words`.
            let ours = text.contains('-') || left.ends_with("words.get(") || left.ends_with("words.with(");
            let (get, with) = (left.ends_with(".get("), left.ends_with(".with("));
            if left.ends_with(".code(") || left.ends_with(".code_in(") {
                if !da.keys().any(|id| id.strip_prefix(&text).is_some_and(|code| code.starts_with('-'))) {
                    faults.push(format!("{place}: no message begins with {text}-"));
                }
                prefixes.insert(text);
            } else if left.ends_with(".count(") {
                if !da.contains_key(&format!("count-{text}")) {
                    faults.push(format!("{place}: count-{text} is not defined"));
                }
            } else if let Some((_, message)) = da.get(&text) {
                if get && !message.arguments().is_empty() {
                    faults.push(format!("{place}: {text} takes arguments, which get does not give"));
                }
                used.insert(text);
            } else if (get || with) && ours {
                faults.push(format!("{place}: {text} is not defined"));
            }
        }
    }
    for (id, (file, _)) in &da {
        let by_code =
            prefixes.iter().any(|prefix| id.strip_prefix(prefix).is_some_and(|code| code.starts_with('-')));
        if !by_code && !used.contains(id) {
            faults.push(format!("{file}: {id} is never used"));
        }
    }
    faults
}

/// The messages of one language by id, with the file of each.
fn index(files: &[Source], faults: &mut Vec<String>) -> BTreeMap<String, (String, Message)> {
    let mut index = BTreeMap::new();
    for file in files {
        for message in messages(&file.text) {
            let id = message.id.clone();
            if !id.contains('-') {
                faults.push(format!("{}: {id} has no hyphen, so its uses can't be found", file.name));
            }
            if index.insert(id.clone(), (file.name.clone(), message)).is_some() {
                faults.push(format!("{}: {id} is defined twice", file.name));
            }
        }
    }
    index
}

#[test]
fn each_fault_is_found_and_named() {
    let file = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
    let find = |da: &str, en: &str, rust: &str| {
        faults(&[file("da/a.ftl", da)], &[file("en/a.ftl", en)], &[file("src/a.rs", rust)], &["stage"])
    };
    let good = "w.get(\"a-b\")";
    assert_eq!(find("a-b = ja\n", "a-b = yes\n", good), [""; 0]);
    assert_eq!(find("stage-x = ja\n", "stage-x = yes\n", ""), [""; 0]);
    assert_eq!(find("a-b = ja\n", "", good), ["da/a.ftl: a-b is missing in English"]);
    assert_eq!(find("", "a-b = yes\n", ""), ["en/a.ftl: a-b is missing in Danish"]);
    assert_eq!(find("", "", good), ["src/a.rs:1: a-b is not defined"]);
    assert_eq!(find("", "", "words.get(\"plain\")"), ["src/a.rs:1: plain is not defined"]);
    assert_eq!(find("", "", "map.get(\"plain\")"), [""; 0]);
    assert_eq!(find("", "", "w.with(\n    \"a-b\", &[])"), ["src/a.rs:2: a-b is not defined"]);
    assert_eq!(find("", "", "w.code(\"odd\", x)"), ["src/a.rs:1: no message begins with odd-"]);
    assert_eq!(find("", "", "w.count(\"odd\", 1)"), ["src/a.rs:1: count-odd is not defined"]);
    assert_eq!(find("a-b = ja\n", "a-b = yes\n", "// w.get(\"a-b\")"), ["da/a.ftl: a-b is never used"]);
    assert_eq!(find("a-b = ja\n", "a-b = yes\n", "let id = \"a-b\";"), [""; 0]);
    assert_eq!(
        find("a-b = { $n }\n", "a-b = { $m }\n", "\"a-b\""),
        ["da/a.ftl: a-b asks for {\"n\"} in Danish and {\"m\"} in English"]
    );
    assert_eq!(
        find("a-b = { $n }\n", "a-b = { $n }\n", good),
        ["src/a.rs:1: a-b takes arguments, which get does not give"]
    );
    assert_eq!(find("a-b = x y z w\n", "a-b = x y z w\n", good), ["en/a.ftl: a-b is not translated"]);
    assert_eq!(find("a-b = x y z\n", "a-b = x y z\n", good), [""; 0]);
    let faults = find("plain = ja\n", "plain = yes\n", "\"plain\"");
    assert!(faults[0].contains("has no hyphen"));
}
