//! Reads a row of a list of talks: old notes of a child or a consultation.

use trivsel_domain::decide::{Column, ImportedTalk, TalkOf};
use trivsel_domain::record::{Participant, Staff, TalkKind};
use trivsel_domain::value::{Initials, Line, Minutes, Role, StaffId, Tag, TalkId};

use super::cells::{Cells, staff_of, text_fault};
use super::heading::Heading;
use super::problem::{Expected, Fault};
use super::sheet::Context;
use super::synonyms::{Key, Named};
use super::value;
use trivsel_words::typed_minutes::parse_minutes;

/// Separators between tags and between people in a cell.
const BETWEEN: [char; 2] = [',', ';'];

pub(super) fn row(
    cells: &mut Cells<'_>,
    context: &Context<'_>,
    mint: &mut dyn FnMut() -> u128,
) -> Option<ImportedTalk> {
    let kind = cells.must(Column::Kind, |text| TalkKind::read(text, Expected::TalkKind));
    let of = kind.and_then(|kind| of(cells, kind, context));
    let date = cells.must_date(Column::Date);
    let start = cells.read(Heading::Of(Column::Start), |t| value::time(t).ok_or(Fault::NotA(Expected::Time)));
    let minutes = cells.read(Heading::Of(Column::Minutes), minutes);
    let participants = cells.read(Heading::Of(Column::Participants), |t| participants(t, context.staff));
    let themes = cells.read(Heading::Of(Column::Themes), tags);
    let methods = cells.read(Heading::Of(Column::Methods), tags);
    let text = cells.long_text(Column::Text);
    let author = author(cells, context);
    Some(ImportedTalk {
        line: cells.line(),
        id: TalkId::from_u128(mint()),
        of: of?,
        date: date?,
        start,
        minutes,
        participants: participants.unwrap_or_default(),
        themes: themes.unwrap_or_default(),
        methods: methods.unwrap_or_default(),
        text: text?,
        author: author?,
    })
}

/// The child or consultation of the talk. A value that this kind of talk does not have is reported; otherwise it
/// would be lost silently.
fn of(cells: &mut Cells<'_>, kind: TalkKind, context: &Context<'_>) -> Option<TalkOf> {
    let consultation = kind == TalkKind::Consultation;
    let no_place = if consultation { [Column::Child, Column::Born] } else { [Column::Place, Column::Topic] };
    for heading in no_place.map(Heading::Of) {
        if let Some(value) = cells.text(heading) {
            cells.fault(heading, &value, Fault::NotOfKind(kind));
        }
    }
    if consultation {
        let place = cells.must(Column::Place, |t| Line::new(t).map_err(text_fault));
        let topic = cells.line_of(Column::Topic);
        Some(TalkOf::Consultation { place: place?, topic })
    } else {
        let name = cells.name();
        let born = cells.born(context.today);
        Some(TalkOf::Child { name: name?, born, kind })
    }
}

fn author(cells: &mut Cells<'_>, context: &Context<'_>) -> Option<StaffId> {
    cells.must(Column::Author, |text| staff_of(text, context.staff))
}

fn by_initials(staff: &[Staff], initials: &Initials) -> Option<StaffId> {
    staff.iter().find(|s| s.initials == *initials).map(|s| s.id)
}

fn minutes(text: &str) -> Result<Minutes, Fault> {
    parse_minutes(text).ok_or(Fault::NotA(Expected::Minutes))
}

fn tags(text: &str) -> Result<Vec<Tag>, Fault> {
    let mut tags: Vec<Tag> = Vec::new();
    for part in parts(text) {
        let tag = Tag::new(part).map_err(text_fault)?;
        if !tags.iter().any(|t| Key::of(t.as_str()).means(tag.as_str())) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).map(str::trim).filter(|p| !p.is_empty())
}

/// Parses roles by their words, staff by initials or name, and others as written. `mor og far` gives two people if
/// both words are known.
fn participants(text: &str, staff: &[Staff]) -> Result<Vec<Participant>, Fault> {
    let mut found = Vec::new();
    for part in parts(text) {
        let together: Option<Vec<Participant>> = match known(part, staff) {
            Some(one) => Some(vec![one]),
            None => [" og ", " and ", "&", "+"].iter().find_map(|joint| {
                part.contains(joint).then(|| part.split(joint).map(|p| known(p.trim(), staff)).collect())?
            }),
        };
        match together {
            Some(known) => found.extend(known),
            None => found.push(Participant::Other(Line::new(part).map_err(text_fault)?)),
        }
    }
    // Drop duplicates.
    let mut once: Vec<Participant> = Vec::new();
    for who in found {
        if !once.contains(&who) {
            once.push(who);
        }
    }
    Ok(once)
}

fn known(text: &str, staff: &[Staff]) -> Option<Participant> {
    let role = Role::named(text).map(Participant::Role);
    let by_initials = || Initials::new(text).ok().and_then(|i| by_initials(staff, &i));
    let by_name = || {
        let key = Key::of(text);
        staff.iter().find(|s| key.means(s.name.as_str())).map(|s| s.id)
    };
    role.or_else(|| by_initials().or_else(by_name).map(Participant::Staff))
}
