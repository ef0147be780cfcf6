CREATE TABLE "client_certificates" (
	"client_certificate_id" text PRIMARY KEY NOT NULL,
	"description" text,
	"pem_encoded_certificate" text NOT NULL,
	"private_key_sealed" text NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"expiration_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vpc_links" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"targets" jsonb NOT NULL,
	"health_check" jsonb,
	"ca_certificate" text,
	"certificate" text,
	"private_key_sealed" text,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documentation_parts" (
	"id" text PRIMARY KEY NOT NULL,
	"rest_api_id" text NOT NULL,
	"location" jsonb NOT NULL,
	"location_key" text NOT NULL,
	"properties" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documentation_versions" (
	"rest_api_id" text NOT NULL,
	"version" text NOT NULL,
	"description" text,
	"created_date" timestamp with time zone NOT NULL,
	"parts" jsonb NOT NULL,
	CONSTRAINT "documentation_versions_rest_api_id_version_pk" PRIMARY KEY("rest_api_id","version")
);
--> statement-breakpoint
CREATE TABLE "gateway_responses" (
	"rest_api_id" text NOT NULL,
	"response_type" text NOT NULL,
	"status_code" text,
	"response_parameters" jsonb NOT NULL,
	"response_templates" jsonb NOT NULL,
	CONSTRAINT "gateway_responses_rest_api_id_response_type_pk" PRIMARY KEY("rest_api_id","response_type")
);
--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "cache_cluster_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "cache_cluster_size" text;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "canary_settings" jsonb;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "client_certificate_id" text;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "documentation_version" text;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "maximum_timeout_in_millis" integer;--> statement-breakpoint
ALTER TABLE "metric_days" ADD COLUMN "cache_hits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_days" ADD COLUMN "cache_misses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_hours" ADD COLUMN "cache_hits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_hours" ADD COLUMN "cache_misses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_minutes" ADD COLUMN "cache_hits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_minutes" ADD COLUMN "cache_misses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "request_validators" ADD COLUMN "validate_request_body" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rest_apis" ADD COLUMN "binary_media_types" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rest_apis" ADD COLUMN "minimum_compression_size" integer;--> statement-breakpoint
ALTER TABLE "rest_apis" ADD COLUMN "api_key_source" text DEFAULT 'HEADER' NOT NULL;--> statement-breakpoint
ALTER TABLE "documentation_parts" ADD CONSTRAINT "documentation_parts_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documentation_versions" ADD CONSTRAINT "documentation_versions_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_responses" ADD CONSTRAINT "gateway_responses_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "documentation_parts_location" ON "documentation_parts" USING btree ("rest_api_id","location_key");--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_client_certificate" FOREIGN KEY ("client_certificate_id") REFERENCES "public"."client_certificates"("client_certificate_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_documentation_version" FOREIGN KEY ("rest_api_id","documentation_version") REFERENCES "public"."documentation_versions"("rest_api_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "stages" SET "method_settings" = (
	SELECT coalesce(jsonb_object_agg(key, jsonb_build_object('throttlingRateLimit', value->'rateLimit', 'throttlingBurstLimit', value->'burstLimit')), '{}'::jsonb)
	FROM jsonb_each("method_settings")
);
