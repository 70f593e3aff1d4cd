-- "Door mismatch": a grant at another door than its case's, or an outcome at another door than its grant's.
SELECT g.sequence, 'access ' || g.access || ' opened ' || g.door || ', and case ' || g.case_id || ' is at ' || o.door
FROM granted g JOIN opened o ON o.case_id = g.case_id WHERE g.door <> o.door
UNION ALL
SELECT e.sequence, e.kind || ' of access ' || e.access || ' at ' || coalesce(e.door, 'no door') || ', granted for ' || coalesce(g.door, 'none')
FROM ended e JOIN granted g ON g.access = e.access AND g.epoch = e.epoch WHERE e.door IS NOT g.door;
