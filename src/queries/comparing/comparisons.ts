import type { Author } from '../../core/author.ts'
import type { DecidedTimes } from '../../core/resolution/decided-times.ts'
import { compare, type PairComparison } from '../../core/scoring/comparing/comparison.ts'
import { MINIMUM_COMMON } from '../../core/scoring/comparing/head-to-head.ts'
import { total } from '../../core/scoring/counts.ts'
import { comparisonSentence } from '../../core/scoring/report/comparison-sentence.ts'
import { plural } from '../../core/scoring/report/plain.ts'
import { whyWithheld } from '../../core/scoring/report/withhold.ts'
import type { Instant } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { type AuthorCounts, countsOfAuthors, type Part, type Reach, reachOf } from '../report/author-counts.ts'
import { headlineOf } from '../report/monthly.ts'
import { readAtOf } from '../report/read-at.ts'
import { resolvedTimes } from '../report/resolved-times.ts'
import { overturnedOf } from '../report/standing-evidence.ts'
import { VERSIONS } from '../report/versions.ts'
import { withheldBy } from '../report/withheld.ts'
import type { Met } from './against.ts'
import type { Comparison, Comparisons } from './comparison-schema.ts'
import { type Encounter, encountersOf } from './encounters.ts'
import { nameOf, type Opponent } from './opponents.ts'

/** What stands behind an author's figures. */
const behindOf = (counts: AuthorCounts | undefined) => {
  const { forms, families } = counts?.judged ?? { forms: [], families: [] }
  const headline = headlineOf(forms)
  return {
    ...total(headline),
    families: new Set(families.map(({ familyId }) => familyId)).size,
    unsettled: headline.reduce((so, { pending }) => so + pending, 0),
  }
}
type Behind = ReturnType<typeof behindOf>

const spokenName = (opponent: Opponent): string => {
  if (opponent.kind === 'author') return opponent.author.name
  return opponent.kind === 'others' ? 'the mean forecast of the others' : `the ${opponent.baseline} baseline`
}

const finite = (e: number): number | 'Infinity' => (Number.isFinite(e) ? e : 'Infinity')

const figuresOf = (
  { difference, test, anytime, finding }: PairComparison,
  since: Instant | null,
  behind: { n: number; families: number },
): Pick<Comparison, 'difference' | 'test' | 'anytime' | 'finding'> => ({
  difference: { ...difference, ...behind },
  test,
  anytime: { ...anytime, ahead: finite(anytime.ahead), behind: finite(anytime.behind), since },
  finding,
})

const NOTHING = {
  difference: null,
  test: null,
  anytime: null,
  finding: null,
  sentence: null,
  others: null,
  words: null,
}

const comparisonOf = (
  { opponent, pairs, said, leftOut, others, words }: Encounter,
  rule: string | null,
  { times, since }: { times: ReadonlyMap<string, DecidedTimes>; since: Instant | null },
): Comparison => {
  const about = {
    with: nameOf(opponent),
    kind: opponent.kind,
    author: opponent.kind === 'author' ? opponent.author : null,
    baseline: opponent.kind === 'baseline' ? opponent.baseline : null,
    common: pairs.length,
    families: new Set(pairs.map(({ family }) => family)).size,
    leftOut,
  }
  const settledAt = ({ version }: Met): number => Date.parse(times.get(version)?.settledAt ?? '') || 0
  const first = said.map((one) => ({ ...one, settled: one.outcome === null ? null : settledAt(one) }))
  const compared = compare(pairs, first, since === null ? null : Date.parse(since))
  const few = `not enough in common: ${plural(pairs.length, 'question')}, and a comparison needs ${MINIMUM_COMMON}`
  if (rule !== null || compared === null)
    return { ...about, ...NOTHING, withheld: withheldBy('comparisons', rule ?? few) }
  const sentence = comparisonSentence(compared, { name: spokenName(opponent), n: pairs.length })
  return {
    ...about,
    ...figuresOf(compared, since, { n: about.common, families: about.families }),
    sentence,
    others,
    words,
    withheld: [],
  }
}

/** Both of two authors need the families of a comparison. */
const ruleOf = (own: Behind, opponent: Opponent, theirs: Behind | null, { entered }: Reach): string | null => {
  const rule = whyWithheld('comparisons', own, { entered })
  if (rule !== null || opponent.kind !== 'author' || theirs === null) return rule
  return (
    whyWithheld('comparisons', theirs, { entered })?.replace('this author has', `${opponent.author.slug} has`) ?? null
  )
}

/** An author beside others, on the questions that each pair has in common. */
export const comparisons = async (
  reader: Reader,
  author: Author,
  opponents: readonly Opponent[],
  part: Part,
): Promise<Comparisons> => {
  const reach = await reachOf(reader, part)
  const people = opponents.flatMap((one) => (one.kind === 'author' ? [one.author.id] : []))
  const counts = await countsOfAuthors(reader, [author.id, ...people], reach)
  const own = behindOf(counts.get(author.id))
  const encounters = await encountersOf(reader, author.id, opponents, { part, reach })
  const asked = new Set(encounters.flatMap(({ said }) => said.map(({ question }) => question)))
  const times = await resolvedTimes(reader, [...asked])
  // As for a verdict: an outcome that was overturned and waits since stands in no pair any more.
  const since = (await overturnedOf(reader, reach.slice, [author.id])).get(author.id) ?? null
  return {
    author,
    timing: part.timing,
    voice: part.voice,
    collectionId: part.collection?.id ?? null,
    entered: reach.entered,
    n: own.n,
    families: own.families,
    pending: own.unsettled,
    comparisons: encounters.map((encounter) => {
      const { opponent } = encounter
      const theirs = opponent.kind === 'author' ? behindOf(counts.get(opponent.author.id)) : null
      return comparisonOf(encounter, ruleOf(own, opponent, theirs, reach), { times, since })
    }),
    versions: VERSIONS,
    ...readAtOf(part),
  }
}
