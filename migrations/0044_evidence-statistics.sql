CREATE TABLE "passage_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"passages" integer NOT NULL
);
