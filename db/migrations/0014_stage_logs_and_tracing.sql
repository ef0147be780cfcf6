ALTER TABLE "stages" ADD COLUMN "access_log_settings" jsonb;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "tracing_enabled" boolean DEFAULT false NOT NULL;