-- Times are 100 ns ticks since 1970-01-01T00:00:00Z; occurred_offset is minutes east of UTC.
CREATE TABLE journal (
    only       INTEGER PRIMARY KEY CHECK (only = 1),
    site       TEXT    NOT NULL,
    epoch      INTEGER NOT NULL,
    first_epoch INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    -- Counts reopenings after a failure: the write that proves that the disk takes writes again.
    reopened   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE entry (
    sequence        INTEGER PRIMARY KEY,
    epoch           INTEGER NOT NULL,
    origin          INTEGER NOT NULL,
    kind            TEXT    NOT NULL,
    occurred_at     INTEGER NOT NULL,
    occurred_offset INTEGER NOT NULL,
    recorded_at     INTEGER NOT NULL,
    elapsed         INTEGER NOT NULL,
    door            TEXT,
    correlation     TEXT,
    body            TEXT    NOT NULL,
    unjournalled    INTEGER NOT NULL,
    hash            BLOB    NOT NULL
) STRICT;

CREATE INDEX entry_door ON entry (door) WHERE door IS NOT NULL;
CREATE INDEX entry_correlation ON entry (correlation) WHERE correlation IS NOT NULL;
