//! Why something can't be shared as it is written.

use chrono::NaiveDate;

use crate::record::document::DocumentKind;

/// What is wrong with a consent or with something that is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharingFault {
    /// It goes to somebody who has no part in the case, without a consent that holds, a law or a reason.
    NoGround {
        /// The last day on which a consent to share with them held, if there was one.
        ended: Option<NaiveDate>,
    },
    /// The consent does not hold on the day.
    NotInForce {
        /// The day it was given.
        from: NaiveDate,
        /// The first day on which it no longer holds.
        over: Option<NaiveDate>,
    },
    /// The consent is to share with another party.
    OfAnother,
    /// Something was sent on the consent, so what it allowed then stays.
    Used,
    /// A document goes out before it is signed.
    Unsigned(DocumentKind),
}
