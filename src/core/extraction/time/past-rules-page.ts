import { PAST_EXAMPLES_PUBLISHED, type PastReading, pastReadings } from './past-readings.ts'
import { PAST_RULES_VERSION, type PastRule, pastRules } from './past-rules.ts'

/** The rules as the page `docs/past-dates.md`; a test keeps the two equal. */
export const pastRulesPage = (): string => `# How words of time are read backwards

Version ${PAST_RULES_VERSION}. The days of a [reported fact](events.md) are told from the words of time in its clause and the day the commentary
was published, in UTC. Nothing that is told as having happened lies after publication.

1. **Days that are named** are read as the first table says. An adverb ("on Tuesday") goes before a thing that is named by its time
   ("Tuesday's vote"), and of two the narrower counts. Source: \`stated\`, or \`rule\` where a convention of ours fixes an end.
2. **Vague phrases** are read by the second table. Source: \`rule\`.
3. **No words of time**: only that it was not after publication, or not after the day on which it was told ("said on Tuesday that …").
   Source: \`undated\`; no first day.

What dates another verb, a plan or a thing is left out: "agreed to meet on Friday", "the law passed in 2019", "the worst since
March", "up from 3% a year ago".

## Days that are named

The examples are written on Wednesday, ${PAST_EXAMPLES_PUBLISHED}.

| reading | words | from | to | source |
| --- | --- | --- | --- | --- |
${pastReadings.map(readingRow).join('\n')}

## Vague phrases

| words | from | to |
| --- | --- | --- |
${pastRules.map(ruleRow).join('\n')}
`

const readingRow = ({ says, source, example: { words, after, earliest, latest } }: PastReading): string =>
  `| ${says} | ${words}${after ? ` (after ${after.start})` : ''} | ${earliest ?? 'not told'} | ${latest === PAST_EXAMPLES_PUBLISHED ? 'publication' : latest} | \`${source}\` |`

const ruleRow = ({ says, from, to }: PastRule): string =>
  `| ${says} | ${from === null ? 'not told' : `${length(from)} before`} | ${length(to) ? `${length(to)} before` : 'publication'} |`

const length = ({ months, days }: { months: number; days: number }): string => {
  if (months > 12 && months % 12 === 0) return `${months / 12} years`
  if (months > 0) return `${months} month${months === 1 ? '' : 's'}`
  return days > 0 ? `${days} day${days === 1 ? '' : 's'}` : ''
}
