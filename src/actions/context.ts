import type { Thing } from '../core/id.ts'
import type { Scope as KeyScope } from '../core/key.ts'
import type { Instant } from '../core/time.ts'
import type { Database, Transaction } from '../storage/database.ts'

/** Who acts: a key, a job, or the command line of the host. */
export type Actor = { name: string; scopes: readonly KeyScope[] }

/** What every verb may use besides the database. One request, one instant: `now` is a value. */
export type Circumstances = {
  now: Instant
  actor: Actor
  newId: (thing: Thing) => string
  /** 128 random bits, base64url. */
  newSalt: () => string
}

/** What a caller hands to a verb. */
export type Context = Circumstances & { database: Database }
/** What the body of a verb sees: its transaction, and no way around it. */
export type Transacting = Circumstances & { tx: Transaction }

type Verb<Input, Output> = (context: Context | Transacting, input: Input) => Promise<Output>

/**
 * Makes a verb of a body. Called with a context it runs in a transaction of its own; called with the `Transacting` of
 * another verb it joins that one's.
 */
export const action =
  <Input, Output>(body: (scope: Transacting, input: Input) => Promise<Output>): Verb<Input, Output> =>
  (context, input) => {
    if ('tx' in context) return body(context, input)
    const { database, ...circumstances } = context
    return database.transaction((tx) => body({ ...circumstances, tx }, input))
  }
