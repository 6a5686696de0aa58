import type { Extraction } from '../core/candidate.ts'
import type { AnswerLater } from '../core/deferred-request.ts'
import type { Tagger } from '../core/extraction/sentences/token.ts'
import { prefixes, type Thing } from '../core/id.ts'
import type { Scope as KeyScope } from '../core/key.ts'
import type { Hash } from '../core/ledger/digest.ts'
import type { NoteSigner } from '../core/ledger/note.ts'
import { actorNameOf, personIdOf } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Limits } from '../core/rate-limit.ts'
import type { SignedIn } from '../core/session.ts'
import type { SnapshotFiles } from '../core/snapshot-files.ts'
import type { Day, Instant } from '../core/time.ts'
import type { Watch } from '../core/watch.ts'
import type { Places } from '../core/worked-place.ts'
import type { SignIn } from '../outside/accounts.ts'
import type { Fetcher } from '../outside/fetch.ts'
import type { ModelJudge } from '../outside/models/judge.ts'
import type { WorkQueue } from '../outside/queues/queue.ts'
import type { SecretBox } from '../outside/secret-box.ts'
import type { Database, Transaction } from '../storage/database.ts'
import { holdAccount } from '../storage/erasures.ts'
import { handOf } from '../storage/keys.ts'
import type { SampleLoading } from './sample-loading.ts'

/** Who acts: a key, a person, a job, or the command line of the host. */
export type Actor = {
  /** `key_…`, `person:psn_…`, or a word for what is neither. */
  name: string
  scopes: readonly KeyScope[]
  /** A program that forecasts. */
  bot?: boolean
  /** The end of the key that is used: what it makes ends no later. */
  expiresAt?: Instant | null
  /** The key is used by its secret before the last rotation. */
  bySecretBefore?: boolean
  /** The person whose hand a key is, where that is known: `person:psn_…`, or null where the host made it. Left out it is looked up. */
  hand?: string | null
}
/** Somebody who is signed in, as who acts. */
export const personActor = ({ session, scopes }: SignedIn): Actor => ({
  name: actorNameOf({ id: session.personId }),
  scopes,
})

/** Who acts without a key. */
export const ANYONE: Actor = { name: 'anyone', scopes: [] }

/** The way out: the guarded fetcher, the gap that it leaves a host, and what waiting needs. */
export type Outbound = {
  fetch: Fetcher
  gapMs: number
  sleep: (ms: number) => Promise<void>
  /** Uniform in [0, 1): spreads retries. */
  dice: () => number
}

/** How many webhooks are sent to at once, how many attempts a run makes, and how many facts are looked through at a time. */
export type Sending = { atOnce: number; attempts: number; window?: number }

/** What an entry provides of the world: clock, dice, database, extractor, the way out. */
export type Services = {
  database: Database
  clock: () => Instant
  /** Told of the work that is done, and of what breaks. */
  watch: Watch
  newId: (thing: Thing) => string
  /** 128 random bits, base64url. */
  newSalt: () => string
  /** SHA-256 without waiting, for facts by the thousand. */
  hash: Hash
  extract: (text: string, publishedOn: Day, declaredLanguage?: string | null) => Promise<Extraction>
  /** Reads words; its language model is loaded once, on first use. */
  tagger: () => Promise<Tagger>
  outbound: Outbound
  /** The language model that may be asked what passages show; null where none is configured. */
  modelJudge: ModelJudge | null
  /** Keeps what must be read again, such as what webhooks are signed with. */
  secretBox: SecretBox
  /** Signs the ledger; null where there is no secret to sign with. */
  ledgerSigner: () => Promise<NoteSigner | null>
  /** How much one run may send to webhooks; as much as its time allows where nothing is said. */
  sending?: Sending
  /** Where work waits that is done later; none where nothing is put off. */
  queue?: WorkQueue
  /** Answers a request that was put off; none where nobody puts any off. */
  answerLater?: AnswerLater
  /** In whose name this one request is done, which nobody shows a key for: it was put off by them. */
  acting?: string
  /** Told when this process is about to stop: what waits for something to happen waits no longer. */
  stopping?: AbortSignal
  /** The database is one for practice: every answer says so, and test keys open it. */
  sandbox?: boolean
  /** Counts what clients ask; none where nothing is limited. */
  limits?: Limits | null
  /** How much is worked on at a time; none where the place around it bounds that. */
  places?: Places
  /** Answers that are kept gzipped go out as they are; left out at the edge, which zips by itself. */
  zips?: boolean
  /** The largest body of a batch, in bytes; where nothing is said, that of the edge. */
  largestBatch?: number
  /** How long a body may take to come, and a client to take what is streamed, in ms; as long as is usual where nothing is said. */
  patienceMs?: number
  /** How people sign in; a problem, or nothing, where they cannot. */
  signIn?: SignIn | Problem
  /** Whether the browser came by https to a proxy that is trusted to say so; else the request's own address tells. */
  https?: boolean
  /** Where full snapshots are kept; none where there is no place for them. */
  snapshotFiles?: SnapshotFiles | null
  /** How the fictional sample may be loaded; none where something is recorded, or its files cannot be read, as on the edge. */
  sample?: SampleLoading
  /** The licence that who runs the server states for its data. */
  dataLicence?: string | null
  /** What a request is counted by, of the address it came from; none where it cannot be told. */
  client?: string | null
  /** The host names that this server goes by; null or none: any. */
  hosts?: readonly string[] | null
}

