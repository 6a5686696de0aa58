import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What the check says of a folder of migrations; of ours where none is given. */
const checked = (migrations?: Readonly<Record<string, string>>): string[] => {
  const folder = migrations && mkdtempSync(join(tmpdir(), 'hindcast-migrations-'))
  try {
    for (const [name, text] of Object.entries(migrations ?? {})) writeFileSync(join(folder ?? '', `${name}.sql`), text)
    const args = ['tools/check-migrations.mjs', ...(folder ? [folder] : [])]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(stdout).toBe('')
    const said = stderr.trim().split('\n').filter(Boolean)
    expect(status, stderr).toBe(said.length === 0 ? 0 : 1)
    return said
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

/** Each statement of its own as a migration, in one run of the check: what is said of each. */
const each = (statements: readonly string[]): string[] => {
  const named = statements.map((statement, nth) => [`${9000 + nth}_case`, statement] as const)
  const said = checked(Object.fromEntries(named))
  return named.map(([name]) =>
    said
      .filter((line) => line.startsWith(`${name}.sql`))
      .map((line) => line.slice(name.length + 5))
      .join('\n'),
  )
}

const refused: readonly [statement: string, says: RegExp][] = [
  [
    'ALTER TABLE "authors" DROP COLUMN "name";',
    /^1 drops authors\.name, .*; stop using it; expand now, and contract in a later/,
  ],
  ['ALTER TABLE authors ADD COLUMN a text, DROP COLUMN b;', /drops authors\.b/],
  ['DROP TABLE "authors", keys CASCADE;', /drops the table authors,.*\n1 drops the table keys,/],
  ['DROP VIEW authors_as_of;', /drops the view authors_as_of/],
  ['DROP FUNCTION hold_account(text);', /drops the function hold_account/],
  ['DROP TYPE mood;', /drops the type mood/],
  ['TRUNCATE keys;', /empties keys/],
  ['ALTER TABLE authors RENAME COLUMN name TO called;', /renames the column authors\.name to called: .*write both/],
  ['ALTER TABLE authors RENAME TO people;', /renames the table authors to people/],
  ['ALTER TABLE keys RENAME CONSTRAINT a TO b;', /renames the tabconstraint keys\.a to b/],
  ['ALTER TABLE authors SET SCHEMA old;', /moves authors into another schema/],
  [
    'ALTER TABLE predictions ALTER COLUMN micro SET DATA TYPE bigint;',
    /changes the type of predictions\.micro.*add a column of the new type/,
  ],
  ['ALTER TABLE keys ALTER COLUMN owner SET NOT NULL;', /sets keys\.owner NOT NULL.*CHECK \(… IS NOT NULL\) NOT VALID/],
  ['ALTER TABLE keys ALTER COLUMN owner DROP DEFAULT;', /drops the default of keys\.owner/],
  ['ALTER TABLE keys ADD COLUMN a text NOT NULL;', /adds keys\.a NOT NULL without a default.*constant default/],
  ['ALTER TABLE keys ADD COLUMN a uuid DEFAULT gen_random_uuid();', /a value of its own for each row/],
  ['ALTER TABLE keys ADD COLUMN a bigserial;', /a value of its own for each row/],
  ["ALTER TABLE keys ADD COLUMN a text GENERATED ALWAYS AS (name || 'x') STORED;", /a value of its own for each row/],
  ["ALTER TABLE keys ADD COLUMN a text CHECK (a <> '');", /adds a CHECK to keys\.a.*NOT VALID/],
  ['ALTER TABLE keys ADD COLUMN a text REFERENCES authors;', /adds a foreign key to keys\.a/],
  ['ALTER TABLE keys ADD COLUMN a text UNIQUE;', /adds keys\.a with an index/],
  [
    "ALTER TABLE keys ADD CONSTRAINT keys_check CHECK (name <> '');",
    /adds keys_check \(check\) to keys.*VALIDATE CONSTRAINT in a migration of a later/,
  ],
  ['ALTER TABLE keys ADD CONSTRAINT k FOREIGN KEY (owner) REFERENCES authors (id);', /adds k \(foreign\) to keys/],
  ['ALTER TABLE keys ADD CONSTRAINT k UNIQUE (name);', /adds k \(unique\) to keys, and builds its index/],
  [
    'ALTER TABLE keys ADD CONSTRAINT k CHECK (true) NOT VALID;--> statement-breakpoint\nALTER TABLE keys VALIDATE CONSTRAINT k;',
    /^2 validates k of keys where it is added/,
  ],
  [
    'CREATE INDEX "i" ON "predictions" USING btree ("author_id");',
    /builds i on predictions, where nobody may write.*CREATE INDEX IF NOT EXISTS/,
  ],
  ['CREATE UNIQUE INDEX i ON ONLY predictions (id);', /builds i on predictions/],
  ['CREATE INDEX CONCURRENTLY i ON predictions (id);', /builds i CONCURRENTLY, which no transaction may/],
  ["DO $$ BEGIN EXECUTE 'drop table authors'; END $$;", /runs a block whose statements nobody can look at/],
  ['-- Not a reason: contract soon\nDROP TABLE "authors";', /^2 drops the table authors/],
  ['-- contract:\nDROP TABLE "authors";', /^2 drops the table authors/],
  ["SELECT '-- contract: in a text';\nDROP TABLE authors;", /^2 drops the table authors/],
  ['-- contract: nothing has read it since 0.3\nDROP TABLE a;\nDROP TABLE b;', /^3 drops the table b/],
  ["-- ä, ö: signs of two bytes\nSELECT 'ü';\n\n-- says nothing\nDROP TABLE b;", /^5 drops the table b/],
  ['ALTER TABEL keys;', /^is no SQL: syntax error at or near "TABEL"/],
]

const passed: readonly string[] = [
  'CREATE TABLE "things" ("id" text PRIMARY KEY, "name" text NOT NULL CHECK ("name" <> \'\'));--> statement-breakpoint\n' +
    'ALTER TABLE "things" ADD CONSTRAINT "f" FOREIGN KEY ("name") REFERENCES "public"."authors"("id");--> statement-breakpoint\n' +
    'CREATE UNIQUE INDEX "i" ON "things" USING btree ("name");--> statement-breakpoint\nALTER TABLE "things" ALTER COLUMN "name" DROP NOT NULL;',
  'ALTER TABLE keys ADD COLUMN a text, ADD COLUMN b integer DEFAULT 0 NOT NULL, ADD COLUMN c timestamptz DEFAULT now() NOT NULL;',
  "ALTER TABLE keys ADD COLUMN a jsonb DEFAULT '[]'::jsonb NOT NULL;",
  "ALTER TABLE keys ADD CONSTRAINT keys_check CHECK (name <> '') NOT VALID;",
  'ALTER TABLE keys VALIDATE CONSTRAINT keys_check;',
  'ALTER TABLE keys DROP CONSTRAINT keys_check;',
  "ALTER TABLE keys DROP CONSTRAINT k;\nALTER TABLE keys ADD CONSTRAINT k CHECK (scope IN ('a', 'b')) NOT VALID;",
  'ALTER TABLE keys ALTER COLUMN owner DROP NOT NULL;',
  "ALTER TABLE keys ALTER COLUMN owner SET DEFAULT 'host';",
  'CREATE INDEX IF NOT EXISTS "i" ON "predictions" ("author_id");',
  'DROP INDEX i; DROP TRIGGER t ON keys;',
  'CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DROP TABLE keys; RETURN NULL; END $$;',
  "UPDATE keys SET owner = 'host' WHERE owner IS NULL;",
  "SELECT seal_facts_of('things', 'thing');",
  '-- contract: nothing has read it since 0.3\nDROP TABLE a;',
  'ALTER TABLE a ADD COLUMN b text;--> statement-breakpoint\n-- Rows are few.\n-- contract: one row a server, written at its start\nALTER TABLE installation ADD CONSTRAINT c CHECK (true);',
  '-- nothing but a comment',
]

describe('the check of migrations', () => {
  it('refuses what the release before, or whoever reads and writes meanwhile, would suffer from, and says what to do', () => {
    const said = each(refused.map(([statement]) => statement))
    for (const [nth, [statement, says]] of refused.entries()) expect(said[nth], statement).toMatch(says)
  })

  it('lets pass what only adds, what a new table needs, and what a reason is given for', () => {
    const said = each(passed)
    for (const [nth, statement] of passed.entries()) expect(said[nth], statement).toBe('')
  })

  it('leaves those from before it alone, and ends with how a reason is given', () => {
    const said = checked({ '0086_before': 'DROP TABLE a;', '0087_after': 'DROP TABLE a;' })
    expect(said).toEqual([expect.stringMatching(/^0087_after\.sql:1 /), expect.stringContaining('-- contract: …')])
  })

  it('finds nothing in ours', () => expect(checked()).toEqual([]))
})
