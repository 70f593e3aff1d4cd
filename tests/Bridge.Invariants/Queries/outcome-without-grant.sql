-- "CONFIRMED without INTENT": what became of a release of which nothing was granted before, or a lock released twice for one access (P6).
SELECT e.sequence, e.kind || ' of access ' || e.access || ' has no grant before it'
FROM ended e WHERE NOT EXISTS (SELECT 1 FROM granted g WHERE g.access = e.access AND g.sequence < e.sequence)
    AND (EXISTS (SELECT 1 FROM whole) OR e.access > (SELECT min(access) FROM granted))
UNION ALL
SELECT e.sequence, 'the lock was released twice for access ' || e.access
FROM ended e JOIN ended f ON f.access = e.access AND f.epoch = e.epoch AND f.kind = e.kind AND f.sequence < e.sequence WHERE e.kind = 'LockReleased';
