-- The newest checkpoint is signed anew where the secret changed: one of each size was one too few.
ALTER TABLE ledger_checkpoints DROP CONSTRAINT ledger_checkpoints_pkey;
