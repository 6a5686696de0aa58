import type { Context } from 'hono'
import { html } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Services } from '../actions/context.ts'
import { secure } from './headers.ts'

type Markup = ReturnType<FC>

/** The services of the request, as the site lays them down. */
export type Env = { Variables: { services: Services } }

export const reading = (c: Context<Env>) => {
  const { database, clock } = c.var.services
  return { reader: database.reader, now: clock() }
}

export const documentOf = async (page: Markup): Promise<string> => String(await html`<!DOCTYPE html>${page}`)

export const answer = async (
  c: Context,
  page: Markup,
  status: 200 | 404 | 413 | 422 | 429 | 500 = 200,
): Promise<Response> => {
  secure(c)
  return c.html(await documentOf(page), status)
}
