-- Postings of first statements are appended, never changed, as those of scored ones are.
CREATE TRIGGER first_items_append_only BEFORE UPDATE OR DELETE ON first_items FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER first_items_no_truncate BEFORE TRUNCATE ON first_items FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
