CREATE TABLE "portals" (
	"id" text PRIMARY KEY NOT NULL,
	"authorization" jsonb NOT NULL,
	"endpoint_configuration" jsonb NOT NULL,
	"domain_name" text,
	"portal_content" jsonb NOT NULL,
	"portal_product_ids" jsonb NOT NULL,
	"logo" text,
	"logo_last_uploaded" timestamp with time zone,
	"rum_app_monitor_name" text,
	"last_modified" timestamp with time zone NOT NULL,
	"published" jsonb,
	"last_published" timestamp with time zone,
	"last_published_description" text,
	"preview" jsonb,
	"preview_token_hash" text,
	"preview_expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "product_pages" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"last_modified" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product_rest_endpoint_pages" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage_name" text NOT NULL,
	"path" text NOT NULL,
	"method" text NOT NULL,
	"overrides" jsonb,
	"try_it_state" text NOT NULL,
	"last_modified" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "portal_products" DROP CONSTRAINT "portal_products_one_api";--> statement-breakpoint
ALTER TABLE "portal_products" ALTER COLUMN "stage_name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_products" ADD COLUMN "display_order" jsonb DEFAULT '{"productPageIds":[],"contents":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_products" ADD COLUMN "sharing_policy" text;--> statement-breakpoint
ALTER TABLE "product_pages" ADD CONSTRAINT "product_pages_product_id_portal_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."portal_products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_rest_endpoint_pages" ADD CONSTRAINT "product_rest_endpoint_pages_product_id_portal_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."portal_products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "portals_domain_name" ON "portals" USING btree ("domain_name");--> statement-breakpoint
CREATE INDEX "product_pages_product" ON "product_pages" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_rest_endpoint_pages_endpoint" ON "product_rest_endpoint_pages" USING btree ("product_id","rest_api_id","stage_name","path","method");--> statement-breakpoint
ALTER TABLE "portal_products" ADD CONSTRAINT "portal_products_published_stage" CHECK ("portal_products"."stage_name" is not null or not "portal_products"."published");--> statement-breakpoint
ALTER TABLE "portal_products" ADD CONSTRAINT "portal_products_one_api" CHECK (num_nonnulls("portal_products"."rest_api_id", "portal_products"."api_id") = num_nonnulls("portal_products"."stage_name"));--> statement-breakpoint
-- What was a product's overview becomes its overview page.
INSERT INTO "product_pages" ("id", "product_id", "title", "body", "last_modified")
SELECT substr(md5("id" || 'overview'), 1, 10), "id", 'Overview', "overview", "last_modified" FROM "portal_products" WHERE "overview" <> '';--> statement-breakpoint
UPDATE "portal_products" SET "display_order" = jsonb_build_object('overviewPageId', substr(md5("id" || 'overview'), 1, 10), 'productPageIds', '[]'::jsonb, 'contents', '[]'::jsonb) WHERE "overview" <> '';
