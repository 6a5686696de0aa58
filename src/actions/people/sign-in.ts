import { z } from 'zod'
import { MINUTE, plusMs } from '../../core/fetching/pace.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { Email, LONGEST_PASSWORD } from '../../core/person.ts'
import { Problem, RateLimited } from '../../core/problem.ts'
import { endAfterUse, type Session } from '../../core/session.ts'
import type { From, OpenAccounts } from '../../outside/accounts.ts'
import type { Transaction } from '../../storage/database.ts'
import { lockPerson, passwordHashOf } from '../../storage/people.ts'
import { endSession, endSessionByToken, touchSession } from '../../storage/sessions.ts'
import { attemptsSince, forgetAttempts, keepAttempts } from '../../storage/sign-in-attempts.ts'
import { codeOf } from '../../storage/violations.ts'
import { action, type Context, unheldAction } from '../context.ts'

export const SignInForm = z.object({
  email: Email,
  password: z.string().min(1, 'write your password').max(LONGEST_PASSWORD, 'no password is that long'),
})

/**
 * How many attempts may fail in so long: under one address of mail from one network, by who is signed in under it (`own`), under it
 * from all networks together, and from one network under any. Whoever knows an address of mail must not shut its owner out by
 * failing, so what they fail from where they are is theirs alone; the loose count is for who guesses from many networks.
 */
export const ATTEMPTS = { here: 10, own: 10, account: 200, network: 60, windowMs: 15 * MINUTE } as const

/** The code of the database for a row that names one that there is not. */
const NO_SUCH_ROW = '23503'

/** What the subjects of all that failed under an address of mail, whoever has it or nobody, begin with. */
export const attemptsUnder = (email: string): Promise<string> => sha256(`account:${email}`)

/** What is counted together, and how many of it may fail. */
type Subject = [subject: string, most: number]

/** `network`: as it is counted; empty where none is known, and then all whose is not are one. */
const signingIn = async (email: string, network: string): Promise<Subject[]> => {
  const account = await attemptsUnder(email)
  const from = await sha256(`address:${network}`)
  const two: Subject[] = [
    [`${account} from ${from}`, ATTEMPTS.here],
    [account, ATTEMPTS.account],
  ]
  return network === '' ? two : [...two, [from, ATTEMPTS.network]]
}

/** Apart from attempts to sign in: who is in already is not kept from their account by what somebody else fails. */
const proving = async (email: string): Promise<Subject[]> => [[`${await attemptsUnder(email)} own`, ATTEMPTS.own]]

/** An attempt as it is counted: what was counted first, by the account, and the rows that were kept of it. */
type Attempt = { first: string; ids: string[] }

/**
 * Counts an attempt as failed before it is made, so that many at once cannot slip through. One that is refused is none: who waits
 * as long as they are told to is admitted. Throws `rate-limited` where there were too many.
 */
const admitAttempt = async (context: Context, subjects: Subject[]): Promise<Attempt> => {
  const { now } = context
  const since = plusMs(now, -ATTEMPTS.windowMs)
  const ids = await keep(context, { subjects: subjects.map(([subject]) => subject) })
  for (const [subject, most] of subjects) {
    const { count, first } = await attemptsSince(context.database.reader, subject, since)
    if (count <= most) continue
    await forget(context, { ids })
    throw new RateLimited('too many attempts to sign in', plusMs(first ?? now, ATTEMPTS.windowMs))
  }
  return { first: subjects[0]?.[0] ?? '', ids }
}

const keep = action<{ subjects: string[] }, string[]>(async ({ tx, now, newId }, { subjects }) => {
  const rows = subjects.map((subject) => ({ id: newId('signInAttempt'), subject, recordedAt: now }))
  await keepAttempts(tx, rows, plusMs(now, -ATTEMPTS.windowMs))
  return rows.map(({ id }) => id)
})

/** The attempt did not fail. With what was counted first: what failed before by the same counts there no more either. */
const forget = action<{ ids: string[]; first?: string }, void>(({ tx }, { ids, first }) =>
  forgetAttempts(tx, ids, first),
)

