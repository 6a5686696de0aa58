import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { readDocument } from '../../src/core/reading/document.ts'
import { commentariesByContent, newestText, recordedBytes } from '../../src/storage/commentaries.ts'
import { nothingFound, pieceOf } from '../actions/story.ts'
import { day, inWorld } from '../support/embedded.ts'

const rain = { on: '2026-01-05', quote: 'It will rain by March.', end: '2026-03-31' }

it('keeps the bytes of a page, of which its reader makes the text again', () =>
  inWorld(async (world) => {
    const bytes = Uint8Array.from('<html><meta charset="windows-1252"><body><p>Le café will close.', (letter) =>
      letter.charCodeAt(0),
    )
    const mediaType = 'text/html'
    const { text, reader } = await readDocument({ bytes, mediaType, url: null })
    const commentary = { text, publishedOn: day('2026-01-05'), bylines: [], language: 'en' }
    const original = { bytes, mediaType, reader }
    const recorded = await recordCommentary(world.at('2026-01-06'), { commentary, extraction: nothingFound, original })
    const kept = await recordedBytes(world.tx, recorded.commentary.id)
    expect(kept).toMatchObject({ mediaType, sha256: await sha256(bytes), recordedAt: '2026-01-06T12:00:00.000Z' })
    expect([...(kept?.bytes ?? [])]).toEqual([...bytes])
    const again = await readDocument({ bytes: kept?.bytes ?? new Uint8Array(), mediaType, url: null })
    expect(await newestText(world.tx, recorded.commentary.id)).toEqual({ version: 1, reader, text: again.text })
  }))

it('takes a text for its own original where no other is given, and the first of two', () =>
  inWorld(async (world) => {
    const input = pieceOf(rain)
    const { commentary } = await recordCommentary(world.at('2026-01-06'), input)
    const other = { bytes: Uint8Array.of(1), mediaType: 'text/html', reader: 'html-1' as const }
    await recordCommentary(world.at('2026-01-07'), { ...input, original: other })
    const kept = await recordedBytes(world.tx, commentary.id)
    expect(kept?.mediaType).toBe('text/plain; charset=utf-8')
    expect(new TextDecoder().decode(kept?.bytes)).toBe(input.commentary.text)
    expect(await newestText(world.tx, commentary.id)).toMatchObject({ reader: 'text-1' })
  }))

it('writes nothing when the recording fails', () =>
  inWorld(async (world) => {
    const input = pieceOf({ ...rain, piece: { collection: 'none' } })
    await expect(recordCommentary(world.at('2026-01-06'), input)).rejects.toMatchObject({ code: 'not-found' })
    const rows = await world.tx.execute(sql`select 1 from commentary_bytes`)
    expect((rows as unknown as { rows: unknown[] }).rows).toEqual([])
  }))

it('lets bytes and texts be deleted, which the commentary outlives', () =>
  inWorld(async (world) => {
    const input = pieceOf(rain)
    const { commentary } = await recordCommentary(world.at('2026-01-06'), input)
    await world.tx.execute(sql`delete from commentary_bytes where commentary_id = ${commentary.id}`)
    await world.tx.execute(sql`delete from commentary_texts where commentary_id = ${commentary.id}`)
    expect(await recordedBytes(world.tx, commentary.id)).toBeNull()
    expect(await commentariesByContent(world.tx, commentary.contentSha256)).toEqual([commentary])
  }))
