-- P15: the engine's time line never goes back. What was held in memory while the disk failed is written late, with its own times.
SELECT sequence, 'is at ' || elapsed || ', and the entry before it at ' || before
FROM (SELECT sequence, elapsed, unjournalled, kind, lag(elapsed, 1, elapsed) OVER (ORDER BY sequence) AS before,
        lag(unjournalled, 1, 0) OVER (ORDER BY sequence) AS unjournalled_before FROM entry)
WHERE elapsed < before AND NOT unjournalled AND NOT unjournalled_before;
