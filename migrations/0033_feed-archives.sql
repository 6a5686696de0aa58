CREATE TABLE "archives" (
	"sha256" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "proposals" DROP CONSTRAINT "proposals_resolver_check";--> statement-breakpoint
ALTER TABLE "resolver_attempts" DROP CONSTRAINT "resolver_attempts_kind_check";--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_resolver_check" CHECK ("proposals"."resolver" in ('by-event', 'feed', 'silence'));--> statement-breakpoint
ALTER TABLE "resolver_attempts" ADD CONSTRAINT "resolver_attempts_kind_check" CHECK ("resolver_attempts"."kind" in ('by-event', 'feed', 'silence'));