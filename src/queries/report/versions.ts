import { z } from 'zod'
import { LEXICON_VERSION } from '../../core/lexicon/phrases.ts'
import { RESOLUTION_RULES } from '../../core/resolution/judge.ts'
import { SCORING_RULES } from '../../core/scoring/report/report.ts'
import type { Rules } from '../../core/snapshot.ts'

/** Of the rules by which figures are made; they travel with every answer that holds one. */
export const Versions = z
  .object({ scoring: z.string(), lexicon: z.string(), resolution: z.string() })
  .meta({ id: 'Versions', description: 'of the rules by which these figures were made' })
export type Versions = z.infer<typeof Versions>

export const VERSIONS: Versions = {
  scoring: SCORING_RULES,
  lexicon: LEXICON_VERSION,
  resolution: RESOLUTION_RULES,
}

/** The same as a snapshot names them. */
export const RULES: Rules = {
  scoringRules: SCORING_RULES,
  lexiconVersion: LEXICON_VERSION,
  resolutionRules: RESOLUTION_RULES,
}

/** Rules in the words of a reason why something kept is not shown beside what is made now. */
export const rulesNamed = ({ scoringRules, lexiconVersion, resolutionRules }: Rules): string =>
  `${scoringRules}, lexicon ${lexiconVersion}, ${resolutionRules}`
