import { fold } from '../sentences/name-runs.ts'
import type { People, Person } from '../voice/people.ts'
import { type Quotation, quotationAt } from '../voice/quotation.ts'
import type { Block } from './page-paragraphs.ts'

/** One turn of a conversation set down with labels: `text.slice(start, end)`. `asks`: it is the interviewer's. */
export type Turn = { start: number; end: number; block: number; label: string; asks: boolean }

const label = /^\s{0,8}(\p{Lu}[\p{L}.'’&-]{0,30}(?: \p{Lu}[\p{L}.'’&-]{0,30}){0,4}):\s/u
const askers = /^(?:q|question|interviewer|host|moderator|presenter)$/i
/** "A:", "Guest:": a part, no name. */
export const isAnswerer = (name: string): boolean => answerers.test(name)
const answerers = /^(?:a|answer|guest|interviewee)$/i

/**
 * The turns of an interview or a round table. A paragraph that begins with a label starts one; those without a label belong
 * to the turn before when another follows. It is a conversation when a label comes twice or several are names, and somebody
 * asks or speaks as I.
 */
export const turnsOf = (text: string, blocks: readonly Block[], people: People): Turn[] => {
  const heads = blocks.map(({ start }) => label.exec(text.slice(start, start + 180)))
  const labels = heads.flatMap((head) => head?.[1]?.trim() ?? [])
  const counts = new Map<string, number>()
  for (const name of labels) counts.set(name, (counts.get(name) ?? 0) + 1)
  const speaks = (name: string | undefined): boolean =>
    name !== undefined &&
    ((counts.get(name) ?? 0) > 1 || isNamed(name, people) || askers.test(name) || answerers.test(name))
  const turns: Turn[] = []
  let held: Turn[] = []
  blocks.forEach(({ start, end }, block) => {
    const name = heads[block]?.[1]?.trim()
    const last = held.at(-1) ?? turns.at(-1)
    if (name !== undefined && speaks(name)) {
      turns.push(...held, { start: start + (heads[block]?.[0].length ?? 0), end, block, label: name, asks: false })
      held = []
    } else if (last) held.push({ ...last, start, end, block })
  })
  const talk = turns.length > 1 && turns.some(({ start, end }) => /\?|\b(?:I|we|We)\b/.test(text.slice(start, end)))
  return talk ? withAsker(text, turns) : []
}

const isNamed = (name: string, people: People): boolean => {
  const words = fold(name).split(' ')
  const last = words.at(-1) ?? ''
  return people.surnames.has(last) && (words.length < 2 || people.givenNames.has(words[0] ?? ''))
}

/** Marks the turns of whoever asks in most of their turns; a round table has nobody who does. */
const withAsker = (text: string, turns: readonly Turn[]): Turn[] => {
  const asked = new Map<string, { turns: number; questions: number }>()
  for (const { label: name, start, end } of turns) {
    const count = asked.get(name) ?? { turns: 0, questions: 0 }
    asked.set(name, {
      turns: count.turns + 1,
      questions: count.questions + (text.slice(start, end).includes('?') ? 1 : 0),
    })
  }
  const first = turns[0]?.label ?? ''
  return turns.map((turn) => {
    const { turns: all, questions } = asked.get(turn.label) ?? { turns: 1, questions: 0 }
    const leads = turn.label === first || initials(first) === fold(turn.label)
    return { ...turn, asks: askers.test(turn.label) || (leads && questions * 2 >= all) }
  })
}

/** The quotations of a page with the turns of those who answer as quotations of their own; marks inside them are theirs. */
export const withTurns = (quotations: readonly Quotation[], turns: readonly Turn[]): Quotation[] => {
  const answers = turns.filter(({ asks }) => !asks)
  const own = answers.map(({ start, end, block }) => ({ start, end, block, speech: true, continues: false }))
  const rest = quotations.filter(({ start }) => quotationAt(own, start) === null)
  return [...own, ...rest].sort((a, b) => a.start - b.start)
}

const initials = (name: string): string =>
  fold(name)
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')

/** Whom a label means: a name of the text, its surname, its initials; for "A:" whoever the text names first. */
export const personLabelled = (name: string, people: People): Person | null => {
  const words = fold(name).split(' ')
  const named = people.surnames.get(words.at(-1) ?? '') ?? people.givenNames.get(words[0] ?? '') ?? []
  if (named.length === 1) return named[0] ?? null
  const full = named.find((person) => fold(person.name) === fold(name))
  if (full) return full
  const everybody = [...people.surnames.values()].flat()
  const letters = fold(name).replace(/\W/g, '')
  const short = everybody.filter((person) => initials(person.name) === letters)
  if (short.length === 1) return short[0] ?? null
  return answerers.test(name) ? (everybody[0] ?? null) : null
}
