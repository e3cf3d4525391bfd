-- The record that a draft began from, as JSON: `null` where there was none yet, nothing where it is not known.
ALTER TABLE draft ADD COLUMN base TEXT CHECK (json_valid(base));
