CREATE TABLE "question_difficulties" (
	"snapshot_id" text NOT NULL,
	"question_id" text NOT NULL,
	"outcome" text NOT NULL,
	"effect" double precision NOT NULL,
	"authors" integer NOT NULL,
	"rules" text NOT NULL,
	CONSTRAINT "question_difficulties_snapshot_id_question_id_outcome_pk" PRIMARY KEY("snapshot_id","question_id","outcome"),
	CONSTRAINT "question_difficulties_outcome_check" CHECK ("question_difficulties"."outcome" in ('yes', 'no')),
	CONSTRAINT "question_difficulties_authors_check" CHECK ("question_difficulties"."authors" >= 2)
);
--> statement-breakpoint
ALTER TABLE "question_difficulties" ADD CONSTRAINT "question_difficulties_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_difficulties" ADD CONSTRAINT "question_difficulties_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;