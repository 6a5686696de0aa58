CREATE TRIGGER score_changes_append_only BEFORE UPDATE OR DELETE ON score_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER score_changes_no_truncate BEFORE TRUNCATE ON score_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
SELECT seal_facts_of('score_changes', 'score-change');
