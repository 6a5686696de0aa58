-- Names are looked up however they are spelt. A trusted extension: whoever owns the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX "passages_names_index" ON "passages" USING gin ("names" gin_trgm_ops);
