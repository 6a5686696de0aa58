import { type Lexicon, type LexiconEntry, lexiconIds, lexiconOf, OWN_LEXICON } from './lexicon.ts'
import { lexiconSources } from './phrases.ts'

/** The lexicons as the page `docs/lexicon.md`; a test keeps the two equal. */
export const lexiconPage = (): string => {
  const own = lexiconOf(OWN_LEXICON)
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

What organisations tell their own writers to mean, in per cent: other readings of the same words. A word that a standard
does not define has no entry there.

| phrase | ${yardsticks.map(({ name }) => name).join(' | ')} |
| --- | ${yardsticks.map(() => '---').join(' | ')} |
${own.entries
  .map(({ phrase }) => phrase)
  .flatMap(yardstickRow)
  .join('\n')}

${yardsticks.map(({ name, source }) => `- ${name}: ${source}`).join('\n')}
`
}

const yardsticks: readonly Lexicon[] = lexiconIds.filter((id) => id !== OWN_LEXICON).map(lexiconOf)

const ownRow = ({ phrase, low, mid, high, beta, source, n, weak }: LexiconEntry): string => {
  const from = source.split(/[, ]/)[0]
  return `| ${phrase} | ${low} | ${mid} | ${high} | ${beta?.alpha}, ${beta?.beta} | ${n || ''} | ${from} | ${weak ? 'weak' : ''} |`
}

const percent = (p: number): string => `${Math.round(p * 100)}`

const yardstickRow = (phrase: string): string[] => {
  const cells = yardsticks.map(({ entries }) => {
    const entry = entries.find((one) => one.phrase === phrase)
    return entry ? `${percent(entry.low)}–${percent(entry.high)}` : ''
  })
  return cells.some((cell) => cell !== '') ? [`| ${phrase} | ${cells.join(' | ')} |`] : []
}
