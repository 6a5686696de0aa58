ALTER TABLE "candidate_reviews" DROP CONSTRAINT "candidate_reviews_candidate_unique";--> statement-breakpoint
ALTER TABLE "matches" DROP CONSTRAINT "matches_candidate_unique";--> statement-breakpoint
ALTER TABLE "predictions" DROP CONSTRAINT "predictions_candidate_unique";--> statement-breakpoint
ALTER TABLE "candidate_reviews" DROP CONSTRAINT "candidate_reviews_decision_check";--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD COLUMN "position" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD COLUMN "corrections" jsonb;--> statement-breakpoint
CREATE INDEX "matches_candidate_index" ON "matches" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "predictions_candidate_index" ON "predictions" USING btree ("candidate_id");--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD CONSTRAINT "candidate_reviews_position_unique" UNIQUE("candidate_id","position");--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD CONSTRAINT "candidate_reviews_prediction_unique" UNIQUE("prediction_id");--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_prediction_unique" UNIQUE("prediction_id");--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD CONSTRAINT "candidate_reviews_position_check" CHECK ("candidate_reviews"."position" >= 1);--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD CONSTRAINT "candidate_reviews_decision_check" CHECK ("candidate_reviews"."decision" in ('accept', 'reject', 'undo'));