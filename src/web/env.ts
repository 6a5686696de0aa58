import type { Context } from 'hono'
import { html } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Services } from '../actions/context.ts'
import type { SignedIn } from '../core/session.ts'
import { secure } from './headers.ts'

type Markup = ReturnType<FC>

/** What the site lays down for a page: the services of the request, and how to ask who is signed in. */
export type Env = {
  Variables: { services: Services; signedIn: () => Promise<SignedIn | null>; https: boolean }
}

export const reading = (c: Context<Env>) => {
  const { database, clock } = c.var.services
  return { reader: database.reader, now: clock() }
}

export type PageStatus = 200 | 201 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

export const documentOf = async (page: Markup): Promise<string> => String(await html`<!DOCTYPE html>${page}`)

export const answer = async (c: Context, page: Markup, status: PageStatus = 200): Promise<Response> => {
  secure(c)
  return c.html(await documentOf(page), status)
}
