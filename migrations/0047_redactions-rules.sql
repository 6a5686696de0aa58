-- A fact lets go of one field, named to its trigger, and of that field's salt, where the redaction of it stands; of nothing else.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS = 1 THEN
    IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL
      AND to_jsonb(NEW) = to_jsonb(OLD) || jsonb_build_object(TG_ARGV[0], NULL, 'salts', OLD.salts - TG_ARGV[0])
      AND EXISTS (SELECT FROM public.redactions WHERE fact_id = OLD.id AND field = TG_ARGV[0])
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'append_only', TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint
DROP TRIGGER disputes_append_only ON disputes;
--> statement-breakpoint
CREATE TRIGGER disputes_append_only BEFORE UPDATE OR DELETE ON disputes
  FOR EACH ROW EXECUTE FUNCTION refuse_change('grounds');
--> statement-breakpoint
DROP TRIGGER dispute_replies_append_only ON dispute_replies;
--> statement-breakpoint
CREATE TRIGGER dispute_replies_append_only BEFORE UPDATE OR DELETE ON dispute_replies
  FOR EACH ROW EXECUTE FUNCTION refuse_change('text');
--> statement-breakpoint
CREATE TRIGGER redactions_append_only BEFORE UPDATE OR DELETE ON redactions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER redactions_no_truncate BEFORE TRUNCATE ON redactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
SELECT seal_facts_of('redactions', 'redaction');
