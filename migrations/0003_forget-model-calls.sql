-- Kept answers quote the text they are about: when it is removed or replaced, they go with it.
CREATE FUNCTION forget_model_calls() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM model_calls WHERE text_sha256 = encode(sha256(convert_to(OLD.text, 'UTF8')), 'hex');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER commentary_texts_forget_model_calls AFTER DELETE OR UPDATE OF text ON commentary_texts
  FOR EACH ROW EXECUTE FUNCTION forget_model_calls();
