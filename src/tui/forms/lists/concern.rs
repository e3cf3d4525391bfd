//! Writes and parses the house's rules of concern, one on a line: a preset by its name, or one of its own.

use trivsel_domain::record::{ConcernChoice, ConcernPart, ConcernRule, OwnConcern};
use trivsel_domain::value::{Coded, Tag};

use super::parse::{lines, wrong};
use trivsel_words::Words;
use trivsel_words::text::fold;

/// `10 procent`, or `Åse-reglen: over 15 %, 4 dage i træk, 6 af 30 dage`.
pub(super) fn line(rule: &ConcernChoice, words: &Words) -> String {
    match rule {
        ConcernChoice::Preset(preset) => words.code("concern-preset", preset.code()).to_owned(),
        ConcernChoice::Own(own) => {
            let parts: Vec<String> = rule.parts().iter().map(|part| told(*part, words)).collect();
            format!("{}: {}", own.name().as_str(), parts.join(", "))
        }
    }
}

/// A part of a rule in words.
fn told(part: ConcernPart, words: &Words) -> String {
    match part {
        ConcernPart::Share { percent } => words.with("concern-part-share", &[("percent", percent.into())]),
        ConcernPart::InARow { days } => words.with("concern-part-row", &[("days", days.into())]),
        ConcernPart::Within { days, of } => {
            words.with("concern-part-within", &[("days", days.into()), ("of", of.into())])
        }
    }
}

/// Rules, one on a line; none stands for the usual one.
pub(super) fn rules(text: &str, words: &Words) -> Result<Vec<ConcernChoice>, String> {
    let mut found: Vec<ConcernChoice> = Vec::new();
    for (n, text) in lines(text) {
        let rule = rule(text, words).ok_or_else(|| wrong(words, "list-how-concern", n))?;
        let name = |rule: &ConcernChoice| match rule {
            ConcernChoice::Preset(preset) => preset.code().to_owned(),
            ConcernChoice::Own(own) => fold(own.name().as_str()),
        };
        if found.iter().any(|other| name(other) == name(&rule)) {
            return Err(wrong(words, "list-concern-twice", n));
        }
        found.push(rule);
    }
    Ok(found)
}

fn rule(text: &str, words: &Words) -> Option<ConcernChoice> {
    let Some((name, parts)) = text.split_once(':') else {
        let is = |rule: &&ConcernRule| bare(words.code("concern-preset", rule.code()), "") == bare(text, "");
        return ConcernRule::ALL.iter().find(is).map(|rule| ConcernChoice::Preset(*rule));
    };
    let parts: Option<Vec<ConcernPart>> = parts.split(',').map(|text| part(text, words)).collect();
    OwnConcern::new(Tag::new(name).ok()?, parts?).ok().map(ConcernChoice::Own)
}

/// A part by its numbers and the words around them. The words that only fill, like *over* and *dage*, may be left out.
fn part(text: &str, words: &Words) -> Option<ConcernPart> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|t| !t.is_empty());
    let numbers: Vec<u32> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
    let filler = words.get("concern-part-filler");
    let possible = match *numbers.as_slice() {
        [n] => vec![ConcernPart::Share { percent: n }, ConcernPart::InARow { days: n }],
        [days, of] => vec![ConcernPart::Within { days, of }],
        _ => return None,
    };
    possible.into_iter().find(|part| bare(&told(*part, words), filler) == bare(text, filler))
}

/// The folded words of a text without those that only fill.
fn bare(text: &str, filler: &str) -> Vec<String> {
    let spaced = fold(text).replace('%', " %");
    let filler: Vec<String> = filler.split_whitespace().map(fold).collect();
    spaced.split_whitespace().filter(|w| !filler.iter().any(|f| f == w)).map(str::to_owned).collect()
}
