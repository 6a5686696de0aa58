import { type Claim, wordAt } from '../claims/claim.ts'
import { askingVerbs, wordSet } from '../sentences/words.ts'

/** Gates on what is asked and not said: questions, and clauses that hang on asking. */

export const isQuestion = (claim: Claim): boolean => {
  const { reading, cue } = claim
  const end = reading.words.indexOf('?', cue.at)
  if (end < 0 || reading.words.slice(cue.at + 1, end).some((word) => word === '.' || word === '!')) return false
  return !asksLater(claim, end)
}

const askers = wordSet('who what why how when where')
/** "They will not accept it, and who shall blame them?": the question is another clause. "In, what, four years?" asks nothing. */
const asksLater = ({ reading: { words, tokens }, clause, cue }: Claim, end: number): boolean =>
  clause.core < cue.at &&
  !askers.has(words[clause.core] ?? '') &&
  words.some((word, k) => {
    if (k <= cue.verb || k >= end || !askers.has(word)) return false
    const joined = tokens[k - 1]?.tag === 'CCONJ' && words[k - 2] === ','
    return joined || (word === 'what' && words[k - 1] === ',' && words[k + 1] === ',')
  })

export const isIndirectQuestion = (claim: Claim): boolean =>
  (claim.clause.kind === 'question' && claim.cue.kind !== 'frame' && !isPseudoCleft(claim)) ||
  isAskedOf(claim) ||
  isAskedWhen(claim)

const unknowing = wordSet('know decide tell ask wonder learn clear sure guess')
/** "Investors want to know when rates will fall": asked, whatever the tagger makes of "rates". */
const isAskedWhen = ({ cue, reading: { words } }: Claim): boolean =>
  words
    .slice(Math.max(0, cue.at - 7), cue.at)
    .some(
      (word, k, all) =>
        (word === 'when' || word === 'where') && unknowing.has(all[k - 1] ?? '') && !all.slice(k).includes(','),
    )

const asking = wordSet('when where whether how why')
/** "No indication of when trains would run": what the noun leaves open. */
const isAskedOf = ({ clause, cue, reading }: Claim): boolean =>
  reading.words
    .slice(clause.core, cue.at)
    .some((word, k, all) => k > 1 && asking.has(word) && ['of', 'on', 'about', 'over', 'to'].includes(all[k - 1] ?? ''))

const unanswered =
  wordSet(`unclear unknown uncertain anyone anybody open question hard mystery unsaid undecided debated disputed clear matter
  another harder less`)

/** "What we'll get is a slow bleed", "that is exactly what they will do": the free relative and what it is make one claim. */
export const isPseudoCleft = ({ clause, cue, reading }: Claim): boolean => {
  const { words, tokens } = reading
  const what = clause.intro ?? -1
  if (words[what] !== 'what') return false
  const before = words[what - 1]
  const opens =
    before === undefined || [',', ';', ':', '"', '—', '–'].includes(before) || tokens[what - 1]?.tag === 'CCONJ'
  if (!opens) {
    const exact = ['precisely', 'exactly', 'just'].includes(before) ? what - 2 : what - 1
    return (
      ['is', "'s"].includes(words[exact] ?? '') &&
      (exact < what - 1 || ['that', 'this', 'which'].includes(words[exact - 1] ?? ''))
    )
  }
  const end = words.findIndex((word, k) => k > cue.verb && [';', '.', '?', ':'].includes(word))
  let commas = 0
  // "What it will not do, on any evidence, is": of what stands between two commas "is" is no part.
  const is = words.findIndex((word, k) => {
    if (k <= cue.verb || (end >= 0 && k >= end)) return false
    if (word === ',') commas++
    return commas % 2 === 0 && (word === 'is' || word === "'s")
  })
  // "What they will do is unclear": asked after all.
  return is > 0 && !words.slice(is + 1, is + 4).some((word) => unanswered.has(word))
}

const questionOpenings = wordSet('whether how why what if')

/** "discussed how a truce could work", "specified what it would mean". */
export const isAsked = ({ chain, reading, clause }: Claim): boolean =>
  clause.intro !== null &&
  questionOpenings.has(wordAt(reading, clause.intro)) &&
  chain.some((link) => askingVerbs.has(link.lemma))
