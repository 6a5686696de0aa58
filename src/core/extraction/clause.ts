import { formsAt } from '../lexicon/match.ts'
import type { Token } from './token.ts'
import { coordinators, negativeSubjects, personalPronouns, questionWords, relatives, subordinators } from './words.ts'

/**
 * How a clause hangs in its sentence: `main`, `complement` (of the word at `governor`), `relative` (of the noun at
 * `governor`), `question` (indirect) or `subordinate` (if, when, because …).
 */
export type ClauseKind = 'main' | 'complement' | 'relative' | 'question' | 'subordinate'

/** The clause around a verb. All numbers are token indices of the sentence. */
export type Clause = {
  kind: ClauseKind
  /** First token, with the adverbials and subordinate clauses put in front of the subject. */
  start: number
  /** First token of the clause proper. */
  core: number
  /** The word that opens it (that, which, if, …), or null. */
  intro: number | null
  /** Whether something stands in front of its subject (`start` before `core`). */
  front: boolean
  /** The verb, noun or adjective it depends on, or null. */
  governor: number | null
}

const strong = new Set([';', ':', '(', ')', '[', ']', '...', '…'])
const dashes = new Set(['—', '–', '--'])
const clauseNouns = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])

const at = (tokens: readonly Token[], i: number): Token | undefined => tokens[i]
const isNominal = (token: Token | undefined): boolean => token !== undefined && clauseNouns.has(token.tag)

/** For each token the number of the aside it stands in (0 = none): a stretch between two dashes that the sentence runs on after. */
export const asidesOf = (tokens: readonly Token[]): number[] => {
  const aside = tokens.map(() => 0)
  const marks = tokens.flatMap((token, i) => (dashes.has(token.word) ? [i] : []))
  for (let m = 0; m + 1 < marks.length; m++) {
    const [open, close] = [marks[m] ?? 0, marks[m + 1] ?? 0]
    const next = at(tokens, close + 1)
    const runsOn = next !== undefined && (['AUX', 'VERB', 'ADP', 'PART', 'CCONJ'].includes(next.tag) || next.word === 'that')
    if (!runsOn) continue
    for (let i = open; i <= close; i++) aside[i] = m + 1
    m++
  }
  return aside
}

/** Skips back over the aside that ends just before `i`, if `i` is not in it. */
const stepBack = (asides: readonly number[], from: number, i: number): number => {
  let j = i
  while (j >= 0 && (asides[j] ?? 0) !== 0 && asides[j] !== asides[from]) j--
  return j
}

/**
 * The clause that the verb group at `verb` belongs to, found by walking left over its subject. "He said that, if it rains,
 * the game will stop": for `will`, a complement of `said` with "if it rains" in front.
 */
export const clauseAt = (tokens: readonly Token[], asides: readonly number[], verb: number): Clause => {
  let subject = false
  let front: number | null = null
  let frontEnd = 0
  const done = (kind: ClauseKind, core: number, intro: number | null, governor: number | null): Clause => ({
    kind,
    start: intro !== null && (kind === 'relative' || kind === 'question') ? intro : (front ?? core),
    core: Math.max(core, frontEnd),
    intro,
    front: front !== null,
    governor,
  })
  for (let j = stepBack(asides, verb, verb - 1); j >= 0; j = stepBack(asides, verb, j - 1)) {
    const token = at(tokens, j)
    if (!token) break
    const { word } = token
    if (strong.has(word) || dashes.has(word)) return done('main', j + 1, null, null)
    if (word === ',') {
      if (!subject) {
        const open = matchingComma(tokens, j)
        if (open === null) continue
        j = open
        continue
      }
      const fronted = frontedStart(tokens, j)
      if (fronted === null) return afterComma(tokens, asides, j, done)
      front = fronted
      frontEnd = Math.max(frontEnd, j + 1)
      const before = at(tokens, fronted - 1)
      if (!before || before.word === ',') {
        if (!before) return done('main', 0, null, null)
        continue
      }
      j = fronted
      continue
    }
    if (word === 'that' && !isDemonstrative(tokens, j, subject)) return thatClause(tokens, j, subject, done)
    if (word === 'which' || word === 'who' || word === 'whom' || word === 'whose' || word === 'what') {
      if (subject && opensQuestion(tokens, j)) return done('question', j, j, j - 1)
      return done('relative', j, j, nounBefore(tokens, j))
    }
    if ((word === 'how' || word === 'why' || word === 'whether') && subject) return done('question', j, j, j - 1)
    if (word === 'where' && subject) return done('relative', j, j, nounBefore(tokens, j))
    if (subject && opensSubordinate(tokens, j)) return done('subordinate', j, j, governorOfFront(tokens, j))
    if (coordinators.has(word) && token.tag === 'CCONJ') {
      if (!subject) return coordinated(tokens, asides, j, done)
      if (splitsClauses(tokens, j)) return coordinated(tokens, asides, j, done)
    }
    const inner = subject && isFinite(tokens, j) && !embeds(tokens, j) ? innerOpening(tokens, j) : null
    if (inner !== null) {
      if (subordinators.has(tokens[inner]?.word ?? '')) front = inner
      j = inner
      continue
    }
    if (subject && isFinite(tokens, j)) return done(embeds(tokens, j) ? 'complement' : 'main', j + 1, null, j)
    if (subject && startsZeroRelative(tokens, j)) return done('relative', j, null, j - 1)
    if (isNominal(token)) subject = true
  }
  return done('main', 0, null, null)
}

