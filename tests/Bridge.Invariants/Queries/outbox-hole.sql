-- "outbox closed above the watermark": a message left the outbox although an earlier one still waits, or is for an entry that is not there.
-- The consumer's own watermark is not in this schema: a row is closed by deleting it when the broker has confirmed it and everything before it.
-- Notes of who looked at, exported, restricted or forgot people are for the journal alone: nobody is told of them.
SELECT e.sequence, e.kind || ' is not in the outbox, and what is before it waits'
FROM entry e
WHERE e.origin = 2
    AND e.kind NOT IN ('StateSnapshot', 'JournalPruned', 'PersonUnmasked', 'PersonErased', 'PersonRestricted', 'ErasureDeclined', 'RecordsExported')
    AND e.sequence > (SELECT min(o.sequence) FROM outbox o WHERE o.parked_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM waiting w WHERE w.sequence = e.sequence)
UNION ALL
SELECT o.sequence, 'message ' || o.id || ' is of an entry that is not there'
FROM outbox o WHERE o.sequence > (SELECT max(sequence) FROM entry)
UNION ALL
SELECT o.sequence, 'message ' || o.id || ' is not in the order of its entries' FROM (SELECT *, lag(sequence, 1, 0) OVER (ORDER BY id) AS before FROM outbox) o WHERE o.sequence < o.before;
