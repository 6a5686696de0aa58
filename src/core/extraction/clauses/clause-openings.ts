import { dashes, type Token } from '../sentences/token.ts'
import {
  beliefVerbs,
  clauseNounStems,
  clauseVerbs,
  factiveVerbs,
  forecastVerbs,
  personalPronouns,
  persuasionVerbs,
  questionWords,
  speechVerbs,
  subordinators,
  wishVerbs,
  wordSet,
} from '../sentences/words.ts'

/** Small judgements about single tokens that the walk in `clause.ts` rests on. All numbers are token indices. */

const nominalTags = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
export const isNominal = (token: Token | undefined): boolean => token !== undefined && nominalTags.has(token.tag)

/** Nouns that take a that-clause: hope, chance, fact … */
export const isClauseNoun = (token: Token | undefined): boolean => token !== undefined && clauseNoun.test(token.word)
/** Nouns that only begin like them. */
const otherNouns = ['newsp', 'newsl', 'newsr', 'newsc', 'newsa', 'factor', 'facti', 'signat', 'casew', 'casel']
const clauseNoun = new RegExp(`^(?!${otherNouns.join('|')})(?:${clauseNounStems.join('|')})`)

/** Verbs that take a clause without "that": say, think, believe … */
export const embeds = (tokens: readonly Token[], j: number): boolean => clauseVerbs.has(tokens[j]?.word ?? '')

const freeHeads = wordSet('what whatever nothing everything anything something all much little')
/** "What she said on Monday will": "what" is the object, so the verb governs nothing that follows. */
export const endsFreeRelative = (tokens: readonly Token[], j: number): boolean => {
  if (tokens[j + 1]?.tag !== 'ADP') return false
  for (let k = j - 1; k >= 0 && j - k < 8; k--) {
    if (freeHeads.has(tokens[k]?.word ?? '')) return true
    if (tokens[k]?.tag === 'VERB' || tokens[k]?.tag === 'PUNCT') return false
  }
  return false
}

const pronominal = wordSet('another some many few most several all both each')

const rings = wordSet('bring cling fling ring sing sling spring sting string swing wring')
const isGerund = (word: string): boolean => word.endsWith('ing') && !rings.has(word)

/** A verb that has a tense of its own, as far as its form and neighbours tell. */
export const hasTense = (tokens: readonly Token[], j: number): boolean => {
  const token = tokens[j]
  if (!token || (token.tag !== 'VERB' && token.tag !== 'AUX')) return false
  const [before, next] = [tokens[j - 1], tokens[j + 1]]
  if (before?.word === 'to' || isGerund(token.word)) return token.tag === 'VERB' && embeds(tokens, j)
  if (token.tag === 'AUX') return true
  // "Ford and its rival will": a name that the tagger takes for a verb.
  if (j === 0 && next?.tag === 'CCONJ') return false
  const modified = next?.tag === 'ADP' || next?.word === 'to' || opensDate(tokens, j + 1)
  if (modified && token.word.endsWith('ed')) return false
  // "the Lisbon-based institute".
  if (before?.word === '-') return false
  // "Another thinks she will": a determiner that stands for somebody.
  const opens = j < 2 || ['PUNCT', 'CCONJ', 'SCONJ'].includes(tokens[j - 2]?.tag ?? '')
  if (before && opens && pronominal.has(before.word) && embeds(tokens, j)) return true
  return before?.tag !== 'DET' && before?.tag !== 'ADJ' && before?.word !== "'s"
}

const dated = wordSet('since before after until')
/** "Every contract signed since 2022 would": words of time, no clause. */
export const opensDate = (tokens: readonly Token[], j: number): boolean =>
  dated.has(tokens[j]?.word ?? '') && tokens[j + 1]?.tag === 'NUM'

const frontStops = new Set([';', ':', '(', ')', '[', ']', '...', '…'])

/**
 * Where the adverbial in front of a subject starts, when the comma at `comma` closes one: "Unless we see changes, the war",
 * "Even with the wind in its back, the boat". Null when what precedes the comma is no adverbial.
 */
