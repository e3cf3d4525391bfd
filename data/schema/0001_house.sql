-- The house itself, who may open it, everything on record in it, and its history.
-- One file per schema version; a shipped file is never edited, a new one is added.

-- "Trvs": marks the file as ours.
PRAGMA application_id = 1416787571;

-- Exactly one row: which house this is.
CREATE TABLE house (
    only       INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    id         BLOB    NOT NULL CHECK (length(id) = 16),
    -- In the house's own time zone.
    created_at TEXT    NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??'),
    -- Seals the history's chain.
    history_key BLOB   NOT NULL CHECK (length(history_key) = 32)
) STRICT;

-- To whom the database key is sealed. Kept inside the encrypted file, so that someone who only
-- reaches the folder can not plant a recipient. '*' is the printed recovery key.
CREATE TABLE key_slot (
    initials  TEXT NOT NULL PRIMARY KEY CHECK (length(initials) BETWEEN 1 AND 4),
    recipient TEXT NOT NULL UNIQUE CHECK (recipient GLOB 'age1*')
) STRICT;

-- Nouns. Identities are UUIDs of 16 bytes, dates and times ISO 8601 in the house's own time zone, codes the
-- domain's. Nested lists that nothing searches are JSON.

CREATE TABLE staff (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    initials     TEXT NOT NULL UNIQUE CHECK (length(initials) BETWEEN 1 AND 4),
    competencies TEXT NOT NULL CHECK (json_valid(competencies)),
    phone        TEXT,
    mail         TEXT,
    left_on      TEXT CHECK (left_on IS date(left_on))
) STRICT;

-- The norm: no number where there is no limit.
CREATE TABLE programme (
    code  TEXT NOT NULL PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 30 AND code NOT GLOB '*[^a-z0-9-]*'),
    seats INTEGER CHECK (seats BETWEEN 1 AND 99)
) STRICT;

