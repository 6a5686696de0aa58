-- How a text was read is never changed either: another run, or another reading, is a further row.
CREATE TRIGGER extraction_runs_append_only BEFORE UPDATE OR DELETE ON extraction_runs
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER extraction_runs_no_truncate BEFORE TRUNCATE ON extraction_runs
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_readings_append_only BEFORE UPDATE OR DELETE ON document_readings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_readings_no_truncate BEFORE TRUNCATE ON document_readings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
