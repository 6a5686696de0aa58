import type { Token } from '../sentences/token.ts'
import { evaluativeWords, mindVerbs, wordSet } from '../sentences/words.ts'

/** Whether a predicate rests on somebody's judgement, so that two readers may differ on whether it came true. */

/** What is foretold: its verb at `verb`, its words `tokens.slice(verb, to)`, with those in `spared` not counted. */
export type Predicate = { tokens: readonly Token[]; verb: number; to: number; spared: (i: number) => boolean }

/** Verbs that say how well or badly something fares or works on others, without saying what would show it. */
const judgementVerbs =
  wordSet(`struggle suffer thrive flourish prosper flounder cope hurt harm damage help benefit transform
  reshape overshadow undermine erode weaken strengthen embolden deteriorate worsen improve backfire overpay overreach
  underperform disappoint impress shine regret plague haunt mar tarnish define matter dominate revolutionise revolutionize
  vindicate humiliate unsettle dent boost succeed excel stumble falter muddle outlast eclipse`)
const contests = wordSet('win lose')
/** What is won or lost only in a manner of speaking. */
const intangibles =
  wordSet(`war peace trust confidence heart hearts mind minds argument face ground momentum patience nerve way
  interest support credibility faith hope sympathy respect touch time sight appetite influence relevance soul battle`)
const efforts =
  wordSet(`plan strategy policy effort efforts reform reforms project experiment approach campaign idea system model
  scheme attempt talks mission war`)
const copulas = wordSet('be become prove remain look seem turn get feel sound')
const evaluatives =
  wordSet(`good bad great best worst worse terrible awful disastrous catastrophic dangerous serious historic
  foolish wise silly unlivable unbearable painful messy ugly chaotic difficult hard easy tough rough smooth bright bleak grim
  healthy credible legitimate interesting exciting boring beautiful fair unfair unjust powerful powerless fragile robust
  resilient impressive miserable uncomfortable comfortable bitter remarkable decisive significant huge stronger weaker
  harder easier tougher safer poorer richer happier angrier uglier deeper bolder wiser calmer smarter disappointing
  disaster catastrophe triumph failure success mess nightmare blessing headache shame`)
const ofJudgement = new Set([...evaluativeWords, ...evaluatives])
const partingWords = wordSet(
  'before after when while because although though since until if unless that which who where',
)

/** A figure makes a judgement into a measure: "improve by two points". */
const hasFigure = ({ tokens, verb, to }: Predicate): boolean => tokens.slice(verb, to).some(({ tag }) => tag === 'NUM')

/** Whether the foretold verb speaks of a state of mind. "See" does so of reasons and values, not of snow. */
export const isOfMind = ({ tokens, verb }: Predicate): boolean => {
  const lemma = tokens[verb]?.lemma ?? ''
  if (lemma !== 'see') return mindVerbs.has(lemma)
  return tokens.slice(verb + 1, verb + 4).some(({ word }) => ['value', 'sense', 'reason', 'merit', 'as'].includes(word))
}

/** Whether the verb, what is said by way of "be", or the object rests on a word of judgement. */
export const isOfJudgement = (predicate: Predicate): boolean => {
  const { tokens, verb } = predicate
  const lemma = tokens[verb]?.lemma ?? ''
  if (hasFigure(predicate)) return false
  if (contests.has(lemma)) return abstractObject(predicate)
  if (lemma === 'fail')
    return (
      tokens.slice(Math.max(0, verb - 8), verb).some(({ word }) => efforts.has(word)) && tokens[verb + 1]?.word !== 'to'
    )
  if (judgementVerbs.has(lemma)) return true
  const words = ownWords(predicate)
  return words.some((token, i) => {
    if (contests.has(token.lemma) || !(ofJudgement.has(token.word) || ofJudgement.has(token.lemma))) return false
    return copulas.has(lemma) ? i < 7 : token.tag === 'ADJ' || token.tag === 'NOUN' || token.tag === 'PROPN'
  })
}

const abstractObject = (predicate: Predicate): boolean =>
  ownWords(predicate)
    .slice(0, 5)
    .some(({ word }) => intangibles.has(word))

/** The words of the predicate up to the next clause, without the condition. */
const ownWords = ({ tokens, verb, to, spared }: Predicate): Token[] => {
  const words: Token[] = []
  for (let i = verb + 1; i < to && !partingWords.has(tokens[i]?.word ?? ''); i++) {
    const token = tokens[i]
    if (token && !spared(i)) words.push(token)
  }
  return words
}
