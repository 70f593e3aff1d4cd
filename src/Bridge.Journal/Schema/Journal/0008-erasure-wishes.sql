-- Somebody asked that who is in these records be forgotten, and nobody has carried it out or declined it yet. Ids alone: records holds numbers with blanks
-- between, asked_by an account. asked_at: 100 ns ticks since 1970-01-01T00:00:00Z.
CREATE TABLE erasure_wish (
    id       TEXT    PRIMARY KEY,
    records  TEXT    NOT NULL,
    ground   TEXT    NOT NULL,
    asked_by TEXT    NOT NULL,
    asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
