DROP INDEX "completions__unit__unique";--> statement-breakpoint
DROP INDEX "completions__course__unique";--> statement-breakpoint
CREATE INDEX "enrolments__repeated" ON "enrolments" USING btree ("course_id") WHERE "enrolments"."cycle" > 1;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions__unit__unique" UNIQUE NULLS NOT DISTINCT("enrolment_id","unit_id");