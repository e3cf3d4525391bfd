//! The answer to a request for access: everything on record of one child, and who has looked at it.
//!
//! It is made from the one list of records, so that no type of record can be forgotten. What belongs to a note or a person
//! that is left out is left out with it.

mod redact;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::for_each_record;
use trivsel_domain::record::{Change, Child, Edit, OpenTo, Record, Records, Staff, Talk};
use trivsel_domain::value::{AnyKey, CaseId, ChildId, Coded, PersonId, StaffId, TalkId};
use trivsel_words::change::{Told, told_record};
use trivsel_words::{Words, dates};

use self::redact::Hidden;
use crate::paper::{Block, Paper, Table};

/// A record whose text has at most so many characters is a row of a table; longer ones have headings.
const ROW: usize = 240;

/// How the staff are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffAs {
    /// By their names.
    Names,
    /// By their initials.
    Initials,
    /// By their trainings alone.
    Roles,
}

impl StaffAs {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Names, Self::Initials, Self::Roles];

    /// Its stable code, for words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Initials => "initials",
            Self::Roles => "roles",
        }
    }
}

/// What a person decided in the review. What is not taken in is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    pub child: ChildId,
    pub staff_as: StaffAs,
    /// The people around the child who are taken in.
    pub people: BTreeSet<PersonId>,
    /// The notes to review that are taken in.
    pub notes: BTreeSet<TalkId>,
}

impl Reviewed {
    /// The notes and the people around the child that are left out.
    #[must_use]
    pub fn left_out(&self, records: &Records) -> (BTreeSet<TalkId>, BTreeSet<PersonId>) {
        let notes = to_review(records, self.child).into_iter().map(|talk| talk.id);
        let around =
            records.people.iter().filter(|person| person.child == self.child).map(|person| person.id);
        (
            notes.filter(|note| !self.notes.contains(note)).collect(),
            around.filter(|person| !self.people.contains(person)).collect(),
        )
    }
}

/// An entry of the access log, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub at: NaiveDateTime,
    pub by: StaffId,
    pub what: String,
}

/// What is asked for, and what the review left out.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// Every record of the house.
    pub records: &'a Records,
    pub child: ChildId,
    pub staff_as: StaffAs,
    /// The notes that are left out; that they exist is said.
    pub notes: &'a BTreeSet<TalkId>,
    /// The people around the child that are left out. Their names are taken out of every text.
    pub people: &'a BTreeSet<PersonId>,
    /// The looks at the child's cases, oldest first.
    pub looks: &'a [Look],
    /// The day on which it is made.
    pub today: NaiveDate,
}

