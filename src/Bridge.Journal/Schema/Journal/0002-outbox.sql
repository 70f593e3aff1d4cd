-- AUTOINCREMENT: an id is never given twice, even after its row is gone.
CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    channel       TEXT    NOT NULL,
    topic         TEXT    NOT NULL,
    payload       BLOB    NOT NULL,
    content_type  TEXT    NOT NULL,
    sequence      INTEGER NOT NULL,
    enqueued_at   INTEGER NOT NULL,
    parked_at     INTEGER,
    parked_reason TEXT
) STRICT;

CREATE INDEX outbox_waiting ON outbox (channel, id) WHERE parked_at IS NULL;
CREATE INDEX outbox_parked ON outbox (channel, id) WHERE parked_at IS NOT NULL;
