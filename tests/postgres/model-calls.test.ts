import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { PROMPT_VERSION } from '../../src/core/extraction/model/model-prompt.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { servicesHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { keptCalls } from '../../src/storage/model-calls.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { finding, PUBLISHED, settingsFor } from '../outside/models/extraction.ts'
import { withModelServer } from '../support/model-server.ts'
import { freshDatabase } from '../support/postgres.ts'

let database: OpenDatabase
beforeAll(async () => {
  database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 10 })
})
afterAll(() => database?.close())

it('twenty readings of one text at the same moment agree, and keep each answer once', () =>
  withModelServer(
    ({ material }) => ({
      content: {
        predictions: [...material.matchAll(/The mill of \w+ may close/g)].map(([quote]) => finding(quote)),
      },
    }),
    async ({ url }) => {
      const text = Array.from(
        { length: 30 },
        (_, i) => `The mill of Vel${i} may close. ${'It is old. '.repeat(120)}`,
      ).join('\n\n')
      const settings = settingsFor(url)
      const readings = await Promise.all(
        Array.from({ length: 20 }, () => servicesHere(database, settings).extract(text, PUBLISHED)),
      )
      for (const { candidates, run } of readings) {
        expect(run.fallback).toBeNull()
        expect(candidates).toEqual(readings[0]?.candidates)
        expect(candidates).toHaveLength(30)
      }
      const reading = { promptVersion: PROMPT_VERSION, model: settings.model, mode: settings.mode }
      const kept = await keptCalls(database.reader, { ...reading, textSha256: await sha256(text) })
      expect(kept.length).toBeGreaterThan(2)
      const { run } = await servicesHere(database, settings).extract(text, PUBLISHED)
      expect(run.usage).toMatchObject({ calls: 0, cachedCalls: kept.length, costMicros: 0 })
    },
  ))
