import { factOf } from '../../core/ledger/fact.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import type { Resolver } from '../../core/resolution/resolver.ts'
import { endOf } from '../../core/time.ts'
import { insertVersions } from '../../storage/questions.ts'
import { appointResolvers } from '../../storage/resolver-attempts.ts'
import { findSource } from '../../storage/sources.ts'
import type { Transacting } from '../context.ts'

/** What a version fixes; the rest is when, by whom and of which question. */
export type VersionTerms = Omit<
  QuestionVersion,
  'id' | 'questionId' | 'resolver' | 'windowZone' | 'criteriaFixedAt' | 'criteriaSource' | 'recordedAt'
>

type Framed = Pick<QuestionVersion, 'orientation' | 'windowEnd'> & { hedge: string }

/** Criteria where none are given: what counts, until when, by whose reports. */
export const plainCriteria = ({ orientation, windowEnd, hedge }: Framed): string => {
  const said = hedge === '' ? null : `what these words call “${hedge.replace(/\s+/g, ' ')}”`
  const what =
    orientation === 'as-worded'
      ? `${said ?? 'what the wording states'} comes true`
      : said
        ? `the opposite of ${said} comes true`
        : 'what the wording states fails'
  return `Yes if ${what}${windowEnd ? ` by the end of ${windowEnd} (UTC)` : ''}, as reported by the sources of its collection.`
}

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** Only yes and no have an opposite, and rules that propose them. */
export const mustFitSeveral = ({ orientation, resolvers = [] }: Several): void => {
  if (orientation === 'opposite') {
    throw refuse('orientation', 'a question of several options has no opposite', 'leave it as-worded')
  }
  if (resolvers.length === 0) return
  throw refuse(
    'resolvers',
    'rules propose yes or no, and this question has options',
    'leave them out: a person finds it',
  )
}
type Several = { [Field in 'orientation' | 'resolvers']?: QuestionVersion[Field] | undefined }

type Frame = Pick<QuestionVersion, 'windowStart' | 'windowEnd'> & {
  referenceAt?: QuestionVersion['referenceAt'] | undefined
}

/** Days and reference time must fit: a forecast that is scored stands inside a window that ends. */
export const mustFit = ({ windowStart, windowEnd, referenceAt }: Frame): void => {
  if (windowEnd !== null && windowStart > windowEnd) {
    throw refuse('windowEnd', 'the window ends before it starts', 'give an end on or after the start')
  }
  if (!referenceAt) return
  if (windowEnd === null) {
    throw refuse('windowEnd', 'a question that takes forecasts needs a window that ends', 'give windowEnd')
  }
  if (referenceAt > endOf(windowEnd)) {
    throw refuse('referenceAt', `it lies after the window's end, ${windowEnd}`, 'give an instant inside the window')
  }
}

/** A rule can only wait for sources that are there. */
const mustKnowSources = async ({ tx }: Transacting, resolvers: readonly Resolver[]): Promise<void> => {
  for (const id of resolvers.flatMap((rule) => (rule.kind === 'silence' ? rule.sourceIds : []))) {
    if (!(await findSource(tx, id))) throw missing('source', id, 'resolvers')
  }
}

/**
 * Appends a version of a question and appoints the first attempt of its rules. Its criteria are fixed by being recorded:
 * now.
 */
export const writeVersion = async (
  scope: Transacting,
  { id: questionId, familyId }: Pick<Question, 'id' | 'familyId'>,
  terms: VersionTerms,
): Promise<QuestionVersion> => {
  const { tx, now, newId, newSalt, actor } = scope
  await mustKnowSources(scope, terms.resolvers)
  const version = {
    ...terms,
    id: newId('version'),
    questionId,
    windowZone: 'UTC' as const,
    resolver: terms.resolvers.length > 0 ? ('rules' as const) : ('manual' as const),
    criteriaFixedAt: now,
    criteriaSource: null,
    recordedAt: now,
  }
  await insertVersions(tx, [await factOf('version', { ...version, recordedBy: actor.name }, newSalt, { familyId })])
  await appointResolvers(tx, version)
  return version
}
