import { z } from 'zod'
import { EntityName, entityKey } from '../entity.ts'
import { EventKind } from '../event.ts'
import { idOf } from '../id.ts'
import { FeedRule } from './feed-rule.ts'

/** The version of the rules below; every proposal of a rule names it. */
export const RESOLVER_RULES = 'resolvers-4'

const Settles = z.boolean().default(false).meta({
  description:
    'true: what it finds settles at once where the evidence carries it; false: it proposes, a person settles',
})

const ByEvent = z
  .object({
    kind: z.literal('by-event'),
    entities: z.array(EntityName).min(1, 'name who or what the event is about').max(20),
    eventKind: EventKind,
    bearing: z.enum(['shows', 'excludes']).default('shows').meta({ description: 'towards the positive event' }),
    when: z.enum(['in-window', 'after-window']).default('in-window').meta({
      description: 'after-window: an event after the end that says it had not come: a first opening in October',
    }),
    settles: Settles,
  })
  .refine(({ bearing, when }) => bearing === 'excludes' || when === 'in-window', {
    message: 'what shows it must lie in the window',
    path: ['when'],
  })
  .meta({ id: 'ByEventResolver', description: 'a recorded event of this kind that names all of these entities' })
export type ByEvent = z.infer<typeof ByEvent>

const Silence = z
  .object({
    kind: z.literal('silence'),
    sourceIds: z.array(idOf('source')).min(1, 'name the sources that would have reported it').max(50),
    settles: Settles,
  })
  .meta({
    id: 'SilenceResolver',
    description: '"no" when all of these sources are read past the window and their lag, and nothing matched',
  })
export type Silence = z.infer<typeof Silence>

const JudgeRule = z
  .object({ kind: z.literal('judge'), settles: z.literal(false).default(false) })
  .meta({ id: 'JudgeResolver', description: 'a language model, asked what later passages show; it only ever proposes' })

/** One rule by which a question may be resolved without a person's reading. */
export const Resolver = z.discriminatedUnion('kind', [ByEvent, FeedRule, Silence, JudgeRule]).meta({ id: 'Resolver' })
export type Resolver = z.infer<typeof Resolver>
export const resolverKinds = ['by-event', 'feed', 'silence', 'judge'] as const satisfies readonly Resolver['kind'][]

const looksFor = ({ kind }: Resolver): boolean => kind !== 'silence'

/** The rules of a question version, in the order in which they are tried; none: a person settles by hand. */
export const Resolvers = z
  .array(Resolver)
  .max(20, 'a version has at most 20 rules')
  .refine((rules) => rules.filter(({ kind }) => kind === 'judge').length <= 1, {
    message: 'a model is asked once: give one rule of kind judge',
  })
  .refine(
    (rules) => rules.every(looksFor) || rules.some((rule) => rule.kind === 'by-event' && rule.bearing === 'shows'),
    {
      message: 'silence says that nothing was found: add a by-event rule that says what is looked for',
    },
  )

const namesAll = (named: readonly string[], asked: readonly string[]): boolean => {
  const keys = new Set(named.map(entityKey))
  return asked.every((name) => keys.has(entityKey(name)))
}

/** Whether an event is one that a rule asks for: of its kind, and naming all of its entities. */
export const asksFor = (rule: ByEvent, event: { kind: string | null; entities: readonly string[] }): boolean =>
  event.kind === rule.eventKind && namesAll(event.entities, rule.entities)

/** What is recorded that a rule waits for: an event of a kind, the reading of a source. */
export const waitsFor = (rule: Resolver): string[] => {
  if (rule.kind === 'by-event') return [eventSignal(rule.eventKind)]
  return rule.kind === 'silence' ? rule.sourceIds.map(sourceSignal) : []
}
export const eventSignal = (kind: string): string => `event:${kind}`
export const sourceSignal = (sourceId: string): string => `source:${sourceId}`
