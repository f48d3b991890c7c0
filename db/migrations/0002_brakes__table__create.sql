CREATE TABLE "brakes" (
	"key" text PRIMARY KEY NOT NULL,
	"released_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "brakes__released_at" ON "brakes" USING btree ("released_at");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people__email_or_number" CHECK ("people"."email" is not null or "people"."employee_number" is not null or "people"."deactivated_at" is not null);