CREATE TABLE "question_options" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"is_other" boolean NOT NULL,
	"reason" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "question_options_question_unique" UNIQUE("id","question_id"),
	CONSTRAINT "question_options_position_unique" UNIQUE("question_id","position"),
	CONSTRAINT "question_options_label_unique" UNIQUE("question_id","label")
);
--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
ALTER TABLE "predictions" DROP CONSTRAINT "predictions_form_check";--> statement-breakpoint
ALTER TABLE "questions" DROP CONSTRAINT "questions_kind_check";--> statement-breakpoint
ALTER TABLE "questions" DROP CONSTRAINT "questions_outcome_check";--> statement-breakpoint
ALTER TABLE "proposals" DROP CONSTRAINT "proposals_outcome_check";--> statement-breakpoint
ALTER TABLE "resolution_entries" DROP CONSTRAINT "resolution_entries_outcome_check";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "option_id" text;--> statement-breakpoint
ALTER TABLE "question_options" ADD CONSTRAINT "question_options_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "question_options_other_unique" ON "question_options" USING btree ("question_id") WHERE "question_options"."is_other";--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_option_fk" FOREIGN KEY ("option_id","question_id") REFERENCES "public"."question_options"("id","question_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'option', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'option', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_form_check" CHECK ("predictions"."form" ~ '^(micro:(0|[1-9][0-9]{0,5}|1000000)|phrase:[a-z0-9]+(-[a-z0-9]+)*:[+-]|options:opt_[0-9a-z]{26}=(0|[1-9][0-9]{0,5}|1000000)(,opt_[0-9a-z]{26}=(0|[1-9][0-9]{0,5}|1000000))+)$');--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_outcome_kind_check" CHECK (("questions"."kind" = 'binary') = ("questions"."outcome" in ('yes', 'no')));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_kind_check" CHECK ("questions"."kind" in ('binary', 'categorical'));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_outcome_check" CHECK ("questions"."outcome" ~ '^(yes|no|opt_[0-9a-hjkmnp-tv-z]{26})$');--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_outcome_check" CHECK ("proposals"."outcome" ~ '^(yes|no|opt_[0-9a-hjkmnp-tv-z]{26})$');--> statement-breakpoint
ALTER TABLE "resolution_entries" ADD CONSTRAINT "resolution_entries_outcome_check" CHECK ("resolution_entries"."outcome" ~ '^(yes|no|opt_[0-9a-hjkmnp-tv-z]{26})$');