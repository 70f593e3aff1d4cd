-- The keys of the sealed person rows: dk opens the row, ck makes the digest that the journal carries. Without its keys a row tells nothing, and neither
-- does the digest. Times: 100 ns ticks since 1970-01-01T00:00:00Z.
CREATE TABLE vault (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    site TEXT NOT NULL
) STRICT;

CREATE TABLE person_key (
    id         TEXT    PRIMARY KEY,
    dk         BLOB    NOT NULL,
    ck         BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_erased (
    id        TEXT    PRIMARY KEY,
    erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
