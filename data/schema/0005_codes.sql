-- Codes stand in tables that the program fills with the lists of the domain, so a new code needs no new schema.
-- A table begins with the codes that rows have; the program adds the others before its first write.

CREATE TABLE closure_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO closure_code SELECT DISTINCT kind FROM closure;

CREATE TABLE stage_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO stage_code SELECT DISTINCT stage FROM case_file;

CREATE TABLE priority_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO priority_code SELECT DISTINCT priority FROM case_file WHERE priority IS NOT NULL;

CREATE TABLE outcome_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO outcome_code SELECT outcome FROM case_file WHERE outcome IS NOT NULL
    UNION SELECT destination FROM document WHERE destination IS NOT NULL;

CREATE TABLE talk_kind_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO talk_kind_code SELECT kind FROM talk UNION SELECT kind FROM appointment WHERE kind IS NOT NULL;

CREATE TABLE talk_source_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO talk_source_code SELECT DISTINCT source FROM talk;

CREATE TABLE origin_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO origin_code SELECT DISTINCT origin FROM day;

CREATE TABLE mark_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO mark_code SELECT first FROM day WHERE first IS NOT NULL
    UNION SELECT second FROM day WHERE second IS NOT NULL;

CREATE TABLE absence_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO absence_code SELECT DISTINCT foretold FROM day WHERE foretold IS NOT NULL;

CREATE TABLE role_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO role_code SELECT role FROM person UNION SELECT rater FROM measure;

CREATE TABLE goal_kind_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO goal_kind_code SELECT DISTINCT kind FROM goal;

CREATE TABLE goal_end_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO goal_end_code SELECT DISTINCT ended FROM goal WHERE ended IS NOT NULL;

CREATE TABLE intervention_kind_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO intervention_kind_code SELECT DISTINCT kind FROM intervention;

CREATE TABLE document_kind_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO document_kind_code SELECT DISTINCT kind FROM document;

CREATE TABLE follow_up_end_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO follow_up_end_code SELECT DISTINCT ended FROM follow_up WHERE ended IS NOT NULL;

CREATE TABLE nature_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO nature_code SELECT DISTINCT nature FROM history;

-- Each table whose columns listed codes is made again; everything else in it stays as it was.

CREATE TABLE closure_anew (
    id   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL REFERENCES closure_code (code),
    name TEXT,
    rule TEXT NOT NULL CHECK (json_valid(rule))
) STRICT;
INSERT INTO closure_anew (id, kind, name, rule) SELECT id, kind, name, rule FROM closure;
DROP TABLE closure;
ALTER TABLE closure_anew RENAME TO closure;

CREATE TABLE case_file_anew (
    id                BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    child_id          BLOB NOT NULL REFERENCES child (id),
    programme         TEXT NOT NULL REFERENCES programme (code),
    referred          TEXT NOT NULL CHECK (referred IS date(referred)),
    referral_note     TEXT,
    stage             TEXT NOT NULL REFERENCES stage_code (code),
    priority          TEXT REFERENCES priority_code (code),
    last_contact      TEXT CHECK (last_contact IS date(last_contact)),
    -- The seat held now; a closed case keeps the number of the one it had.
    seat              INTEGER,
    former_seat       INTEGER CHECK (former_seat BETWEEN 1 AND 65535),
    admitted          TEXT CHECK (admitted IS date(admitted)),
    closed            TEXT CHECK (closed IS date(closed)),
    outcome           TEXT REFERENCES outcome_code (code),
    -- The place that received the child.
    closing_place     TEXT,
    declined          TEXT CHECK (declined IS date(declined)),
    primary_contact   BLOB REFERENCES staff (id),
    secondary_contact BLOB REFERENCES staff (id),
    expected_end      TEXT CHECK (expected_end IS date(expected_end)),
    moves             TEXT NOT NULL CHECK (json_valid(moves)),
    decided           TEXT CHECK (decided IS date(decided)),
    files_came        TEXT CHECK (files_came IS date(files_came)),
    start_structure   TEXT,
    levels            TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(levels)),
    follows           BLOB REFERENCES case_file (id) CHECK (follows IS NOT id),
    needs             TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(needs)),
    FOREIGN KEY (programme, seat) REFERENCES seat (programme, number),
    -- What each stage has. These are rules about the stages, not a list of them.
    CHECK ((stage IN ('admitted', 'start_up', 'course', 'phase_out')) = (seat IS NOT NULL)),
    CHECK ((stage = 'closed') = (former_seat IS NOT NULL)),
    CHECK ((stage = 'closed') = (closed IS NOT NULL)),
    CHECK ((stage = 'closed') = (outcome IS NOT NULL)),
    CHECK (stage = 'closed' OR closing_place IS NULL),
    CHECK ((seat IS NOT NULL OR former_seat IS NOT NULL) = (admitted IS NOT NULL)),
    CHECK (closed IS NULL OR admitted < closed),
    CHECK ((stage = 'waiting') = (priority IS NOT NULL)),
    CHECK (stage = 'waiting' OR last_contact IS NULL),
    CHECK ((stage = 'declined') = (declined IS NOT NULL))
) STRICT;
INSERT INTO case_file_anew
    (id, child_id, programme, referred, referral_note, stage, priority, last_contact, seat, former_seat, admitted,
     closed, outcome, closing_place, declined, primary_contact, secondary_contact, expected_end, moves, decided,
     files_came, start_structure, levels, follows, needs)
