ALTER TABLE "api_keys" ADD COLUMN "customer_id" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "labels" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "stage_keys" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_days" ADD COLUMN "granted" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_plans" ADD COLUMN "product_code" text;--> statement-breakpoint
CREATE INDEX "api_keys_created" ON "api_keys" USING btree ("created_date","id");