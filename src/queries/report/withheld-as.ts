import type { ReportField } from '../../core/scoring/report/minimum.ts'
import { type Standing, whyWithheld } from '../../core/scoring/report/withhold.ts'

type Behind = Parameters<typeof whyWithheld>[1]

/**
 * Why a figure is withheld that goes by the rule of another, in its own name. `withheldAs('groups', 'the order of words', …)`
 * `= 'the order of words needs 30 families; this author has 4'`. Null where it may be shown.
 */
export const withheldAs = (field: ReportField, name: string, behind: Behind, standing: Standing): string | null => {
  const rule = whyWithheld(field, behind, standing)
  return rule === null
    ? null
    : rule.replace(/^.*? (needs?|waits) /, (_, verb: string) => `${name} ${verb === 'waits' ? 'waits' : 'needs'} `)
}
