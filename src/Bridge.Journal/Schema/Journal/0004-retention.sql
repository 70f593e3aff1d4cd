-- What stands for the rows that retention deleted: the chain starts at this hash instead of at genesis.
CREATE TABLE anchor (
    only       INTEGER PRIMARY KEY CHECK (only = 1),
    epoch      INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    hash       BLOB    NOT NULL,
    deleted    INTEGER NOT NULL,
    deleted_at INTEGER NOT NULL
) STRICT;
