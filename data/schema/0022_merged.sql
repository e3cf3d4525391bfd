-- A child that was entered twice: the identities of the records that were merged into its one.

ALTER TABLE child ADD COLUMN former TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former));
