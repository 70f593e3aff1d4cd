-- Names live in this file and nowhere else. Card numbers and PINs are in no file: only their keyed digests are here.
-- pepper_check is a keyed digest of a constant: it tells whether the pepper file is the one that this register was made with.
CREATE TABLE register (
    only         INTEGER PRIMARY KEY CHECK (only = 1),
    site         TEXT NOT NULL,
    pepper_check BLOB NOT NULL
) STRICT;

CREATE TABLE unit (
    name TEXT PRIMARY KEY
) STRICT;

-- key is the holder's stable key in the import source.
CREATE TABLE holder (
    id           TEXT PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL,
    unit         TEXT REFERENCES unit (name),
    display_name TEXT NOT NULL
) STRICT;

-- kind: 1 card, 2 PIN. shown: a card's last digits, nothing for a PIN. Times: 100 ns ticks since 1970-01-01T00:00:00Z.
-- access_levels: a JSON array of names.
CREATE TABLE credential (
    id            TEXT PRIMARY KEY,
    holder        TEXT    NOT NULL REFERENCES holder (id),
    kind          INTEGER NOT NULL,
    hmac          BLOB    NOT NULL,
    shown         TEXT    NOT NULL,
    duress        INTEGER NOT NULL,
    valid_from    INTEGER,
    valid_until   INTEGER,
    disabled      INTEGER NOT NULL,
    extended_time INTEGER NOT NULL,
    access_levels TEXT    NOT NULL
) STRICT;

-- A card is one person's; the same PIN may be chosen by several.
CREATE UNIQUE INDEX credential_card ON credential (hmac) WHERE kind = 1;
CREATE UNIQUE INDEX credential_hmac ON credential (hmac, holder);
CREATE INDEX credential_holder ON credential (holder);
