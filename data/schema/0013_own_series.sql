-- Which series of the house have scores. A series that has some keeps its lines, range, number and direction.
CREATE INDEX measure_series ON measure (json_extract(score, '$.own.series'))
    WHERE json_extract(score, '$.own.series') IS NOT NULL;
