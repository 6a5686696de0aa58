import { wordSet } from '../sentences/words.ts'
import { aheadAt, deadlineAt } from '../time/ahead.ts'
import { type Announced, announcedBy, announces } from './announced-lists.ts'
import type { Cue, Reading } from './cue.ts'
import { isEventNoun } from './event-nouns.ts'
import { isEventful } from './event-verbs.ts'
import { membersOf, ownTag, type Segment, type Stretch, segmentsOf } from './fragments.ts'

/**
 * Forecasts without a verb, alone or in a list: "Snow on the hills by Tuesday, sleet for the rest of us.", "My forecast: the
 * Senate unchanged, a week of lawsuits.", "one cut by Christmas, none before the autumn". `before`: the sentence in front.
 */
export const verblessLists = (reading: Reading, before: Reading | undefined): Cue[] => {
  if (reading.words.at(-1) === '?') return []
  const cues: Cue[] = []
  let told = before ? announces(before) : null
  const segments = segmentsOf(reading)
  for (const [i, segment] of segments.entries()) {
    const members = membersOf(reading, segment)
    if (!members) told = null
    else cues.push(...listed(reading, segment, members, announcedBy(reading, segments, i) ?? told))
  }
  return cues.slice(0, MAX_LISTED)
}

/** No list of forecasts is longer. */
const MAX_LISTED = 24

/** Each member by itself; when one of several foretells, so does the rest of the list. */
const listed = (
  reading: Reading,
  segment: Segment,
  members: readonly Stretch[],
  announced: Announced | null,
): Cue[] => {
  // "Ahead of us: a lean year": one thing to come is not a list.
  if (announced?.phrase === 'will' && announced.lead !== null && members.length < 2) return []
  const things = members.filter((member) =>
    opensNominally(reading, member, announced?.kind === 'forecast' && announced.lead === null),
  )
  const mine = announced ?? asOwn(ownTag(reading, segment))
  const own = things.filter((member) => foretells(reading, member, mine !== null))
  const taken = mine?.kind === 'forecast' || own.length > 0 ? things : own
  return taken.map((member) => cueAt(reading, member, mine))
}

const asOwn = (lead: Stretch | null): Announced | null => lead && { kind: 'forecast', lead, phrase: 'we-believe' }

const cueAt = ({ words }: Reading, member: Stretch, announced: Announced | null): Cue => {
  const { from, to } = member
  const lead = announced?.lead ?? null
  const phrase = announced?.phrase ?? 'will'
  const sure = phrase === 'will'
  return {
    kind: 'noun',
    at: from,
    from: lead?.from ?? from,
    to: lead?.to ?? from + 1,
    verb: to - 1,
    phrase,
    polarity: ['no', 'none', 'nobody', 'nothing'].includes(words[from] ?? '') ? '-' : '+',
    modal: sure ? 'will' : null,
    hedged: !sure,
    extent: member,
  }
}

const nominal = new Set(['DET', 'NUM', 'PROPN', 'NOUN', 'ADJ'])
/** "Sacked by November": what becomes of somebody whom the text has named. */
const fates = wordSet(
  'sacked gone out dead finished done sold bankrupt bust relegated jailed ousted fired replaced homeless broke',
)
const pointers = wordSet('this that these those my your what which how why such')
const opensNominally = ({ tokens, words }: Reading, { from, to }: Stretch, single: boolean): boolean => {
  const [word, tag] = [words[from] ?? '', tokens[from]?.tag ?? '']
  if (to - from < (single ? 1 : 2) || pointers.has(word)) return false
  if (!tokens.slice(from, to).some(({ tag }) => ['NOUN', 'PROPN', 'NUM', 'PRON', 'DET'].includes(tag))) return false
  if (fates.has(word) && deadlineAt(words, from + 1)) return true
  return nominal.has(tag) || ['none', 'more', 'less', 'fewer', 'another', 'half', 'nobody', 'nothing'].includes(word)
}

/** What a reader is asked to send or do by a day, and what a timetable gives. */
const submissions =
  wordSet(`applications application entries entry replies reply submissions submission orders order payment
  payments delivery tickets ticket rsvp bookings booking copy letters letter registration nominations enquiries comments
  proposals doors lunch dinner breakfast drinks departure arrival check-in deadline admission abstracts forms form answers
  postmarked photograph photo picture painting drawing illustration`)
