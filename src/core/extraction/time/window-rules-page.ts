import { windowReadings } from './window-readings.ts'
import {
  DEFAULT_WINDOW_MONTHS,
  WINDOW_RULES_VERSION,
  type WindowReading,
  type WindowRule,
  type WindowRules,
  windowRules,
} from './window-rules.ts'

/** The rules as `GET /v1/window-rules` publishes them. */
export const publishedWindowRules = (): WindowRules => ({
  version: WINDOW_RULES_VERSION,
  anchor: 'the day of publication, UTC',
  readings: [...windowReadings],
  rules: windowRules.map(({ id, says, from, to }) => ({ id, says, from, to })),
  default: { months: DEFAULT_WINDOW_MONTHS },
})

/** The rules as the page `docs/window-rules.md`; a test keeps the two equal. */
export const windowRulesPage = (): string => `# How words of time are read

Version ${WINDOW_RULES_VERSION}, also at \`GET /v1/window-rules\`. Every window is counted from the day the commentary was published, in UTC,
and includes its last day.

1. **Days that are named win**, read as the first table says. Of several in one claim a deadline counts before a time, a time
   before a name in passing ("the 2028 budget"). Source: \`stated\`, or \`rule\` where a convention of ours fixes the end.
2. **Vague phrases are read by the second table**, the first row that fits. Source: \`rule\`.
3. **A claim that waits for something** ("never", "until", "only when", "only if") and says no more about time has no end.
   Source: \`rule\`.
4. **No words of time at all**: ${DEFAULT_WINDOW_MONTHS} months. Source: \`default\`; scored in a slice of its own. An occasion that the calendar does
   not tell ("before the election", "within a fortnight of opening") keeps this default, and its words as the window's text,
   unless the text itself gives that event one day ("the election is fixed for 3 October"): then it ends by that. Source: \`stated\`.
5. **Words told beside the claim**: without words of its own a claim takes the days of the question that it answers ("A cut next
   week? Unlikely."), of the clause it is joined to, and of the sentence that its subject leans on ("The committee votes on
   Wednesday. It should pass."), unless it denies, or has a condition of its own. Source: \`stated\`.

What is not the claim's is left out: words of time in its condition ("if the spring is dry, …"), those that date the past or
the speech ("said on Monday", "in May, he …"), "on a Friday", "the worst in two years". A time set in front of two claims
("By June, the bank will cut and the euro will fall") holds for both. Dates before publication are history. Feasts that need
the moon sighted, and the days of other elections and of matches, are not computed.

## Days that are named

The examples are written on Tuesday, ${windowReadings[0]?.example.publishedOn}.

| reading | words | from | to | source |
| --- | --- | --- | --- | --- |
${windowReadings.map(readingRow).join('\n')}

## Vague phrases

| words | from | to |
| --- | --- | --- |
${windowRules.map(ruleRow).join('\n')}
`

const readingRow = ({ says, source, example: { words, publishedOn, start, end } }: WindowReading): string =>
  `| ${says} | ${words} | ${start === publishedOn ? 'publication' : start} | ${end ?? 'no end'} | \`${source}\` |`

const ruleRow = ({ says, from, to }: WindowRule): string =>
  `| ${says} | ${length(from) || 'publication'} | ${to === null ? 'no end' : length(to)} |`

const length = ({ months, days }: { months: number; days: number }): string => {
  if (months > 12 && months % 12 === 0) return `${months / 12} years`
  if (months > 0) return `${months} month${months === 1 ? '' : 's'}`
  return days > 0 ? `${days} days` : ''
}
