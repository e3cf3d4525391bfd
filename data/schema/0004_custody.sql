-- Custody that nobody has spoken of is unknown, not no; what was said before stays as it was said.

CREATE TABLE person_anew (
    id        BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    child_id  BLOB    NOT NULL REFERENCES child (id),
    role      TEXT    NOT NULL CHECK (role IN ('mother', 'father', 'guardian', 'family', 'school', 'ppr', 'caseworker',
                                               'youth-guidance', 'family-centre', 'referrer', 'other')),
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
