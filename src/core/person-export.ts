import { z } from 'zod'
import { Author } from './author.ts'
import { Feed } from './feed.ts'
import { idOf } from './id.ts'
import { Import } from './importing/import-item.ts'
import { ApiKey, scopes } from './key.ts'
import { factTables } from './ledger/fact-kinds.ts'
import { linkKinds } from './one-time-link.ts'
import { Person } from './person.ts'
import { Proposal } from './proposal.ts'
import { Instant } from './time.ts'
import { Webhook } from './webhooks/webhook.ts'

const by = z.string().meta({ description: 'under which name of theirs: `person:psn_…`, or a key of their line' })

/** A session as its person is told of it, over or not; its token is told to nobody. */
const KeptSession = z
  .object({
    id: idOf('session'),
    personId: idOf('person'),
    address: z.string().meta({ description: 'from where, of IPv6 the /64 network' }),
    userAgent: z.string(),
    recordedAt: Instant,
    lastUsedAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'KeptSession' })

/** A link that works once, as it is told to whom it is for or who made it; what opens it is told to nobody. */
const KeptLink = z
  .object({
    id: z.string(),
    kind: z.enum(linkKinds),
    email: z.string().nullable().meta({ description: 'null where they made it for somebody else' }),
    scopes: z.array(z.enum(scopes)).nullable().meta({ description: 'what an invitation gives; null for a reset' }),
    madeBy: z.string(),
    personId: idOf('person').nullable().meta({ description: 'whom it is for, or whom it made' }),
    recordedAt: Instant,
    expiresAt: Instant,
    usedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'KeptLink' })
export type KeptLink = z.infer<typeof KeptLink>

/** How to reach them, as they left it with a dispute or a reply. */
const KeptContact = z
  .object({
    disputeId: idOf('dispute'),
    replyId: idOf('reply').nullable(),
    contact: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'KeptContact' })

/** A question that they look after, or did until somebody else did. */
const HeldQuestion = z.object({ by, questionId: idOf('question'), until: Instant }).meta({ id: 'HeldQuestion' })
export type HeldQuestion = z.infer<typeof HeldQuestion>

/** A request whose first answer is kept for a day. */
const KeptAnswer = z
  .object({
    by,
    key: z.string().meta({ description: 'the Idempotency-Key' }),
    status: z.int().nullable().meta({ description: 'of the answer; null while the request runs' }),
    recordedAt: Instant,
  })
  .meta({ id: 'KeptAnswer' })
export type KeptAnswer = z.infer<typeof KeptAnswer>

/** A request that is done later, or was within a day; what it said is what they sent. */
const KeptRequest = z
  .object({
    by,
    id: idOf('deferredRequest'),
    address: z.string(),
    recordedAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'KeptRequest' })
export type KeptRequest = z.infer<typeof KeptRequest>

/** A fact that they recorded, as it stands: what was redacted is not there. */
const OwnFact = z
  .object({
    kind: z.enum(Object.keys(factTables) as [keyof typeof factTables]),
    id: z.string(),
    by,
    fields: z.record(z.string(), z.unknown()).meta({ description: 'as they were recorded; salts are left out' }),
  })
  .meta({ id: 'OwnFact' })

/** The lists of an export, each with the shape of what is in it. */
export const exportedLists = {
  sessions: KeptSession,
  keys: ApiKey,
  links: KeptLink,
  webhooks: Webhook,
  feeds: Feed,
  authors: Author,
  contacts: KeptContact,
  work: HeldQuestion,
  answers: KeptAnswer,
  requests: KeptRequest,
  imports: Import,
  proposals: Proposal,
  facts: OwnFact,
} as const
export type ListName = keyof typeof exportedLists

const list = <Name extends ListName>(name: Name, description: string) =>
  z.array(exportedLists[name]).meta({ description })

/** All that is kept about an account, and all that was recorded by it. */
export const PersonExport = z
  .object({
    exportedAt: Instant,
    account: Person,
    sessions: list('sessions', 'where they are or were signed in'),
    keys: list('keys', 'those that they made, and those made with these; never a secret or its hash'),
    links: list('links', 'links that work once: made for them, or by them'),
    webhooks: list('webhooks', 'what their keys follow'),
    feeds: list('feeds', 'feeds that they added'),
    authors: list('authors', 'authors that they registered'),
    contacts: list('contacts', 'how to reach them, as they left it with disputes and replies'),
    work: list('work', 'questions that they hold'),
    answers: list('answers', 'requests of theirs whose first answer is kept, for a day'),
    requests: list('requests', 'requests of theirs that are done later'),
    imports: list('imports', 'bulk loads that hold forecasts which they sent'),
    proposals: list('proposals', 'outcomes that they proposed'),
    facts: list('facts', 'reviews, opinions, predictions, decisions, disputes and all else of the ledger'),
  })
  .meta({ id: 'PersonExport' })
export type PersonExport = z.infer<typeof PersonExport>
