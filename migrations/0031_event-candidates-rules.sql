-- What a commentary tells as having happened stays as it was read; its one review is a fact.
CREATE TRIGGER event_candidates_append_only BEFORE UPDATE OR DELETE ON event_candidates
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER event_candidates_no_truncate BEFORE TRUNCATE ON event_candidates
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER event_candidate_reviews_append_only BEFORE UPDATE OR DELETE ON event_candidate_reviews
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER event_candidate_reviews_no_truncate BEFORE TRUNCATE ON event_candidate_reviews
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
SELECT seal_facts_of('event_candidate_reviews', 'event-review');
