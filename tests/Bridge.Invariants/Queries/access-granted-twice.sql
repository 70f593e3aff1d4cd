-- P2 and P6: one number of an access was given to two grants.
SELECT g.sequence, 'access ' || g.access || ' was granted before, in entry ' || f.sequence
FROM granted g JOIN granted f ON f.access = g.access AND f.epoch = g.epoch AND f.sequence < g.sequence;
