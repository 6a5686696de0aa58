-- What was merged and split is a fact: appended, never changed.
CREATE TRIGGER author_links_append_only BEFORE UPDATE OR DELETE ON author_links
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER author_links_no_truncate BEFORE TRUNCATE ON author_links
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
SELECT seal_facts_of('author_links', 'author-link');
