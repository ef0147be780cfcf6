CREATE TABLE "api_deployments" (
	"deployment_id" text PRIMARY KEY NOT NULL,
	"api_id" text NOT NULL,
	"description" text,
	"auto_deployed" boolean NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"definition" jsonb NOT NULL,
	"ordinal" serial NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_parts" (
	"api_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" text DEFAULT '' NOT NULL,
	"key" text NOT NULL,
	"settings" jsonb NOT NULL,
	"api_gateway_managed" boolean DEFAULT false NOT NULL,
	"ordinal" serial NOT NULL,
	CONSTRAINT "api_parts_api_id_id_pk" PRIMARY KEY("api_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_stages" (
	"api_id" text NOT NULL,
	"stage_name" text NOT NULL,
	"deployment_id" text,
	"settings" jsonb NOT NULL,
	"api_gateway_managed" boolean DEFAULT false NOT NULL,
	"last_deployment_status_message" text,
	"created_date" timestamp with time zone NOT NULL,
	"last_updated_date" timestamp with time zone NOT NULL,
	"ordinal" serial NOT NULL,
	CONSTRAINT "api_stages_api_id_stage_name_pk" PRIMARY KEY("api_id","stage_name")
);
--> statement-breakpoint
CREATE TABLE "apis" (
	"api_id" text PRIMARY KEY NOT NULL,
	"protocol_type" text NOT NULL,
	"settings" jsonb NOT NULL,
	"import_info" jsonb,
	"warnings" jsonb,
	"created_date" timestamp with time zone NOT NULL,
	"ordinal" serial NOT NULL
);
--> statement-breakpoint
ALTER TABLE "base_path_mappings" DROP CONSTRAINT "base_path_mappings_rest_api_id_rest_apis_id_fk";
--> statement-breakpoint
ALTER TABLE "base_path_mappings" ADD COLUMN "api_mapping_id" text DEFAULT substr(md5(random()::text), 1, 6) NOT NULL;--> statement-breakpoint
ALTER TABLE "api_deployments" ADD CONSTRAINT "api_deployments_api_id_apis_api_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("api_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_parts" ADD CONSTRAINT "api_parts_api_id_apis_api_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("api_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_stages" ADD CONSTRAINT "api_stages_api_id_apis_api_id_fk" FOREIGN KEY ("api_id") REFERENCES "public"."apis"("api_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_stages" ADD CONSTRAINT "api_stages_deployment" FOREIGN KEY ("deployment_id") REFERENCES "public"."api_deployments"("deployment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_deployments_api" ON "api_deployments" USING btree ("api_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "api_parts_key" ON "api_parts" USING btree ("api_id","kind","parent_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "base_path_mappings_id" ON "base_path_mappings" USING btree ("domain_name","api_mapping_id");