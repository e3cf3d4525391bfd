-- The steps annulled and the dates corrected of a case, oldest first.
ALTER TABLE case_file ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(corrections));
