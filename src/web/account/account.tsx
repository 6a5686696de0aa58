import { type Context, Hono } from 'hono'
import { CreateKey, createKey, revokeKey, rotateKey } from '../../actions/manage-keys.ts'
import { ChangePassword, changePassword } from '../../actions/people/change-password.ts'
import { EraseOwnPerson, eraseOwnPerson } from '../../actions/people/erase-person.ts'
import { signOut } from '../../actions/people/sign-in.ts'
import { actorNameOf } from '../../core/person.ts'
import type { SignedIn } from '../../core/session.ts'
import { Day, endOf } from '../../core/time.ts'
import { mustSignIn } from '../../outside/accounts.ts'
import { newSecret } from '../../outside/random.ts'
import { keysMadeBy } from '../../storage/keys.ts'
import { sessionsOf } from '../../storage/sessions.ts'
import { answer, type Env, type PageStatus, reading } from '../env.ts'
import { fieldsOf, valuesOf } from '../forms.ts'
import { AccountPage, type AccountView, type Refused } from './account-page.tsx'
import { leave } from './enter.ts'
import { forSignedIn, guarded, refusalOf, writingBy, wrongOf } from './guard.ts'

type Extra = Pick<AccountView, 'done' | 'refused' | 'secret'>

const show = async (c: Context<Env>, signedIn: SignedIn, extra: Extra = {}, status: PageStatus = 200) => {
  const { reader, now } = reading(c)
  const { personId } = signedIn.session
  const sessions = await sessionsOf(reader, personId, now)
  const keys = await keysMadeBy(reader, actorNameOf({ id: personId }))
  return answer(c, <AccountPage signedIn={signedIn} sessions={sessions} keys={keys} {...extra} />, status)
}

const refuse = (c: Context<Env>, signedIn: SignedIn, refused: Refused, status: PageStatus) =>
  show(c, signedIn, { refused }, status)

/** Does something to what the address names, then shows the page again; what cannot be is said by its status. */
const acting = (c: Context<Env>, done: string, act: (signedIn: SignedIn) => Promise<unknown>) =>
  forSignedIn(c, async (signedIn) => {
    try {
      await act(signedIn)
    } catch (error) {
      const { wrong, status } = refusalOf(c, error)
      return refuse(c, signedIn, { form: 'key', wrong, entered: {} }, status)
    }
    return c.redirect(`/account?done=${done}`, 303)
  })

const passwords = (pages: Hono<Env>): void => {
  pages.post('/account/password', ...guarded, (c) =>
    forSignedIn(c, async (signedIn) => {
      const { current = '', password = '' } = await fieldsOf(c)
      const again = ({ wrong, status }: ReturnType<typeof wrongOf>) =>
        refuse(c, signedIn, { form: 'password', wrong, entered: {} }, status)
      const read = ChangePassword.safeParse({ current, password })
      if (!read.success) return again(wrongOf(read.error))
      const { accounts } = mustSignIn(c.var.services.signIn)
      const { session, email } = signedIn
      const who = { personId: session.personId, sessionId: session.id, email }
      try {
        await changePassword(writingBy(c, signedIn), { ...read.data, ...who, accounts })
      } catch (error) {
        return again(refusalOf(c, error))
      }
      return c.redirect('/account?done=password', 303)
    }),
  )
}

const erasing = (pages: Hono<Env>): void => {
  pages.post('/account/erase', ...guarded, (c) =>
    forSignedIn(c, async (signedIn) => {
      const { email = '', 'erase-password': password = '' } = await fieldsOf(c)
      const again = ({ wrong, status }: ReturnType<typeof wrongOf>) =>
        refuse(c, signedIn, { form: 'erase', wrong, entered: {} }, status)
      const read = EraseOwnPerson.safeParse({ email, password })
      if (!read.success) return again(wrongOf(read.error))
      const { accounts } = mustSignIn(c.var.services.signIn)
      const { session, email: known } = signedIn
      const who = { personId: session.personId, known, accounts }
      try {
        await eraseOwnPerson(writingBy(c, signedIn), { ...read.data, ...who })
      } catch (error) {
        return again(refusalOf(c, error))
      }
      leave(c)
      return c.redirect('/sign-in?after=erased', 303)
    }),
  )
}

const keys = (pages: Hono<Env>): void => {
  pages.post('/account/keys', ...guarded, (c) =>
    forSignedIn(c, async (signedIn) => {
      const { name = '', expires = '' } = await fieldsOf(c)
      const scopes = await valuesOf(c, 'scopes')
      const again = ({ wrong, status }: ReturnType<typeof wrongOf>) =>
        refuse(c, signedIn, { form: 'key', wrong, entered: { name, expires, scopes } }, status)
      const day = Day.safeParse(expires)
      if (expires !== '' && !day.success) return again({ wrong: ['write the last day as 2027-01-31'], status: 422 })
      const read = CreateKey.safeParse({ name, scopes, expiresAt: day.success ? endOf(day.data) : null })
      if (!read.success) return again(wrongOf(read.error))
      try {
        const secret = await createKey(writingBy(c, signedIn), { ...read.data, secretBytes: newSecret() })
        return await show(c, signedIn, { secret }, 201)
      } catch (error) {
        return again(refusalOf(c, error))
      }
    }),
  )

  pages.post('/account/keys/:id{[a-z0-9_]+}/rotate', ...guarded, (c) =>
    forSignedIn(c, async (signedIn) => {
      const input = { id: c.req.param('id'), overlapHours: 0, secretBytes: newSecret() }
      try {
        return await show(c, signedIn, { secret: await rotateKey(writingBy(c, signedIn), input) }, 201)
      } catch (error) {
        const { wrong, status } = refusalOf(c, error)
        return refuse(c, signedIn, { form: 'key', wrong, entered: {} }, status)
      }
    }),
  )

  pages.post('/account/keys/:id{[a-z0-9_]+}/revoke', ...guarded, (c) =>
    acting(c, 'revoked', (signedIn) => revokeKey(writingBy(c, signedIn), { id: c.req.param('id') })),
  )
}

/** The page of who is signed in, and what they do to what is theirs. */
export const accountPages = () => {
  const pages = new Hono<Env>()
  pages.get('/account', ...guarded, (c) =>
    forSignedIn(c, (signedIn) => show(c, signedIn, { done: c.req.query('done') ?? '' })),
  )
  passwords(pages)
  erasing(pages)
  keys(pages)
  pages.post('/account/sessions/:id{[a-z0-9_]+}/end', ...guarded, (c) =>
    acting(c, 'session', (signedIn) =>
      signOut(writingBy(c, signedIn), { personId: signedIn.session.personId, id: c.req.param('id') }),
    ),
  )
  return pages
}
