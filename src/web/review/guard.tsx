import type { Context } from 'hono'
import { SignInForm } from '../../actions/people/sign-in.ts'
import { allows, type Scope } from '../../core/key.ts'
import type { SignedIn } from '../../core/session.ts'
import { enter } from '../account/enter.ts'
import { forSignedIn, guardedUpTo, refusalOf, wrongOf } from '../account/guard.ts'
import { ForbiddenPage } from '../account/message-pages.tsx'
import { answer, answerScripted, type Env } from '../env.ts'
import { fieldsOf } from '../forms.ts'
import type { Typed } from './form.ts'
import { SessionOverPage } from './session-over-page.tsx'

/** The longest fields of the desk together, every letter of them escaped four times over. */
export const guardedDesk = guardedUpTo(200_000)

/** The fields that somebody signs in by on the spot; no other field of a form is called so. */
export const EMAIL = 'sign-in-email'
export const PASSWORD = 'sign-in-password'

/** What a queue of the desk takes: its scopes, all of them. */
type Needs = readonly Scope[]
const REVIEWING: Needs = ['review']
/** Who settles sees evidence that nobody has reviewed. */
export const SETTLING: Needs = ['review', 'resolve']

const mayNot = (c: Context<Env>, needs: Needs) => {
  const scopes = `${needs.length === 1 ? 'the scope' : 'the scopes'} ${needs.join(' and ')}`
  const why = `Your account may not do this. An administrator can give it ${scopes}.`
  return answer(c, <ForbiddenPage why={why} />, 403)
}

const may = ({ scopes }: SignedIn, needs: Needs): boolean => needs.every((scope) => allows(scopes, scope))

/** Runs a page of the desk for who is signed in and may do what it is for. */
export const forReviewer = (
  c: Context<Env>,
  page: (signedIn: SignedIn) => Promise<Response>,
  needs = REVIEWING,
): Promise<Response> => forSignedIn(c, async (signedIn) => (may(signedIn, needs) ? page(signedIn) : mayNot(c, needs)))

/** Who signs in by the fields of a form that was sent without a session; a page that asks for it where they do not. */
const enterBy = async (c: Context<Env>, fields: Record<string, string>, typed: Typed): Promise<SignedIn | Response> => {
  const { [EMAIL]: email = '', [PASSWORD]: password } = fields
  const again = (wrong: string[], status: 401 | ReturnType<typeof wrongOf>['status'] = 401) =>
    answerScripted(c, <SessionOverPage action={c.req.path} typed={typed} email={email} wrong={wrong} />, status)
  if (password === undefined) return again([])
  const read = SignInForm.safeParse({ email, password })
  if (!read.success) return again(wrongOf(read.error).wrong, 422)
  try {
    return (await enter(c, read.data)) ?? again([])
  } catch (error) {
    const { wrong, status } = refusalOf(c, error)
    return again(wrong, status)
  }
}

/**
 * Takes a form of the desk. Whose session ended meanwhile signs in on the page that answers, which keeps what was typed and goes on
 * with it: nothing is lost.
 */
export const takeForm = async (
  c: Context<Env>,
  take: (signedIn: SignedIn, typed: Typed) => Promise<Response>,
  needs = REVIEWING,
): Promise<Response> => {
  const fields = await fieldsOf(c)
  const { [EMAIL]: _, [PASSWORD]: __, ...typed } = fields
  const signedIn = (await c.var.signedIn()) ?? (await enterBy(c, fields, typed))
  if (signedIn instanceof Response) return signedIn
  return may(signedIn, needs) ? take(signedIn, typed) : mayNot(c, needs)
}
