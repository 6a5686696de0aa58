import { basename, resolve } from 'node:path'
import { z } from 'zod'
import type { Context } from '../../actions/context.ts'
import { recordCollection } from '../../actions/record-collection.ts'
import type { EvidenceInput } from '../../actions/resolving/add-evidence.ts'
import { recordCoverage } from '../../actions/resolving/record-coverage.ts'
import { recordEvent } from '../../actions/resolving/record-event.ts'
import { recordSource } from '../../actions/resolving/record-source.ts'
import { outcomes } from '../../core/resolution/lifecycle.ts'
import type { Source } from '../../core/source.ts'
import { dayOf, plusDays, startOf } from '../../core/time.ts'
import { candidatesOf } from '../../storage/candidates.ts'
import { readThrough } from '../../storage/sources.ts'
import type { Host, Opened } from '../host.ts'
import type { Terminal } from '../terminal.ts'
import { candidateAt, outcomeOn, questionOf, reviewAll } from './acceptance.ts'
import { type Piece, readJson, readManifest, recordPiece } from './folder.ts'
import { proposeAndSettle } from './settling.ts'

/** A verdict on an earlier statement, given by a later passage. Only links with a positive outcome are proposed. */
const Link = z.object({
  id: z.string(),
  earlier_doc: z.string(),
  earlier_quote: z.string().min(1),
  later_doc: z.string(),
  later_quote: z.string().min(1),
  explanation: z.string().default('see the later passage'),
  positive_outcome: z.enum(outcomes).optional(),
})
type Link = z.infer<typeof Link>
const Verdicts = z.object({ links: z.array(Link) })

export type ProposalLine = { id: string; quote: string; outcome: 'yes' | 'no'; settled: boolean; reason: string }
export type CorpusReport = {
  commentaries: number
  candidates: number
  accepted: number
  proposals: ProposalLine[]
}

type Reading = { context: Context; source: Source; pieces: Map<string, Piece> }

/** The later passage as evidence, with how far the folder has been read. "Yes" names it as the report of an event. */
const evidenceOf = async (
  { context, source }: Reading,
  link: Link,
  outcome: 'yes' | 'no',
  earlier: Piece,
  later: Piece,
): Promise<EvidenceInput[]> => {
  const commentaryId = later.commentary.id
  const quote = link.later_quote
  if (outcome === 'yes') {
    // All that is known of when: after the earlier piece, and before the later one had appeared.
    const since = startOf(plusDays(dayOf(earlier.commentary.published.latest), 1))
    const happened = { earliest: since, latest: later.commentary.published.latest }
    const { event } = await recordEvent(context, {
      title: `${link.id}: ${link.explanation}`.slice(0, 300),
      happened,
      commentaryId,
      quote,
    })
    return [{ kind: 'report', bearing: 'shows', eventId: event.id, commentaryId, quote }]
  }
  const read = await readThrough(context.database.reader, source.id)
  return [
    { kind: 'report', bearing: 'none', commentaryId, quote },
    ...(read ? [{ kind: 'coverage' as const, bearing: 'none' as const, sourceId: source.id, readThrough: read }] : []),
  ]
}

const propose = async (reading: Reading, link: Link, outcome: 'yes' | 'no'): Promise<ProposalLine> => {
  const { context, pieces } = reading
  const left = (reason: string) => ({ id: link.id, quote: link.earlier_quote, outcome, settled: false, reason })
  const [earlier, later] = [pieces.get(link.earlier_doc), pieces.get(link.later_doc)]
  if (!earlier || !later) return left('one of its documents is not in the folder')
  if (!later.text.includes(link.later_quote)) return left('the later quote does not stand in its document')
  const candidates = await candidatesOf(context.database.reader, earlier.commentary.id)
  const candidate = candidateAt(candidates, earlier.text, link.earlier_quote)
  if (!candidate) return left('no question: extraction found no candidate at the earlier quote')
  const question = await questionOf(context, candidate)
  if (!question) return left(`no question: the candidate was rejected, ${candidate.reviewReason ?? 'without a reason'}`)
  const turned = outcomeOn(question, candidate, outcome)
  const evidence = await evidenceOf(reading, link, turned, earlier, later)
  const { settled, reason } = await proposeAndSettle(context, {
    question,
    outcome: turned,
    evidence,
    rationale: link.explanation,
  })
  return { ...left(reason), settled }
}

/**
 * Reads a folder of commentaries as one source, whole: reading a document says that the source was read through the
 * first day on which it may have been published, once that is over, with no lag. Reviews by the policy, closes what is past its window,
 * and makes a proposal of each verdict.
 */
export const loadCorpus = async (
  terminal: Terminal,
  host: Host,
  { services }: Opened,
  folder: string,
  verdicts: string | undefined,
): Promise<CorpusReport> => {
  const context = host.context(services)
  const manifest = await readManifest(folder)
  const name = basename(resolve(folder))
  const { source } = await recordSource(context, { name: `Folder ${name}`, reportingLagDays: 0 })
  const { collection } = await recordCollection(context, {
    name: `Folder ${name}`,
    rule: 'every commentary that the folder’s manifest lists, read whole',
    readWhole: true,
    caveat: null,
  })
  const pieces = new Map<string, Piece>()
  for (const listed of manifest.sources) {
    const piece = await recordPiece(context, services, folder, listed, collection.id)
    pieces.set(listed.file, piece)
    const [firstDay] = listed.publishedAtRange ?? [listed.publishedAt]
    const yesterday = plusDays(dayOf(context.now), -1)
    const read = firstDay < yesterday ? firstDay : yesterday
    await recordCoverage(context, { sourceId: source.id, readThrough: read })
    await reviewAll(context, piece.commentary.id, { keyOf: () => null, ids: new Map(), rulesOf: () => [] })
    terminal.note(`  ${piece.created ? 'recorded' : 'stands   '} ${listed.file}`)
  }
  await host.closeDue(services, context.now)
  const proposals: ProposalLine[] = []
  for (const link of verdicts ? (await readJson(verdicts, Verdicts)).links : []) {
    if (link.positive_outcome) proposals.push(await propose({ context, source, pieces }, link, link.positive_outcome))
  }
  const reviewed = await Promise.all(
    [...pieces.values()].map(({ commentary }) => candidatesOf(context.database.reader, commentary.id)),
  )
  return {
    commentaries: pieces.size,
    candidates: reviewed.flat().length,
    accepted: reviewed.flat().filter(({ status }) => status === 'accepted').length,
    proposals,
  }
}
