-- A talk has parts, drafts have a place of their own, and to a talk belong addenda, follow-ups and measures.

-- What a step was is the domain's to know: its list grows with every new noun.
CREATE TABLE history_anew (
    seq     INTEGER NOT NULL PRIMARY KEY,
    -- The seq of the first change of the step that this one belongs to.
    step    INTEGER NOT NULL CHECK (step BETWEEN 1 AND seq),
    at      TEXT    NOT NULL CHECK (at GLOB '????-??-??T??:??:??'),
    by      BLOB    NOT NULL CHECK (length(by) = 16),
    nature  TEXT    NOT NULL CHECK (nature IN ('do', 'undo', 'redo')),
    deed    TEXT    NOT NULL CHECK (length(deed) BETWEEN 1 AND 30 AND deed NOT GLOB '*[^a-z-]*'),
    subject TEXT    NOT NULL,
    body    TEXT    NOT NULL CHECK (json_valid(body)),
    mac     BLOB    NOT NULL CHECK (length(mac) = 32)
) STRICT;
INSERT INTO history_anew SELECT seq, step, at, by, nature, deed, subject, body, mac FROM history;
DROP TABLE history;
ALTER TABLE history_anew RENAME TO history;

CREATE INDEX history_subject ON history (subject);

CREATE TRIGGER history_stays BEFORE UPDATE ON history
BEGIN SELECT RAISE (ABORT, 'history is never changed'); END;

CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN SELECT RAISE (ABORT, 'history is never removed'); END;

CREATE TRIGGER history_is_not_replaced BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE seq = NEW.seq)
BEGIN SELECT RAISE (ABORT, 'history is never replaced'); END;

-- Text that is not on record yet: a form as it was last typed, also where it makes no sense yet.
-- Not in the history: what stands there is what was signed.
CREATE TABLE draft (
    id        BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    author    BLOB    NOT NULL REFERENCES staff (id),
    form      TEXT    NOT NULL CHECK (length(form) BETWEEN 1 AND 40),
    case_id   BLOB    REFERENCES case_file (id),
    -- What each field of the form holds, by name.
    fields    TEXT    NOT NULL CHECK (json_valid(fields)),
    -- Who else writes in it: staff who took part.
    writers   TEXT    NOT NULL CHECK (json_valid(writers)),
    -- One more with each save.
    revision  INTEGER NOT NULL CHECK (revision >= 1),
    saved_at  TEXT    NOT NULL CHECK (saved_at GLOB '????-??-??T??:??:??'),
    -- Which screen has it open, whose, since when.
    held_by   BLOB    CHECK (length(held_by) = 16),
    holder    BLOB    REFERENCES staff (id),
    held_at   TEXT    CHECK (held_at GLOB '????-??-??T??:??:??'),
    CHECK ((held_by IS NULL) = (holder IS NULL)),
    CHECK ((held_by IS NULL) = (held_at IS NULL))
) STRICT;

CREATE INDEX draft_author ON draft (author);

INSERT INTO draft (id, author, form, case_id, fields, writers, revision, saved_at)
SELECT id, author, 'talk', case_id,
       json_object('case', lower(hex(case_id)), 'kind', kind, 'date', strftime('%d.%m.%Y', date),
                   'start', coalesce(replace(start, ':', '.'), ''), 'minutes', coalesce(CAST (minutes AS TEXT), ''),
                   'with', coalesce(participants, ''), 'text', text),
       '[]', 1, date || 'T' || coalesce(start, '12:00') || ':00'
FROM talk WHERE signed_at IS NULL;

CREATE TABLE talk_anew (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    -- Nothing for a consultation, which has a place instead.
    case_id      BLOB REFERENCES case_file (id),
    kind         TEXT NOT NULL CHECK (kind IN ('enrolment', 'start-up', 'development', 'parent', 'wellbeing',
                                               'family-guidance', 'family-treatment', 'follow-up', 'status',
                                               'network', 'referrer', 'youth-guidance', 'contact-pedagogue',
                                               'message', 'consultation')),
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
    source       TEXT NOT NULL CHECK (source IN ('own', 'imported')),
    CHECK ((kind = 'consultation') = (case_id IS NULL)),
    CHECK ((kind = 'consultation') = (place IS NOT NULL)),
    CHECK (topic IS NULL OR place IS NOT NULL)
) STRICT;
INSERT INTO talk_anew
SELECT id, case_id,
       CASE WHEN case_id IS NULL THEN 'consultation' WHEN kind = 'consultation' THEN 'message' ELSE kind END,
       CASE WHEN case_id IS NULL THEN '–' END, NULL, date, start, minutes,
       CASE WHEN participants IS NULL THEN '[]' ELSE json_array(json_object('other', participants)) END,
       '[]', '[]', text, author, signed_at, '"house"', 'own'
FROM talk WHERE signed_at IS NOT NULL;
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

-- What the log is filtered by, in the log's order: who wrote or took part, themes, methods. Made of the talks.
CREATE TABLE talk_tag (
    what    TEXT NOT NULL CHECK (what IN ('staff', 'theme', 'method')),
    -- Of staff, the identity in hexadecimal.
    tag     TEXT NOT NULL,
    held    TEXT NOT NULL,
    -- '' where the talk does not say.
    held_at TEXT NOT NULL,
    talk_id BLOB NOT NULL REFERENCES talk (id),
    PRIMARY KEY (what, tag, held, held_at, talk_id)
) STRICT, WITHOUT ROWID;
INSERT INTO talk_tag SELECT 'staff', lower(hex(author)), date, coalesce(start, ''), id FROM talk;

