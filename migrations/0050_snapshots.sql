CREATE TABLE "reports" (
	"snapshot_id" text NOT NULL,
	"author_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"counts_sha256" text NOT NULL,
	CONSTRAINT "reports_snapshot_id_author_id_pk" PRIMARY KEY("snapshot_id","author_id")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" text PRIMARY KEY NOT NULL,
	"set" text NOT NULL,
	"timing" text NOT NULL,
	"voice" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"position" bigint NOT NULL,
	"due_before" text NOT NULL,
	"scoring_rules" text NOT NULL,
	"lexicon_version" text NOT NULL,
	"resolution_rules" text NOT NULL,
	"authors" jsonb NOT NULL,
	"input_sha256" text NOT NULL,
	"board" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "snapshots_unique" UNIQUE("set","timing","voice","position","due_before","scoring_rules","lexicon_version","resolution_rules"),
	CONSTRAINT "snapshots_timing_check" CHECK ("snapshots"."timing" in ('prospective', 'retrospective')),
	CONSTRAINT "snapshots_voice_check" CHECK ("snapshots"."voice" in ('own', 'quoted')),
	CONSTRAINT "snapshots_position_check" CHECK ("snapshots"."position" >= 0)
);
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_author_index" ON "reports" USING btree ("author_id","snapshot_id");--> statement-breakpoint
CREATE INDEX "snapshots_recorded_at_index" ON "snapshots" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "snapshots_scope_index" ON "snapshots" USING btree ("set","timing","voice","recorded_at","id");