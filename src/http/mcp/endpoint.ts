import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { Problem } from '../../core/problem.ts'
import { authenticate } from '../auth.ts'
import { shortJsonBody } from '../body.ts'
import { type Env, reading, writing } from '../env.ts'
import { limitKey } from '../limits.ts'
import { mustBeFromHere } from './hosts.ts'

const fromHere = createMiddleware<Env>(async (c, next) => {
  mustBeFromHere(c.req.url, c.req.header('origin'), c.var.services.hosts ?? null)
  await next()
})

/** A page that may ask at all may send what the protocol sends. */
const openToOwnPages = cors({
  origin: (origin) => origin,
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['accept', 'authorization', 'content-type', 'mcp-method', 'mcp-name', 'mcp-protocol-version'],
  exposeHeaders: ['retry-after', 'www-authenticate', 'x-request-id'],
})

/** One message a request: a list of calls would be counted as one. */
const oneMessage = (message: unknown): unknown => {
  if (!Array.isArray(message)) return message
  const detail = 'a list of messages is not taken'
  throw new Problem('invalid-input', detail, 'send each message by itself', [{ field: 'body', detail }])
}

/** `/mcp`: the tools of Hindcast for language models (Model Context Protocol, streamable HTTP), loaded on first use. */
export const mcpRoutes = () => {
  const routes = new Hono<Env>()
  routes.use('/mcp', fromHere, openToOwnPages, authenticate, limitKey)
  for (const step of shortJsonBody) routes.post('/mcp', step)
  routes.all('/mcp', async (c) => {
    const { answerMcp } = await import('./server.ts')
    const message = c.req.method === 'POST' ? oneMessage(await c.req.json()) : undefined
    const requestId = String(c.get('requestId' as never) ?? '')
    const call = { actor: c.var.actor, reading: reading(c), writing: () => writing(c), requestId, log: c.var.watch.log }
    return answerMcp(c.req.raw, message, call)
  })
  return routes
}
