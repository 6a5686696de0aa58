import { decodeTime, ulidToUUID } from 'ulid'
import { z } from 'zod'
import { type Instant, toInstant } from './time.ts'

/** The prefix of each kind of thing: one id per thing, sortable by the time it was made. */
export const prefixes = {
  author: 'aut',
  authorLink: 'aul',
  source: 'src',
  coverage: 'cov',
  collection: 'col',
  commentary: 'cmt',
  place: 'plc',
  run: 'run',
  reading: 'rdg',
  feed: 'fed',
  feedEntry: 'fde',
  candidate: 'cnd',
  review: 'rev',
  secondOpinion: 'sop',
  match: 'mtc',
  family: 'fam',
  question: 'qst',
  version: 'qsv',
  option: 'opt',
  topicChange: 'tpc',
  baseline: 'bsl',
  prediction: 'prd',
  import: 'imp',
  event: 'evt',
  eventCandidate: 'evc',
  eventReview: 'evr',
  evidence: 'evd',
  passage: 'psg',
  proposal: 'prp',
  lease: 'lse',
  resolution: 'res',
  scoredItem: 'sci',
  scoreChange: 'scc',
  snapshot: 'snp',
  dispute: 'dsp',
  reply: 'rpl',
  confirmation: 'cfm',
  ruling: 'rul',
  exclusion: 'exc',
  redaction: 'rdc',
  erasure: 'ers',
  key: 'key',
  webhook: 'whk',
  delivery: 'dlv',
  attempt: 'att',
  person: 'psn',
  credential: 'crd',
  session: 'ses',
  invitation: 'inv',
  reset: 'pwr',
  signInAttempt: 'sia',
  jobRun: 'job',
  deadLetter: 'ded',
  deferredRequest: 'dfr',
} as const
export type Thing = keyof typeof prefixes

/** Schema of the id of one kind of thing: `prd_01kb…`, a prefix and a ULID in lower case. */
export const idOf = (thing: Thing, refusal = `an id of this kind starts with ${prefixes[thing]}_`) =>
  z
    .string()
    .regex(new RegExp(`^${prefixes[thing]}_[0-9a-hjkmnp-tv-z]{26}$`), refusal)
    .meta({ description: `id, ${prefixes[thing]}_…` })

/** The ULID of an id as a UUID, for those who know nothing else: `prd_01kb…` → `019b…-…`. */
export const uuidOf = (id: string): string => ulidToUUID(id.slice(id.indexOf('_') + 1).toUpperCase()).toLowerCase()

/** Of every id that a text names, when it was made, as its ULID tells: `prd_01kb…` → the instant. */
export const timesOfIds = (text: string): Instant[] =>
  [...text.matchAll(/\b[a-z]{3}_([0-7][0-9a-hjkmnp-tv-z]{25})\b/g)].map(([, ulid = '']) =>
    toInstant(new Date(decodeTime(ulid.toUpperCase()))),
  )
