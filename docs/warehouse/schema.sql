-- The tables of the warehouse. Read unchanged by DuckDB and PostgreSQL; ClickHouse and Spark take the lines marked with their name:
--   sed 's/^-- ClickHouse: //' schema.sql
--   sed 's/^-- Spark: //' schema.sql
-- Amounts are DECIMAL, so that every engine adds up to the same digits, with room for the largest figure of a file (2^50). The share is so
-- wide for its products with them. An empty cell is unknown (NULL), never 0.

-- ClickHouse: SET data_type_default_nullable = 1;

-- What was collected: the rows of every export, as `npm run warehouse` joins them into one CSV. `export_order` sorts the exports of one
-- code and week: day of the export, visits, number of the file.
CREATE TABLE sobrio_inbox (
	week VARCHAR(8),
	export_order VARCHAR(40),
	source VARCHAR(12),
	exported_on DATE,
	day DATE,
	course_code VARCHAR(10),
	activity VARCHAR(20),
	visits BIGINT,
	received_mb DECIMAL(18, 6),
	received_low_mb DECIMAL(18, 6),
	received_high_mb DECIMAL(18, 6),
	measured_share DECIMAL(19, 4),
	requests BIGINT,
	unknown_requests BIGINT,
	sent_mb DECIMAL(18, 6),
	spared_by_cache_mb DECIMAL(18, 6),
	active_min DECIMAL(18, 3),
	video_min DECIMAL(18, 3),
	hidden_video_min DECIMAL(18, 3),
	oversized_video_min DECIMAL(18, 3),
	audio_min DECIMAL(18, 3),
	detailed_media_min DECIMAL(18, 3),
	off_screen_video_min DECIMAL(18, 3),
	muted_video_min DECIMAL(18, 3),
	captioned_video_min DECIMAL(18, 3),
	idle_media_min DECIMAL(18, 3),
	self_started_media_min DECIMAL(18, 3),
	replayed_media_min DECIMAL(18, 3),
	skipped_media_min DECIMAL(18, 3),
	seeks BIGINT,
	unplayed_media_mb DECIMAL(18, 6),
	class_min DECIMAL(18, 3),
	ai_prompts BIGINT,
	ai_regenerations BIGINT,
	ai_images BIGINT,
	ai_unread_answers BIGINT,
	ai_tokens_low BIGINT,
	ai_tokens_high BIGINT,
	co2e_g_low DECIMAL(20, 3),
	co2e_g_central DECIMAL(20, 3),
	co2e_g_high DECIMAL(20, 3),
	ai_wh_low DECIMAL(22, 6),
	ai_wh_high DECIMAL(22, 6),
	ai_co2e_g_low DECIMAL(22, 6),
	ai_co2e_g_high DECIMAL(22, 6),
	ai_water_ml_low DECIMAL(22, 6),
	ai_water_ml_high DECIMAL(22, 6)
)
-- ClickHouse: ENGINE = MergeTree ORDER BY tuple()
-- Spark: USING csv OPTIONS (path '/data/rows.csv', header 'true')
;

-- What counts: the rows of the latest export of each code and week.
CREATE TABLE sobrio_rows (
	week VARCHAR(8),
	export_order VARCHAR(40),
	source VARCHAR(12),
	exported_on DATE,
	day DATE,
	course_code VARCHAR(10),
	activity VARCHAR(20),
	visits BIGINT,
	received_mb DECIMAL(18, 6),
	received_low_mb DECIMAL(18, 6),
	received_high_mb DECIMAL(18, 6),
	measured_share DECIMAL(19, 4),
	requests BIGINT,
	unknown_requests BIGINT,
	sent_mb DECIMAL(18, 6),
	spared_by_cache_mb DECIMAL(18, 6),
	active_min DECIMAL(18, 3),
	video_min DECIMAL(18, 3),
	hidden_video_min DECIMAL(18, 3),
	oversized_video_min DECIMAL(18, 3),
	audio_min DECIMAL(18, 3),
	detailed_media_min DECIMAL(18, 3),
	off_screen_video_min DECIMAL(18, 3),
	muted_video_min DECIMAL(18, 3),
	captioned_video_min DECIMAL(18, 3),
	idle_media_min DECIMAL(18, 3),
	self_started_media_min DECIMAL(18, 3),
	replayed_media_min DECIMAL(18, 3),
	skipped_media_min DECIMAL(18, 3),
	seeks BIGINT,
	unplayed_media_mb DECIMAL(18, 6),
	class_min DECIMAL(18, 3),
	ai_prompts BIGINT,
	ai_regenerations BIGINT,
	ai_images BIGINT,
	ai_unread_answers BIGINT,
	ai_tokens_low BIGINT,
	ai_tokens_high BIGINT,
	co2e_g_low DECIMAL(20, 3),
	co2e_g_central DECIMAL(20, 3),
	co2e_g_high DECIMAL(20, 3),
	ai_wh_low DECIMAL(22, 6),
	ai_wh_high DECIMAL(22, 6),
	ai_co2e_g_low DECIMAL(22, 6),
	ai_co2e_g_high DECIMAL(22, 6),
	ai_water_ml_low DECIMAL(22, 6),
	ai_water_ml_high DECIMAL(22, 6)
)
-- ClickHouse: ENGINE = MergeTree ORDER BY tuple()
;

-- The names of the organisation's own courses, by their code. May stay empty.
CREATE TABLE sobrio_courses (
	course_code VARCHAR(10),
	course_name VARCHAR(300)
)
-- ClickHouse: ENGINE = MergeTree ORDER BY tuple()
;
