-- The procedure's one further opening: within its time, with a reason, after a first one, and never a second.
SELECT g.sequence, 'case ' || g.case_id || ' was opened once more by access ' || g.access
FROM granted g JOIN entry i ON i.sequence = g.input
WHERE g.again AND EXISTS (SELECT 1 FROM whole) AND NOT coalesce((
    SELECT NOT f.again AND g.elapsed - f.elapsed <= (SELECT t.ticks FROM times t WHERE t.name = 'Reopen' AND t.sequence < g.sequence ORDER BY t.sequence DESC LIMIT 1)
        AND trim(coalesce(json_extract(i.body, '$.Act.ReopenReason'), '')) <> ''
    FROM granted f WHERE f.case_id = g.case_id AND f.sequence < g.sequence
        AND NOT (f.again AND EXISTS (
            SELECT 1 FROM ended e WHERE e.access = f.access AND e.epoch = f.epoch AND e.kind IN ('ReleaseRefused', 'ReleaseNotSent') AND e.sequence < g.sequence))
    ORDER BY f.sequence DESC LIMIT 1), 0);
