CREATE TABLE "routing_rules" (
	"domain_name" text NOT NULL,
	"routing_rule_id" text NOT NULL,
	"priority" integer NOT NULL,
	"conditions" jsonb NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage" text NOT NULL,
	"strip_base_path" boolean NOT NULL,
	CONSTRAINT "routing_rules_domain_name_routing_rule_id_pk" PRIMARY KEY("domain_name","routing_rule_id")
);
--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_domain_name_domain_names_domain_name_fk" FOREIGN KEY ("domain_name") REFERENCES "public"."domain_names"("domain_name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "routing_rules_priority" ON "routing_rules" USING btree ("domain_name","priority");--> statement-breakpoint
CREATE INDEX "routing_rules_api" ON "routing_rules" USING btree ("rest_api_id","stage");