CREATE TABLE "baselines" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"version_id" text NOT NULL,
	"kind" text NOT NULL,
	"micro" integer NOT NULL,
	"at_earliest" timestamp (3) with time zone NOT NULL,
	"at_latest" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"url" text,
	"archive_sha256" text,
	"corrects" text,
	"reason" text,
	"content_digest" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "baselines_question_unique" UNIQUE("id","question_id"),
	CONSTRAINT "baselines_corrects_unique" UNIQUE("corrects"),
	CONSTRAINT "baselines_content_unique" UNIQUE("content_digest"),
	CONSTRAINT "baselines_kind_check" CHECK ("baselines"."kind" in ('base-rate', 'market', 'crowd', 'status-quo')),
	CONSTRAINT "baselines_micro_check" CHECK ("baselines"."micro" between 0 and 1000000),
	CONSTRAINT "baselines_at_check" CHECK ("baselines"."at_earliest" <= "baselines"."at_latest"),
	CONSTRAINT "baselines_recorded_check" CHECK ("baselines"."at_earliest" <= "baselines"."recorded_at"),
	CONSTRAINT "baselines_reason_check" CHECK (("baselines"."corrects" is null) = ("baselines"."reason" is null))
);
--> statement-breakpoint
CREATE TABLE "question_topics" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"position" integer NOT NULL,
	"topic" text NOT NULL,
	"act" text NOT NULL,
	"reason" text NOT NULL,
	"after_decision" boolean NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "question_topics_position_unique" UNIQUE("question_id","position"),
	CONSTRAINT "question_topics_act_check" CHECK ("question_topics"."act" in ('added', 'removed')),
	CONSTRAINT "question_topics_topic_check" CHECK ("question_topics"."topic" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
ALTER TABLE "baselines" ADD CONSTRAINT "baselines_version_fk" FOREIGN KEY ("version_id","question_id") REFERENCES "public"."question_versions"("id","question_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baselines" ADD CONSTRAINT "baselines_corrects_fk" FOREIGN KEY ("corrects","question_id") REFERENCES "public"."baselines"("id","question_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_topics" ADD CONSTRAINT "question_topics_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "baselines_question_index" ON "baselines" USING btree ("question_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "question_topics_topic_index" ON "question_topics" USING btree ("topic","question_id");--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'option', 'topic', 'baseline', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'option', 'topic', 'baseline', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'collection-commentary', 'collection-question'));