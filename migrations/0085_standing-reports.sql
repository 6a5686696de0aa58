CREATE TABLE "standing_reports" (
	"author_id" text NOT NULL,
	"set" text NOT NULL,
	"timing" text NOT NULL,
	"voice" text NOT NULL,
	"body" text NOT NULL,
	"tag" text NOT NULL,
	"rules" text NOT NULL,
	"due_before" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "standing_reports_author_id_set_timing_voice_pk" PRIMARY KEY("author_id","set","timing","voice"),
	CONSTRAINT "standing_reports_timing_check" CHECK ("standing_reports"."timing" in ('prospective', 'retrospective')),
	CONSTRAINT "standing_reports_voice_check" CHECK ("standing_reports"."voice" in ('own', 'quoted')),
	CONSTRAINT "standing_reports_due_before_check" CHECK ("standing_reports"."due_before" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
ALTER TABLE "standing_reports" ADD CONSTRAINT "standing_reports_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_reports_made_at_index" ON "standing_reports" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "predictions_question_recorded_index" ON "predictions" USING btree ("question_id","recorded_at","id");