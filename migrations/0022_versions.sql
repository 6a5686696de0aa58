ALTER TABLE "question_versions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "question_versions" ADD COLUMN "recorded_by" text;--> statement-breakpoint
ALTER TABLE "resolution_entries" ADD COLUMN "version_id" text;--> statement-breakpoint
ALTER TABLE "resolution_entries" ADD CONSTRAINT "resolution_entries_version_id_question_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."question_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_entries" ADD CONSTRAINT "resolution_entries_version_check" CHECK ("resolution_entries"."version_id" is null or "resolution_entries"."step" = 'settle');