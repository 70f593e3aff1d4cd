-- "PII column non-null past retention": somebody's sealed row is older than its class may be (and two days, for the nightly job), and no law keeps it;
-- or it is there although he was erased. $limits: the days of each class.
SELECT p.sequence, 'person row of class ' || p.class || ' is past its time'
FROM person p JOIN json_each($limits) l ON CAST(l.key AS INTEGER) = p.class
WHERE p.restricted_until IS NULL AND p.since + (l.value + 2) * 864000000000 < $now
UNION ALL
SELECT p.sequence, 'a person who was erased is there' FROM person p JOIN person_erased e ON e.id = p.id;
