CREATE TABLE "bylines" (
	"commentary_id" text NOT NULL,
	"author_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "bylines_commentary_id_position_pk" PRIMARY KEY("commentary_id","position"),
	CONSTRAINT "bylines_unique" UNIQUE("commentary_id","author_id")
);
--> statement-breakpoint
CREATE TABLE "candidate_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"prediction_id" text,
	"reviewer" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "candidate_reviews_candidate_unique" UNIQUE("candidate_id"),
	CONSTRAINT "candidate_reviews_decision_check" CHECK ("candidate_reviews"."decision" in ('accept', 'reject')),
	CONSTRAINT "candidate_reviews_prediction_check" CHECK (("candidate_reviews"."decision" = 'accept') = ("candidate_reviews"."prediction_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" text PRIMARY KEY NOT NULL,
	"commentary_id" text NOT NULL,
	"text_version" integer NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"claimant" text,
	"attribution" text NOT NULL,
	"directness" text NOT NULL,
	"phrase" text NOT NULL,
	"hedge" text NOT NULL,
	"polarity" text NOT NULL,
	"weak_hedge" boolean NOT NULL,
	"probability" jsonb NOT NULL,
	"window_text" text,
	"window_start" date,
	"window_end" date,
	"window_source" text,
	"condition" text,
	"orientation" text NOT NULL,
	"kind" text NOT NULL,
	"verifiability" text NOT NULL,
	"scorable" boolean NOT NULL,
	"reasons" jsonb NOT NULL,
	"extractor_version" text NOT NULL,
	"lexicon_version" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "candidates_span_unique" UNIQUE("commentary_id","text_version","extractor_version","start","end","phrase"),
	CONSTRAINT "candidates_span_check" CHECK ("candidates"."start" >= 0 and "candidates"."start" < "candidates"."end"),
	CONSTRAINT "candidates_attribution_check" CHECK ("candidates"."attribution" in ('own', 'quoted', 'reported')),
	CONSTRAINT "candidates_directness_check" CHECK ("candidates"."directness" in ('verbatim', 'paraphrase')),
	CONSTRAINT "candidates_polarity_check" CHECK ("candidates"."polarity" in ('+', '-')),
	CONSTRAINT "candidates_window_source_check" CHECK ("candidates"."window_source" in ('stated', 'rule', 'default')),
	CONSTRAINT "candidates_orientation_check" CHECK ("candidates"."orientation" in ('as-worded', 'opposite')),
	CONSTRAINT "candidates_kind_check" CHECK ("candidates"."kind" in ('event', 'state', 'vague', 'counterfactual', 'normative')),
	CONSTRAINT "candidates_verifiability_check" CHECK ("candidates"."verifiability" in ('checkable', 'arguable', 'unverifiable'))
);
--> statement-breakpoint
CREATE TABLE "collection_commentaries" (
	"collection_id" text NOT NULL,
	"commentary_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_commentaries_collection_id_commentary_id_pk" PRIMARY KEY("collection_id","commentary_id")
);
--> statement-breakpoint
CREATE TABLE "commentaries" (
	"id" text PRIMARY KEY NOT NULL,
	"content_sha256" text NOT NULL,
	"title" text,
	"url" text,
	"source_id" text,
	"language" text NOT NULL,
	"published_on" date NOT NULL,
	"published_earliest" timestamp (3) with time zone NOT NULL,
	"published_latest" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "commentaries_content_unique" UNIQUE("content_sha256"),
	CONSTRAINT "commentaries_published_check" CHECK ("commentaries"."published_earliest" <= "commentaries"."published_latest")
);
--> statement-breakpoint
CREATE TABLE "commentary_texts" (
	"commentary_id" text NOT NULL,
	"version" integer NOT NULL,
	"reader" text NOT NULL,
	"text" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "commentary_texts_commentary_id_version_pk" PRIMARY KEY("commentary_id","version")
);
--> statement-breakpoint
CREATE TABLE "authors" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"identity" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "authors_slug_unique" UNIQUE("slug"),
	CONSTRAINT "authors_identity_unique" UNIQUE("identity"),
	CONSTRAINT "authors_kind_check" CHECK ("authors"."kind" in ('person', 'organisation', 'model', 'unattributed'))
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"rule" text NOT NULL,
	"read_whole" boolean NOT NULL,
	"caveat" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collections_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"sha256" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "keys_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "source_coverage" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"read_through" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "source_coverage_unique" UNIQUE("source_id","read_through")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"identity" text NOT NULL,
	"reporting_lag_days" integer,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sources_identity_unique" UNIQUE("identity"),
	CONSTRAINT "sources_lag_check" CHECK ("sources"."reporting_lag_days" between 0 and 3650)
);
--> statement-breakpoint
CREATE TABLE "collection_questions" (
	"collection_id" text NOT NULL,
	"question_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collection_questions_collection_id_question_id_pk" PRIMARY KEY("collection_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "families" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "family_members" (
	"question_id" text PRIMARY KEY NOT NULL,
	"family_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"licence" text NOT NULL,
	"note" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "imports_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "predictions" (
	"id" text PRIMARY KEY NOT NULL,
	"author_id" text NOT NULL,
	"question_id" text NOT NULL,
	"version_id" text NOT NULL,
	"act" text NOT NULL,
	"form" text NOT NULL,
	"said_earliest" timestamp (3) with time zone NOT NULL,
	"said_latest" timestamp (3) with time zone NOT NULL,
	"attribution" text NOT NULL,
	"directness" text NOT NULL,
	"weak_hedge" boolean NOT NULL,
	"scoreable" boolean NOT NULL,
	"unscored_reason" text,
	"origin" text NOT NULL,
	"quote" text,
	"commentary_id" text,
	"candidate_id" text,
	"import_id" text,
	"import_key" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "predictions_candidate_unique" UNIQUE("candidate_id"),
	CONSTRAINT "predictions_import_unique" UNIQUE("import_id","import_key"),
	CONSTRAINT "predictions_said_check" CHECK ("predictions"."said_earliest" <= "predictions"."said_latest"),
	CONSTRAINT "predictions_form_check" CHECK ("predictions"."form" ~ '^(micro:(0|[1-9][0-9]{0,5}|1000000)|phrase:[a-z0-9]+(-[a-z0-9]+)*:[+-])$'),
	CONSTRAINT "predictions_scoreable_check" CHECK ("predictions"."scoreable" = ("predictions"."unscored_reason" is null)),
	CONSTRAINT "predictions_act_check" CHECK ("predictions"."act" in ('state', 'reaffirm', 'withdraw', 'mistake')),
	CONSTRAINT "predictions_origin_check" CHECK ("predictions"."origin" in ('commentary', 'submitted', 'imported')),
	CONSTRAINT "predictions_attribution_check" CHECK ("predictions"."attribution" in ('own', 'quoted', 'reported')),
	CONSTRAINT "predictions_directness_check" CHECK ("predictions"."directness" in ('verbatim', 'paraphrase'))
);
--> statement-breakpoint
CREATE TABLE "question_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"wording" text NOT NULL,
	"criteria" text NOT NULL,
	"orientation" text NOT NULL,
	"condition" text,
	"window_start" date NOT NULL,
	"window_end" date,
	"window_zone" text NOT NULL,
	"window_source" text NOT NULL,
	"resolver" text NOT NULL,
	"reference_at" timestamp (3) with time zone,
	"criteria_fixed_at" timestamp (3) with time zone NOT NULL,
	"criteria_source" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "question_versions_unique" UNIQUE("question_id","version"),
	CONSTRAINT "question_versions_question_unique" UNIQUE("id","question_id"),
	CONSTRAINT "question_versions_window_check" CHECK ("question_versions"."window_start" <= "question_versions"."window_end"),
	CONSTRAINT "question_versions_orientation_check" CHECK ("question_versions"."orientation" in ('as-worded', 'opposite')),
	CONSTRAINT "question_versions_window_source_check" CHECK ("question_versions"."window_source" in ('stated', 'rule', 'default')),
	CONSTRAINT "question_versions_resolver_check" CHECK ("question_versions"."resolver" in ('manual'))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"void_reason" text,
	"request_digest" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "questions_request_unique" UNIQUE("request_digest"),
	CONSTRAINT "questions_kind_check" CHECK ("questions"."kind" in ('binary')),
	CONSTRAINT "questions_status_check" CHECK ("questions"."status" in ('open', 'due', 'resolved', 'void')),
	CONSTRAINT "questions_outcome_check" CHECK ("questions"."outcome" in ('yes', 'no')),
	CONSTRAINT "questions_void_reason_check" CHECK ("questions"."void_reason" in ('annulled', 'ambiguous', 'not-applicable')),
	CONSTRAINT "questions_resolved_check" CHECK (("questions"."status" = 'resolved') = ("questions"."outcome" is not null)),
	CONSTRAINT "questions_void_check" CHECK (("questions"."status" = 'void') = ("questions"."void_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"happened_earliest" timestamp (3) with time zone NOT NULL,
	"happened_latest" timestamp (3) with time zone NOT NULL,
	"published_earliest" timestamp (3) with time zone NOT NULL,
	"published_latest" timestamp (3) with time zone NOT NULL,
	"source_id" text,
	"commentary_id" text,
	"quote" text,
	"url" text,
	"archive_sha256" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "events_unique" UNIQUE("title","happened_earliest","happened_latest"),
	CONSTRAINT "events_happened_check" CHECK ("events"."happened_earliest" <= "events"."happened_latest"),
	CONSTRAINT "events_published_check" CHECK ("events"."published_earliest" <= "events"."published_latest"),
	CONSTRAINT "events_reported_after_check" CHECK ("events"."happened_earliest" <= "events"."published_latest")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"kind" text NOT NULL,
	"bearing" text NOT NULL,
	"event_id" text,
	"source_id" text,
	"commentary_id" text,
	"quote" text,
	"url" text,
	"read_through" date,
	"statement" text,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "evidence_kind_check" CHECK ("evidence"."kind" in ('report', 'figure', 'coverage', 'search-statement')),
	CONSTRAINT "evidence_bearing_check" CHECK ("evidence"."bearing" in ('shows', 'excludes', 'none')),
	CONSTRAINT "evidence_coverage_check" CHECK ("evidence"."kind" <> 'coverage' or ("evidence"."source_id" is not null and "evidence"."read_through" is not null)),
	CONSTRAINT "evidence_search_check" CHECK ("evidence"."kind" <> 'search-statement' or ("evidence"."statement" is not null and "evidence"."read_through" is not null))
);
--> statement-breakpoint
CREATE TABLE "proposal_evidence" (
	"proposal_id" text NOT NULL,
	"evidence_id" text NOT NULL,
	CONSTRAINT "proposal_evidence_proposal_id_evidence_id_pk" PRIMARY KEY("proposal_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"outcome" text NOT NULL,
	"rationale" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"evidence_digest" text NOT NULL,
	"proposed_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "proposals_unique" UNIQUE("question_id","outcome","evidence_digest"),
	CONSTRAINT "proposals_status_check" CHECK ("proposals"."status" in ('pending', 'settled', 'declined')),
	CONSTRAINT "proposals_outcome_check" CHECK ("proposals"."outcome" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE "resolution_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"position" integer NOT NULL,
	"step" text NOT NULL,
	"outcome" text,
	"void_reason" text,
	"deciding_evidence_id" text,
	"proposal_id" text,
	"decider" text NOT NULL,
	"rules" text NOT NULL,
	"reason" text NOT NULL,
	"evidence_digest" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"salts" jsonb NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "resolution_entries_position_unique" UNIQUE("question_id","position"),
	CONSTRAINT "resolution_entries_step_check" CHECK ("resolution_entries"."step" in ('close', 'settle', 'void', 'reopen')),
	CONSTRAINT "resolution_entries_outcome_check" CHECK ("resolution_entries"."outcome" in ('yes', 'no')),
	CONSTRAINT "resolution_entries_void_reason_check" CHECK ("resolution_entries"."void_reason" in ('annulled', 'ambiguous', 'not-applicable')),
	CONSTRAINT "resolution_entries_settle_check" CHECK (("resolution_entries"."step" = 'settle') = ("resolution_entries"."outcome" is not null)),
	CONSTRAINT "resolution_entries_void_check" CHECK (("resolution_entries"."step" = 'void') = ("resolution_entries"."void_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "resolution_evidence" (
	"resolution_id" text NOT NULL,
	"evidence_id" text NOT NULL,
	CONSTRAINT "resolution_evidence_resolution_id_evidence_id_pk" PRIMARY KEY("resolution_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "family_counts" (
	"author_id" text NOT NULL,
	"set" text NOT NULL,
	"due_month" text NOT NULL,
	"horizon_class" text NOT NULL,
	"attribution" text NOT NULL,
	"window_source" text NOT NULL,
	"weak_hedge" boolean NOT NULL,
	"timing" text NOT NULL,
	"origin" text NOT NULL,
	"form" text NOT NULL,
	"family_id" text NOT NULL,
	"n" integer NOT NULL,
	"hits" integer NOT NULL,
	CONSTRAINT "family_counts_pkey" PRIMARY KEY("author_id","set","due_month","horizon_class","attribution","window_source","weak_hedge","timing","origin","family_id","form"),
	CONSTRAINT "family_counts_check" CHECK ("family_counts"."hits" >= 0 and "family_counts"."hits" <= "family_counts"."n")
);
--> statement-breakpoint
CREATE TABLE "score_counts" (
	"author_id" text NOT NULL,
	"set" text NOT NULL,
	"due_month" text NOT NULL,
	"horizon_class" text NOT NULL,
	"attribution" text NOT NULL,
	"window_source" text NOT NULL,
	"weak_hedge" boolean NOT NULL,
	"timing" text NOT NULL,
	"origin" text NOT NULL,
	"form" text NOT NULL,
	"pending" integer NOT NULL,
	"void" integer NOT NULL,
	"n" integer NOT NULL,
	"hits" integer NOT NULL,
	CONSTRAINT "score_counts_pkey" PRIMARY KEY("author_id","set","due_month","horizon_class","attribution","window_source","weak_hedge","timing","origin","form"),
	CONSTRAINT "score_counts_check" CHECK ("score_counts"."pending" >= 0 and "score_counts"."void" >= 0 and "score_counts"."hits" >= 0 and "score_counts"."hits" <= "score_counts"."n")
);
--> statement-breakpoint
CREATE TABLE "scored_items" (
	"id" text PRIMARY KEY NOT NULL,
	"author_id" text NOT NULL,
	"question_id" text NOT NULL,
	"prediction_id" text NOT NULL,
	"resolution_id" text NOT NULL,
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
	CONSTRAINT "scored_items_reverses_unique" UNIQUE("reverses"),
	CONSTRAINT "scored_items_state_check" CHECK ("scored_items"."state" in ('pending', 'void', 'scored')),
	CONSTRAINT "scored_items_hit_check" CHECK (("scored_items"."state" = 'scored') = ("scored_items"."hit" is not null)),
	CONSTRAINT "scored_items_sign_check" CHECK (("scored_items"."sign" = 1 and "scored_items"."reverses" is null) or ("scored_items"."sign" = -1 and "scored_items"."reverses" is not null))
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"status" text NOT NULL,
	"summary" jsonb,
	"error" text,
	CONSTRAINT "job_runs_unique" UNIQUE("job","scheduled_at"),
	CONSTRAINT "job_runs_status_check" CHECK ("job_runs"."status" in ('running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD CONSTRAINT "candidate_reviews_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_reviews" ADD CONSTRAINT "candidate_reviews_prediction_id_predictions_id_fk" FOREIGN KEY ("prediction_id") REFERENCES "public"."predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_text_fk" FOREIGN KEY ("commentary_id","text_version") REFERENCES "public"."commentary_texts"("commentary_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_commentaries" ADD CONSTRAINT "collection_commentaries_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_commentaries" ADD CONSTRAINT "collection_commentaries_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentaries" ADD CONSTRAINT "commentaries_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commentary_texts" ADD CONSTRAINT "commentary_texts_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_coverage" ADD CONSTRAINT "source_coverage_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_questions" ADD CONSTRAINT "collection_questions_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_questions" ADD CONSTRAINT "collection_questions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_members" ADD CONSTRAINT "family_members_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_members" ADD CONSTRAINT "family_members_family_id_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."families"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "predictions" ADD CONSTRAINT "predictions_version_fk" FOREIGN KEY ("version_id","question_id") REFERENCES "public"."question_versions"("id","question_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_commentary_id_commentaries_id_fk" FOREIGN KEY ("commentary_id") REFERENCES "public"."commentaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_evidence" ADD CONSTRAINT "proposal_evidence_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_evidence" ADD CONSTRAINT "proposal_evidence_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_entries" ADD CONSTRAINT "resolution_entries_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_entries" ADD CONSTRAINT "resolution_entries_deciding_evidence_id_evidence_id_fk" FOREIGN KEY ("deciding_evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_entries" ADD CONSTRAINT "resolution_entries_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_evidence" ADD CONSTRAINT "resolution_evidence_resolution_id_resolution_entries_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution_evidence" ADD CONSTRAINT "resolution_evidence_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_counts" ADD CONSTRAINT "family_counts_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_counts" ADD CONSTRAINT "family_counts_family_id_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."families"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_counts" ADD CONSTRAINT "score_counts_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scored_items" ADD CONSTRAINT "scored_items_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scored_items" ADD CONSTRAINT "scored_items_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scored_items" ADD CONSTRAINT "scored_items_prediction_id_predictions_id_fk" FOREIGN KEY ("prediction_id") REFERENCES "public"."predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scored_items" ADD CONSTRAINT "scored_items_resolution_id_resolution_entries_id_fk" FOREIGN KEY ("resolution_id") REFERENCES "public"."resolution_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scored_items" ADD CONSTRAINT "scored_items_family_id_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."families"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scored_items" ADD CONSTRAINT "scored_items_reverses_scored_items_id_fk" FOREIGN KEY ("reverses") REFERENCES "public"."scored_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidates_recorded_at_index" ON "candidates" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "candidates_commentary_index" ON "candidates" USING btree ("commentary_id","start");--> statement-breakpoint
CREATE INDEX "commentaries_recorded_at_index" ON "commentaries" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "authors_recorded_at_index" ON "authors" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "collections_recorded_at_index" ON "collections" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "keys_recorded_at_index" ON "keys" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "sources_recorded_at_index" ON "sources" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "family_members_family_index" ON "family_members" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "predictions_recorded_at_index" ON "predictions" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "predictions_author_index" ON "predictions" USING btree ("author_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "predictions_question_index" ON "predictions" USING btree ("question_id","author_id");--> statement-breakpoint
CREATE INDEX "question_versions_window_end_index" ON "question_versions" USING btree ("window_end","question_id");--> statement-breakpoint
CREATE INDEX "questions_recorded_at_index" ON "questions" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "questions_status_index" ON "questions" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "events_recorded_at_index" ON "events" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "evidence_question_index" ON "evidence" USING btree ("question_id","id");--> statement-breakpoint
CREATE INDEX "proposals_recorded_at_index" ON "proposals" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "resolution_entries_recorded_at_index" ON "resolution_entries" USING btree ("recorded_at","id");--> statement-breakpoint
CREATE INDEX "scored_items_question_index" ON "scored_items" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "scored_items_sets_index" ON "scored_items" USING gin ("sets");--> statement-breakpoint
CREATE INDEX "scored_items_author_index" ON "scored_items" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "job_runs_started_at_index" ON "job_runs" USING btree ("started_at","id");