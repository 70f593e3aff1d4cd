-- "wall-clock non-monotonic without a clock-step row", as far as this schema knows it: an input that was stamped while the clock was known to be wrong,
-- and the last that was told of the clock is not that it is in doubt. A step that stays within what is known is no event: it changes labels alone.
SELECT i.sequence, i.kind || ' was stamped by a clock in doubt, and nobody was told'
FROM entry i
WHERE i.origin = 1 AND json_extract(i.body, '$.At.NotBefore') IS NOT NULL AND EXISTS (SELECT 1 FROM whole) AND coalesce((
    SELECT c.kind FROM entry c WHERE c.origin = 2 AND c.kind IN ('ClockInDoubt', 'ClockRestored')
        AND c.sequence < coalesce((SELECT n.sequence FROM entry n WHERE n.origin = 1 AND n.sequence > i.sequence ORDER BY n.sequence LIMIT 1), i.sequence + 1000)
    ORDER BY c.sequence DESC LIMIT 1), '') <> 'ClockInDoubt';
