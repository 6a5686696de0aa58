import { z } from 'zod'
import { idOf } from './id.ts'
import { Probability } from './probability.ts'
import { Instant, Moment } from './time.ts'

/**
 * Where a reference probability comes from: how often such things happen, the price of a market, the mean of a crowd, or that
 * all stays as it is.
 */
export const baselineKinds = ['base-rate', 'market', 'crowd', 'status-quo'] as const
export type BaselineKind = (typeof baselineKinds)[number]

/** A reference probability of the positive event of one version, dated, and recorded before the outcome was known. */
export const Baseline = z
  .object({
    id: idOf('baseline'),
    questionId: idOf('question'),
    versionId: idOf('version'),
    kind: z.enum(baselineKinds),
    probability: Probability.meta({ description: 'of the positive event of this version' }),
    at: Moment.meta({ description: 'when it stood so' }),
    source: z.string().meta({ description: 'what it was read from or reckoned by' }),
    url: z.string().nullable(),
    archiveSha256: z.string().nullable().meta({ description: 'SHA-256 of the archived copy' }),
    corrects: idOf('baseline').nullable().meta({ description: 'the one whose place it takes' }),
    reason: z.string().nullable().meta({ description: 'why that was wrong' }),
    correctedBy: idOf('baseline').nullable().meta({ description: 'the one that took its place; null = it stands' }),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'Baseline' })
export type Baseline = z.infer<typeof Baseline>

/** What a forecast is held against: the version it was made on, and when it was said, by the latest bound. */
export type ReferencePoint = { versionId: string; said: Instant }

const isLater = (a: Baseline, b: Baseline): boolean =>
  a.at.latest === b.at.latest
    ? a.recordedAt > b.recordedAt || (a.recordedAt === b.recordedAt && a.id > b.id)
    : a.at.latest > b.at.latest

/**
 * The baseline of each kind that counts beside a forecast: of those on the same version that nothing corrected, the last one
 * dated at or before the forecast was said, both by their latest bounds. So neither knew more than the other. A kind without
 * one is left out; of the same date the one recorded last counts.
 *
 * Example: prices of 0.4 on 1 March and 0.7 on 1 May, a forecast of 15 April → `market` is 0.4; of 1 February → none.
 */
export const baselinesAt = (
  baselines: readonly Baseline[],
  { versionId, said }: ReferencePoint,
): Map<BaselineKind, Baseline> => {
  const counting = new Map<BaselineKind, Baseline>()
  for (const one of baselines) {
    if (one.versionId !== versionId || one.correctedBy !== null || one.at.latest > said) continue
    const best = counting.get(one.kind)
    if (!best || isLater(one, best)) counting.set(one.kind, one)
  }
  return counting
}

/** Why a forecast has no baseline of a kind; null where it has one. */
export const whyNoBaseline = (
  baselines: readonly Baseline[],
  kind: BaselineKind,
  point: ReferencePoint,
): string | null => {
  if (baselinesAt(baselines, point).has(kind)) return null
  const standing = baselines.filter((one) => one.kind === kind && one.correctedBy === null)
  if (standing.length === 0) return `no ${kind} baseline is recorded on this question`
  const own = standing.filter(({ versionId }) => versionId === point.versionId)
  if (own.length === 0) return `its ${kind} baselines are of another version`
  return `the first ${kind} baseline of its version is of later than it was said`
}
