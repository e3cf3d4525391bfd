//! Notes that the data gives in full, with participants, agreements, additions and readers, and the user's
//! unfinished notes.

use std::collections::BTreeMap;

use anyhow::Context;
use chrono::NaiveDate;
use trivsel_domain::record::{
    Addendum, Doer, FollowUp, FollowUpClosing, Matter, OpenTo, Participant, Person, Records, Staff, Talk,
    TalkSource,
};
use trivsel_domain::value::{
    AddendumId, CaseId, ChildId, Coded, FollowUpId, Initials, Line, LongText, Role, StaffId, TalkId,
};

use super::Mint;
use super::data::{AgreementRow, Data, OwnTalk, TalkTexts};
use super::people::Course;
use super::school::School;
use super::talks::{signing, tags};

/// A form as last typed, to be saved as a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftText {
    /// The kind of form.
    pub form: &'static str,
    /// The case it belongs to.
    pub case: CaseId,
    /// The typed text of each field, by field name.
    pub fields: BTreeMap<String, String>,
}

/// The records generated from the notes in the data.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) talks: Vec<Talk>,
    pub(super) addenda: Vec<Addendum>,
    pub(super) follow_ups: Vec<FollowUp>,
}

/// Writes the notes in the data.
pub(super) struct Writer<'a> {
    pub(super) texts: &'a TalkTexts,
    pub(super) school: &'a School,
    pub(super) staff: &'a [Staff],
    pub(super) courses: &'a [Course<'a>],
    pub(super) people: &'a [Person],
}

impl Writer<'_> {
    pub(super) fn notes(&self, mint: Mint<'_>) -> anyhow::Result<Notes> {
        let mut notes = Notes::default();
        for row in &self.texts.own {
            let talk = self.talk(row, mint)?;
            for agreement in &row.agreements {
                notes.follow_ups.push(self.follow_up(agreement, &talk, mint)?);
            }
            if let Some(added) = &row.addendum {
                notes.addenda.push(Addendum {
                    id: AddendumId::from_u128(mint()),
                    talk: talk.id,
                    text: LongText::new(&added.text)?,
                    author: self.who(&added.author)?,
                    at: self.school.ago(added.ago).and_time(added.at.into()).into(),
                });
            }
            notes.talks.push(talk);
        }
        Ok(notes)
    }

    fn talk(&self, row: &OwnTalk, mint: Mint<'_>) -> anyhow::Result<Talk> {
        let mut around = None;
        let matter = match (&row.child, &row.place) {
            (Some(name), None) => {
                let course = self.courses.iter().find(|c| c.child.name == *name);
                let course = course.with_context(|| format!("no child {}", name.as_str()))?;
                around = Some(course.child.id);
                Matter::of_case(course.case.id, row.kind)?
            }
            (None, Some(place)) => Matter::consultation(place.clone(), row.topic.clone()),
            _ => anyhow::bail!("a note of a child and of a place, or of neither"),
        };
        let readers: Vec<StaffId> = row.open_to.iter().map(|r| self.who(r)).collect::<anyhow::Result<_>>()?;
        let date = self.school.ago(row.ago);
        let (start, minutes) = (Some(row.at), Some(row.minutes));
        let (themes, methods) = tags(self.texts, &row.text);
        Ok(Talk {
            id: TalkId::from_u128(mint()),
            matter,
            date,
            start,
            minutes,
            participants: row.with.iter().map(|w| self.participant(w, around)).collect(),
            themes,
            methods,
            text: LongText::new(&row.text)?,
            author: self.who(&row.author)?,
            signed_at: Some(signing(date, start, minutes).into()),
            open_to: if readers.is_empty() { OpenTo::House } else { OpenTo::Only(readers) },
            source: TalkSource::Own,
            judgement: row.judgement,
        })
    }

    /// Reads a role by code, staff by initials, a person around the child by name, or anybody else as written.
    fn participant(&self, with: &Line, around: Option<ChildId>) -> Participant {
        let known =
            || self.people.iter().find(|p| Some(p.child) == around && p.name.as_str() == with.as_str());
        let staff = || self.staff.iter().find(|s| s.initials.as_str() == with.as_str());
        match (Role::from_code(with.as_str()), staff()) {
            (Ok(role), _) => Participant::Role(role),
            (_, Some(staff)) => Participant::Staff(staff.id),
            _ => known().map_or_else(|| Participant::Other(with.clone()), |p| Participant::Person(p.id)),
        }
    }

    fn follow_up(&self, row: &AgreementRow, talk: &Talk, mint: Mint<'_>) -> anyhow::Result<FollowUp> {
        let who = match self.participant(&row.who, None) {
            Participant::Staff(id) => Doer::Staff(id),
            _ => Doer::Other(row.who.clone()),
        };
        let by = match who {
            Doer::Staff(id) => id,
            Doer::Other(_) => talk.author,
        };
        let closing = row.ended.as_ref().and_then(|ended| {
            let at = self.school.ago(ended.ago).and_hms_opt(14, 30, 0)?;
            Some(FollowUpClosing { how: ended.how, by, at: at.into(), note: ended.note.clone() })
        });
        Ok(FollowUp {
            id: FollowUpId::from_u128(mint()),
            talk: talk.id,
            case: talk.case(),
            what: row.what.clone(),
            who,
            due: self.school.ago(-row.due),
            closing,
        })
    }

    fn who(&self, initials: &Initials) -> anyhow::Result<StaffId> {
        let found = self.staff.iter().find(|s| s.initials == *initials);
        Ok(found.with_context(|| format!("no staff {}", initials.as_str()))?.id)
    }
}

/// The user's unfinished notes in a house made by [`records`](super::records). Fails if the data names somebody who
/// does not exist.
pub fn drafts(today: NaiveDate, house: &Records) -> anyhow::Result<Vec<DraftText>> {
    let texts = Data::talks()?;
    let school = School::new(trivsel_domain::rules::calendar::Calendar::new(house.closures.clone()), today);
    let draft = |row: &super::data::DraftRow| {
        let child = house.children.iter().find(|c| c.name == row.child);
        let child = child.with_context(|| format!("no child {}", row.child.as_str()))?;
        let case = house.cases.iter().find(|c| c.child == child.id).context("a child without a case")?.id;
        let fields = [
            ("case", case.to_string()),
            ("kind", row.kind.code().to_owned()),
            ("date", school.ago(row.ago).format("%d.%m.%Y").to_string()),
            ("start", row.start.clone()),
            ("minutes", row.minutes.clone()),
            ("with", row.with.clone()),
            ("themes", row.themes.clone()),
            ("methods", row.methods.clone()),
            ("text", row.text.clone()),
        ];
        let fields = fields.into_iter().map(|(name, typed)| (name.to_owned(), typed)).collect();
        Ok(DraftText { form: "talk", case, fields })
    };
    texts.draft.iter().map(draft).collect()
}
