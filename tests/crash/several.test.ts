import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { freshDatabase } from '../support/postgres.ts'
import { several } from './several.ts'

/** A guard against hanging, as everywhere. */
const LONG = 900_000

it(
  'four processes over one Postgres lose nothing and answer alike, though one of them is killed in the midst of its work',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hindcast-several-'))
    const databaseUrl = await freshDatabase(inject('postgresUrl'))
    try {
      const found = await several({
        databaseUrl,
        folder,
        servers: 4,
        rounds: 2,
        batch: 200,
        kills: 1,
        seed: 'npm test',
      })
      expect(found).toMatchObject({
        firstKeys: 1,
        checked: { lost: [], halfWritten: [], differences: [] },
        different: [],
        verified: { facts: found.facts, faults: [] },
        missing: 0,
      })
      expect(found.acknowledged).toBeGreaterThan(1000)
      expect(found.compared).toBeGreaterThan(30)
      expect(found.messages).toBeGreaterThan(1000)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
  LONG,
)
