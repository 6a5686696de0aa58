ALTER TABLE "authors" ADD COLUMN "bot" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "keys" ADD COLUMN "previous_sha256" text;--> statement-breakpoint
ALTER TABLE "keys" ADD COLUMN "previous_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "keys" ADD COLUMN "bot" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "keys" ADD COLUMN "owner" text DEFAULT 'host' NOT NULL;--> statement-breakpoint
ALTER TABLE "keys" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "authors_recorded_by_index" ON "authors" USING btree ("recorded_by","id");--> statement-breakpoint
CREATE INDEX "keys_owner_index" ON "keys" USING btree ("owner");--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_previous_sha256_unique" UNIQUE("previous_sha256");--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_previous_check" CHECK (("keys"."previous_sha256" is null) = ("keys"."previous_until" is null));