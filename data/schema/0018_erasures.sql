-- Records of children are erased when their years have passed. What is kept says that, not what.

CREATE TABLE erasure (
    id       BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    at       TEXT    NOT NULL CHECK (at GLOB '????-??-??T??:??:??'),
    by       BLOB    NOT NULL REFERENCES staff (id),
    -- The identities that they had; they name nobody.
    children TEXT    NOT NULL CHECK (json_valid(children)),
    cases    INTEGER NOT NULL CHECK (cases >= 0),
    reason   TEXT    NOT NULL
) STRICT;

CREATE TRIGGER erasure_stays BEFORE UPDATE ON erasure
BEGIN SELECT RAISE (ABORT, 'an erasure is never changed'); END;

CREATE TRIGGER erasure_is_kept BEFORE DELETE ON erasure
BEGIN SELECT RAISE (ABORT, 'an erasure is never removed'); END;

CREATE TABLE archive_decision (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    archive     TEXT NOT NULL,
    what        TEXT NOT NULL,
    decided     TEXT NOT NULL CHECK (decided IS date(decided)),
    ended_until TEXT NOT NULL CHECK (ended_until IS date(ended_until) AND ended_until <= decided),
    by          BLOB NOT NULL REFERENCES staff (id)
) STRICT;

-- The rows of the history and of the access log whose content was erased. The row keeps its seal, so that the chain holds,
-- and a seal of its own here says that the program emptied it.
CREATE TABLE erased_row (
    what TEXT    NOT NULL CHECK (what IN ('history', 'access')),
    seq  INTEGER NOT NULL,
    mac  BLOB    NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (what, seq)
) STRICT, WITHOUT ROWID;

-- Which children have a case that was declined long ago.
CREATE INDEX declined_case ON case_file (declined, child_id) WHERE declined IS NOT NULL;
