CREATE TABLE "tags" (
	"resource_arn" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "tags_resource_arn_key_pk" PRIMARY KEY("resource_arn","key")
);
