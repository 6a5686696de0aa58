CREATE TABLE "model_calls" (
	"text_sha256" text NOT NULL,
	"content_sha256" text NOT NULL,
	"prompt_version" text NOT NULL,
	"model" text NOT NULL,
	"mode" text NOT NULL,
	"answer" jsonb,
	"finish_reason" text NOT NULL,
	"tokens_in" integer NOT NULL,
	"tokens_out" integer NOT NULL,
	"cost_micros" integer,
	"duration_ms" integer NOT NULL,
	"refused" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "model_calls_key" PRIMARY KEY("text_sha256","content_sha256","prompt_version","model","mode"),
	CONSTRAINT "model_calls_mode_check" CHECK ("model_calls"."mode" in ('model', 'hybrid')),
	CONSTRAINT "model_calls_amounts_check" CHECK (least("model_calls"."tokens_in", "model_calls"."tokens_out", "model_calls"."cost_micros", "model_calls"."duration_ms", "model_calls"."refused") >= 0)
);
