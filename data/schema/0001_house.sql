-- The house itself and who may open it.
-- One file per schema version; a shipped file is never edited, a new one is added.

-- "Trvs": marks the file as ours.
PRAGMA application_id = 1416787571;

-- Exactly one row: which house this is.
CREATE TABLE house (
    only       INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    id         BLOB    NOT NULL CHECK (length(id) = 16),
    created_at TEXT    NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??Z')
) STRICT;

-- To whom the database key is sealed. Kept inside the encrypted file, so that someone who only
-- reaches the folder can not plant a recipient. '*' is the printed recovery key.
CREATE TABLE key_slot (
    initials  TEXT NOT NULL PRIMARY KEY CHECK (length(initials) BETWEEN 1 AND 4),
    recipient TEXT NOT NULL UNIQUE CHECK (recipient GLOB 'age1*')
) STRICT;
