ALTER TABLE "usage_days" ADD COLUMN "quota_owner_id" text;--> statement-breakpoint
UPDATE "usage_days" SET "quota_owner_id" = coalesce((SELECT "app_id" FROM "api_keys" WHERE "api_keys"."id" = "usage_days"."api_key_id"), "api_key_id");--> statement-breakpoint
ALTER TABLE "usage_days" ALTER COLUMN "quota_owner_id" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "usage_days_owner" ON "usage_days" USING btree ("quota_owner_id","usage_plan_id","day");
