ALTER TABLE "rest_apis" ADD COLUMN "endpoint_configuration" jsonb;--> statement-breakpoint
ALTER TABLE "rest_apis" ADD COLUMN "disable_execute_api_endpoint" boolean DEFAULT false NOT NULL;