import type { Thing } from '../core/id.ts'
import type { Scope } from '../core/key.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import { endAfterUse, LONGEST_MS } from '../core/session.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { scopesText } from '../storage/people.ts'
import { credentials, people, sessions } from '../storage/tables/accounts.ts'

export type NewAccount = { name: string; email: string; scopes: readonly Scope[]; password: string }
/** Where somebody signs in from: an address as it is counted, and the words of their browser. */
export type From = { address: string; userAgent: string }

/** Accounts with passwords, kept by better-auth over a connection or inside a transaction. */
export type Accounts = {
  /** Makes an account; its person's id. Throws `already-exists` where the address has one. */
  create: (account: NewAccount) => Promise<string>
  /** A new session, under a token that was never shown before; null for a wrong address or password, in the same time for both. */
  signIn: (
    email: string,
    password: string,
    from: From,
  ) => Promise<{ token: string; personId: string } | 'banned' | null>
  isPassword: (personId: string, password: string) => Promise<boolean>
  setPassword: (personId: string, password: string) => Promise<void>
  /** Lets nobody sign in as them, and ends their sessions; or lets them again. */
  ban: (personId: string, reason: string) => Promise<void>
  unban: (personId: string) => Promise<void>
}

type Circumstances = { now: Instant; newId: (thing: Thing) => string }
export type OpenAccounts = (connection: Reader, circumstances: Circumstances) => Promise<Accounts>

/** How people sign in: the secret that signs the cookies of their sessions, and who keeps their accounts. */
export type SignIn = { secret: string; accounts: OpenAccounts }

/** Characters of the shortest secret that anything is signed by. */
export const SHORTEST_SECRET = 32

/** What is wrong where there is no secret, and how to mend it. */
export const signInOff = (): Problem =>
  new Problem(
    'sign-in-off',
    'nobody can sign in here: this installation has no secret for sessions',
    'set HINDCAST_SECRET to 32 random characters or more, as from `openssl rand -base64 32`; keys work without it',
  )

/** Sign-in under a secret; a `Problem` where there is none, or one that is too short to sign anything with. */
export const signInWith = (secret: string | undefined): SignIn | Problem => {
  const trimmed = secret?.trim() ?? ''
  if (trimmed === '') return signInOff()
  if (trimmed.length >= SHORTEST_SECRET) return { secret: trimmed, accounts: accountsUnder(trimmed) }
  return new Problem(
    'sign-in-off',
    `nobody can sign in here: HINDCAST_SECRET has fewer than ${SHORTEST_SECRET} characters`,
    'set it to 32 random characters or more, as from `openssl rand -base64 32`',
  )
}

/** How people sign in here. Throws `sign-in-off` where nobody can. */
export const mustSignIn = (signIn: SignIn | Problem | undefined): SignIn => {
  if (signIn === undefined) throw signInOff()
  if (signIn instanceof Problem) throw signIn
  return signIn
}

const ids: Readonly<Record<string, Thing>> = { user: 'person', account: 'credential', session: 'session' }

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'body' in error &&
  typeof error.body === 'object' &&
  error.body !== null &&
  'code' in error.body &&
  codes.includes(String(error.body.code))

/** better-auth's words for what our tables call otherwise. */
const names = {
  user: { modelName: 'people', fields: { createdAt: 'recordedAt' } },
  account: {
    modelName: 'credentials',
    fields: {
      userId: 'personId',
      providerId: 'provider',
      accountId: 'account',
      password: 'passwordHash',
      createdAt: 'recordedAt',
    },
  },
  session: {
    modelName: 'sessions',
    fields: { userId: 'personId', ipAddress: 'address', createdAt: 'recordedAt', updatedAt: 'lastUsedAt' },
  },
} as const

/** It is loaded on first use: it takes longer than all else that starts, and most requests need nothing of it. */
const load = async () => {
  const [{ betterAuth }, { drizzleAdapter }, { admin }] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/adapters/drizzle'),
    import('better-auth/plugins/admin'),
  ])
  return { betterAuth, drizzleAdapter, admin }
}

/** The instance of one request: none of its own addresses is served, so its functions are called and nothing else. */
const authOver = async (secret: string, connection: Reader, { now, newId }: Circumstances) => {
  const { betterAuth, drizzleAdapter, admin } = await load()
  const at = new Date(now)
  return betterAuth({
    secret,
    // Used in links of mails alone, of which there are none.
    baseURL: 'http://localhost',
    database: drizzleAdapter(connection, { provider: 'pg', schema: { people, credentials, sessions } }),
    ...names,
    session: { ...names.session, expiresIn: LONGEST_MS / 1000 },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    // Its roles are our scopes, in the column of that name.
    plugins: [admin({ defaultRole: 'read', schema: { user: { fields: { role: 'scopes' } } } })],
    databaseHooks: {
      // One request, one instant: it would take the clock's own.
      user: { create: { before: async (user) => ({ data: { ...user, createdAt: at, updatedAt: at } }) } },
      session: {
        create: {
          before: async (session) => {
            const expiresAt = new Date(endAfterUse(now, now))
            return { data: { ...session, createdAt: at, updatedAt: at, expiresAt } }
          },
        },
      },
    },
    advanced: {
      database: {
        generateId: ({ model }) => newId(ids[model] ?? 'credential'),
        // It would ask for columns of what is not used: providers elsewhere, impersonation, mails with codes.
        validateSchema: false,
      },
      ipAddress: { ipAddressHeaders: ['hindcast-address'] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

const accountsUnder =
  (secret: string): OpenAccounts =>
  async (connection, circumstances) => {
    const auth = await authOver(secret, connection, circumstances)
    const { internalAdapter, password: hashing } = await auth.$context
    return {
      create: async ({ name, email, scopes, password }) => {
        try {
          const { user } = await auth.api.createUser({
            body: { name, email, password, role: scopesText(scopes) as 'admin' },
          })
          return user.id
        } catch (error) {
          if (!hasCode(error, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL')) throw error
          throw alreadyHere()
        }
      },
      signIn: async (email, password, { address, userAgent }) => {
        const headers = new Headers({ 'hindcast-address': address.replace('/64', ''), 'user-agent': userAgent })
        try {
          const { token, user } = await auth.api.signInEmail({ body: { email, password }, headers })
          return { token, personId: user.id }
        } catch (error) {
          if (hasCode(error, 'BANNED_USER')) return 'banned'
          if (hasCode(error, 'INVALID_EMAIL_OR_PASSWORD', 'PASSWORD_TOO_LONG', 'INVALID_EMAIL')) return null
          throw error
        }
      },
      isPassword: async (personId, password) => {
        const account = await internalAdapter.findCredentialAccount(personId)
        return account?.password != null && hashing.verify({ hash: account.password, password })
      },
      setPassword: async (personId, password) => internalAdapter.updatePassword(personId, await hashing.hash(password)),
      // What its banUser does once it found an admin's session: the command line and keys have none.
      ban: async (personId, reason) => {
        await internalAdapter.updateUser(personId, { banned: true, banReason: reason })
        await internalAdapter.deleteUserSessions(personId)
      },
      unban: async (personId) => {
        await internalAdapter.updateUser(personId, { banned: false, banReason: null })
      },
    }
  }

export const alreadyHere = (): Problem => {
  const detail = 'somebody with this address has an account'
  return new Problem('already-exists', detail, 'let them sign in, or give them a link for another password', [
    { field: 'email', detail },
  ])
}
