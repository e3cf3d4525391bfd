-- What a leader found of a look in the access log, which keeps the looks themselves.

CREATE TABLE verdict_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE access_review (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    look        INTEGER NOT NULL CHECK (look > 0),
    case_id     BLOB    NOT NULL REFERENCES case_file (id),
    reader      BLOB    NOT NULL REFERENCES staff (id),
    looked_on   TEXT    NOT NULL CHECK (looked_on IS date(looked_on)),
    verdict     TEXT    NOT NULL REFERENCES verdict_code (code),
    note        TEXT,
    reviewed_by BLOB    NOT NULL REFERENCES staff (id),
    reviewed_at TEXT    NOT NULL,
    CHECK (reader <> reviewed_by)
) STRICT;
CREATE INDEX access_review_case ON access_review (case_id);

CREATE TRIGGER access_review_stays BEFORE UPDATE ON access_review
BEGIN SELECT RAISE (ABORT, 'a review is never changed'); END;
