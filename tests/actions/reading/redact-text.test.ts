import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { beginOnce, endOnce } from '../../../src/actions/answer-once.ts'
import { ANYONE } from '../../../src/actions/context.ts'
import { confirmDispute } from '../../../src/actions/disputes/confirm-dispute.ts'
import { fileDispute } from '../../../src/actions/disputes/file-dispute.ts'
import { replyToDispute } from '../../../src/actions/disputes/reply-to-dispute.ts'
import { recordCommentary } from '../../../src/actions/reading/record-commentary.ts'
import { redactText } from '../../../src/actions/reading/redact-text.ts'
import { recordEvent } from '../../../src/actions/resolving/record-event.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { factDigest } from '../../../src/core/ledger/digest.ts'
import type { RedactionSubject } from '../../../src/core/redaction.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { candidatesOf } from '../../../src/storage/candidates.ts'
import { findCommentary, newestText, recordedBytes } from '../../../src/storage/commentaries.ts'
import { findDispute } from '../../../src/storage/disputes.ts'
import { findPrediction } from '../../../src/storage/predictions.ts'
import { listRedactions } from '../../../src/storage/redactions.ts'
import { disputeReplies, disputes } from '../../../src/storage/tables/disputes.ts'
import { redactions } from '../../../src/storage/tables/redactions.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { filed } from '../disputes/disputing.ts'
import { accepted, pieceOf } from '../story.ts'

const NOW = '2026-06-01'
const redact = (world: World, subject: RedactionSubject, reason = 'it names a child') =>
  redactText(world.at(NOW), { subject, reason })
const refused = { code: 'fact-is-append-only' }

/** A dispute and a reply to it that came in without a key. */
const keyless = async (world: World) => {
  const { prediction } = await accepted(world, { on: '2026-01-05', quote: 'It will rain by March.', end: '2026-03-31' })
  const filing = {
    subject: { kind: 'prediction' as const, predictionId: prediction.id },
    grounds: 'Ask Bob at 5 Elm Row.',
  }
  const dispute = await filed(world, filing)
  const text = 'Bob lies, and lives at 5 Elm Row.'
  const { replyId } = await replyToDispute(world.at('2026-05-03', ANYONE), { disputeId: dispute.id, text })
  await confirmDispute(world.at('2026-05-03'), { disputeId: dispute.id, how: 'called them' })
  await confirmDispute(world.at('2026-05-03'), { disputeId: dispute.id, replyId, how: 'called them' })
  await sealFacts(world.at('2026-05-04'), {})
  return { filing, id: dispute.id, replyId }
}

describe('the text of a commentary', () => {
  it('goes, with what is searched in it, and leaves what was made of it', () =>
    inWorld(async (world) => {
      const said = { on: '2026-01-05', quote: 'It will rain by March.', end: '2026-03-31' }
      const { commentary, candidate, prediction } = await accepted(world, said)
      await world.tx.execute(sql`insert into event_candidates (id, commentary_id, text_version, start, "end", quote, title,
        occurred, latest, date_source, date_words, entities, verb, attribution, directness, reasons, facts_version, recorded_at)
        values ('evc_1', ${commentary.id}, 1, 0, 1, 'It', 'It', true, '2026-01-01', 'undated', '', '[]', 'be', 'own', 'verbatim',
        '[]', '1', now())`)
      const subject = { kind: 'commentary' as const, id: commentary.id }
      const { redaction, created } = await redact(world, subject)
      expect([redaction, created]).toMatchObject([{ subject, field: 'text', reason: 'it names a child' }, true])
      expect([await newestText(world.tx, commentary.id), await recordedBytes(world.tx, commentary.id)]).toEqual([
        null,
        null,
      ])
      expect(await findCommentary(world.tx, commentary.id)).toEqual(commentary)
      expect((await candidatesOf(world.tx, commentary.id)).map(({ id }) => id)).toEqual([candidate.id])
      expect(await findPrediction(world.tx, prediction.id)).toEqual(prediction)
      expect(await redact(world, subject, 'again')).toEqual({ redaction, created: false })
      expect((await listRedactions(world.tx, { limit: 5, cursor: null })).items).toEqual([redaction])
      // Recorded again it is the same commentary, and its text stays gone.
      expect((await recordCommentary(world.at(NOW), pieceOf(said))).created).toBe(false)
      expect(await newestText(world.tx, commentary.id)).toBeNull()
      const cited = { title: 'Rain', happened: day('2026-01-04'), commentaryId: commentary.id }
      await expect(recordEvent(world.at(NOW), cited)).rejects.toMatchObject({
        message: `the text of ${commentary.id} was taken out`,
      })
    }))

  it('of a commentary that is not there cannot go', () =>
    inWorld(async (world) => {
      const subject = { kind: 'commentary' as const, id: world.newId('commentary') }
      await expect(redact(world, subject)).rejects.toMatchObject({
        code: 'not-found',
        fields: [{ field: 'subject.id' }],
      })
    }))
})

