import { hasTense } from '../clauses/clause-openings.ts'
import { secondInfinitives } from '../clauses/second-infinitives.ts'
import { bodyWords, calendarNames, forecasterNouns, proposalNouns, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { places } from '../voice/places.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { isShared } from './holders.ts'
import { groupStart, isViewer, subjectTokens } from './viewers.ts'

const expecting = wordSet('expect predict forecast project anticipate foresee')
/** A sentence without one of these words or lemmas has no expectation. */
export const expectationStarts = (): readonly string[] => [...expecting, ...seeingForms]
const nobodies = wordSet('nobody few none neither')
const openModals = wordSet('will would could might may')
const deniers = wordSet('no nothing neither nobody little few')

/** "analysts expect prices to fall", "the ministry expects two cuts", "the firm expects to open by March". */
export const expectationCues = (reading: Reading, i: number): Cue[] => {
  const warned = warnedAt(reading, i)
  if (warned !== null) return [cueOf('predicate', warned, { phrase: 'not-believe', from: warned, to: i + 1 }, i)]
  if (!expectsObject(reading, i)) return seeing(reading, i)
  const cue = cueOf('attitude', i, { phrase: 'expected', from: i, to: i + 1 }, i)
  if (isDeniedBy(reading, i)) return [{ ...cue, phrase: 'not-believe' }]
  if (deniers.has(reading.words[i + 1] ?? '')) return [{ ...cue, polarity: '-' }]
  return [cue, ...secondInfinitives(reading, i)]
}

/** "We should not expect miracles", "nor should anyone expect her to step in": where "should" stands, or null. */
const warnedAt = ({ tokens, words }: Reading, i: number): number | null => {
  if (words[i] !== 'expect') return null
  const event = isThing(tokens[i + 1]) || tokens[i + 1]?.tag === 'NOUN' || hasInfinitive(tokens.slice(i + 1, i + 12))
  if (!event) return null
  const should = words.lastIndexOf('should', i)
  if (should < 0 || i - should > 4) return null
  return words.slice(should, i).includes('not') || words[should - 1] === 'nor' ? should : null
}

/** "The Bank forecasts growth of 1 per cent": a verb that the tagger takes for a noun. */
const isHiddenVerb = ({ tokens, words }: Reading, i: number): boolean => {
  if (!['forecasts', 'projects'].includes(words[i] ?? '')) return false
  const [before, next] = [tokens[i - 1], tokens[i + 1]]
  if (!['NOUN', 'PROPN'].includes(before?.tag ?? '') || next?.tag === 'PUNCT') return false
  if (next?.tag === 'ADP' && !['between', 'about', 'around', 'over'].includes(next.word)) return false
  const rest = tokens.slice(i + 1, i + 9)
  return rest.some(({ tag }) => tag === 'NUM') && !rest.some((_, k) => hasTense(tokens, i + 1 + k))
}

/** By someone who forecasts, or with a date or figure; and no clause with a modal of its own. */
const expectsObject = (reading: Reading, i: number): boolean => {
  const { tokens, words } = reading
  const token = tokens[i]
  if (!token || !expecting.has(token.lemma) || !(token.tag === 'VERB' || isHiddenVerb(reading, i))) return false
  const rest = objectOf(tokens, i)
  if (rest.some(({ tag, word }) => tag === 'AUX' && openModals.has(word))) return false
  // "We expect our guests to dress": asked of people, not foretold.
  if (['you', 'your', 'my', 'our'].includes(rest[0]?.word ?? '') || people.has(rest[1]?.word ?? '')) return false
  if (i === 0 || isFormer(words, i) || words[i - 1] === 'not') return false
  const named = subjectTokens(reading, i)
  // "The plan foresees a pullback": a term of it.
  if (named.some(({ word }) => proposalNouns.has(word)) && !named.some(isForecaster)) return false
  const nobody = isDeniedBy(reading, i)
  if (nobody) return hasInfinitive(rest) || isThing(rest[0])
  const forecaster =
    [...tokens.slice(Math.max(0, i - 7), i), ...named].some(isForecaster) || speakers.has(words[i - 1] ?? '')
  const present = !token.word.endsWith('ed')
  if (!token.word.endsWith('ed') && isViewer(reading, i) && isEvent(tokens, i, rest)) return true
  // "Roe expects the jury to acquit": a name, then somebody else who is to do something. A country demands.
  const someone = ['DET', 'NOUN', 'PROPN', 'PRON'].includes(rest[0]?.tag ?? '') && hasInfinitive(rest)
  if (present && tokens[i - 1]?.tag === 'PROPN' && !places.has(words[i - 1] ?? '') && someone) return true
  // "She predicted a wave of bankruptcies by the autumn".
  const object = rest.map(({ word }) => word)
  if (!present && token.lemma !== 'expect' && isThing(rest[0]) && looksAhead(object, 1, object.length)) return true
  if (forecaster) return hasInfinitive(rest) || rest.some(({ tag }) => tag === 'NUM') || (present && isThing(rest[0]))
  const nominal = named.some(({ tag }) => tag === 'NOUN' || tag === 'PROPN')
  const future = (rest[0]?.word === 'to' && hasInfinitive(rest)) || isThing(rest[0])
  return present && nominal && future && rest.some(isDated)
}

/** "rents to double", "to lose his seat", "a split", "every spare cargo to go"; "expects me to" and "expects better" are asked. */
const isEvent = (tokens: Reading['tokens'], verb: number, rest: Reading['tokens']): boolean => {
  const first = rest[0]
  if (!first || ['me', 'you', 'us'].includes(first.word)) return false
  if (hasInfinitive(rest)) return true
  const figure = rest.some(({ tag }) => tag === 'NUM')
  return (isThing(first) && tokens[verb + 2]?.tag !== 'PUNCT') || figure || rest.some(isDated)
}

const speakers = wordSet('i we')
const people = wordSet(
  'members staff employees allies partners citizens children players pupils students soldiers officers',
)

/** "Nobody in her camp expects", "neither the unions nor the ministry expects", "no one should expect". */
const isDeniedBy = (reading: Reading, i: number): boolean => {
  const subject = subjectTokens(reading, i).map(({ word }) => word)
  const lead = subject.findIndex((word) => !['and', 'but', 'so', 'yet'].includes(word))
  if (barely.has(subject[lead] ?? '') && anyone.has(subject[lead + 1] ?? '')) return true
  const first = degrees.has(subject[lead] ?? '') ? lead + 1 : lead
  return nobodies.has(subject[first] ?? '') || (subject[first] === 'no' && subject[first + 1] === 'one')
}

const barely = wordSet('hardly scarcely barely')
const anyone = wordSet('anyone anybody any')
const degrees = wordSet('almost virtually practically nearly very')

/** What stands after the verb, up to the comma that ends it. */
const objectOf = (tokens: Reading['tokens'], i: number): Reading['tokens'] => {
  const rest = tokens.slice(i + 1, i + 17).filter(({ word }) => word !== '"')
  const comma = rest.findIndex(({ word }) => word === ',' || word === ';')
  return comma > 1 ? rest.slice(0, comma) : rest
}

/** "had expected", "I expected": a position of the past. */
const isFormer = (words: readonly string[], i: number): boolean =>
  words.slice(Math.max(0, i - 3), i).includes('had') || (words[i - 1] === 'i' && words[i]?.endsWith('ed') === true)

const isForecaster = ({ word, lemma }: Reading['tokens'][number]): boolean =>
  [word, lemma, word.replace(/s$/, '')].some(
    (name) => forecasterNouns.has(name) || bodyWords.has(name) || name === 'firm',
  )

const things = wordSet('a an no nothing another more fewer further new little few')
const isThing = (token: Reading['tokens'][number] | undefined): boolean =>
  token !== undefined && (things.has(token.word) || token.tag === 'ADJ')

const dateWords = wordSet(`year month week quarter spring summer autumn winter soon shortly christmas easter`)
const isDated = ({ word, tag }: Reading['tokens'][number]): boolean =>
  tag === 'NUM' || calendarNames.has(word) || dateWords.has(word)

const hasInfinitive = (tokens: Reading['tokens']): boolean =>
  tokens.some(({ word }, k) => word === 'to' && ['VERB', 'AUX'].includes(tokens[k + 1]?.tag ?? ''))

const shares = wordSet('half third quarter fifth tenth percent')
const seeingForms = wordSet('see sees envisage envisages')

/** "Economists see no change before the autumn", "traders see the rate falling", "she sees inflation at 3 per cent by June". */
const seeing = (reading: Reading, i: number): Cue[] => {
  const { tokens, words } = reading
  if (tokens[i]?.tag !== 'VERB' || !seeingForms.has(words[i] ?? '')) return []
  const before = tokens[i - 1]
  if (!before || before.tag === 'AUX' || before.tag === 'PART') return []
  const start = groupStart(reading, i)
  if (words[start - 1] === 'and' && !isShared(reading, i)) return []
  const rest = objectOf(tokens, i)
  const subject = subjectTokens(reading, i)
  const forecaster = [...subject, ...tokens.slice(Math.max(0, i - 12), i)].some(isForecaster)
  const named = ['i', 'we', 'he', 'she', 'they'].includes(before.word) || before.tag === 'PROPN'
  const viewer = forecaster || named || isViewer(reading, i) || isShared(reading, i)
  if (!viewer || ['as', 'that', 'how', 'why', 'what'].includes(rest[0]?.word ?? 'as')) return []
  if (rest[1]?.word === 'reason') return []
  const doing = rest.some(({ word, tag }, k) => k > 0 && tag === 'VERB' && word.endsWith('ing'))
  const moved =
    rest.slice(1, 5).some(({ word }) => ['up', 'down', 'higher', 'lower'].includes(word)) &&
    rest.some(({ tag, word }) => tag === 'NUM' || shares.has(word))
  const figure = moved || rest.some(({ word }, k) => word === 'at' && rest[k + 1]?.tag === 'NUM')
  const denied = rest[0]?.word === 'no' || rest[0]?.word === 'little'
  const ahead = rest.some(({ word }) => ['before', 'until', 'by'].includes(word)) && rest.some(isDated)
  const toCome = denied && rest.some(({ word }) => word === 'ahead')
  if (!(figure || doing || toCome || (denied && ahead) || seesMove(rest))) return []
  if (doing && !figure && !forecaster && !ahead && !looksOn(reading, i)) return []
  const cue = cueOf('attitude', i, { phrase: 'expected', from: i, to: i + 1 }, i)
  return [denied ? { ...cue, polarity: '-' } : cue]
}

const moves = wordSet(
  'cut cuts hike hikes rise increase decision reduction easing move recovery rebound downturn recession election',
)
/** "sees the first cut in November", "see a recovery next year": a move, with its date. */
const seesMove = (rest: Reading['tokens']): boolean => {
  const noun = rest.findIndex(({ word }, k) => k < 5 && moves.has(word))
  const on = rest[noun + 1]?.word ?? ''
  const dated =
    ['in', 'next', 'this', 'by', 'before', 'late', 'early'].includes(on) && rest.slice(noun + 1, noun + 5).some(isDated)
  return noun > 0 && dated && !rest.some(({ tag }) => tag === 'AUX')
}

const moving = wordSet(`walking crossing running standing sitting coming going leaving waving smiling crying sleeping
  playing working talking speaking waiting watching looking wearing carrying lying eating drinking living using doing`)
/** "She sees the smaller states sharing premises": foreseen; "sees his wife crossing the road" is watched. */
const looksOn = (reading: Reading, i: number): boolean => {
  const rest = objectOf(reading.tokens, i)
  const verb = rest.find(({ word, tag }, k) => k > 0 && tag === 'VERB' && word.endsWith('ing'))
  return isViewer(reading, i) && rest[0]?.tag !== 'PRON' && !moving.has(verb?.word ?? '')
}

/** "What probably does not happen is a clean break", "what comes next is a long recession": told of what is to come. */
const happens = ({ tokens, words }: Pick<Reading, 'tokens' | 'words'>, what: number): Cue | null => {
  const verb = words.findIndex((word, k) => k > what && k < what + 5 && /^(?:happens?|comes|follows)$/.test(word))
  if (verb < 0) return null
  const group = words.slice(what + 1, verb)
  const denied = group.includes('not')
  const likely = group.some((word) => word === 'probably' || word === 'likely')
  const next = words[verb + 1] === 'next' ? verb + 1 : verb
  const ahead = denied || likely || next > verb
  if (!ahead || words[next + 1] !== 'is' || !['a', 'an', 'another', 'more'].includes(words[next + 2] ?? '')) return null
  if (
    tokens
      .slice(next + 2, next + 7)
      .some(({ word }) => ['question', 'matter', 'mystery', 'guess', 'story'].includes(word))
  )
    return null
  const phrase = likely ? (denied ? 'probably-not' : 'probably') : 'will'
  const cue = cueOf('predicate', next + 1, { phrase, from: what + 1, to: next + 1 }, next + 1)
  return { ...cue, polarity: denied && !likely ? '-' : '+', hedged: likely, modal: likely ? null : 'will' }
}

/** "What I expect from Tuesday is a fudge": the event stands after the copula. */
export const cleftCues = ({ tokens, words }: Reading, i: number): Cue[] => {
  if (words[i] !== 'what') return []
  const happening = happens({ tokens, words }, i)
  if (happening) return [happening]
  const verb = i + 2
  if (!speakers.has(words[i + 1] ?? '') || !expecting.has(tokens[verb]?.lemma ?? '')) return []
  if (words[verb]?.endsWith('ed')) return []
  const copula = words.findIndex((later, k) => k > verb && k < verb + 8 && later === 'is')
  if (copula < 0) return []
  return [cueOf('predicate', copula, { phrase: 'expected', from: i + 1, to: verb + 1 }, copula)]
}

export const figureStarts = wordSet('forecast forecasts projection projections estimates predictions consensus')

/** "forecasts for next year hover at one percent": a forecast with a figure and no modal. */
export const figureCues = ({ tokens, words }: Reading): Cue[] => {
  const noun = words.findIndex((word, i) => i < 4 && figureStarts.has(word))
  const verb = tokens.findIndex(
    ({ tag, word }, i) => i > noun && i < noun + 12 && tag === 'VERB' && !/(?:ed|ing)$/.test(word),
  )
  const rest = tokens.slice(verb + 1)
  const figure =
    rest.some(({ tag }) => tag === 'NUM') && !rest.some(({ tag, word }) => tag === 'AUX' || word === 'that')
  if (noun < 0 || verb < 0 || !figure) return []
  return [cueOf('attitude', verb, { phrase: 'expected', from: noun, to: noun + 1 }, verb)]
}
