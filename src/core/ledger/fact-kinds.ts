/**
 * Every kind of fact and the table its rows stand in, each row with an `id` and a `digest`. A trigger on the table notes each
 * row for the sealer; a new kind is one line here and one in a migration: `SELECT seal_facts_of('disputes', 'dispute')`.
 */
export const factTables = {
  'author-link': 'author_links',
  commentary: 'commentaries',
  place: 'commentary_places',
  'extraction-run': 'extraction_runs',
  reading: 'document_readings',
  review: 'candidate_reviews',
  'second-opinion': 'second_opinions',
  match: 'matches',
  version: 'question_versions',
  option: 'question_options',
  topic: 'question_topics',
  baseline: 'baselines',
  prediction: 'predictions',
  event: 'events',
  'event-review': 'event_candidate_reviews',
  evidence: 'evidence',
  coverage: 'source_coverage',
  resolution: 'resolution_entries',
  'score-change': 'score_changes',
  dispute: 'disputes',
  'dispute-reply': 'dispute_replies',
  'dispute-confirmation': 'dispute_confirmations',
  'dispute-ruling': 'dispute_rulings',
  exclusion: 'exclusions',
  redaction: 'redactions',
  erasure: 'erasures',
} as const
export type FactKind = keyof typeof factTables

/**
 * What belongs to a collection moves counts, so it is sealed too. It needs no salts, being ids alone: the trigger makes the
 * digest, and the fact is known by both ids, `col_…/qst_…`.
 */
export const memberTables = {
  'collection-commentary': 'collection_commentaries',
  'collection-question': 'collection_questions',
} as const

export const memberId = (collectionId: string, id: string): string => `${collectionId}/${id}`

export const sealedKinds = [...Object.keys(factTables), ...Object.keys(memberTables)] as [SealedKind, ...SealedKind[]]
export type SealedKind = FactKind | keyof typeof memberTables
