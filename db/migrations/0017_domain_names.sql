CREATE TABLE "base_path_mappings" (
	"domain_name" text NOT NULL,
	"base_path" text NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage" text NOT NULL,
	CONSTRAINT "base_path_mappings_domain_name_base_path_pk" PRIMARY KEY("domain_name","base_path")
);
--> statement-breakpoint
CREATE TABLE "domain_names" (
	"domain_name" text PRIMARY KEY NOT NULL,
	"target_id" text NOT NULL,
	"settings" jsonb NOT NULL,
	"certificate_upload_date" timestamp with time zone,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "base_path_mappings" ADD CONSTRAINT "base_path_mappings_domain_name_domain_names_domain_name_fk" FOREIGN KEY ("domain_name") REFERENCES "public"."domain_names"("domain_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "base_path_mappings" ADD CONSTRAINT "base_path_mappings_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "base_path_mappings_api" ON "base_path_mappings" USING btree ("rest_api_id","stage");