SELECT id, child_id, programme, referred, referral_note, stage, priority, last_contact, seat, former_seat, admitted,
       closed, outcome, closing_place, declined, primary_contact, secondary_contact, expected_end, moves, decided,
       files_came, start_structure, levels, follows, needs
FROM case_file;
DROP TABLE case_file;
ALTER TABLE case_file_anew RENAME TO case_file;

CREATE UNIQUE INDEX one_case_a_seat ON case_file (programme, seat) WHERE seat IS NOT NULL;
CREATE UNIQUE INDEX one_open_case ON case_file (child_id, programme) WHERE stage NOT IN ('closed', 'declined');
-- Closing first: asked about a recent date, nearly every closed case was closed before it.
CREATE INDEX closed_stay ON case_file (closed, admitted) WHERE closed IS NOT NULL;
CREATE INDEX case_child ON case_file (child_id, referred, id);

CREATE TABLE appointment_anew (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    date    TEXT NOT NULL CHECK (date IS date(date)),
    starts  TEXT CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
    ends    TEXT CHECK (ends GLOB '[0-2][0-9]:[0-5][0-9]'),
    title   TEXT NOT NULL,
    case_id BLOB REFERENCES case_file (id),
    staff   TEXT NOT NULL CHECK (json_valid(staff)),
    kind    TEXT REFERENCES talk_kind_code (code),
    CHECK ((starts IS NULL) = (ends IS NULL)),
    CHECK (starts < ends)
) STRICT;
INSERT INTO appointment_anew (id, date, starts, ends, title, case_id, staff, kind)
SELECT id, date, starts, ends, title, case_id, staff, kind FROM appointment;
DROP TABLE appointment;
ALTER TABLE appointment_anew RENAME TO appointment;

CREATE INDEX appointment_date ON appointment (date, starts, id);
CREATE INDEX appointment_case ON appointment (case_id, date, starts, id) WHERE case_id IS NOT NULL;

CREATE TABLE talk_anew (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    -- Nothing for a consultation, which has a place instead.
    case_id      BLOB REFERENCES case_file (id),
    kind         TEXT NOT NULL REFERENCES talk_kind_code (code),
    place        TEXT,
    topic        TEXT,
    date         TEXT NOT NULL CHECK (date IS date(date)),
    start        TEXT CHECK (start GLOB '[0-2][0-9]:[0-5][0-9]'),
    minutes      INTEGER CHECK (minutes BETWEEN 1 AND 1439),
    participants TEXT NOT NULL CHECK (json_valid(participants)),
    themes       TEXT NOT NULL CHECK (json_valid(themes)),
    methods      TEXT NOT NULL CHECK (json_valid(methods)),
    text         TEXT NOT NULL,
    author       BLOB NOT NULL REFERENCES staff (id),
    signed_at    TEXT NOT NULL CHECK (signed_at GLOB '????-??-??T??:??:??*'),
    open_to      TEXT NOT NULL CHECK (json_valid(open_to)),
    source       TEXT NOT NULL REFERENCES talk_source_code (code),
    CHECK ((kind = 'consultation') = (case_id IS NULL)),
    CHECK ((kind = 'consultation') = (place IS NOT NULL)),
    CHECK (topic IS NULL OR place IS NOT NULL)
) STRICT;
INSERT INTO talk_anew (id, case_id, kind, place, topic, date, start, minutes, participants, themes, methods, text,
                       author, signed_at, open_to, source)
