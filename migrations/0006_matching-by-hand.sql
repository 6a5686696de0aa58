-- How a statement was matched is a fact: appended, never changed.
CREATE TRIGGER matches_append_only BEFORE UPDATE OR DELETE ON matches FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER matches_no_truncate BEFORE TRUNCATE ON matches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Words enough to find a claim by: a vector of megabytes would be refused, and the version with it.
CREATE FUNCTION index_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO question_stems (stem, question_id)
  SELECT unnest(tsvector_to_array(to_tsvector('english', left(NEW.wording, 4000)))), NEW.question_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER question_versions_stems AFTER INSERT ON question_versions FOR EACH ROW EXECUTE FUNCTION index_wording();
--> statement-breakpoint
INSERT INTO question_stems (stem, question_id)
SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('english', left(wording, 4000)))), question_id FROM question_versions;
