-- Kept records are numbered without a gap, and a line that names a case names one that was opened.
SELECT r.sequence, 'line ' || r.running || ' of form ' || r.form || ' in ' || r.month || ' follows ' || r.before
FROM (SELECT sequence, form, month, running, lag(running) OVER (PARTITION BY form, month ORDER BY running) AS before FROM record) r
WHERE r.before IS NOT NULL AND r.running <> r.before + 1
UNION ALL
SELECT m.month, 'form ' || m.form || ' counts ' || m.last || ' lines, and its last one has another number'
FROM record_month m WHERE m.last < (SELECT max(r.running) FROM record r WHERE r.form = m.form AND r.month = m.month);
