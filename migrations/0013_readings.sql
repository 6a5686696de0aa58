CREATE TABLE "document_readings" (
	"id" text PRIMARY KEY NOT NULL,
	"commentary_id" text NOT NULL,
	"text_version" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	"reader" text NOT NULL,
	"media_type" text NOT NULL,
	"title" text,
	"bylines" jsonb NOT NULL,
	"publisher" text,
	"topics" jsonb NOT NULL,
	"canonical_url" text,
	"language" text NOT NULL,
	"published" jsonb,
	"taken" jsonb NOT NULL,
	CONSTRAINT "document_readings_reader_check" CHECK ("document_readings"."reader" in ('text-1', 'html-1', 'markdown-1')),
	CONSTRAINT "document_readings_media_type_check" CHECK ("document_readings"."media_type" in ('text/plain', 'text/html', 'text/markdown'))
);
--> statement-breakpoint
CREATE TABLE "extraction_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"commentary_id" text NOT NULL,
	"text_version" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	"extractor_version" text NOT NULL,
	"lexicon_version" text NOT NULL,
	"mode" text NOT NULL,
	"model" text,
	"prompt_version" text,
	"fallback" jsonb,
	"refused" jsonb NOT NULL,
	"usage" jsonb,
	"withheld" text,
	CONSTRAINT "extraction_runs_mode_check" CHECK ("extraction_runs"."mode" in ('built-in', 'model', 'hybrid')),
	CONSTRAINT "extraction_runs_model_check" CHECK ("extraction_runs"."mode" <> 'built-in' or "extraction_runs"."model" is null)
);
--> statement-breakpoint
ALTER TABLE "document_readings" ADD CONSTRAINT "document_readings_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extraction_runs" ADD CONSTRAINT "extraction_runs_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_readings_commentary_index" ON "document_readings" USING btree ("commentary_id","text_version");--> statement-breakpoint
CREATE INDEX "extraction_runs_commentary_index" ON "extraction_runs" USING btree ("commentary_id","text_version");