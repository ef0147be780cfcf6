CREATE TABLE "metric_hours" (
	"hour" timestamp with time zone NOT NULL,
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
	CONSTRAINT "metric_hours_hour_rest_api_id_stage_name_resource_path_http_method_api_key_id_usage_plan_id_pk" PRIMARY KEY("hour","rest_api_id","stage_name","resource_path","http_method","api_key_id","usage_plan_id")
);
--> statement-breakpoint
ALTER TABLE "usage_plan_keys" ADD COLUMN "created_date" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "metric_hours_api" ON "metric_hours" USING btree ("rest_api_id","hour");--> statement-breakpoint
CREATE INDEX "metric_hours_key" ON "metric_hours" USING btree ("api_key_id","hour");