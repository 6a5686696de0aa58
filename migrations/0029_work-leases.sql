CREATE TABLE "question_leases" (
	"question_id" text PRIMARY KEY NOT NULL,
	"lease_id" text NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "question_leases" ADD CONSTRAINT "question_leases_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_leases_lease_index" ON "question_leases" USING btree ("lease_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_evidence_unique" ON "proposals" USING btree ("question_id","evidence_digest") WHERE "proposals"."status" <> 'declined';