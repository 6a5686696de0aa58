ALTER TABLE "collections" ADD COLUMN "source_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "published_from" date;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "published_until" date;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_published_check" CHECK ("collections"."published_from" <= "collections"."published_until");