UPDATE "webhook_attempts" SET "duration_ms" = 0 WHERE "duration_ms" < 0;--> statement-breakpoint
ALTER TABLE "feed_entries" ADD CONSTRAINT "feed_entries_attempts_check" CHECK ("feed_entries"."attempts" >= 0);--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_failures_check" CHECK ("feeds"."failures" >= 0);--> statement-breakpoint
ALTER TABLE "hosts" ADD CONSTRAINT "hosts_failures_check" CHECK ("hosts"."failures" >= 0);--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_status_check" CHECK ("idempotency_keys"."status" between 100 and 599);--> statement-breakpoint
ALTER TABLE "ledger_subtrees" ADD CONSTRAINT "ledger_subtrees_index_check" CHECK ("ledger_subtrees"."index" >= 0);--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_attempt_check" CHECK ("job_runs"."attempt" >= 1);--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_end_check" CHECK (("job_runs"."status" = 'running') = ("job_runs"."finished_at" is null));--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_due_before_check" CHECK ("snapshots"."due_before" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_duration_check" CHECK ("webhook_attempts"."duration_ms" >= 0);--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_status_check" CHECK ("webhook_attempts"."status" between 100 and 999);--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_counts_check" CHECK (least("webhook_deliveries"."sequence", "webhook_deliveries"."position") >= 1 and "webhook_deliveries"."tried" >= 0);--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_counts_check" CHECK (least("webhooks"."position", "webhooks"."sequence", "webhooks"."delivered", "webhooks"."dead", "webhooks"."attempts", "webhooks"."failures") >= 0);--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_lease_check" CHECK (("webhooks"."lease_id" is null) = ("webhooks"."lease_until" is null));--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_previous_check" CHECK (("webhooks"."previous_secret" is null) = ("webhooks"."previous_until" is null));