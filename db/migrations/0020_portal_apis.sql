ALTER TABLE "portal_products" ALTER COLUMN "rest_api_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_products" ADD COLUMN "api_id" text;--> statement-breakpoint
ALTER TABLE "portal_products" ADD CONSTRAINT "portal_products_api_stage" FOREIGN KEY ("api_id","stage_name") REFERENCES "public"."api_stages"("api_id","stage_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_products" ADD CONSTRAINT "portal_products_one_api" CHECK (("portal_products"."rest_api_id" is null) <> ("portal_products"."api_id" is null));