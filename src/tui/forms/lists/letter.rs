//! Writes and parses the template of a kind of document: `# Heading`, below it `+ part` or standing text.

use trivsel_domain::record::{BadLetter, DocumentKind, LetterPart, LetterSection, LetterTemplate, Piece};
use trivsel_domain::value::{Coded, Line, LongText};

use super::parse::{lines, wrong};
use trivsel_words::Words;
use trivsel_words::text::Folded;

/// A template as text.
pub(super) fn written(sections: &[LetterSection], words: &Words) -> String {
    let section = |section: &LetterSection| {
        let pieces = section.pieces.iter().map(|piece| match piece {
            Piece::Part(part) => format!("+ {}", name(*part, words)),
            Piece::Text(text) => text.as_str().to_owned(),
        });
        let heading = format!("# {}", section.heading.as_str());
        std::iter::once(heading).chain(pieces).collect::<Vec<_>>().join("\n")
    };
    sections.iter().map(section).collect::<Vec<_>>().join("\n\n")
}

/// The names of the parts, as the title and the refusals list them.
pub(super) fn parts(words: &Words) -> String {
    LetterPart::ALL.iter().map(|part| name(*part, words)).collect::<Vec<_>>().join(", ")
}

fn name(part: LetterPart, words: &Words) -> &str {
    words.code("letter-part", part.code())
}

/// A template; `None` from an empty text.
pub(super) fn template(
    text: &str,
    kind: DocumentKind,
    words: &Words,
) -> Result<Option<LetterTemplate>, String> {
    let mut sections: Vec<LetterSection> = Vec::new();
    let mut standing: Vec<&str> = Vec::new();
    for (n, line) in numbered(text) {
        if let Some(heading) = line.strip_prefix('#') {
            close(&mut sections, &mut standing, words)?;
            let heading = Line::new(heading).map_err(|_| wrong(words, "list-letter-heading", n))?;
            sections.push(LetterSection { heading, pieces: Vec::new() });
            continue;
        }
        if sections.is_empty() {
            if line.trim().is_empty() {
                continue;
            }
            return Err(wrong(words, "list-letter-heading", n));
        }
        let Some(named) = line.strip_prefix('+') else {
            standing.push(line);
            continue;
        };
        close(&mut sections, &mut standing, words)?;
        let named = Folded::new(named.trim());
        let part = LetterPart::ALL.iter().find(|part| Folded::new(name(**part, words)) == named);
        let part = part.ok_or_else(|| {
            let what = words.with("list-letter-part", &[("parts", parts(words).into())]);
            words.with("list-wrong", &[("line", n.into()), ("what", what.into())])
        })?;
        sections.last_mut().into_iter().for_each(|s| s.pieces.push(Piece::Part(*part)));
    }
    close(&mut sections, &mut standing, words)?;
    if sections.is_empty() {
        return Ok(None);
    }
    let last = lines(text).last().map_or(1, |(n, _)| n);
    LetterTemplate::new(kind, sections).map(Some).map_err(|bad| {
        let id = match bad {
            BadLetter::Sections => "list-letter-sections",
            BadLetter::Twice => "list-letter-twice",
            BadLetter::NoRecommendation => "list-letter-recommends",
        };
        wrong(words, id, last)
    })
}

/// Every line with its number, from 1. Blank lines within standing text stay.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines().map(str::trim_end))
}

/// Puts the standing text that was gathered into the last section.
fn close(sections: &mut [LetterSection], standing: &mut Vec<&str>, words: &Words) -> Result<(), String> {
    let text = standing.join("\n");
    standing.clear();
    if !text.trim().is_empty() {
        let text = LongText::new(&text).map_err(|_| words.get("form-too-long").to_owned())?;
        sections.last_mut().into_iter().for_each(|s| s.pieces.push(Piece::Text(text.clone())));
    }
    Ok(())
}
