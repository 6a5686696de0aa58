import type { QuestionVersion } from '../../core/question.ts'
import { type DecidedTimes, decidedTimes } from '../../core/resolution/decided-times.ts'
import { type Settlement, sameTerms, sameWindow } from '../../core/resolution/own-outcome.ts'
import type { Reader } from '../../storage/database.ts'
import { versionsOfAll } from '../../storage/questions.ts'
import { logsOf, outcomeStepsOf } from '../../storage/resolutions.ts'
import { settlementsOf } from './own-outcomes.ts'

/** So many questions are named in one statement: a statement takes 65,535 values and no more. */
const CHUNK = 1000

/** Whether some version asks for the same as another in other days: its outcome is what judging the evidence anew gives. */
const asksInOtherDays = (versions: readonly QuestionVersion[]): boolean =>
  versions.some((a) => versions.some((b) => sameTerms(a, b) && !sameWindow(a, b)))

/** What settlements stand on, by entry, of the questions where a version is to be judged anew by them. */
const toJudgeAnew = async (
  reader: Reader,
  settled: readonly string[],
  versions: Map<string, QuestionVersion[]>,
): Promise<Map<string, Settlement>> => {
  const ids = settled.filter((id) => asksInOtherDays(versions.get(id) ?? []))
  if (ids.length === 0) return new Map()
  const entries = [...(await logsOf(reader, ids)).values()].flat().filter(({ step }) => step === 'settle')
  return await settlementsOf(reader, entries, versions)
}

/** The times of the outcomes that these questions' versions have on their own terms, by version id. */
export const resolvedTimes = async (
  reader: Reader,
  questionIds: readonly string[],
): Promise<Map<string, DecidedTimes>> => {
  const times = new Map<string, DecidedTimes>()
  for (let at = 0; at < questionIds.length; at += CHUNK) {
    const ids = questionIds.slice(at, at + CHUNK)
    const logs = await outcomeStepsOf(reader, ids)
    const versionsOn = await versionsOfAll(reader, ids)
    const settled = [...logs].flatMap(([id, log]) => (log.some(({ step }) => step === 'settle') ? [id] : []))
    const settlements = await toJudgeAnew(reader, settled, versionsOn)
    for (const [id, versions] of versionsOn) {
      const log = (logs.get(id) ?? []).map((one) => ({ ...one, settlement: settlements.get(one.id) ?? null }))
      for (const version of versions) times.set(version.id, decidedTimes(version, versions, log))
    }
  }
  return times
}
