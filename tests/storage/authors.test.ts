import { describe, expect, it } from 'vitest'
import { recordAuthor, recordUnattributedVoice } from '../../src/actions/predicting/record-author.ts'
import { authorsByIds, findAuthor, listAuthors, putAuthor } from '../../src/storage/authors.ts'
import { day, instant, inWorld } from '../support/embedded.ts'

const jean = {
  name: 'Jean-Luc',
  slug: 'jean-luc',
  kind: 'person',
  recordedBy: 'test',
  recordedAt: instant('2026-01-01T00:00:00.000Z'),
} as const

describe('putAuthor', () => {
  it('answers with the author who stands, whatever the new spelling', () =>
    inWorld(async (world) => {
      const first = await recordAuthor(world.at('2026-01-01'), { name: 'Zoë  Novak', kind: 'person' })
      const again = await recordAuthor(world.at('2026-01-02'), { name: 'zoe\u0308 NOVAK', kind: 'organisation' })
      expect(first.created).toBe(true)
      expect(again).toEqual({ author: first.author, created: false })
      expect(first.author.slug).toBe('zoe-novak')
    }))

  it('gives another author of the same slug the tail of their id', () =>
    inWorld(async (world) => {
      const one = await recordAuthor(world.at('2026-01-01'), { name: 'Jean-Luc', kind: 'person' })
      const other = await recordAuthor(world.at('2026-01-01'), { name: 'Jean Luc', kind: 'person' })
      const third = await recordAuthor(world.at('2026-01-01'), { name: 'Jean/Luc', kind: 'person' })
      expect([one, other, third].map(({ created }) => created)).toEqual([true, true, true])
      expect(one.author.slug).toBe('jean-luc')
      expect(other.author.slug).toBe(`jean-luc-${other.author.id.slice(-6)}`)
      expect(new Set([one, other, third].map(({ author }) => author.slug)).size).toBe(3)
      for (const { author } of [one, other, third]) expect(await findAuthor(world.tx, author.slug)).toEqual(author)
    }))

  it('finds a slug even where the tail is taken too', () =>
    inWorld(async ({ tx }) => {
      const id = (head: string) => `aut_${head.repeat(20)}000001`
      await putAuthor(tx, { ...jean, id: id('a'), identity: 'name:one' })
      await putAuthor(tx, { ...jean, id: id('b'), identity: 'name:two' })
      const { author, created } = await putAuthor(tx, { ...jean, id: id('c'), identity: 'name:three' })
      expect(created).toBe(true)
      expect(author.slug).toBe('jean-luc-000001-000001')
    }))
})

describe('unattributed voices', () => {
  it('are one a publisher, and one a commentary where there is no publisher', () =>
    inWorld(async (world) => {
      const context = world.at('2026-01-01')
      const publisher = { id: world.newId('source'), name: 'The Courier' }
      const pieces = [world.newId('commentary'), world.newId('commentary')] as const
      const voice = (who: typeof publisher | null, commentaryId: string) =>
        recordUnattributedVoice(context, { publisher: who, commentaryId, title: null, publishedOn: day('2026-01-01') })
      const first = await voice(publisher, pieces[0])
      expect(first.author).toMatchObject({ name: 'The Courier (unattributed)', kind: 'unattributed' })
      expect((await voice(publisher, pieces[1])).author.id).toBe(first.author.id)
      const alone = await voice(null, pieces[0])
      expect(alone.author.name).toBe('Unattributed: a commentary of 2026-01-01')
      expect((await voice(null, pieces[1])).author.id).not.toBe(alone.author.id)
    }))

  it('are never a person who bears the same name', () =>
    inWorld(async (world) => {
      const context = world.at('2026-01-01')
      const person = await recordAuthor(context, { name: 'The Courier (unattributed)', kind: 'person' })
      const publisher = { id: world.newId('source'), name: 'The Courier' }
      const voice = await recordUnattributedVoice(context, {
        publisher,
        commentaryId: world.newId('commentary'),
        title: null,
        publishedOn: day('2026-01-01'),
      })
      expect(voice.created).toBe(true)
      expect(voice.author.id).not.toBe(person.author.id)
    }))
})

describe('reading authors', () => {
  it('by id, by slug, by ids, by kind', () =>
    inWorld(async (world) => {
      const context = world.at('2026-01-01')
      const { author: person } = await recordAuthor(context, { name: 'Ada', kind: 'person' })
      const { author: model } = await recordAuthor(context, { name: 'GPT-0', kind: 'model' })
      expect(await findAuthor(world.tx, person.id)).toEqual(person)
      expect(await findAuthor(world.tx, 'gpt-0')).toEqual(model)
      expect(await findAuthor(world.tx, 'nobody')).toBeNull()
      expect(await authorsByIds(world.tx, [])).toEqual([])
      expect(await authorsByIds(world.tx, [model.id, person.id])).toEqual([person, model])
      const models = await listAuthors(world.tx, { kind: 'model' }, { limit: 10, cursor: null })
      expect(models).toEqual({ items: [model], next: null })
    }))
})
