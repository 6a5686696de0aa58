import { join } from 'node:path'
import { z } from 'zod'
import type { EvidenceInput } from '../../actions/add-evidence.ts'
import type { Context } from '../../actions/context.ts'
import { recordCollection } from '../../actions/record-collection.ts'
import { recordCoverage } from '../../actions/record-coverage.ts'
import { recordEvent } from '../../actions/record-event.ts'
import { bearings } from '../../core/event.ts'
import { Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { outcomes } from '../../core/resolution/lifecycle.ts'
import { Day } from '../../core/time.ts'
import { candidatesOf } from '../../storage/candidates.ts'
import { readThrough } from '../../storage/sources.ts'
import type { Host, Opened } from '../host.ts'
import type { Terminal } from '../terminal.ts'
import { candidateAt, type Families, outcomeOn, POLICY, questionOf, reviewAll } from './acceptance.ts'
import { type Piece, readJson, readManifest, recordPiece } from './folder.ts'
import { proposeAndSettle } from './settling.ts'

const Settles = z.object({ file: z.string(), quote: z.string(), outcome: z.enum(outcomes), bearing: z.enum(bearings) })
const SampleEvent = z.object({
  id: z.string(),
  title: z.string(),
  happenedOn: Day,
  file: z.string(),
  quote: z.string(),
  settles: z.array(Settles),
})
type SampleEvent = z.infer<typeof SampleEvent>
const Events = z.object({ events: z.array(SampleEvent) })

const pieceOf = (pieces: Map<string, Piece>, file: string): Piece => {
  const piece = pieces.get(file)
  if (!piece) throw new Problem('not-found', `the manifest does not list ${file}`, 'add it to manifest.json')
  return piece
}

/** Claims that one event decides stand or fall together: the sample assigns them to a family before anything is settled. */
const familiesOf = (events: SampleEvent[], pieces: Map<string, Piece>): ((piece: Piece) => Families['keyOf']) => {
  return (piece) => (candidate) => {
    for (const { id, settles } of events) {
      for (const { file, quote } of settles) {
        if (file === piece.source.file && candidateAt([candidate], pieces.get(file)?.text ?? '', quote)) return id
      }
    }
    return null
  }
}

type Bearing = (typeof bearings)[number]
/** What shows an event rules out its opposite. */
const turned: Readonly<Record<Bearing, Bearing>> = { shows: 'excludes', excludes: 'shows', none: 'none' }

/** What the outlets reported of an event; where nothing happened, that they were read through the later piece. */
const evidenceFor = async (
  context: Context,
  bearing: Bearing,
  event: { id: string; quote: string; later: Piece },
): Promise<EvidenceInput[]> => {
  const commentaryId = event.later.commentary.id
  const report: EvidenceInput = { kind: 'report', bearing, eventId: event.id, commentaryId, quote: event.quote }
  const sourceId = event.later.commentary.sourceId
  if (bearing !== 'none' || !sourceId) return [report]
  const read = await readThrough(context.database.reader, sourceId)
  return read ? [report, { kind: 'coverage', bearing, sourceId, readThrough: read }] : [report]
}

/** How the settling of the sample went: what became of each verdict. */
export type SampleReport = {
  collection: string
  pieces: number
  candidates: number
  accepted: number
  settled: number
  left: string[]
}

type Verdict = { event: SampleEvent; settles: z.infer<typeof Settles> }

const settleOne = async (
  context: Context,
  pieces: Map<string, Piece>,
  { event, settles }: Verdict,
): Promise<string | null> => {
  const later = pieceOf(pieces, event.file)
  const earlier = pieceOf(pieces, settles.file)
  const candidates = await candidatesOf(context.database.reader, earlier.commentary.id)
  const candidate = candidateAt(candidates, earlier.text, settles.quote)
  if (!candidate) return `no candidate for “${settles.quote}”`
  const question: Question | null = await questionOf(context, candidate)
  if (!question) return `not accepted: “${settles.quote}” (${candidate.reviewReason ?? 'pending'})`
  const { event: recorded } = await recordEvent(context, {
    title: event.title,
    happened: event.happenedOn,
    commentaryId: later.commentary.id,
    quote: event.quote,
  })
  const outcome = outcomeOn(question, candidate, settles.outcome)
  const bearing = outcome === settles.outcome ? settles.bearing : turned[settles.bearing]
  const evidence = await evidenceFor(context, bearing, { id: recorded.id, quote: event.quote, later })
  const rationale = `${event.title}, reported on ${later.commentary.publishedOn}`
  const { settled, reason } = await proposeAndSettle(context, {
    question,
    outcome,
    evidence,
    rationale,
  })
  return settled ? null : `“${settles.quote}”: ${reason}`
}

/** Loads the fictional sample: records, extracts, reviews by the policy, and settles by the events it lists. */
export const loadSample = async (
  terminal: Terminal,
  host: Host,
  { services }: Opened,
  folder: string,
): Promise<SampleReport> => {
  const context = host.context(services)
  const manifest = await readManifest(folder)
  const { events } = await readJson(join(folder, 'events.json'), Events)
  const { collection } = await recordCollection(context, {
    name: manifest.collection?.name ?? 'Sample',
    rule: manifest.collection?.rule ?? 'every piece in the folder, read whole',
    readWhole: true,
    caveat: 'Fictional: the places, people and events of this sample are invented.',
  })
  const pieces = new Map<string, Piece>()
  const families: Map<string, string> = new Map()
  const keys = familiesOf(events, pieces)
  for (const source of manifest.sources) {
    const piece = await recordPiece(context, services, folder, source, collection.id)
    pieces.set(source.file, piece)
    const { sourceId, publishedOn } = piece.commentary
    if (sourceId) await recordCoverage(context, { sourceId, readThrough: publishedOn })
    await reviewAll(context, piece.commentary.id, { keyOf: keys(piece), ids: families })
    terminal.note(`  ${piece.created ? 'recorded' : 'stands   '} ${source.file}`)
  }
  await host.closeDue(services, context.now)
  const verdicts = events.flatMap((event) => event.settles.map((settles) => ({ event, settles })))
  const left: string[] = []
  for (const verdict of verdicts) {
    const reason = await settleOne(context, pieces, verdict)
    if (reason) left.push(reason)
  }
  const reviewed = await Promise.all(
    [...pieces.values()].map(({ commentary }) => candidatesOf(context.database.reader, commentary.id)),
  )
  const candidates = reviewed.flat()
  terminal.note(`  policy: ${POLICY}`)
  return {
    collection: collection.slug,
    pieces: pieces.size,
    candidates: candidates.length,
    accepted: candidates.filter(({ status }) => status === 'accepted').length,
    settled: verdicts.length - left.length,
    left,
  }
}
