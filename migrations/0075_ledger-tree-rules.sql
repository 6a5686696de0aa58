-- What was sealed and signed stays: subtrees follow from the leaves, and checkpoints are held by others too.
CREATE TRIGGER ledger_subtrees_append_only BEFORE UPDATE OR DELETE ON ledger_subtrees
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_subtrees_no_truncate BEFORE TRUNCATE ON ledger_subtrees
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_checkpoints_append_only BEFORE UPDATE OR DELETE ON ledger_checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_checkpoints_no_truncate BEFORE TRUNCATE ON ledger_checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
