ALTER TABLE "feed_entries" DROP CONSTRAINT "feed_entries_guid_unique";--> statement-breakpoint
ALTER TABLE "feed_entries" ADD COLUMN "published" jsonb;--> statement-breakpoint
UPDATE "feed_entries" SET "published" = jsonb_build_object('on', "day", 'earliest', "day", 'latest', "day", 'evidence', 'the feed')
FROM (SELECT "id" AS "of", to_char("published_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "day" FROM "feed_entries") AS "dated"
WHERE "of" = "id" AND "published_at" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "feed_entries_guid_url_unique" ON "feed_entries" USING btree ("feed_id",md5("guid" || ' ' || "url"));
