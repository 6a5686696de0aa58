import { describe, expect, it } from 'vitest'
import { importOutcomes } from '../../../src/actions/predicting/import-outcomes.ts'
import { importPart } from '../../../src/actions/predicting/import-part.ts'
import { openImport } from '../../../src/actions/predicting/open-import.ts'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { ImportForecast, ImportOutcome } from '../../../src/core/importing/import-item.ts'
import { questionDigest } from '../../../src/core/importing/rows.ts'
import { hash } from '../../../src/outside/hash.ts'
import { questionsByDigest } from '../../../src/storage/imports.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { events, evidence } from '../../../src/storage/tables/resolution.ts'
import { scoreChanges } from '../../../src/storage/tables/scores.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems } from '../exact.ts'

const NOW = '2026-01-01'
const forecast = (question: string, author: string) =>
  ImportForecast.parse({
    question,
    forecast: author,
    wording: `The mill ${question} closes.`,
    askedAt: '2019-01-01T00:00:00.000Z',
    windowEnd: '2019-12-31',
    author,
    probability: 0.7,
    said: '2019-02-01',
  })
const outcome = (question: string, said: string, resolvedAt = '2019-06-01T00:00:00.000Z') =>
  ImportOutcome.parse({ question, outcome: said, resolvedAt })

/** Two authors on each of these questions of an import. */
const load = async (world: World, questions: readonly string[]) => {
  const about = { name: 'Book', source: 'A book', licence: 'CC0', note: 'made up', whole: true }
  const { import: opened } = await openImport(world.at(NOW), about)
  const importId = opened.id
  const items = questions.flatMap((question) => ['Ada', 'Ben'].map((author) => forecast(question, author)))
  await importPart(world.at(NOW), { importId, items })
  const digests = questions.map((question) => questionDigest(hash, importId, question))
  const standing = await questionsByDigest(world.tx, digests)
  const idOf = (question: string): string => standing.get(questionDigest(hash, importId, question))?.id ?? ''
  return { importId, idOf, tell: (items: ImportOutcome[]) => importOutcomes(world.at(NOW), { importId, items }) }
}

const stands = async (world: World, id: string) => {
  const question = await findQuestion(world.tx, id)
  return question?.outcome ?? question?.voidReason ?? question?.status
}

