ALTER TABLE "question_difficulties" DROP CONSTRAINT "question_difficulties_snapshot_id_question_id_outcome_pk";--> statement-breakpoint
ALTER TABLE "question_difficulties" ADD CONSTRAINT "question_difficulties_snapshot_id_question_id_version_outcome_pk" PRIMARY KEY("snapshot_id","question_id","version","outcome");--> statement-breakpoint
ALTER TABLE "score_changes" ADD COLUMN "before_pending" integer;--> statement-breakpoint
ALTER TABLE "score_changes" ADD COLUMN "before_lowest" double precision;--> statement-breakpoint
ALTER TABLE "score_changes" ADD COLUMN "before_highest" double precision;--> statement-breakpoint
ALTER TABLE "score_changes" ADD COLUMN "after_pending" integer;--> statement-breakpoint
ALTER TABLE "score_changes" ADD COLUMN "after_lowest" double precision;--> statement-breakpoint
ALTER TABLE "score_changes" ADD COLUMN "after_highest" double precision;