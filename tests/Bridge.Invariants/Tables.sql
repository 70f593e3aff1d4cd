-- What the questions share, taken out of the entries once. All of it is temporary: the journal itself is opened to be read.

-- Whether the journal has its beginning, and everything since: causes are looked for only where they can still be there.
CREATE TEMP TABLE whole AS SELECT 1 AS yes
    WHERE NOT EXISTS (SELECT 1 FROM anchor) AND NOT EXISTS (SELECT 1 FROM entry WHERE kind = 'EntriesLost');

-- How long each kind of evidence holds under each configuration, in ticks.
CREATE TEMP TABLE times AS SELECT e.sequence, t.key AS name, ticks(t.value) AS ticks
    FROM entry e, json_each(e.body, '$.Rules.Admission.Times') t WHERE e.origin = 1 AND e.kind = 'ConfigurationApplied' AND t.type = 'text';
CREATE INDEX temp.times_name ON times (name, sequence);

CREATE TEMP TABLE holds (evidence TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO holds VALUES
    ('RecognisedResident', 'Recognition'), ('RecognisedLeader', 'Recognition'),
    ('HouseholdYes', 'Consent'), ('RegisterMatch', 'Consent'), ('AppearanceAgrees', 'Consent'), ('BadgeChecked', 'Consent'), ('LikenessAgrees', 'Consent'),
    ('ForgottenBadgeConfirmed', 'Consent'), ('PassChecked', 'Consent'),
    ('ControlRoomYes', 'ControlRoomConsent'), ('OfficeYes', 'OfficeConsent'), ('TourBooking', 'OfficeConsent'),
    ('GateAnnouncement', 'Announcement'), ('NoAnswerProof', 'Idle'), ('RecordStored', 'Idle'), ('PaperRecord', 'Idle'), ('EmergencyReason', 'Grant');

-- The rows of the procedure's evidence matrix: which kinds a category needs, all of one row.
CREATE TEMP TABLE matrix (category TEXT, row INTEGER, evidence TEXT, PRIMARY KEY (category, row, evidence)) WITHOUT ROWID;
INSERT INTO matrix VALUES
    ('ForgottenCard', 1, 'RecognisedResident'),
    ('SelfDeclaredResident', 1, 'HouseholdYes'), ('SelfDeclaredResident', 2, 'ControlRoomYes'),
    ('SelfDeclaredResident', 3, 'NoAnswerProof'), ('SelfDeclaredResident', 3, 'RegisterMatch'),
    ('ListedLeader', 1, 'RecognisedLeader'),
    ('Employee', 1, 'BadgeChecked'), ('Employee', 1, 'LikenessAgrees'), ('Employee', 2, 'ForgottenBadgeConfirmed'),
    ('AnnouncedVisitor', 1, 'GateAnnouncement'),
    ('Visitor', 1, 'HouseholdYes'), ('Visitor', 2, 'ControlRoomYes'),
    ('GovernmentOfficer', 1, 'OfficeYes'),
    ('Tour', 1, 'OfficeYes'), ('Tour', 2, 'TourBooking'),
    ('PassHolder', 1, 'PassChecked'), ('PassHolder', 1, 'LikenessAgrees'), ('PassHolder', 1, 'RecordStored'),
    ('PassHolder', 2, 'PassChecked'), ('PassHolder', 2, 'LikenessAgrees'), ('PassHolder', 2, 'PaperRecord'),
    ('Emergency', 1, 'EmergencyReason');

-- Every grant, with the input that it was decided by. Those with a case are the open key's, the others a credential's.
CREATE TEMP TABLE granted AS SELECT
        e.sequence, e.epoch, e.elapsed, e.door, json_extract(e.body, '$.Access') AS access, json_extract(e.body, '$.Admission.Case') AS case_id,
        json_extract(e.body, '$.Admission.Category') AS category, json_extract(e.body, '$.Admission.Evidence') AS evidence,
        json_extract(e.body, '$.Credential') AS credential, json_extract(e.body, '$.Detail') IS 'opened once more' AS again,
        (SELECT i.sequence FROM entry i WHERE i.origin = 1 AND i.sequence < e.sequence ORDER BY i.sequence DESC LIMIT 1) AS input
    FROM entry e WHERE e.origin = 2 AND e.kind = 'AccessGranted';
CREATE INDEX temp.granted_access ON granted (epoch, access);
CREATE INDEX temp.granted_evidence ON granted (evidence);
CREATE INDEX temp.granted_case ON granted (case_id);

-- What was said to count no more.
CREATE TEMP TABLE voided (evidence INTEGER PRIMARY KEY, sequence INTEGER NOT NULL);
INSERT OR REPLACE INTO voided SELECT json_extract(body, '$.Admission.Evidence'), sequence FROM entry
    WHERE origin = 2 AND kind = 'EvidenceVoided' AND json_extract(body, '$.Admission.Evidence') IS NOT NULL ORDER BY sequence DESC;

-- Every piece of evidence, and the moment from which it counts no more: run out, by the configuration it was given under, or voided.
CREATE TEMP TABLE given AS SELECT
        e.sequence, e.elapsed, json_extract(e.body, '$.Admission.Case') AS case_id, json_extract(e.body, '$.Admission.Evidence') AS evidence,
        json_extract(e.body, '$.Admission.EvidenceKind') AS kind,
        e.elapsed + (SELECT t.ticks FROM holds h JOIN times t ON t.name = h.name
            WHERE h.evidence = json_extract(e.body, '$.Admission.EvidenceKind') AND t.sequence < e.sequence ORDER BY t.sequence DESC LIMIT 1) AS until,
        (SELECT v.sequence FROM voided v WHERE v.evidence = json_extract(e.body, '$.Admission.Evidence')) AS voided
    FROM entry e WHERE e.origin = 2 AND e.kind = 'EvidenceGiven';
CREATE INDEX temp.given_evidence ON given (evidence);
CREATE INDEX temp.given_case ON given (case_id);

-- What became of each release, and of which.
CREATE TEMP TABLE ended AS SELECT e.sequence, e.epoch, e.kind, e.door, json_extract(e.body, '$.Access') AS access FROM entry e
    WHERE e.origin = 2 AND e.kind IN ('LockReleased', 'ReleaseRefused', 'ReleaseNotSent', 'ReleaseOutcomeUnknown') AND json_extract(e.body, '$.Access') IS NOT NULL;
CREATE INDEX temp.ended_access ON ended (access);

CREATE TEMP TABLE opened AS SELECT e.sequence, e.door, json_extract(e.body, '$.Admission.Case') AS case_id FROM entry e WHERE e.origin = 2 AND e.kind = 'CaseOpened';
CREATE INDEX temp.opened_case ON opened (case_id);

-- When the bridge was started, and which entries have their message still.
CREATE TEMP TABLE started AS SELECT sequence FROM entry WHERE origin = 1 AND kind = 'BridgeStarted';
CREATE TEMP TABLE waiting (sequence INTEGER PRIMARY KEY);
INSERT OR IGNORE INTO waiting SELECT sequence FROM outbox;
