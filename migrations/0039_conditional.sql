ALTER TABLE "question_versions" ADD COLUMN "trigger" jsonb;--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "trigger_question_id" text GENERATED ALWAYS AS (trigger ->> 'questionId') STORED;--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "trigger_version_id" text GENERATED ALWAYS AS (trigger ->> 'versionId') STORED;--> statement-breakpoint
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_trigger_fk" FOREIGN KEY ("trigger_version_id","trigger_question_id") REFERENCES "public"."question_versions"("id","question_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_versions_trigger_index" ON "question_versions" USING btree ("trigger_question_id");--> statement-breakpoint
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_trigger_check" CHECK ("question_versions"."trigger_question_id" <> "question_versions"."question_id");