import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confirmDispute } from '../../../src/actions/disputes/confirm-dispute.ts'
import { replyToDispute } from '../../../src/actions/disputes/reply-to-dispute.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import type { AuthorLink } from '../../../src/core/author-link.ts'
import type { Commentary } from '../../../src/core/commentary.ts'
import type { SealedKind } from '../../../src/core/ledger/fact-kinds.ts'
import type { WebhookFilter } from '../../../src/core/webhooks/webhook.ts'
import type { Change } from '../../../src/queries/following/change.ts'
import { changesAfter, EVERYTHING, type From } from '../../../src/queries/following/changes.ts'
import { excluded, filed, opened } from '../../actions/disputes/disputing.ts'
import { histories, run } from '../../actions/prefixes.ts'
import { inWorld, type World } from '../../support/embedded.ts'

/** All that a walk in steps gives, each step from where the one before ended; one that is not full ends with its window. */
const walk = async ({ tx }: World, filter: Partial<WebhookFilter>, steps: Omit<From, 'after'>): Promise<Change[]> => {
  const all: Change[] = []
  for (let after = 0; ; ) {
    const { items, next, more } = await changesAfter(tx, { after, ...steps }, { ...EVERYTHING, ...filter })
    all.push(...items)
    expect(next > after || !more).toBe(true)
    if (items.length < steps.limit) expect(next - after >= (steps.window ?? 0) || !more).toBe(true)
    if (!more) return all
    after = next
  }
}

type Told = Readonly<Record<string, unknown>>
const told = ({ data }: Change): Told => (data ?? {}) as Told

const COMMENTARY = /^\/v1\/commentaries\/(cmt_[0-9a-z]{26})$/

/** Who each record counts for, by what changes say of merges and splits: the latest of a record stands, and merges are followed. */
const whoCounts = (changes: readonly Change[]) => {
  const into = new Map<string, string>()
  for (const change of changes) {
    if (change.kind !== 'author-link') continue
    const { authorId, otherId, act } = told(change) as AuthorLink
    if (act === 'merge') into.set(authorId, otherId)
    else into.delete(authorId)
  }
  const canonical = (authorId: string): string => {
    const other = into.get(authorId)
    return other === undefined ? authorId : canonical(other)
  }
  return canonical
}

/** What changes themselves say of who is who, of who spoke on what, of topics and of collections. */
const worldOf = (changes: readonly Change[]) => {
  const canonical = whoCounts(changes)
  const spoken = new Set<string>()
  const topics = new Map<string, boolean>()
  const members = new Set<string>()
  const pieces = new Map<string, string>()
  for (const change of changes) {
    const { kind, id, questionId, authorIds, action } = change
    if (kind === 'prediction') spoken.add(`${canonical(authorIds[0] ?? '')} ${questionId}`)
    if (kind === 'prediction') pieces.set(id ?? '', String(told(change)['commentaryId']))
    if (kind === 'topic') topics.set(`${told(change)['topic']} ${questionId}`, action === 'added')
    if (id?.startsWith('col_')) members.add(id)
  }
  const commentaryOf = (change: Change): string | undefined => {
    const { commentaryId, predictionId, subject } = told(change) as { [field: string]: string | undefined } & {
      subject?: { commentaryId?: string }
    }
    const said = change.kind === 'exclusion' ? pieces.get(predictionId ?? '') : undefined
    return said ?? commentaryId ?? subject?.commentaryId ?? COMMENTARY.exec(change.resource ?? '')?.[1]
  }
  return (change: Change, { authorId, questionId, topic, collectionId }: WebhookFilter): boolean => {
    const { questionId: question, authorIds, id } = change
    const asked = canonical(authorId ?? '')
    const byAuthor =
      authorIds.length > 0 ? authorIds.map(canonical).includes(asked) : spoken.has(`${asked} ${question}`)
    const isMember = id?.startsWith('col_') ?? false
    const collected = isMember
      ? id?.startsWith(`${collectionId}/`)
      : members.has(`${collectionId}/${question}`) || members.has(`${collectionId}/${commentaryOf(change)}`)
    return (
      change.withheld === null &&
      (authorId === null || byAuthor) &&
      (questionId === null || question === questionId) &&
      (topic === null || topics.get(`${topic} ${question}`) === true) &&
      (collectionId === null || collected === true)
    )
  }
}

/**
 * Disputes of every sort, which histories come to seldom: one takes a statement out, one is of who signed a piece, and one and a
 * reply wait to be confirmed.
 */
const disputed = async (world: World): Promise<void> => {
  const [first] = await walk(world, { kinds: ['prediction'] }, { limit: 200 })
  const [piece] = (await walk(world, { kinds: ['commentary'] }, { limit: 200 })).map(({ data }) => data as Commentary)
  const [by] = piece?.bylines ?? []
  if (!first?.questionId || !piece || !by) throw new Error('a history begins with a statement')
  await excluded(world, { question: first.questionId, which: 0, now: LATER })
  const subject = { kind: 'byline', commentaryId: piece.id, authorId: by.id } as const
  const { id: disputeId } = await opened(world, { subject }, LATER)
  const { replyId } = await replyToDispute(world.at(LATER), { disputeId, text: 'It was a namesake.' })
  await confirmDispute(world.at(LATER), { disputeId, replyId, how: 'called them' }).catch(() => undefined)
  await filed(world, { subject, grounds: 'It was another Ada.' }, LATER)
  await replyToDispute(world.at(LATER), { disputeId, text: 'It was none.' })
  await sealFacts(world.at(LATER), {})
}
const LATER = '2027-01-05'

describe('changes by a filter', () => {
  it('are those of the whole feed that say so themselves, in steps of whatever size', {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        histories(12),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        (history, window, limit) =>
          inWorld(async (world) => {
            await run(world, history)
            await disputed(world)
            const seen = new Set<SealedKind>()
            const everything = await walk(world, {}, { limit: 200 })
            const isAsked = worldOf(everything)
            const of = (field: (change: Change) => readonly (string | null | undefined)[]) => [
              ...new Set(everything.flatMap((change) => field(change).filter((id) => typeof id === 'string'))),
            ]
            const authors = of(({ authorIds }) => authorIds)
            const questions = of(({ questionId }) => [questionId])
            const topics = [...of((change) => [told(change)['topic'] as string]), 'nowhere']
            const collections = of((change) => [told(change)['collectionId'] as string])
            const filters: Partial<WebhookFilter>[] = [
              ...authors.map((authorId) => ({ authorId })),
              ...questions.map((questionId) => ({ questionId })),
              ...topics.map((topic) => ({ topic })),
              ...collections.map((collectionId) => ({ collectionId })),
              ...authors.flatMap((authorId) => topics.map((topic) => ({ authorId, topic }))),
              ...authors.map((authorId) => ({ authorId, kinds: ['prediction', 'resolution'] as SealedKind[] })),
              ...collections.map((collectionId) => ({
                collectionId,
                kinds: ['commentary', 'redaction'] as SealedKind[],
              })),
            ]
            for (const filter of filters) {
              const whole: WebhookFilter = { ...EVERYTHING, ...filter }
              const asked = everything.filter(
                (change) => isAsked(change, whole) && (whole.kinds.length === 0 || whole.kinds.includes(change.kind)),
              )
              for (const { kind } of asked) seen.add(kind)
              expect(await walk(world, filter, { limit, window }), JSON.stringify(filter)).toEqual(asked)
            }
          }),
      ),
      { numRuns: 3 },
    )
  })
})
