ALTER TABLE "proposals" DROP CONSTRAINT "proposals_resolver_check";--> statement-breakpoint
ALTER TABLE "resolver_attempts" DROP CONSTRAINT "resolver_attempts_kind_check";--> statement-breakpoint
ALTER TABLE "model_calls" DROP CONSTRAINT "model_calls_mode_check";--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_resolver_check" CHECK ("proposals"."resolver" in ('by-event', 'feed', 'silence', 'judge'));--> statement-breakpoint
ALTER TABLE "resolver_attempts" ADD CONSTRAINT "resolver_attempts_kind_check" CHECK ("resolver_attempts"."kind" in ('by-event', 'feed', 'silence', 'judge'));--> statement-breakpoint
ALTER TABLE "model_calls" ADD CONSTRAINT "model_calls_mode_check" CHECK ("model_calls"."mode" in ('model', 'hybrid', 'judge'));