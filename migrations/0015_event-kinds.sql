ALTER TABLE "events" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "entities" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "events_kind_index" ON "events" USING btree ("kind","recorded_at","id");