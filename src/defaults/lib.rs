//! The data that ships with the program: programmes, closures, rules of absence and the lists of a new house.

use std::sync::LazyLock;

use serde::Deserialize;
use trivsel_domain::record::{
    AbsenceFile, AbsenceRules, Closure, ClosureKind, ClosureRule, HouseSettings, Programme, ProgrammeProfile,
    Template,
};
use trivsel_domain::rules::curriculum::{ConfirmationRow, Curriculum, SubjectRow};
use trivsel_domain::value::{ClosureId, Tag};

const PROGRAMMES: [&str; 2] = [
    include_str!("../../data/programmes/skolefravaer.toml"),
    include_str!("../../data/programmes/trivsel.toml"),
];

const CLOSURES: &str = include_str!("../../data/closures.toml");

const ABSENCE: &str = include_str!("../../data/absence.toml");

const SUBJECTS: &str = include_str!("../../data/subjects.toml");

const LISTS: &str = include_str!("../../data/lists.toml");

#[derive(Deserialize)]
struct ClosureFile {
    closure: Vec<ClosureRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    themes: Vec<Tag>,
    methods: Vec<Tag>,
    template: Vec<Template>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SubjectFile {
    subject: Vec<SubjectRow>,
    confirmation: Vec<ConfirmationRow>,
}

#[derive(Deserialize)]
struct ClosureRow {
    kind: ClosureKind,
    rule: ClosureRule,
}

/// The shipped programmes. An unreadable or contradictory profile is an error; a test checks the shipped ones.
pub fn programmes() -> anyhow::Result<Vec<Programme>> {
    let absence = absence_rules()?;
    PROGRAMMES
        .iter()
        .map(
            |text| Ok(Programme::try_from(toml::from_str::<ProgrammeProfile>(text)?)?.under(absence.clone())),
        )
        .collect()
}

/// The shipped rules of the statutory count.
pub fn absence_rules() -> anyhow::Result<AbsenceRules> {
    Ok(toml::from_str::<AbsenceFile>(ABSENCE)?.try_into()?)
}

/// The closures of a new house, each with a new id.
pub fn closures(mut mint: impl FnMut() -> u128) -> anyhow::Result<Vec<Closure>> {
    let file: ClosureFile = toml::from_str(CLOSURES)?;
    file.closure
        .into_iter()
        .map(|row| {
            let id = ClosureId::from_u128(mint());
            Ok(Closure { id, kind: row.kind, name: None, rule: row.rule.checked()? })
        })
        .collect()
}

/// The subjects of the Folkeskole by grade, parsed once; only Danish, maths and English if they can't be parsed.
#[must_use]
pub fn curriculum() -> &'static Curriculum {
    static SHIPPED: LazyLock<Curriculum> = LazyLock::new(|| subjects().unwrap_or_default());
    &SHIPPED
}

/// The subjects of the Folkeskole by grade.
pub fn subjects() -> anyhow::Result<Curriculum> {
    let file: SubjectFile = toml::from_str(SUBJECTS)?;
    Ok(Curriculum::new(file.subject, file.confirmation)?)
}

/// The shipped lists, parsed once; empty if they can't be parsed.
#[must_use]
pub fn shipped_lists() -> &'static HouseSettings {
    static SHIPPED: LazyLock<HouseSettings> = LazyLock::new(|| house_settings().unwrap_or_default());
    &SHIPPED
}

/// The lists a house uses until it edits its own: common themes and methods, templates for the usual kinds of talk,
/// and cut-offs.
pub fn house_settings() -> anyhow::Result<HouseSettings> {
    let ListFile { themes, methods, template } = toml::from_str(LISTS)?;
    Ok(HouseSettings { themes, methods, templates: template, ..HouseSettings::default() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use trivsel_domain::record::{CutOffs, TalkKind};

    use super::*;
    use trivsel_fold::fold;

    #[test]
    fn the_subjects_of_a_grade_are_those_of_the_act() {
        use trivsel_domain::record::Subject as S;
        use trivsel_domain::value::{Grade, SchoolYear};

        let shipped = subjects().unwrap();
        let on = SchoolYear::from_starting(2026).first_day();
        let of =
            |grade| -> Vec<S> { shipped.subjects(Grade::new(grade).ok(), on, None).into_iter().collect() };
        assert_eq!(of(10), S::ALWAYS);
        let lower = [S::German, S::French, S::History, S::ChristianStudies, S::NatureTechnology, S::Music];
        let lower = [&S::ALWAYS[..], &lower, &[S::Art, S::Crafts, S::HomeEconomics, S::Pe]].concat();
        assert_eq!(of(6), lower);
        let seventh =
            [S::German, S::French, S::History, S::Geography, S::Biology, S::PhysicsChemistry, S::Pe];
        assert_eq!(of(7), [&S::ALWAYS[..], &seventh].concat());
        assert!(of(8).contains(&S::SocialStudies) && of(8).contains(&S::ChristianStudies));
        // In a municipality with the confirmation in grade 8 that grade is left out.
        let eighth = Grade::new(8).ok();
        let has = |grade| shipped.subjects(Grade::new(grade).ok(), on, eighth).contains(&S::ChristianStudies);
        assert_eq!([6, 7, 8, 9].map(has), [true, true, false, true]);
        // Of an unknown grade every subject may be the child's.
        assert_eq!(shipped.subjects(None, on, None).len(), 17);
    }

    #[test]
    fn the_lists_of_a_new_house_are_sound() {
        let settings = house_settings().unwrap();
        for (list, least) in [(&settings.themes, 20), (&settings.methods, 8)] {
            let different: BTreeSet<String> = list.iter().map(|t| fold(t.as_str())).collect();
            assert!(list.len() >= least && different.len() == list.len(), "{list:?}");
            assert!(list.iter().all(|t| t.as_str().chars().count() <= 24), "a list shows them side by side");
        }
        let kinds: BTreeSet<TalkKind> = settings.templates.iter().map(|t| t.kind).collect();
        assert_eq!((kinds.len(), settings.templates.len()), (9, 9));
        for template in &settings.templates {
            let lines: Vec<&str> = template.text.as_str().lines().collect();
            // For each heading: the heading, a line to write on and a blank line.
            for (n, line) in lines.iter().enumerate() {
                assert_eq!(line.is_empty(), n % 3 != 0, "{:?}: {line:?}", template.kind);
                assert!(line.chars().count() <= 60, "{line}");
            }
        }
        assert_eq!(
            (settings.cut_offs, settings.series.len(), settings.labels.len()),
            (CutOffs::default(), 0, 0)
        );
    }
}
