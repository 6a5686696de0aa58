import type { BaselineKind } from '../../core/baseline.ts'
import { heard } from '../../core/lexicon/heard.ts'
import { spokenOf } from '../../core/lexicon/spoken.ts'
import type { Versions } from '../../core/resolution/likeness.ts'
import { pool } from '../../core/scoring/counts.ts'
import { familyInterval } from '../../core/scoring/intervals/family.ts'
import { sumsByFamily } from '../../core/scoring/tally.ts'
import { bandScores, compareBounds } from '../../core/scoring/words/band-scores.ts'
import { type CommonQuestion, commonQuestions, type ItemRow } from '../../storage/board-items.ts'
import type { Reader } from '../../storage/database.ts'
import { probabilityOf } from '../probabilities.ts'
import type { Part, Reach } from '../report/author-counts.ts'
import { wordsOf } from '../report/own-phrases.ts'
import {
  type AgainstCrowd,
  againstAuthor,
  againstCrowd,
  firstAgainstAuthor,
  firstAgainstCrowd,
  type LeftOut,
  type Met,
  type QuestionPair,
  scoredPairs,
  versionsOn,
  within,
} from './against.ts'
import type { Comparison } from './comparison-schema.ts'
import type { Opponent } from './opponents.ts'
import { baselinePairs } from './references.ts'

/** The questions that an author and an opponent share, and what is special to the kind of opponent. */
export type Encounter = {
  opponent: Opponent
  pairs: QuestionPair[]
  /** What both said first, settled or not. */
  said: Met[]
  leftOut: LeftOut
  others: Comparison['others']
  words: Comparison['words']
}

type Said = Pick<ItemRow, 'form' | 'hit'>

const boundsOf = (items: readonly Said[]) => {
  const forms = items.map(({ form, hit }) => ({ form, n: 1, hits: Number(hit) }))
  const numbers = pool(
    forms.filter(({ form }) => spokenOf(form) === null).map((row) => ({ ...row, p: probabilityOf(row.form) })),
  )
  return bandScores({ numbers, words: wordsOf(forms) }, heard)?.shared ?? null
}

/** Whether two who both used words can be told apart whatever their words mean; null where one used none. */
export const wordsBeside = (own: readonly Said[], theirs: readonly Said[]): Comparison['words'] => {
  const usesWords = (items: readonly Said[]): boolean => items.some(({ form }) => spokenOf(form) !== null)
  if (!usesWords(own) || !usesWords(theirs)) return null
  const [first, second] = [boundsOf(own), boundsOf(theirs)]
  return first && second && { finding: compareBounds(first, second), own: first, theirs: second }
}

type Common = { scored: readonly CommonQuestion[]; first: readonly CommonQuestion[] }

const withAuthor = (common: Common, versions: Versions): Pick<Encounter, 'pairs' | 'said' | 'leftOut' | 'words'> => {
  const { shared, met, leftOut } = againstAuthor(common.scored, versions)
  const words = wordsBeside(
    shared.map(({ first }) => first),
    shared.map(({ second }) => second),
  )
  return { pairs: scoredPairs(met), said: firstAgainstAuthor(common.first, versions), leftOut, words }
}

const othersOf = (rows: readonly AgainstCrowd[]): Comparison['others'] => {
  const all = (of: 'others' | 'before') => rows.reduce((so, row) => so + row[of], 0)
  const differences = rows.map(({ family, p, outcome, othersLoss }) => ({
    family,
    loss: othersLoss - (p - outcome) ** 2,
  }))
  const difference = familyInterval(sumsByFamily(differences), { range: { low: -1, high: 1 } })
  return (
    difference && {
      mean: all('others') / rows.length,
      before: all('before') / all('others'),
      leaveOneOut: {
        value: difference.mean,
        interval: difference.interval,
        n: rows.length,
        families: difference.families,
      },
    }
  )
}

const withCrowd = async (
  reader: Reader,
  { slice }: Reach,
  authorId: string,
  { timing, voice, now }: Part,
): Promise<Pick<Encounter, 'pairs' | 'said' | 'leftOut' | 'others'>> => {
  const months = slice.dueMonths ? { months: slice.dueMonths } : {}
  const { rows, leftOut } = await againstCrowd(reader, { authorId, set: slice.set, timing, voice, now, ...months })
  return {
    pairs: rows.map(({ question, version, family, p, crowd, outcome }) => ({
      question,
      version,
      family,
      first: p,
      second: within(crowd),
      outcome,
    })),
    said: await firstAgainstCrowd(reader, slice, authorId),
    leftOut,
    others: othersOf(rows),
  }
}

const withBaselines = async (
  reader: Reader,
  { slice }: Reach,
  authorId: string,
): Promise<(kind: BaselineKind) => Pick<Encounter, 'pairs' | 'said' | 'leftOut'>> => {
  const [scored, first] = [
    await baselinePairs(reader, slice, authorId),
    await baselinePairs(reader, slice, authorId, 'first'),
  ]
  return (kind) => {
    const { met = [], leftOut = [] } = scored.get(kind) ?? {}
    return { pairs: scoredPairs(met), said: first.get(kind)?.met ?? [], leftOut }
  }
}

/** Where an author meets each of these opponents. Baselines, and the items of other authors, are read once for all of them. */
export const encountersOf = async (
  reader: Reader,
  authorId: string,
  opponents: readonly Opponent[],
  { part, reach }: { part: Part; reach: Reach },
): Promise<Encounter[]> => {
  const needsBaselines = opponents.some(({ kind }) => kind === 'baseline')
  const baselines = needsBaselines ? await withBaselines(reader, reach, authorId) : null
  const others = opponents.flatMap((one) => (one.kind === 'author' ? [one.author.id] : []))
  const scored = await commonQuestions(reader, reach.slice, { authorId, others })
  const first = await commonQuestions(reader, reach.slice, { authorId, others, basis: 'first' })
  const asked = [...scored.values(), ...first.values()].flat().map((one) => one.first.questionId)
  const versions = await versionsOn(reader, asked)
  const encounters: Encounter[] = []
  for (const opponent of opponents) {
    const none = { opponent, pairs: [], said: [], leftOut: [], others: null, words: null }
    if (opponent.kind === 'baseline') encounters.push({ ...none, ...baselines?.(opponent.baseline) })
    else if (opponent.kind === 'others')
      encounters.push({ ...none, ...(await withCrowd(reader, reach, authorId, part)) })
    else {
      const { id } = opponent.author
      const common = { scored: scored.get(id) ?? [], first: first.get(id) ?? [] }
      encounters.push({ ...none, ...withAuthor(common, versions) })
    }
  }
  return encounters
}
