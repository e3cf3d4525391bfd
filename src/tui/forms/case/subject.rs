//! One subject of the teaching plan: added or adjusted.
//!
//! From the first day of the latest version it changes that version; from any other day it is a new one. A first
//! subject brings Danish, maths and English with it.

use std::collections::BTreeSet;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Exception, Subject, SubjectPlan, TeachingPlan, latest_plan};
use trivsel_domain::value::Coded;

use super::progress::how_far;
use super::teaching::{lessons, version};
use crate::form::{Choice, Form, FormField};
use crate::forms::basis::{Before, json, put_back};
use crate::forms::input::{line, line_of, pick};
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field, typed};
use trivsel_words::gate;
use trivsel_words::typed_date::Lean;

/// A subject of the plan; a new one without a subject.
#[derive(Debug)]
pub struct SubjectForm(pub Option<Subject>);

impl SubjectForm {
    /// The subject that is edited or chosen.
    fn subject(&self, form: &Form) -> Option<Subject> {
        self.0.or_else(|| Subject::from_code(form.choice(field::SUBJECT)?).ok())
    }
}

impl Kind for SubjectForm {
    fn of(&self) -> String {
        self.0.map(|s| s.code().to_owned()).unwrap_or_default()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let plans = lookup.dossier.map_or(&[][..], |d| &d.teaching);
        let before = latest_plan(plans);
        let plan = self.0.and_then(|subject| before?.subject(subject));
        let number = |n: u8| n.to_string();
        let mut fields = Vec::new();
        if self.0.is_none() {
            let choice = |s: Subject| Choice::new(s.code(), words.code("subject", s.code()), "");
            fields.push(pick(field::SUBJECT, offered(lookup).into_iter().map(choice).collect(), None));
        }
        let from = before.map_or(lookup.today(), |p| p.from().max(lookup.today()));
        fields.extend([
            line(field::LESSONS, &plan.map(|p| number(p.lessons)).unwrap_or_default()),
            line_of(field::SUBJECT_LEVEL, plan.and_then(|p| p.level.as_ref())),
            line_of(field::GOAL, plan.and_then(|p| p.goal.as_ref())),
            line(field::REACHED, &plan.and_then(|p| p.progress).map(|p| number(p.get())).unwrap_or_default()),
            line_of(field::MATERIALS, plan.and_then(|p| p.materials.as_ref())),
            line_of(field::WAIVED, plan.and_then(SubjectPlan::waived)),
            line_of(field::OPENED, plan.and_then(SubjectPlan::opened)),
            line(field::DATE, &typed::today_or(from, lookup)),
        ]);
        fields
    }

    fn what(&self, _form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        self.0.map(|subject| lookup.words.code("subject", subject.code()).to_owned())
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::DATE => Some(typed::date(&field.text(), Lean::Future, lookup)),
            _ => None,
        }
    }

    fn meaning(&self, form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let words = lookup.words;
        let text = field.text();
        let text = text.trim();
        match field.name {
            field::LESSONS if !form.text(field::WAIVED).is_empty() => {
                Some(Ok(words.get("subject-no-lessons").to_owned()))
            }
            field::LESSONS if !text.is_empty() => {
                Some(lessons(text, lookup).map(|n| words.count("lesson", usize::from(n))))
            }
            field::REACHED if !text.is_empty() => how_far(text, lookup).err().map(Err),
            field::OPENED if text.is_empty() => lookup.gate.map(|closed| {
                let legs = [gate::attendance(words, closed), gate::wellbeing(words, closed)];
                Ok(legs.join(" · "))
            }),
            field::DATE | field::SUBJECT => None,
            _ => typed::wrong_line(text, lookup),
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        match field.name {
            field::WAIVED => Some(lookup.words.get("subject-waived-example").to_owned()),
            _ => None,
        }
    }

    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let subject = self.subject(form);
        let always = subject.is_some_and(Subject::is_always_taught);
        form.show(field::WAIVED, always);
        let plan = lookup.dossier_of(form).and_then(|d| latest_plan(&d.teaching)?.subject(subject?));
        let opened = plan.is_some_and(|p| p.opened().is_some());
        let judged = lookup.gate.is_some_and(trivsel_domain::rules::gate::Gate::is_open) || plan.is_some();
        form.show(field::OPENED, subject.is_some() && !always && (opened || !judged));
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        if self.0.is_none() {
            all.needed_choice(field::SUBJECT);
        }
        let waived = all.line(field::WAIVED);
        let count = match &waived {
            Some(_) => Some(0),
            None => all.take(field::LESSONS, lessons(&form.text(field::LESSONS), lookup)),
        };
        let level = all.line(field::SUBJECT_LEVEL);
        let goal = all.line(field::GOAL);
        let far = form.text(field::REACHED);
        let progress = if far.is_empty() { None } else { all.take(field::REACHED, how_far(&far, lookup)) };
        let materials = all.line(field::MATERIALS);
        let opened = all.line(field::OPENED);
        let exception = waived.map(Exception::Waived).or(opened.map(Exception::Opened));
        let from = all.needed_date(field::DATE);
        let dossier = all.dossier();
        let (Some(subject), Some(lessons), Some(from), Some(dossier)) =
            (self.subject(form), count, from, dossier)
        else {
            return all.finish(None);
        };
        let before = latest_plan(&dossier.teaching);
        let plan =
            SubjectPlan { level, goal, materials, progress, exception, ..SubjectPlan::new(subject, lessons) };
        let subjects = with(before, plan);
        let aim = before.and_then(|p| p.aim().cloned());
        if before.is_some_and(|p| p.subjects() == subjects.as_slice()) {
            all.say(field::LESSONS, "papers-unchanged");
        }
        version(all, dossier, from, (aim, subjects), field::LESSONS)
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(latest_plan(&lookup.dossier?.teaching))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.teaching, record, |_| true)
    }
}

/// The subjects of the child's grade that the plan does not have.
fn offered(lookup: &Lookup<'_>) -> BTreeSet<Subject> {
    let Some(dossier) = lookup.dossier else { return BTreeSet::new() };
    let grade = dossier.child.grade_on(lookup.today());
    let own = lookup.lists.confirmation;
    let mut subjects = trivsel_defaults::curriculum().subjects(grade, lookup.today(), own);
    let plan = latest_plan(&dossier.teaching);
    subjects.retain(|subject| plan.is_none_or(|plan| plan.subject(*subject).is_none()));
    subjects
}

/// The subjects of a plan with one of them added or replaced.
fn with(before: Option<&TeachingPlan>, plan: SubjectPlan) -> Vec<SubjectPlan> {
    let mut subjects = match before {
        Some(before) => before.subjects().to_vec(),
        None => Subject::ALWAYS.map(|subject| SubjectPlan::new(subject, 0)).to_vec(),
    };
    match subjects.iter_mut().find(|s| s.subject == plan.subject) {
        Some(old) => *old = plan,
        None => subjects.push(plan),
    }
    subjects
}
