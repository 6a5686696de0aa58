CREATE TABLE "dispute_confirmations" (
	"id" text PRIMARY KEY NOT NULL,
	"dispute_id" text NOT NULL,
	"reply_id" text,
	"how" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "dispute_confirmations_unique" UNIQUE NULLS NOT DISTINCT("dispute_id","reply_id")
);
--> statement-breakpoint
CREATE TABLE "dispute_contacts" (
	"dispute_id" text NOT NULL,
	"reply_id" text,
	"contact" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dispute_contacts_unique" UNIQUE NULLS NOT DISTINCT("dispute_id","reply_id")
);
--> statement-breakpoint
CREATE TABLE "dispute_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"dispute_id" text NOT NULL,
	"text" text NOT NULL,
	"content_sha256" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "dispute_replies_content_unique" UNIQUE("dispute_id","content_sha256"),
	CONSTRAINT "dispute_replies_dispute_unique" UNIQUE("id","dispute_id")
);
--> statement-breakpoint
CREATE TABLE "dispute_rulings" (
	"id" text PRIMARY KEY NOT NULL,
	"dispute_id" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"resolution_id" text,
	"same_hand" boolean NOT NULL,
	"ruled_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "dispute_rulings_dispute_unique" UNIQUE("dispute_id"),
	CONSTRAINT "dispute_rulings_verdict_check" CHECK ("dispute_rulings"."verdict" in ('upheld', 'rejected', 'dismissed')),
	CONSTRAINT "dispute_rulings_resolution_check" CHECK ("dispute_rulings"."resolution_id" is null or "dispute_rulings"."verdict" = 'upheld')
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"candidate_id" text,
	"prediction_id" text,
	"resolution_id" text,
	"commentary_id" text,
	"author_id" text,
	"question_id" text,
	"role" text NOT NULL,
	"grounds" text NOT NULL,
	"content_sha256" text NOT NULL,
	"rule_by" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "disputes_content_unique" UNIQUE("content_sha256"),
	CONSTRAINT "disputes_kind_check" CHECK ("disputes"."kind" in ('candidate', 'prediction', 'resolution', 'byline')),
	CONSTRAINT "disputes_role_check" CHECK ("disputes"."role" in ('judged-author', 'other')),
	CONSTRAINT "disputes_subject_check" CHECK (num_nonnulls("disputes"."candidate_id", "disputes"."prediction_id", "disputes"."resolution_id", "disputes"."commentary_id") = 1
        and ("disputes"."author_id" is null) = ("disputes"."commentary_id" is null)
        and case "disputes"."kind" when 'candidate' then "disputes"."candidate_id" when 'prediction' then "disputes"."prediction_id"
          when 'resolution' then "disputes"."resolution_id" else "disputes"."commentary_id" end is not null)
);
--> statement-breakpoint
CREATE TABLE "exclusions" (
	"id" text PRIMARY KEY NOT NULL,
	"prediction_id" text NOT NULL,
	"ruling_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "exclusions_prediction_unique" UNIQUE("prediction_id")
);
--> statement-breakpoint
ALTER TABLE "score_changes" DROP CONSTRAINT "score_changes_unique";--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
ALTER TABLE "score_changes" ALTER COLUMN "resolution_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "score_changes" ADD COLUMN "ruling_id" text;--> statement-breakpoint
ALTER TABLE "dispute_confirmations" ADD CONSTRAINT "dispute_confirmations_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_confirmations" ADD CONSTRAINT "dispute_confirmations_reply_fk" FOREIGN KEY ("reply_id","dispute_id") REFERENCES "public"."dispute_replies"("id","dispute_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_contacts" ADD CONSTRAINT "dispute_contacts_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_contacts" ADD CONSTRAINT "dispute_contacts_reply_fk" FOREIGN KEY ("reply_id","dispute_id") REFERENCES "public"."dispute_replies"("id","dispute_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_replies" ADD CONSTRAINT "dispute_replies_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_rulings" ADD CONSTRAINT "dispute_rulings_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_rulings" ADD CONSTRAINT "dispute_rulings_resolution_id_resolution_entries_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_prediction_id_predictions_id_fk" FOREIGN KEY ("prediction_id") REFERENCES "public"."predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_resolution_id_resolution_entries_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_byline_fk" FOREIGN KEY ("commentary_id","author_id") REFERENCES "public"."bylines"("commentary_id","author_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_prediction_id_predictions_id_fk" FOREIGN KEY ("prediction_id") REFERENCES "public"."predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_ruling_id_dispute_rulings_id_fk" FOREIGN KEY ("ruling_id") REFERENCES "public"."dispute_rulings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_replies_recorded_at_index" ON "dispute_replies" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "dispute_rulings_recorded_at_index" ON "dispute_rulings" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "disputes_recorded_at_index" ON "disputes" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "disputes_candidate_index" ON "disputes" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "disputes_prediction_index" ON "disputes" USING btree ("prediction_id");--> statement-breakpoint
CREATE INDEX "disputes_resolution_index" ON "disputes" USING btree ("resolution_id");--> statement-breakpoint
CREATE INDEX "disputes_byline_index" ON "disputes" USING btree ("commentary_id","author_id");--> statement-breakpoint
CREATE INDEX "disputes_question_index" ON "disputes" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "exclusions_ruling_index" ON "exclusions" USING btree ("ruling_id");--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_ruling_id_dispute_rulings_id_fk" FOREIGN KEY ("ruling_id") REFERENCES "public"."dispute_rulings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_unique" UNIQUE NULLS NOT DISTINCT("resolution_id","ruling_id","question_id","author_id","timing","voice");--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'prediction', 'event', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'prediction', 'event', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_cause_check" CHECK (num_nonnulls("score_changes"."resolution_id", "score_changes"."ruling_id") = 1);