import type { Reading } from '../cues/cue.ts'
import type { Page } from '../voice/voice.ts'

const MAX_TITLE = 300

/** What happened, to be read on its own: the wording with its subject named; a verb joined to another gets their subject. */
export const titleOf = (
  { text }: Page,
  { tokens }: Reading,
  { from, subject }: { from: number; subject: { from: number; to: number } },
  worded: string,
): string => {
  const shared =
    subject.to <= from ? text.slice(tokens[subject.from]?.start ?? 0, tokens[subject.to - 1]?.end ?? 0) : ''
  const whole = `${shared} ${worded}`.replace(/\s+/g, ' ').trim()
  const title = whole.charAt(0).toUpperCase() + whole.slice(1)
  return title.length <= MAX_TITLE ? title : `${title.slice(0, MAX_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
