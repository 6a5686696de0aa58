-- Lets somebody begin to write, and waits for nothing: 'busy' where an erasure of their account is under way, 'erased' after it. What it
-- reads once it has the lock it reads anew, so that it sees an erasure that ended just before; a single statement would not.
CREATE FUNCTION hold_account(person text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock_shared(hashtextextended('hindcast-writer ' || person, 0)) THEN
    RETURN 'busy';
  END IF;
  IF EXISTS (SELECT FROM erasures WHERE person_id = person) THEN
    RETURN 'erased';
  END IF;
  RETURN 'held';
END $$;
