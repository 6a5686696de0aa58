import type { LedgerRow } from '../../core/ledger/ledger-row.ts'
import type { Reckon } from '../../core/ledger/shown-row.ts'
import { LEXICON_VERSION } from '../../core/lexicon/phrases.ts'
import { Form } from '../../core/prediction.ts'
import { fromMicro } from '../../core/probability.ts'
import { sayingOf } from '../../queries/probabilities.ts'

type Fields = LedgerRow['fields']
type Reckoning = { from: readonly string[]; as: (fields: Fields, row: Readonly<Record<string, unknown>>) => object }

const standing = ['N', 'Families', 'Hits', 'Brier', 'Pending', 'Lowest', 'Highest'] as const

/** How an author stood before a correction or after it; what was recorded before something was kept has null in its place. */
const standingIn = (fields: Fields, when: 'before' | 'after'): object => {
  const of = (part: (typeof standing)[number]): unknown => fields[`${when}${part}`] ?? null
  const [lowest, highest] = [of('Lowest'), of('Highest')]
  return {
    n: of('N'),
    families: of('Families'),
    hits: of('Hits'),
    brier: of('Brier'),
    pending: of('Pending'),
    bounds: lowest === null || highest === null ? null : { lowest, highest },
  }
}

/** What a form says in numbers; of words under the lexicon that is built in here, and nothing under another. */
const saying = (form: unknown, lexicon: unknown): object => {
  if (form === null) return sayingOf(null)
  const read = Form.safeParse(form)
  if (!read.success || (read.data.startsWith('phrase:') && lexicon !== LEXICON_VERSION)) return {}
  try {
    return sayingOf(read.data)
  } catch {
    // A phrase that this lexicon does not know.
    return {}
  }
}

const reckonings: Partial<Record<LedgerRow['kind'], Reckoning>> = {
  prediction: { from: ['form'], as: ({ form }, { lexiconVersion }) => saying(form, lexiconVersion) },
  baseline: {
    from: ['micro'],
    as: ({ micro }) => (typeof micro === 'number' ? { probability: fromMicro(micro) } : {}),
  },
  redaction: { from: ['kind', 'factId'], as: ({ kind, factId: id }) => ({ subject: { kind, id } }) },
  'score-change': {
    from: ['before', 'after'].flatMap((when) => standing.map((part) => `${when}${part}`)),
    as: (fields) => ({ before: standingIn(fields, 'before'), after: standingIn(fields, 'after') }),
  },
}

/** What a file shows of a fact by other names, or reckoned from it; nothing of what is withheld. */
export const reckoned: Reckon = ({ kind, fields, digests }, row) => {
  const reckoning = reckonings[kind]
  if (!reckoning || reckoning.from.some((name) => Object.hasOwn(digests, name))) return {}
  return { ...reckoning.as(fields, row) }
}
