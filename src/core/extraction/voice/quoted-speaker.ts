import { clauseAt } from '../clauses/clause.ts'
import { subjectAt } from '../clauses/subjects.ts'
import type { Reading } from '../cues/cue.ts'
import { isAnswerer, personLabelled, type Turn } from '../page/transcript.ts'
import { wordSet } from '../sentences/words.ts'
import { type Person, personOf } from './people.ts'
import type { Quotation } from './quotation.ts'
import { isHumanNoun } from './roles.ts'
import { verbAct } from './saying-words.ts'
import { type Cast, type Speaker, speakerIn } from './speaker.ts'
import { speechTags } from './speech-tags.ts'

/** Quotation → who speaks it, when the text around says so. */
export type Speakers = ReadonlyMap<Quotation, Speaker>

/** What a quotation is read in: its neighbours, and the sentences it stands in. */
type Setting = {
  cast: Cast
  readings: readonly Reading[]
  quotation: Quotation
  previous: Quotation | null
  next: Quotation | null
  /** Index of the first sentence that ends after the quotation begins. */
  opening: number
}

/**
 * Who speaks each quotation: the subject of the verb of saying after it, else of the words before it, else whoever spoke the
 * one before it. Quotations that run over paragraphs have one speaker. A pass over sentences and quotations, in their order.
 */
export const speakersOf = (
  cast: Cast,
  readings: readonly Reading[],
  quotations: readonly Quotation[],
  turns: readonly Turn[],
): Speakers => {
  const speakers = new Map<Quotation, Speaker>()
  const labels = new Set(turns.map(({ label }) => label))
  const persons = new Map([...labels].map((label) => [label, personLabelled(label, cast.people)]))
  let opening = 0
  let t = 0
  quotations.forEach((quotation, i) => {
    while (opening < readings.length && (readings[opening]?.end ?? 0) < quotation.start) opening++
    while (t < turns.length && (turns[t]?.end ?? 0) < quotation.start) t++
    const turn = turns[t]
    const [previous, next] = [quotations[i - 1] ?? null, quotations[i + 1] ?? null]
    const setting: Setting = { cast, readings, quotation, previous, next, opening }
    const speaker =
      turn && turn.start <= quotation.start && turn.end >= quotation.end
        ? labelled(turn, persons.get(turn.label) ?? null)
        : (officeOf(setting, tagAfter(setting)) ??
          split(setting, speakers) ??
          tagBefore(setting) ??
          introduced(setting) ??
          inherited(setting, speakers))
    if (speaker) speakers.set(quotation, speaker)
  })
  runBack(quotations, speakers)
  return speakers
}

const labelled = ({ label, start }: Turn, person: Person | null): Speaker => ({
  kind: 'person',
  name: person?.name ?? (isAnswerer(label) ? '' : label),
  person,
  start,
})

/** A tag at the end of a quotation of several paragraphs names the speaker of all of them. */
const runBack = (quotations: readonly Quotation[], speakers: Map<Quotation, Speaker>): void => {
  for (let i = quotations.length - 1; i > 0; i--) {
    const [before, after] = [quotations[i - 1], quotations[i]]
    const speaker = after && speakers.get(after)
    if (before && after?.continues && speaker && !speakers.has(before)) speakers.set(before, speaker)
  }
}

/** A quotation of more sentences than this is looked at from its opening alone. */
const MAX_SENTENCES = 20
const MAX_TAG = 45
/** Verbs that go with words spoken but take no clause. */
const uttering = wordSet(`go continue begin laugh sigh shrug muse cry shout grumble snap concur ask recall put smile nod
  whisper mutter agree interject offer`)

const isUttering = ({ tokens }: Reading, k: number): boolean => {
  const token = tokens[k]
  return token?.tag === 'VERB' && (verbAct(token.lemma) !== null || uttering.has(token.lemma))
}

/** `"…," Jane Doe, an economist, told reporters` and `"…," said Jane Doe`; a full stop inside the marks ends the sentence. */
const tagAfter = ({ cast, readings, quotation, next, opening }: Setting): Speaker | null => {
  const reading = readings.slice(opening, opening + MAX_SENTENCES).find(({ end }) => end >= quotation.end)
  if (reading?.block !== quotation.block || cast.text[quotation.end - 1] === '.') return null
  const { tokens, words } = reading
  const first = tokens.findIndex(({ start }) => start > quotation.end)
  if (first < 0) return null
  const limit = next ? next.start : Number.POSITIVE_INFINITY
  for (let k = first; k < Math.min(tokens.length, first + MAX_TAG); k++) {
    if ((tokens[k]?.start ?? 0) >= limit || words[k] === ';') return null
    // "… says it “should hold,” but two people who": another clause.
    if (words[k] === 'but' && tokens[k]?.tag === 'CCONJ') return null
    if (!isUttering(reading, k)) continue
    // "as Roe likes to say".
    const to0 = words[k - 1] === 'to' ? tokens.findIndex(({ tag }, i) => i > first && tag === 'VERB') : k
    const before = speakerIn(cast, tokens, first, Math.min(k, to0))
    if (before) return before
    let to = k + 1
    while (to < tokens.length && !['.', '"', ':', ';'].includes(words[to] ?? '') && tokens[to]?.tag !== 'VERB') to++
    return speakerIn(cast, tokens, k + 1, to)
  }
  return null
}

