import { z } from 'zod'
import { type BaselineKind, baselineKinds, baselinesAt, whyNoBaseline } from '../../core/baseline.ts'
import { groupBy } from '../../core/group-by.ts'
import { brierLoss } from '../../core/scoring/binary/proper-scores.ts'
import { type FamilyLosses, skillByFamily } from '../../core/scoring/binary/skill.ts'
import { type Pair, paired } from '../../core/scoring/comparing/paired.ts'
import { total } from '../../core/scoring/counts.ts'
import { familyInterval } from '../../core/scoring/intervals/family.ts'
import { sum } from '../../core/scoring/numbers/sum.ts'
import type { Range } from '../../core/scoring/report/bounds.ts'
import type { Standing } from '../../core/scoring/report/withhold.ts'
import { whyWithheld } from '../../core/scoring/report/withhold.ts'
import { groupedByFamily } from '../../core/scoring/tally.ts'
import { baselinesFor } from '../../storage/baselines.ts'
import { type Basis, itemsWithBaselines } from '../../storage/board-items.ts'
import type { CountSlice } from '../../storage/counts.ts'
import type { Reader } from '../../storage/database.ts'
import type { FamilyFormCount, ReportCounts } from '../../storage/report-counts.ts'
import { probabilityOf } from '../probabilities.ts'
import { Skill } from '../report/report-schema.ts'
import { Withheld, withheldBy } from '../report/withheld.ts'
import { type LeftOut, type LeftOutReason, leftOutOf, type Met, metOf, scoredPairs, versionsOn } from './against.ts'
import { Difference, differenceOf } from './difference.ts'

export const liveReferences = ['half', ...baselineKinds, 'in-sample-base-rate'] as const
type ReferenceId = (typeof liveReferences)[number]

/** What an author is held against on the same questions, at the same time; figures null where `withheld` says why. */
export const Reference = z
  .object({
    reference: z.enum(liveReferences).meta({
      description:
        'half: always 50 %; a baseline recorded before the outcome; or the base rate of the outcomes themselves',
    }),
    inSample: z.boolean().meta({ description: 'it has seen the outcomes: no fair rival' }),
    n: z.int().meta({ description: 'scored forecasts that it stands beside' }),
    families: z.int(),
    brier: z.number().nullable().meta({ description: 'of the reference, 0 best, 1 worst; of half always 0.25' }),
    own: z.number().nullable().meta({ description: 'of the author on the same questions' }),
    difference: Difference.nullable(),
    bounds: z
      .object({ lowest: z.number(), highest: z.number() })
      .nullable()
      .meta({ description: 'of half: where the difference could still end; null where nothing is open or bounds it' }),
    skill: Skill.pick({ skill: true, sd: true, interval: true }).nullable().meta({
      description:
        'the same as a ratio, 1 − own/brier: 1 best, 0 as good as the reference; null with the figures, and where `noSkill` says why',
    }),
    noSkill: z.string().nullable().meta({ description: 'why there is no ratio although there is a difference' }),
    withheld: Withheld,
  })
  .meta({ id: 'Reference' })
export type Reference = z.infer<typeof Reference>

/** How sentences call the ones that were recorded beforehand. */
const names: Readonly<Record<BaselineKind, string>> = {
  'base-rate': 'the base rate recorded beforehand',
  market: 'the market',
  crowd: 'the crowd',
  'status-quo': 'expecting that all stays as it is',
}

/** Those that stand beside all `n` forecasts, as a sentence about them names them. */
export const besideAll = (references: readonly Reference[], n: number): { name: string; brier: number }[] =>
  references.flatMap(({ reference, brier, ...one }) =>
    brier === null || one.n < n || reference === 'half' || reference === 'in-sample-base-rate'
      ? []
      : [{ name: names[reference], brier }],
  )

type Figures = Pick<Reference, 'n' | 'families' | 'brier' | 'own' | 'difference' | 'skill'>
const NOTHING: Figures = { n: 0, families: 0, brier: null, own: null, difference: null, skill: null }

const NEVER_WRONG = 'the reference was never wrong on these questions: nobody can beat it, and a ratio to 0 is none'

const ratioOf = (families: readonly FamilyLosses[]): Reference['skill'] => {
  const skill = skillByFamily(families)
  return skill && { skill: skill.skill, sd: skill.sd, interval: skill.interval }
}

/** Always the same probability, from the counts of families alone. */
const constant = (p: number, families: readonly FamilyFormCount[][]): Figures => {
  const rows = families.map((forms) => {
    const { n, hits } = total(forms)
    const own = sum(forms.map((form) => brierLoss(probabilityOf(form.form), form)))
    const reference = brierLoss(p, { n, hits })
    return { n, own, reference, losses: reference - own }
  })
  const n = rows.reduce((so, row) => so + row.n, 0)
  const difference = familyInterval(rows, { range: { low: -1, high: 1 } })
  if (!difference) return NOTHING
  const own = sum(rows.map((row) => row.own)) / n
  return {
    n,
    families: difference.families,
    brier: sum(rows.map((row) => row.reference)) / n,
    skill: ratioOf(rows),
    own,
    difference: { value: difference.mean, interval: difference.interval, n, families: difference.families },
  }
}

