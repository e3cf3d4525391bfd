//! Takes the names of people who are left out of every text of a paper, in any spelling and in the genitive.

use std::collections::BTreeSet;

use trivsel_words::text::{fold, fold_plain};

use crate::paper::{Block, Paper, Table, plain};

/// The first of the characters that stand for a name while others are hidden; none of them is in a text.
const MARK: u32 = 0xF_0000;

/// The words of the names that are hidden, folded in both spellings, and the names of the staff, which stay.
pub(super) struct Hidden<'a> {
    words: BTreeSet<String>,
    staff: Vec<(&'a str, char)>,
}

impl<'a> Hidden<'a> {
    /// The words of some names. Those of the child's own name stay, since it may share one with its parents.
    pub(super) fn new<'n>(
        names: impl Iterator<Item = &'n str>,
        child: &str,
        staff: impl Iterator<Item = &'a str>,
    ) -> Self {
        // The small words of a name, such as "af", stand in every other sentence too.
        let own = |word: &&str| word.chars().count() > 1 && !word.starts_with(char::is_lowercase);
        let mut hidden: BTreeSet<String> = names.flat_map(words).filter(own).flat_map(spellings).collect();
        for word in words(child).flat_map(spellings) {
            hidden.remove(&word);
        }
        let staff = (MARK..).zip(staff).filter_map(|(mark, name)| Some((name, char::from_u32(mark)?)));
        Self { words: hidden, staff: staff.collect() }
    }

    /// Puts a word in the place of the hidden ones everywhere in a paper.
    pub(super) fn hide_in(&self, paper: &mut Paper, instead: &str) {
        if self.words.is_empty() {
            return;
        }
        let hide = |text: &mut String| *text = self.hidden(text, instead);
        let table = |table: &mut Table| {
            table.rows.iter_mut().flatten().for_each(hide);
        };
        for block in &mut paper.blocks {
            match block {
                Block::Heading(_, text) | Block::Text(text) | Block::Note(text) | Block::Signature(text) => {
                    hide(text);
                }
                Block::Table(rows) => table(rows),
                Block::Chart(chart) => {
                    hide(&mut chart.title);
                    table(&mut chart.table);
                }
                Block::NewPage => {}
            }
        }
    }

    /// A text with the hidden words replaced; several in a row are one.
    fn hidden(&self, text: &str, instead: &str) -> String {
        // A letter and its accent are one character here.
        let mut text = plain(text);
        let here: Vec<&(&str, char)> = self.staff.iter().filter(|(name, _)| text.contains(name)).collect();
        for (name, mark) in &here {
            text = text.replace(name, &mark.to_string());
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        let mut just = false;
        for word in words(&text) {
            let Some((before, after)) = rest.split_once(word) else { break };
            let holds = self.holds(word);
            if !(holds && just && before == " ") {
                out.push_str(before);
                out.push_str(if holds { instead } else { word });
            }
            just = holds;
            rest = after;
        }
        out.push_str(rest);
        here.iter().fold(out, |out, (name, mark)| out.replace(*mark, name))
    }

    fn holds(&self, word: &str) -> bool {
        let bare = word.strip_suffix(['s', 'S']).unwrap_or(word);
        [word, bare].into_iter().flat_map(spellings).any(|one| self.words.contains(&one))
    }
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn spellings(word: &str) -> [String; 2] {
    [fold(word), fold_plain(word)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_hidden_in_any_spelling_and_the_childs_own_words_stay() {
        let hidden = Hidden::new(
            ["Mette Åse Holm", "Ole af Skov"].into_iter(),
            "Alma Holm",
            ["Mette Kjær", "Ole"].into_iter(),
        );
        for (text, told) in [
            ("Mette Åse Holm ringer", "[–] Holm ringer"),
            ("Mettes bil, METTE; mette-marie", "[–] bil, [–]; [–]-marie"),
            ("Alma Holm og Aase", "Alma Holm og [–]"),
            ("En mand af Skov", "En mand af [–]"),
            ("A\u{30a}se og skovs", "[–] og [–]"),
            ("Metteline", "Metteline"),
            ("Mette Kjær ringer til Mette", "Mette Kjær ringer til [–]"),
            ("", ""),
        ] {
            assert_eq!(hidden.hidden(text, "[–]"), told, "{text}");
        }
    }
}
