-- Each type of activity of each week, the heaviest first. No row about fewer than 10 learners.
SELECT
	week,
	activity,
	COUNT(DISTINCT source) AS learners,
	SUM(visits) AS visit_count,
	SUM(received_mb) AS mb,
	SUM(COALESCE(received_low_mb, received_mb * measured_share, 0)) AS mb_low,
	CASE WHEN COUNT(received_high_mb) = COUNT(*) THEN SUM(received_high_mb) END AS mb_high,
	SUM(COALESCE(received_mb * measured_share, 0)) AS mb_measured,
	SUM(unknown_requests) AS unknown_count,
	SUM(active_min) AS active_minutes,
	SUM(video_min) AS video_minutes,
	SUM(co2e_g_low) AS grams_low,
	SUM(co2e_g_central) AS grams_central,
	SUM(co2e_g_high) AS grams_high
FROM sobrio_rows
GROUP BY week, activity
HAVING COUNT(DISTINCT source) >= 10
ORDER BY week, mb DESC, activity;