describe('importOutcomes', () => {
  it('settles and voids together, on the evidence of each resolution, and again changes nothing', () =>
    inWorld(async (world) => {
      const { idOf, tell } = await load(world, ['a', 'b', 'c', 'd'])
      await closeQuestion(world.at(NOW), { questionId: idOf('b'), asOf: day(NOW) })
      const told = [outcome('c', 'void'), outcome('a', 'yes'), outcome('b', 'no', '2020-01-05T00:00:00.000Z')]
      expect(await tell(told)).toEqual(['c', 'a', 'b'].map((key) => ({ status: 'recorded', id: idOf(key) })))
      expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => stands(world, idOf(key))))).toEqual([
        'yes',
        'no',
        'ambiguous',
        'open',
      ])
      const [entry] = await logOf(world.tx, idOf('a'))
      expect(entry).toMatchObject({ step: 'settle', reason: 'as A book resolved it', evidence: [{ bearing: 'shows' }] })
      expect(entry?.decidingEvidenceId).toBe(entry?.evidence[0]?.id)
      expect((await logOf(world.tx, idOf('b'))).map(({ step }) => step)).toEqual(['close', 'settle'])
      expect((await standingItems(world)).map(({ state }) => state).sort()).toEqual([
        'scored',
        'scored',
        'scored',
        'scored',
        'void',
        'void',
      ])
      await expectExact(world)
      expect(await tell(told)).toEqual(['c', 'a', 'b'].map((key) => ({ status: 'standing', id: idOf(key) })))
      expect(await world.tx.select().from(events)).toHaveLength(2)
    }))

  it('refuses by itself what it cannot take, and keeps none of the others back', () =>
    inWorld(async (world) => {
      const { idOf, tell } = await load(world, ['a', 'b', 'c', 'd', 'e'])
      const told = [
        outcome('a', 'yes'),
        outcome('nowhere', 'yes'),
        outcome('b', 'no', '2030-01-01T00:00:00.000Z'),
        // Resolved before it was asked: no event of its window shows it.
        outcome('c', 'yes', '2018-06-01T00:00:00.000Z'),
        outcome('a', 'yes'),
        outcome('a', 'no'),
        outcome('d', 'no', '2020-01-05T00:00:00.000Z'),
      ]
      const results = await tell(told)
      expect(results.map((one) => (one.status === 'refused' ? one.problem.code : one.status))).toEqual([
        'recorded',
        'not-found',
        'invalid-input',
        'insufficient-evidence',
        'standing',
        'illegal-step',
        'recorded',
      ])
      expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => stands(world, idOf(key))))).toEqual([
        'yes',
        'open',
        'open',
        'no',
      ])
      // What was refused left nothing behind.
      expect([await world.tx.select().from(events), await world.tx.select().from(evidence)]).toMatchObject([
        { length: 2 },
        { length: 2 },
      ])
      expect(await tell([outcome('c', 'yes', '2018-06-01T00:00:00.000Z')])).toMatchObject([{ status: 'refused' }])
      await expectExact(world)
    }))

  it('throws where there is no such import', () =>
    inWorld(async (world) => {
      const importId = `imp_${'0'.repeat(26)}`
      for (const items of [[outcome('a', 'yes')], [outcome('a', 'yes'), outcome('b', 'no')]])
        await expect(importOutcomes(world.at(NOW), { importId, items })).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('is a correction where the question had come out before, and says what that did to scores', () =>
    inWorld(async (world) => {
      const { idOf, tell } = await load(world, ['a', 'b'])
      await tell([outcome('a', 'yes'), outcome('b', 'yes')])
      await resolveQuestion(world.at(NOW), { step: 'reopen', questionId: idOf('a'), reason: 'read wrongly' })
      const results = await tell([outcome('a', 'no', '2020-01-05T00:00:00.000Z'), outcome('b', 'yes')])
      expect(results.map(({ status }) => status)).toEqual(['recorded', 'standing'])
      expect(await stands(world, idOf('a'))).toBe('no')
      const changes = await world.tx.select().from(scoreChanges)
      expect(new Set(changes.map(({ resolutionId }) => resolutionId))).toContain(
        (await logOf(world.tx, idOf('a'))).at(-1)?.id,
      )
      await expectExact(world)
    }))

  it('brings along what its questions trigger', () =>
    inWorld(async (world) => {
      const { idOf, tell } = await load(world, ['a', 'b'])
      const { question: after } = await createQuestion(world.at(NOW), {
        wording: 'The baker moves, if the mill closes.',
        windowStart: day('2026-01-02'),
        windowEnd: day('2026-12-31'),
        trigger: { questionId: idOf('a'), outcome: 'yes', gates: false },
      })
      await tell([outcome('b', 'yes'), outcome('a', 'no', '2020-01-05T00:00:00.000Z')])
      expect(await stands(world, after.id)).toBe('not-applicable')
      expect(await Promise.all(['a', 'b'].map((key) => stands(world, idOf(key))))).toEqual(['no', 'yes'])
      await expectExact(world)
    }))

  it('judges by the newest version of a question', () =>
    inWorld(async (world) => {
      const { idOf, tell } = await load(world, ['a', 'b'])
      await addVersion(world.at(NOW), {
        questionId: idOf('a'),
        version: {
          expectedVersion: 1,
          windowEnd: day('2019-09-30'),
          referenceAt: instant('2019-09-30T00:00:00.000Z'),
          criteria: 'As its source resolves it, by the end of September.',
          reason: 'its source says so',
        },
      })
      const results = await tell([outcome('a', 'yes'), outcome('b', 'yes')])
      expect(results.map(({ status }) => status)).toEqual(['recorded', 'recorded'])
      const [entry] = await logOf(world.tx, idOf('a'))
      const newest = await findQuestion(world.tx, idOf('a'))
      expect(entry?.versionId).toBe(newest?.version.id)
      await expectExact(world)
    }))
})
