//! What ships with the program as data: the programmes and the closures a new house starts with.

use serde::Deserialize;
use trivsel_domain::{Closure, ClosureId, ClosureKind, ClosureRule, Programme, ProgrammeProfile};

const PROGRAMMES: [&str; 2] =
    [include_str!("../data/programmes/skolefravaer.toml"), include_str!("../data/programmes/trivsel.toml")];

const CLOSURES: &str = include_str!("../data/closures.toml");

#[derive(Deserialize)]
struct ClosureFile {
    closure: Vec<ClosureRow>,
}

#[derive(Deserialize)]
struct ClosureRow {
    kind: ClosureKind,
    rule: ClosureRule,
}

/// The programmes that ship with the program.
///
/// # Errors
/// When a profile can't be read or contradicts itself; a test keeps the shipped ones sound.
pub fn programmes() -> anyhow::Result<Vec<Programme>> {
    PROGRAMMES
        .iter()
        .map(|text| Ok(Programme::try_from(toml::from_str::<ProgrammeProfile>(text)?)?))
        .collect()
}

/// The closures a new house starts with, each with a new identity.
///
/// # Errors
/// When the list can't be read; a test keeps the shipped one sound.
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
