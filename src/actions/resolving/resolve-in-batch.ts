import type { ItemResult } from '../../core/item-result.ts'
import { Problem } from '../../core/problem.ts'
import type { ResolutionEntry } from '../../core/proposal.ts'
import { lastStep, ofVersion } from '../../core/resolution/lifecycle.ts'
import type { Reader } from '../../storage/database.ts'
import { versionsOf } from '../../storage/questions.ts'
import { logOf } from '../../storage/resolutions.ts'
import { action, type Context } from '../context.ts'
import { mustLockAll } from '../questions/follow-trigger.ts'
import { evidenceDigestOf } from './add-evidence.ts'
import { type ResolveQuestion, resolveQuestion, stands } from './resolve-question.ts'

/** The last entry on what is meant: the question itself, or an older version of it. */
const lastOn = async (reader: Reader, input: ResolveQuestion): Promise<ResolutionEntry | null> => {
  const log = await logOf(reader, input.questionId)
  const version = 'version' in input ? input.version : undefined
  if (version === undefined) return lastStep(log) ?? null
  const [newest, ...older] = await versionsOf(reader, input.questionId)
  if (version === newest?.version) return lastStep(log) ?? null
  const named = older.find((own) => own.version === version)
  return named ? ofVersion(log, named.id).last : null
}

/** Decides one, and gives the entry that it appended; where a correction says what stands already, that. */
const resolveOne = action<ResolveQuestion, ItemResult>(async (scope, input) => {
  await mustLockAll(scope, input.questionId)
  const before = await logOf(scope.tx, input.questionId)
  await resolveQuestion(scope, input)
  const appended = (await logOf(scope.tx, input.questionId)).slice(before.length).at(-1)
  const last = appended ?? (await lastOn(scope.tx, input))
  if (!last) throw new Error(`nothing was appended to the log of ${input.questionId}`)
  return { status: appended ? 'recorded' : 'standing', id: last.id }
})

/** The entry that says already what was refused because it cannot follow on itself; null where another stands in its way. */
const standingFor = async (reader: Reader, input: ResolveQuestion): Promise<string | null> => {
  const last = await lastOn(reader, input)
  if (last === null) return null
  if (input.step === 'reopen') return last.step.startsWith('reopen') && last.reason === input.reason ? last.id : null
  return stands(last, input, await evidenceDigestOf(input.evidence)) ? last.id : null
}

/**
 * Decides questions one after the other, each in a transaction of its own with the scores that it moves: one that is refused keeps
 * none of the others back, and what was decided just so already is told as standing. Throws where the database fails.
 */
export const resolveInBatch = async (context: Context, inputs: readonly ResolveQuestion[]): Promise<ItemResult[]> => {
  const results: ItemResult[] = []
  for (const input of inputs) {
    try {
      results.push(await resolveOne(context, input))
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'database-unavailable') throw error
      const id = error.code === 'illegal-step' ? await standingFor(context.database.reader, input) : null
      results.push(id === null ? { status: 'refused', problem: error } : { status: 'standing', id })
    }
  }
  return results
}
