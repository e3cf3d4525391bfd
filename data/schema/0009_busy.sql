-- The event of somebody's own calendar that an appointment was taken from.
ALTER TABLE appointment ADD COLUMN event TEXT CHECK (event <> '');
CREATE INDEX appointment_event ON appointment (date, starts, id) WHERE event IS NOT NULL;
