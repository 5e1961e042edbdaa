-- The heaviest courses of all weeks. No row about fewer than 10 learners: without a salt in common (policy courseSalt), each learner's
-- courses have codes of their own, and there is no row at all.
SELECT
	sobrio_rows.course_code AS course_code,
	MAX(names.course_name) AS course_name,
	COUNT(DISTINCT source) AS learners,
	COUNT(DISTINCT week) AS weeks,
	SUM(received_mb) AS mb,
	SUM(active_min) AS active_minutes,
	SUM(video_min) AS video_minutes,
	SUM(co2e_g_low) AS grams_low,
	SUM(co2e_g_central) AS grams_central,
	SUM(co2e_g_high) AS grams_high
FROM sobrio_rows
LEFT JOIN (
	SELECT course_code, MAX(course_name) AS course_name
	FROM sobrio_courses
	GROUP BY course_code
) AS names
	ON names.course_code = sobrio_rows.course_code
GROUP BY sobrio_rows.course_code
HAVING COUNT(DISTINCT source) >= 10
ORDER BY mb DESC, course_code
LIMIT 50;
