-- What was taken for today at a change, where the machine's clock was more than a day away from it.
ALTER TABLE history ADD COLUMN taken TEXT CHECK (taken IS date(taken));

-- Addenda stand in the order in which they were written, also after the clock went back.
DROP INDEX addendum_talk;
CREATE INDEX addendum_of_talk ON addendum (talk_id);