type Closing = { attempt: Attempt; personId: string; token: string; checked: string | null }

/**
 * Lets the new session stand where the password that was checked is still the one, and its person not banned: whoever changed that
 * meanwhile ended the sessions that there were. False where it is ended.
 */
const close = action<Closing, boolean>(async (scope, { attempt, personId, token, checked }) => {
  const { tx } = scope
  await lockPerson(tx, personId)
  const stands = checked !== null && (await passwordHashOf(tx, { id: personId })) === checked
  await (stands ? forget(scope, attempt) : endSessionByToken(tx, token))
  return stands
})

const noMatch = (): Problem =>
  new Problem('unauthenticated', 'no account has this address and this password', 'check both, and try again')

type SigningIn = z.infer<typeof SignInForm> & { from: From; accounts: OpenAccounts }

/**
 * Signs somebody in: a new session under a token that was never shown before. A wrong address and a wrong password are one answer,
 * in the same time; that somebody is banned hears only who knows the password. Not one transaction: an attempt that fails must be
 * kept, and a password takes too long to check while others wait for the database. Throws `unauthenticated`, `forbidden` to who
 * is banned, `rate-limited`.
 */
export const signIn = async (context: Context, { email, password, from, accounts }: SigningIn): Promise<string> => {
  const attempt = await admitAttempt(context, await signingIn(email, from.address))
  const { database, now, newId } = context
  const checked = await passwordHashOf(database.reader, { email })
  const keeper = await accounts(database.reader, { now, newId })
  const signed = await keeper.signIn(email, password, from).catch(async (error: unknown) => {
    // Of an account that was erased while its password was checked there can be no session.
    if (codeOf(error) !== NO_SUCH_ROW || (await passwordHashOf(database.reader, { email })) !== null) throw error
    return null
  })
  if (signed === null) throw noMatch()
  if (signed === 'banned')
    throw new Problem('forbidden', 'this account was closed by an administrator', 'ask them if you think that is wrong')
  if (!(await close(context, { ...signed, attempt, checked }))) throw noMatch()
  return signed.token
}

/** `field`: where the request has the password. */
type Field = { field: 'current' | 'password' }
type Proving = Field & { personId: string; email: string; password: string; accounts: OpenAccounts }

const notYours = ({ field }: Field): Problem => {
  const detail = 'this is not your password'
  return new Problem('invalid-input', detail, 'write the one that you signed in with', [{ field, detail }])
}

/** Holds, once the person is locked, that the password is still the one that was checked. Throws `invalid-input`. */
export const mustBeUnchanged = async (
  tx: Transaction,
  personId: string,
  { checked, field }: Field & { checked: string | null },
): Promise<void> => {
  if (checked === null || (await passwordHashOf(tx, { id: personId })) !== checked) throw notYours({ field })
}

/**
 * Holds that who is signed in knows the password; what it was checked against. What fails is counted for them alone, since a
 * session that was left open must not let anybody guess. Throws `invalid-input`, `rate-limited`.
 */
export const mustKnowPassword = async (
  context: Context,
  { personId, email, password, accounts, field }: Proving,
): Promise<string | null> => {
  const attempt = await admitAttempt(context, await proving(email))
  const { database, now, newId } = context
  const checked = await passwordHashOf(database.reader, { id: personId })
  if (!(await (await accounts(database.reader, { now, newId })).isPassword(personId, password)))
    throw notYours({ field })
  await forget(context, attempt)
  return checked
}

/** Ends a session: one's own. Whether there was one is nobody's concern. */
export const signOut = action<{ personId: string; id: string }, void>(async ({ tx }, { personId, id }) => {
  await endSession(tx, personId, id)
})

/** Keeps that a session is used now, and moves its end; nothing where it is over. */
export const keepSessionUse = unheldAction<Pick<Session, 'id' | 'recordedAt'>, void>(
  ({ tx, now }, { id, recordedAt }) =>
    touchSession(tx, id, { lastUsedAt: now, expiresAt: endAfterUse(recordedAt, now) }),
)
