ALTER TABLE "metric_days" ADD COLUMN "integration_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_days" ADD COLUMN "client_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_days" ADD COLUMN "execution_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_days" ADD COLUMN "data_processed" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_hours" ADD COLUMN "integration_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_hours" ADD COLUMN "client_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_hours" ADD COLUMN "execution_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_hours" ADD COLUMN "data_processed" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_minutes" ADD COLUMN "integration_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_minutes" ADD COLUMN "client_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_minutes" ADD COLUMN "execution_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric_minutes" ADD COLUMN "data_processed" bigint DEFAULT 0 NOT NULL;