import { forgetAnswers } from '../actions/answer-once.ts'
import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { forgetDeadLetters } from '../actions/dead-letters.ts'
import { forgetRequests } from '../actions/deferred-requests.ts'
import { forgetLinks, forgetSignInAttempts } from '../actions/people/forget-access.ts'
import { itemsOfQuestion } from '../actions/questions/post-scores.ts'
import { forgetRuns } from '../actions/reading/forget-runs.ts'
import { forgetDeliveries } from '../actions/webhooks/replay-deliveries.ts'
import { canonicalBy } from '../core/author-link.ts'
import { Problem } from '../core/problem.ts'
import { itemsOff } from '../core/resolution/check-items.ts'
import { standingOff } from '../core/resolution/check-standing.ts'
import { itemKinds } from '../core/scored-item.ts'
import { Day, dayOf, daysBetween, FIRST_DAY, type Instant } from '../core/time.ts'
import { linksAndCaches } from '../storage/author-links.ts'
import type { Reader } from '../storage/database.ts'
import { questionsByIds } from '../storage/questions.ts'
import { authorsAfter, countLogged, countsOff, loggedAfter, type Share, standingsAfter } from '../storage/recount.ts'
import { checkSealed } from './check-sealed.ts'
import { mustBeUnchanged, rehashAll } from './rehash-ledger.ts'
import { runJob } from './run-job.ts'

const QUESTIONS = 500
const AUTHORS = 50
/** Questions whose items are made anew at one moment. */
const ANEW = 100
/** So many are made anew in one run, about ten minutes of it; where there are more, each night takes its share of them. */
export const ANEW_A_NIGHT = 40_000
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

/** Which questions are made anew in the night of a day, so that all of them are in as many nights as it takes. */
export const shareOf = (all: number, night: Day, most: number = ANEW_A_NIGHT): Share => {
  const parts = Math.max(1, Math.ceil(all / most))
  return { part: daysBetween(Day.parse(FIRST_DAY), night) % parts, parts }
}

/** What stands of some questions against what their logs make, read at one moment. */
const checkBatch = (reader: Reader, ids: readonly string[]): Promise<string[]> =>
  reader.transaction(
    async (tx) => {
      const differences: string[] = []
      for (const question of await questionsByIds(tx, ids)) {
        for await (const { standing, holding } of itemsOfQuestion(tx, question)) {
          const off = itemKinds.flatMap((kind) => itemsOff(standing[kind], holding[kind]))
          differences.push(...off.map((one) => `${question.id}: ${one}`))
        }
      }
      return differences
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )

/** The standing items of every question of a share against those that its log makes. */
const checkItems = async (reader: Reader, share: Share): Promise<Checked> => {
  const differences: string[] = []
  let checked = 0
  for (let after = ''; ; ) {
    const batch = await loggedAfter(reader, share, after, ANEW)
    differences.push(...(await checkBatch(reader, batch)))
    checked += batch.length
    after = batch.at(-1) ?? after
    if (batch.length < ANEW) return { checked, differences: differences.sort() }
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

/** Who each record counts for against the links. */
const checkLinks = async (reader: Reader): Promise<Checked> => {
  const { links, caches } = await linksAndCaches(reader)
  const due = canonicalBy(links)
  const off = [...caches].filter(([id, canonicalId]) => canonicalId !== (due.get(id) ?? id))
  return {
    checked: caches.size,
    differences: off.map(([id, is]) => `${id} counts for ${is}, its links say ${due.get(id) ?? id}`),
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

const forgetAll = async (services: Services, actor: Actor, forget: typeof forgetRuns): Promise<number> => {
  let forgotten = 0
  for (;;) {
    const batch = await forget(contextOf(services, actor), {})
    forgotten += batch.forgotten
    if (batch.done) return forgotten
  }
}

/**
 * Recomputes the standing of every question from its log, who each merged record counts for from the links, the items of a night's
 * share of them from log and statements, and all counts from the items, batch by batch, each read at one moment; and looks whether every
 * fact is in the ledger or waits for it. Any difference fails the run, which names it; nothing is repaired. It deletes the
 * runs of jobs, first answers, links that nobody used, attempts to sign in, deliveries to webhooks, dead letters and
 * deferred requests that have been kept long enough.
 * First of all the tree of the ledger is made again from its leaves; where that differs, the run fails by `ledger-changed`, and nothing is
 * signed until a run did all of its work.
 */
export const checkCounts = (services: Services, actor: Actor, scheduledAt: Instant) =>
  runJob(services, { job: 'check-counts', scheduledAt }, async () => {
    const { reader } = services.database
    const ledger = await rehashAll(reader, services.hash)
    mustBeUnchanged(ledger.off)
    const runsForgotten = await forgetAll(services, actor, forgetRuns)
    const answersForgotten = await forgetAll(services, actor, forgetAnswers)
    const linksForgotten = await forgetAll(services, actor, forgetLinks)
    const attemptsForgotten = await forgetAll(services, actor, forgetSignInAttempts)
    const deliveriesForgotten = await forgetAll(services, actor, forgetDeliveries)
    const deadLettersForgotten = await forgetAll(services, actor, forgetDeadLetters)
    const requestsForgotten = await forgetAll(services, actor, forgetRequests)
    const share = shareOf(await countLogged(reader), dayOf(scheduledAt))
    const questions = await checkQuestions(reader)
    const anew = await checkItems(reader, share)
    const authors = await checkAuthors(reader)
    const linked = await checkLinks(reader)
    const facts = await checkSealed(reader)
    const checks = [questions, anew, authors, linked, facts]
    const differences = checks.flatMap((check) => check.differences)
    if (differences.length > 0) throw disagreement(differences)
    return {
      questions: questions.checked,
      madeAnew: anew.checked,
      authors: authors.checked,
      linked: linked.checked,
      rehashed: ledger.checked,
      facts: facts.checked,
      differences: 0,
      runsForgotten,
      answersForgotten,
      linksForgotten,
      attemptsForgotten,
      deliveriesForgotten,
      deadLettersForgotten,
      requestsForgotten,
    }
  })
