CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"enabled" boolean NOT NULL,
	"value_hash" text NOT NULL,
	"value_sealed" text NOT NULL,
	"hint" text NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"last_updated_date" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"app_id" text
);
--> statement-breakpoint
CREATE TABLE "apps" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" serial PRIMARY KEY NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"operation" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"revision" serial PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deployments" (
	"id" text PRIMARY KEY NOT NULL,
	"rest_api_id" text NOT NULL,
	"description" text,
	"created_date" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"definition" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"rest_api_id" text NOT NULL,
	"stage_name" text NOT NULL,
	"deployment_id" text NOT NULL,
	"description" text,
	"variables" jsonb NOT NULL,
	"method_settings" jsonb NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"last_updated_date" timestamp with time zone NOT NULL,
	CONSTRAINT "stages_rest_api_id_stage_name_pk" PRIMARY KEY("rest_api_id","stage_name")
);
--> statement-breakpoint
CREATE TABLE "metric_minutes" (
	"minute" timestamp with time zone NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage_name" text NOT NULL,
	"resource_path" text NOT NULL,
	"http_method" text NOT NULL,
	"api_key_id" text NOT NULL,
	"usage_plan_id" text NOT NULL,
	"calls" integer NOT NULL,
	"status_2xx" integer NOT NULL,
	"status_3xx" integer NOT NULL,
	"status_4xx" integer NOT NULL,
	"status_5xx" integer NOT NULL,
	"throttled" integer NOT NULL,
	"latency" integer[] NOT NULL,
	"integration_latency" integer[] NOT NULL,
	CONSTRAINT "metric_minutes_minute_rest_api_id_stage_name_resource_path_http_method_api_key_id_usage_plan_id_pk" PRIMARY KEY("minute","rest_api_id","stage_name","resource_path","http_method","api_key_id","usage_plan_id")
);
--> statement-breakpoint
CREATE TABLE "usage_batches" (
	"boot" text NOT NULL,
	"sequence" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_batches_boot_sequence_pk" PRIMARY KEY("boot","sequence")
);
--> statement-breakpoint
CREATE TABLE "usage_days" (
	"usage_plan_id" text NOT NULL,
	"api_key_id" text NOT NULL,
	"day" date NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "usage_days_usage_plan_id_api_key_id_day_pk" PRIMARY KEY("usage_plan_id","api_key_id","day")
);
--> statement-breakpoint
CREATE TABLE "portal_products" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage_name" text NOT NULL,
	"display_name" text NOT NULL,
	"description" text NOT NULL,
	"overview" text NOT NULL,
	"published" boolean NOT NULL,
	"last_modified" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" text PRIMARY KEY NOT NULL,
	"app_id" text NOT NULL,
	"usage_plan_id" text NOT NULL,
	"state" text NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "methods" (
	"resource_id" text NOT NULL,
	"http_method" text NOT NULL,
	"authorization_type" text NOT NULL,
	"api_key_required" boolean NOT NULL,
	"operation_name" text,
	"request_validator_id" text,
	"request_parameters" jsonb NOT NULL,
	"request_models" jsonb NOT NULL,
	"method_responses" jsonb NOT NULL,
	"method_integration" jsonb,
	"summary" text,
	"description" text,
	"tags" jsonb,
	CONSTRAINT "methods_resource_id_http_method_pk" PRIMARY KEY("resource_id","http_method")
);
--> statement-breakpoint
CREATE TABLE "models" (
	"rest_api_id" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"description" text,
	"schema" text NOT NULL,
	CONSTRAINT "models_rest_api_id_name_pk" PRIMARY KEY("rest_api_id","name")
);
--> statement-breakpoint
CREATE TABLE "request_validators" (
	"id" text PRIMARY KEY NOT NULL,
	"rest_api_id" text NOT NULL,
	"name" text NOT NULL,
	"validate_request_parameters" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text PRIMARY KEY NOT NULL,
	"rest_api_id" text NOT NULL,
	"parent_id" text,
	"path_part" text,
	"path" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rest_apis" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"version" text,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "usage_plan_keys" (
	"usage_plan_id" text NOT NULL,
	"api_key_id" text NOT NULL,
	CONSTRAINT "usage_plan_keys_usage_plan_id_api_key_id_pk" PRIMARY KEY("usage_plan_id","api_key_id")
);
--> statement-breakpoint
CREATE TABLE "usage_plan_stages" (
	"usage_plan_id" text NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage_name" text NOT NULL,
	"throttle" jsonb NOT NULL,
	CONSTRAINT "usage_plan_stages_usage_plan_id_rest_api_id_stage_name_pk" PRIMARY KEY("usage_plan_id","rest_api_id","stage_name")
);
--> statement-breakpoint
CREATE TABLE "usage_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"throttle" jsonb,
	"quota" jsonb,
	"offered_in_portal" boolean NOT NULL,
	"approval_required" boolean NOT NULL,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_identities" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"disabled" boolean NOT NULL,
	"session_version" integer NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"last_sign_in_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apps" ADD CONSTRAINT "apps_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_deployment_id_deployments_id_fk" FOREIGN KEY ("deployment_id") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_products" ADD CONSTRAINT "portal_products_rest_api_id_stage_name_stages_rest_api_id_stage_name_fk" FOREIGN KEY ("rest_api_id","stage_name") REFERENCES "public"."stages"("rest_api_id","stage_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_app_id_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_usage_plan_id_usage_plans_id_fk" FOREIGN KEY ("usage_plan_id") REFERENCES "public"."usage_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "methods" ADD CONSTRAINT "methods_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "models" ADD CONSTRAINT "models_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_validators" ADD CONSTRAINT "request_validators_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_parent_id_resources_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_plan_keys" ADD CONSTRAINT "usage_plan_keys_usage_plan_id_usage_plans_id_fk" FOREIGN KEY ("usage_plan_id") REFERENCES "public"."usage_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_plan_keys" ADD CONSTRAINT "usage_plan_keys_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_plan_stages" ADD CONSTRAINT "usage_plan_stages_usage_plan_id_usage_plans_id_fk" FOREIGN KEY ("usage_plan_id") REFERENCES "public"."usage_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_plan_stages" ADD CONSTRAINT "usage_plan_stages_rest_api_id_stage_name_stages_rest_api_id_stage_name_fk" FOREIGN KEY ("rest_api_id","stage_name") REFERENCES "public"."stages"("rest_api_id","stage_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_value" ON "api_keys" USING btree ("value_hash");--> statement-breakpoint
