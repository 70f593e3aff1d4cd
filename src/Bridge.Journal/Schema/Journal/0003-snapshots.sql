-- digest = SHA-256(hash of the entry at that sequence, then the state's UTF-8 bytes).
CREATE TABLE snapshot (
    sequence INTEGER PRIMARY KEY,
    epoch    INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    state    TEXT    NOT NULL,
    digest   BLOB    NOT NULL
) STRICT;
