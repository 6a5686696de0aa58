import { expect, inject, it } from 'vitest'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { hostContext, servicesHere } from '../../src/server.ts'
import { recordedBytes } from '../../src/storage/commentaries.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { nothingFound } from '../actions/story.ts'
import { day } from '../support/embedded.ts'
import { freshDatabase } from '../support/postgres.ts'

// No types are asked for, so that the driver must know how bytes are written without them.
it('keeps every byte', async () => {
  const database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 2 })
  try {
    const services = servicesHere(database)
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256)
    const commentary = { text: 'It will rain.', publishedOn: day('2026-02-10'), bylines: [], language: 'en' }
    const original = { bytes, mediaType: 'text/html', reader: 'html-1' as const }
    const input = { commentary, extraction: nothingFound, original }
    const recorded = await recordCommentary(hostContext(services), input)
    const kept = await recordedBytes(database.reader, recorded.commentary.id)
    expect(kept?.bytes).toBeInstanceOf(Uint8Array)
    expect(Buffer.from(bytes).equals(kept?.bytes ?? Buffer.alloc(0))).toBe(true)
  } finally {
    await database.close()
  }
})
