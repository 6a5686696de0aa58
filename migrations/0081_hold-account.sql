CREATE INDEX "candidate_reviews_reviewer_index" ON "candidate_reviews" USING btree ("reviewer","id");--> statement-breakpoint
CREATE INDEX "predictions_recorded_by_index" ON "predictions" USING btree ("recorded_by","id");--> statement-breakpoint
CREATE INDEX "question_versions_recorded_by_index" ON "question_versions" USING btree ("recorded_by","id");--> statement-breakpoint
CREATE INDEX "events_recorded_by_index" ON "events" USING btree ("recorded_by","id");--> statement-breakpoint
CREATE INDEX "evidence_recorded_by_index" ON "evidence" USING btree ("recorded_by","id");--> statement-breakpoint
CREATE INDEX "resolution_entries_decider_index" ON "resolution_entries" USING btree ("decider","id");