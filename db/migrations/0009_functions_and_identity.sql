CREATE TABLE "function_aliases" (
	"function_name" text NOT NULL,
	"name" text NOT NULL,
	"function_version" text NOT NULL,
	"description" text,
	CONSTRAINT "function_aliases_function_name_name_pk" PRIMARY KEY("function_name","name")
);
--> statement-breakpoint
CREATE TABLE "function_code" (
	"sha256" text PRIMARY KEY NOT NULL,
	"zip" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "function_logs" (
	"id" serial PRIMARY KEY NOT NULL,
	"function_name" text NOT NULL,
	"version" text NOT NULL,
	"request_id" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"lines" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "function_versions" (
	"function_name" text NOT NULL,
	"version" text NOT NULL,
	"configuration_sealed" text NOT NULL,
	"runtime" text NOT NULL,
	"code_sha256" text NOT NULL,
	"code_size" integer NOT NULL,
	"inline_code" text,
	"last_modified" timestamp with time zone NOT NULL,
	CONSTRAINT "function_versions_function_name_version_pk" PRIMARY KEY("function_name","version")
);
--> statement-breakpoint
CREATE TABLE "functions" (
	"function_name" text PRIMARY KEY NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"next_version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_keys" (
	"access_key_id" text PRIMARY KEY NOT NULL,
	"user_name" text NOT NULL,
	"status" text NOT NULL,
	"secret_sealed" text NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "attached_policies" (
	"user_name" text NOT NULL,
	"policy_name" text NOT NULL,
	CONSTRAINT "attached_policies_user_name_policy_name_pk" PRIMARY KEY("user_name","policy_name")
);
--> statement-breakpoint
CREATE TABLE "iam_users" (
	"user_name" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"inline_policies" jsonb NOT NULL,
	CONSTRAINT "iam_users_user_id_unique" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "managed_policies" (
	"policy_name" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"description" text,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authorizers" (
	"id" text PRIMARY KEY NOT NULL,
	"rest_api_id" text NOT NULL,
	"settings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oidc_records" (
	"user_pool_id" text NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"grant_id" text,
	"uid" text,
	"user_code" text,
	"payload" jsonb NOT NULL,
	"expires_at" timestamp with time zone,
	"consumed_at" timestamp with time zone,
	CONSTRAINT "oidc_records_user_pool_id_kind_id_pk" PRIMARY KEY("user_pool_id","kind","id")
);
--> statement-breakpoint
CREATE TABLE "pool_users" (
	"id" text PRIMARY KEY NOT NULL,
	"user_pool_id" text NOT NULL,
	"username" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"status" text NOT NULL,
	"enabled" boolean NOT NULL,
	"attributes" jsonb NOT NULL,
	"groups" jsonb NOT NULL,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_pool_clients" (
	"client_id" text PRIMARY KEY NOT NULL,
	"user_pool_id" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secret_sealed" text,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_pools" (
	"id" text PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"keys_sealed" text NOT NULL,
	"resource_servers" jsonb NOT NULL,
	"groups" jsonb NOT NULL,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "methods" ADD COLUMN "authorizer_id" text;--> statement-breakpoint
ALTER TABLE "methods" ADD COLUMN "authorization_scopes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "rest_apis" ADD COLUMN "policy" text;--> statement-breakpoint
ALTER TABLE "function_aliases" ADD CONSTRAINT "function_aliases_function_name_functions_function_name_fk" FOREIGN KEY ("function_name") REFERENCES "public"."functions"("function_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "function_versions" ADD CONSTRAINT "function_versions_function_name_functions_function_name_fk" FOREIGN KEY ("function_name") REFERENCES "public"."functions"("function_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "function_versions" ADD CONSTRAINT "function_versions_code_sha256_function_code_sha256_fk" FOREIGN KEY ("code_sha256") REFERENCES "public"."function_code"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_keys" ADD CONSTRAINT "access_keys_user_name_iam_users_user_name_fk" FOREIGN KEY ("user_name") REFERENCES "public"."iam_users"("user_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attached_policies" ADD CONSTRAINT "attached_policies_user_name_iam_users_user_name_fk" FOREIGN KEY ("user_name") REFERENCES "public"."iam_users"("user_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attached_policies" ADD CONSTRAINT "attached_policies_policy_name_managed_policies_policy_name_fk" FOREIGN KEY ("policy_name") REFERENCES "public"."managed_policies"("policy_name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorizers" ADD CONSTRAINT "authorizers_rest_api_id_rest_apis_id_fk" FOREIGN KEY ("rest_api_id") REFERENCES "public"."rest_apis"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oidc_records" ADD CONSTRAINT "oidc_records_user_pool_id_user_pools_id_fk" FOREIGN KEY ("user_pool_id") REFERENCES "public"."user_pools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_users" ADD CONSTRAINT "pool_users_user_pool_id_user_pools_id_fk" FOREIGN KEY ("user_pool_id") REFERENCES "public"."user_pools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_pool_clients" ADD CONSTRAINT "user_pool_clients_user_pool_id_user_pools_id_fk" FOREIGN KEY ("user_pool_id") REFERENCES "public"."user_pools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "function_logs_function" ON "function_logs" USING btree ("function_name","time");--> statement-breakpoint
CREATE INDEX "function_versions_code" ON "function_versions" USING btree ("code_sha256");--> statement-breakpoint
CREATE INDEX "authorizers_api" ON "authorizers" USING btree ("rest_api_id");--> statement-breakpoint
CREATE INDEX "oidc_records_grant" ON "oidc_records" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "oidc_records_uid" ON "oidc_records" USING btree ("uid");--> statement-breakpoint
CREATE INDEX "oidc_records_expiry" ON "oidc_records" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "pool_users_name" ON "pool_users" USING btree ("user_pool_id","username");--> statement-breakpoint
CREATE INDEX "user_pool_clients_pool" ON "user_pool_clients" USING btree ("user_pool_id");