-- The residents' register and the lists that the desk admits by. Dates are yyyy-MM-dd in the site's own days; times are 100 ns ticks since 1970-01-01T00:00:00Z.
-- route: 1 the desk may call the unit itself, 2 the control room asks for it.
CREATE TABLE household (
    id                  TEXT    PRIMARY KEY,
    unit                TEXT    NOT NULL UNIQUE,
    lobby               TEXT    NOT NULL,
    route               INTEGER NOT NULL,
    children_may_answer INTEGER NOT NULL
) STRICT;

-- key is the member's stable key in the import source, holder that of who holds its cards. kind: 1 owner, 2 occupant. variants: a JSON array of names.
CREATE TABLE member (
    id          TEXT    PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,
    household   TEXT    NOT NULL REFERENCES household (id),
    name        TEXT    NOT NULL,
    variants    TEXT    NOT NULL,
    pinyin      TEXT,
    kind        INTEGER NOT NULL,
    may_admit   INTEGER NOT NULL,
    barred      INTEGER NOT NULL,
    minor       INTEGER NOT NULL,
    appearance  TEXT,
    phone_last4 TEXT,
    moved_in    TEXT,
    moved_out   TEXT,
    holder      TEXT
) STRICT;

CREATE INDEX member_household ON member (household);

-- One number is one unit's: a yes must come from the unit that was asked.
CREATE TABLE station (
    household TEXT    NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    number    TEXT    NOT NULL UNIQUE,
    PRIMARY KEY (household, position)
) STRICT;

CREATE TABLE leader (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    title        TEXT NOT NULL,
    addressed_as TEXT NOT NULL,
    valid_from   TEXT,
    valid_until  TEXT
) STRICT;

-- status: 1 active, 2 suspended, 3 lost, 4 withdrawn.
CREATE TABLE badge (
    number      TEXT    PRIMARY KEY,
    name        TEXT    NOT NULL,
    department  TEXT    NOT NULL,
    status      INTEGER NOT NULL,
    valid_until TEXT
) STRICT;

-- status: 1 valid, 2 lost, 3 withdrawn, 4 stopped. lobbies and areas: JSON arrays. weekdays: Monday 1, Tuesday 2, ... Sunday 64. hours: HH:mm.
CREATE TABLE pass (
    number      TEXT    PRIMARY KEY,
    type        TEXT    NOT NULL,
    holder      TEXT    NOT NULL,
    company     TEXT,
    lobbies     TEXT    NOT NULL,
    areas       TEXT    NOT NULL,
    household   TEXT    REFERENCES household (id),
    valid_from  TEXT    NOT NULL,
    valid_until TEXT    NOT NULL,
    weekdays    INTEGER NOT NULL,
    hours_from  TEXT,
    hours_until TEXT,
    status      INTEGER NOT NULL,
    issuer      TEXT    NOT NULL
) STRICT;

CREATE TABLE tour (
    id         TEXT    PRIMARY KEY,
    name       TEXT    NOT NULL,
    leader     TEXT    NOT NULL,
    department TEXT    NOT NULL,
    head_count INTEGER NOT NULL,
    starts_at  INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL,
    cancelled  INTEGER NOT NULL
) STRICT;

CREATE TABLE duty (
    role     TEXT    NOT NULL,
    position INTEGER NOT NULL,
    account  TEXT,
    phone    TEXT,
    PRIMARY KEY (role, position)
) STRICT;

-- Why a household is special or a member barred: under a key that is not in this file.
CREATE TABLE reason (
    list    TEXT NOT NULL,
    subject TEXT NOT NULL,
    sealed  BLOB NOT NULL,
    PRIMARY KEY (list, subject)
) STRICT;

-- Who changed what, and never what it said. act: 1 added, 2 changed, 3 removed, 4 reason revealed. fields: names of columns, with commas between.
CREATE TABLE register_change (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    actor   TEXT    NOT NULL,
    list    TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    act     INTEGER NOT NULL,
    fields  TEXT    NOT NULL
) STRICT;

CREATE INDEX register_change_subject ON register_change (list, subject);

CREATE TRIGGER register_change_stays BEFORE UPDATE ON register_change
BEGIN
    SELECT RAISE(ABORT, 'what was done is not rewritten');
END;
