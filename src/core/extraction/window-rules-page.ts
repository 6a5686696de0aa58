import { DEFAULT_WINDOW_MONTHS, WINDOW_RULES_VERSION, type WindowRule, windowRules } from './window-rules.ts'

/** The rule table as the page `docs/window-rules.md`; a test keeps the two equal. */
export const windowRulesPage = (): string => `# How words of time are read

Version ${WINDOW_RULES_VERSION}. Every window is counted from the day the commentary was published, in UTC, and includes its last day.

1. **Dates that are named win** ("by March", "by the end of next year", "next spring", "within two years", "on 12 May 2027").
   A named period ends on its last day: "by March" is 31 March, "next year" 31 December of it, "spring" 31 May (seasons of
   the northern half of the earth). "Before" ends the day before what is named starts: "before May" is 30 April, "before the
   summer" 31 May, but "before the summer is out" 31 August. "By the middle of August" is 15 August. Feasts are days: "by
   Easter" is Easter Sunday, "by midsummer" 24 June; "at Christmas" runs from two days before to the day after. Without a
   year, the next that fits. Dates before publication are history and are ignored, "on a Friday" is no date, and words of
   time in a condition ("if the spring is dry, …") are not the claim's.
   Source: \`stated\`.
2. **Two periods have ends by convention**: "in the new year" is 1 January to 31 March of the next year; a season of sport
   ("this season", "by the end of the season") ends on 30 June, and "next season" runs from 1 July to the 30 June after.
   Source: \`rule\`.
3. **Vague phrases are read by this table**, the first row that fits. Source: \`rule\`.
4. **A claim that waits for something** ("never", "until", "only when", "only if") and says no more about time has no end.
   Source: \`rule\`.
5. **No words of time at all**: ${DEFAULT_WINDOW_MONTHS} months. Source: \`default\`; scored in a slice of its own.

| words | from | to |
| --- | --- | --- |
${windowRules.map(row).join('\n')}
`

const row = ({ says, from, to }: WindowRule): string =>
  `| ${says} | ${from === 0 ? 'publication' : length(from)} | ${to === null ? 'no end' : length(to)} |`

const length = (months: number): string => {
  if (months < 1) return `${Math.round(months * 30)} days`
  return months % 12 === 0 && months > 12 ? `${months / 12} years` : `${months} month${months === 1 ? '' : 's'}`
}
