-- What a case is worked with: people around the child, joint analysis, goals, interventions, documents, levels.

ALTER TABLE child ADD COLUMN cpr TEXT CHECK (cpr GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]');

ALTER TABLE staff ADD COLUMN methods TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(methods));

ALTER TABLE appointment ADD COLUMN kind TEXT
    CHECK (kind IN ('enrolment', 'start-up', 'development', 'parent', 'wellbeing', 'family-guidance',
                    'family-treatment', 'follow-up', 'status', 'network', 'referrer', 'youth-guidance',
                    'contact-pedagogue', 'message', 'consultation'));

ALTER TABLE case_file ADD COLUMN decided TEXT CHECK (decided IS date(decided));
ALTER TABLE case_file ADD COLUMN files_came TEXT CHECK (files_came IS date(files_came));
ALTER TABLE case_file ADD COLUMN start_structure TEXT;
ALTER TABLE case_file ADD COLUMN levels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(levels));
ALTER TABLE case_file ADD COLUMN follows BLOB REFERENCES case_file (id) CHECK (follows IS NOT id);
ALTER TABLE case_file ADD COLUMN needs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(needs));
-- Where the child went; only a closed case has gone anywhere.
ALTER TABLE case_file ADD COLUMN closing_place TEXT CHECK (closing_place IS NULL OR stage = 'closed');

CREATE INDEX case_child ON case_file (child_id, referred, id);

CREATE TABLE person (
    id        BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    child_id  BLOB    NOT NULL REFERENCES child (id),
    role      TEXT    NOT NULL CHECK (role IN ('mother', 'father', 'guardian', 'family', 'school', 'ppr', 'caseworker',
                                               'youth-guidance', 'family-centre', 'referrer', 'other')),
    name      TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    -- Forældremyndighed.
    custody   INTEGER NOT NULL CHECK (custody IN (0, 1)),
    phone     TEXT,
    mail      TEXT,
    workplace TEXT,
    note      TEXT,
    until     TEXT    CHECK (until IS date(until)),
    CHECK (custody = 0 OR role IN ('mother', 'father', 'guardian'))
) STRICT;

CREATE INDEX person_child ON person (child_id, role, id);

CREATE TABLE joint_analysis (
    id       BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id  BLOB    NOT NULL REFERENCES case_file (id),
    version  INTEGER NOT NULL CHECK (version BETWEEN 1 AND 4294967295),
    date     TEXT    NOT NULL CHECK (date IS date(date)),
    author   BLOB    NOT NULL REFERENCES staff (id),
    child    TEXT,
    family   TEXT,
    school   TEXT,
    -- What happens between the three.
    between_them TEXT,
    UNIQUE (case_id, version)
) STRICT;

CREATE TABLE goal (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id   BLOB NOT NULL REFERENCES case_file (id),
    kind      TEXT NOT NULL CHECK (kind IN ('personal', 'academic', 'family')),
    text      TEXT NOT NULL,
    municipal TEXT,
    set_on    TEXT NOT NULL CHECK (set_on IS date(set_on)),
    progress  TEXT NOT NULL CHECK (json_valid(progress)),
    ended     TEXT CHECK (ended IN ('reached', 'dropped')),
    ended_on  TEXT CHECK (ended_on IS date(ended_on)),
    CHECK ((ended IS NULL) = (ended_on IS NULL)),
    CHECK (set_on <= ended_on)
) STRICT;

CREATE INDEX goal_case ON goal (case_id, set_on, id);

CREATE TABLE intervention (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id   BLOB NOT NULL REFERENCES case_file (id),
    kind      TEXT NOT NULL CHECK (kind IN ('development-talks', 'wellbeing-talks', 'parent-course',
                                            'family-guidance', 'family-treatment', 'family-consultant',
                                            'contact-pedagogue', 'teacher', 'youth-guidance', 'other')),
    from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
    to_date   TEXT CHECK (to_date IS date(to_date)),
    who       TEXT NOT NULL CHECK (json_valid(who)),
    note      TEXT,
    CHECK (from_date <= to_date)
) STRICT;

CREATE INDEX intervention_case ON intervention (case_id, from_date, id);

CREATE TABLE document (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id     BLOB    NOT NULL REFERENCES case_file (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('treatment', 'phase-out', 'after-school', 'status-letter',
                                                 'final-report')),
    version     INTEGER NOT NULL CHECK (version BETWEEN 1 AND 4294967295),
    sections    TEXT    NOT NULL CHECK (json_valid(sections)),
    steps       TEXT    NOT NULL CHECK (json_valid(steps)),
    -- The day each step was done, or null: the one thing noted on a signed plan.
    done        TEXT    NOT NULL CHECK (json_valid(done)),
    destination TEXT    CHECK (destination IN ('general_school', 'special_programme', 'youth_education',
                                               'other_offer', 'moved', 'withdrawn')),
    receiving   TEXT,
    author      BLOB    NOT NULL REFERENCES staff (id),
    written_on  TEXT    NOT NULL CHECK (written_on IS date(written_on)),
    signed_by   BLOB    REFERENCES staff (id),
    signed_at   TEXT    CHECK (signed_at GLOB '????-??-??T??:??:??*'),
    UNIQUE (case_id, kind, version),
    CHECK ((signed_by IS NULL) = (signed_at IS NULL))
) STRICT;

CREATE TRIGGER signed_document_stays BEFORE UPDATE ON document
WHEN OLD.signed_at IS NOT NULL
    AND (NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.kind IS NOT OLD.kind
        OR NEW.version IS NOT OLD.version OR NEW.sections IS NOT OLD.sections OR NEW.steps IS NOT OLD.steps
        OR NEW.destination IS NOT OLD.destination OR NEW.receiving IS NOT OLD.receiving
        OR NEW.author IS NOT OLD.author OR NEW.written_on IS NOT OLD.written_on
        OR NEW.signed_by IS NOT OLD.signed_by OR NEW.signed_at IS NOT OLD.signed_at)
BEGIN SELECT RAISE (ABORT, 'a signed document is never changed'); END;

CREATE TRIGGER signed_document_is_kept BEFORE DELETE ON document WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a signed document is never removed'); END;

-- INSERT OR REPLACE removes without asking the trigger above.
CREATE TRIGGER signed_document_is_not_replaced BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE signed_at IS NOT NULL
             AND (id = NEW.id OR (case_id = NEW.case_id AND kind = NEW.kind AND version = NEW.version)))
BEGIN SELECT RAISE (ABORT, 'a signed document is never replaced'); END;

-- What was removed, but for days: few enough to be read through when a case's history is asked for.
CREATE INDEX history_removal ON history (subject)
    WHERE json_extract(body, '$.edit.new') IS NULL AND subject NOT GLOB 'day/*';
