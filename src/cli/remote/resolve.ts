import { Command, Option } from 'commander'
import type { components } from '../../client/api.ts'
import type { Client } from '../../client/create-client.ts'
import { Problem } from '../../core/problem.ts'
import type { Terminal } from '../terminal.ts'
import { askingServer, connect, type Remote } from './server.ts'

type Evidence = components['schemas']['EvidenceInput']
type VoidReason = 'annulled' | 'ambiguous' | 'not-applicable'

type Options = Remote & {
  outcome?: string
  void?: VoidReason
  reopen?: true
  reason: string
  event?: string
  evidenceUrl?: string
  happened?: string
  title?: string
  source?: string
  readThrough?: string
  statement?: string
  correct?: true
}

const refuse = (detail: string, remedy: string): Problem => new Problem('invalid-input', detail, remedy)

/** Records what a report at an address tells of, as the event that decides. */
const eventAt = async (
  hindcast: Client,
  { title, happened, evidenceUrl, source, reason }: Options,
): Promise<string> => {
  if (happened === undefined)
    throw refuse(
      'it is not said when it happened',
      'give --happened with the day, or --event with an event that stands',
    )
  const where = { ...(evidenceUrl ? { url: evidenceUrl } : {}), ...(source ? { sourceId: source } : {}) }
  const body = { title: title ?? reason.slice(0, 300), happened, ...where }
  return (await hindcast.post('/v1/events', { body })).event.id
}

/** That sources were read through a day and nothing was found: of a source whose reading is kept, or in words. */
const silence = ({ source, readThrough = '', statement, evidenceUrl }: Options): Evidence => {
  const where = evidenceUrl ? { url: evidenceUrl } : {}
  if (statement !== undefined) return { kind: 'search-statement', bearing: 'none', readThrough, statement, ...where }
  if (source !== undefined) return { kind: 'coverage', bearing: 'none', readThrough, sourceId: source }
  throw refuse(
    '--read-through says not who read',
    'give --statement with where you looked, or --source with a source that was read',
  )
}

/** What decides: silence through a day, an event that stands, or the event that a report at an address tells of. */
const evidenceOf = async (hindcast: Client, options: Options): Promise<Evidence[]> => {
  if (options.readThrough !== undefined) return [silence(options)]
  const bearing = options.outcome === 'no' ? 'excludes' : 'shows'
  if (options.event === undefined && options.evidenceUrl === undefined && options.source === undefined)
    throw refuse(
      'an outcome needs evidence',
      'give --evidence-url with --happened, --event, or for a "no" --read-through with --statement',
    )
  const eventId = options.event ?? (await eventAt(hindcast, options))
  const optionId = options.outcome?.startsWith('opt_') ? { optionId: options.outcome } : {}
  return [
    { kind: 'report', bearing, eventId, ...optionId, ...(options.evidenceUrl ? { url: options.evidenceUrl } : {}) },
  ]
}

const decide = async (hindcast: Client, questionId: string, options: Options) => {
  const { outcome, void: voidReason, reopen, reason } = options
  if ([outcome, voidReason, reopen].filter((one) => one !== undefined).length !== 1)
    throw refuse('it is not said what is decided', 'give one of --outcome, --void and --reopen')
  const correct = options.correct ?? false
  if (reopen) return hindcast.post('/v1/resolutions', { body: { step: 'reopen', questionId, reason } })
  if (voidReason !== undefined) {
    const body = { step: 'void' as const, questionId, voidReason, reason, evidence: [], correct }
    return hindcast.post('/v1/resolutions', { body })
  }
  const evidence = await evidenceOf(hindcast, options)
  const body = { step: 'settle' as const, questionId, outcome: outcome as never, evidence, reason, correct }
  return hindcast.post('/v1/resolutions', { body })
}

const ABOUT = `
"yes" needs an event that surely lies in the window: --evidence-url with --happened records it, --event cites one that stands.
"no" needs an event that excludes it, or a window that is over and --read-through past its end: with --statement (where you
looked and found nothing), or with --source (a source whose reading is recorded). A passed deadline is not evidence.
`

/** `hindcast resolve QUESTION`: settles, voids, reopens or corrects a question, with the evidence. */
export const resolveCommand = (terminal: Terminal): Command =>
  askingServer(new Command('resolve').description('Settle, void, reopen or correct a question'))
    .argument('<question>', 'id of the question, qst_…')
    .requiredOption('--reason <text>', 'why; it is public')
    .option('--outcome <outcome>', 'yes, no, or the id of an option')
    .addOption(
      new Option('--void <why>', 'no outcome will be had').choices(['annulled', 'ambiguous', 'not-applicable']),
    )
    .option('--reopen', 'take back what was decided')
    .option('--correct', 'decide anew what was decided')
    .option('--evidence-url <url>', 'where it was reported')
    .option('--happened <day>', 'of that report: when it happened')
    .option('--title <text>', 'of that report: what happened; else the reason')
    .option('--event <id>', 'an event that stands, evt_…')
    .option('--source <id>', 'who reported or was read, src_…')
    .option('--read-through <day>', 'for a "no": until when was read')
    .option('--statement <text>', 'for a "no": where you looked and found nothing')
    .addHelpText('after', ABOUT)
    .action(async (questionId: string, options: Options) => {
      const resolved = await decide(await connect(terminal, options), questionId, options)
      if (options.json) return terminal.print(JSON.stringify(resolved, null, 2))
      const { status, outcome, voidReason } = resolved.question
      terminal.print([status, outcome, voidReason].filter(Boolean).join(' '))
      for (const { authorId, before, after } of resolved.scoreChanges)
        terminal.note(`${authorId}: Brier ${before.brier ?? 'none'} → ${after.brier ?? 'none'}`)
    })
