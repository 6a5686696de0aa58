CREATE TABLE "first_items" (
	"id" text PRIMARY KEY NOT NULL,
	"author_id" text NOT NULL,
	"question_id" text NOT NULL,
	"prediction_id" text NOT NULL,
	"resolution_id" text NOT NULL,
	"cause" text,
	"family_id" text NOT NULL,
	"sets" jsonb NOT NULL,
	"due_month" text NOT NULL,
	"horizon_class" text NOT NULL,
	"attribution" text NOT NULL,
	"window_source" text NOT NULL,
	"weak_hedge" boolean NOT NULL,
	"timing" text NOT NULL,
	"origin" text NOT NULL,
	"form" text NOT NULL,
	"state" text NOT NULL,
	"hit" boolean,
	"sign" integer NOT NULL,
	"reverses" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "first_items_reverses_unique" UNIQUE("reverses"),
	CONSTRAINT "first_items_state_check" CHECK ("first_items"."state" in ('pending', 'void', 'scored')),
	CONSTRAINT "first_items_hit_check" CHECK (("first_items"."state" = 'scored') = ("first_items"."hit" is not null)),
	CONSTRAINT "first_items_sign_check" CHECK (("first_items"."sign" = 1 and "first_items"."reverses" is null) or ("first_items"."sign" = -1 and "first_items"."reverses" is not null))
);
--> statement-breakpoint
ALTER TABLE "first_items" ADD CONSTRAINT "first_items_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_items" ADD CONSTRAINT "first_items_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_items" ADD CONSTRAINT "first_items_prediction_id_predictions_id_fk" FOREIGN KEY ("prediction_id") REFERENCES "public"."predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_items" ADD CONSTRAINT "first_items_resolution_id_resolution_entries_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_items" ADD CONSTRAINT "first_items_family_id_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."families"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_items" ADD CONSTRAINT "first_items_reverses_first_items_id_fk" FOREIGN KEY ("reverses") REFERENCES "public"."first_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "first_items_question_index" ON "first_items" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "first_items_sets_index" ON "first_items" USING gin ("sets");--> statement-breakpoint
CREATE INDEX "first_items_author_index" ON "first_items" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "first_items_cause_index" ON "first_items" USING btree ("cause");