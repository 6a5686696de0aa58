import { z } from 'zod'
import { idOf } from '../id.ts'
import { Instant } from '../time.ts'

/** The version of the rule that tells a restatement; it travels with every match. */
export const MATCHING_VERSION = '2026.2'

/** `same`: one question. `family`: they stand or fall together. `related`: worth a look, never joined. */
export const verdicts = ['same', 'family', 'related', 'other'] as const
export type Verdict = (typeof verdicts)[number]

/** Where two claims part. The last three leave them in one family, the others do not. */
export const differences = [
  'names',
  'words',
  'direction',
  'roles',
  'again',
  'reference',
  'too-little',
  'figures',
  'condition',
  'horizon',
] as const
export type Difference = (typeof differences)[number]

/** How two claims compare. */
export const Comparison = z
  .object({
    similarity: z.number().min(0).max(1).meta({ description: 'of the claims as worded; 1 = the same words' }),
    verdict: z.enum(verdicts).meta({ description: 'same question, same family, worth a look, or neither' }),
    opposed: z.boolean().meta({ description: 'one says what the other denies' }),
    differs: z.array(z.enum(differences)),
  })
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof Comparison>

/** What became of a statement that says again what its author had said: `new` only where the reviewer said so. */
export const matchDeeds = ['joined', 'family', 'new'] as const
export type MatchDeed = (typeof matchDeeds)[number]
export const matchDeciders = ['rule', 'reviewer'] as const

/** How an accepted candidate was matched with an earlier claim of its author, and by whom. */
export const Match = Comparison.extend({
  id: idOf('match'),
  did: z.enum(matchDeeds).meta({ description: 'joined that question, a new one of its family, or a new one' }),
  decidedBy: z.enum(matchDeciders),
  questionId: idOf('question').meta({ description: 'the question of the earlier claim' }),
  reason: z.string(),
  rules: z.string(),
  recordedAt: Instant,
}).meta({ id: 'Match' })
export type Match = z.infer<typeof Match>
