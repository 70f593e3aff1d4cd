-- P5, "two INTENTs per approval": one piece of evidence opened twice, and of the first it is not known that the door surely did not get it.
-- The one further opening of a case has its own question.
SELECT g.sequence, 'evidence ' || g.evidence || ' gave access ' || f.access || ' and access ' || g.access
FROM granted g JOIN granted f ON f.evidence = g.evidence AND f.sequence < g.sequence
WHERE g.case_id IS NOT NULL AND NOT g.again AND NOT f.again AND NOT EXISTS (
    SELECT 1 FROM ended e WHERE e.access = f.access AND e.epoch = f.epoch AND e.kind IN ('ReleaseRefused', 'ReleaseNotSent') AND e.sequence BETWEEN f.sequence AND g.sequence);
