import { z } from 'zod'
import { factOf } from '../../core/ledger/fact.ts'
import { MAX_OPTIONS, OptionLabel, type QuestionOption } from '../../core/option.ts'
import { Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { insertOptions, optionsOf } from '../../storage/options.ts'
import { action, type Transacting } from '../context.ts'
import { mustLock } from './append-resolution.ts'

export const FirstOption = z
  .object({
    label: OptionLabel,
    other: z.literal(true).optional().meta({ description: 'the catch-all: whatever is no named option' }),
  })
  .meta({ id: 'FirstOption' })
export type FirstOption = z.infer<typeof FirstOption>

export const AddOption = z
  .object({ label: OptionLabel, reason: z.string().trim().min(1, 'say why').max(2000) })
  .meta({ id: 'AddOption' })
export type AddOption = z.infer<typeof AddOption>

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** The options of a new question differ, and at most one of them is the catch-all. */
export const mustDiffer = (options: readonly FirstOption[]): void => {
  if (new Set(options.map(({ label }) => label)).size < options.length) {
    throw refuse('options', 'two options have the same label', 'give each its own')
  }
  if (options.filter(({ other }) => other).length > 1) {
    throw refuse('options', 'there are two catch-alls', 'mark one option as other at most')
  }
}

type NewOption = Pick<QuestionOption, 'position' | 'label' | 'isOther' | 'reason'>

export const writeOptions = async (
  { tx, now, newId, newSalt, actor }: Transacting,
  questionId: string,
  options: readonly NewOption[],
): Promise<void> => {
  const rows = options.map((option) => ({
    id: newId('option') as QuestionOption['id'],
    questionId,
    ...option,
    recordedBy: actor.name,
    recordedAt: now,
  }))
  await insertOptions(tx, await Promise.all(rows.map((row) => factOf('option', row, newSalt))))
}

const mustTakeOptions = ({ id, kind, status }: Question, options: readonly QuestionOption[]): void => {
  if (kind !== 'categorical') throw refuse('id', `${id} is a question of yes and no`, 'make a categorical question')
  if (status === 'resolved' || status === 'void') {
    throw new Problem('illegal-step', `a question that is ${status} takes no further option`, 'reopen it first')
  }
  if (!options.some(({ isOther }) => isOther)) {
    const detail = 'it has no catch-all that a further option could be carved out of'
    throw new Problem('illegal-step', detail, 'make a question with an option marked as other')
  }
  if (options.length >= MAX_OPTIONS) throw refuse('label', `it has ${MAX_OPTIONS} options`, 'leave the rest to other')
}

/** `created` is false when an option of this label stands. */
export type OptionAdded = { option: QuestionOption; created: boolean }

/**
 * Adds an option to a categorical question that is not decided, carved out of its catch-all: a forecast made before it
 * counts as having given it the share of that. Throws `illegal-step` where there is none, or the question is decided.
 */
export const addOption = action<{ questionId: string; option: AddOption }, OptionAdded>(
  async (scope, { questionId, option: { label, reason } }) => {
    const question = await mustLock(scope, questionId, 'id')
    const options = await optionsOf(scope.tx, questionId)
    const standing = options.find((option) => option.label === label)
    if (standing) return { option: standing, created: false }
    mustTakeOptions(question, options)
    const position = Math.max(...options.map((option) => option.position)) + 1
    await writeOptions(scope, questionId, [{ position, label, isOther: false, reason }])
    const option = (await optionsOf(scope.tx, questionId)).at(-1)
    if (!option) throw new Error('the option just recorded is not there')
    return { option, created: true }
  },
)
