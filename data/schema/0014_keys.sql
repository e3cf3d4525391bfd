-- Who leads the house, and what happened to its keys.

ALTER TABLE staff ADD COLUMN leader INTEGER NOT NULL DEFAULT 0 CHECK (leader IN (0, 1));

CREATE TABLE key_event (
    id   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    at   TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??'),
    by   BLOB NOT NULL REFERENCES staff (id),
    deed TEXT NOT NULL CHECK (json_valid(deed))
) STRICT;

CREATE TRIGGER key_event_stays BEFORE UPDATE ON key_event
BEGIN SELECT RAISE (ABORT, 'a key event is never changed'); END;

CREATE TRIGGER key_event_is_kept BEFORE DELETE ON key_event
BEGIN SELECT RAISE (ABORT, 'a key event is never removed'); END;
