//! Correspondence on a case: what came in and what went out, with whom, how, and why it may be shared.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::record::party::Party;
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, ConsentId, CorrespondenceId, DocumentId, StaffId};
use crate::value::obligation::ObligationKind;
use crate::value::text::Line;

coded! {
    "correspondence kind"
    /// The kinds of correspondence. Source: service description, admission (case files); the law on absence and on
    /// notifications; our own for the others.
    pub enum CorrespondenceKind {
        /// Brev eller besked.
        Letter = "letter",
        /// Sagsakt: a paper of the case from elsewhere, such as a PPR assessment.
        CaseFile = "case-file",
        /// Plan, statusskriv eller rapport.
        Document = "document",
        /// Underretning, out of concern for the child.
        Concern = "concern",
        /// Varsel om ulovligt fravær.
        AbsenceWarning = "absence-warning",
        /// Underretning om ulovligt fravær.
        AbsenceNotification = "absence-notification",
        /// Lederens kontakt om fravær.
        AbsenceContact = "absence-contact",
        /// Støtteplan med PPR.
        SupportPlan = "support-plan",
        /// Om sygeundervisning.
        SickTeaching = "sick-teaching",
        /// Anmodning om indsigt, or the answer to one.
        Access = "access",
        /// Another kind; the text says which.
        Other = "other",
    }
}

impl CorrespondenceKind {
    /// The kind that answers an obligation which is answered by sending something.
    #[must_use]
    pub fn answering(obligation: ObligationKind) -> Self {
        match obligation {
            ObligationKind::Warning => Self::AbsenceWarning,
            ObligationKind::Notification => Self::AbsenceNotification,
            ObligationKind::AbsenceContact => Self::AbsenceContact,
            ObligationKind::SupportPlan => Self::SupportPlan,
            ObligationKind::SickTeaching => Self::SickTeaching,
            _ => Self::Letter,
        }
    }

    /// The legal basis on which the kind usually goes out; `None` if there is none that is usual.
    #[must_use]
    pub fn usual_basis(self) -> Option<LegalBasis> {
        match self {
            Self::Concern => Some(LegalBasis::NotificationDuty),
            Self::AbsenceWarning
            | Self::AbsenceNotification
            | Self::AbsenceContact
            | Self::SupportPlan
            | Self::SickTeaching => Some(LegalBasis::AbsenceOrder),
            Self::Access => Some(LegalBasis::Access),
            Self::Letter | Self::CaseFile | Self::Document | Self::Other => None,
        }
    }
}

coded! {
    "channel"
    /// How something is sent. Source: our own.
    pub enum Channel {
        /// Digital Post.
        DigitalPost = "digital-post",
        /// Sikker mail.
        SecureMail = "secure-mail",
        /// Aula.
        Aula = "aula",
        /// Brev med posten.
        Post = "post",
        /// Overrakt.
        Handed = "handed",
        /// Telefon.
        Phone = "phone",
        /// Another way.
        Other = "other",
    }
}

coded! {
    "legal basis"
    /// A law that allows sharing without a consent. Another one is named in a reason.
    pub enum LegalBasis {
        /// The duty to notify the municipality. Source: barnets lov § 133.
        NotificationDuty = "notification-duty",
        /// The order on the absence of pupils. Source: bekendtgørelsen om elevers fravær.
        AbsenceOrder = "absence-order",
        /// What an authority needs for its own decision. Source: forvaltningsloven § 28.
        Authority = "authority",
        /// The right of access of the child and its parents. Source: forvaltningsloven § 9; GDPR article 15.
        Access = "access",
    }
}

coded! {
    "in or out"
    /// Whether something came in or went out.
    pub enum InOrOut {
        /// It came in.
        In = "in",
        /// It went out.
        Out = "out",
    }
}

/// Why something may be shared with its receiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// A consent that held on the day.
    Consent(ConsentId),
    /// A law.
    Law(LegalBasis),
    /// A reason in one line, which stays on record.
    Reason(Line),
}

/// Whether something came in or went out, and what goes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// It came in.
    In,
    /// It went out.
    Out {
        /// Why it may be shared; `None` for a receiver who needs no ground: the child, or a parent with custody.
        ground: Option<Ground>,
        /// The document of the house that was sent.
        document: Option<DocumentId>,
    },
}

impl Way {
    /// Whether it came in or went out.
    #[must_use]
    pub fn in_or_out(&self) -> InOrOut {
        match self {
            Self::In => InOrOut::In,
            Self::Out { .. } => InOrOut::Out,
        }
    }

    /// The ground of what went out.
    #[must_use]
    pub fn ground(&self) -> Option<&Ground> {
        match self {
            Self::In => None,
            Self::Out { ground, .. } => ground.as_ref(),
        }
    }

    /// The document that went out.
    #[must_use]
    pub fn document(&self) -> Option<DocumentId> {
        match self {
            Self::In => None,
            Self::Out { document, .. } => *document,
        }
    }
}

/// One letter, message or paper that came in or went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correspondence {
    /// Its identity.
    pub id: CorrespondenceId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The kind.
    pub kind: CorrespondenceKind,
    /// Whether it came in or went out.
    pub way: Way,
    /// The day it came in or went out.
    pub date: NaiveDate,
    /// From whom it came, or to whom it went.
    pub party: Party,
    /// What it is, in one line.
    pub what: Line,
    /// How it was sent.
    pub channel: Channel,
    /// A remark, in one line.
    pub note: Option<Line>,
    /// The member of staff who recorded it.
    pub by: StaffId,
}

impl Correspondence {
    /// Whether it is a case file that the house received.
    #[must_use]
    pub fn is_case_file_received(&self) -> bool {
        self.kind == CorrespondenceKind::CaseFile && self.way == Way::In
    }
}

impl Record for Correspondence {
    type Key = CorrespondenceId;

    fn key(&self) -> CorrespondenceId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        let consent = match self.way.ground() {
            Some(Ground::Consent(id)) => Some((*id).into()),
            _ => None,
        };
        let others = [self.party.key(), consent, self.way.document().map(AnyKey::from)];
        [self.case.into(), self.by.into()].into_iter().chain(others.into_iter().flatten()).collect()
    }
}
