ALTER TABLE "predictions" ALTER COLUMN "form" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "predictions" ADD COLUMN "refers_to" text;--> statement-breakpoint
ALTER TABLE "predictions" ADD COLUMN "expires_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_refers_to_predictions_id_fk" FOREIGN KEY ("refers_to") REFERENCES "public"."predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "predictions_mistake_unique" ON "predictions" USING btree ("refers_to") WHERE "predictions"."act" = 'mistake';--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_act_form_check" CHECK (("predictions"."act" in ('state', 'reaffirm')) = ("predictions"."form" is not null));--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_refers_to_check" CHECK ("predictions"."act" not in ('withdraw', 'mistake') or "predictions"."refers_to" is not null);--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_expiry_check" CHECK ("predictions"."expires_at" is null or ("predictions"."act" in ('state', 'reaffirm') and "predictions"."expires_at" > "predictions"."said_latest"));