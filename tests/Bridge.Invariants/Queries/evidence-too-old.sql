-- "INTENT older than approval expiry": what the key rested on had run out, was voided, or was from before a start of the bridge. By the engine's own time
-- line, which no clock on a wall moves.
SELECT g.sequence, 'access ' || g.access || ' rests on evidence ' || v.evidence || ' (' || v.kind || ') of entry ' || v.sequence
    || CASE WHEN v.voided < g.sequence THEN ', voided' WHEN g.elapsed >= v.until THEN ', which was too old' ELSE ', given before a start' END
FROM granted g JOIN given v ON v.evidence = g.evidence AND v.case_id = g.case_id
WHERE NOT g.again AND g.case_id IS NOT NULL
    AND (v.voided < g.sequence OR g.elapsed >= v.until OR EXISTS (
        SELECT 1 FROM started s WHERE s.sequence BETWEEN v.sequence AND g.sequence))
UNION ALL
SELECT g.sequence, 'access ' || g.access || ' rests on the ' || m.evidence || ' of case ' || g.case_id || ', and the last one was too old'
FROM granted g JOIN matrix m ON m.category = g.category
    AND m.row = (SELECT n.row FROM matrix n JOIN given v ON v.evidence = g.evidence AND n.evidence = v.kind WHERE n.category = g.category ORDER BY n.row LIMIT 1)
WHERE NOT g.again AND g.case_id IS NOT NULL AND m.evidence NOT IN ('RecordStored', 'PaperRecord')
    AND g.elapsed >= (SELECT max(v.until) FROM given v WHERE v.case_id = g.case_id AND v.kind = m.evidence AND v.sequence < g.sequence);
