-- Loads `rows.csv`, then keeps the latest export of each code and week. Take the line of your engine, as in schema.sql:
--   sed 's/^-- PostgreSQL: //' ingest.sql
-- DuckDB: COPY sobrio_inbox FROM 'rows.csv' (HEADER);
-- PostgreSQL: \copy sobrio_inbox FROM 'rows.csv' WITH (FORMAT csv, HEADER)
-- ClickHouse: INSERT INTO sobrio_inbox FROM INFILE 'rows.csv' FORMAT CSVWithNames;
-- (Spark reads the file where it lies: see schema.sql.)

INSERT INTO sobrio_rows
SELECT inbox.*
FROM sobrio_inbox AS inbox
JOIN (
	SELECT source, week, MAX(export_order) AS export_order
	FROM sobrio_inbox
	GROUP BY source, week
) AS latest
	ON inbox.source = latest.source AND inbox.week = latest.week AND inbox.export_order = latest.export_order;
