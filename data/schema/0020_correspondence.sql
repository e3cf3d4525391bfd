-- Consents, and what came in and went out. A party is a person around the child, a role, or a name as written.

CREATE TABLE consent (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id      BLOB NOT NULL REFERENCES case_file (id),
    giver_person BLOB REFERENCES person (id),
    giver_role   TEXT REFERENCES role_code (code),
    giver_other  TEXT,
    what         TEXT NOT NULL,
    with_person  BLOB REFERENCES person (id),
    with_role    TEXT REFERENCES role_code (code),
    with_other   TEXT,
    from_date    TEXT NOT NULL CHECK (from_date IS date(from_date)),
    to_date      TEXT CHECK (to_date IS date(to_date) AND to_date >= from_date),
    withdrawn    TEXT CHECK (withdrawn IS date(withdrawn) AND withdrawn >= from_date),
    note         TEXT,
    CHECK ((giver_person IS NOT NULL) + (giver_role IS NOT NULL) + (giver_other IS NOT NULL) = 1),
    CHECK ((with_person IS NOT NULL) + (with_role IS NOT NULL) + (with_other IS NOT NULL) = 1)
) STRICT;
CREATE INDEX consent_case ON consent (case_id, from_date, id);

CREATE TABLE correspondence_kind_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE channel_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE legal_basis_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE in_or_out_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE correspondence (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id      BLOB NOT NULL REFERENCES case_file (id),
    kind         TEXT NOT NULL REFERENCES correspondence_kind_code (code),
    way          TEXT NOT NULL REFERENCES in_or_out_code (code),
    -- What goes with something that went out: the house's own document, and why it may be shared.
    document_id  BLOB REFERENCES document (id),
    consent_id   BLOB REFERENCES consent (id),
    legal_basis  TEXT REFERENCES legal_basis_code (code),
    reason       TEXT,
    date         TEXT NOT NULL CHECK (date IS date(date)),
    party_person BLOB REFERENCES person (id),
    party_role   TEXT REFERENCES role_code (code),
    party_other  TEXT,
    what         TEXT NOT NULL,
    channel      TEXT NOT NULL REFERENCES channel_code (code),
    note         TEXT,
    recorded_by  BLOB NOT NULL REFERENCES staff (id),
    CHECK ((party_person IS NOT NULL) + (party_role IS NOT NULL) + (party_other IS NOT NULL) = 1),
    CHECK ((consent_id IS NOT NULL) + (legal_basis IS NOT NULL) + (reason IS NOT NULL) <= 1),
    CHECK (way = 'out' OR coalesce(document_id, consent_id, legal_basis, reason) IS NULL)
) STRICT;
CREATE INDEX correspondence_case ON correspondence (case_id, date, id);
