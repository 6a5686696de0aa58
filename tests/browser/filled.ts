import { reviewCandidate } from '../../src/actions/predicting/review-candidate.ts'
import { submitPrediction } from '../../src/actions/predicting/submit-prediction.ts'
import { proposeOutcome } from '../../src/actions/resolving/propose-outcome.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { resolveQuestion } from '../../src/actions/resolving/resolve-question.ts'
import { candidatesOf } from '../../src/storage/candidates.ts'
import { opened, outcomeOf } from '../actions/disputes/disputing.ts'
import { day } from '../support/embedded.ts'
import { askFebruary, loadEnteredCohort, makeAuthor } from '../web/site.ts'
import { articleOf, recorded, type Served, sealAll, worldOf } from './served.ts'

/** Ids and slugs of what stands on a site. */
export type Filled = {
  author: string
  newcomer: string
  open: string
  settled: string
  proposed: string
  commentary: string
  pending: string
  dispute: string
}

/** Names and words that would break a page that trusted them. */
const HOSTILE = `<script>alert(1)</script> \u202Eדרור\u202C 🏭🏭 ${'Donaudampfschifffahrt'.repeat(8)}`

/**
 * A site with something on each page: two authors of two hundred settled questions, a newcomer, an open question, one with a proposal,
 * one settled and disputed, a piece that is reviewed and one that waits.
 */
export const fill = async (site: Served): Promise<Filled> => {
  const world = worldOf(site)
  const { slugs } = await loadEnteredCohort(world)
  const newcomer = await makeAuthor(world, HOSTILE.slice(0, 120))
  const [author = ''] = slugs
  const open = await askFebruary(world, null, `${HOSTILE} closes.`, [{ author: newcomer, probability: 0.7 }])
  for (const [at, slug] of slugs.entries())
    await submitPrediction(world.at('2026-02-03'), { questionId: open.id, author: slug, probability: 0.3 + at / 5 })
  const evidenceOf = async (title: string) => {
    const event = { title, happened: day('2026-02-20'), url: 'https://example.org/report' }
    const { id: eventId } = (await recordEvent(world.at('2026-03-01'), event)).event
    return [{ kind: 'report' as const, bearing: 'shows' as const, eventId }]
  }
  const proposed = await askFebruary(world, null, 'The bridge of Oster opens.', [
    { author: newcomer, probability: 0.6 },
  ])
  const proposal = { outcome: 'yes' as const, evidence: await evidenceOf('The bridge opened'), rationale: 'It opened.' }
  await proposeOutcome(world.at('2026-03-02'), { questionId: proposed.id, ...proposal })
  const settled = await askFebruary(world, null, 'The mill of Oster closes.', [{ author: newcomer, probability: 0.8 }])
  const decision = { step: 'settle' as const, outcome: 'yes' as const, evidence: await evidenceOf('The mill closed') }
  await resolveQuestion(world.at('2026-03-02'), {
    questionId: settled.id,
    ...decision,
    reason: 'reported',
    correct: false,
  })
  const dispute = await opened(world, { subject: await outcomeOf(world, settled.id), grounds: HOSTILE }, '2026-03-03')
  const at = { title: `On harbours ${HOSTILE}`, author: newcomer.name, publishedOn: '2026-02-10' }
  const commentary = await recorded(site, articleOf(4), at)
  for (const { id } of (await candidatesOf(world.tx, commentary)).slice(0, 3))
    await reviewCandidate(world.at('2026-03-04'), {
      candidateId: id,
      review: { decision: 'accept', reason: 'a forecast' },
    })
  const pending = await recorded(site, `${HOSTILE}\n\n${articleOf(22)}`, {
    ...at,
    title: 'More on harbours',
    publishedOn: '2026-02-11',
  })
  await sealAll(site)
  return {
    author,
    newcomer: newcomer.slug,
    open: open.id,
    settled: settled.id,
    proposed: proposed.id,
    commentary,
    pending,
    dispute: dispute.id,
  }
}
