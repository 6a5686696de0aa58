CREATE TABLE "dead_letters" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"work" jsonb NOT NULL,
	"tries" integer NOT NULL,
	"times" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"error_code" text,
	"error" text,
	"replayed_at" timestamp (3) with time zone,
	"replayed_by" text,
	CONSTRAINT "dead_letters_counts_check" CHECK (least("dead_letters"."tries", "dead_letters"."times") >= 1),
	CONSTRAINT "dead_letters_replay_check" CHECK (("dead_letters"."replayed_at" is null) = ("dead_letters"."replayed_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "dead_letters_waiting_unique" ON "dead_letters" USING btree ("subject") WHERE "dead_letters"."replayed_at" is null;--> statement-breakpoint
CREATE INDEX "dead_letters_first_at_index" ON "dead_letters" USING btree ("first_at","id");