export const frontedStart = (tokens: readonly Token[], comma: number): number | null => {
  let start: number | null = null
  for (let k = comma - 1; k >= 0 && comma - k < 45; k--) {
    const [before, token] = [tokens[k - 1], tokens[k]]
    // "In our base case (60%), the index": what stands in brackets belongs to the adverbial.
    const open = token?.word === ')' ? tokens.findLastIndex(({ word }, m) => m < k && word === '(') : -1
    if (open > 0 && k - open < 6) {
      k = open
      continue
    }
    if (!token || frontStops.has(token.word) || dashes.has(token.word) || breaksFront(tokens, k)) break
    const opens =
      before === undefined ||
      [',', ':', ';', '"', '(', 'that'].includes(before.word) ||
      dashes.has(before.word) ||
      opensWithCoordinator(tokens, k - 1)
    if (opens && isFronter(tokens, k)) {
      start = k
      // An adverbial may itself stand after another: take the first of them, up to the clause's own opening.
      if (before?.word !== ',') break
    }
    if (token.word === 'that' && start !== null) break
  }
  return start
}

/** "And in spring, the", "…, but in theory it": a coordinator that opens the sentence or a clause. */
const opensWithCoordinator = (tokens: readonly Token[], k: number): boolean => {
  const before = tokens[k - 1]
  return tokens[k]?.tag === 'CCONJ' && (before === undefined || before.tag === 'PUNCT')
}

/** "… may fall but, in theory, it": a new clause begins here, so the adverbial cannot reach further left. */
const breaksFront = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]?.tag === 'CCONJ' && (['but', 'yet', 'so'].includes(tokens[k]?.word ?? '') || tokens[k + 1]?.word === ',')

const fronters = wordSet(
  'despite given barring assuming provided next this according later even only whatever whoever whichever',
)

const frontPairs = new Set(['no matter', 'come the', 'short of', 'to judge', 'to go', 'to hear'])
const isFronter = (tokens: readonly Token[], k: number): boolean => {
  const [token, next] = [tokens[k], tokens[k + 1]]
  if (!token || token.word === 'that') return false
  if (subordinators.has(token.word) || ['SCONJ', 'ADP', 'ADV'].includes(token.tag)) return true
  if (frontPairs.has(`${token.word} ${next?.word}`)) return true
  if (isInverted(tokens, k)) return true
  return fronters.has(token.word) || (token.tag === 'VERB' && /(?:ed|ing)$/.test(token.word))
}

const inverters = wordSet('should were had')

/** "Should the court agree,", "were they to lose,", "had it rained,": a condition without "if". */
export const isInverted = (tokens: readonly Token[], k: number): boolean => {
  const [token, next] = [tokens[k], tokens[k + 1]]
  if (token?.tag !== 'AUX' || !inverters.has(token.word)) return false
  return next !== undefined && ['DET', 'PRON', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.tag)
}

/** "that seems unlikely", "that combination will": a pronoun or determiner, not an opening of a clause. */
export const isDemonstrative = (tokens: readonly Token[], j: number, subject: boolean): boolean => {
  const before = tokens[j - 1]
  const opens =
    before === undefined || before.tag === 'PUNCT' || before.tag === 'SCONJ' || subordinators.has(before.word)
  if (!subject) return opens || before?.tag === 'CCONJ'
  // "believes, wrongly, that Oslo will": no "that" stands before a name, an article or a pronoun.
  if (before?.word === ',' && ['PROPN', 'DET', 'PRON'].includes(tokens[j + 1]?.tag ?? '')) return false
  if (opens) return before?.word !== '"'
  // "cuts that schedule", but "says that prices".
  const [that, next] = [tokens[j], tokens[j + 1]]
  const object = before?.tag === 'VERB' && !takesClause(before)
  if (object && that?.tag === 'DET' && next?.tag === 'NOUN' && !next.word.endsWith('s')) return true
  if (before?.tag === 'CCONJ') return coordinateThat(tokens, j) === null && coordinateVerb(tokens, j) === null
  return before?.tag === 'ADP' || before?.tag === 'DET'
}

/** Verbs that may govern a clause: "says", "hopes", "shows". */
export const takesClause = ({ word, lemma }: Pick<Token, 'word' | 'lemma'> = { word: '', lemma: '' }): boolean =>
  clauseVerbs.has(word) ||
  [speechVerbs, beliefVerbs, forecastVerbs, factiveVerbs, wishVerbs, persuasionVerbs].some((verbs) => verbs.has(lemma))

