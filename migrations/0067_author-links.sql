CREATE TABLE "author_links" (
	"id" text PRIMARY KEY NOT NULL,
	"author_id" text NOT NULL,
	"position" integer NOT NULL,
	"act" text NOT NULL,
	"other_id" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "author_links_position_unique" UNIQUE("author_id","position"),
	CONSTRAINT "author_links_act_check" CHECK ("author_links"."act" in ('merge', 'split')),
	CONSTRAINT "author_links_other_check" CHECK ("author_links"."author_id" <> "author_links"."other_id")
);
--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "canonical_id" text;--> statement-breakpoint
ALTER TABLE "author_links" ADD CONSTRAINT "author_links_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "author_links" ADD CONSTRAINT "author_links_other_id_authors_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "author_links_other_index" ON "author_links" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "author_links_recorded_at_index" ON "author_links" USING btree ("recorded_at","id");--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_canonical_id_authors_id_fk" FOREIGN KEY ("canonical_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "authors_canonical_index" ON "authors" USING btree ("canonical_id");--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('author-link', 'commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'option', 'topic', 'baseline', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('author-link', 'commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'option', 'topic', 'baseline', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'redaction', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_canonical_check" CHECK ("authors"."canonical_id" <> "authors"."id");