CREATE TABLE "installation" (
	"id" text PRIMARY KEY NOT NULL,
	"sandbox" boolean NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "installation_id_check" CHECK ("installation"."id" in ('this'))
);
