import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { phraseAt, phrasesOf } from '../sentences/phrases.ts'
import { discourseVerbs, wordSet } from '../sentences/words.ts'

/** Gates on talk about the text, its readers and its opponents. */

const disclaimers = phrasesOf(
  `forward - looking|forward looking|without notice|may hold positions|may hold shares|may lose their|past performance|past form|past results|past rulings|be relied upon|institutional position|institutional positions|betting advice|legal advice|investment advice|financial advice`,
)

/** The small print under an article. */
export const isDisclaimer = ({ reading: { words } }: Claim): boolean =>
  words.some((_, i) => {
    const phrase = words[i - 1] === 'on' ? null : phraseAt(disclaimers, words, i)
    // "can hardly be relied upon to vote": of a person, not of the text. "On past form": a ground.
    return phrase !== null && !(phrase[0] === 'be' && words[i + phrase.length] === 'to')
  })

const addressers = wordSet('i we you readers')
const parts = wordSet('letter column issue episode chapter section essay article newsletter instalment installment')

const critics =
  wordSet(`critics sceptics skeptics cynics opponents defenders supporters apologists purists pessimists optimists
  some others many readers historians people detractors traditionalists`)
const objections = wordSet(
  'say argue object complain protest reply retort insist claim ask point counter tell call scoff',
)

/** "Critics will say that this is naive": an objection thought of, and answered. */
const isObjection = ({ cue, clause, reading }: Claim): boolean =>
  critics.has(reading.words[clause.core] ?? '') &&
  cue.at - clause.core < 4 &&
  objections.has(lemmaAt(reading, cue.verb))

const recollections = wordSet('recall remember note see appreciate notice understand forgive object ask')
const possible = wordSet('may might could')
const contentions = wordSet('say argue think wonder suppose add contend suggest urge')
/** "It will be recalled that", "it might be argued that": said to the reader. */
const isRecollection = ({ cue, reading }: Claim): boolean =>
  wordAt(reading, cue.at - 1) === 'it' &&
  wordAt(reading, cue.verb - 1) === 'be' &&
  (recollections.has(lemmaAt(reading, cue.verb)) ||
    (possible.has(cue.modal ?? '') && contentions.has(lemmaAt(reading, cue.verb))))

/** The author on the text itself: "I will argue", "as we will see", "the next letter will answer", "critics will say". */
export const isDiscourse = (claim: Claim): boolean => {
  const { cue, reading, clause, quoted } = claim
  if (quoted || cue.modal === null) return false
  const subject = reading.words.slice(clause.core, cue.at)
  if (['this', 'the', 'my', 'our'].includes(subject[0] ?? '') && subject.some((word) => parts.has(word))) return true
  if (isObjection(claim) || isRecollection(claim)) return true
  if (!addressers.has(wordAt(reading, cue.at - 1))) return false
  const verb = lemmaAt(reading, cue.verb)
  // "We will see a change": more than "we will see".
  if (verb === 'see')
    return !['a', 'an', 'more', 'fewer', 'less', 'no', 'another', 'nothing'].includes(wordAt(reading, cue.verb + 1))
  return discourseVerbs.has(verb) || (verb === 'wish' && cue.modal === 'may')
}