/// The keys of what belongs to a child, each after what it belongs to. What belongs to a key that is `left` is not among
/// them.
fn owned(records: &Records, child: ChildId, left: &BTreeSet<AnyKey>) -> BTreeSet<AnyKey> {
    let mut keys = BTreeSet::from([AnyKey::from(child)]);
    keys.extend(written_elsewhere(records, child).map(AnyKey::from).filter(|key| !left.contains(key)));
    fn grow<R: Record>(keys: &mut BTreeSet<AnyKey>, left: &BTreeSet<AnyKey>, list: &[R]) {
        for record in list {
            let key: AnyKey = record.key().into();
            if !left.contains(&key) && record.owner().is_some_and(|owner| keys.contains(&owner)) {
                keys.insert(key);
            }
        }
    }
    macro_rules! grow_all {
        ($($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+) => {
            // A type comes after those it refers to, so one pass finds all.
            $(grow(&mut keys, left, &records.$list);)+
        };
    }
    for_each_record!([grow_all]);
    keys
}

/// The child that a case is of.
fn child_of(records: &Records, case: CaseId) -> Option<ChildId> {
    records.cases.iter().find(|one| one.id == case).map(|one| one.child)
}

/// The notes about a child that were written on another.
fn written_elsewhere(records: &Records, child: ChildId) -> impl Iterator<Item = TalkId> {
    let right = move |case| child_of(records, case) == Some(child);
    records.misplacements.iter().filter(move |mark| mark.right.is_some_and(right)).map(|mark| mark.talk)
}

/// The notes that were written on a child and are about another, or about none. They are never in the answer.
fn of_others(records: &Records, child: ChildId) -> BTreeSet<TalkId> {
    let here = |id: &TalkId| {
        let talk = records.talks.iter().find(|talk| talk.id == *id);
        talk.and_then(Talk::case).and_then(|case| child_of(records, case)) == Some(child)
    };
    let about: BTreeSet<TalkId> = written_elsewhere(records, child).collect();
    let marked = records.misplacements.iter().map(|mark| mark.talk);
    marked.filter(|id| here(id) && !about.contains(id)).collect()
}

/// The notes about a child that a person must look at before they are given away: restricted ones, and those that were
/// written on another child.
#[must_use]
pub fn to_review(records: &Records, child: ChildId) -> Vec<&Talk> {
    let others = of_others(records, child).into_iter().map(AnyKey::from).collect();
    let keys = owned(records, child, &others);
    let elsewhere: BTreeSet<TalkId> = written_elsewhere(records, child).collect();
    let asks = |talk: &&Talk| talk.open_to != OpenTo::House || elsewhere.contains(&talk.id);
    records.talks.iter().filter(|talk| keys.contains(&talk.id.into())).filter(asks).collect()
}

impl Request<'_> {
    /// The document; `None` if there is no such child.
    #[must_use]
    pub fn paper(&self, words: &Words) -> Option<Paper> {
        let child = self.records.children.iter().find(|child| child.id == self.child)?;
        let notes = self.notes.iter().map(|id| AnyKey::from(*id));
        let others = of_others(self.records, self.child);
        // A mark tells of two children, and so does that they are two.
        let marks = self.records.misplacements.iter().map(|mark| AnyKey::from(mark.id));
        let two = self.records.two_children.iter().map(|found| AnyKey::from(found.id));
        let people = self.people.iter().map(|id| AnyKey::from(*id));
        let left: BTreeSet<AnyKey> = notes
            .chain(people)
            .chain(others.iter().map(|id| AnyKey::from(*id)))
            .chain(marks)
            .chain(two)
            .collect();
        let keys = owned(self.records, self.child, &left);
        let mut paper = self.opening(words, child);
        self.left_out(words, &mut paper, &others);
        let called = self.called(words);
        for (kind, records) in self.sections(&keys) {
            let told = |record: &Change| told_record(words, &|id| called.get(id).cloned(), record);
            let all: Vec<Told> = records.iter().map(told).collect();
            section(words, &mut paper, words.code("record", kind), &all);
        }
        self.annex(words, &mut paper, &called);
        let people = self.records.people.iter().filter(|person| self.people.contains(&person.id));
        let staff = self.records.staff.iter().map(|one| one.name.as_str());
        Hidden::new(people.map(|person| person.name.as_str()), child.name.as_str(), staff)
            .hide_in(&mut paper, words.get("report-hidden"));
        Some(paper)
    }

    fn opening(&self, words: &Words, child: &Child) -> Paper {
        let day = dates::day_month_year(words.lang(), self.today);
        let title = words.get("report-access-request");
        let about = [("report-child", child.name.as_str().to_owned()), ("report-made", day)];
        let about = about.map(|(id, value)| (words.get(id).to_owned(), value)).to_vec();
        Paper::begin(words, title, child.name.as_str(), self.today, about)
    }

    /// What stands in the document, and what the review left out.
    fn left_out(&self, words: &Words, paper: &mut Paper, others: &BTreeSet<TalkId>) {
        paper.text(words.get("report-access-what"));
        if self.people.is_empty() && self.notes.is_empty() && others.is_empty() {
            return;
        }
        paper.heading(1, words.get("report-left-out"));
        let mut table = Table::new([(words.get("report-what"), false), (words.get("report-why"), false)]);
        for talk in &self.records.talks {
            let why = match (others.contains(&talk.id), self.notes.contains(&talk.id)) {
                (true, _) => "report-why-misplaced",
                (false, true) => "report-why-restricted",
                (false, false) => continue,
            };
            let day = dates::day_month_year(words.lang(), talk.date);
            let what = format!("{} {day}", words.code("talk", talk.kind().code()));
            table.push([what, words.get(why).to_owned()]);
        }
        for person in self.records.people.iter().filter(|person| self.people.contains(&person.id)) {
            let role = words.code("role", person.role.code()).to_owned();
            table.push([role, words.get("report-why-third-party").to_owned()]);
        }
        paper.table(table);
    }

    /// The records of each type that belong to the child, as changes that make them, in the order of the list.
    fn sections(&self, keys: &BTreeSet<AnyKey>) -> Vec<(&'static str, Vec<Change>)> {
        fn of<R: Record>(keys: &BTreeSet<AnyKey>, list: &[R]) -> Vec<Change>
        where
            Change: From<Edit<R>>,
        {
            let own = list.iter().filter(|record| keys.contains(&record.key().into()));
            own.map(|record| Edit::create(record.clone()).into()).collect()
        }
        macro_rules! all {
            ($($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+) => {
                vec![$(($code, of(keys, &self.records.$list))),+]
            };
        }
        let mut sections = for_each_record!([all]);
        sections.retain(|(_, records)| !records.is_empty());
        sections
    }

    /// The words for every person by their id: the staff as they are to be named, the people around the child by name.
    fn called(&self, words: &Words) -> BTreeMap<String, String> {
        let staff = self.records.staff.iter().map(|one| (one.id.to_string(), self.name(words, one)));
        let here = self.records.people.iter().filter(|person| person.child == self.child);
        let name = |id: &PersonId, name: &str| {
            if self.people.contains(id) { String::new() } else { name.to_owned() }
        };
        let people = here.map(|one| {
            let role = words.code("role", one.role.code());
            (one.id.to_string(), format!("{role} {}", name(&one.id, one.name.as_str())).trim_end().to_owned())
        });
        staff.chain(people).collect()
    }

    fn name(&self, words: &Words, one: &Staff) -> String {
        match self.staff_as {
            StaffAs::Names => one.name.as_str().to_owned(),
            StaffAs::Initials => one.initials.as_str().to_owned(),
            StaffAs::Roles => {
                let trainings: Vec<&str> =
                    one.competencies.iter().map(|c| words.code("competency", c.code())).collect();
                let member = words.get("report-staff-member");
                if trainings.is_empty() {
                    member.to_owned()
                } else {
                    format!("{member} ({})", trainings.join(", "))
                }
            }
        }
    }

    /// Who looked at the child's cases, and when.
    fn annex(&self, words: &Words, paper: &mut Paper, called: &BTreeMap<String, String>) {
        paper.blocks.push(Block::NewPage);
        paper.heading(1, words.get("report-looks"));
        paper.note(words.get("report-looks-note"));
        let mut table = Table::new([
            (words.get("report-when"), false),
            (words.get("report-who"), false),
            (words.get("report-what"), false),
        ]);
        let lang = words.lang();
        for look in self.looks {
            let when = format!(
                "{} {}",
                dates::day_month_year(lang, look.at.date()),
                dates::time(lang, look.at.time())
            );
            let who = called.get(&look.by.to_string()).cloned().unwrap_or_else(|| "–".to_owned());
            table.push([when, who, look.what.clone()]);
        }
        if table.rows.is_empty() {
            paper.text(words.get("report-no-looks"));
        }
        paper.table(table);
    }
}

/// The records of one type: short ones as a table, long ones each with a heading.
fn section(words: &Words, paper: &mut Paper, name: &str, records: &[Told]) {
    paper.heading(1, format!("{name} ({})", records.len()));
    let length = |told: &Told| told.parts.iter().map(|part| part.chars().count()).sum::<usize>();
    if records.iter().all(|told| length(told) <= ROW) {
        let mut table = Table::new([(name, false), (words.get("report-content"), false)]);
        records.iter().for_each(|told| table.push([told.title.clone(), told.parts.join("\n")]));
        paper.table(table);
        return;
    }
    for told in records {
        paper.heading(2, told.title.clone());
        told.parts.iter().for_each(|part| paper.text(part.clone()));
    }
}
