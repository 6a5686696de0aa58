CREATE TABLE "ledger_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"note" text NOT NULL,
	"key" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_checkpoints_size_check" CHECK ("ledger_checkpoints"."size" >= 1),
	CONSTRAINT "ledger_checkpoints_root_check" CHECK ("ledger_checkpoints"."root" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "ledger_subtrees" (
	"level" smallint NOT NULL,
	"index" bigint NOT NULL,
	"root" text NOT NULL,
	CONSTRAINT "ledger_subtrees_level_index_pk" PRIMARY KEY("level","index"),
	CONSTRAINT "ledger_subtrees_level_check" CHECK ("ledger_subtrees"."level" between 1 and 6),
	CONSTRAINT "ledger_subtrees_root_check" CHECK ("ledger_subtrees"."root" ~ '^[0-9a-f]{64}$')
);
