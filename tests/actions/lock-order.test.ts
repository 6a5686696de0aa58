import { expect, it } from 'vitest'
import { ruleDispute } from '../../src/actions/disputes/rule-dispute.ts'
import { importOutcomes } from '../../src/actions/predicting/import-outcomes.ts'
import { importPart } from '../../src/actions/predicting/import-part.ts'
import { mergeAuthor, splitAuthor } from '../../src/actions/predicting/link-authors.ts'
import { openImport } from '../../src/actions/predicting/open-import.ts'
import { RecordStatement, recordStatement } from '../../src/actions/predicting/record-statement.ts'
import { reviewCandidate } from '../../src/actions/predicting/review-candidate.ts'
import { addVersion } from '../../src/actions/questions/add-version.ts'
import { changeTopics } from '../../src/actions/questions/change-topics.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import { ImportForecast, ImportOutcome } from '../../src/core/importing/import-item.ts'
import { type Sent, sentBy } from '../support/counting-statements.ts'
import { day, inWorld, type World } from '../support/embedded.ts'
import { opened } from './disputes/disputing.ts'
import { accepted, pieceOf, recorded, settleNo, settleYes } from './story.ts'

const NOW = '2026-05-02'
const LOCKS = /^\s*(?:insert|update|delete)\b|\bfor (?:no key )?(?:update|share)\b|advisory/i

const isOfLinks = ({ params }: Sent): boolean => params.includes('hindcast-author-links')

/** The first statement of an action that locks or writes. */
const firstLock = async (world: World, act: () => Promise<unknown>): Promise<Sent | undefined> =>
  (await sentBy(world.tx, act)).find(({ sql }) => LOCKS.test(sql))

type Act = (world: World) => Promise<() => Promise<unknown>>

const said = { on: '2026-01-05', quote: 'It will likely rain.', end: '2026-03-31' }
const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-12-31') }
const reason = 'as agreed'

const ask = async (world: World, wording: string): Promise<string> =>
  (await createQuestion(world.at(NOW), { wording, ...window })).question.id

const imported = async (world: World) => {
  const about = { name: 'Set', source: 'Oracle', licence: 'CC0', note: 'all', whole: true }
  const { id } = (await openImport(world.at('2026-01-01'), about)).import
  const items = ['Ada', 'Ben'].map((author) =>
    ImportForecast.parse({
      question: 'q1',
      forecast: author,
      wording: 'It rains.',
      askedAt: '2025-01-01T00:00:00.000Z',
      windowEnd: '2025-06-30',
      author,
      probability: 0.3,
      said: '2025-02-01',
    }),
  )
  const part = (some: typeof items) => importPart(world.at(NOW), { importId: id, items: some })
  return { id, items, part }
}

const acts: Readonly<Record<string, Act>> = {
  'accepting a candidate': async (world) => {
    const { candidate } = await recorded(world, said)
    const review = { decision: 'accept' as const, reason }
    return () => reviewCandidate(world.at(NOW), { candidateId: candidate.id, review })
  },
  'recording a statement': async (world) => {
    const { commentary } = await recorded(world, said)
    const questionId = await ask(world, 'It rains.')
    const statement = RecordStatement.parse({ questionId, quote: said.quote, phrase: 'likely', reason })
    return () => recordStatement(world.at(NOW), { commentaryId: commentary.id, statement })
  },
  'recording a commentary into a collection': async (world) => {
    const { collection } = await recordCollection(world.at(NOW), {
      name: 'Papers',
      rule: 'all',
      readWhole: true,
      caveat: null,
    })
    return () => recordCommentary(world.at(NOW), pieceOf({ ...said, piece: { collection: collection.slug } }))
  },
  'importing forecasts': async (world) => {
    const { items, part } = await imported(world)
    await part(items.slice(0, 1))
    return () => part(items)
  },
  'importing outcomes': async (world) => {
    const { id, items, part } = await imported(world)
    await part(items)
    const outcome = ImportOutcome.parse({ question: 'q1', outcome: 'yes', resolvedAt: '2025-07-01T00:00:00.000Z' })
    return () => importOutcomes(world.at(NOW), { importId: id, items: [outcome] })
  },
  'settling a question': async (world) => {
    const { question } = await accepted(world, said)
    return () => settleNo(world, { question: question.id, now: NOW })
  },
  'ruling a dispute': async (world) => {
    const { question, prediction } = await accepted(world, said)
    await settleYes(world, { question: question.id, now: '2026-05-01', on: '2026-02-01' })
    const { id } = await opened(world, { subject: { kind: 'prediction', predictionId: prediction.id } })
    return () => ruleDispute(world.at(NOW), { disputeId: id, ruling: { verdict: 'upheld', reason } })
  },
  'asking a question under a trigger': async (world) => {
    const trigger = { questionId: await ask(world, 'It rains.'), outcome: 'yes' as const, gates: false }
    return () => createQuestion(world.at(NOW), { wording: 'It floods.', ...window, trigger })
  },
  'naming a trigger': async (world) => {
    const [above, questionId] = [await ask(world, 'It rains.'), await ask(world, 'It floods.')]
    const trigger = { questionId: above, outcome: 'yes' as const, gates: false }
    return () => addVersion(world.at(NOW), { questionId, version: { expectedVersion: 1, trigger, reason } })
  },
  'changing topics': async (world) => {
    const questionId = await ask(world, 'It rains.')
    return () => changeTopics(world.at(NOW), { questionId, change: { add: ['weather'], reason } })
  },
  merging: async (world) => {
    await accepted(world, said)
    await accepted(world, { ...said, by: ['Bea'] })
    return () => mergeAuthor(world.at(NOW), { author: 'bea', into: 'ada', reason })
  },
  splitting: async (world) => {
    await accepted(world, said)
    await accepted(world, { ...said, by: ['Bea'] })
    await mergeAuthor(world.at(NOW), { author: 'bea', into: 'ada', reason })
    return () => splitAuthor(world.at(NOW), { author: 'bea', reason })
  },
}

it.each(Object.keys(acts))('%s takes the lock on who counts for whom before any other, and before it writes', (name) =>
  inWorld(async (world) => {
    const act = await acts[name]?.(world)
    const first = act && (await firstLock(world, act))
    expect(first).toSatisfy(isOfLinks)
  }),
)
