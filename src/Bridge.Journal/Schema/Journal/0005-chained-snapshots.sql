-- A snapshot's digest is in the chain now, in the entry of its own sequence. One from before cannot be told from somebody else's: the state is replayed
-- from the first entry once, which an older version never deleted.
DELETE FROM snapshot;
ALTER TABLE snapshot DROP COLUMN digest;
