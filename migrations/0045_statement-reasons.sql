ALTER TABLE "predictions" ADD COLUMN "recording_reason" text;--> statement-breakpoint
CREATE INDEX "predictions_commentary_index" ON "predictions" USING btree ("commentary_id");