import { type Context, Hono } from 'hono'
import { ANYONE } from '../../actions/context.ts'
import { AcceptInvitation, acceptInvitation } from '../../actions/people/accept-invitation.ts'
import { ResetPassword, resetPassword } from '../../actions/people/reset-password.ts'
import { SignInForm, signOut } from '../../actions/people/sign-in.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { LINK_TOKEN, type LinkKind } from '../../core/one-time-link.ts'
import { Problem } from '../../core/problem.ts'
import { mustSignIn } from '../../outside/accounts.ts'
import { usableLink } from '../../storage/one-time-links.ts'
import { scopesIn } from '../../storage/people.ts'
import { asProblem } from '../../storage/violations.ts'
import { answer, type Env, reading } from '../env.ts'
import { fieldsOf } from '../forms.ts'
import { enter, leave } from './enter.ts'
import { InvitationPage, ResetPage, SignInPage } from './entrance-pages.tsx'
import { guarded, refusalOf, writingAs, writingBy, wrongOf } from './guard.ts'
import { LinkOverPage } from './message-pages.tsx'

/** Where somebody goes who signed in: where they wanted to, on this site, else to their account. */
const goOn = (next: string | undefined): string => (next && /^\/(?![/\\])[\w/.?=&%-]*$/.test(next) ? next : '/account')

const linkOf = async (c: Context<Env>, kind: LinkKind, token: string) => {
  if (!LINK_TOKEN.test(token)) return null
  const { reader, now } = reading(c)
  return usableLink(reader, kind, await sha256(token), now)
}

const signingIn = (pages: Hono<Env>): void => {
  pages.get('/sign-in', ...guarded, async (c) => {
    const { next, after } = c.req.query()
    if (await c.var.signedIn()) return c.redirect(goOn(next), 303)
    return answer(c, <SignInPage next={next ?? ''} after={after ?? ''} />)
  })

  pages.post('/sign-in', ...guarded, async (c) => {
    const { email = '', password = '', next } = await fieldsOf(c)
    const again = ({ wrong, status }: ReturnType<typeof wrongOf>) =>
      answer(c, <SignInPage email={email} next={next ?? ''} wrong={wrong} />, status)
    const read = SignInForm.safeParse({ email, password })
    if (!read.success) return again(wrongOf(read.error))
    try {
      await enter(c, read.data)
    } catch (error) {
      return again(refusalOf(c, error))
    }
    return c.redirect(goOn(next), 303)
  })

  pages.post('/sign-out', ...guarded, async (c) => {
    const signedIn = await c.var.signedIn()
    if (signedIn) await signOut(writingBy(c, signedIn), signedIn.session)
    leave(c)
    return c.redirect('/sign-in?after=out', 303)
  })
}

const accepting = (pages: Hono<Env>): void => {
  pages.get('/invitations/:token', ...guarded, async (c) => {
    const token = c.req.param('token')
    const link = await linkOf(c, 'invitation', token)
    if (!link) return answer(c, <LinkOverPage kind="invitation" />, 404)
    return answer(c, <InvitationPage token={token} email={link.email} scopes={scopesIn(link.scopes ?? '')} />)
  })

  pages.post('/invitations/:token', ...guarded, async (c) => {
    const token = c.req.param('token')
    const link = await linkOf(c, 'invitation', token)
    if (!link) return answer(c, <LinkOverPage kind="invitation" />, 404)
    const { name = '', password = '' } = await fieldsOf(c)
    const shown = { token, email: link.email, scopes: scopesIn(link.scopes ?? ''), name }
    const again = ({ wrong, status }: ReturnType<typeof wrongOf>) =>
      answer(c, <InvitationPage {...shown} wrong={wrong} />, status)
    const read = AcceptInvitation.safeParse({ name, password })
    if (!read.success) return again(wrongOf(read.error))
    try {
      const { accounts } = mustSignIn(c.var.services.signIn)
      await acceptInvitation(writingAs(c, ANYONE), { token, ...read.data, accounts })
    } catch (error) {
      return again(refusalOf(c, error))
    }
    try {
      await enter(c, { email: link.email, password: read.data.password })
    } catch (error) {
      // The account is made, and its invitation used up: the form has nothing left to do.
      if (!(asProblem(error) instanceof Problem)) throw error
      return c.redirect('/sign-in?after=made', 303)
    }
    return c.redirect('/account', 303)
  })
}

const resetting = (pages: Hono<Env>): void => {
  pages.get('/reset/:token', ...guarded, async (c) => {
    const token = c.req.param('token')
    const link = await linkOf(c, 'reset', token)
    if (!link) return answer(c, <LinkOverPage kind="reset" />, 404)
    return answer(c, <ResetPage token={token} email={link.email} />)
  })

  pages.post('/reset/:token', ...guarded, async (c) => {
    const token = c.req.param('token')
    const link = await linkOf(c, 'reset', token)
    if (!link) return answer(c, <LinkOverPage kind="reset" />, 404)
    const { password = '' } = await fieldsOf(c)
    const again = ({ wrong, status }: ReturnType<typeof wrongOf>) =>
      answer(c, <ResetPage token={token} email={link.email} wrong={wrong} />, status)
    const read = ResetPassword.safeParse({ password })
    if (!read.success) return again(wrongOf(read.error))
    try {
      const { accounts } = mustSignIn(c.var.services.signIn)
      await resetPassword(writingAs(c, ANYONE), { token, ...read.data, accounts })
    } catch (error) {
      return again(refusalOf(c, error))
    }
    return c.redirect('/sign-in?after=reset', 303)
  })
}

/** How somebody comes in, and goes: by a password, an invitation, a link for another password. */
export const entrancePages = () => {
  const pages = new Hono<Env>()
  signingIn(pages)
  accepting(pages)
  resetting(pages)
  return pages
}
