-- P5: a grant was decided by something else than the open key pressed for that case and door, an emergency entry at that door, or a credential.
SELECT g.sequence, 'access ' || g.access || ' was granted by ' || coalesce(i.kind, 'nothing') || ' ' || coalesce(json_extract(i.body, '$.Act.kind'), '')
FROM granted g LEFT JOIN entry i ON i.sequence = g.input
WHERE NOT coalesce(
    CASE
        WHEN g.case_id IS NULL THEN i.kind = 'CredentialPresented' AND g.credential IS NOT NULL
        WHEN i.kind <> 'CaseActed' THEN 0
        WHEN json_extract(i.body, '$.Act.kind') = 'PressOpen' THEN json_extract(i.body, '$.Act.Case') = g.case_id AND json_extract(i.body, '$.Act.Door') = g.door
        WHEN json_extract(i.body, '$.Act.kind') = 'EmergencyEntry' THEN json_extract(i.body, '$.Act.Door') = g.door AND g.category = 'Emergency'
        ELSE 0
    END, 0)
    AND (i.sequence IS NOT NULL OR EXISTS (SELECT 1 FROM whole));
