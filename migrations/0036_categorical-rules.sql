-- The options of a question are facts: appended, never changed.
CREATE TRIGGER question_options_append_only BEFORE UPDATE OR DELETE ON question_options
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER question_options_no_truncate BEFORE TRUNCATE ON question_options
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
SELECT seal_facts_of('question_options', 'option');
--> statement-breakpoint
-- The millionths of a distribution, `options:<id>=<millionths>,…`.
CREATE FUNCTION distribution_sum(form text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT sum(split_part(share, '=', 2)::bigint)::bigint FROM unnest(string_to_array(substr(form, 9), ',')) AS share
$$;
--> statement-breakpoint
ALTER TABLE predictions ADD CONSTRAINT predictions_distribution_check
  CHECK (form NOT LIKE 'options:%' OR distribution_sum(form) = 1000000);