CREATE INDEX "api_keys_app" ON "api_keys" USING btree ("app_id");--> statement-breakpoint
CREATE INDEX "apps_user" ON "apps" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_entries" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_time" ON "audit_entries" USING btree ("time");--> statement-breakpoint
CREATE INDEX "deployments_api" ON "deployments" USING btree ("rest_api_id","created_date");--> statement-breakpoint
CREATE INDEX "metric_minutes_api" ON "metric_minutes" USING btree ("rest_api_id","minute");--> statement-breakpoint
CREATE INDEX "metric_minutes_key" ON "metric_minutes" USING btree ("api_key_id","minute");--> statement-breakpoint
CREATE INDEX "usage_batches_received" ON "usage_batches" USING btree ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_products_slug" ON "portal_products" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_living" ON "subscriptions" USING btree ("app_id","usage_plan_id") WHERE state in ('PENDING', 'ACTIVE');--> statement-breakpoint
CREATE INDEX "subscriptions_app" ON "subscriptions" USING btree ("app_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resources_path" ON "resources" USING btree ("rest_api_id","path");--> statement-breakpoint
CREATE INDEX "resources_parent" ON "resources" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "usage_plan_keys_key" ON "usage_plan_keys" USING btree ("api_key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_identities_account" ON "user_identities" USING btree ("provider","provider_account_id");--> statement-breakpoint
CREATE INDEX "user_identities_user" ON "user_identities" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");