const lengths = wordSet(
  'year years month months week weeks day days hour hours minute minutes decade decades night nights',
)

const weather = wordSet('rain snow hail sleet frost fog sunshine thunder gales showers storms heat drizzle ice floods')
const foretells = (reading: Reading, member: Stretch, announced: boolean): boolean => {
  const { words } = reading
  const named = words.slice(member.from, member.to)
  if (named.some((word) => submissions.has(word))) return false
  if (isMargin(reading, member) || (announced && isToBe(reading, member))) return true
  const bare = ['no', 'none', 'nobody', 'nothing'].includes(words[member.from] ?? '')
  // Unannounced, a fragment foretells only what will not be, or an event with its deadline: most are headings and captions.
  if (!announced && !bare && !named.some((word) => isEventNoun(word) || weather.has(word))) return false
  for (let k = member.from + 1; k < member.to; k++) {
    if (deadlineAt(words, k) && words[k] !== 'within') return words[k] !== 'before' || isNew(reading, member)
    if (isDatedEvent(reading, member, k)) return true
  }
  return announced && named.some((word) => isEventNoun(word))
}

/** Of the things "before Easter" only none, a further one or an event is told: not "the last train before Christmas". */
const isNew = ({ tokens, words }: Reading, { from, to }: Stretch): boolean => {
  if (['no', 'none', 'nobody', 'nothing', 'another', 'more'].includes(words[from] ?? '')) return true
  const event = words.slice(from, to).some((word) => isEventNoun(word))
  return tokens[from]?.tag === 'NUM'
    ? !words.slice(from, to).some((word) => lengths.has(word))
    : event && words[from] !== 'the'
}

/** "More rain tonight", "growth of two per cent next year": an event or a figure with its time. */
const isDatedEvent = ({ tokens, words }: Reading, { from, to }: Stretch, k: number): boolean => {
  const time = words[k] === 'tonight' || (words[k] !== 'for' && words[k] !== 'until' && aheadAt(words, k))
  if (!time || words[k] === 'before' || words[k] === 'this') return false
  const fresh = !['the', 'his', 'her', 'its', 'their', 'our'].includes(words[from] ?? '')
  return fresh && tokens.slice(from, Math.min(k, to)).some(({ word }) => isEventNoun(word))
}

/** "Sandhaven by two", "Ireland by eleven points": by how much somebody wins. */
const isMargin = ({ tokens, words }: Reading, { from, to }: Stretch): boolean => {
  const by = words.indexOf('by', from)
  if (by <= from || by >= to - 1 || tokens[by + 1]?.tag !== 'NUM') return false
  const named = tokens
    .slice(from, by)
    .every(({ tag, word }, k, all) => tag === 'PROPN' || word === 'the' || word === '-' || all[k - 1]?.word === '-')
  return named && (by + 2 === to || margins.has(words[by + 2] ?? ''))
}
const margins = wordSet('points goals runs wickets shots lengths tries clear seats')

const fit =
  wordSet(`things thing reasons reason ways way place places time chance need right plan plans bid bids move moves call calls attempt attempts
  decision effort efforts deal pressure power ability freedom tendency nothing something anything someone somebody much
  little lot enough one ones those man woman team book books day story lesson advice sorry easy hard nice good glad proud
  free ready able happy sure likely`)

/** "House prices to tread water", "Asllani to have the last word": what is to happen, told as in a headline. */
const isToBe = ({ tokens, words }: Reading, { from, to }: Stretch): boolean => {
  const mark = words.indexOf('to', from + 1)
  const verb = words[mark + 1] === 'be' ? tokens[mark + 2] : tokens[mark + 1]
  if (mark < 0 || mark >= to - 1 || mark - from > 8 || verb?.tag !== 'VERB') return false
  const [head, first] = [tokens[mark - 1], words[from] ?? '']
  if (!head || !['NOUN', 'PROPN'].includes(head.tag) || fit.has(head.word) || ['a', 'an', 'no'].includes(first))
    return false
  if (tokens.slice(from, mark).some(({ tag }) => tag === 'VERB' || tag === 'ADV')) return false
  return isEventful(verb.lemma)
}
