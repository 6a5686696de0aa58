import { addresses, isTitle, type NameRun } from '../sentences/name-runs.ts'
import type { Token } from '../sentences/token.ts'
import { titles, wordSet } from '../sentences/words.ts'
import { bodyNouns, bodyOffices, bodyPossessions, companyForms } from './bodies.ts'

/** What a text says a person is: `tokens.slice(from, to)`, and the noun of it ("governor") as its `head`. */
export type Role = { from: number; to: number; head: string; former: boolean }

const agent = /(?:ers?|ors?|ists?|ians?|m[ae]n|wom[ae]n|eers?)$/
/** Human nouns that their ending does not show. */
const humans =
  wordSet(`accountant advocate academic activist aide ally analyst architect assistant attorney boss candidate
  captain chair chef chief clerk coach colleague consultant cook correspondent critic delegate deputy diplomat executive
  expert fellow friend guard head heir incumbent laureate lead lieutenant merchant midwife native nominee nurse official
  peer pilot president pundit resident scholar secretary student surgeon spokesperson veteran whip bureaucrat`)
const noAgents = wordSet(`number matter quarter winter summer weather power order paper letter offer river water
  former other another after over under never however later former latter factor minor major prior senior junior sector
  error terror favor labor van human woman-led german roman italian russian`)

/** Nouns for what a person is by office or trade. */
export const isHumanNoun = (token: Token | undefined): boolean => {
  if (token?.tag !== 'NOUN' && token?.tag !== 'PROPN') return false
  if (bodyNouns.has(token.word) || noAgents.has(token.word)) return false
  return titles.has(token.word) || humans.has(token.word) || agent.test(token.word)
}

const formers = wordSet('former ex retired late erstwhile onetime then')
const ends = wordSet(', . ; : ( ) " — –')
const MAX_WORDS = 14

/** The role that stands beside a name: before it, after it between commas, in front of its comma, or behind "is". */
export const roleBeside = (tokens: readonly Token[], run: NameRun): Role | null =>
  roleBefore(tokens, run) ?? roleAfter(tokens, run) ?? roleInFront(tokens, run)

/** "economist Ann Roe", "Governor Ann Roe". */
const roleBefore = (tokens: readonly Token[], run: NameRun): Role | null => {
  if (run.start > run.from) return office(tokens, run.from, run.start)
  let from = run.from
  while (from > 0 && run.from - from < 4 && isDescribing(tokens[from - 1])) from--
  return from < run.from && isHumanNoun(tokens[run.from - 1]) ? office(tokens, from, run.from) : null
}

const isDescribing = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'NOUN' || token.tag === 'ADJ' || isTitle(token))

const office = (tokens: readonly Token[], from: number, to: number): Role | null => {
  const head = tokens[to - 1]?.word ?? ''
  if (addresses.has(head)) return null
  return { from, to, head, former: tokens.slice(from, to).some(({ word }) => formers.has(word)) }
}

const copulas = wordSet('is was becomes became remains')

/** "Ann Roe, the governor of the bank," and "Ann Roe is the governor". */
const roleAfter = (tokens: readonly Token[], { to }: NameRun): Role | null => {
  const opens = tokens[to]?.word ?? ''
  if (opens !== ',' && opens !== '(' && !copulas.has(opens)) return null
  return nounPhraseFrom(tokens, to + 1, opens === ',' || opens === '(')
}

/** The noun phrase at `from` when it names an office or trade; inside commas it must have no verb before its noun. */
const nounPhraseFrom = (tokens: readonly Token[], from: number, open: boolean): Role | null => {
  for (let k = from; k < Math.min(tokens.length, from + 8); k++) {
    const token = tokens[k]
    if (!token || ends.has(token.word) || ['VERB', 'AUX', 'SCONJ', 'ADP', 'CCONJ'].includes(token.tag)) return null
    const compound = ['NOUN', 'PROPN'].includes(tokens[k + 1]?.tag ?? '')
    if (compound || !isHumanNoun(token)) continue
    const first = tokens[from]?.tag ?? ''
    if (!open && first !== 'DET') return null
    const before = tokens.slice(from, k)
    return {
      from,
      to: phraseEnd(tokens, k + 1),
      head: token.word,
      former: before.some(({ word }) => formers.has(word)),
    }
  }
  return null
}

