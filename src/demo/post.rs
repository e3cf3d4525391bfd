//! The consents and the post of the invented children, and the letters of what went out about absence.

use anyhow::Context;
use trivsel_domain::record::{
    Answer, Case, Channel, Consent, Correspondence, CorrespondenceKind, Ground, HowAnswered, Party, Records,
    Way,
};
use trivsel_domain::rules::consents;
use trivsel_domain::value::{ConsentId, CorrespondenceId, Line, ObligationKind, PersonName, Role};

use super::Mint;
use super::data::{ConsentRow, LetterRow, Post};
use super::school::School;

/// Adds the consents and the post to a house with everything else in it.
pub(super) fn fill(house: &mut Records, post: &Post, school: &School, mint: Mint<'_>) -> anyhow::Result<()> {
    for row in &post.consent {
        let consent = consent(house, row, school, mint)?;
        house.consents.push(consent);
    }
    for row in &post.letter {
        let letter = letter(house, row, school, mint)?;
        house.correspondence.push(letter);
    }
    let sent = |answer: &Answer| absence_letter(answer, CorrespondenceId::from_u128(mint()));
    let letters: Vec<Correspondence> = house.answers.iter().filter_map(sent).collect();
    house.correspondence.extend(letters);
    Ok(())
}

/// The first case of a child.
fn case_of<'a>(house: &'a Records, name: &PersonName) -> anyhow::Result<&'a Case> {
    let child = house.children.iter().find(|c| c.name == *name).map(|c| c.id);
    let case = house.cases.iter().find(|c| Some(c.child) == child);
    case.with_context(|| format!("no case of {}", name.as_str()))
}

/// The person in a role around the child of a case, or the role.
fn party(house: &Records, case: &Case, role: Role) -> Party {
    let person = house.people.iter().find(|p| p.child == case.child && p.role == role);
    person.map_or(Party::Role(role), |p| Party::Person(p.id))
}

fn consent(house: &Records, row: &ConsentRow, school: &School, mint: Mint<'_>) -> anyhow::Result<Consent> {
    let case = case_of(house, &row.child)?;
    Ok(Consent {
        id: ConsentId::from_u128(mint()),
        case: case.id,
        giver: party(house, case, row.giver),
        what: row.what.clone(),
        with_whom: party(house, case, row.with),
        from: school.ago(row.from),
        to: row.to.map(|to| school.ago(to)),
        withdrawn: row.withdrawn.map(|on| school.ago(on)),
        note: None,
    })
}

/// A letter by the primary contact; what went out rests on the consent of that day, on a law or on a reason.
fn letter(
    house: &Records,
    row: &LetterRow,
    school: &School,
    mint: Mint<'_>,
) -> anyhow::Result<Correspondence> {
    let case = case_of(house, &row.child)?;
    let date = school.ago(row.ago);
    let role = row.to.or(row.from).context("a letter from nobody to nobody")?;
    let party = party(house, case, role);
    let consents: Vec<Consent> = house.consents.iter().filter(|c| c.case == case.id).cloned().collect();
    let consent = consents::allowing(&consents, &house.people, &party, date).map(|c| Ground::Consent(c.id));
    let law = row.law.map(Ground::Law);
    let ground = consent.or(law).or(row.reason.clone().map(Ground::Reason));
    Ok(Correspondence {
        id: CorrespondenceId::from_u128(mint()),
        case: case.id,
        kind: row.kind,
        way: if row.to.is_some() { Way::Out { ground, document: None } } else { Way::In },
        date,
        party,
        what: row.what.clone(),
        channel: row.channel,
        note: None,
        by: case.contacts.primary.context("a letter of a case without a contact")?,
    })
}

/// The letter of a warning or a notification that went out.
fn absence_letter(answer: &Answer, id: CorrespondenceId) -> Option<Correspondence> {
    let HowAnswered::Sent(to) = &answer.how else { return None };
    let kind = CorrespondenceKind::answering(answer.obligation);
    let what = match answer.obligation {
        ObligationKind::Warning => "Varsel om ulovligt fravær i kvartalet",
        ObligationKind::Notification => "Underretning om ulovligt fravær i kvartalet",
        ObligationKind::AbsenceContact => "Om fraværet i kvartalet: sygdom og ulovligt fravær",
        ObligationKind::SupportPlan => "Støtteplan efter fraværet i kvartalet",
        _ => return None,
    };
    Some(Correspondence {
        id,
        case: answer.case,
        kind,
        way: Way::Out { ground: kind.usual_basis().map(Ground::Law), document: None },
        date: answer.on,
        party: Party::Other(to.clone()),
        what: Line::new(what).ok()?,
        channel: Channel::DigitalPost,
        note: None,
        by: answer.by,
    })
}
