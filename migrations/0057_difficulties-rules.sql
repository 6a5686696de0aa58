-- What a board froze of its questions is never changed, though it is no fact.
CREATE TRIGGER question_difficulties_append_only BEFORE UPDATE OR DELETE ON question_difficulties
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER question_difficulties_no_truncate BEFORE TRUNCATE ON question_difficulties
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
