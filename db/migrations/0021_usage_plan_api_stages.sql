CREATE TABLE "usage_plan_api_stages" (
	"usage_plan_id" text NOT NULL,
	"api_id" text NOT NULL,
	"stage_name" text NOT NULL,
	CONSTRAINT "usage_plan_api_stages_usage_plan_id_api_id_stage_name_pk" PRIMARY KEY("usage_plan_id","api_id","stage_name")
);
--> statement-breakpoint
ALTER TABLE "usage_plan_api_stages" ADD CONSTRAINT "usage_plan_api_stages_usage_plan_id_usage_plans_id_fk" FOREIGN KEY ("usage_plan_id") REFERENCES "public"."usage_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_plan_api_stages" ADD CONSTRAINT "usage_plan_api_stages_stage" FOREIGN KEY ("api_id","stage_name") REFERENCES "public"."api_stages"("api_id","stage_name") ON DELETE cascade ON UPDATE no action;