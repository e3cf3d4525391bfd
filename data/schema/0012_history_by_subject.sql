-- The changes of a record are looked up in runs. An index would cost every mark a page more to write; a full run is
-- entered at once, and the changes after the last full run, 255 at most, are read in the history itself.

DROP INDEX history_subject;
CREATE TABLE history_run (
    subject TEXT NOT NULL,
    seq     INTEGER NOT NULL REFERENCES history (seq),
    PRIMARY KEY (subject, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO history_run SELECT subject, seq FROM history
    WHERE seq <= (SELECT max(seq) FROM history) / 256 * 256 ORDER BY subject, seq;

CREATE VIEW history_by_subject (subject, seq) AS
    SELECT subject, seq FROM history_run
    UNION ALL
    SELECT subject, seq FROM history WHERE seq > (SELECT max(seq) FROM history) / 256 * 256;
