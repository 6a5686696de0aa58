import { type LexiconEntry, ownLexicon, type YardstickLexicon, yardstickIds, yardstickLexicon } from './lexicon.ts'
import { lexiconSources } from './phrases.ts'

/** The lexicons as the page `docs/lexicon.md`; a test keeps the two equal. */
export const lexiconPage = (): string => {
  const own = ownLexicon()
  return `# What words of likelihood are taken to mean

Version ${own.version}. Also at \`GET /v1/lexicons\`. A forecast is stored with its words; a lexicon turns them into a probability
when scores are read, so another lexicon changes no record.

Each phrase has the distribution of the largest survey that asked it: the 5 % quantile, mean and 95 % quantile of what readers
said it means, and the Beta distribution of that mean and standard deviation. Phrases that no survey at hand asked are
marked as a judgement. The probability is that of the event the words are said of: "unlikely to end" is \`unlikely\` of the end.
Weak hedges are recorded and resolved, and stay out of the headline score.

| phrase | 5 % | mean | 95 % | Beta | readers | from | |
| --- | --- | --- | --- | --- | --- | --- | --- |
${own.entries.map(ownRow).join('\n')}

## Sources

${Object.values(lexiconSources)
  .map((source) => `- ${source}`)
  .join('\n')}

## Yardsticks

What organisations tell their own writers to mean, in per cent: other readings of words of likelihood. Each has its own terms
and bands, all of them and no others. The last column is ours: the phrases of the table above that a term says in the same
words. A phrase gathers several ways of writing; the standard speaks of its term alone.

${yardstickIds.map(yardstickLexicon).map(yardstickSection).join('\n')}`
}

const ownRow = ({ phrase, low, mid, high, beta, source, n, weak }: LexiconEntry): string => {
  const from = source.split(/[, ]/)[0]
  return `| ${phrase} | ${low} | ${mid} | ${high} | ${beta.alpha}, ${beta.beta} | ${n || ''} | ${from} | ${weak ? 'weak' : ''} |`
}

const percent = (p: number): string => `${Math.round(p * 100)}`

const yardstickSection = ({ name, source, entries, phrases }: YardstickLexicon): string => {
  const saidIn = (term: string) => phrases.filter((one) => one.term === term).map(({ phrase }) => phrase)
  const rows = entries.map(
    ({ term, low, high }) => `| ${term} | ${percent(low)}–${percent(high)} | ${saidIn(term).join(', ')} |`,
  )
  return `### ${name}

${source}.

| term | per cent | our phrases |
| --- | --- | --- |
${rows.join('\n')}
`
}
