//! What is said when two children became one, or two again.

use trivsel_domain::record::{Change, Child, Edit, Person, TwoChildren};

use crate::model::Model;

/// "Søren Ærø og Søren Æroe er nu ét barn. 1 sag og 3 personer er flyttet."
pub(super) fn told(model: &Model, changes: &[Change]) -> String {
    let words = &model.words;
    let children = |is: fn(&Edit<Child>) -> Option<&Child>| {
        let name = changes.iter().find_map(|change| match change {
            Change::Child(edit) => is(edit),
            _ => None,
        });
        name.map_or_else(|| "–".to_owned(), |child| child.name.as_str().to_owned())
    };
    let removed = |edit: &Edit<Child>| edit.new_state().is_none();
    let parted = !changes.iter().any(|change| matches!(change, Change::Child(edit) if removed(edit)));
    let gone = children(|edit| match (edit.old(), edit.new_state()) {
        (Some(one), None) | (None, Some(one)) => Some(one),
        _ => None,
    });
    let kept = children(|edit| edit.old().and(edit.new_state()));
    let mut args = vec![("gone", gone.into()), ("kept", kept.into())];
    if parted {
        return words.with("status-parted", &args);
    }
    let cases = changes.iter().filter(|change| matches!(change, Change::Case(_))).count();
    let people = |is: fn(&Edit<Person>) -> bool| {
        changes.iter().filter(|change| matches!(change, Change::Person(edit) if is(edit))).count()
    };
    let moved = people(|edit| match (edit.old(), edit.new_state()) {
        (Some(old), Some(new)) => old.child != new.child,
        _ => false,
    });
    let doubles = people(|edit| edit.new_state().is_none());
    let what = [words.count("case", cases), words.count("person", moved)].join(" · ");
    args.push(("what", what.into()));
    if doubles == 0 {
        return words.with("status-merged", &args);
    }
    args.push(("doubles", words.count("person", doubles).into()));
    words.with("status-merged-doubles", &args)
}

/// "Søren Ærø og Søren Æroe er to børn, og ingen spørger om dem igen.", and when that is undone that they may be one again.
pub(super) fn two(model: &Model, edit: &Edit<TwoChildren>) -> String {
    let words = &model.words;
    let (named, unnamed) = match edit.new_state() {
        Some(_) => ("status-two-named", "status-two-children"),
        None => ("status-perhaps-one-named", "status-perhaps-one"),
    };
    match model.agenda.names_of_two(edit.key()) {
        Some([one, other]) => {
            words.with(named, &[("one", one.as_str().into()), ("other", other.as_str().into())])
        }
        None => words.get(unnamed).to_owned(),
    }
}