describe('the grounds of a keyless dispute, and a reply', () => {
  it('go with their salts, and their facts still verify, as redacted', () =>
    inWorld(async (world) => {
      const { id, replyId } = await keyless(world)
      const [before] = await world.tx.select().from(disputes).where(eq(disputes.id, id))
      await redact(world, { kind: 'dispute', id })
      await redact(world, { kind: 'dispute-reply', id: replyId })
      expect(await findDispute(world.tx, id)).toMatchObject({
        grounds: null,
        redacted: true,
        digest: before?.digest,
        replies: [{ id: replyId, text: null }],
      })
      const [row] = await world.tx.select().from(disputes).where(eq(disputes.id, id))
      const [reply] = await world.tx.select().from(disputeReplies).where(eq(disputeReplies.id, replyId))
      for (const [kind, fact, field] of [
        ['dispute', row, 'grounds'] as const,
        ['dispute-reply', reply, 'text'] as const,
      ]) {
        const { salts = {}, digest = '', ...fields } = fact ?? {}
        expect(Object.keys(salts)).not.toContain(field)
        const [left] = await world.tx
          .select()
          .from(redactions)
          .where(eq(redactions.factId, fact?.id ?? ''))
        const kept = { [field]: left?.fieldDigest ?? '' }
        expect(await factDigest(kind, fields, salts, kept)).toBe(digest)
        expect(await factDigest(kind, fields, salts)).not.toBe(digest)
      }
    }))

  it('are gone as of before too, and stay gone when they are sent again', () =>
    inWorld(async (world) => {
      const { id, filing } = await keyless(world)
      const { position } = await sealFacts(world.at('2026-05-05'), {})
      await redact(world, { kind: 'dispute', id })
      expect(await readAsOf(world.tx, position, (reader) => findDispute(reader, id))).toMatchObject({ grounds: null })
      const again = await fileDispute(world.at(NOW, ANYONE), { ...filing, role: 'judged-author' })
      expect(again).toMatchObject({ created: false, dispute: { id, grounds: null } })
    }))

  it('go from the first answers too that are kept for who asks again', () =>
    inWorld(async (world) => {
      const { id } = await keyless(world)
      const ask = { actor: 'key_1', key: 'once', fingerprint: 'of the request' }
      const answer = { status: 201, headers: {}, body: 'Ask Bob at 5 Elm Row.' }
      expect(await beginOnce(world.at(NOW), ask)).toBeNull()
      await endOnce(world.at(NOW), { ask, answer })
      expect(await beginOnce(world.at(NOW), ask)).toEqual(answer)
      await redact(world, { kind: 'dispute', id })
      expect(await beginOnce(world.at(NOW), ask)).toBeNull()
    }))

  it('go by a redaction alone, and nothing else goes or changes with them', () =>
    inWorld(async (world) => {
      const { id, replyId } = await keyless(world)
      const run = (change: ReturnType<typeof sql>) => world.database.transaction((tx) => tx.execute(change))
      const emptied = sql`update disputes set grounds = null, salts = salts - 'grounds' where id = ${id}`
      await expect(run(emptied)).rejects.toMatchObject(refused)
      await redact(world, { kind: 'dispute', id })
      for (const change of [
        sql`update disputes set role = 'other' where id = ${id}`,
        sql`update disputes set salts = salts - 'role' where id = ${id}`,
        sql`update disputes set grounds = 'other', salts = salts || '{"grounds":"x"}' where id = ${id}`,
        sql`update dispute_replies set text = null, salts = salts - 'text' where id = ${replyId}`,
        sql`update redactions set reason = 'none'`,
        sql`delete from disputes where id = ${id}`,
        sql`delete from redactions`,
      ]) {
        await expect(run(change)).rejects.toMatchObject(refused)
      }
    }))
})
