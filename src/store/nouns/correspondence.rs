//! Correspondence, in and out.

use chrono::NaiveDate;
use trivsel_domain::record::{
    Channel, Correspondence, CorrespondenceKind, Ground, InOrOut, LegalBasis, Party, Way,
};

use crate::cell::{Code, Id, Text, cell};
use crate::row::Noun;
use crate::table::table;

pub(crate) const OF_CASE: &str = "WHERE case_id = ?1 ORDER BY date, id";

impl Noun for Correspondence {
    table! {
        "correspondence" [id: Id] {
            case: Id = "case_id",
            kind: Code<CorrespondenceKind>,
            way: Way = "way" "document_id" "consent_id" "legal_basis" "reason",
            date: NaiveDate,
            party: Party = "party_person" "party_role" "party_other",
            what: Text,
            channel: Code<Channel>,
            note: Option<Text>,
            by: Id = "recorded_by",
        }
    }
}

cell!(
    Way as (Code<InOrOut>, Option<Id>, Option<Ground>),
    |way| (way.in_or_out(), way.document(), way.ground().cloned()),
    |parts| match parts {
        (InOrOut::In, None, None) => Ok(Way::In),
        (InOrOut::In, ..) => Err("what came in has no ground and is no document of the house"),
        (InOrOut::Out, document, ground) => Ok(Way::Out { ground, document }),
    },
);
cell!(
    Ground as (Option<Id>, Option<Code<LegalBasis>>, Option<Text>),
    |ground| match ground {
        Ground::Consent(id) => (Some(*id), None, None),
        Ground::Law(basis) => (None, Some(*basis), None),
        Ground::Reason(reason) => (None, None, Some(reason.clone())),
    },
    |parts| match parts {
        (Some(id), None, None) => Ok(Ground::Consent(id)),
        (None, Some(basis), None) => Ok(Ground::Law(basis)),
        (None, None, Some(reason)) => Ok(Ground::Reason(reason)),
        _ => Err("a ground is a consent, a law or a reason"),
    },
);
