import type { Context } from '../../actions/context.ts'
import { recordCollection } from '../../actions/record-collection.ts'
import { recordCoverage } from '../../actions/resolving/record-coverage.ts'
import { recordEvent } from '../../actions/resolving/record-event.ts'
import { recordSource } from '../../actions/resolving/record-source.ts'
import { Problem } from '../../core/problem.ts'
import type { Day } from '../../core/time.ts'
import { candidatesOf } from '../../storage/candidates.ts'
import type { Host, Opened } from '../host.ts'
import type { Terminal } from '../terminal.ts'
import { POLICY, reviewAll } from './acceptance.ts'
import { type Manifest, type Piece, readManifest, recordPiece } from './folder.ts'
import { type Verdict, verdictOn } from './sample-report.ts'
import { questionsAt, readEvents, readQuestions, rulesFor, type SampleQuestion } from './sample-rules.ts'

/** How the sample went: by which rule each statement settled, and why the others are left. */
export type SampleReport = {
  collection: string
  pieces: number
  candidates: number
  accepted: number
  verdicts: Verdict[]
}

/** The outlets of the sample, known before any piece is read: rules name them. They are invented, and report on the day. */
const recordOutlets = async (context: Context, { sources }: Manifest): Promise<string[]> => {
  const names = new Set(sources.map(({ publisher }) => publisher).filter((name) => name !== null))
  const ids: string[] = []
  for (const name of names) ids.push((await recordSource(context, { name, reportingLagDays: 0 })).source.id)
  return ids
}

/** Reviews the statements of a piece by the policy, each with the rules that the sample declares for it. */
const acceptPiece = (
  context: Context,
  piece: Piece,
  { questions, families, outlets }: { questions: SampleQuestion[]; families: Map<string, string>; outlets: string[] },
): Promise<void> => {
  const at = { file: piece.source.file, text: piece.text }
  return reviewAll(context, piece.commentary.id, {
    ids: families,
    keyOf: (candidate) => questionsAt(questions, candidate, at)?.family ?? null,
    rulesOf: (candidate) => {
      const declared = questionsAt(questions, candidate, at)
      return declared ? rulesFor(declared, candidate, outlets) : []
    },
  })
}

/** Records what the later pieces report, and how far the outlets were read. */
const recordWhatHappened = async (
  context: Context,
  folder: string,
  pieces: Map<string, Piece>,
  { outlets, readThrough }: { outlets: string[]; readThrough: Day },
): Promise<void> => {
  for (const { title, kind, entities, happenedOn, file, quote } of await readEvents(folder)) {
    const piece = pieces.get(file)
    if (!piece) throw new Problem('not-found', `the manifest does not list ${file}`, 'add it to manifest.json')
    const event = { title, entities, happened: happenedOn, commentaryId: piece.commentary.id, quote }
    await recordEvent(context, kind ? { ...event, kind } : event)
  }
  for (const sourceId of outlets) await recordCoverage(context, { sourceId, readThrough })
}

/** The days through which the sample was read: as it says, else through its last piece. */
const readThroughOf = ({ collection, sources }: Manifest): Day => {
  const [last] = sources.map(({ publishedAt }) => publishedAt).sort((a, b) => (a < b ? 1 : -1))
  if (!last) throw new Error('a manifest lists at least one piece')
  return collection?.readThrough ?? last
}

/**
 * Loads the fictional sample: records, extracts and reviews by the policy, each question with the rules that the sample
 * declares; then records the events that later pieces report, and lets the rules settle.
 */
export const loadSample = async (
  terminal: Terminal,
  host: Host,
  { services }: Opened,
  folder: string,
): Promise<SampleReport> => {
  const context = host.context(services)
  const manifest = await readManifest(folder)
  const { questions, policy } = await readQuestions(folder)
  const { collection } = await recordCollection(context, {
    name: manifest.collection?.name ?? 'Sample',
    rule: manifest.collection?.rule ?? 'every piece in the folder, read whole',
    readWhole: true,
    caveat: 'Fictional: the places, people and events of this sample are invented.',
  })
  const outlets = await recordOutlets(context, manifest)
  const pieces = new Map<string, Piece>()
  const families: Map<string, string> = new Map()
  for (const source of manifest.sources) {
    const piece = await recordPiece(context, services, folder, source, collection.id)
    pieces.set(source.file, piece)
    await acceptPiece(context, piece, { questions, families, outlets })
    terminal.note(`  ${piece.created ? 'recorded' : 'stands   '} ${source.file}`)
  }
  await host.closeDue(services, context.now)
  await recordWhatHappened(context, folder, pieces, { outlets, readThrough: readThroughOf(manifest) })
  await host.tryRules(services)
  terminal.note(`  policy of review: ${POLICY}`)
  terminal.note(`  policy of resolution: ${policy}`)
  const reviewed = await Promise.all(
    [...pieces.values()].map(({ commentary }) => candidatesOf(context.database.reader, commentary.id)),
  )
  const candidates = reviewed.flat()
  const verdicts: Verdict[] = []
  for (const question of questions) verdicts.push(await verdictOn(context, pieces.get(question.file), question))
  return {
    collection: collection.slug,
    pieces: pieces.size,
    candidates: candidates.length,
    accepted: candidates.filter(({ status }) => status === 'accepted').length,
    verdicts,
  }
}
