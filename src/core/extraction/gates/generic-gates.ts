import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { clauseAt } from '../clauses/clause.ts'
import type { Reading } from '../cues/cue.ts'
import { calendarNames, forecasterNouns, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'

/** Gates on the "will" of what anyone of a kind does at any time, which foretells no event: "any bookmaker will take your money". */

/** A "will" with its subject: `words.slice(core, at)`. */
type Doing = { reading: Reading; core: number; at: number; verb: number }

const quantifiers = wordSet('any every each most all many anyone anybody everyone everybody nobody whoever')
const articles = wordSet('a an no one some')
/** Adjectives that pick out the better or the worse, or the common run, of a kind. */
const kindly = wordSet(`good decent clever wise sensible competent skilled proper bad poor lazy average typical ordinary
  prudent shrewd careful honest seasoned self-respecting serious`)
/** How nouns for people of a trade, a party or a kind end. */
const personEnding =
  /(?:[^m]ber|[ckdglnprtv]er|tor|sor|ist|ian|eer|ant|chef|judge|cook|spouse|friend|boss|thief|chief|poet|clerk|child|children|cop|guard|aide)s?$/
const personHead = /(?:^|[a-z])(?:man|men|woman|women|people|person|folk|boy|girl)s?$/

/** Nouns that only end like them. */
const things = wordSet(
  'winter winters quarter quarters order orders offer offers factor factors number numbers paper papers letter letters matter matters power powers river rivers weather water december november october september summer summers sector sectors motor motors list lists mist twist',
)
const isPerson = (word: string): boolean =>
  (personEnding.test(word) && !things.has(word)) || personHead.test(word) || forecasterNouns.has(word)

const determiners = wordSet('a an any every each most all many no the')
/** "A robin" of "in a hard winter a robin": from the last determiner that stands behind no preposition. */
const subjectOf = ({ reading: { tokens, words }, core, at }: Doing): readonly string[] => {
  const front = tokens[core]?.tag === 'ADP' && words[core] !== 'whether'
  for (let k = at - 1; front && k > core + 1; k--)
    if (determiners.has(words[k] ?? '') && tokens[k - 1]?.tag !== 'ADP') return words.slice(k, at)
  return words.slice(core, at)
}

/** "Economists", "good editors": a plural without an article. */
const isBarePlural = ({ reading: { tokens }, core, at }: Doing): boolean => {
  const tail = tokens.findIndex(({ tag }, k) => k > core && k < at && tag === 'ADP')
  const subject = tokens.slice(core, tail < 0 ? at : tail)
  const head = subject.at(-1)
  if (!/(?:s|men|people|children|folk)$/.test(head?.word ?? '') || subject.length > 2) return false
  return subject.every(({ tag, word }) => tag === 'NOUN' || tag === 'ADJ' || (tag === 'PROPN' && word === head?.word))
}

/** "Any bookmaker", "a good editor", "stallholders": no one of them is meant. */
const isAnyone = (doing: Doing): boolean => {
  const subject = subjectOf(doing)
  const first = subject[0] ?? ''
  if (quantifiers.has(first)) return true
  return (articles.has(first) || isBarePlural(doing)) && subject.some(isPerson)
}

const isTimed = ({ reading: { words }, core, verb }: Doing): boolean =>
  looksAhead(words, core, Math.min(words.length, verb + 16)) ||
  words
    .slice(verb, verb + 16)
    // "On a Sunday": any.
    .some((word, k, all) => (calendarNames.has(word) && !articles.has(all[k - 1] ?? '')) || /^20\d\d$/.test(word))

const telling = wordSet('tell assure remind inform')
/** "Every chef will tell you that": a thing commonly heard. */
const tellsReader = ({ reading: { words }, core, at, verb }: Doing): boolean =>
  telling.has(words[verb] ?? '') &&
  words[verb + 1] === 'you' &&
  !['i', 'we'].includes(words[at - 1] ?? '') &&
  !looksAhead(words, core, at)

/** "Will take your money", "will cut your favourite sentence": the reader stands for anyone, and so does the subject. */
const touchesReader = (doing: Doing): boolean => {
  const { words } = doing.reading
  const objects = words.slice(doing.verb + 1, doing.verb + 5)
  return objects.some((word) => word === 'you' || word === 'your') && isAnyone(doing) && !isTimed(doing)
}

/** "A decent barrister will find a hole", "the average voter will not read it": of the kind, not of one. */
const isOfKind = (doing: Doing): boolean => {
  const { tokens, words } = doing.reading
  const [article = '', adjective = '', ...rest] = subjectOf(doing)
  const common = article === 'the' && ['average', 'typical', 'ordinary'].includes(adjective)
  if (
    !kindly.has(adjective) ||
    !(common || article === 'a' || article === 'an') ||
    rest.length > 3 ||
    !isPerson(rest.at(-1) ?? '')
  )
    return false
  const passive = words[doing.verb - 1] === 'be'
  return !passive && !isTimed(doing) && !tokens.slice(doing.verb, doing.verb + 10).some(({ tag }) => tag === 'NUM')
}

/** "People will queue for anything", "children will eat ice cream in any weather". */
const isOfAnything = (doing: Doing): boolean => {
  const { words } = doing.reading
  const free = words
    .slice(doing.verb + 1, doing.verb + 7)
    .some((word) => ['anything', 'any', 'anyone', 'anybody'].includes(word))
  return free && words[doing.at + 1] !== 'not' && isAnyone(doing) && !isTimed(doing)
}

const speaking = wordSet('say tell swear claim promise insist')
const anything = wordSet('what whatever anything')
/** "Economists will say what they are paid to say", "stallholders will swear to anyone". */
const saysAnything = (doing: Doing): boolean => {
  const { words } = doing.reading
  const object = words.slice(doing.verb + 1, doing.verb + 3)
  return (
    speaking.has(words[doing.verb] ?? '') &&
    (anything.has(object[0] ?? '') || (object[0] === 'to' && ['anyone', 'anybody'].includes(object[1] ?? ''))) &&
    isAnyone(doing) &&
    !isTimed(doing)
  )
}

/** Animals of farm, house, garden and hide. */
const animals =
  wordSet(`animal ant ape badger bat bear beaver bee beetle bird boar buffalo bull butterfly camel cat chicken cock
  cow crab crow cuckoo deer dog dolphin donkey dove duck eagle eel elephant falcon ferret fish fly fox frog goat goose gull hare
  hawk hedgehog hen heron horse hound jackdaw jay kingfisher kite lamb lark lion magpie mare mole monkey moth mouse mule newt
  octopus osprey otter owl ox parrot peacock pheasant pig pigeon pony puffin puppy rabbit rat raven robin rook salmon seal shark
  sheep shrew skylark slug snail snake sparrow spider squirrel stag starling stoat swallow swan swift tiger toad trout turkey
  vole vulture wasp weasel whale wolf worm wren`)
/** "A goose will slow, stall and drop its feet". */
const isOfAnimal = (doing: Doing): boolean => {
  const subject = subjectOf(doing)
  const kind = subject.length > 0 && subject.length < 4 && animals.has(subject.at(-1) ?? '')
  return kind && ['a', 'an', 'any', 'every', 'each'].includes(subject[0] ?? '') && !isTimed(doing)
}

/** "Give a man a hosepipe and he will water the cat": what comes of doing so to any; "cancel the tram and" speaks of one. */
const isOfWhoever = ({ reading, core, at, verb }: Doing): boolean => {
  const { words, tokens } = reading
  const bidden = tokens[0]?.tag === 'VERB' && words[core - 1] === 'and' && isLoose(tokens[1])
  const meant = tokens
    .slice(1, core)
    .some(({ word, tag }) => ['the', 'this', 'that', 'it'].includes(word) || tag === 'PROPN')
  return bidden && !meant && !isTimed({ reading, core, at, verb })
}

/** "a man", "them", "three Welshmen". */
const isLoose = (token: Reading['tokens'][number] | undefined): boolean =>
  token !== undefined && (['a', 'an', 'any', 'them', 'people'].includes(token.word) || token.tag === 'NUM')

const days = wordSet(
  'day days night nights morning mornings evening evenings week weekend year summer winter autumn spring',
)
/** "Every Friday he will", "on a bad day the train will": time and again. */
const isRepeated = (doing: Doing): boolean => {
  const { words } = doing.reading
  return (
    !looksAhead(words, doing.core, doing.verb + 9) &&
    words.slice(doing.core, doing.at).some((word, k, front) => {
      const often =
        ['every', 'most', 'some', 'given'].includes(front[k - 1] ?? '') ||
        (front[k - 2] === 'a' && front[k - 3] === 'on')
      return (days.has(word) || (word !== 'may' && /day$/.test(word) && calendarNames.has(word))) && often
    })
  )
}

const noticing = wordSet(
  'find hear notice recognise recognize wish wonder laugh cry weep feel admire forgive guess enjoy love hate stop forget',
)
const musing = wordSet('wondering thinking asking')
/** "You will wish they would hurry up", in a review: said to whoever reads, of no time. */
const isOfReader = (doing: Doing): boolean => {
  const { words } = doing.reading
  if (words[doing.at - 1] !== 'you' || isTimed(doing)) return false
  if (words[doing.verb - 1] === 'be' && musing.has(words[doing.verb] ?? '')) return true
  if (!noticing.has(words[doing.verb] ?? '')) return false
  return !words
    .slice(0, doing.at)
    .some((word, k, all) => ['if', 'unless', 'once'].includes(word) && all[k + 1] !== 'you')
}

const isGenericDoing = (doing: Doing): boolean =>
  tellsReader(doing) ||
  touchesReader(doing) ||
  saysAnything(doing) ||
  isOfKind(doing) ||
  isOfAnything(doing) ||
  isOfAnimal(doing) ||
  isOfWhoever(doing) ||
  isRepeated(doing) ||
  isOfReader(doing)

/** "…, and she will be right": of the one that the clause before spoke of at large. */
const goesOn = ({ reading, core, at, verb }: Doing): boolean => {
  const { tokens, words, asides } = reading
  if (at - core !== 1 || !['he', 'she', 'it', 'they', 'you'].includes(words[core] ?? '')) return false
  if (isTimed({ reading, core, at, verb })) return false
  const before = words.lastIndexOf('will', at - 1)
  if (before <= 0) return false
  return isGenericDoing({ reading, core: clauseAt(tokens, asides, before).core, at: before, verb: before + 1 })
}

/** "Any bookmaker will take your money", "every leader will tell you", "a goose will slow and stall". */
export const isGeneric = ({ reading, cue, clause }: Claim): boolean => {
  if (cue.kind !== 'modal' || cue.modal !== 'will' || cue.hedged) return false
  const doing = { reading, core: clause.core, at: cue.at, verb: cue.verb }
  return isGenericDoing(doing) || goesOn(doing) || isAlways(doing)
}

/** "There will always be a man who", "will only ever tell you one thing". */
const isAlways = (doing: Doing): boolean => {
  const { words } = doing.reading
  const group = words.slice(doing.at + 1, doing.verb)
  if (isTimed(doing)) return false
  return (
    (group.includes('always') && words[doing.at - 1] === 'there') ||
    group.some((word, k) => word === 'only' && group[k + 1] === 'ever')
  )
}

/** "One expects some shouting", "anyone expecting a parcel": of people at large. */
export const isExpectedOfAnyone = ({ reading, cue, clause }: Claim): boolean => {
  if (cue.kind !== 'attitude' || lemmaAt(reading, cue.from) !== 'expect') return false
  const { words } = reading
  if (looksAhead(words, clause.start, words.length)) return false
  const before = wordAt(reading, cue.from - 1)
  if (wordAt(reading, cue.from) === 'expecting')
    return ['anyone', 'anybody', 'those', 'whoever', 'people'].includes(before)
  return before === 'one' && cue.from - clause.core < 2
}

/** "Pigs will fly before", "hell will freeze over before": a thing that never comes about, said of another. */
export const isAdynaton = ({ reading, cue, clause }: Claim): boolean => {
  if (cue.modal !== 'will') return false
  const subject = reading.words.slice(clause.core, cue.at)
  const verb = lemmaAt(reading, cue.verb)
  if (subject.length === 1 && subject[0] === 'pigs')
    return ['fly', 'see', 'take', 'sprout', 'grow', 'learn'].includes(verb)
  return subject.length === 1 && subject[0] === 'hell' && verb === 'freeze'
}

const explaining = wordSet('explain tell remind show persuade convince')
/** "One day somebody will explain to me": a thing not understood. */
export const isPuzzled = ({ reading, cue }: Claim): boolean => {
  if (cue.modal !== 'will' || !explaining.has(lemmaAt(reading, cue.verb))) return false
  const nobody = ['somebody', 'someone'].includes(wordAt(reading, cue.at - 1))
  return nobody && reading.words.slice(cue.verb + 1, cue.verb + 3).some((word) => word === 'me' || word === 'us')
}
