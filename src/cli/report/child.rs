//! Which cases a report can be about: the child as named on the command line, or asked for.

use std::io::{IsTerminal, stdin};

use trivsel_domain::record::{Case, Child};
use trivsel_domain::value::{CaseId, ProgrammeCode};
use trivsel_store::House;
use trivsel_tui::child_name::Namesakes;
use trivsel_words::text::{Folded, clean_line};

use crate::cli::failure::Failure;
use crate::cli::init::unknown;
use crate::cli::session::Session;
use crate::cli::welcome::ask;

/// The cases of a child: the one that runs first, then the latest.
///
/// A name on the command line can be seen by others on the machine, so it may be left out and is then asked for.
pub(super) fn cases(
    session: &Session,
    house: &House,
    named: Option<&str>,
    programme: Option<&str>,
) -> Result<Vec<CaseId>, Failure> {
    let programme = match programme {
        Some(code) => Some(ProgrammeCode::new(code).map_err(|_| unknown(session, code))?),
        None => None,
    };
    let typed = match named {
        Some(named) => clean_line(named),
        None if stdin().is_terminal() => clean_line(&ask(session, "cli-ask-child")?),
        None => return Err(Failure::Usage(session.words.get("cli-report-say-child").to_owned())),
    };
    let children = house.children()?;
    let child = child(session, house, &children, &typed)?;
    let mut cases: Vec<Case> = house.cases()?.into_iter().filter(|c| c.child == child.id).collect();
    cases.retain(|case| programme.as_ref().is_none_or(|code| case.programme == *code));
    cases.sort_by_key(|case| std::cmp::Reverse((case.is_open(), case.referral.on)));
    if cases.is_empty() {
        return Err(Failure::said(session.words.get("cli-report-no-child")));
    }
    Ok(cases.iter().map(|case| case.id).collect())
}

/// The one child whose name or initials were typed. A whole name wins over a part of one.
pub(in crate::cli) fn child<'a>(
    session: &Session,
    house: &House,
    children: &'a [Child],
    typed: &str,
) -> Result<&'a Child, Failure> {
    let needle = Folded::new(typed);
    let name = |child: &Child| Folded::new(child.name.as_str());
    let initials = |child: &Child| -> String {
        child.name.as_str().split_whitespace().filter_map(|word| word.chars().next()).collect()
    };
    let ways: [&dyn Fn(&Child) -> bool; 3] =
        [&|child| name(child) == needle, &|child| Folded::new(&initials(child)) == needle, &|child| {
            name(child).contains(&needle)
        }];
    let words = &session.words;
    let found = ways
        .iter()
        .map(|fits| children.iter().filter(|child| !typed.is_empty() && fits(child)).collect::<Vec<_>>())
        .find(|found| !found.is_empty());
    match found.as_deref() {
        None | Some([]) => Err(Failure::said(words.get("cli-report-no-child"))),
        Some([one]) => Ok(one),
        Some(several) => {
            let apart = Namesakes::new(&house.namesakes()?, session.clock.today());
            let names: Vec<String> = several.iter().map(|child| apart.name(child).to_string()).collect();
            Err(Failure::said(words.with("cli-report-which-child", &[("names", names.join(", ").into())])))
        }
    }
}
