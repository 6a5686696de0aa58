CREATE TABLE "feed_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"feed_id" text NOT NULL,
	"guid" text NOT NULL,
	"url" text NOT NULL,
	"origin" text NOT NULL,
	"title" text,
	"authors" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"problem" jsonb,
	"commentary_id" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feed_entries_guid_unique" UNIQUE("feed_id","guid"),
	CONSTRAINT "feed_entries_status_check" CHECK ("feed_entries"."status" in ('pending', 'recorded', 'known', 'refused', 'failed')),
	CONSTRAINT "feed_entries_commentary_check" CHECK (("feed_entries"."status" in ('recorded', 'known')) = ("feed_entries"."commentary_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"title" text,
	"publisher" text,
	"collection_id" text,
	"status" text NOT NULL,
	"etag" text,
	"last_modified" text,
	"next_poll_at" timestamp (3) with time zone NOT NULL,
	"polled_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_error" jsonb,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feeds_url_unique" UNIQUE("url"),
	CONSTRAINT "feeds_status_check" CHECK ("feeds"."status" in ('active', 'paused', 'gone'))
);
--> statement-breakpoint
CREATE TABLE "hosts" (
	"origin" text PRIMARY KEY NOT NULL,
	"next_allowed_at" timestamp (3) with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"robots" text,
	"robots_text" text,
	"robots_fetched_at" timestamp (3) with time zone,
	"tdm_text" text,
	"tdm_fetched_at" timestamp (3) with time zone,
	CONSTRAINT "hosts_robots_check" CHECK ("hosts"."robots" in ('rules', 'none', 'unreachable'))
);
--> statement-breakpoint
CREATE TABLE "commentary_identities" (
	"identity" text PRIMARY KEY NOT NULL,
	"commentary_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commentary_places" (
	"id" text PRIMARY KEY NOT NULL,
	"commentary_id" text NOT NULL,
	"asked_url" text NOT NULL,
	"url" text NOT NULL,
	"canonical_url" text NOT NULL,
	"claimed_url" text,
	"status" integer NOT NULL,
	"media_type" text,
	"etag" text,
	"last_modified" text,
	"bytes_sha256" text NOT NULL,
	"joined_by" text NOT NULL,
	"resemblance" double precision,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "commentary_places_unique" UNIQUE("commentary_id","url","bytes_sha256"),
	CONSTRAINT "commentary_places_joined_by_check" CHECK ("commentary_places"."joined_by" in ('new', 'canonical-url', 'bytes', 'text', 'resemblance')),
	CONSTRAINT "commentary_places_resemblance_check" CHECK (("commentary_places"."joined_by" = 'resemblance') = ("commentary_places"."resemblance" is not null))
);
--> statement-breakpoint
ALTER TABLE "feed_entries" ADD CONSTRAINT "feed_entries_feed_id_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_entries" ADD CONSTRAINT "feed_entries_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_identities" ADD CONSTRAINT "commentary_identities_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_places" ADD CONSTRAINT "commentary_places_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feed_entries_due_index" ON "feed_entries" USING btree ("status","next_attempt_at");--> statement-breakpoint
CREATE INDEX "feed_entries_feed_index" ON "feed_entries" USING btree ("feed_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "feeds_due_index" ON "feeds" USING btree ("status","next_poll_at");--> statement-breakpoint
CREATE INDEX "feeds_recorded_at_index" ON "feeds" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "commentary_identities_commentary_index" ON "commentary_identities" USING btree ("commentary_id");--> statement-breakpoint
CREATE INDEX "commentary_places_commentary_index" ON "commentary_places" USING btree ("commentary_id","fetched_at");