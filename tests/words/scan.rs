//! Scans Rust sources and Fluent files well enough to compare the messages used with those defined.

use std::collections::BTreeSet;
use std::path::Path;

/// A text and its origin.
pub struct Source {
    /// The path, as reported in errors.
    pub name: String,
    pub text: String,
}

/// Every `.rs` file below a folder.
pub fn rust_files(folder: &Path) -> Vec<Source> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            files.push(Source { name: path.display().to_string(), text });
        }
    }
    files
}

/// A string literal in a Rust source.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    /// The text between the quotes, escapes as written.
    pub text: String,
    /// The code before it, without spaces: `words.get(`.
    pub left: String,
    /// The line it starts on, from 1.
    pub line: usize,
}

/// The string literals of a Rust source, without comments and character literals.
pub fn literals(source: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut left = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        let mut take = |text: &str| {
            let line = source[..source.len() - rest.len()].matches('\n').count() + 1;
            found.push(Literal { text: text.to_owned(), left: left.clone(), line });
        };
        let code = if rest.starts_with("//") {
            taken = rest.find('\n').unwrap_or(rest.len());
            ""
        } else if rest.starts_with("/*") {
            taken = rest.find("*/").map_or(rest.len(), |end| end + 2);
            ""
        } else if let Some(hashes) = raw_start(rest, &left) {
            let open = 2 + hashes;
            let close = format!("\"{}", "#".repeat(hashes));
            let end = rest[open..].find(&close).map_or(rest.len(), |end| open + end);
            take(&rest[open..end]);
            taken = (end + close.len()).min(rest.len());
            "\""
        } else if c == '"' {
            let end = quote_end(rest, '"');
            take(&rest[1..end]);
            taken = (end + 1).min(rest.len());
            "\""
        } else if c == '\'' && (rest[1..].starts_with('\\') || rest.chars().nth(2) == Some('\'')) {
            taken = (quote_end(rest, '\'') + 1).min(rest.len());
            "'"
        } else if c.is_whitespace() {
            ""
        } else {
            &rest[..taken]
        };
        left.push_str(code);
        rest = &rest[taken..];
    }
    found
}

/// The number of `#` of a raw string that starts here.
fn raw_start(rest: &str, left: &str) -> Option<usize> {
    let open = rest.strip_prefix('r')?;
    let hashes = open.len() - open.trim_start_matches('#').len();
    let inside_a_name = left.ends_with(|c: char| c.is_alphanumeric() || c == '_') && !left.ends_with('b');
    (open[hashes..].starts_with('"') && !inside_a_name).then_some(hashes)
}

/// The end of the text, where the opening quote is closed.
fn quote_end(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at,
            _ => {}
        }
    }
    rest.len()
}

/// A message of a Fluent file.
pub struct Message {
    pub id: String,
    /// The text as written, over all its lines.
    pub value: String,
}

impl Message {
    /// The names of its arguments.
    pub fn arguments(&self) -> BTreeSet<&str> {
        let name_end = |name: &str| name.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
        self.value.split('$').skip(1).map(|name| &name[..name_end(name).unwrap_or(name.len())]).collect()
    }

    /// The number of words a reader sees.
    pub fn word_count(&self) -> usize {
        self.value.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
    }
}

/// The messages of a Fluent file.
pub fn messages(source: &str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for line in source.lines() {
        let id = trivsel_words::message_ids(line).next();
        if let Some(id) = id {
            let value = line.split_once('=').map_or("", |(_, value)| value).trim().to_owned();
            found.push(Message { id: id.to_owned(), value });
        } else if line.starts_with([' ', '}'])
            && let Some(message) = found.last_mut()
        {
            message.value.push('\n');
            message.value.push_str(line.trim());
        }
    }
    found
}

#[test]
fn literals_are_read_with_what_is_left_of_them() {
    let source = "// \"no\"\nlet q = '\"'; let l: &'static str = words\n    .get(\n\"a-b\"); /* \"no\" */ r#\"c\"d\"# '\\'' \"e\\\"f\"";
    let found = literals(source);
    let texts: Vec<_> = found.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(texts, ["a-b", "c\"d", "e\\\"f"]);
    assert!(found[0].left.ends_with("words.get("));
    assert_eq!(found[0].line, 4);
}

#[test]
fn messages_keep_their_lines_and_arguments() {
    let found = messages(
        "# a-c = no\na-b = { $count ->\n    [one] { $name }\n   *[other] many\n}\nc-d = fire små grå ord\n",
    );
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].arguments(), BTreeSet::from(["count", "name"]));
    assert_eq!((found[1].id.as_str(), found[1].word_count()), ("c-d", 4));
}
