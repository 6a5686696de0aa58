CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"by" text NOT NULL,
	"erased_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "erasures_person_unique" UNIQUE("person_id"),
	CONSTRAINT "erasures_by_check" CHECK ("erasures"."by" in ('self', 'administrator'))
);
--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
CREATE INDEX "erasures_recorded_at_index" ON "erasures" USING btree ("recorded_at","id");--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('author-link', 'commentary', 'place', 'extraction-run', 'reading', 'review', 'second-opinion', 'match', 'version', 'option', 'topic', 'baseline', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'erasure', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('author-link', 'commentary', 'place', 'extraction-run', 'reading', 'review', 'second-opinion', 'match', 'version', 'option', 'topic', 'baseline', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'erasure', 'collection-commentary', 'collection-question'));