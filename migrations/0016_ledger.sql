CREATE TABLE "ledger_leaves" (
	"position" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"fact_id" text NOT NULL,
	"digest" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"ends" boolean NOT NULL,
	CONSTRAINT "ledger_leaves_fact_unique" UNIQUE("fact_id"),
	CONSTRAINT "ledger_leaves_position_check" CHECK ("ledger_leaves"."position" >= 1),
	CONSTRAINT "ledger_leaves_kind_check" CHECK ("ledger_leaves"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'prediction', 'event', 'evidence', 'coverage', 'resolution', 'collection-commentary', 'collection-question'))
);
--> statement-breakpoint
CREATE TABLE "unsealed_facts" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unsealed_facts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"fact_id" text NOT NULL,
	"digest" text NOT NULL,
	"xact" text NOT NULL,
	CONSTRAINT "unsealed_facts_kind_check" CHECK ("unsealed_facts"."kind" in ('commentary', 'place', 'extraction-run', 'reading', 'review', 'match', 'version', 'prediction', 'event', 'evidence', 'coverage', 'resolution', 'collection-commentary', 'collection-question'))
);
--> statement-breakpoint
CREATE INDEX "ledger_leaves_sealed_at_index" ON "ledger_leaves" USING btree ("sealed_at","position");