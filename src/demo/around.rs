//! The people around the invented children: family, school and municipality.

use anyhow::Context;
use trivsel_domain::record::Person;
use trivsel_domain::value::{Line, PersonId, PersonName, Role};

use super::Mint;
use super::data::Around;
use super::people::Course;

/// The first grade that has a youth guidance counsellor.
const YOUTH_GUIDANCE_FROM: u8 = 8;

/// Everybody around one child.
pub(super) fn people(around: &Around, course: &Course<'_>, mint: Mint<'_>) -> anyhow::Result<Vec<Person>> {
    let name = &course.child.name;
    let family = around.child.iter().find(|f| f.name == *name);
    let family = family.with_context(|| format!("nobody around {}", name.as_str()))?;
    let school = around.school.iter().find(|s| s.name == course.row.school);
    let school = school.with_context(|| format!("no school {}", course.row.school.as_str()))?;
    let mut people = Vec::new();
    let mut add =
        |role: Role, who: &PersonName, custody: Option<bool>, workplace: Option<Line>, note: Option<Line>| {
            if family.without.contains(&role) {
                return anyhow::Ok(());
            }
            let place = people.len();
            people.push(Person {
                id: PersonId::from_u128(mint()),
                child: course.child.id,
                role,
                name: who.clone(),
                custody,
                // Phone numbers from a series that is not in use.
                phone: Some(Line::new(&format!("12 34 {:02} {:02}", 60 + course.seed % 40, 10 + place))?),
                mail: None,
                workplace,
                note,
                until: None,
            });
            Ok(())
        };
    for (role, parent) in [(Role::Mother, &family.mother), (Role::Father, &family.father)] {
        if let Some(parent) = parent {
            add(role, parent, Some(!family.no_custody.contains(&role)), None, None)?;
        }
    }
    for other in &family.others {
        let custody = other.role.is_parent().then_some(other.custody);
        add(other.role, &other.name, custody, other.workplace.clone(), other.note.clone())?;
    }
    let by_seed = |list: &[PersonName]| {
        let index = usize::try_from(course.seed).unwrap_or(0) % list.len().max(1);
        list.get(index).cloned().context("an empty list of people")
    };
    let municipal = |what: &str| Line::new(what).map(Some);
    add(Role::School, &by_seed(&school.teachers)?, None, Some(school.name.clone()), None)?;
    add(Role::Ppr, &school.ppr, None, municipal("PPR")?, None)?;
    add(Role::Caseworker, &by_seed(&around.caseworkers)?, None, municipal("Børn og Unge, kommunen")?, None)?;
    if course.row.grade >= YOUTH_GUIDANCE_FROM {
        add(Role::YouthGuidance, &by_seed(&around.youth_guidance)?, None, municipal("UU")?, None)?;
    }
    Ok(people)
}
