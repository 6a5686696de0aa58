CREATE TABLE "second_opinions" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"review_id" text NOT NULL,
	"decision" text NOT NULL,
	"orientation" text,
	"polarity" text,
	"phrase" text,
	"window_end" date,
	"reason" text NOT NULL,
	"dispute_id" text,
	"reviewer" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "second_opinions_unique" UNIQUE("review_id","reviewer"),
	CONSTRAINT "second_opinions_decision_check" CHECK ("second_opinions"."decision" in ('accept', 'reject')),
	CONSTRAINT "second_opinions_orientation_check" CHECK ("second_opinions"."orientation" in ('as-worded', 'opposite')),
	CONSTRAINT "second_opinions_polarity_check" CHECK ("second_opinions"."polarity" in ('+', '-')),
	CONSTRAINT "second_opinions_reading_check" CHECK (("second_opinions"."decision" = 'accept') = (num_nonnulls("second_opinions"."orientation", "second_opinions"."polarity", "second_opinions"."phrase") = 3)
        and ("second_opinions"."decision" = 'accept' or num_nonnulls("second_opinions"."orientation", "second_opinions"."polarity", "second_opinions"."phrase", "second_opinions"."window_end") = 0))
);
--> statement-breakpoint
ALTER TABLE "candidates" DROP CONSTRAINT "candidates_span_unique";--> statement-breakpoint
ALTER TABLE "candidate_reviews" DROP CONSTRAINT "candidate_reviews_decision_check";--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "split_by" text;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_review_id_candidate_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."candidate_reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "second_opinions_candidate_index" ON "second_opinions" USING btree ("candidate_id");--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_split_by_candidate_reviews_id_fk" FOREIGN KEY ("split_by") REFERENCES "public"."candidate_reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidates_split_by_index" ON "candidates" USING btree ("split_by");--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_span_unique" UNIQUE NULLS NOT DISTINCT("commentary_id","text_version","extractor_version","start","end","phrase","split_by");--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD CONSTRAINT "candidate_reviews_decision_check" CHECK ("candidate_reviews"."decision" in ('accept', 'reject', 'split', 'undo'));--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('author-link', 'commentary', 'place', 'extraction-run', 'reading', 'review', 'second-opinion', 'match', 'version', 'option', 'topic', 'baseline', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('author-link', 'commentary', 'place', 'extraction-run', 'reading', 'review', 'second-opinion', 'match', 'version', 'option', 'topic', 'baseline', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'collection-commentary', 'collection-question'));