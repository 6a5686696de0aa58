import { z } from 'zod'
import { Author } from '../../core/author.ts'
import { baselineKinds } from '../../core/baseline.ts'
import { timings } from '../../core/question.ts'
import { comparisonFindings } from '../../core/scoring/comparing/comparison.ts'
import { voices } from '../../core/slice.ts'
import { readAt } from '../report/read-at.ts'
import { Interval, Since, Unbounded } from '../report/report-schema.ts'
import { Versions } from '../report/versions.ts'
import { Withheld } from '../report/withheld.ts'
import { leftOutReasons } from './against.ts'
import { Difference } from './difference.ts'

const Ends = z.object({ lowest: z.number(), highest: z.number() })

const Anytime = z
  .object({
    terms: z.int().meta({
      description:
        'families behind it: of each what fell due in its first month, and of that what both had said at the first moment, by what each said first',
    }),
    open: z.int().meta({ description: 'how many of these questions are not settled: they count for the worse' }),
    later: z
      .int()
      .meta({ description: 'questions of these families that are left out, since they fell due or were said later' }),
    since: Since,
    sequence: Interval.nullable().meta({
      description:
        'of the mean difference over families, valid at all times at once; may reach beyond −1 to 1 while there is little',
    }),
    alternatives: z
      .object({
        hoeffding: Interval.meta({
          description: 'from the number of families alone: wider where differences vary little',
        }),
        stitched: Interval.meta({ description: 'by polynomial stitching: tighter for very long runs only' }),
      })
      .nullable()
      .meta({
        description:
          'other sequences of the same difference, chosen beforehand or not at all: no finding rests on them',
      }),
    ahead: Unbounded.meta({ description: 'e-value for the author being better, as it stands now: 20 is strong' }),
    behind: Unbounded.meta({ description: 'for the other being better; no complement of `ahead`' }),
  })
  .meta({ id: 'AnytimeEvidence' })

/** An author beside one other, on the questions that both answered; figures null where `withheld` says why. */
export const Comparison = z
  .object({
    with: z.string().meta({ description: 'as `with` names it: others, baseline:<kind>, or the slug of an author' }),
    kind: z.enum(['author', 'others', 'baseline']),
    author: Author.nullable(),
    baseline: z.enum(baselineKinds).nullable(),
    common: z.int().meta({ description: 'questions that both answered and that are scored' }),
    families: z.int().meta({ description: 'event families among them' }),
    leftOut: z.array(z.object({ reason: z.enum(leftOutReasons), n: z.int() })).meta({
      description:
        'pairs on one question that are none, since its versions ask for something else (other-terms), in other days (other-window), or a person settled one of two that ask the same otherwise (decided-apart)',
    }),
    difference: Difference.nullable(),
    test: z.object({ t: z.number(), p: z.number() }).nullable().meta({
      description:
        'paired t with the family for the unit, families − 1 degrees of freedom, of the same error as the interval; null where all families differ alike',
    }),
    anytime: Anytime.nullable(),
    finding: z
      .enum(comparisonFindings)
      .nullable()
      .meta({ description: 'ahead or behind only where the confidence sequence leaves out 0' }),
    sentence: z.string().nullable(),
    others: z
      .object({
        mean: z.number().meta({ description: 'how many others there were on a question, on average' }),
        before: z.number().meta({ description: 'share of them who had spoken by the time the author did' }),
        leaveOneOut: Difference.meta({
          description:
            'the others’ mean Brier less the author’s: against what they lost each, not against their mean forecast',
        }),
      })
      .nullable()
      .meta({ description: 'of `others`: who they were, and what they lost each rather than their mean forecast' }),
    words: z
      .object({
        finding: z.enum(['first is better', 'second is better', 'cannot be distinguished']),
        own: Ends,
        theirs: Ends,
      })
      .nullable()
      .meta({
        description:
          'of two authors who both used words: bounds of each mean Brier if a phrase means anything between the 5 % and 95 % of readers, one meaning a phrase',
      }),
    withheld: Withheld,
  })
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof Comparison>

export const Comparisons = z
  .object({
    author: Author,
    timing: z.enum(timings),
    voice: z.enum(voices),
    collectionId: z.string().nullable(),
    entered: z.boolean().meta({ description: 'of entered cohorts alone; else of everything due' }),
    n: z.int(),
    families: z.int(),
    pending: z.int().meta({ description: 'due and not settled' }),
    comparisons: z.array(Comparison),
    versions: Versions,
    ...readAt,
  })
  .meta({ id: 'Comparisons' })
export type Comparisons = z.infer<typeof Comparisons>
