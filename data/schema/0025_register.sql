-- The name of the school that kept a register before it was imported.

ALTER TABLE day ADD COLUMN register TEXT;