/** "adding that while X may, Y": a clause put in front of a that-clause hangs where that one hangs. */
const governorOfFront = (tokens: readonly Token[], j: number): number | null =>
  tokens[j - 1]?.word === 'that' ? governorBefore(tokens, j - 1) : null

/**
 * The word that opens the clause of the finite verb at `j`, when that clause stands inside the subject ("what was lost
 * will", "the deal that was signed will") or before it without a comma ("when it ends Kyiv will"). Null otherwise.
 */
const innerOpening = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 1; k >= 0 && j - k < 14; k--) {
    const token = tokens[k]
    if (!token || token.tag === 'PUNCT' || token.tag === 'CCONJ') return null
    if (['that', 'which', 'who', 'what', 'whatever', 'whoever'].includes(token.word)) return k
    if (['when', 'if', 'once', 'after', 'before', 'until', 'unless', 'as', 'while'].includes(token.word)) return k
    if (isFinite(tokens, k) && k < j - 3) return null
  }
  return null
}

type Done = (kind: ClauseKind, core: number, intro: number | null, governor: number | null) => Clause

/** "Kyiv, backed by its partners, has": the comma before the verb closes an aside; where it opens. */
const matchingComma = (tokens: readonly Token[], comma: number): number | null => {
  for (let k = comma - 1; k > 0 && comma - k < 30; k--) if (tokens[k]?.word === ',') return k
  return null
}

/**
 * Where the adverbial in front of a subject starts, when the comma at `comma` closes one: "Unless we see changes, the war",
 * "Even with the wind in its back, the boat". Null when what precedes the comma is no adverbial.
 */
