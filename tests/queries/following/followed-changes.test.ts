import { describe, expect, it } from 'vitest'
import { mergeAuthor, splitAuthor } from '../../../src/actions/predicting/link-authors.ts'
import { changeTopics } from '../../../src/actions/questions/change-topics.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { changeWebhook, createWebhook, mustFindWebhook } from '../../../src/actions/webhooks/manage-webhooks.ts'
import type { Webhook, WebhookFilter } from '../../../src/core/webhooks/webhook.ts'
import { EVERYTHING } from '../../../src/queries/following/changes.ts'
import { changesFollowed } from '../../../src/queries/following/followed-changes.ts'
import { accepted, settleYes } from '../../actions/story.ts'
import { inWorld, type World } from '../../support/embedded.ts'
import { readingKey } from '../../support/hooks.ts'

/** Two authors who spoke on a question each; the first is settled, on a topic and in a collection. */
const twoStories = async (world: World) => {
  const papers = { name: 'Papers', rule: 'every op-ed', readWhole: true, caveat: null }
  const { collection } = await recordCollection(world.at('2026-01-01'), papers)
  const piece = { collection: collection.slug }
  const ada = await accepted(world, { on: '2026-01-05', end: '2026-03-31', quote: 'It will likely rain.', piece })
  const ben = await accepted(world, { on: '2026-01-05', end: '2026-03-31', quote: 'It will likely snow.', by: ['Ben'] })
  await changeTopics(world.at('2026-01-06'), {
    questionId: ada.question.id,
    change: { add: ['weather'], reason: 'it is about that' },
  })
  await settleYes(world, { question: ada.question.id, now: '2026-04-02', on: '2026-03-01' })
  await sealFacts(world.at('2026-04-03'), {})
  const follow = async (filter: Partial<WebhookFilter>) => {
    const { items } = await changesFollowed(world.tx, { ...EVERYTHING, ...filter }, { after: 0, limit: 200 })
    return items
  }
  return { collection, ada, ben, follow }
}

describe('changesFollowed', () => {
  it('gives what an author said, and what became of the questions they spoke on', () =>
    inWorld(async (world) => {
      const { ada, ben, follow } = await twoStories(world)
      const kinds = ['prediction', 'resolution', 'commentary'] as const
      const of = async (authorId: string) =>
        (await follow({ kinds: [...kinds], authorId })).map(({ kind, action }) => [kind, action])
      expect(await of(ada.prediction.authorId)).toEqual([
        ['commentary', null],
        ['prediction', 'state'],
        ['resolution', 'settle'],
      ])
      expect(await of(ben.prediction.authorId)).toEqual([
        ['commentary', null],
        ['prediction', 'state'],
      ])
    }))

  it('follows the record that a webhook names into a merge, and out of it again', () =>
    inWorld(async (world) => {
      const { ada, ben } = await twoStories(world)
      const owner = await readingKey(world.at('2026-04-03'))
      const at = (day: string) => world.at(day, owner)
      const everything = { kinds: ['prediction' as const], author: null, question: null, topic: null, collection: null }
      const given = { ...everything, url: 'https://example.org/hook', name: 'copy', sealedSecret: 'sealed' }
      const saidTo = async ({ id }: Webhook) => {
        const { items } = await changesFollowed(
          world.tx,
          await mustFindWebhook({ ...at('2026-04-06'), tx: world.tx }, id),
          {
            after: 0,
            limit: 200,
          },
        )
        return items.map(({ questionId }) => questionId)
      }
      const early = await createWebhook(at('2026-04-03'), { ...given, author: 'ada' })
      const reason = 'one hand wrote both'
      await mergeAuthor(world.at('2026-04-04'), { author: 'ben', into: 'ada', reason })
      const [named, changed] = [
        await createWebhook(at('2026-04-04'), { ...given, author: 'ben' }),
        await createWebhook(at('2026-04-04'), given),
      ]
      await changeWebhook(at('2026-04-04'), { id: changed.id, author: ben.prediction.authorId })
      expect(named.authorId).toBe(ben.prediction.authorId)
      const both = [ada.question.id, ben.question.id]
      for (const webhook of [early, named, changed]) expect(await saidTo(webhook)).toEqual(both)
      await splitAuthor(world.at('2026-04-05'), { author: 'ben', reason: 'namesakes' })
      expect(await saidTo(early)).toEqual([ada.question.id])
      for (const webhook of [named, changed]) expect(await saidTo(webhook)).toEqual([ben.question.id])
    }))

  it('gives what is about a question, or one on a topic', () =>
    inWorld(async (world) => {
      const { ada, ben, follow } = await twoStories(world)
      for (const [filter, question] of [
        [{ questionId: ben.question.id }, ben.question.id],
        [{ topic: 'weather' }, ada.question.id],
      ] as const) {
        const items = await follow(filter)
        expect(items.length).toBeGreaterThan(1)
        expect(new Set(items.map(({ questionId }) => questionId))).toEqual(new Set([question]))
      }
      expect(await follow({ topic: 'elections' })).toEqual([])
    }))

  it('gives what is of a collection: its questions, its commentaries, and what joins it', () =>
    inWorld(async (world) => {
      const { collection, ada, ben, follow } = await twoStories(world)
      const items = await follow({ collectionId: collection.id })
      const kinds = new Set(items.map(({ kind }) => kind))
      for (const kind of [
        'commentary',
        'prediction',
        'resolution',
        'collection-commentary',
        'collection-question',
      ] as const)
        expect(kinds).toContain(kind)
      const told = JSON.stringify(items)
      expect(told).toContain(ada.question.id)
      for (const { id } of [ben.question, ben.commentary]) expect(told).not.toContain(id)
    }))

  it('joins what is asked for, and reads on past what is not', () =>
    inWorld(async (world) => {
      const { ben, follow } = await twoStories(world)
      const both = { authorId: ben.prediction.authorId, topic: 'weather' }
      expect(await follow(both)).toEqual([])
      const read = await changesFollowed(world.tx, { ...EVERYTHING, ...both }, { after: 0, limit: 200, window: 3 })
      expect(read).toEqual({ items: [], through: 3, more: true })
    }))
})
