CREATE TABLE "passages" (
	"id" text PRIMARY KEY NOT NULL,
	"commentary_id" text,
	"text_version" integer,
	"event_id" text,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"sentences" jsonb NOT NULL,
	"keys" "tsvector" NOT NULL,
	"names" text NOT NULL,
	"published_on" date NOT NULL,
	"rules" text NOT NULL,
	CONSTRAINT "passages_text_unique" UNIQUE("commentary_id","text_version","start"),
	CONSTRAINT "passages_event_unique" UNIQUE("event_id"),
	CONSTRAINT "passages_origin_check" CHECK (num_nonnulls("passages"."commentary_id", "passages"."event_id") = 1),
	CONSTRAINT "passages_text_check" CHECK (("passages"."commentary_id" is null) = ("passages"."text_version" is null)),
	CONSTRAINT "passages_span_check" CHECK ("passages"."start" >= 0 and "passages"."start" < "passages"."end")
);
--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_text_fk" FOREIGN KEY ("commentary_id","text_version") REFERENCES "public"."commentary_texts"("commentary_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passages_keys_index" ON "passages" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "passages_published_index" ON "passages" USING btree ("published_on");--> statement-breakpoint
CREATE INDEX "passages_rules_index" ON "passages" USING btree ("rules");