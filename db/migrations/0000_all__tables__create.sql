CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"unit_id" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"course_version" text NOT NULL,
	"unit_version" text NOT NULL,
	"language" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"sequence" integer DEFAULT 0 NOT NULL,
	"score" real,
	"is_passed" boolean,
	CONSTRAINT "attempts__status" CHECK ("attempts"."status" in ('in_progress', 'submitted', 'abandoned')),
	CONSTRAINT "attempts__submitted" CHECK (("attempts"."status" = 'submitted') = ("attempts"."submitted_at" is not null and "attempts"."score" is not null and "attempts"."is_passed" is not null)),
	CONSTRAINT "attempts__score" CHECK ("attempts"."score" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "completions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"unit_id" text,
	"version" text NOT NULL,
	"score" real,
	"completed_at" timestamp with time zone NOT NULL,
	"certificate_code" text,
	CONSTRAINT "completions_certificate_code_unique" UNIQUE("certificate_code"),
	CONSTRAINT "completions__score" CHECK ("completions"."score" between 0 and 1),
	CONSTRAINT "completions__certificate" CHECK (("completions"."unit_id" is null) = ("completions"."certificate_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"attempt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_attempt_id_position_pk" PRIMARY KEY("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "lesson_places" (
	"enrolment_id" uuid NOT NULL,
	"unit_id" text NOT NULL,
	"part" text NOT NULL,
	"furthest_part" integer NOT NULL,
	"decisions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_places_enrolment_id_unit_id_pk" PRIMARY KEY("enrolment_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"question_id" text NOT NULL,
	"value" jsonb NOT NULL,
	"certainty" text NOT NULL,
	"score" real NOT NULL,
	"responded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "responses__score" CHECK ("responses"."score" between 0 and 1),
	CONSTRAINT "responses__certainty" CHECK ("responses"."certainty" in ('guessing', 'fairly_sure', 'certain'))
);
--> statement-breakpoint
CREATE TABLE "audit_details" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"verb" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"group_id" uuid,
	"details_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"path" uuid[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "groups__path__ends_in_self" CHECK ("groups"."path"[cardinality("groups"."path")] = "groups"."id"),
	CONSTRAINT "groups__path__parent" CHECK (("groups"."parent_id" is null and cardinality("groups"."path") = 1) or "groups"."path"[cardinality("groups"."path") - 1] = "groups"."parent_id"),
	CONSTRAINT "groups__name" CHECK (char_length("groups"."name") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "leaves__order" CHECK ("leaves"."ends_on" >= "leaves"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "list_members" (
	"list_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "list_members_list_id_person_id_pk" PRIMARY KEY("list_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"group_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "lists__name" CHECK (char_length("lists"."name") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"language" text NOT NULL,
	"report_to_en" text DEFAULT '' NOT NULL,
	"report_to_ja" text DEFAULT '' NOT NULL,
	"call_en" text DEFAULT '' NOT NULL,
	"call_ja" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation__one_row" CHECK ("organisation"."id" = 1),
	CONSTRAINT "organisation__language" CHECK ("organisation"."language" in ('en', 'ja'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"email" text,
	"employee_number" text,
	"home_group_id" uuid NOT NULL,
	"supervisor_id" uuid,
	"language" text NOT NULL,
	"time_zone" text,
	"password_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "people__name" CHECK (char_length("people"."name") between 1 and 200),
	CONSTRAINT "people__language" CHECK ("people"."language" in ('en', 'ja')),
	CONSTRAINT "people__supervisor__not_self" CHECK ("people"."supervisor_id" <> "people"."id")
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"group_id" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"granted_by" uuid,
	"ends_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "role_grants__live__unique" UNIQUE NULLS NOT DISTINCT("person_id","role","group_id","revoked_at"),
	CONSTRAINT "role_grants__role" CHECK ("role_grants"."role" in ('reviewer', 'auditor', 'admin', 'owner')),
	CONSTRAINT "role_grants__owner__whole" CHECK ("role_grants"."role" <> 'owner' or "role_grants"."group_id" is null),
	CONSTRAINT "role_grants__auditor__ends" CHECK ("role_grants"."role" <> 'auditor' or "role_grants"."ends_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"user_agent" text DEFAULT '' NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	CONSTRAINT "tokens_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "tokens__kind" CHECK ("tokens"."kind" in ('setup', 'invitation', 'reset')),
	CONSTRAINT "tokens__person" CHECK (("tokens"."kind" = 'setup') = ("tokens"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "assignment_audiences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"person_id" uuid,
	"group_id" uuid,
	"list_id" uuid,
	CONSTRAINT "assignment_audiences__one" CHECK (num_nonnulls("assignment_audiences"."person_id", "assignment_audiences"."group_id", "assignment_audiences"."list_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" text NOT NULL,
	"group_id" uuid NOT NULL,
	"due_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" uuid,
	CONSTRAINT "assignments__cancelled" CHECK (("assignments"."cancelled_at" is null) = ("assignments"."cancelled_by" is null))
);
--> statement-breakpoint
CREATE TABLE "course_versions" (
	"hash" text PRIMARY KEY NOT NULL,
	"course_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" text PRIMARY KEY NOT NULL,
	"current_hash" text NOT NULL,
	"loaded_hash" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"course_id" text NOT NULL,
	"course_version" text NOT NULL,
	"assignment_id" uuid,
	"cycle" integer NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	"due_on" date,
	"due_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"units_done" integer DEFAULT 0 NOT NULL,
	"score" real,
	"closed_at" timestamp with time zone,
	"closed_as" text,
	CONSTRAINT "enrolments__closed" CHECK (("enrolments"."closed_at" is null) = ("enrolments"."closed_as" is null)),
	CONSTRAINT "enrolments__closed_as" CHECK ("enrolments"."closed_as" in ('completed', 'waived', 'cancelled')),
	CONSTRAINT "enrolments__score" CHECK ("enrolments"."score" between 0 and 1),
	CONSTRAINT "enrolments__due" CHECK (("enrolments"."due_on" is null) = ("enrolments"."due_at" is null))
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"from_due_on" date,
	"to_due_on" date NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "extensions__later" CHECK ("extensions"."from_due_on" is null or "extensions"."to_due_on" > "extensions"."from_due_on"),
	CONSTRAINT "extensions__reason" CHECK ("extensions"."reason" in ('absence', 'workload', 'technical', 'other'))
);
--> statement-breakpoint
CREATE TABLE "waivers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"granted_by" uuid NOT NULL,
	CONSTRAINT "waivers_enrolment_id_unique" UNIQUE("enrolment_id"),
	CONSTRAINT "waivers__reason" CHECK ("waivers"."reason" in ('earlier_training', 'not_applicable', 'other'))
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_places" ADD CONSTRAINT "lesson_places_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_details" ADD CONSTRAINT "audit_details_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_parent_id_groups_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_members" ADD CONSTRAINT "list_members_list_id_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_members" ADD CONSTRAINT "list_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_home_group_id_groups_id_fk" FOREIGN KEY ("home_group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_supervisor_id_people_id_fk" FOREIGN KEY ("supervisor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_audiences" ADD CONSTRAINT "assignment_audiences_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_audiences" ADD CONSTRAINT "assignment_audiences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_audiences" ADD CONSTRAINT "assignment_audiences_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_audiences" ADD CONSTRAINT "assignment_audiences_list_id_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_current_hash_course_versions_hash_fk" FOREIGN KEY ("current_hash") REFERENCES "public"."course_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_loaded_hash_course_versions_hash_fk" FOREIGN KEY ("loaded_hash") REFERENCES "public"."course_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_course_version_course_versions_hash_fk" FOREIGN KEY ("course_version") REFERENCES "public"."course_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts__number__unique" ON "attempts" USING btree ("enrolment_id","unit_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts__open__unique" ON "attempts" USING btree ("enrolment_id","unit_id") WHERE "attempts"."status" = 'in_progress';--> statement-breakpoint
CREATE UNIQUE INDEX "completions__unit__unique" ON "completions" USING btree ("enrolment_id","unit_id") WHERE "completions"."unit_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "completions__course__unique" ON "completions" USING btree ("enrolment_id") WHERE "completions"."unit_id" is null;--> statement-breakpoint
CREATE INDEX "completions__person_id" ON "completions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "responses__position__unique" ON "responses" USING btree ("attempt_id","position");--> statement-breakpoint
CREATE INDEX "responses__question_id" ON "responses" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "audit_events__at" ON "audit_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_events__subject" ON "audit_events" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_events__actor_id" ON "audit_events" USING btree ("actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups__one_root" ON "groups" USING btree ((true)) WHERE "groups"."parent_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "groups__parent_name__unique" ON "groups" USING btree ("parent_id",lower("name"));--> statement-breakpoint
CREATE INDEX "groups__path" ON "groups" USING gin ("path");--> statement-breakpoint
CREATE INDEX "leaves__person_id" ON "leaves" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "list_members__person_id" ON "list_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lists__name__unique" ON "lists" USING btree ("group_id",lower("name")) WHERE "lists"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people__email__unique" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "people__employee_number__unique" ON "people" USING btree (lower("employee_number"));--> statement-breakpoint
CREATE INDEX "people__home_group_id" ON "people" USING btree ("home_group_id");--> statement-breakpoint
CREATE INDEX "people__supervisor_id" ON "people" USING btree ("supervisor_id");--> statement-breakpoint
CREATE INDEX "people__sort_name" ON "people" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "sessions__person_id" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tokens__person_id" ON "tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "assignment_audiences__assignment_id" ON "assignment_audiences" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "assignments__created_at" ON "assignments" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "course_versions__course_id" ON "course_versions" USING btree ("course_id","loaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments__open__unique" ON "enrolments" USING btree ("person_id","course_id") WHERE "enrolments"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments__cycle__unique" ON "enrolments" USING btree ("person_id","course_id","cycle");--> statement-breakpoint
CREATE INDEX "enrolments__course_id" ON "enrolments" USING btree ("course_id","person_id");--> statement-breakpoint
CREATE INDEX "enrolments__assignment_id" ON "enrolments" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "extensions__enrolment_id" ON "extensions" USING btree ("enrolment_id");