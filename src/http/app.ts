import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import type { Services } from '../actions/context.ts'
import { loggedPath } from '../core/one-time-link.ts'
import { Problem, retryAfter } from '../core/problem.ts'
import { SESSION_COOKIE } from '../core/session.ts'
import type { Watch } from '../core/watch.ts'
import { UNWATCHED } from '../outside/watch.ts'
import { AuthorMoved } from '../queries/must-find-author.ts'
import { asProblem, errorText } from '../storage/violations.ts'
import { admission } from './admission.ts'
import { authenticate } from './auth.ts'
import { describeApi, methodsAt } from './document.ts'
import type { Draws } from './draw.ts'
import type { Env } from './env.ts'
import { limitAddress, limitKey } from './limits.ts'
import { llmsText } from './llms.ts'
import { mcpRoutes } from './mcp/endpoint.ts'
import { describeMessages } from './messages.ts'
import { sendsOn } from './moved.ts'
import { openToAll } from './open-to-all.ts'
import { documentOf } from './problem.ts'
import { readsReplica } from './replica.ts'
import { createRouter } from './router.ts'
import { archiveRoutes } from './routes/archives.ts'
import { authorLexiconRoutes } from './routes/author-lexicon.ts'
import { authorLinkRoutes } from './routes/author-links.ts'
import { authorScoreRoutes } from './routes/author-scores.ts'
import { authorRoutes } from './routes/authors.ts'
import { baselineRoutes } from './routes/baselines.ts'
import { batchRoutes } from './routes/batches.ts'
import { calibrationRoutes } from './routes/calibration.ts'
import { calibrationFileRoutes } from './routes/calibration-files.ts'
import { callRoutes } from './routes/calls.ts'
import { candidateRoutes } from './routes/candidates.ts'
import { changeRoutes } from './routes/changes.ts'
import { collectionRoutes } from './routes/collections.ts'
import { commentaryRoutes } from './routes/commentaries.ts'
import { comparisonRoutes } from './routes/comparisons.ts'
import { deadLetterRoutes } from './routes/dead-letters.ts'
import { deferredRequestRoutes } from './routes/deferred-requests.ts'
import { definitionRoutes } from './routes/definitions.ts'
import { disputeRulingRoutes } from './routes/dispute-rulings.ts'
import { disputeRoutes } from './routes/disputes.ts'
import { erasureRoutes } from './routes/erasures.ts'
import { eventCandidateRoutes } from './routes/event-candidates.ts'
import { eventRoutes } from './routes/events.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { exportSnapshotRoutes } from './routes/export-snapshots.ts'
import { exportRoutes } from './routes/exports.ts'
import { feedRoutes } from './routes/feeds.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { jobRoutes } from './routes/jobs.ts'
import { keyRoutes } from './routes/keys.ts'
import { leaderboardRoutes } from './routes/leaderboard.ts'
import { ledgerRoutes } from './routes/ledger.ts'
import { lexiconRoutes } from './routes/lexicons.ts'
import { newsRoutes } from './routes/news.ts'
import { ownPersonRoutes } from './routes/own-person.ts'
import { peopleRoutes } from './routes/people.ts'
import { predictionRoutes } from './routes/predictions.ts'
import { problemRoutes } from './routes/problems.ts'
import { questionRoutes } from './routes/questions.ts'
import { redactionRoutes } from './routes/redactions.ts'
import { resolutionRoutes } from './routes/resolutions.ts'
import { resolverRoutes } from './routes/resolvers.ts'
import { scoreChangeRoutes } from './routes/score-changes.ts'
import { scoreRoutes } from './routes/scores.ts'
import { searchRoutes } from './routes/search.ts'
import { snapshotRoutes } from './routes/snapshots.ts'
import { sourceRoutes } from './routes/sources.ts'
import { statementRoutes } from './routes/statements.ts'
import { topicRoutes } from './routes/topics.ts'
import { webhookDeliveryRoutes } from './routes/webhook-deliveries.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { windowRuleRoutes } from './routes/window-rules.ts'
import { workRoutes } from './routes/work.ts'
import { marksSandbox, SANDBOX_NOTE } from './sandbox.ts'
import { recognise } from './session.ts'
import { tagsAnswers } from './tagged.ts'
import { unframed } from './unframed.ts'
import { watchesRequests } from './watched.ts'

/** The services of one request: an edge request brings its bindings, one of Node its socket. */
export type Provide = (bindings: unknown, request: Request) => Services

/** Middleware that passes by what is at these paths. (hono/combine looks them up in a router of its own with each request.) */
const exceptAt = (paths: readonly string[], middleware: MiddlewareHandler<Env>) =>
  createMiddleware<Env>((c, next) => (paths.includes(c.req.path) ? next() : middleware(c, next)))

/**
 * The whole API: the table of contents. What draws is handed in: it knows no pages. `watch` is told of each request; `around` stands before
 * all else.
 */
