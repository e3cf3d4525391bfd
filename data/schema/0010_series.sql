-- Why an appointment was not held, and its place in a series: the series, the rule, and the day by the rule.
CREATE TABLE not_held_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
ALTER TABLE appointment ADD COLUMN not_held TEXT REFERENCES not_held_code (code);
ALTER TABLE appointment ADD COLUMN series BLOB CHECK (length(series) = 16);
ALTER TABLE appointment ADD COLUMN repeats TEXT CHECK ((repeats IS NULL) = (series IS NULL));
ALTER TABLE appointment ADD COLUMN series_day TEXT
    CHECK (series_day IS date(series_day) AND (series_day IS NULL) = (series IS NULL));
CREATE INDEX appointment_series ON appointment (series, date, starts, id) WHERE series IS NOT NULL;
