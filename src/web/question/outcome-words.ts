import type { QuestionOption } from '../../core/option.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import type { LogStep, Outcome } from '../../core/resolution/lifecycle.ts'
import type { Resolver } from '../../core/resolution/resolver.ts'
import { standingWords } from '../words.ts'

/** An outcome in words about what the wording tells of, or the option that came. */
export const outcomeWords = (outcome: Outcome, version: QuestionVersion, options: readonly QuestionOption[]): string =>
  options.find(({ id }) => id === outcome)?.label ??
  standingWords({ version, status: 'resolved', outcome, voidReason: null })

/** Where a question stands; of a categorical one, by the name of the option. */
export const statusWords = (question: Question, options: readonly QuestionOption[]): string => {
  const { status, outcome, version } = question
  return status === 'resolved' && outcome !== null ? outcomeWords(outcome, version, options) : standingWords(question)
}

export const stepWords: Readonly<Record<LogStep, string>> = {
  close: 'Its window ended',
  settle: 'Settled',
  void: 'Void',
  reopen: 'Reopened',
  'close-version': 'The window of an older version ended',
  'settle-version': 'Settled for an older version',
  'reopen-version': 'Reopened for an older version',
}

/** A rule by which a question may be resolved, in words. */
export const ruleWords = (rule: Resolver): string => {
  const held = 'settles' in rule && rule.settles ? 'settles at once' : 'proposes, and a person settles'
  if (rule.kind === 'by-event') {
    const does = rule.bearing === 'shows' ? 'shows it' : 'rules it out'
    const when = rule.when === 'in-window' ? 'inside the window' : 'after the window'
    return `a recorded event of the kind ${rule.eventKind} that names ${rule.entities.join(' and ')}, ${when}, ${does}; ${held}`
  }
  if (rule.kind === 'feed') {
    const asked = rule.operator === 'exists' ? 'has a value' : `is ${rule.operator} ${rule.threshold}`
    return `the published figure at ${rule.url} ${asked} (${rule.when}); ${held}`
  }
  if (rule.kind === 'silence')
    return `“no” when ${rule.sourceIds.length === 1 ? 'the source named was' : `all ${rule.sourceIds.length} sources named were`} read past the window and reported nothing; ${held}`
  return 'a language model is asked what later passages show; it only ever proposes'
}
