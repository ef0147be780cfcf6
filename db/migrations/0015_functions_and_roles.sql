CREATE TABLE "function_permissions" (
	"function_name" text NOT NULL,
	"qualifier" text NOT NULL,
	"statement_id" text NOT NULL,
	"statement" jsonb NOT NULL,
	CONSTRAINT "function_permissions_function_name_qualifier_statement_id_pk" PRIMARY KEY("function_name","qualifier","statement_id")
);
--> statement-breakpoint
CREATE TABLE "attached_role_policies" (
	"role_name" text NOT NULL,
	"policy_name" text NOT NULL,
	CONSTRAINT "attached_role_policies_role_name_policy_name_pk" PRIMARY KEY("role_name","policy_name")
);
--> statement-breakpoint
CREATE TABLE "iam_roles" (
	"role_name" text PRIMARY KEY NOT NULL,
	"role_id" text NOT NULL,
	"path" text NOT NULL,
	"description" text,
	"assume_role_policy_document" text NOT NULL,
	"max_session_duration" integer NOT NULL,
	"created_date" timestamp with time zone NOT NULL,
	"inline_policies" jsonb NOT NULL,
	CONSTRAINT "iam_roles_role_id_unique" UNIQUE("role_id")
);
--> statement-breakpoint
ALTER TABLE "functions" ADD COLUMN "tags" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "function_permissions" ADD CONSTRAINT "function_permissions_function_name_functions_function_name_fk" FOREIGN KEY ("function_name") REFERENCES "public"."functions"("function_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attached_role_policies" ADD CONSTRAINT "attached_role_policies_role_name_iam_roles_role_name_fk" FOREIGN KEY ("role_name") REFERENCES "public"."iam_roles"("role_name") ON DELETE cascade ON UPDATE no action;