const frontedStart = (tokens: readonly Token[], comma: number): number | null => {
  let start: number | null = null
  for (let k = comma - 1; k >= 0 && comma - k < 45; k--) {
    const token = tokens[k]
    const before = tokens[k - 1]
    if (!token || strong.has(token.word) || dashes.has(token.word)) break
    const opens = before === undefined || [',', ':', ';', '—', '–', '"', '('].includes(before.word) || before.word === 'that' || opensWithCoordinator(tokens, k - 1)
    if (k < comma - 1 && breaksFront(tokens, k)) break
    if (opens && isFronter(tokens, k)) {
      start = k
      // An adverbial may itself stand after another: take the first of them, up to the clause's own opening.
      if (before?.word !== ',' ) break
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

/** "… may win but, strategically, there": a new clause begins here, so the adverbial cannot reach further left. */
const breaksFront = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]?.tag === 'CCONJ' && (['but', 'yet', 'so'].includes(tokens[k]?.word ?? '') || tokens[k + 1]?.word === ',')

const isFronter = (tokens: readonly Token[], k: number): boolean => {
  const token = tokens[k]
  if (!token) return false
  if (subordinators.has(token.word) || token.tag === 'SCONJ' || token.tag === 'ADP') return token.word !== 'that'
  if (token.tag === 'ADV') return true
  if (token.word === 'no' && tokens[k + 1]?.word === 'matter') return true
  if (['despite', 'given', 'barring', 'assuming', 'provided', 'next', 'this', 'according', 'later', 'even', 'only'].includes(token.word))
    return true
  return token.tag === 'VERB' && token.word.endsWith('ing')
}

/** After a comma that closes no adverbial: a new main clause, unless a coordinated that-clause runs on. */
const afterComma = (_tokens: readonly Token[], _asides: readonly number[], comma: number, done: Done): Clause =>
  done('main', comma + 1, null, null)

/** "that seems unlikely", "that combination will": a pronoun or determiner, not an opening of a clause. */
const isDemonstrative = (tokens: readonly Token[], j: number, subject: boolean): boolean => {
  const before = tokens[j - 1]
  const opensClause = before === undefined || before.tag === 'PUNCT' || before.tag === 'SCONJ' || subordinators.has(before.word)
  if (!subject) return opensClause || coordinators.has(before?.word ?? '')
  if (opensClause) return before?.word !== '"'
  if (before?.tag === 'CCONJ') return !earlierThat(tokens, j)
  return before?.tag === 'ADP' || before?.tag === 'DET'
}

const earlierThat = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 2; k >= 0; k--) if (tokens[k]?.word === 'that' && tokens[k]?.tag !== 'DET') return k
  return null
}

const thatClause = (tokens: readonly Token[], j: number, subject: boolean, done: Done): Clause => {
  const before = tokens[j - 1]
  if (before && coordinators.has(before.word)) {
    const earlier = earlierThat(tokens, j)
    if (earlier !== null) return { ...thatClause(tokens, earlier, true, done), start: j + 1, core: j + 1, intro: j }
  }
  const governor = governorBefore(tokens, j)
  const noun = governor !== null && tokens[governor]?.tag !== 'VERB' && tokens[governor]?.tag !== 'ADJ'
  if (!subject || (noun && !isClauseNoun(tokens, governor ?? 0))) return done('relative', j, j, nounBefore(tokens, j))
  const clause = done('complement', j + 1, j, governor)
  return clause
}

/** Nouns that take a that-clause: hope, chance, fact … */
const isClauseNoun = (tokens: readonly Token[], i: number): boolean =>
  /^(?:hope|fear|concern|worr|idea|notion|proposal|demand|suggestion|condition|requirement|insistence|wish|promise|pledge|illusion|myth|impression|guarantee|assurance|threat|fantas|belief|expectation|view|argument|claim|conviction|assumption|opinion|prediction|forecast|warning|consensus|suspicion|conclusion|assessment|estimate|fact|truth|reality|news|evidence|proof|sign|indication|reason|danger|chance|possibilit|probabilit|likelihood|prospect|odds|risk|doubt|bet|question|scenario|hint|case)/.test(
    tokens[i]?.word ?? '',
  )

/** The word a that-clause hangs on: the nearest verb, adjective or clause-taking noun to its left. */
const governorBefore = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 1; k >= 0 && j - k <= 8; k--) {
    const token = tokens[k]
    if (!token) return null
    if (token.word === ',' || token.word === ':' || token.tag === 'ADV' || token.word === '"') continue
    if (isClauseNoun(tokens, k)) return k
    if (token.tag === 'VERB' || token.tag === 'ADJ') return k
    if (token.tag === 'AUX') return k
  }
  return j > 0 ? j - 1 : null
}

const nounBefore = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 1; k >= 0 && j - k <= 6; k--) if (isNominal(tokens[k])) return k
  return null
}

/** What, who, which in "the question is why", "unclear what": an indirect question, not a relative clause. */
const opensQuestion = (tokens: readonly Token[], j: number): boolean =>
  questionWords.has(tokens[j]?.word ?? '') && !isNominal(tokens[j - 1]) && tokens[j - 1]?.word !== ',' && tokens[j]?.word !== 'which'

const opensSubordinate = (tokens: readonly Token[], j: number): boolean => {
  const token = tokens[j]
  if (!token || !subordinators.has(token.word)) return false
  // "as", "since", "before", "after", "until" are prepositions too: only with a clause after them do they open one.
  return token.tag === 'SCONJ' || ['if', 'unless', 'when', 'once', 'while', 'because', 'although', 'though', 'whereas', 'lest', 'until'].includes(token.word)
}

