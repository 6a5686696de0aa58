import { join } from 'node:path'
import { z } from 'zod'
import { orient } from '../../core/candidate-corrections.ts'
import type { Candidate } from '../../core/commentary.ts'
import { EntityName } from '../../core/entity.ts'
import { EventKind } from '../../core/event.ts'
import type { ByEvent, Resolver } from '../../core/resolution/resolver.ts'
import { Day } from '../../core/time.ts'
import { candidateAt } from './acceptance.ts'
import { readJson } from './folder.ts'

const Rule = z.object({
  eventKind: EventKind,
  entities: z.array(EntityName).min(1),
  bearing: z.enum(['shows', 'excludes']).default('shows'),
  when: z.enum(['in-window', 'after-window']).default('in-window'),
})
type Rule = z.infer<typeof Rule>

/** What the sample says of a statement when it is accepted, before any event is known: its family, and what would decide it. */
const SampleQuestion = z.object({
  file: z.string(),
  quote: z.string(),
  family: z.string(),
  rules: z.array(Rule).min(1),
})
export type SampleQuestion = z.infer<typeof SampleQuestion>
export const SampleQuestions = z.object({ policy: z.string(), questions: z.array(SampleQuestion) })

/** What later pieces report. What it decides is for the rules to find. */
const SampleEvent = z.object({
  title: z.string(),
  kind: EventKind.optional(),
  entities: z.array(EntityName),
  happenedOn: Day,
  file: z.string(),
  quote: z.string(),
})
const SampleEvents = z.object({ events: z.array(SampleEvent) })

export const readQuestions = (folder: string) => readJson(join(folder, 'questions.json'), SampleQuestions)
export const readEvents = async (folder: string) => (await readJson(join(folder, 'events.json'), SampleEvents)).events

/** The statements of a piece that a candidate stands for. */
export const questionsAt = (
  questions: readonly SampleQuestion[],
  candidate: Candidate,
  { file, text }: { file: string; text: string },
): SampleQuestion | null =>
  questions.find((one) => one.file === file && candidateAt([candidate], text, one.quote) !== null) ?? null

const byEvent = (rule: Rule): ByEvent => ({ kind: 'by-event', ...rule, settles: true })

/** What shows a claim rules out its opposite. What comes after the window says nothing of the opposite. */
const turned = (rules: readonly Rule[]): Rule[] =>
  rules
    .filter(({ when }) => when === 'in-window')
    .map((rule) => ({ ...rule, bearing: rule.bearing === 'shows' ? 'excludes' : 'shows' }))

/**
 * The rules of the question that a candidate makes: those of its claim, and silence of all outlets where they say what to
 * look for. Where the question asks for the opposite ("she will remain minister" asks for the day she leaves) they are
 * turned, and silence is no rule: that nobody reported an end inside the window does not say that none came before it.
 */
export const rulesFor = (
  { rules }: Pick<SampleQuestion, 'rules'>,
  candidate: Candidate,
  sourceIds: string[],
): Resolver[] => {
  if (orient(candidate).orientation !== candidate.orientation) return turned(rules).map(byEvent)
  const silence: Resolver[] = rules.some(({ bearing }) => bearing === 'shows')
    ? [{ kind: 'silence', sourceIds, settles: true }]
    : []
  return [...rules.map(byEvent), ...silence]
}
