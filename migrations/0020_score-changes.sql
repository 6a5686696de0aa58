CREATE TABLE "score_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"resolution_id" text NOT NULL,
	"author_id" text NOT NULL,
	"timing" text NOT NULL,
	"voice" text NOT NULL,
	"before_n" integer NOT NULL,
	"before_families" integer NOT NULL,
	"before_hits" integer,
	"before_brier" double precision,
	"after_n" integer NOT NULL,
	"after_families" integer NOT NULL,
	"after_hits" integer,
	"after_brier" double precision,
	"delta" double precision,
	"scoring_rules" text NOT NULL,
	"lexicon_version" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "score_changes_unique" UNIQUE("resolution_id","author_id","timing","voice"),
	CONSTRAINT "score_changes_timing_check" CHECK ("score_changes"."timing" in ('prospective', 'retrospective')),
	CONSTRAINT "score_changes_voice_check" CHECK ("score_changes"."voice" in ('own', 'quoted'))
);
--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_resolution_id_resolution_entries_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_changes_recorded_at_index" ON "score_changes" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "score_changes_author_index" ON "score_changes" USING btree ("author_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "score_changes_question_index" ON "score_changes" USING btree ("question_id","recorded_at","id");--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'prediction', 'event', 'evidence', 'coverage', 'resolution', 'score-change', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'prediction', 'event', 'evidence', 'coverage', 'resolution', 'score-change', 'collection-commentary', 'collection-question'));