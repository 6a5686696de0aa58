-- Reference probabilities and topics are facts: appended, never changed.
CREATE TRIGGER baselines_append_only BEFORE UPDATE OR DELETE ON baselines
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER baselines_no_truncate BEFORE TRUNCATE ON baselines
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
SELECT seal_facts_of('baselines', 'baseline');
--> statement-breakpoint
CREATE TRIGGER question_topics_append_only BEFORE UPDATE OR DELETE ON question_topics
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER question_topics_no_truncate BEFORE TRUNCATE ON question_topics
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
SELECT seal_facts_of('question_topics', 'topic');
