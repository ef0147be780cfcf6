CREATE INDEX "audit_failed_sign_ins" ON "audit_entries" USING btree ("time") WHERE operation = 'SignInFailed';--> statement-breakpoint
UPDATE "audit_entries" SET "actor" = 'Gatehouse, at first start' WHERE "actor" = 'system: start';--> statement-breakpoint
UPDATE "deployments" SET "created_by" = 'Gatehouse, at first start' WHERE "created_by" = 'system: start';
