-- Records are only ever added. The application's role has no right to change them; these triggers refuse the owner too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'records in % are never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER course_versions__immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON course_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER waivers__immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON waivers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER extensions__immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON extensions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER responses__immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON responses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER completions__immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON completions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_events__immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What has ended stays ended: a submitted or abandoned attempt, a closed enrolment, a spent token, a cancelled assignment.
CREATE FUNCTION refuse_change_of_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this row of % has ended and is never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER attempts__ended BEFORE UPDATE OR DELETE ON attempts FOR EACH ROW WHEN (OLD.status <> 'in_progress') EXECUTE FUNCTION refuse_change_of_ended();
--> statement-breakpoint
CREATE TRIGGER enrolments__ended BEFORE UPDATE OR DELETE ON enrolments FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_ended();
--> statement-breakpoint
CREATE TRIGGER tokens__ended BEFORE UPDATE ON tokens FOR EACH ROW WHEN (OLD.spent_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_ended();
--> statement-breakpoint
CREATE TRIGGER assignments__ended BEFORE UPDATE OR DELETE ON assignments FOR EACH ROW WHEN (OLD.cancelled_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_ended();