CREATE TABLE addendum (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    talk_id BLOB NOT NULL REFERENCES talk (id),
    text    TEXT NOT NULL,
    author  BLOB NOT NULL REFERENCES staff (id),
    at      TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*')
) STRICT;

CREATE INDEX addendum_talk ON addendum (talk_id, at, id);

CREATE TRIGGER addendum_stays BEFORE UPDATE ON addendum
BEGIN SELECT RAISE (ABORT, 'an addendum is never changed'); END;

CREATE TRIGGER addendum_is_kept BEFORE DELETE ON addendum
BEGIN SELECT RAISE (ABORT, 'an addendum is never removed'); END;

CREATE TRIGGER addendum_is_not_replaced BEFORE INSERT ON addendum
WHEN EXISTS (SELECT 1 FROM addendum WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'an addendum is never replaced'); END;

-- What was agreed is signed with the talk; only how it ended is written later.
CREATE TABLE follow_up (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    talk_id    BLOB NOT NULL REFERENCES talk (id),
    case_id    BLOB REFERENCES case_file (id),
    what       TEXT NOT NULL,
    staff_id   BLOB REFERENCES staff (id),
    other      TEXT,
    due        TEXT NOT NULL CHECK (due IS date(due)),
    ended      TEXT CHECK (ended IN ('done', 'dropped')),
    ended_by   BLOB REFERENCES staff (id),
    ended_at   TEXT CHECK (ended_at GLOB '????-??-??T??:??:??*'),
    ended_note TEXT,
    CHECK ((staff_id IS NULL) <> (other IS NULL)),
    CHECK ((ended IS NULL) = (ended_by IS NULL)),
    CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CHECK (ended IS NOT NULL OR ended_note IS NULL)
) STRICT;

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

CREATE TABLE measure (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB NOT NULL REFERENCES case_file (id),
    talk_id BLOB NOT NULL REFERENCES talk (id),
    date    TEXT NOT NULL CHECK (date IS date(date)),
    rater   TEXT NOT NULL,
    score   TEXT NOT NULL CHECK (json_valid(score))
) STRICT;

CREATE INDEX measure_case ON measure (case_id, date, id);
CREATE INDEX measure_talk ON measure (talk_id, id);

CREATE TRIGGER measure_stays BEFORE UPDATE ON measure
BEGIN SELECT RAISE (ABORT, 'a score is never changed'); END;

CREATE TRIGGER measure_is_kept BEFORE DELETE ON measure
BEGIN SELECT RAISE (ABORT, 'a score is never removed'); END;

CREATE TRIGGER measure_is_not_replaced BEFORE INSERT ON measure
WHEN EXISTS (SELECT 1 FROM measure WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'a score is never replaced'); END;

-- The house's own lists: at most one row.
CREATE TABLE house_settings (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    body TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;

-- Who looked at what: opened cases, restricted notes, searches, exports. In this encrypted file and nowhere else.
CREATE TABLE access (
    seq     INTEGER NOT NULL PRIMARY KEY,
    at      TEXT    NOT NULL CHECK (at GLOB '????-??-??T??:??:??'),
    -- Also who is not on the staff, and was refused.
    by      BLOB    NOT NULL CHECK (length(by) = 16),
    what    TEXT    NOT NULL CHECK (length(what) BETWEEN 1 AND 30 AND what NOT GLOB '*[^a-z-]*'),
    case_id BLOB    CHECK (length(case_id) = 16),
    talk_id BLOB    CHECK (length(talk_id) = 16),
    -- What was searched for, what was exported.
    details TEXT
) STRICT;

CREATE INDEX access_case ON access (case_id, seq) WHERE case_id IS NOT NULL;

CREATE TRIGGER access_stays BEFORE UPDATE ON access
BEGIN SELECT RAISE (ABORT, 'a look is never changed'); END;

CREATE TRIGGER access_is_kept BEFORE DELETE ON access
BEGIN SELECT RAISE (ABORT, 'a look is never removed'); END;

CREATE TRIGGER access_is_not_replaced BEFORE INSERT ON access
WHEN EXISTS (SELECT 1 FROM access WHERE seq = NEW.seq)
BEGIN SELECT RAISE (ABORT, 'a look is never replaced'); END;

-- What can be searched, in the order of its day: days since the year 1 times 2^20, and a count. Made of talks and
-- addenda by the program, which folds the letters; it also fills it with the talks there are.
CREATE TABLE findable (
    number      INTEGER NOT NULL PRIMARY KEY,
    talk_id     BLOB    NOT NULL REFERENCES talk (id),
    -- Nothing for the talk itself.
    addendum_id BLOB    REFERENCES addendum (id)
) STRICT;

-- Every three letters of the folded text. The text itself is not kept twice.
CREATE VIRTUAL TABLE findable_text USING fts5
    (text, content = '', columnsize = 0, tokenize = 'trigram case_sensitive 1');
-- A leaf fits a page of an encrypted database, which is shorter by its seal.
INSERT INTO findable_text (findable_text, rank) VALUES ('pgsz', 3900);
