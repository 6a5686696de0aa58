import { z } from 'zod'
import { Password } from '../../core/person.ts'
import type { OpenAccounts } from '../../outside/accounts.ts'
import { endSessions } from '../../storage/sessions.ts'
import { action, type Context } from '../context.ts'
import { mustKnowPassword } from './sign-in.ts'

export const ChangePassword = z.object({
  current: z.string().min(1, 'write the password that you have'),
  password: Password,
})

type Changing = z.infer<typeof ChangePassword> & {
  personId: string
  email: string
  sessionId: string
  address: string
  accounts: OpenAccounts
}

const write = action<Pick<Changing, 'personId' | 'password' | 'sessionId' | 'accounts'>, void>(
  async ({ tx, now, newId }, { personId, password, sessionId, accounts }) => {
    await (await accounts(tx, { now, newId })).setPassword(personId, password)
    await endSessions(tx, personId, sessionId)
  },
)

/** Sets another password for who knows the one before, and ends their other sessions. Throws `invalid-input`, `rate-limited`. */
export const changePassword = async (context: Context, { current, ...changing }: Changing): Promise<void> => {
  await mustKnowPassword(context, { ...changing, password: current })
  await write(context, changing)
}