SELECT id, case_id, kind, place, topic, date, start, minutes, participants, themes, methods, text, author, signed_at,
       open_to, source
FROM talk;
DROP TABLE talk;
ALTER TABLE talk_anew RENAME TO talk;

CREATE INDEX talk_case ON talk (case_id, date, start, id);
CREATE INDEX talk_date ON talk (date, start, id);
CREATE INDEX talk_kind ON talk (kind, date, start, id);

CREATE TRIGGER signed_talk_stays BEFORE UPDATE ON talk
BEGIN SELECT RAISE (ABORT, 'a signed talk is never changed'); END;

CREATE TRIGGER signed_talk_is_kept BEFORE DELETE ON talk
BEGIN SELECT RAISE (ABORT, 'a signed talk is never removed'); END;

-- INSERT OR REPLACE removes without asking the trigger above.
CREATE TRIGGER signed_talk_is_not_replaced BEFORE INSERT ON talk
WHEN EXISTS (SELECT 1 FROM talk WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'a signed talk is never replaced'); END;

CREATE TABLE follow_up_anew (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    talk_id    BLOB NOT NULL REFERENCES talk (id),
    case_id    BLOB REFERENCES case_file (id),
    what       TEXT NOT NULL,
    staff_id   BLOB REFERENCES staff (id),
    other      TEXT,
    due        TEXT NOT NULL CHECK (due IS date(due)),
    ended      TEXT REFERENCES follow_up_end_code (code),
    ended_by   BLOB REFERENCES staff (id),
    ended_at   TEXT CHECK (ended_at GLOB '????-??-??T??:??:??*'),
    ended_note TEXT,
    CHECK ((staff_id IS NULL) <> (other IS NULL)),
    CHECK ((ended IS NULL) = (ended_by IS NULL)),
    CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CHECK (ended IS NOT NULL OR ended_note IS NULL)
) STRICT;
INSERT INTO follow_up_anew (id, talk_id, case_id, what, staff_id, other, due, ended, ended_by, ended_at, ended_note)
SELECT id, talk_id, case_id, what, staff_id, other, due, ended, ended_by, ended_at, ended_note FROM follow_up;
DROP TABLE follow_up;
ALTER TABLE follow_up_anew RENAME TO follow_up;

CREATE INDEX follow_up_open ON follow_up (due, id) WHERE ended IS NULL;
CREATE INDEX follow_up_case ON follow_up (case_id, due, id);
CREATE INDEX follow_up_talk ON follow_up (talk_id, due, id);

CREATE TRIGGER agreement_stays BEFORE UPDATE ON follow_up
WHEN NEW.id IS NOT OLD.id OR NEW.talk_id IS NOT OLD.talk_id OR NEW.case_id IS NOT OLD.case_id
    OR NEW.what IS NOT OLD.what OR NEW.staff_id IS NOT OLD.staff_id OR NEW.other IS NOT OLD.other
    OR NEW.due IS NOT OLD.due
BEGIN SELECT RAISE (ABORT, 'what was agreed is never changed'); END;

CREATE TRIGGER agreement_is_kept BEFORE DELETE ON follow_up
BEGIN SELECT RAISE (ABORT, 'what was agreed is never removed'); END;

CREATE TRIGGER agreement_is_not_replaced BEFORE INSERT ON follow_up
WHEN EXISTS (SELECT 1 FROM follow_up WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'what was agreed is never replaced'); END;

CREATE TABLE measure_anew (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES case_file (id),
    talk_id BLOB NOT NULL REFERENCES talk (id),
    date    TEXT NOT NULL CHECK (date IS date(date)),
    rater   TEXT NOT NULL REFERENCES role_code (code),
    score   TEXT NOT NULL CHECK (json_valid(score))
) STRICT;
INSERT INTO measure_anew (id, case_id, talk_id, date, rater, score)
SELECT id, case_id, talk_id, date, rater, score FROM measure;
DROP TABLE measure;
ALTER TABLE measure_anew RENAME TO measure;

CREATE INDEX measure_case ON measure (case_id, date, id);
CREATE INDEX measure_talk ON measure (talk_id, id);

