import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import type { Link } from '../clauses/chain.ts'
import type { Reading } from '../cues/cue.ts'
import { beliefVerbs, speechVerbs, wordSet } from '../sentences/words.ts'

/** Gates on what is denied, waved away, settled or said of nobody: a report that leaves no one who foretells. */

const denials = wordSet('deny dispute refute reject contest disclaim dismiss rubbish scotch quash')
/** "Roe denies that it will": leaves nobody who foretells. */
export const isDenied = ({ chain, reading }: Claim): boolean =>
  chain.some((link) => {
    if (isWavedAway(reading, link)) return true
    return link.tag === 'VERB'
      ? denials.has(link.lemma)
      : link.tag === 'NOUN' && denials.has(lemmaAt(reading, link.verb))
  })

const waved: ReadonlyMap<string, readonly string[]> = new Map([
  ['play', ['down']],
  ['brush', ['off', 'aside']],
  ['shrug', ['off']],
  ['wave', ['away', 'aside']],
  ['laugh', ['off']],
])
/** "Played down talk that it may", "brushed aside fears that". */
const isWavedAway = ({ words }: Reading, { verb, lemma }: Link): boolean =>
  waved.get(lemma)?.includes(words[verb + 1] ?? '') === true

const deciders =
  wordSet(`cabinet council parliament board committee ministers members shareholders congress assembly governors
  directors owners clubs trustees delegates councillors we`)
/** "The cabinet agreed that the levy will be collected": settled; "economists agree that" foretells. */
export const isSettled = ({ chain, reading }: Claim): boolean =>
  chain.some(
    ({ word, subject, verb }) =>
      word === 'agreed' && reading.words.slice(subject.from, verb).some((noun) => deciders.has(noun)),
  )

const disclaimed = wordSet('say mean suggest imply follow claim argue guarantee prove')
/** "I am not saying they will", "none of this means that it will", "it does not follow that": nobody says so. */
export const isDisclaimed = ({ chain, reading }: Claim): boolean =>
  chain.some(({ lemma, governor, tag, clause }) => {
    const { words } = reading
    const before = words.slice(Math.max(0, governor - 5), governor)
    // "It is not true that it will", "I am no longer sure that".
    if (beliefs.has(words[governor] ?? ''))
      return ['not', 'never', 'hardly', 'longer'].some((no) => before.includes(no))
    // "It is too soon to say that it will".
    if (before.includes('too') && (before.includes('soon') || before.includes('early'))) return true
    // "Has abandoned its view that it will".
    if (tag === 'NOUN' && before.some((word) => givenUp.has(word))) return true
    if (tag !== 'VERB' || !disclaimed.has(lemma)) return false
    const helpers = words.slice(Math.max(clause.core, governor - 3), governor)
    if (helpers.includes('not') || helpers.includes('never')) return !helpers.includes('only')
    return ['none', 'nothing'].includes(words[clause.core] ?? '') && governor - clause.core < 5
  })

const beliefs = wordSet('true sure persuaded convinced')
const givenUp = wordSet(
  'abandon abandoned abandons drop dropped drops ditch ditched ditches disown disowned reversed recanted withdrawn withdrew',
)

const dismissals = wordSet(`mistake wrong naive foolish folly error premature absurd unwise misguided silly wishful
  delusional ludicrous mistaken`)

/** "It is naive to think that X will": the author holds the contrary, without saying how firmly. */
export const isDismissed = ({ chain, reading }: Claim): boolean =>
  chain.some(
    ({ governor }) =>
      wordAt(reading, governor - 1) === 'to' &&
      reading.words.slice(Math.max(0, governor - 6), governor - 1).some((word) => dismissals.has(word)),
  )

const anyone = wordSet('a an any anyone anybody whoever')
/** "A columnist who says that it will", "anyone who thinks that it will": nobody in particular. */
export const isOfNobody = ({ chain, reading }: Claim): boolean =>
  chain.some(({ clause, tag, lemma }) => {
    const intro = clause.intro ?? -1
    if (tag !== 'VERB' || clause.kind !== 'relative' || wordAt(reading, intro) !== 'who') return false
    if (!speechVerbs.has(lemma) && !beliefVerbs.has(lemma)) return false
    return anyone.has(wordAt(reading, intro - 1)) || (anyone.has(wordAt(reading, intro - 2)) && intro === 2)
  })