/** One baseline beside those forecasts that have it. */
const beside = (pairs: readonly Pair[]): Figures => {
  const difference = paired(pairs)
  if (!difference) return NOTHING
  const { meanDifference: value, low, high, families } = difference
  const lost = (of: readonly Pair[], who: 'first' | 'second') => sum(of.map((pair) => (pair[who] - pair.outcome) ** 2))
  const mean = (who: 'first' | 'second') => lost(pairs, who) / pairs.length
  return {
    n: pairs.length,
    families,
    brier: mean('second'),
    own: mean('first'),
    skill: ratioOf(
      groupedByFamily(pairs).map((of) => ({ n: of.length, own: lost(of, 'first'), reference: lost(of, 'second') })),
    ),
    difference: differenceOf({ value, low, high, n: pairs.length, families }),
  }
}

/** What was said beside baselines of one kind; `leftOut` forecasts of which the question has some, of versions alone that ask for something else. */
type BaselinePairs = { met: Met[]; leftOut: LeftOut }

/** The forecasts of an author beside the baseline of each kind that counts beside them, as pairs. */
export const baselinePairs = async (
  reader: Reader,
  slice: CountSlice,
  authorId: string,
  basis: Basis = 'scored',
): Promise<Map<BaselineKind, BaselinePairs>> => {
  const items = await itemsWithBaselines(reader, slice, authorId, basis)
  const asked = [...new Set(items.map(({ questionId }) => questionId))]
  const [recorded, versions] = [await baselinesFor(reader, asked), await versionsOn(reader, asked)]
  const met = items.map((item) => {
    const own = recorded.get(item.questionId) ?? []
    return { item, own, counting: baselinesAt(own, item, versions) }
  })
  const metWith = (kind: BaselineKind): Met[] =>
    met.flatMap(({ item, counting }) => {
      const found = counting.get(kind)
      // A baseline that was recorded after the author spoke joins the evidence when it is: what came of its question till then is known.
      return found ? [metOf(item, found.probability, Date.parse(found.baseline.recordedAt))] : []
    })
  const without = (kind: BaselineKind): { reason: LeftOutReason; n: number }[] =>
    met.flatMap(({ item, own }) => {
      const reason = whyNoBaseline(own, kind, item, versions)
      return reason === 'other-terms' || reason === 'other-window' ? [{ reason, n: 1 }] : []
    })
  return new Map(baselineKinds.map((kind) => [kind, { met: metWith(kind), leftOut: leftOutOf(without(kind)) }]))
}

const withheldWith = (
  reference: ReferenceId,
  figures: Figures,
  { hits, unsettled, ends }: { hits: number; unsettled: number; ends: Range | null },
  standing: Standing,
): Reference => {
  const isBaseline = reference !== 'half' && reference !== 'in-sample-base-rate'
  const { n, families } = figures
  const rule =
    n === 0 && isBaseline
      ? `no ${reference} baseline counts beside any of these forecasts`
      : whyWithheld('references', { n, families, hits, unsettled }, standing)
  const told = isBaseline ? rule?.replace('this author has', 'with this one this author has') : rule
  const isHalf = reference === 'half'
  const bounds = isHalf && unsettled > 0 && ends ? { lowest: 0.25 - ends.highest, highest: 0.25 - ends.lowest } : null
  if (bounds !== null && rule !== null) {
    const noRatio = whyWithheld('skill', { n, families, hits, unsettled }, standing)
    const shown = { ...figures, skill: null, noSkill: null, bounds }
    return { reference, inSample: false, ...shown, withheld: withheldBy('skill', noRatio) }
  }
  return {
    reference,
    inSample: reference === 'in-sample-base-rate',
    ...figures,
    // Always 50 % scores the same however things end.
    ...(rule !== null && { brier: isHalf ? figures.brier : null, own: null, difference: null, skill: null }),
    bounds,
    noSkill: rule === null && figures.skill === null && n > 0 ? NEVER_WRONG : null,
    withheld: withheldBy('references', told ?? null),
  }
}

/**
 * What an author's forecasts are held against: always 50 %, each kind of baseline recorded beforehand, and the base rate of the
 * outcomes, which nobody knew. From counts, but for the forecasts that a baseline stands beside. `ends`: where the author's own mean
 * Brier score could still end, null where that is withheld.
 */
export const referencesOf = async (
  reader: Reader,
  {
    slice,
    authorId,
    counts,
    unsettled,
    ends,
  }: { slice: CountSlice; authorId: string; counts: ReportCounts; unsettled: number; ends: Range | null },
  standing: Standing,
): Promise<Reference[]> => {
  const families = [...groupBy(counts.families, ({ familyId }) => familyId).values()]
  const { n, hits } = total(counts.families)
  const pairs = await baselinePairs(reader, slice, authorId)
  const figuresOf = (reference: ReferenceId): Figures => {
    if (reference === 'half') return constant(0.5, families)
    if (reference === 'in-sample-base-rate') return n === 0 ? NOTHING : constant(hits / n, families)
    return beside(scoredPairs(pairs.get(reference)?.met ?? []))
  }
  return liveReferences.map((one) => withheldWith(one, figuresOf(one), { hits, unsettled, ends }, standing))
}
