-- The rhythm of a case, the judgement of a follow-up meeting, and the answers to obligations.

ALTER TABLE case_file ADD COLUMN follow_up_months INTEGER CHECK (follow_up_months BETWEEN 1 AND 52);
ALTER TABLE case_file ADD COLUMN wellbeing_weeks INTEGER CHECK (wellbeing_weeks BETWEEN 1 AND 52);
ALTER TABLE case_file ADD COLUMN aftercare INTEGER NOT NULL DEFAULT 0 CHECK (aftercare IN (0, 1));

CREATE TABLE judgement_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
ALTER TABLE talk ADD COLUMN judgement TEXT REFERENCES judgement_code (code);

CREATE TABLE obligation_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE answer (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id     BLOB NOT NULL REFERENCES case_file (id),
    obligation  TEXT NOT NULL REFERENCES obligation_code (code),
    -- The day from which the answered obligation is reckoned.
    since       TEXT NOT NULL CHECK (since IS date(since)),
    answered    TEXT NOT NULL CHECK (answered IS date(answered)),
    excused     TEXT,
    sent_to     TEXT,
    answered_by BLOB NOT NULL REFERENCES staff (id),
    CHECK ((excused IS NULL) <> (sent_to IS NULL))
) STRICT;
-- An obligation has one answer.
CREATE UNIQUE INDEX answer_case ON answer (case_id, obligation, since);

-- The kinds and days of a case's talks without their texts.
CREATE INDEX talk_rhythm ON talk (case_id, kind, date);
