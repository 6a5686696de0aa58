import { z } from 'zod'
import { Password } from '../../core/person.ts'
import type { OpenAccounts } from '../../outside/accounts.ts'
import { revokeOpenLinks } from '../../storage/one-time-links.ts'
import { lockPerson } from '../../storage/people.ts'
import { endSessions } from '../../storage/sessions.ts'
import { action, type Context } from '../context.ts'
import { mustBeUnchanged, mustKnowPassword } from './sign-in.ts'

export const ChangePassword = z.object({
  current: z.string().min(1, 'write the password that you have'),
  password: Password,
})

type Changing = z.infer<typeof ChangePassword> & {
  personId: string
  email: string
  sessionId: string
  accounts: OpenAccounts
}

type Writing = Omit<Changing, 'current'> & { checked: string | null }

const write = action<Writing, void>(
  async ({ tx, now, newId }, { personId, email, password, sessionId, accounts, checked }) => {
    // A sign-in that is on its way ends before this, or sees the new password.
    await lockPerson(tx, personId)
    await mustBeUnchanged(tx, personId, { checked, field: 'current' })
    await (await accounts(tx, { now, newId })).setPassword(personId, password)
    await revokeOpenLinks(tx, 'reset', email, now)
    await endSessions(tx, personId, sessionId)
  },
)

/**
 * Sets another password for who knows the one before, and ends their other sessions and what links for one there are. Throws
 * `invalid-input`, `rate-limited`.
 */
export const changePassword = async (context: Context, { current, ...changing }: Changing): Promise<void> => {
  const checked = await mustKnowPassword(context, { ...changing, password: current, field: 'current' })
  await write(context, { ...changing, checked })
}
