-- "prev_hash ≠ hash(n-1)": each row's hash is that of the row before it and of its own fields, computed here anew from the written description.
SELECT sequence, 'its hash is not that of its fields and the row before'
FROM (SELECT *, lag(hash, 1, coalesce((SELECT hash FROM anchor), (SELECT genesis(site, first_epoch, created_at) FROM journal))) OVER (ORDER BY sequence) AS before FROM entry)
WHERE hash IS NOT chained(
    before, sequence, epoch, origin, kind, occurred_at, occurred_offset, recorded_at, elapsed, door, correlation, body, unjournalled);
