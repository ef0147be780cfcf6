CREATE TABLE "function_code_parts" (
	"sha256" text NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "function_code_parts_sha256_part_pk" PRIMARY KEY("sha256","part")
);
--> statement-breakpoint
ALTER TABLE "function_code_parts" ADD CONSTRAINT "function_code_parts_sha256_function_code_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."function_code"("sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "function_code_parts" ("sha256", "part", "bytes") SELECT "sha256", 0, "zip" FROM "function_code";--> statement-breakpoint
ALTER TABLE "function_code" DROP COLUMN "zip";