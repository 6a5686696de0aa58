CREATE TABLE "event_candidate_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"event_candidate_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"event_id" text,
	"reviewer" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "event_candidate_reviews_candidate_unique" UNIQUE("event_candidate_id"),
	CONSTRAINT "event_candidate_reviews_decision_check" CHECK ("event_candidate_reviews"."decision" in ('accept', 'reject')),
	CONSTRAINT "event_candidate_reviews_event_check" CHECK (("event_candidate_reviews"."decision" = 'accept') = ("event_candidate_reviews"."event_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "event_candidates" (
	"id" text PRIMARY KEY NOT NULL,
	"commentary_id" text NOT NULL,
	"text_version" integer NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"title" text NOT NULL,
	"occurred" boolean NOT NULL,
	"earliest" date,
	"latest" date NOT NULL,
	"date_source" text NOT NULL,
	"date_words" text NOT NULL,
	"entities" jsonb NOT NULL,
	"verb" text NOT NULL,
	"attribution" text NOT NULL,
	"directness" text NOT NULL,
	"claimant" text,
	"reasons" jsonb NOT NULL,
	"facts_version" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_candidates_span_unique" UNIQUE("commentary_id","text_version","facts_version","start","end"),
	CONSTRAINT "event_candidates_span_check" CHECK ("event_candidates"."start" >= 0 and "event_candidates"."start" < "event_candidates"."end"),
	CONSTRAINT "event_candidates_days_check" CHECK ("event_candidates"."earliest" <= "event_candidates"."latest"),
	CONSTRAINT "event_candidates_date_source_check" CHECK ("event_candidates"."date_source" in ('stated', 'rule', 'undated')),
	CONSTRAINT "event_candidates_attribution_check" CHECK ("event_candidates"."attribution" in ('own', 'quoted', 'reported')),
	CONSTRAINT "event_candidates_directness_check" CHECK ("event_candidates"."directness" in ('verbatim', 'paraphrase'))
);
--> statement-breakpoint
ALTER TABLE "ledger_leaves" DROP CONSTRAINT "ledger_leaves_kind_check";--> statement-breakpoint
ALTER TABLE "unsealed_facts" DROP CONSTRAINT "unsealed_facts_kind_check";--> statement-breakpoint
ALTER TABLE "event_candidate_reviews" ADD CONSTRAINT "event_candidate_reviews_event_candidate_id_event_candidates_id_fk" FOREIGN KEY ("event_candidate_id") REFERENCES "public"."event_candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_candidate_reviews" ADD CONSTRAINT "event_candidate_reviews_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_candidates" ADD CONSTRAINT "event_candidates_text_fk" FOREIGN KEY ("commentary_id","text_version") REFERENCES "public"."commentary_texts"("commentary_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_candidates_recorded_at_index" ON "event_candidates" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "event_candidates_latest_index" ON "event_candidates" USING btree ("latest","id");--> statement-breakpoint
CREATE INDEX "events_happened_index" ON "events" USING btree ("happened_earliest","id");--> statement-breakpoint
ALTER TABLE "ledger_leaves" ADD CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'collection-commentary', 'collection-question'));--> statement-breakpoint
ALTER TABLE "unsealed_facts" ADD CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'prediction', 'event', 'event-review', 'evidence', 'coverage', 'resolution', 'score-change', 'dispute', 'dispute-reply', 'dispute-confirmation', 'dispute-ruling', 'exclusion', 'collection-commentary', 'collection-question'));