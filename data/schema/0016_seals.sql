-- Looks are sealed in a chain and drafts one by one, and the last seal of each is kept; the program seals those there are.

ALTER TABLE access ADD COLUMN mac BLOB CHECK (length(mac) = 32);
ALTER TABLE draft ADD COLUMN mac BLOB CHECK (length(mac) = 32);

-- How many there are, and a seal over all of them.
CREATE TABLE anchor (
    what  TEXT    NOT NULL PRIMARY KEY CHECK (what IN ('access', 'draft')),
    count INTEGER NOT NULL CHECK (count >= 0),
    mac   BLOB    NOT NULL CHECK (length(mac) = 32)
) STRICT, WITHOUT ROWID;

-- Whether a seal is kept beside the house, and the day on which the house was last checked as a whole.
CREATE TABLE upkeep (
    only    INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    sealed  INTEGER NOT NULL CHECK (sealed IN (0, 1)),
    checked TEXT    CHECK (checked IS date(checked))
) STRICT;
INSERT INTO upkeep (only, sealed) VALUES (1, 0);

-- The program puts it back when it has sealed the looks there are.
DROP TRIGGER access_stays;
