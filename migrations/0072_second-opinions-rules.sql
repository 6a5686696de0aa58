-- A second opinion is a fact: appended, never changed, and sealed with the others.
CREATE TRIGGER second_opinions_append_only BEFORE UPDATE OR DELETE ON second_opinions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER second_opinions_no_truncate BEFORE TRUNCATE ON second_opinions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
SELECT seal_facts_of('second_opinions', 'second-opinion');
