ALTER TABLE "organisation" ADD COLUMN "contact_name" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation__contact__whole" CHECK (("organisation"."contact_name" is null) = ("organisation"."contact_email" is null));--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation__contact_name" CHECK (char_length("organisation"."contact_name") between 1 and 120);--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation__contact_email" CHECK (char_length("organisation"."contact_email") between 3 and 254 and "organisation"."contact_email" like '%_@_%');