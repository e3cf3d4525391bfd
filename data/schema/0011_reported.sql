-- Weeks at the children's own schools, as they are reported. Days are half-days.

CREATE TABLE report_source_code (code TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE reported_week (
    id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    case_id  BLOB NOT NULL REFERENCES case_file (id),
    monday   TEXT NOT NULL CHECK (monday IS date(monday) AND strftime('%w', monday) = '1'),
    attended INTEGER NOT NULL CHECK (attended BETWEEN 0 AND possible),
    possible INTEGER NOT NULL CHECK (possible BETWEEN 1 AND 10),
    source   TEXT NOT NULL REFERENCES report_source_code (code)
) STRICT;
-- A week of a case is reported once.
CREATE UNIQUE INDEX reported_week_case ON reported_week (case_id, monday);
