import type { Context } from 'hono'
import { html } from 'hono/html'
import { type FC, jsx } from 'hono/jsx'
import type { Services } from '../actions/context.ts'
import type { ProblemCode } from '../core/problem.ts'
import type { SignedIn } from '../core/session.ts'
import type { Watch } from '../core/watch.ts'
import type { Place } from '../core/worked-place.ts'
import { secure, secureEmbedded } from './headers.ts'
import { legible } from './legible.ts'
import { Sandbox } from './sandbox.tsx'

type Markup = ReturnType<FC>

/** What the site lays down for a page: the services of the request, who is told of it, and how to ask who is signed in. */
export type Env = {
  Variables: {
    services: Services
    watch: Watch
    problem?: ProblemCode
    place?: Place
    signedIn: () => Promise<SignedIn | null>
    https: boolean
  }
}

export const reading = (c: Context<Env>) => {
  const { database, clock } = c.var.services
  return { reader: database.reader, now: clock() }
}

export type PageStatus = 200 | 201 | 401 | 403 | 404 | 408 | 409 | 413 | 422 | 429 | 500 | 503

/** A whole document; of a sandbox it says so. */
export const documentOf = async (page: Markup, sandbox = false): Promise<string> =>
  legible(String(await html`<!DOCTYPE html>${jsx(Sandbox.Provider as never, { value: sandbox }, page as never)}`))

/** Whether the request asks a sandbox; not known where it failed before its services were laid down. */
export const isOfSandbox = (c: Context): boolean => (c.get('services') as Services | undefined)?.sandbox ?? false

export const answer = async (c: Context, page: Markup, status: PageStatus = 200): Promise<Response> => {
  secure(c)
  return c.html(await documentOf(page, isOfSandbox(c)), status)
}

/** Answers with a page that a script of this site makes faster; it works without, and names the script itself. */
export const answerScripted = async (c: Context, page: Markup, status: PageStatus = 200): Promise<Response> => {
  secure(c, true)
  return c.html(await documentOf(page, isOfSandbox(c)), status)
}

/** A page that others may show in a frame. */
export const answerEmbedded = async (c: Context, page: Markup, status: PageStatus = 200): Promise<Response> => {
  secureEmbedded(c)
  return c.html(await documentOf(page, isOfSandbox(c)), status)
}