/** A verb that has a tense of its own, as far as its form and neighbours tell. */
const isFinite = (tokens: readonly Token[], j: number): boolean => {
  const token = tokens[j]
  const before = tokens[j - 1]
  const next = tokens[j + 1]
  if (!token || (token.tag !== 'VERB' && token.tag !== 'AUX')) return false
  if (before?.word === 'to' || token.word.endsWith('ing')) return token.tag === 'VERB' && embeds(tokens, j)
  if (token.tag === 'VERB' && (next?.tag === 'ADP' || next?.word === 'to') && token.word.endsWith('ed')) return false
  if (token.tag === 'VERB' && (before?.tag === 'DET' || before?.tag === 'ADJ' || before?.word === "'s")) return false
  return true
}

/** Verbs that take a clause without "that": say, think, believe … */
const embeds = (tokens: readonly Token[], j: number): boolean =>
  /^(?:say|says|said|saying|tell|tells|told|think|thinks|thought|believe|believes|believed|expect|expects|expected|hope|hopes|hoped|fear|fears|feared|know|knows|knew|suspect|suspects|suspected|guess|suppose|supposes|assume|assumes|assumed|predict|predicts|predicted|suggest|suggests|suggested|reckon|reckons|reckoned|claim|claims|claimed|argue|argues|argued|doubt|doubts|doubted|bet|bets|warn|warns|warned|mean|means|meant|show|shows|showed|felt|feel|feels|insist|insists|insisted|admit|admits|admitted|estimate|estimates|estimated|feared|imagine|imagines|wish|wishes|promised|promises|promise|add|added|adds|note|noted|notes|understand|understands|understood|sure|convinced|confident|see|ensure)$/.test(
    tokens[j]?.word ?? '',
  )

/** "the steps both sides would take": a noun phrase that follows a noun straight away starts a relative clause. */
const startsZeroRelative = (tokens: readonly Token[], j: number): boolean => {
  const token = tokens[j]
  const before = tokens[j - 1]
  if (!token || !before || before.tag !== 'NOUN') return false
  if (personalPronouns.has(token.word) && token.word !== 'there') return true
  return token.tag === 'DET' && !negativeSubjects.has(token.word) && token.word !== 'all'
}

/** Whether a coordinator joins two clauses rather than two nouns. */
const splitsClauses = (tokens: readonly Token[], j: number): boolean => {
  const before = tokens[j - 1]
  const next = tokens[j + 1]
  if (!before || before.word === ',' || (before.tag === 'PUNCT' && !dashes.has(before.word))) return true
  if (tokens[j]?.word === 'but' || tokens[j]?.word === 'yet' || tokens[j]?.word === 'so') return true
  if (next && personalPronouns.has(next.word)) return true
  for (let k = j - 1; k >= 0; k--) {
    const token = tokens[k]
    if (!token || token.word === ',' || strong.has(token.word) || token.word === 'that') return false
    if (isFinite(tokens, k)) return true
    if (subordinators.has(token.word) && token.tag === 'SCONJ') return false
  }
  return false
}

/** A clause joined to the one before it hangs where that one hangs. */
const coordinated = (tokens: readonly Token[], asides: readonly number[], j: number, done: Done): Clause => {
  const earlier = j > 0 && tokens[j - 1]?.word !== ',' ? previousVerb(tokens, j) : null
  if (earlier === null) return done('main', j + 1, null, null)
  const first = clauseAt(tokens, asides, earlier)
  const clause = done(first.kind, j + 1, null, first.governor)
  return { ...clause, intro: first.intro, start: j + 1 }
}

const previousVerb = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 1; k > 0; k--) if (isFinite(tokens, k) && tokens[k - 1]?.word !== 'to') return k
  return null
}

export const isRelative = (word: string): boolean => relatives.has(word)
export const wordsOf = (tokens: readonly Token[]): string[] => tokens.map((token) => token.word)
export const hasForm = (words: readonly string[], i: number): boolean => formsAt(words, i).length > 0
