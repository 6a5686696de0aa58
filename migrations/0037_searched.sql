CREATE TABLE "searched_events" (
	"event_id" text PRIMARY KEY NOT NULL,
	"rules" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "searched_texts" (
	"commentary_id" text NOT NULL,
	"text_version" integer NOT NULL,
	"rules" text NOT NULL,
	CONSTRAINT "searched_texts_commentary_id_text_version_pk" PRIMARY KEY("commentary_id","text_version")
);
--> statement-breakpoint
ALTER TABLE "passages" DROP CONSTRAINT "passages_event_unique";--> statement-breakpoint
DROP INDEX "passages_rules_index";--> statement-breakpoint
ALTER TABLE "searched_events" ADD CONSTRAINT "searched_events_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "searched_texts" ADD CONSTRAINT "searched_texts_text_fk" FOREIGN KEY ("commentary_id","text_version") REFERENCES "public"."commentary_texts"("commentary_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" DROP COLUMN "rules";--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_event_unique" UNIQUE("event_id","start");