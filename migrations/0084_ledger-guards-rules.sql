-- What waits for its position is written by the triggers on the facts, and by nothing else. A migration that fills it switches this off.
CREATE FUNCTION refuse_unless_triggered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'facts alone wait in %', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'append_only', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER unsealed_facts_of_facts BEFORE INSERT ON unsealed_facts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unless_triggered();
--> statement-breakpoint
CREATE TRIGGER unsealed_facts_unchanged BEFORE UPDATE ON unsealed_facts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER unsealed_facts_no_truncate BEFORE TRUNCATE ON unsealed_facts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nothing stops waiting but by its leaf. By the index, whatever was guessed of the two tables when this was planned.
CREATE FUNCTION refuse_unsealed() RETURNS trigger LANGUAGE plpgsql SET enable_hashjoin TO off SET enable_mergejoin TO off AS $$
BEGIN
  IF EXISTS (SELECT FROM gone WHERE NOT EXISTS (SELECT FROM public.ledger_leaves leaf
    WHERE leaf.fact_id = gone.fact_id AND leaf.kind = gone.kind AND leaf.digest = gone.digest))
  THEN
    RAISE EXCEPTION 'a fact that is not sealed must wait in %', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'append_only', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER unsealed_facts_sealed AFTER DELETE ON unsealed_facts
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_unsealed();
--> statement-breakpoint
-- Leaves are of facts that wait, the next after the last and no earlier; transactions are sealed whole, in the order of their last facts.
-- Nothing finds waiting facts by their ids: one by one would take the square of the time.
CREATE FUNCTION refuse_unless_next() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop TO off AS $$
DECLARE
  added record;
  before record;
  is_next boolean;
BEGIN
  SELECT count(*) AS n, min(position) AS low, max(position) AS high, min(sealed_at) AS since INTO added FROM fresh;
  IF added.n = 0 THEN
    RETURN NULL;
  END IF;
  SELECT max(position) AS position, max(sealed_at) AS sealed_at INTO before FROM public.ledger_leaves
    WHERE position = added.low - 1;
  is_next := added.low = coalesce(before.position, 0) + 1 AND added.high - added.low + 1 = added.n
    AND added.since >= coalesce(before.sealed_at, added.since)
    AND NOT EXISTS (SELECT FROM public.ledger_leaves WHERE position > added.high);
  IF is_next THEN
    WITH whole AS (SELECT xact, max(seq) AS last, count(*) AS size FROM public.unsealed_facts GROUP BY xact),
    placed AS (
      SELECT leaf.ends, waiting.seq, whole.last, whole.size, count(*) OVER (PARTITION BY whole.xact) AS together,
        leaf.sealed_at < lag(leaf.sealed_at) OVER in_order AS is_back,
        (whole.last, waiting.seq) < (lag(whole.last) OVER in_order, lag(waiting.seq) OVER in_order) AS is_swapped
      FROM fresh leaf
      JOIN public.unsealed_facts waiting
        ON waiting.fact_id = leaf.fact_id AND waiting.kind = leaf.kind AND waiting.digest = leaf.digest
      JOIN whole ON whole.xact = waiting.xact
      WINDOW in_order AS (ORDER BY leaf.position)
    )
    SELECT count(*) = added.n
      AND bool_and(ends = (seq = last) AND together = size AND is_back IS NOT TRUE AND is_swapped IS NOT TRUE)
    INTO is_next FROM placed;
  END IF;
  IF is_next IS NOT TRUE THEN
    RAISE EXCEPTION 'a leaf of % must be of what waits for it, next after the last', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'append_only', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_leaves_next AFTER INSERT ON ledger_leaves
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION refuse_unless_next();
--> statement-breakpoint
-- Of an author nothing changes but who their record counts for, which the links say.
CREATE TRIGGER authors_unchanged BEFORE UPDATE ON authors FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'canonical_id' IS DISTINCT FROM to_jsonb(NEW) - 'canonical_id')
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER authors_not_deleted BEFORE DELETE ON authors
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER authors_no_truncate BEFORE TRUNCATE ON authors
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
