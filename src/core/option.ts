import { z } from 'zod'
import { idOf } from './id.ts'
import { Problem } from './problem.ts'
import { type Outcome, outcomes } from './resolution/lifecycle.ts'
import { Instant } from './time.ts'

export const MAX_OPTIONS = 50
export const OptionLabel = z.string().trim().min(1, 'name the option').max(300)

/**
 * One of the outcomes that a categorical question may have. `other` is the catch-all: whatever is no named option, nothing
 * at all included. An option that is added later is carved out of it, so a forecast made before counts as having given
 * that option its `other` share.
 */
export const QuestionOption = z
  .object({
    id: idOf('option') as unknown as z.ZodType<`opt_${string}`>,
    questionId: idOf('question'),
    position: z.int().min(1),
    label: OptionLabel,
    isOther: z.boolean().meta({ description: 'the catch-all: whatever is no named option' }),
    reason: z.string().nullable().meta({ description: 'why it was added; null for the first ones' }),
    recordedAt: Instant,
  })
  .meta({ id: 'QuestionOption' })
export type QuestionOption = z.infer<typeof QuestionOption>
export type Choice = Pick<QuestionOption, 'id' | 'label' | 'isOther'>

/**
 * Holds that an outcome is one that a question of these options may have; without options it is "yes" or "no". Throws
 * `invalid-input`, naming those there are.
 */
export const mustBeOutcome = (options: readonly Choice[], outcome: Outcome): void => {
  const possible: readonly string[] = options.length > 0 ? options.map(({ id }) => id) : outcomes
  if (possible.includes(outcome)) return
  const detail = `${outcome} is no outcome of this question`
  const named = options.length > 0 ? options.map(({ id, label }) => `${id} (${label})`) : outcomes
  throw new Problem('invalid-input', detail, `give one of ${named.join(', ')}`, [{ field: 'outcome', detail }])
}

/** As which of the options that stood when it was said a forecast meets an outcome: itself, or the catch-all of then. */
export const metAs = (standing: readonly string[], outcome: Outcome, options: readonly Choice[]): string | null =>
  standing.includes(outcome)
    ? outcome
    : (options.find(({ id, isOther }) => isOther && standing.includes(id))?.id ?? null)