/** What every verb may use besides the database. One request, one instant: `now` is a value. */
export type Circumstances = Pick<Services, 'newId' | 'newSalt' | 'hash' | 'tagger'> & {
  now: Instant
  actor: Actor
  /** The thing that is changed only while it is as its client saw it, by the id or slug that it was named by. */
  unchanged?: { id: string; revision: string }
}

/** What a caller hands to a verb. */
export type Context = Circumstances & { database: Database }
/** What the body of a verb sees: its transaction, and no way around it. */
export type Transacting = Circumstances & { tx: Transaction }

/** The circumstances of one request or run: its instant is taken once, here. */
export const contextOf = ({ database, clock, newId, newSalt, hash, tagger }: Services, actor: Actor): Context => ({
  database,
  newId,
  newSalt,
  hash,
  tagger,
  now: clock(),
  actor,
})

type Verb<Input, Output> = (context: Context | Transacting, input: Input) => Promise<Output>

/** The person who acts, also by a key of theirs; null where none does. Who made a key never changes. */
const personBehind = async (tx: Transaction, { name, hand }: Actor): Promise<string | null> => {
  if (!name.startsWith(`${prefixes.key}_`)) return personIdOf(name)
  return personIdOf((hand === undefined ? await handOf(tx, name) : hand) ?? '')
}

/**
 * The account of who acts stands, and does until the transaction ends. Throws `unauthenticated` where it was erased, and
 * `database-unavailable` while it is being erased: who waited for that would keep a connection from others.
 */
const mustNotBeErased = async ({ tx, actor }: Transacting): Promise<void> => {
  const personId = await personBehind(tx, actor)
  const held = personId === null ? 'held' : await holdAccount(tx, personId)
  if (held === 'held') return
  if (held === 'busy')
    throw new Problem('database-unavailable', 'the account of who asks is being erased', 'try again in a moment')
  throw new Problem('unauthenticated', 'the account of who asks was erased', 'use a key that is good, or sign in')
}

/** A verb that runs whether the account of who acts was erased or not. */
export const unheldAction =
  <Input, Output>(body: (scope: Transacting, input: Input) => Promise<Output>): Verb<Input, Output> =>
  (context, input) => {
    if ('tx' in context) return body(context, input)
    const { database, ...circumstances } = context
    return database.transaction((tx) => body({ ...circumstances, tx }, input))
  }

/**
 * Makes a verb of a body. Called with a context it runs in a transaction of its own; called with the `Transacting` of
 * another verb it joins that one's. What somebody writes whose account is erased meanwhile is written before that, or refused: throws
 * `unauthenticated`, or `database-unavailable` while it is being erased.
 */
export const action = <Input, Output>(
  body: (scope: Transacting, input: Input) => Promise<Output>,
): Verb<Input, Output> => {
  const held = unheldAction<Input, Output>(async (scope, input) => {
    await mustNotBeErased(scope)
    return body(scope, input)
  })
  return (context, input) => ('tx' in context ? body(context, input) : held(context, input))
}
