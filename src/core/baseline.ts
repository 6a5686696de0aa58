import { z } from 'zod'
import { idOf } from './id.ts'
import { fromMicro, MICRO, Probability, toMicro } from './probability.ts'
import { type Likeness, likenessIn, unlikenesses, type Versions } from './resolution/likeness.ts'
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

/** A baseline that counts beside a forecast, and what it says of the event that the forecast's own version asks for. */
export type Counting = { baseline: Baseline; probability: number }

const isAlike = (like: Likeness): like is 'same' | 'opposite' => like === 'same' || like === 'opposite'

/**
 * The baseline of each kind that counts beside a forecast: of those that nothing corrected, on its version or one that asks the
 * same (`likeness`), the last one dated at or before the forecast was said, both by their latest bounds. So neither knew more
 * than the other. `probability` is turned where that version is oriented the other way. A kind without one is left out; of
 * the same date the one recorded last counts. `versions` of the question where it has several.
 *
 * Example: prices of 0.4 on 1 March and 0.7 on 1 May, a forecast of 15 April → `market` is 0.4; of 1 February → none.
 */
export const baselinesAt = (
  baselines: readonly Baseline[],
  { versionId, said }: ReferencePoint,
  versions: Versions,
): Map<BaselineKind, Counting> => {
  const counting = new Map<BaselineKind, Counting>()
  for (const one of baselines) {
    if (one.correctedBy !== null || one.at.latest > said) continue
    const like = likenessIn(versions, versionId, one.versionId)
    const best = counting.get(one.kind)
    if (!isAlike(like) || (best && !isLater(one, best.baseline))) continue
    const probability = like === 'same' ? one.probability : fromMicro(MICRO - toMicro(one.probability))
    counting.set(one.kind, { baseline: one, probability })
  }
  return counting
}

/** Why a forecast has no baseline of a kind. */
export const noBaselineReasons = ['none-recorded', ...unlikenesses, 'later-than-said'] as const
export type NoBaselineReason = (typeof noBaselineReasons)[number]

const sentences: Readonly<Record<NoBaselineReason, (kind: BaselineKind) => string>> = {
  'none-recorded': (kind) => `no ${kind} baseline is recorded on this question`,
  'other-terms': (kind) => `its ${kind} baselines are of versions that ask for something else`,
  'other-window': (kind) => `its ${kind} baselines are of versions that ask for other days`,
  'later-than-said': (kind) => `the first ${kind} baseline of its version is of later than it was said`,
}

/** Why a forecast has no baseline of a kind, as a sentence. */
export const noBaselineSentence = (reason: NoBaselineReason, kind: BaselineKind): string => sentences[reason](kind)

/** Why a forecast has no baseline of a kind; null where it has one. Of several versions that ask for something else the likest tells. */
export const whyNoBaseline = (
  baselines: readonly Baseline[],
  kind: BaselineKind,
  point: ReferencePoint,
  versions: Versions,
): NoBaselineReason | null => {
  if (baselinesAt(baselines, point, versions).has(kind)) return null
  const standing = baselines.filter((one) => one.kind === kind && one.correctedBy === null)
  if (standing.length === 0) return 'none-recorded'
  const likes = standing.map((one) => likenessIn(versions, point.versionId, one.versionId))
  if (likes.some(isAlike)) return 'later-than-said'
  return likes.includes('other-window') ? 'other-window' : 'other-terms'
}
