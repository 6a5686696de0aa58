-- Where a piece was fetched, and what it is known by, are never changed either.
CREATE TRIGGER commentary_places_append_only BEFORE UPDATE OR DELETE ON commentary_places
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER commentary_places_no_truncate BEFORE TRUNCATE ON commentary_places
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER commentary_identities_append_only BEFORE UPDATE OR DELETE ON commentary_identities
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER commentary_identities_no_truncate BEFORE TRUNCATE ON commentary_identities
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