CREATE TRIGGER measure_stays BEFORE UPDATE ON measure
BEGIN SELECT RAISE (ABORT, 'a score is never changed'); END;

CREATE TRIGGER measure_is_kept BEFORE DELETE ON measure
BEGIN SELECT RAISE (ABORT, 'a score is never removed'); END;

CREATE TRIGGER measure_is_not_replaced BEFORE INSERT ON measure
WHEN EXISTS (SELECT 1 FROM measure WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'a score is never replaced'); END;

CREATE TABLE day_anew (
    case_id     BLOB NOT NULL REFERENCES case_file (id),
    date        TEXT NOT NULL CHECK (date IS date(date)),
    origin      TEXT NOT NULL REFERENCES origin_code (code),
    first       TEXT REFERENCES mark_code (code),
    first_from  TEXT CHECK (first_from GLOB '[0-2][0-9]:[0-5][0-9]'),
    first_to    TEXT CHECK (first_to GLOB '[0-2][0-9]:[0-5][0-9]'),
    second      TEXT REFERENCES mark_code (code),
    second_from TEXT CHECK (second_from GLOB '[0-2][0-9]:[0-5][0-9]'),
    second_to   TEXT CHECK (second_to GLOB '[0-2][0-9]:[0-5][0-9]'),
    foretold    TEXT REFERENCES absence_code (code),
    told_at     TEXT CHECK (told_at GLOB '????-??-??T??:??:??*'),
    remark      TEXT,
    mood        INTEGER CHECK (mood BETWEEN 1 AND 5),
    PRIMARY KEY (case_id, date),
    -- Late has a time, partial has two.
    CHECK ((coalesce(first, '') IN ('late', 'partial')) = (first_from IS NOT NULL)),
    CHECK ((coalesce(first, '') = 'partial') = (first_to IS NOT NULL)),
    CHECK (first_from < first_to),
    CHECK ((coalesce(second, '') IN ('late', 'partial')) = (second_from IS NOT NULL)),
    CHECK ((coalesce(second, '') = 'partial') = (second_to IS NOT NULL)),
    CHECK (second_from < second_to),
    CHECK ((foretold IS NULL) = (told_at IS NULL)),
    CHECK (coalesce(first, second, foretold, remark, mood) IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO day_anew (case_id, date, origin, first, first_from, first_to, second, second_from, second_to, foretold,
                      told_at, remark, mood)
SELECT case_id, date, origin, first, first_from, first_to, second, second_from, second_to, foretold, told_at, remark,
       mood
FROM day;
DROP TABLE day;
ALTER TABLE day_anew RENAME TO day;

CREATE TABLE person_anew (
    id        BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    child_id  BLOB    NOT NULL REFERENCES child (id),
    -- The child itself rates, but is nobody around itself.
    role      TEXT    NOT NULL REFERENCES role_code (code) CHECK (role <> 'child'),
    name      TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    -- Forældremyndighed; nothing where it is not known.
    custody   INTEGER CHECK (custody IN (0, 1)),
    phone     TEXT,
    mail      TEXT,
    workplace TEXT,
    note      TEXT,
    until     TEXT    CHECK (until IS date(until)),
    CHECK (custody IS NOT 1 OR role IN ('mother', 'father', 'guardian'))
) STRICT;
INSERT INTO person_anew (id, child_id, role, name, custody, phone, mail, workplace, note, until)
SELECT id, child_id, role, name, custody, phone, mail, workplace, note, until FROM person;
DROP TABLE person;
ALTER TABLE person_anew RENAME TO person;

CREATE INDEX person_child ON person (child_id, role, id);

CREATE TABLE goal_anew (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id   BLOB NOT NULL REFERENCES case_file (id),
    kind      TEXT NOT NULL REFERENCES goal_kind_code (code),
    text      TEXT NOT NULL,
    municipal TEXT,
    set_on    TEXT NOT NULL CHECK (set_on IS date(set_on)),
    progress  TEXT NOT NULL CHECK (json_valid(progress)),
    ended     TEXT REFERENCES goal_end_code (code),
    ended_on  TEXT CHECK (ended_on IS date(ended_on)),
    CHECK ((ended IS NULL) = (ended_on IS NULL)),
    CHECK (set_on <= ended_on)
) STRICT;
INSERT INTO goal_anew (id, case_id, kind, text, municipal, set_on, progress, ended, ended_on)
SELECT id, case_id, kind, text, municipal, set_on, progress, ended, ended_on FROM goal;
DROP TABLE goal;
ALTER TABLE goal_anew RENAME TO goal;

CREATE INDEX goal_case ON goal (case_id, set_on, id);

CREATE TABLE intervention_anew (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id   BLOB NOT NULL REFERENCES case_file (id),
    kind      TEXT NOT NULL REFERENCES intervention_kind_code (code),
    from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
    to_date   TEXT CHECK (to_date IS date(to_date)),
    who       TEXT NOT NULL CHECK (json_valid(who)),
    note      TEXT,
    CHECK (from_date <= to_date)
) STRICT;
INSERT INTO intervention_anew (id, case_id, kind, from_date, to_date, who, note)
SELECT id, case_id, kind, from_date, to_date, who, note FROM intervention;
DROP TABLE intervention;
ALTER TABLE intervention_anew RENAME TO intervention;

CREATE INDEX intervention_case ON intervention (case_id, from_date, id);

CREATE TABLE document_anew (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id     BLOB    NOT NULL REFERENCES case_file (id),
    kind        TEXT    NOT NULL REFERENCES document_kind_code (code),
    version     INTEGER NOT NULL CHECK (version BETWEEN 1 AND 4294967295),
    sections    TEXT    NOT NULL CHECK (json_valid(sections)),
    steps       TEXT    NOT NULL CHECK (json_valid(steps)),
    -- The day each step was done, or null: the one thing noted on a signed plan.
    done        TEXT    NOT NULL CHECK (json_valid(done)),
    destination TEXT    REFERENCES outcome_code (code),
    receiving   TEXT,
    author      BLOB    NOT NULL REFERENCES staff (id),
    written_on  TEXT    NOT NULL CHECK (written_on IS date(written_on)),
    signed_by   BLOB    REFERENCES staff (id),
    signed_at   TEXT    CHECK (signed_at GLOB '????-??-??T??:??:??*'),
    UNIQUE (case_id, kind, version),
    CHECK ((signed_by IS NULL) = (signed_at IS NULL))
) STRICT;
INSERT INTO document_anew (id, case_id, kind, version, sections, steps, done, destination, receiving, author,
                           written_on, signed_by, signed_at)
SELECT id, case_id, kind, version, sections, steps, done, destination, receiving, author, written_on, signed_by,
       signed_at
FROM document;
DROP TABLE document;
ALTER TABLE document_anew RENAME TO document;

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

-- What a step was stays a word of its own: no rule of the database asks for it.
CREATE TABLE history_anew (
    seq     INTEGER NOT NULL PRIMARY KEY,
    -- The seq of the first change of the step that this one belongs to.
    step    INTEGER NOT NULL CHECK (step BETWEEN 1 AND seq),
    at      TEXT    NOT NULL CHECK (at GLOB '????-??-??T??:??:??'),
    by      BLOB    NOT NULL CHECK (length(by) = 16),
    nature  TEXT    NOT NULL REFERENCES nature_code (code),
    deed    TEXT    NOT NULL CHECK (length(deed) BETWEEN 1 AND 30 AND deed NOT GLOB '*[^a-z-]*'),
    subject TEXT    NOT NULL,
    body    TEXT    NOT NULL CHECK (json_valid(body)),
    mac     BLOB    NOT NULL CHECK (length(mac) = 32)
) STRICT;
INSERT INTO history_anew (seq, step, at, by, nature, deed, subject, body, mac)
SELECT seq, step, at, by, nature, deed, subject, body, mac FROM history;
DROP TABLE history;
ALTER TABLE history_anew RENAME TO history;

CREATE INDEX history_subject ON history (subject);
-- What was removed, but for days: few enough to be read through when a case's history is asked for.
CREATE INDEX history_removal ON history (subject)
    WHERE json_extract(body, '$.edit.new') IS NULL AND subject NOT GLOB 'day/*';

CREATE TRIGGER history_stays BEFORE UPDATE ON history
BEGIN SELECT RAISE (ABORT, 'history is never changed'); END;

CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN SELECT RAISE (ABORT, 'history is never removed'); END;

CREATE TRIGGER history_is_not_replaced BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE seq = NEW.seq)
BEGIN SELECT RAISE (ABORT, 'history is never replaced'); END;
