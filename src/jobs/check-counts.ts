import type { Actor, Services } from '../actions/context.ts'
import { Problem } from '../core/problem.ts'
import { standingOff } from '../core/resolution/check-standing.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { authorsAfter, countsOff, standingsAfter } from '../storage/recount.ts'
import { runJob } from './run-job.ts'

const QUESTIONS = 500
const AUTHORS = 50
/** So many differences are named; all are counted. */
const NAMED = 10

type Checked = { checked: number; differences: string[] }

/** The cache of every question against its log. */
const checkQuestions = async (reader: Reader): Promise<Checked> => {
  const differences: string[] = []
  let checked = 0
  for (let after = ''; ; ) {
    const batch = await standingsAfter(reader, after, QUESTIONS)
    for (const { id, cached, log } of batch) {
      const off = standingOff(cached, log)
      if (off !== null) differences.push(`${id} ${off}`)
    }
    checked += batch.length
    after = batch.at(-1)?.id ?? after
    if (batch.length < QUESTIONS) return { checked, differences }
  }
}

/** The counts of every author against their postings. */
const checkAuthors = async (reader: Reader): Promise<Checked> => {
  const differences: string[] = []
  let checked = 0
  for (let after = ''; ; ) {
    const batch = await authorsAfter(reader, after, AUTHORS)
    const through = batch.at(-1)
    if (through === undefined) return { checked, differences }
    for (const { authorId, set, form, familyId } of await countsOff(reader, after, through)) {
      const where = familyId === null ? set : `${set}, ${familyId}`
      differences.push(`the counts of ${authorId} (${where}, ${form}) are not the sum of the postings`)
    }
    checked += batch.length
    after = through
  }
}

const disagreement = (differences: readonly string[]): Problem => {
  const more = differences.length > NAMED ? `; and ${differences.length - NAMED} more` : ''
  return new Problem(
    'internal',
    `${differences.length} differ: ${differences.slice(0, NAMED).join('; ')}${more}`,
    'find out what wrote them; nothing was changed by this check',
  )
}

/**
 * Recomputes the standing of every question from its log and all counts from their postings, batch by batch, each read at
 * one moment. Any difference fails the run, which names it; nothing is repaired.
 */
export const checkCounts = (services: Services, _actor: Actor, scheduledAt: Instant) =>
  runJob(services, { job: 'check-counts', scheduledAt }, async () => {
    const { reader } = services.database
    const [questions, authors] = [await checkQuestions(reader), await checkAuthors(reader)]
    const differences = [...questions.differences, ...authors.differences]
    if (differences.length > 0) throw disagreement(differences)
    return { questions: questions.checked, authors: authors.checked, differences: 0 }
  })
