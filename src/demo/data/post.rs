//! The rows for consents and post.

use serde::Deserialize;
use trivsel_domain::record::{Channel, CorrespondenceKind, LegalBasis};
use trivsel_domain::value::{Line, PersonName, Role};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Post {
    pub(in crate::demo) consent: Vec<ConsentRow>,
    pub(in crate::demo) letter: Vec<LetterRow>,
}

/// A consent. Days are school days before today; negative ones lie ahead.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct ConsentRow {
    pub(in crate::demo) child: PersonName,
    pub(in crate::demo) giver: Role,
    pub(in crate::demo) with: Role,
    pub(in crate::demo) what: Line,
    pub(in crate::demo) from: i64,
    pub(in crate::demo) to: Option<i64>,
    pub(in crate::demo) withdrawn: Option<i64>,
}

/// What came in from somebody, or went out to somebody.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct LetterRow {
    pub(in crate::demo) child: PersonName,
    pub(in crate::demo) kind: CorrespondenceKind,
    pub(in crate::demo) from: Option<Role>,
    pub(in crate::demo) to: Option<Role>,
    pub(in crate::demo) what: Line,
    pub(in crate::demo) channel: Channel,
    pub(in crate::demo) law: Option<LegalBasis>,
    pub(in crate::demo) reason: Option<Line>,
    pub(in crate::demo) ago: i64,
}
