-- How the data of a week spreads over its learners: how many received at least so many MB, and less than those of the next row. No row
-- about fewer than 10 learners.
SELECT
	week,
	from_mb,
	COUNT(*) AS learners,
	SUM(learner_mb) AS mb
FROM (
	SELECT
		week,
		CASE
			WHEN SUM(received_mb) < 100 THEN 0
			WHEN SUM(received_mb) < 300 THEN 100
			WHEN SUM(received_mb) < 1000 THEN 300
			WHEN SUM(received_mb) < 3000 THEN 1000
			WHEN SUM(received_mb) < 10000 THEN 3000
			ELSE 10000
		END AS from_mb,
		SUM(received_mb) AS learner_mb
	FROM sobrio_rows
	GROUP BY week, source
) AS learner_weeks
GROUP BY week, from_mb
HAVING COUNT(*) >= 10
ORDER BY week, from_mb;
