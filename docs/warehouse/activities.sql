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
	SUM(co2e_g_high) AS grams_high,
	SUM(COALESCE(ai_prompts, 0)) AS ai_prompts,
	SUM(COALESCE(ai_regenerations, 0)) AS ai_regenerations,
	SUM(COALESCE(ai_images, 0)) AS ai_images,
	SUM(COALESCE(ai_unread_answers, 0)) AS ai_unread_answers,
	SUM(ai_tokens_low) AS ai_tokens_low,
	CASE WHEN COUNT(ai_tokens_high) = COUNT(*) THEN SUM(ai_tokens_high) END AS ai_tokens_high,
	SUM(ai_wh_low) AS ai_wh_low,
	CASE WHEN COUNT(ai_wh_high) = COUNT(*) THEN SUM(ai_wh_high) END AS ai_wh_high,
	SUM(ai_co2e_g_low) AS ai_co2e_g_low,
	CASE WHEN COUNT(ai_co2e_g_high) = COUNT(*) THEN SUM(ai_co2e_g_high) END AS ai_co2e_g_high,
	SUM(ai_water_ml_low) AS ai_water_ml_low,
	CASE WHEN COUNT(ai_water_ml_high) = COUNT(*) THEN SUM(ai_water_ml_high) END AS ai_water_ml_high
FROM sobrio_rows
GROUP BY week, activity
HAVING COUNT(DISTINCT source) >= 10
ORDER BY week, mb DESC, activity;