-- One row a seat that exists. A case can only hold a seat that has a row, so a 17th of 16 can't be held.
CREATE TABLE seat (
    programme TEXT    NOT NULL REFERENCES programme (code),
    number    INTEGER NOT NULL CHECK (number BETWEEN 1 AND 65535),
    PRIMARY KEY (programme, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER no_seat_above_the_norm BEFORE INSERT ON seat
WHEN NEW.number > (SELECT seats FROM programme WHERE code = NEW.programme)
BEGIN SELECT RAISE (ABORT, 'no seat above the norm'); END;

CREATE TRIGGER no_seat_renumbered BEFORE UPDATE ON seat
BEGIN SELECT RAISE (ABORT, 'a seat keeps its number'); END;

CREATE TRIGGER no_norm_below_the_seats BEFORE UPDATE OF seats ON programme
WHEN EXISTS (SELECT 1 FROM seat WHERE programme = NEW.code AND number > NEW.seats)
BEGIN SELECT RAISE (ABORT, 'seats above the norm must go first'); END;

CREATE TABLE closure (
    id   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('summer', 'autumn', 'christmas', 'winter', 'constitution-day',
                                       'christmas-eve', 'new-years-eve', 'after-ascension', 'local')),
    name TEXT,
    rule TEXT NOT NULL CHECK (json_valid(rule))
) STRICT;

CREATE TABLE child (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name    TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    born    TEXT CHECK (born IS date(born)),
    school  TEXT,
    classes TEXT NOT NULL CHECK (json_valid(classes))
) STRICT;

CREATE TABLE case_file (
    id                BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    child_id          BLOB NOT NULL REFERENCES child (id),
    programme         TEXT NOT NULL REFERENCES programme (code),
    referred          TEXT NOT NULL CHECK (referred IS date(referred)),
    referral_note     TEXT,
    stage             TEXT NOT NULL CHECK (stage IN ('referral', 'waiting', 'admitted', 'start_up', 'course',
                                                     'phase_out', 'closed', 'declined')),
    priority          TEXT CHECK (priority IN ('low', 'normal', 'urgent')),
    last_contact      TEXT CHECK (last_contact IS date(last_contact)),
    -- The seat held now; a closed case keeps the number of the one it had.
    seat              INTEGER,
    former_seat       INTEGER CHECK (former_seat BETWEEN 1 AND 65535),
    admitted          TEXT CHECK (admitted IS date(admitted)),
    closed            TEXT CHECK (closed IS date(closed)),
    outcome           TEXT CHECK (outcome IN ('general_school', 'special_programme', 'youth_education',
                                              'other_offer', 'moved', 'withdrawn')),
    declined          TEXT CHECK (declined IS date(declined)),
    primary_contact   BLOB REFERENCES staff (id),
    secondary_contact BLOB REFERENCES staff (id),
    expected_end      TEXT CHECK (expected_end IS date(expected_end)),
    moves             TEXT NOT NULL CHECK (json_valid(moves)),
    FOREIGN KEY (programme, seat) REFERENCES seat (programme, number),
    CHECK ((stage IN ('admitted', 'start_up', 'course', 'phase_out')) = (seat IS NOT NULL)),
    CHECK ((stage = 'closed') = (former_seat IS NOT NULL)),
    CHECK ((stage = 'closed') = (closed IS NOT NULL)),
    CHECK ((stage = 'closed') = (outcome IS NOT NULL)),
    CHECK ((seat IS NOT NULL OR former_seat IS NOT NULL) = (admitted IS NOT NULL)),
    CHECK (closed IS NULL OR admitted < closed),
    CHECK ((stage = 'waiting') = (priority IS NOT NULL)),
    CHECK (stage = 'waiting' OR last_contact IS NULL),
    CHECK ((stage = 'declined') = (declined IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX one_case_a_seat ON case_file (programme, seat) WHERE seat IS NOT NULL;
CREATE UNIQUE INDEX one_open_case ON case_file (child_id, programme) WHERE stage NOT IN ('closed', 'declined');
-- Closing first: asked about a recent date, nearly every closed case was closed before it.
CREATE INDEX closed_stay ON case_file (closed, admitted) WHERE closed IS NOT NULL;

CREATE TABLE timetable (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id   BLOB NOT NULL REFERENCES case_file (id),
    from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
    days      TEXT NOT NULL CHECK (json_valid(days)),
    UNIQUE (case_id, from_date)
) STRICT;

CREATE TABLE teaching_plan (
    id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id   BLOB NOT NULL REFERENCES case_file (id),
    from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
    aim       TEXT,
    subjects  TEXT NOT NULL CHECK (json_valid(subjects)),
    UNIQUE (case_id, from_date)
) STRICT;

CREATE TABLE appointment (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    date    TEXT NOT NULL CHECK (date IS date(date)),
    starts  TEXT CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
    ends    TEXT CHECK (ends GLOB '[0-2][0-9]:[0-5][0-9]'),
    title   TEXT NOT NULL,
    case_id BLOB REFERENCES case_file (id),
    staff   TEXT NOT NULL CHECK (json_valid(staff)),
    CHECK ((starts IS NULL) = (ends IS NULL)),
    CHECK (starts < ends)
) STRICT;

CREATE INDEX appointment_date ON appointment (date, starts, id);
CREATE INDEX appointment_case ON appointment (case_id, date, starts, id) WHERE case_id IS NOT NULL;

CREATE TABLE talk (
    id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id      BLOB REFERENCES case_file (id),
    kind         TEXT NOT NULL CHECK (kind IN ('enrolment', 'start-up', 'development', 'parent', 'wellbeing',
                                               'family-guidance', 'family-treatment', 'follow-up', 'status',
                                               'network', 'referrer', 'youth-guidance', 'contact-pedagogue',
                                               'message', 'consultation')),
    date         TEXT NOT NULL CHECK (date IS date(date)),
    start        TEXT CHECK (start GLOB '[0-2][0-9]:[0-5][0-9]'),
    minutes      INTEGER CHECK (minutes BETWEEN 1 AND 1439),
    participants TEXT,
    text         TEXT NOT NULL,
    author       BLOB NOT NULL REFERENCES staff (id),
    -- A draft until then.
    signed_at    TEXT CHECK (signed_at GLOB '????-??-??T??:??:??*')
) STRICT;

CREATE INDEX talk_case ON talk (case_id, date, start, id) WHERE signed_at IS NOT NULL;
CREATE INDEX talk_date ON talk (date, start, id) WHERE signed_at IS NOT NULL;
CREATE INDEX talk_draft ON talk (author, date, start, id) WHERE signed_at IS NULL;

CREATE TRIGGER signed_talk_stays BEFORE UPDATE ON talk WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a signed talk is never changed'); END;

CREATE TRIGGER signed_talk_is_kept BEFORE DELETE ON talk WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a signed talk is never removed'); END;

-- INSERT OR REPLACE removes without asking the trigger above.
CREATE TRIGGER signed_talk_is_not_replaced BEFORE INSERT ON talk
WHEN EXISTS (SELECT 1 FROM talk WHERE id = NEW.id AND signed_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a signed talk is never replaced'); END;

-- The register.
CREATE TABLE day (
    case_id     BLOB NOT NULL REFERENCES case_file (id),
    date        TEXT NOT NULL CHECK (date IS date(date)),
    origin      TEXT NOT NULL CHECK (origin IN ('own', 'sending-school')),
    first       TEXT CHECK (first IN ('present', 'late', 'partial', 'sick', 'leave', 'unlawful', 'elsewhere',
                                      'not-expected')),
    first_from  TEXT CHECK (first_from GLOB '[0-2][0-9]:[0-5][0-9]'),
    first_to    TEXT CHECK (first_to GLOB '[0-2][0-9]:[0-5][0-9]'),
    second      TEXT CHECK (second IN ('present', 'late', 'partial', 'sick', 'leave', 'unlawful', 'elsewhere',
                                       'not-expected')),
    second_from TEXT CHECK (second_from GLOB '[0-2][0-9]:[0-5][0-9]'),
    second_to   TEXT CHECK (second_to GLOB '[0-2][0-9]:[0-5][0-9]'),
    foretold    TEXT CHECK (foretold IN ('sick', 'leave')),
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

-- Every change ever written, one row each, sealed in a chain: mac is keyed over the mac before and the whole row.
CREATE TABLE history (
    seq     INTEGER NOT NULL PRIMARY KEY,
    -- The seq of the first change of the step that this one belongs to.
    step    INTEGER NOT NULL CHECK (step BETWEEN 1 AND seq),
    at      TEXT    NOT NULL CHECK (at GLOB '????-??-??T??:??:??'),
    by      BLOB    NOT NULL CHECK (length(by) = 16),
    nature  TEXT    NOT NULL CHECK (nature IN ('do', 'undo', 'redo')),
    deed    TEXT    NOT NULL CHECK (deed IN ('mark', 'fill', 'foretell', 'remark', 'mood', 'staff', 'seats',
                                             'import', 'found')),
    subject TEXT    NOT NULL,
    body    TEXT    NOT NULL CHECK (json_valid(body)),
    mac     BLOB    NOT NULL CHECK (length(mac) = 32)
) STRICT;

CREATE INDEX history_subject ON history (subject);

CREATE TRIGGER history_stays BEFORE UPDATE ON history
BEGIN SELECT RAISE (ABORT, 'history is never changed'); END;

CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN SELECT RAISE (ABORT, 'history is never removed'); END;

CREATE TRIGGER history_is_not_replaced BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE seq = NEW.seq)
BEGIN SELECT RAISE (ABORT, 'history is never replaced'); END;
