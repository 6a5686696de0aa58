ALTER TABLE "candidates" ADD COLUMN "claim" text;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "context" text;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "condition_kind" text;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_condition_kind_check" CHECK ("candidates"."condition_kind" in ('condition', 'trigger', 'until', 'concessive'));