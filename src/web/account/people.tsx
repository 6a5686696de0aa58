import { type Context, Hono } from 'hono'
import { ErasePerson, erasePerson } from '../../actions/people/erase-person.ts'
import { InvitePerson, invitePerson, revokeInvitation } from '../../actions/people/invite-person.ts'
import {
  BanPerson,
  banPerson,
  ChangeScopes,
  changeScopes,
  signOutPerson,
  unbanPerson,
} from '../../actions/people/manage-people.ts'
import { offerReset } from '../../actions/people/reset-password.ts'
import { allows } from '../../core/key.ts'
import { LINK_HOURS, linkPath } from '../../core/one-time-link.ts'
import type { SignedIn } from '../../core/session.ts'
import { mustSignIn } from '../../outside/accounts.ts'
import { newSecret } from '../../outside/random.ts'
import { listInvitations } from '../../storage/one-time-links.ts'
import { listPeople } from '../../storage/people.ts'
import { answer, type Env, type PageStatus, reading } from '../env.ts'
import { fieldsOf, valuesOf } from '../forms.ts'
import { forSignedIn, guarded, mustRead, refusalOf, writingBy, wrongOf } from './guard.ts'
import { ForbiddenPage } from './message-pages.tsx'
import { PeoplePage, type PeopleView } from './people-page.tsx'

type Extra = Pick<PeopleView, 'done' | 'wrong' | 'entered' | 'link'>

const show = async (c: Context<Env>, { session }: SignedIn, extra: Extra = {}, status: PageStatus = 200) => {
  const { reader, now } = reading(c)
  const cursor = c.req.method === 'GET' ? (c.req.query('cursor') ?? null) : null
  const { items: people, next } = await listPeople(reader, { limit: 50, cursor })
  const { items: invitations } = await listInvitations(reader, now, { limit: 50, cursor: null })
  const view = { people, next, invitations, ownId: session.personId, ...extra }
  return answer(c, <PeoplePage {...view} />, status)
}

/** Runs a page for an administrator. */
const forAdmin = (c: Context<Env>, page: (signedIn: SignedIn) => Promise<Response>): Promise<Response> =>
  forSignedIn(c, async (signedIn) =>
    allows(signedIn.scopes, 'admin')
      ? page(signedIn)
      : answer(c, <ForbiddenPage why="Only an administrator manages people." />, 403),
  )

/** Does what a form asks for, then shows the page; what is refused is said on it, with what was typed. */
const acting = (
  c: Context<Env>,
  act: (signedIn: SignedIn) => Promise<string | Extra>,
  entered?: NonNullable<Extra['entered']>,
): Promise<Response> =>
  forAdmin(c, async (signedIn) => {
    try {
      const done = await act(signedIn)
      return typeof done === 'string' ? c.redirect(`/people?done=${done}`, 303) : await show(c, signedIn, done, 201)
    } catch (error) {
      const { wrong, status } = refusalOf(c, error)
      return show(c, signedIn, { wrong, ...(entered ? { entered } : {}) }, status)
    }
  })

/** The whole address of a link on this site. */
const urlOf = (c: Context<Env>, path: string): string =>
  `${c.var.https ? 'https' : 'http'}://${new URL(c.req.url).host}${path}`

const inviting = (pages: Hono<Env>): void => {
  pages.post('/people/invitations', ...guarded, async (c) => {
    const { email = '' } = await fieldsOf(c)
    const scopes = await valuesOf(c, 'scopes')
    const read = InvitePerson.safeParse({ email, scopes })
    if (!read.success)
      return forAdmin(c, (signedIn) => {
        const { wrong, status } = wrongOf(read.error)
        return show(c, signedIn, { wrong, entered: { email, scopes } }, status)
      })
    return acting(
      c,
      async (signedIn) => {
        const made = await invitePerson(writingBy(c, signedIn), { ...read.data, secretBytes: newSecret() })
        const url = urlOf(c, linkPath('invitation', made.token))
        return { link: { what: `The invitation for ${read.data.email}.`, url, hours: LINK_HOURS.invitation } }
      },
      { email, scopes },
    )
  })

  pages.post('/people/invitations/:id{[a-z0-9_]+}/revoke', ...guarded, (c) =>
    acting(c, async (signedIn) => {
      await revokeInvitation(writingBy(c, signedIn), { id: c.req.param('id') })
      return 'revoked'
    }),
  )
}

const changing = (pages: Hono<Env>): void => {
  pages.post('/people/:id{[a-z0-9_]+}/scopes', ...guarded, (c) =>
    acting(c, async (signedIn) => {
      const change = mustRead(ChangeScopes, { scopes: await valuesOf(c, 'scopes') })
      await changeScopes(writingBy(c, signedIn), { id: c.req.param('id'), ...change })
      return 'scopes'
    }),
  )

  pages.post('/people/:id{[a-z0-9_]+}/ban', ...guarded, (c) =>
    acting(c, async (signedIn) => {
      const { accounts } = mustSignIn(c.var.services.signIn)
      const ban = mustRead(BanPerson, await fieldsOf(c))
      await banPerson(writingBy(c, signedIn), { id: c.req.param('id'), ...ban, accounts })
      return 'banned'
    }),
  )

  pages.post('/people/:id{[a-z0-9_]+}/unban', ...guarded, (c) =>
    acting(c, async (signedIn) => {
      const { accounts } = mustSignIn(c.var.services.signIn)
      await unbanPerson(writingBy(c, signedIn), { id: c.req.param('id'), accounts })
      return 'unbanned'
    }),
  )

  pages.post('/people/:id{[a-z0-9_]+}/sign-out', ...guarded, (c) =>
    acting(c, async (signedIn) => {
      await signOutPerson(writingBy(c, signedIn), { id: c.req.param('id') })
      return 'ended'
    }),
  )

  pages.post('/people/:id{[a-z0-9_]+}/erase', ...guarded, (c) =>
    acting(c, async (signedIn) => {
      const typed = mustRead(ErasePerson, await fieldsOf(c))
      await erasePerson(writingBy(c, signedIn), { id: c.req.param('id'), ...typed })
      return 'erased'
    }),
  )

  pages.post('/people/:id{[a-z0-9_]+}/reset', ...guarded, (c) =>
    acting(c, async (signedIn) => {
      const input = { personId: c.req.param('id'), secretBytes: newSecret() }
      const { token } = await offerReset(writingBy(c, signedIn), input)
      return {
        link: {
          what: 'The link for a new password.',
          url: urlOf(c, linkPath('reset', token)),
          hours: LINK_HOURS.reset,
        },
      }
    }),
  )
}

/** People as an administrator manages them. */
export const peoplePages = () => {
  const pages = new Hono<Env>()
  pages.get('/people', ...guarded, (c) =>
    forAdmin(c, async (signedIn) => {
      try {
        return await show(c, signedIn, { done: c.req.query('done') ?? '' })
      } catch (error) {
        // A cursor that this page never gave: there is the first page.
        refusalOf(c, error)
        return c.redirect('/people', 303)
      }
    }),
  )
  inviting(pages)
  changing(pages)
  return pages
}
