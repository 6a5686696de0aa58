CREATE TABLE "redactions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"fact_id" text NOT NULL,
	"field" text NOT NULL,
	"field_digest" text,
	"reason" text NOT NULL,
	"redacted_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "redactions_fact_unique" UNIQUE("fact_id","field"),
	CONSTRAINT "redactions_kind_check" CHECK ("redactions"."kind" in ('commentary', 'dispute', 'dispute-reply')),
	CONSTRAINT "redactions_digest_check" CHECK (("redactions"."kind" = 'commentary') = ("redactions"."field_digest" is null))
);
--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
ALTER TABLE "candidates" DROP CONSTRAINT "candidates_text_fk";
--> statement-breakpoint
ALTER TABLE "event_candidates" DROP CONSTRAINT "event_candidates_text_fk";
--> statement-breakpoint
ALTER TABLE "dispute_replies" ALTER COLUMN "text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ALTER COLUMN "grounds" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "redactions_recorded_at_index" ON "redactions" USING btree ("recorded_at","id");--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_candidates" ADD CONSTRAINT "event_candidates_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_replies" ADD CONSTRAINT "dispute_replies_text_check" CHECK (("dispute_replies"."text" is not null) = ("dispute_replies"."salts" -> 'text' is not null));--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_grounds_check" CHECK (("disputes"."grounds" is not null) = ("disputes"."salts" -> 'grounds' is not null));--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'option', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'option', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'collection-commentary', 'collection-question'));