CREATE TABLE "case_files" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was submitted stays as it was given.
CREATE FUNCTION refuse_change_of_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT status FROM attempts WHERE id = OLD.attempt_id) <> 'in_progress' THEN
    RAISE EXCEPTION 'the case file of an attempt that has ended is never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_files__ended BEFORE UPDATE OR DELETE ON case_files FOR EACH ROW EXECUTE FUNCTION refuse_change_of_given();
