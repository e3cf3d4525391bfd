-- Two records that may be of one child, and were found to be of two. A child may be merged or removed later, so neither is a
-- reference.

CREATE TABLE two_children (
    id    BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    one   BLOB NOT NULL CHECK (length(one) = 16),
    other BLOB NOT NULL CHECK (length(other) = 16 AND other <> one),
    by    BLOB NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX two_children_one ON two_children (one);
CREATE INDEX two_children_other ON two_children (other);
