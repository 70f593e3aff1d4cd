-- The sheet of paper that stood for a record which could not be stored in time.
ALTER TABLE record_change ADD COLUMN paper_sheet TEXT;
