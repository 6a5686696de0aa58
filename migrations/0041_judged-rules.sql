-- An answer in mode judge quotes several texts under a digest of none of them: when any text goes, all of them go.
CREATE OR REPLACE FUNCTION forget_model_calls() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM model_calls WHERE text_sha256 = encode(sha256(convert_to(OLD.text, 'UTF8')), 'hex') OR mode = 'judge';
  RETURN NULL;
END $$;
