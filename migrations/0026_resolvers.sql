CREATE TABLE "resolver_attempts" (
	"version_id" text NOT NULL,
	"position" integer NOT NULL,
	"question_id" text NOT NULL,
	"kind" text NOT NULL,
	"waits_for" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_attempt_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"last_reason" text,
	"last_error" jsonb,
	CONSTRAINT "resolver_attempts_version_id_position_pk" PRIMARY KEY("version_id","position"),
	CONSTRAINT "resolver_attempts_kind_check" CHECK ("resolver_attempts"."kind" in ('by-event', 'silence')),
	CONSTRAINT "resolver_attempts_counts_check" CHECK (least("resolver_attempts"."position", "resolver_attempts"."failures", "resolver_attempts"."attempts" - "resolver_attempts"."failures") >= 0)
);
--> statement-breakpoint
ALTER TABLE "question_versions" DROP CONSTRAINT "question_versions_resolver_check";--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "resolvers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "resolver" text;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "rules" text;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "inputs" jsonb;--> statement-breakpoint
ALTER TABLE "resolver_attempts" ADD CONSTRAINT "resolver_attempts_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolver_attempts" ADD CONSTRAINT "resolver_attempts_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "resolver_attempts_due_index" ON "resolver_attempts" USING btree ("next_attempt_at","question_id");--> statement-breakpoint
CREATE INDEX "resolver_attempts_question_index" ON "resolver_attempts" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "resolver_attempts_waits_index" ON "resolver_attempts" USING gin ("waits_for");--> statement-breakpoint
CREATE INDEX "events_kind_happened_index" ON "events" USING btree ("kind","happened_earliest","id");--> statement-breakpoint
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_rules_check" CHECK (("question_versions"."resolver" = 'rules') = (jsonb_array_length("question_versions"."resolvers") > 0));--> statement-breakpoint
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_resolver_check" CHECK ("question_versions"."resolver" in ('manual', 'rules'));--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_resolver_check" CHECK ("proposals"."resolver" in ('by-event', 'silence'));--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_rules_check" CHECK (("proposals"."resolver" is null) = ("proposals"."rules" is null) and ("proposals"."resolver" is null) = ("proposals"."inputs" is null));