import { Command } from 'commander'
import type { Client } from '../../client/create-client.ts'
import type { ItemAt } from '../../client/request-types.ts'
import { askKey, askLine, isWatched, styled } from '../screen.ts'
import { harmless, type Terminal } from '../terminal.ts'
import { shownProbability, tableText } from './columns.ts'
import { parseCount } from './list.ts'
import { resources } from './resources.ts'
import { askingServer, connect, type Remote } from './server.ts'

type Candidate = ItemAt<'/v1/candidates'>
type Decision = 'accept' | 'reject'
type Options = Remote & { commentary?: string; limit: number }
type Decided = Remote & { reason: string; question?: string; newQuestion?: true }

const pending = async (hindcast: Client, { commentary, limit }: Options): Promise<Candidate[]> => {
  const about = commentary === undefined ? {} : { commentary }
  const items: Candidate[] = []
  const query = { status: 'pending' as const, ...about, limit: Math.min(limit, 200) }
  for await (const candidate of hindcast.paginate('/v1/candidates', { query })) {
    items.push(candidate)
    if (items.length >= limit) break
  }
  return items
}

const decide = (
  hindcast: Client,
  id: string,
  body: { decision: Decision; reason: string; questionId?: string; newQuestion?: true },
) => hindcast.post('/v1/candidates/{id}/reviews', { path: { id }, body })

const windowText = ({ window }: Candidate): string => {
  if (window === null) return 'no window'
  const until = `until ${window.end ?? 'no end'} (${window.source})`
  return window.text === '' ? until : `“${window.text}”: ${until}`
}

/** A candidate as whoever decides on it must see it. */
const candidateText = (candidate: Candidate): string =>
  [
    '',
    `${styled('bold', harmless(candidate.claim))}`,
    `  “${harmless(candidate.quote)}”`,
    ...(candidate.context === null ? [] : [`  after: ${harmless(candidate.context)}`]),
    `  ${candidate.claimant ?? 'the author'} (${candidate.attribution}), ${candidate.hedge || 'will'} = ${shownProbability(candidate.probability.mid)}`,
    `  ${windowText(candidate)}`,
    ...candidate.reasons.map((reason) => `  ${styled('yellow', harmless(reason))}`),
    `  ${styled('dim', candidate.id)}`,
  ].join('\n')

const PROMPT = '[a]ccept  [r]eject  [s]kip  [q]uit '
const decisions: Readonly<Record<string, Decision>> = { a: 'accept', r: 'reject' }

/** Shows one pending candidate after the other and takes one key on each; a decision asks for its reason. */
const loop = async (terminal: Terminal, hindcast: Client, candidates: readonly Candidate[]): Promise<void> => {
  const counts = { accept: 0, reject: 0 }
  for (const [at, candidate] of candidates.entries()) {
    terminal.print(candidateText(candidate))
    const key = await askKey(`${at + 1} of ${candidates.length}  ${PROMPT}`)
    if (key === 'q') break
    const decision = decisions[key]
    const reason = decision && (await askLine(`why ${decision}? `))
    if (!decision || !reason) {
      terminal.note('skipped')
      continue
    }
    const { question } = await decide(hindcast, candidate.id, { decision, reason })
    counts[decision] += 1
    terminal.note(question ? `accepted: ${question.id}` : 'rejected')
  }
  terminal.note(`${counts.accept} accepted, ${counts.reject} rejected`)
}

const decideCommand = (terminal: Terminal, decision: Decision, about: string): Command => {
  const command = askingServer(new Command(decision).description(about))
    .argument('<id>', 'id of the candidate, cnd_…')
    .requiredOption('--reason <text>', 'why; it is public')
    .action(async (id: string, options: Decided) => {
      const { reason, question, newQuestion } = options
      const more = { ...(question ? { questionId: question } : {}), ...(newQuestion ? { newQuestion } : {}) }
      const reviewed = await decide(await connect(terminal, options), id, { decision, reason, ...more })
      if (options.json) return terminal.print(JSON.stringify(reviewed, null, 2))
      terminal.print(reviewed.question?.id ?? reviewed.candidate.id)
      return terminal.note(`${id} is ${reviewed.candidate.status}.`)
    })
  return decision === 'reject'
    ? command
    : command
        .option('--question <id>', 'join this question instead of making one')
        .option('--new-question', 'it is not the same as anything its author said before')
}

/** `hindcast review`: what waits for a review; at a terminal one after the other, a key for each. */
export const reviewCommand = (terminal: Terminal): Command =>
  askingServer(new Command('review').description('Review candidates: list what waits, accept, reject'))
    .option('--commentary <id>', 'those of this commentary, cmt_…')
    .option('--limit <number>', 'at most so many', parseCount, 50)
    .action(async (options: Options) => {
      const hindcast = await connect(terminal, options)
      const candidates = await pending(hindcast, options)
      if (options.json) return terminal.print(JSON.stringify(candidates, null, 2))
      if (isWatched() && candidates.length > 0) return loop(terminal, hindcast, candidates)
      return terminal.print(tableText(resources['candidates']?.columns ?? {}, candidates as never[]))
    })
    // Else `--json` of `review accept ID --json` would be taken for the one of `review`.
    .enablePositionalOptions()
    .addCommand(decideCommand(terminal, 'accept', 'Accept a candidate: it becomes a prediction on a question'))
    .addCommand(decideCommand(terminal, 'reject', 'Reject a candidate: it stays listed, with the reason'))
