-- Contacts alone can be deleted: they are no part of any fact.
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY[
    'disputes', 'dispute_replies', 'dispute_confirmations', 'dispute_rulings', 'exclusions'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      fact || '_append_only', fact);
    EXECUTE format(
      'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      fact || '_no_truncate', fact);
  END LOOP;
END $$;
--> statement-breakpoint
SELECT seal_facts_of('disputes', 'dispute'),
  seal_facts_of('dispute_replies', 'dispute-reply'),
  seal_facts_of('dispute_confirmations', 'dispute-confirmation'),
  seal_facts_of('dispute_rulings', 'dispute-ruling'),
  seal_facts_of('exclusions', 'exclusion');
