CREATE TABLE "matches" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"prediction_id" text NOT NULL,
	"question_id" text NOT NULL,
	"did" text NOT NULL,
	"decided_by" text NOT NULL,
	"verdict" text NOT NULL,
	"similarity" double precision NOT NULL,
	"opposed" boolean NOT NULL,
	"differs" jsonb NOT NULL,
	"reason" text NOT NULL,
	"rules" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "matches_candidate_unique" UNIQUE("candidate_id"),
	CONSTRAINT "matches_similarity_check" CHECK ("matches"."similarity" between 0 and 1),
	CONSTRAINT "matches_did_check" CHECK ("matches"."did" in ('joined', 'family', 'new')),
	CONSTRAINT "matches_decided_by_check" CHECK ("matches"."decided_by" in ('rule', 'reviewer')),
	CONSTRAINT "matches_verdict_check" CHECK ("matches"."verdict" in ('same', 'family', 'related', 'other'))
);
--> statement-breakpoint
CREATE TABLE "question_stems" (
	"stem" text NOT NULL,
	"question_id" text NOT NULL,
	CONSTRAINT "question_stems_stem_question_id_pk" PRIMARY KEY("stem","question_id")
);
--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_prediction_id_predictions_id_fk" FOREIGN KEY ("prediction_id") REFERENCES "public"."predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_stems" ADD CONSTRAINT "question_stems_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "matches_question_index" ON "matches" USING btree ("question_id");