-- "seq gap inside an epoch": entries follow each other from the first, or from where retention cut, and an epoch never goes back.
SELECT sequence, 'follows ' || before || ' of epoch ' || epoch_before
FROM (SELECT sequence, epoch, lag(sequence, 1, coalesce((SELECT sequence FROM anchor), 0)) OVER in_order AS before,
        lag(epoch, 1, coalesce((SELECT epoch FROM anchor), (SELECT first_epoch FROM journal))) OVER in_order AS epoch_before
    FROM entry WINDOW in_order AS (ORDER BY sequence))
WHERE sequence <> before + 1 OR epoch < epoch_before OR epoch > (SELECT epoch FROM journal);
