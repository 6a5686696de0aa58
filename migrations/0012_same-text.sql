ALTER TABLE "commentaries" DROP CONSTRAINT "commentaries_content_unique";--> statement-breakpoint
ALTER TABLE "commentaries" ADD COLUMN "signed_by" text;--> statement-breakpoint
ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_content_unique" UNIQUE NULLS NOT DISTINCT("content_sha256","signed_by");