CREATE TABLE "access_logs" (
	"id" serial PRIMARY KEY NOT NULL,
	"log_group_name" text NOT NULL,
	"log_stream_name" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	"lines" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_groups" (
	"log_group_name" text PRIMARY KEY NOT NULL,
	"created_date" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "access_logs_group" ON "access_logs" USING btree ("log_group_name","id");--> statement-breakpoint
CREATE INDEX "access_logs_time" ON "access_logs" USING btree ("time");