/** The earlier "that" which "and that", "but that" runs on from, or null. */
export const coordinateThat = (tokens: readonly Token[], j: number): number | null => {
  if (tokens[j - 1]?.tag !== 'CCONJ') return null
  for (let k = j - 2; k >= 0; k--) if (tokens[k]?.word === 'that' && tokens[k]?.tag !== 'DET') return k
  return null
}

/** "Said a suit was improbable, and that": the verb of saying whose first clause has no "that", or null. */
export const coordinateVerb = (tokens: readonly Token[], j: number): number | null => {
  const clausal = ['DET', 'PRON', 'PROPN', 'NOUN', 'NUM'].includes(tokens[j + 1]?.tag ?? '')
  if (tokens[j - 1]?.tag !== 'CCONJ' || !clausal) return null
  for (let k = j - 3; k > 0; k--) {
    const token = tokens[k]
    if (!token || [';', ':', '"'].includes(token.word)) return null
    const opens = ['DET', 'PRON', 'PROPN', 'NOUN', 'NUM', 'ADJ'].includes(tokens[k + 1]?.tag ?? '')
    if (token.tag === 'VERB' && embeds(tokens, k) && opens) return k
  }
  return null
}

/** What, who, which in "the question is why", "unclear what": an indirect question, not a relative clause. */
export const opensQuestion = (tokens: readonly Token[], j: number): boolean => {
  const [before, token] = [tokens[j - 1], tokens[j]]
  if (!token || token.word === 'which' || !questionWords.has(token.word)) return false
  return !isNominal(before) && before?.word !== ','
}

export const alwaysSubordinate = wordSet('if unless when once while because although though whereas lest until')

/** "as", "since", "before", "after" are prepositions too: only as conjunctions do they open a clause. */
export const opensSubordinate = (tokens: readonly Token[], j: number): boolean => {
  const token = tokens[j]
  if (!token || !subordinators.has(token.word)) return false
  // "the projects announced since 2022 may": a year is the subject of nothing.
  const year = tokens[j + 1]?.tag === 'NUM' && ['AUX', 'VERB'].includes(tokens[j + 2]?.tag ?? '')
  if (year && ['since', 'before', 'after', 'until'].includes(token.word)) return false
  return token.tag === 'SCONJ' || alwaysSubordinate.has(token.word)
}

const innerOpenings = wordSet(
  'that which who whom what whatever whoever when if once after before until unless as while',
)

/**
 * The word that opens the clause of the finite verb at `j`, when that clause stands inside the subject ("what was lost
 * will", "the deal that was signed will") or before it without a comma ("when it ends prices will"). Null otherwise.
 */
export const innerOpening = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 1; k >= 0 && j - k < 14; k--) {
    const token = tokens[k]
    if (!token || token.tag === 'PUNCT' || token.tag === 'CCONJ') return null
    if (innerOpenings.has(token.word)) return k
    if (k < j - 3 && hasTense(tokens, k)) return null
  }
  return null
}

/** "between the mayor and the chief": the "and" that "between" waits for. */
export const closesPair = (tokens: readonly Token[], j: number): boolean => {
  if (tokens[j]?.word !== 'and') return false
  for (let k = j - 1; k >= 0 && j - k < 9; k--) {
    if (tokens[k]?.word === 'between') return true
    if (tokens[k]?.word === 'and' || tokens[k]?.tag === 'PUNCT' || tokens[k]?.tag === 'AUX') return false
  }
  return false
}

/** Whether a coordinator joins two clauses rather than two nouns. */
export const splitsClauses = (tokens: readonly Token[], j: number): boolean => {
  const [before, token, next] = [tokens[j - 1], tokens[j], tokens[j + 1]]
  if (!before || (before.tag === 'PUNCT' && !dashes.has(before.word))) return true
  // One word is no clause, whatever the tagger takes it for.
  if ((j < 2 || tokens[j - 2]?.tag === 'PUNCT') && token?.word !== 'but') return false
  if (['but', 'yet', 'so'].includes(token?.word ?? '') || personalPronouns.has(next?.word ?? '')) return true
  for (let k = j - 1; k >= 0; k--) {
    const earlier = tokens[k]
    if (!earlier || earlier.word === ',' || frontStops.has(earlier.word) || earlier.word === 'that') return false
    if (hasTense(tokens, k)) return true
    if (subordinators.has(earlier.word) && earlier.tag === 'SCONJ') return false
  }
  return false
}
