//! Reads a list with what the user says about it: in options, and on a terminal as answers to its questions.

use std::io::{IsTerminal, stdin, stdout};

use super::super::failure::Failure;
use super::super::open_house::OpenHouse;
use super::super::output::{ended, say, say_text};
use super::super::session::Session;
use super::super::welcome::{ask, ask_until};
use super::{List, profiles};
use trivsel_interchange::{
    Answer, ColumnMeaning, ListKind, MarkMeaning, MonthNamed, NamedProfile, Question, Sheet, Source, Told,
    list_word, question_lines,
};

/// Reads a list. If something about it is open and a person is at the terminal, asks until nothing is, or until the
/// person stops.
pub(super) fn read<T>(
    session: &Session,
    open: &OpenHouse,
    told: &mut Told,
    mut read: impl FnMut(&Told) -> Sheet<T>,
) -> Result<Sheet<T>, Failure> {
    let mut sheet = read(told);
    if !is_asked() {
        return Ok(sheet);
    }
    let mut answers = false;
    while let Some(question) = sheet.question.take() {
        let before = told.mapping.clone();
        if !answered(session, &question, told)? {
            return Ok(sheet);
        }
        answers |= told.mapping != before;
        sheet = read(told);
    }
    let kind = sheet.profile().list;
    if answers && let Some(name) = ask_until(session, "cli-ask-profile", |text| name(session, text, kind))? {
        profiles::remember(session, &name, sheet.profile(), &open.house.children()?)?;
    }
    Ok(sheet)
}

/// Asks whose register a list of attendance is, and reads it again. Where nobody can be asked, the question stays open.
pub(super) fn whose<T>(
    session: &Session,
    told: &mut Told,
    mut sheet: Sheet<T>,
    read: impl Fn(&Told) -> Sheet<T>,
) -> Result<Sheet<T>, Failure> {
    if is_asked() && answered(session, &Question::Source, told)? {
        return Ok(read(told));
    }
    sheet.question.get_or_insert(Question::Source);
    Ok(sheet)
}

/// Whether a person is at the terminal.
fn is_asked() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// Whose register a list is, as the user says it.
pub(super) fn source(session: &Session, text: &str) -> Result<Source, Failure> {
    let wrong = || Failure::Usage(session.words.with("cli-wrong-source", &[("text", text.into())]));
    Source::read(text).ok_or_else(wrong)
}

/// Where the answers to a question that could not be put may come from: a terminal, or what is remembered.
pub(super) fn hint<T>(session: &Session, sheet: &Sheet<T>) -> Result<Option<String>, Failure> {
    if sheet.question == Some(Question::Source) {
        return Ok(Some(session.words.get("cli-asks-source").to_owned()));
    }
    if !sheet.question.as_ref().is_some_and(Question::is_remembered) {
        return Ok(None);
    }
    let list = sheet.profile().list;
    let all = profiles::all(session)?.into_iter().filter(|named| named.profile.list == list);
    let names: Vec<String> = all.map(|named| named.name).collect();
    Ok(Some(match names.as_slice() {
        [] => session.words.get("cli-asks-on-terminal").to_owned(),
        _ => session.words.with("cli-asks-or-profile", &[("names", names.join(", ").into())]),
    }))
}

/// The typed name of a profile for this list; `None` for nothing. A profile of another list is not overwritten, and one
/// of this list keeps its spelling.
fn name(session: &Session, text: &str, kind: ListKind) -> Result<Option<String>, Failure> {
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || Failure::said(session.words.get("cli-wrong-profile-name"));
    let name = profiles::profile_name(text).ok_or_else(wrong)?;
    Ok(Some(if profiles::is_known(session, &name)? { asked(session, &name, kind)?.name } else { name }))
}

/// Puts a question until an answer is taken; `false` if the person stops.
fn answered(session: &Session, question: &Question, told: &mut Told) -> Result<bool, Failure> {
    let lines = question_lines(&session.words, question);
    let (asked, options) = lines.split_at(1);
    asked.iter().try_for_each(|line| say_text(&ended(line)))?;
    options.iter().try_for_each(|line| say(line))?;
    let (prompt, wrong) = match (question, question.options()) {
        (Question::Source, _) => ("cli-ask-source", "cli-not-a-source"),
        (Question::Month { .. }, 0) => ("cli-ask-month", "cli-not-a-month"),
        (Question::Month { .. }, _) => ("cli-ask-month-place", "cli-not-a-month-place"),
        _ if question.is_optional() => ("cli-ask-optional", "cli-not-an-option"),
        _ => ("cli-ask-number", "cli-not-an-option"),
    };
    loop {
        match question.answer(&ask(session, prompt)?, told) {
            Answer::Taken => return Ok(true),
            Answer::GivenUp => return Ok(false),
            Answer::NotAnOption => {
                let most = [("most", question.options().into())];
                say(&ended(&session.words.with(wrong, &most)))?;
            }
        }
    }
}

/// The profile that is named, for this list.
fn asked(session: &Session, name: &str, kind: ListKind) -> Result<NamedProfile, Failure> {
    let named = profiles::named(session, name)?;
    if named.profile.list == kind {
        return Ok(named);
    }
    let list = list_word(&session.words, named.profile.list);
    let args = [("name", named.name.into()), ("list", list.into())];
    Err(Failure::said(session.words.with("cli-profile-of-another", &args)))
}

/// What the options say.
pub(super) fn told(session: &Session, list: &List, kind: ListKind) -> Result<Told, Failure> {
    let mut told = Told {
        encoding: list.encoding,
        sheet: list.sheet.clone(),
        year: list.school_year,
        file: list.source.file.file_stem().map(|name| name.to_string_lossy().into_owned()),
        ..Told::default()
    };
    match &list.profile {
        Some(name) => told.asked = Some(asked(session, name, kind)?),
        None => told.profiles = profiles::all(session)?,
    }
    let wrong = |id: &str, text: &str| Failure::Usage(session.words.with(id, &[("text", text.into())]));
    for text in &list.column {
        let said = explained(text, |what| ColumnMeaning::read(what, kind));
        let (name, meaning) = said.ok_or_else(|| wrong("cli-wrong-column", text))?;
        told.mapping.set_column(name, meaning);
    }
    for text in &list.mark {
        let (mark, meaning) =
            explained(text, MarkMeaning::read).ok_or_else(|| wrong("cli-wrong-mark", text))?;
        told.mapping.set_mark(mark, meaning);
    }
    Ok(told)
}

/// The month that the user gives.
pub(super) fn month(session: &Session, text: &str) -> Result<MonthNamed, Failure> {
    let wrong = || Failure::Usage(session.words.with("cli-wrong-month", &[("text", text.into())]));
    trivsel_interchange::month(text, session.clock.today()).ok_or_else(wrong)
}

/// The word of `WORD=WHAT`, and what it means.
fn explained<T>(text: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<(&str, T)> {
    let (word, what) = text.rsplit_once('=').filter(|(word, _)| !word.trim().is_empty())?;
    Some((word, read(what)?))
}