/**
 * `Jane Doe was calm. "…," the town's mayor said`: an office that stands for the one person whom the sentence before names
 * and gives no other.
 */
const officeOf = ({ cast, readings, quotation, opening }: Setting, speaker: Speaker | null): Speaker | null => {
  const before = readings[opening - 1]
  if (speaker?.kind !== 'group' || before?.block !== quotation.block || !/^the /i.test(speaker.name)) return speaker
  const last = speaker.name.split(' ').at(-1) ?? ''
  const single = isHumanNoun({ word: last.toLowerCase(), tag: 'NOUN', lemma: last, start: 0, end: 0 })
  const [run, another] = cast.people.persons.get(before) ?? []
  const person = run && !another && single ? personOf(before.tokens, run, cast.people) : null
  if (!person || (person.role && !person.role.toLowerCase().includes(last.toLowerCase()))) return speaker
  return { ...speaker, kind: 'person', name: person.name, person }
}

/** `"It will go," says Jane Doe of the institute, "and when it has gone …"`: the quotation before runs on in its sentence. */
const split = ({ cast, quotation, previous }: Setting, speakers: Speakers): Speaker | null => {
  if (
    !previous ||
    previous.block !== quotation.block ||
    !/[,—–-]\s*$/.test(cast.text.slice(previous.end - 2, previous.end))
  )
    return null
  const between = cast.text.slice(previous.end, quotation.start)
  const runsOn = /^\s*\p{Ll}/u.test(cast.text.slice(quotation.start, quotation.start + 3)) && !/[.;:?!]/.test(between)
  return runsOn ? (speakers.get(previous) ?? null) : null
}

/** `Jane Doe said: "…"`, `according to Jane Doe, "…"`. */
const tagBefore = ({ cast, readings, quotation, opening }: Setting): Speaker | null => {
  const reading = readings[opening]
  if (!reading || reading.start > quotation.start) return null
  const at = reading.tokens.findIndex(({ start }) => start >= quotation.start)
  for (let k = at - 1; k > 0; k--) {
    if (!isUttering(reading, k)) continue
    const speaker = subjectAt(cast, reading, k)
    if (speaker) return speaker
  }
  if (reading.words[at - 2] === ':' || reading.words[at - 1] === ':') {
    const verb = reading.tokens.findIndex(({ tag }, k) => k > 0 && k < at && (tag === 'VERB' || tag === 'AUX'))
    const speaker = verb > 0 ? subjectAt(cast, reading, verb) : null
    if (speaker?.kind === 'person' || speaker?.kind === 'pronoun') return speaker
  }
  const tag = speechTags(cast, reading).find((one) => one.at < at && one.from <= at && at < one.to)
  return tag?.speaker ?? null
}

/** `Jane Doe was blunt. "…"`: the sentence before, or the paragraph before when a colon ends it, has the speaker. */
const introduced = ({ cast, readings, quotation, previous, opening }: Setting): Speaker | null => {
  const reading = readings[opening]
  const before = readings[opening - 1]
  const leads = reading && /^\W*$/.test(cast.text.slice(reading.start, quotation.start))
  if (!quotation.speech || !before || !leads || (previous && previous.end > before.start)) return null
  const colon = before.words.at(-1) === ':'
  if (before.block !== quotation.block && !colon) return null
  const verb = before.tokens.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX')
  if (verb < 1) return null
  const subject = speakerIn(cast, before.tokens, clauseAt(before.tokens, before.asides, verb).core, verb)
  if (colon) return subject?.kind === 'author' ? null : subject
  const single = subject?.kind === 'pronoun' && ['he', 'she'].includes(subject.name.toLowerCase())
  return subject?.kind === 'person' || single ? subject : null
}

/** The speaker of the quotation before: in the same paragraph, run on from the last one, or a paragraph of nothing else. */
const inherited = ({ cast, readings, quotation, previous, opening }: Setting, speakers: Speakers): Speaker | null => {
  if (!previous) return null
  const alone = previous.block === quotation.block - 1 && isAlone(cast.text, readings, quotation, opening)
  const runsOn = quotation.continues || previous.block === quotation.block
  return quotation.speech && (runsOn || alone) ? (speakers.get(previous) ?? null) : null
}

const isAlone = (
  text: string,
  readings: readonly Reading[],
  { start, end, block }: Quotation,
  opening: number,
): boolean => {
  const [first, next] = [readings[opening], readings[opening + 1]]
  const one = next?.block !== block || next.start < end
  return (
    first !== undefined &&
    one &&
    /^\W*$/.test(text.slice(first.start, start)) &&
    /^\W*$/.test(text.slice(end, Math.max(end, first.end)))
  )
}
