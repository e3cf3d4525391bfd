-- Signed notes that are marked as written on the wrong child. The notes stay where they are.

CREATE TABLE misplacement (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    talk_id    BLOB NOT NULL REFERENCES talk (id),
    -- Nothing if the note belongs to no child of the house. The case may have been erased since.
    right_case BLOB CHECK (length(right_case) = 16),
    note       TEXT,
    by         BLOB NOT NULL REFERENCES staff (id),
    at         TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??*')
) STRICT;
-- A note is marked once.
CREATE UNIQUE INDEX misplacement_talk ON misplacement (talk_id);

-- What is due reads the talks of a case from this index alone, and must know which talk is misplaced.
DROP INDEX talk_rhythm;
CREATE INDEX talk_rhythm ON talk (case_id, kind, date, id);
