-- Facts are appended, never changed: a correction is a further row.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'append_only', TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY[
    'commentaries', 'bylines', 'candidates', 'candidate_reviews', 'families', 'family_members', 'question_versions',
    'imports', 'predictions', 'events', 'evidence', 'resolution_entries', 'resolution_evidence', 'proposal_evidence',
    'source_coverage', 'collections', 'collection_commentaries', 'collection_questions', 'scored_items'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      fact || '_append_only', fact);
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      fact || '_no_truncate', fact);
  END LOOP;
END $$;
