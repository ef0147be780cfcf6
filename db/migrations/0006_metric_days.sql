CREATE TABLE "metric_days" (
	"day" timestamp with time zone NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage_name" text NOT NULL,
	"resource_path" text NOT NULL,
	"http_method" text NOT NULL,
	"api_key_id" text NOT NULL,
	"usage_plan_id" text NOT NULL,
	"calls" integer NOT NULL,
	"status_2xx" integer NOT NULL,
	"status_3xx" integer NOT NULL,
	"status_4xx" integer NOT NULL,
	"status_5xx" integer NOT NULL,
	"throttled" integer NOT NULL,
	"latency" integer[] NOT NULL,
	"integration_latency" integer[] NOT NULL,
	CONSTRAINT "metric_days_day_rest_api_id_stage_name_resource_path_http_method_api_key_id_usage_plan_id_pk" PRIMARY KEY("day","rest_api_id","stage_name","resource_path","http_method","api_key_id","usage_plan_id")
);
--> statement-breakpoint
CREATE INDEX "metric_days_api" ON "metric_days" USING btree ("rest_api_id","day");--> statement-breakpoint
CREATE INDEX "metric_days_key" ON "metric_days" USING btree ("api_key_id","day");--> statement-breakpoint
INSERT INTO "metric_days"
WITH "hours" AS (
	SELECT *, date_trunc('day', "hour", 'UTC') AS "day" FROM "metric_hours"
), "sums" AS (
	SELECT "day", "rest_api_id", "stage_name", "resource_path", "http_method", "api_key_id", "usage_plan_id",
		sum("calls")::integer AS "calls", sum("status_2xx")::integer AS "status_2xx", sum("status_3xx")::integer AS "status_3xx",
		sum("status_4xx")::integer AS "status_4xx", sum("status_5xx")::integer AS "status_5xx", sum("throttled")::integer AS "throttled"
	FROM "hours" GROUP BY 1, 2, 3, 4, 5, 6, 7
), "buckets" AS (
	SELECT "day", "rest_api_id", "stage_name", "resource_path", "http_method", "api_key_id", "usage_plan_id", "bucket",
		coalesce(sum("n"), 0)::integer AS "n", coalesce(sum("m"), 0)::integer AS "m", count("n") > 0 AS "has_n", count("m") > 0 AS "has_m"
	FROM "hours", unnest("latency", "integration_latency") WITH ORDINALITY AS "counts" ("n", "m", "bucket") GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
), "histograms" AS (
	SELECT "day", "rest_api_id", "stage_name", "resource_path", "http_method", "api_key_id", "usage_plan_id",
		array_agg("n" ORDER BY "bucket") FILTER (WHERE "has_n") AS "latency",
		array_agg("m" ORDER BY "bucket") FILTER (WHERE "has_m") AS "integration_latency"
	FROM "buckets" GROUP BY 1, 2, 3, 4, 5, 6, 7
)
SELECT "sums".*, coalesce("latency", '{}'), coalesce("integration_latency", '{}')
FROM "sums" LEFT JOIN "histograms" USING ("day", "rest_api_id", "stage_name", "resource_path", "http_method", "api_key_id", "usage_plan_id");
