ALTER TABLE "portals" ALTER COLUMN "published" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "portals" ALTER COLUMN "preview" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "portals" ADD COLUMN "preview_token_sealed" text;