-- The kept records of people at the door. No name stands in them: what is personal is sealed in person, and its keys are in another file.
-- form: 1 visitor log, 2 duty log. month: 202603. created_offset is minutes east of UTC and holds for all times of the row.
-- last: the highest number ever given, which also stays when the row itself has gone.
CREATE TABLE record_month (
    form  INTEGER NOT NULL,
    month INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    PRIMARY KEY (form, month)
) STRICT, WITHOUT ROWID;

-- retention: whose limit of time the row has.
CREATE TABLE record (
    id             INTEGER PRIMARY KEY,
    form           INTEGER NOT NULL,
    month          INTEGER NOT NULL,
    running        INTEGER NOT NULL,
    sequence       INTEGER NOT NULL,
    lobby          TEXT    NOT NULL,
    case_id        TEXT,
    shift          TEXT,
    author         TEXT    NOT NULL,
    late           INTEGER NOT NULL,
    paper_sheet    TEXT,
    retention      INTEGER NOT NULL,
    created_at     INTEGER NOT NULL,
    created_offset INTEGER NOT NULL,
    category       TEXT    NOT NULL,
    result         TEXT,
    consent_kind   TEXT,
    consent_by     TEXT,
    household      TEXT,
    head_count     INTEGER,
    reference      TEXT,
    completed_at   INTEGER,
    left_at        INTEGER,
    told           TEXT,
    told_at        INTEGER,
    carried_over   INTEGER,
    person         TEXT,
    UNIQUE (form, month, running)
) STRICT;

CREATE INDEX record_created ON record (created_at);
CREATE INDEX record_sequence ON record (sequence);
CREATE INDEX record_case ON record (case_id) WHERE case_id IS NOT NULL;

-- A completion or an amendment; what it leaves alone is NULL. The original stays as it was written. kind: 1 completion, 2 amendment.
CREATE TABLE record_change (
    form         INTEGER NOT NULL,
    month        INTEGER NOT NULL,
    running      INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    sequence     INTEGER NOT NULL,
    kind         INTEGER NOT NULL,
    author       TEXT    NOT NULL,
    changed_at   INTEGER NOT NULL,
    changed_offset INTEGER NOT NULL,
    reason       TEXT,
    category     TEXT,
    result       TEXT,
    consent_kind TEXT,
    consent_by   TEXT,
    household    TEXT,
    head_count   INTEGER,
    reference    TEXT,
    completed_at INTEGER,
    left_at      INTEGER,
    told         TEXT,
    told_at      INTEGER,
    carried_over INTEGER,
    person       TEXT,
    PRIMARY KEY (form, month, running, revision),
    FOREIGN KEY (form, month, running) REFERENCES record (form, month, running) ON DELETE CASCADE
) STRICT;

CREATE INDEX record_change_sequence ON record_change (sequence);

CREATE TRIGGER record_numbers BEFORE INSERT ON record
BEGIN
    INSERT OR IGNORE INTO record_month (form, month, last) VALUES (NEW.form, NEW.month, 0);
    SELECT RAISE(ABORT, 'record numbers follow each other without a gap')
        FROM record_month WHERE form = NEW.form AND month = NEW.month AND last <> NEW.running - 1;
    UPDATE record_month SET last = NEW.running WHERE form = NEW.form AND month = NEW.month;
END;

-- Retention may take links to a person away; nothing else of what was written changes.
CREATE TRIGGER record_stays BEFORE UPDATE OF
    form, month, running, sequence, lobby, case_id, shift, author, late, paper_sheet, retention, created_at, created_offset, category, result, consent_kind,
    head_count, completed_at, left_at, told_at, carried_over ON record
BEGIN
    SELECT RAISE(ABORT, 'a record is amended by a further row');
END;

-- class: whose limit of time it has. since: when that time begins. restricted_until: kept for a law or an open matter, and shown to auditors alone.
-- sequence: the entry that it was committed with.
CREATE TABLE person (
    id               TEXT    PRIMARY KEY,
    sequence         INTEGER NOT NULL,
    class            INTEGER NOT NULL,
    since            INTEGER NOT NULL,
    restricted_until INTEGER,
    sealed           BLOB    NOT NULL
) STRICT;

CREATE INDEX person_class ON person (class, since);
CREATE INDEX person_sequence ON person (sequence);

CREATE TABLE person_subject (
    subject TEXT NOT NULL,
    person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (subject, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_subject_person ON person_subject (person);

-- Ids alone, of nobody any more: a restored backup is cleaned by this list.
CREATE TABLE person_erased (
    id        TEXT    PRIMARY KEY,
    erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
