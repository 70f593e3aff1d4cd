-- P5, "INTENT without CAS": the open key gave a grant that rests on no recorded evidence of its own case, or on less than one row of the matrix.
SELECT g.sequence, 'access ' || g.access || ' of case ' || g.case_id || ' (' || g.category || ') rests on evidence ' || coalesce(g.evidence, 'none')
FROM granted g
WHERE g.case_id IS NOT NULL AND EXISTS (SELECT 1 FROM whole) AND (
    NOT EXISTS (SELECT 1 FROM given v WHERE v.evidence = g.evidence AND v.case_id = g.case_id AND v.sequence < g.sequence)
    OR (NOT g.again AND NOT EXISTS (
        SELECT 1 FROM (SELECT DISTINCT m.row FROM matrix m WHERE m.category = g.category) r
        WHERE NOT EXISTS (
            SELECT 1 FROM matrix m WHERE m.category = g.category AND m.row = r.row AND NOT EXISTS (
                SELECT 1 FROM given v WHERE v.case_id = g.case_id AND v.kind = m.evidence AND v.sequence < g.sequence AND (v.voided IS NULL OR v.voided > g.sequence))))));
