-- The restricted talks whose text was chosen for a document, and by whom. Of a signed one they stay as they are.

ALTER TABLE document ADD COLUMN chosen TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(chosen));

DROP TRIGGER signed_document_stays;
CREATE TRIGGER signed_document_stays BEFORE UPDATE ON document
WHEN OLD.signed_at IS NOT NULL
    AND (NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.kind IS NOT OLD.kind
        OR NEW.version IS NOT OLD.version OR NEW.sections IS NOT OLD.sections OR NEW.steps IS NOT OLD.steps
        OR NEW.figures IS NOT OLD.figures OR NEW.chosen IS NOT OLD.chosen
        OR NEW.destination IS NOT OLD.destination OR NEW.receiving IS NOT OLD.receiving
        OR NEW.author IS NOT OLD.author OR NEW.written_on IS NOT OLD.written_on
        OR NEW.signed_by IS NOT OLD.signed_by OR NEW.signed_at IS NOT OLD.signed_at)
BEGIN SELECT RAISE (ABORT, 'a signed document is never changed'); END;
