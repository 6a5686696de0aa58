import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addVersion } from '../../src/actions/questions/add-version.ts'
import { type Question, timings } from '../../src/core/question.ts'
import { standingOff } from '../../src/core/resolution/check-standing.ts'
import { lifecycle } from '../../src/core/resolution/lifecycle.ts'
import type { ScoreChange, ScoreStanding } from '../../src/core/score-change.ts'
import { ALL } from '../../src/core/scored-item.ts'
import { withhold } from '../../src/core/scoring/report/withhold.ts'
import { authorReport } from '../../src/queries/report/report.ts'
import { listAuthors } from '../../src/storage/authors.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { countsOff, standingsAfter } from '../../src/storage/recount.ts'
import { logOf } from '../../src/storage/resolutions.ts'
import { day, instant, inWorld, type World } from '../support/embedded.ts'
import { excluded } from './disputes/disputing.ts'
import { expectExact } from './exact.ts'
import { accepted, reopen, type Said, settleNo, settleYes, voidIt } from './story.ts'

const NOW = '2026-06-01'
const quotes = ['It will likely rain.', 'It will likely snow.', 'It will likely hail.']

/** Three questions, two of one family; Ada spoke on all, Ben on the first two, later and weaker. */
const threeQuestions = async (world: World): Promise<string[]> => {
  const ids: string[] = []
  let familyId: string | undefined
  for (const [at, quote] of quotes.entries()) {
    const said: Said = { on: '2026-01-05', quote, end: at === 2 ? '2026-04-30' : '2026-03-31' }
    const { question } = await accepted(world, { ...said, ...(familyId && at === 1 ? { review: { familyId } } : {}) })
    familyId ??= question.familyId
    ids.push(question.id)
    if (at === 2) continue
    await accepted(world, {
      ...said,
      on: '2026-02-05',
      by: ['Ben'],
      found: { phrase: at === 0 ? 'unlikely' : 'may', weakHedge: at === 1 },
      review: { questionId: question.id },
    })
  }
  return ids
}

/** An event on this day lies before Ben spoke, or after; both in every window. */
const days = ['2026-01-20', '2026-02-10']
const reasons = ['annulled', 'ambiguous', 'not-applicable'] as const
const kinds = ['yes', 'no', 'void', 'reopen', 'version', 'exclude'] as const
type Move = { question: number; kind: (typeof kinds)[number]; correct: boolean; which: number }

const isLegal = ({ kind, correct }: Move, { status }: Question): boolean => {
  if (kind === 'exclude') return true
  if (kind === 'version') return lifecycle[status].settle !== null
  const next = lifecycle[status][kind === 'yes' || kind === 'no' ? 'settle' : kind]
  return next !== null || (correct && kind !== 'reopen' && lifecycle[status].reopen !== null)
}

/** Turns the question round, or moves the end of its window; all of what is said in February fits each. */
const newVersion = (world: World, { id, version }: Question, which: number): Promise<unknown> =>
  addVersion(world.at(NOW), {
    questionId: id,
    version: {
      expectedVersion: version.version,
      ...(which % 2 === 0
        ? { orientation: version.orientation === 'opposite' ? ('as-worded' as const) : ('opposite' as const) }
        : { windowEnd: day(version.windowEnd === '2026-02-15' ? '2026-04-30' : '2026-02-15') }),
      criteria: 'As worded, or not.',
      reason: 'put better',
    },
  })

type Did = { scoreChanges: ScoreChange[] }

/** What a move did to the scores; null where it is no correction and records nothing of that. */
const act = async (world: World, held: Question, { kind, correct, which }: Move): Promise<Did | null> => {
  const question = held.id
  if (kind === 'version') {
    await newVersion(world, held, which)
    return null
  }
  if (kind === 'exclude') return { scoreChanges: (await excluded(world, { question, which, now: NOW })) ?? [] }
  const given = { question, now: NOW, correct }
  if (kind === 'yes') return settleYes(world, { ...given, on: days[which % days.length] ?? '' })
  if (kind === 'no') return settleNo(world, given)
  if (kind === 'void') return voidIt(world, { ...given, why: reasons[which % reasons.length] ?? 'annulled' })
  return reopen(world, given)
}

const moves = fc.array(
  fc.record<Move>({
    question: fc.integer({ min: 0, max: 2 }),
    kind: fc.constantFrom(...kinds),
    correct: fc.boolean(),
    which: fc.nat({ max: 5 }),
  }),
  { minLength: 1, maxLength: 6 },
)

/** The headline figures of everyone on every board, by themselves. */
const figuresOf = async ({ tx }: World): Promise<Map<string, ScoreStanding>> => {
  const figures = new Map<string, ScoreStanding>()
  for (const { id: authorId } of (await listAuthors(tx, { kind: null }, { limit: 50, cursor: null })).items) {
    for (const timing of timings) {
      const query = { authorId, set: ALL, timing, voice: 'own' as const, now: instant(`${NOW}T12:00:00.000Z`) }
      const { n, families, hits, brier, unsettled: pending, bounds: all } = withhold(await authorReport(tx, query))
      const bounds = brier && all && { lowest: all.brier.lowest, highest: all.brier.highest }
      figures.set(`${authorId} ${timing}`, { n, families, hits, brier: brier?.mean ?? null, pending, bounds })
    }
  }
  return figures
}

/** Holds that what is recorded of a correction is what anybody sees who reads the reports before and after it. */
const expectTold = (
  { scoreChanges }: Did,
  before: Map<string, ScoreStanding>,
  after: Map<string, ScoreStanding>,
): void => {
  // What is pending moves nothing by itself: the bounds that it gives do.
  const shown = (of: ScoreStanding | undefined): string => JSON.stringify({ ...of, pending: null })
  const moved = [...after].filter(([place, now]) => shown(now) !== shown(before.get(place)))
  const seen = moved.map(([place, now]) => [place, { before: before.get(place), after: now }] as const)
  const told = scoreChanges.map(
    ({ authorId, timing, before, after }) => [`${authorId} ${timing}`, { before, after }] as const,
  )
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(seen))
}

describe('any history', () => {
  it('keeps counts equal to the postings, and statuses to their logs, and tells what each correction did', async () => {
    await fc.assert(
      fc.asyncProperty(moves, (history) =>
        inWorld(async (world) => {
          const ids = await threeQuestions(world)
          for (const move of history) {
            const id = ids[move.question] ?? ''
            const question = await findQuestion(world.tx, id)
            if (!question) throw new Error('no question')
            if (!isLegal(move, question)) {
              await expect(act(world, question, move)).rejects.toMatchObject({ code: 'illegal-step' })
              continue
            }
            const decided = (await logOf(world.tx, id)).some(({ step }) => step === 'settle' || step === 'void')
            const before = await figuresOf(world)
            const did = await act(world, question, move)
            if (did && (decided || move.kind === 'exclude')) expectTold(did, before, await figuresOf(world))
          }
          await expectExact(world)
          for (const { id, cached, log } of await standingsAfter(world.tx, '', 10)) {
            expect([id, standingOff(cached, log)]).toEqual([id, null])
          }
          expect(await countsOff(world.tx, '', 'z')).toEqual([])
        }),
      ),
      { numRuns: 50 },
    )
  }, 300_000)
})