const phraseEnd = (tokens: readonly Token[], from: number): number => {
  let to = from
  while (to < tokens.length && to - from < MAX_WORDS && !ends.has(tokens[to]?.word ?? '')) {
    const token = tokens[to]
    // "head of modelling".
    const trade = token?.tag === 'VERB' && token.word.endsWith('ing') && tokens[to - 1]?.word === 'of'
    if (
      token &&
      !trade &&
      (['VERB', 'AUX', 'SCONJ'].includes(token.tag) || ['who', 'which', 'that'].includes(token.word))
    )
      break
    to++
  }
  return to
}

/** "the bank's governor, Ann Roe,". */
const roleInFront = (tokens: readonly Token[], { from }: NameRun): Role | null => {
  if (tokens[from - 1]?.word !== ',' || !isHumanNoun(tokens[from - 2])) return null
  let first = from - 2
  while (first > 0 && from - first < 9 && isPhraseWord(tokens[first - 1])) first--
  const head = tokens[from - 2]?.word ?? ''
  const opens = ['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ'].includes(tokens[first]?.tag ?? '')
  return opens
    ? { from: first, to: from - 1, head, former: tokens.slice(first, from).some(({ word }) => formers.has(word)) }
    : null
}

const isPhraseWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM'].includes(token.tag) ||
    ["'s", "'", '-', 'its', 'their', 'her', 'his'].includes(token.word))

/** Trades of firms that persons follow as well: "Gus Oye, the producer". */
const trades = wordSet('producer publisher broker developer grocer brewer side operator maker')
const plurals = wordSet('have are were')
const naming = wordSet('called dubbed titled entitled codenamed')

/**
 * Whether what stands beside a name makes it a body's: Inc, ", which", "the company", shares, offices held in it, a plural
 * verb. Source of the signs: English treats bodies as things (which, its) or as their members (have, are).
 */
export const isBodyBeside = (tokens: readonly Token[], { from, to, start, full }: NameRun): boolean => {
  const word = (i: number): string => tokens[i]?.word ?? ''
  if (companyForms.has(word(to)) || companyForms.has(word(to - 1))) return true
  if (bodyNouns.has(word(from - 1)) && word(from - 1) !== 'team') return true
  // "His startup, Lumenar,": set beside a noun for a body.
  if (word(from - 1) === ',' && word(to) === ',' && bodyNouns.has(word(from - 2))) return true
  // "A shade called Quiet Blue".
  if (naming.has(word(from - 1)) && tokens[from - 2]?.tag === 'NOUN' && !isHumanNoun(tokens[from - 2])) return true
  if (word(to) === ',' && (word(to + 1) === 'which' || isBodyPhrase(tokens, to + 1, full))) return true
  if (["'s", "'"].includes(word(to)) && tokens.slice(to + 1, to + 3).some((owned) => bodyPossessions.has(owned.word)))
    return true
  if (word(from - 1) === 'the' && start === from && to - from === 1) return true
  const holds = word(from - 1) === 'of' || word(from - 1) === 'at'
  if (holds && word(to) !== "'s" && bodyOffices.has(word(from - 2))) return true
  return to - start === 1 && plurals.has(word(to)) && word(from - 1) !== 'and' && word(from - 1) !== ','
}

/** "the battery company that", "a Leipzig insurer": a determiner, then a noun for a body before any verb or comma. */
const isBodyPhrase = (tokens: readonly Token[], from: number, full: boolean): boolean => {
  if (tokens[from]?.tag !== 'DET') return false
  for (let k = from + 1; k < Math.min(tokens.length, from + 7); k++) {
    const token = tokens[k]
    if (!token || ends.has(token.word) || ['VERB', 'AUX', 'ADP'].includes(token.tag)) return false
    const goesOn = ['NOUN', 'PROPN'].includes(tokens[k + 1]?.tag ?? '') || tokens[k + 1]?.word === "'s"
    if (bodyNouns.has(token.word)) return !goesOn && !(full && trades.has(token.word))
  }
  return false
}
