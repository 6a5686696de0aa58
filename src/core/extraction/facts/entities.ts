import type { Reading } from '../cues/cue.ts'
import { fold, type NameRun, nameRuns } from '../sentences/name-runs.ts'
import { calendarNames, titles } from '../sentences/words.ts'
import { months } from '../time/time-words.ts'
import { personOf } from '../voice/people.ts'
import type { Page } from '../voice/voice.ts'

const MAX_ENTITIES = 12
const MAX_NAME = 200

/** The names in a fact and in the subject it shares, each as the text writes it in full. */
export const entitiesIn = (
  { text, people }: Page,
  { tokens }: Reading,
  { from, to, subject }: { from: number; to: number; subject: { from: number; to: number } },
): string[] => {
  const runs = [
    ...nameRuns(text, tokens, subject.from, Math.min(subject.to, from)),
    ...nameRuns(text, tokens, from, to),
  ]
  const names = runs.flatMap((found) => {
    // "On Monday Roe signed": no name begins with a day.
    let start = found.start
    while (start < found.surname && calendarNames.has(tokens[start]?.word ?? '')) start++
    const name = text.slice(tokens[start]?.start ?? 0, tokens[found.to - 1]?.end ?? 0).replace(/\s+/g, ' ')
    const run: NameRun =
      start === found.start ? found : { ...found, from: start, start, name, full: start < found.surname }
    const words = tokens.slice(run.start, run.to).map(({ word }) => word)
    const timely = words.every((word) => calendarNames.has(word) || months[word] !== undefined || /^\d+$/.test(word))
    const common =
      run.from === 0 &&
      words.length === 1 &&
      (people.nouns.has(words[0] ?? '') || /[^s]s$|ing$/.test(words[0] ?? '')) &&
      !people.capitals.has(words[0] ?? '')
    if (timely || common || (words.length === 1 && titles.has(words[0] ?? ''))) return []
    // Half a letter is no name that a database keeps.
    const full = (personOf(tokens, run, people)?.name ?? run.name).toWellFormed()
    return full.length <= MAX_NAME ? [full] : []
  })
  const seen = new Set<string>()
  return names.filter((name) => !seen.has(fold(name)) && seen.add(fold(name))).slice(0, MAX_ENTITIES)
}
