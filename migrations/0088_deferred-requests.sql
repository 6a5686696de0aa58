CREATE TABLE "deferred_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"actor" text NOT NULL,
	"address" text NOT NULL,
	"if_match" text,
	"body" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"failed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "deferred_requests_tries_check" CHECK ("deferred_requests"."tries" >= 0),
	CONSTRAINT "deferred_requests_body_check" CHECK ("deferred_requests"."body" is not null or "deferred_requests"."ended_at" is not null),
	CONSTRAINT "deferred_requests_failed_check" CHECK ("deferred_requests"."ended_at" is not null or not "deferred_requests"."failed")
);
--> statement-breakpoint
CREATE INDEX "deferred_requests_waiting_index" ON "deferred_requests" USING btree ("recorded_at","id") WHERE "deferred_requests"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "deferred_requests_ended_at_index" ON "deferred_requests" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "deferred_requests_actor_index" ON "deferred_requests" USING btree ("actor","id");