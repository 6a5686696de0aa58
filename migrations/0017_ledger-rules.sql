-- Each row of a fact table waits in unsealed_facts from the transaction that appends it until the sealer gives it its position.
CREATE FUNCTION note_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unsealed_facts (kind, fact_id, digest, xact)
    SELECT TG_ARGV[0], id, digest, pg_current_xact_id()::text FROM fresh;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- One line for a new table of facts: SELECT seal_facts_of('disputes', 'dispute').
CREATE FUNCTION seal_facts_of(facts regclass, kind text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION note_facts(%L)',
    facts::text || '_sealed', facts, kind);
END $$;
--> statement-breakpoint
-- SHA-256 in hexadecimal, as core/ledger/digest.ts makes it.
CREATE FUNCTION hex_digest(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(value, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- What belongs to a collection has no salts: its digest is the one of core/ledger/digest.ts over fields without them.
CREATE FUNCTION member_digest(kind text, collection_id text, member text, member_id text, recorded_at timestamptz)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT hex_digest(format('{"fields":{"collectionId":"%s","%s":"%s","recordedAt":"%s"},"kind":"%s"}',
    hex_digest('"' || collection_id || '"'), member, hex_digest('"' || member_id || '"'),
    hex_digest('"' || to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'), kind))
$$;
--> statement-breakpoint
CREATE FUNCTION note_members_commentaries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unsealed_facts (kind, fact_id, digest, xact)
    SELECT 'collection-commentary', collection_id || '/' || commentary_id,
      member_digest('collection-commentary', collection_id, 'commentaryId', commentary_id, recorded_at),
      pg_current_xact_id()::text
    FROM fresh;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION note_members_questions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unsealed_facts (kind, fact_id, digest, xact)
    SELECT 'collection-question', collection_id || '/' || question_id,
      member_digest('collection-question', collection_id, 'questionId', question_id, recorded_at),
      pg_current_xact_id()::text
    FROM fresh;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER collection_commentaries_sealed AFTER INSERT ON collection_commentaries
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION note_members_commentaries();
--> statement-breakpoint
CREATE TRIGGER collection_questions_sealed AFTER INSERT ON collection_questions
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION note_members_questions();
--> statement-breakpoint
SELECT seal_facts_of('commentaries', 'commentary'), seal_facts_of('commentary_places', 'place'),
  seal_facts_of('extraction_runs', 'extraction-run'), seal_facts_of('document_readings', 'reading'),
  seal_facts_of('candidate_reviews', 'review'), seal_facts_of('matches', 'match'),
  seal_facts_of('question_versions', 'version'), seal_facts_of('predictions', 'prediction'),
  seal_facts_of('events', 'event'), seal_facts_of('evidence', 'evidence'),
  seal_facts_of('source_coverage', 'coverage'), seal_facts_of('resolution_entries', 'resolution');
--> statement-breakpoint
-- What was recorded before there was a ledger waits for it in the order it was recorded; one instant was one request.
INSERT INTO unsealed_facts (kind, fact_id, digest, xact)
SELECT kind, fact_id, digest, 'recorded ' || recorded_at FROM (
  SELECT 1 AS nth, 'commentary' AS kind, id AS fact_id, digest, recorded_at FROM commentaries
  UNION ALL SELECT 2, 'place', id, digest, recorded_at FROM commentary_places
  UNION ALL SELECT 3, 'extraction-run', id, digest, recorded_at FROM extraction_runs
  UNION ALL SELECT 4, 'reading', id, digest, recorded_at FROM document_readings
  UNION ALL SELECT 5, 'version', id, digest, recorded_at FROM question_versions
  UNION ALL SELECT 6, 'collection-commentary', collection_id || '/' || commentary_id,
    member_digest('collection-commentary', collection_id, 'commentaryId', commentary_id, recorded_at), recorded_at
    FROM collection_commentaries
  UNION ALL SELECT 7, 'collection-question', collection_id || '/' || question_id,
    member_digest('collection-question', collection_id, 'questionId', question_id, recorded_at), recorded_at
    FROM collection_questions
  UNION ALL SELECT 8, 'prediction', id, digest, recorded_at FROM predictions
  UNION ALL SELECT 9, 'match', id, digest, recorded_at FROM matches
  UNION ALL SELECT 10, 'review', id, digest, recorded_at FROM candidate_reviews
  UNION ALL SELECT 11, 'event', id, digest, recorded_at FROM events
  UNION ALL SELECT 12, 'coverage', id, digest, recorded_at FROM source_coverage
  UNION ALL SELECT 13, 'evidence', id, digest, recorded_at FROM evidence
  UNION ALL SELECT 14, 'resolution', id, digest, recorded_at FROM resolution_entries
) fact ORDER BY recorded_at, nth, fact_id;
--> statement-breakpoint
CREATE TRIGGER ledger_leaves_append_only BEFORE UPDATE OR DELETE ON ledger_leaves
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_leaves_no_truncate BEFORE TRUNCATE ON ledger_leaves
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
