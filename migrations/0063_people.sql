CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"provider" text NOT NULL,
	"account" text NOT NULL,
	"password_hash" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "credentials_account_unique" UNIQUE("provider","account")
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"email" text NOT NULL,
	"scopes" text,
	"person_id" text,
	"made_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "one_time_links_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "one_time_links_kind_check" CHECK ("one_time_links"."kind" in ('invitation', 'reset')),
	CONSTRAINT "one_time_links_scopes_check" CHECK ("one_time_links"."scopes" ~ '^(read|submit|review|resolve|admin)(,(read|submit|review|resolve|admin))*$'),
	CONSTRAINT "one_time_links_invitation_check" CHECK (("one_time_links"."kind" = 'invitation') = ("one_time_links"."scopes" is not null)),
	CONSTRAINT "one_time_links_reset_check" CHECK ("one_time_links"."kind" <> 'reset' or "one_time_links"."person_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"scopes" text NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_scopes_check" CHECK ("people"."scopes" ~ '^(read|submit|review|resolve|admin)(,(read|submit|review|resolve|admin))*$')
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"person_id" text NOT NULL,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_person_index" ON "credentials" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "one_time_links_recorded_at_index" ON "one_time_links" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "one_time_links_person_index" ON "one_time_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_recorded_at_index" ON "people" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "sessions_person_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_subject_index" ON "sign_in_attempts" USING btree ("subject","recorded_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_at_index" ON "sign_in_attempts" USING btree ("recorded_at");