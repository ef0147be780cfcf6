ALTER TABLE "revisions" ADD COLUMN "api_key_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "deployment_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;