export const createApp = (provide: Provide, draws: Draws, watch: Watch = UNWATCHED, around?: MiddlewareHandler) => {
  const app = createRouter()
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: `__Host-${SESSION_COOKIE}`,
    description:
      'of who signed in at /sign-in; writes must come from a page of this site. Over plain http its name lacks `__Host-`',
  })
  describeMessages(app.openAPIRegistry)
  if (around) app.use(around)
  app.use(requestId())
  app.use(watchesRequests(watch))
  app.use(unframed)
  app.use(marksSandbox)
  for (const open of ['/v1/*', '/openapi.json', '/llms.txt']) app.use(open, openToAll)
  app.use(async (c, next) => {
    c.set('services', provide(c.env, c.req.raw))
    await next()
  })
  app.use(exceptAt(['/healthz', '/readyz', '/style.css', '/review.js'], admission))
  app.use(recognise)
  // Pages ask the database as much as the API does.
  app.use(exceptAt(['/healthz', '/readyz', '/style.css'], limitAddress))
  app.use(readsReplica)
  app.use('/v1/*', async (c, next) => {
    // No database keeps NUL, in an address no more than in a body.
    if (c.req.url.includes('%00'))
      throw new Problem('invalid-input', 'the address holds a NUL character', 'leave it out')
    await next()
  })
  app.use('/v1/*', authenticate, limitKey, tagsAnswers)
  app.route('/', healthRoutes())
  app.route('/', keyRoutes())
  app.route('/', ownPersonRoutes())
  app.route('/', erasureRoutes())
  app.route('/', peopleRoutes())
  app.route('/', invitationRoutes())
  app.route('/', commentaryRoutes())
  app.route('/', candidateRoutes())
  app.route('/', authorRoutes())
  app.route('/', authorLinkRoutes())
  app.route('/', calibrationRoutes())
  app.route('/', authorScoreRoutes())
  app.route('/', authorLexiconRoutes())
  app.route('/', comparisonRoutes())
  app.route('/', callRoutes())
  app.route('/', calibrationFileRoutes(draws))
  app.route('/', questionRoutes())
  app.route('/', topicRoutes())
  app.route('/', baselineRoutes())
  app.route('/', resolverRoutes())
  app.route('/', predictionRoutes())
  app.route('/', batchRoutes())
  app.route('/', importRoutes())
  app.route('/', statementRoutes())
  app.route('/', eventRoutes())
  app.route('/', archiveRoutes())
  app.route('/', eventCandidateRoutes())
  app.route('/', evidenceRoutes())
  app.route('/', resolutionRoutes())
  app.route('/', scoreChangeRoutes())
  app.route('/', scoreRoutes())
  app.route('/', disputeRoutes())
  app.route('/', disputeRulingRoutes())
  app.route('/', redactionRoutes())
  app.route('/', searchRoutes())
  app.route('/', collectionRoutes())
  app.route('/', leaderboardRoutes())
  app.route('/', snapshotRoutes())
  app.route('/', sourceRoutes())
  app.route('/', ledgerRoutes())
  app.route('/', changeRoutes())
  app.route('/', webhookRoutes())
  app.route('/', webhookDeliveryRoutes())
  app.route('/', newsRoutes())
  app.route('/', exportSnapshotRoutes())
  app.route('/', exportRoutes())
  app.route('/', feedRoutes())
  app.route('/', jobRoutes())
  app.route('/', deadLetterRoutes())
  app.route('/', deferredRequestRoutes())
  app.route('/', lexiconRoutes())
  app.route('/', definitionRoutes())
  app.route('/', windowRuleRoutes())
  app.route('/', problemRoutes())
  app.route('/', workRoutes())
  app.route('/', mcpRoutes())
  // The document does not change while the process runs.
  let described: ReturnType<typeof describeApi> | undefined
  const apiDocument = () => {
    described ??= describeApi(app)
    return described
  }
  app.get('/openapi.json', (c) => {
    const { info, ...rest } = apiDocument()
    if (!c.var.services.sandbox) return c.json({ info, ...rest })
    const description = `${SANDBOX_NOTE} ${info.description}`
    return c.json({ ...rest, info: { ...info, title: `${info.title} (sandbox)`, description } })
  })
  app.get('/llms.txt', (c) => c.text(llmsText(apiDocument().paths, (path) => new URL(path, c.req.url).href)))
  app.notFound((c) => {
    const allowed = methodsAt(apiDocument().paths, c.req.path)
    if (allowed.length === 0)
      throw new Problem('not-found', `there is nothing at ${c.req.path}`, 'see /docs for what there is')
    c.header('allow', allowed.join(', '))
    throw new Problem('method-not-allowed', `${c.req.path} knows no ${c.req.method}`, `use ${allowed.join(' or ')}`)
  })
  app.onError((error, c) => {
    if (error instanceof AuthorMoved) return sendsOn(c, error)
    const requestId = String(c.get('requestId' as never) ?? '')
    const body = documentOf(error, requestId)
    c.set('problem', body.code)
    if (body.code === 'internal')
      watch.log('error', 'crash', { method: c.req.method, path: loggedPath(c.req.path), error: errorText(error) })
    c.header('content-type', 'application/problem+json')
    const wait = retryAfter(asProblem(error))
    if (wait) c.header('retry-after', wait)
    if (body.status === 401) c.header('www-authenticate', 'Bearer')
    return c.body(JSON.stringify(body), body.status)
  })
  return Object.assign(app, { apiDocument })
}
