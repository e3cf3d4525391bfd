//! Parses people typed on one line: `mor Mette Holm 12 34 56 78, far Jens Holm`.

use trivsel_domain::value::{Coded, Line, PersonName, Role, TextProblem};

use super::Words;
use super::text::{Folded, clean_line};

/// The roles that can be typed as a parent, in form order.
const PARENTS: [Role; 3] = [Role::Mother, Role::Father, Role::Guardian];

/// One person that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedPerson {
    /// The relation to the child.
    pub role: Role,
    pub name: PersonName,
    pub phone: Option<Line>,
    pub mail: Option<Line>,
}

/// Why a line names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleProblem {
    /// The line does not start with the relation to the child.
    NoRole {
        /// The word it starts with.
        word: String,
    },
    NoName,
    /// A name or a number is too long.
    TooLong,
    /// A name or a number holds what can't be read.
    Unfit(TextProblem),
}

impl From<TextProblem> for PeopleProblem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::TooLong { .. } => Self::TooLong,
            TextProblem::Empty | TextProblem::NoLetter => Self::NoName,
            other => Self::Unfit(other),
        }
    }
}

/// The words of one part of a line, sorted into fields.
#[derive(Debug, Default)]
struct Parts {
    name: Vec<String>,
    phone: Vec<String>,
    mail: Option<String>,
}

impl Parts {
    fn of(part: &str, words: &Words) -> Self {
        let mut parts = Self::default();
        let phone_words = words.get("people-phone-words");
        for word in part.split_whitespace() {
            let bare = Folded::new(word.trim_end_matches([':', '.']));
            if word.contains('@') {
                parts.mail = Some(word.to_owned());
            } else if is_number(word) {
                parts.phone.push(word.to_owned());
            } else if !phone_words.split_whitespace().any(|w| Folded::new(w) == bare) {
                parts.name.push(word.to_owned());
            }
        }
        parts
    }

    fn person(self, role: Role) -> Result<TypedPerson, PeopleProblem> {
        let name = self.name.join(" ");
        if name.is_empty() {
            return Err(PeopleProblem::NoName);
        }
        let line = |text: String| Line::new(&text);
        let phone = (!self.phone.is_empty()).then(|| line(self.phone.join(" "))).transpose()?;
        let name = PersonName::new(&name)?;
        Ok(TypedPerson { role, name, phone, mail: self.mail.map(line).transpose()? })
    }
}

/// Whether a word is part of a telephone number.
fn is_number(word: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    word.contains(digit) && word.chars().all(|c| digit(c) || matches!(c, '+' | '-' | '/' | '(' | ')' | '.'))
}

/// Parses parents separated by commas. A part with only a number or a mail address belongs to the previous person.
pub fn parse_parents(text: &str, words: &Words) -> Result<Vec<TypedPerson>, PeopleProblem> {
    let mut people: Vec<TypedPerson> = Vec::new();
    for part in clean_line(text).split([',', ';']) {
        let mut parts = Parts::of(part, words);
        if parts.name.is_empty() {
            let Some(before) = people.last_mut() else {
                if part.trim().is_empty() {
                    continue;
                }
                return Err(PeopleProblem::NoName);
            };
            let line = |text: String| Line::new(&text);
            if !parts.phone.is_empty() {
                before.phone = Some(line(parts.phone.join(" "))?);
            }
            if let Some(mail) = parts.mail {
                before.mail = Some(line(mail)?);
            }
            continue;
        }
        let word = parts.name.remove(0);
        let Some(role) = parent(&word, words) else { return Err(PeopleProblem::NoRole { word }) };
        people.push(parts.person(role)?);
    }
    Ok(people)
}

/// The parent role that a word means.
fn parent(word: &str, words: &Words) -> Option<Role> {
    let folded = Folded::new(word.trim_end_matches([':', '.']));
    let means = |role: &Role| {
        words.code("parent-words", role.code()).split_whitespace().any(|w| Folded::new(w) == folded)
    };
    PARENTS.into_iter().find(|role| means(role))
}

/// Parses one person whose role is known: `Birgit Lund 87 65 43 21`.
pub fn parse_contact(text: &str, role: Role, words: &Words) -> Result<TypedPerson, PeopleProblem> {
    let text = clean_line(text).replace([',', ';'], " ");
    let mut parts = Parts::of(&text, words);
    // People type "PPR Birgit Lund" although the label already says PPR.
    let own = Folded::new(words.code("role", role.code()));
    if parts.name.len() > 1 && parts.name.first().is_some_and(|w| Folded::new(w) == own) {
        parts.name.remove(0);
    }
    parts.person(role)
}
