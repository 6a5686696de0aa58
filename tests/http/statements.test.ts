import { describe, expect, it } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import type { Instant } from '../../src/core/time.ts'
import { createApp } from '../../src/http/app.ts'
import { writeReports } from '../../src/jobs/write-reports.ts'
import { servicesHere } from '../../src/server.ts'
import { createSite, draws } from '../../src/site.ts'
import { listSnapshots } from '../../src/storage/snapshots.ts'
import { manyRaces, type Race, run } from '../queries/board/races.ts'
import { statementsOf } from '../support/counting-statements.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

/** What stands in the addresses below. */
type Named = { question: string; prediction: string; event: string; collection: string; snapshot: string }

const author = (rest: string) => () => `/v1/authors/ada/${rest}`
/** By the path of the document: an address under it. */
const reads: Readonly<Record<string, (named: Named) => string>> = {
  '/v1/authors': () => '/v1/authors?limit=200',
  '/v1/authors/{id}': () => '/v1/authors/ada',
  '/v1/authors/{id}/open-predictions': author('open-predictions?limit=200'),
  '/v1/authors/{id}/funnel': author('funnel'),
  '/v1/authors/{id}/calibration': author('calibration'),
  '/v1/authors/{id}/scores': author('scores'),
  '/v1/authors/{id}/over-time': author('over-time'),
  '/v1/authors/{id}/lexicon': author('lexicon'),
  '/v1/authors/{id}/comparisons': author('comparisons'),
  '/v1/authors/{id}/calls': author('calls?limit=200'),
  '/v1/authors/{id}/calibration.svg': author('calibration.svg'),
  '/v1/authors/{id}/calibration.csv': author('calibration.csv'),
  '/v1/authors/{id}/feed.atom': author('feed.atom'),
  '/v1/authors/{id}/feed.json': author('feed.json'),
  '/v1/author-links': () => '/v1/author-links?limit=200',
  '/v1/scores': () => '/v1/scores?author=ada&author=ben',
  '/v1/questions': () => '/v1/questions?limit=200',
  '/v1/questions/{id}': ({ question }) => `/v1/questions/${question}`,
  '/v1/questions/{id}/baselines': ({ question }) => `/v1/questions/${question}/baselines`,
  '/v1/questions/{id}/resolvers': ({ question }) => `/v1/questions/${question}/resolvers`,
  '/v1/questions/{id}/history': ({ question }) => `/v1/questions/${question}/history?author=ada`,
  '/v1/questions/{id}/evidence': ({ question }) => `/v1/questions/${question}/evidence`,
  '/v1/topics': () => '/v1/topics',
  '/v1/predictions': () => '/v1/predictions?limit=200',
  '/v1/predictions/{id}': ({ prediction }) => `/v1/predictions/${prediction}`,
  '/v1/predictions/{id}/receipt': ({ prediction }) => `/v1/predictions/${prediction}/receipt`,
  '/v1/events': () => '/v1/events?limit=200',
  '/v1/events/{id}': ({ event }) => `/v1/events/${event}`,
  '/v1/proposals': () => '/v1/proposals?limit=200',
  '/v1/resolutions': () => '/v1/resolutions?limit=200',
  '/v1/score-changes': () => '/v1/score-changes?limit=200',
  '/v1/disputes': () => '/v1/disputes?limit=200',
  '/v1/redactions': () => '/v1/redactions?limit=200',
  '/v1/commentaries': () => '/v1/commentaries?limit=200',
  '/v1/candidates': () => '/v1/candidates?limit=200',
  '/v1/event-candidates': () => '/v1/event-candidates?limit=200',
  '/v1/search': () => '/v1/search?q=red+candidate',
  '/v1/collections': () => '/v1/collections?limit=200',
  '/v1/collections/{id}/funnel': ({ collection }) => `/v1/collections/${collection}/funnel`,
  '/v1/leaderboard': ({ collection }) => `/v1/leaderboard?collection=${collection}&limit=200`,
  '/v1/snapshots': () => '/v1/snapshots?limit=200',
  '/v1/snapshots/{id}': ({ snapshot }) => `/v1/snapshots/${snapshot}?limit=200`,
  '/v1/snapshots/{id}/difficulties': ({ snapshot }) => `/v1/snapshots/${snapshot}/difficulties?limit=200`,
  '/v1/sources': () => '/v1/sources?limit=200',
  '/v1/ledger': () => '/v1/ledger',
  '/v1/changes': () => '/v1/changes?limit=200',
  '/v1/jobs': () => '/v1/jobs',
  '/v1/jobs/runs': () => '/v1/jobs/runs?limit=200',
}
const pages = {
  '/': () => '/',
  '/authors/{id}': () => '/authors/ada',
  '/questions/{id}': ({ question }: Named) => `/questions/${question}`,
  '/authors': () => '/authors',
  '/questions': () => '/questions',
  '/corrections': () => '/corrections',
  '/embed/authors/{id}': () => '/embed/authors/ada',
}
/** Paths of the document of which there is nothing here, or that read as many things as they are long. */
const apart = [
  // Of one commentary, candidate, dispute or the like, of which races have none.
  ...[
    '/v1/commentaries/{id}',
    '/v1/commentaries/{id}/places',
    '/v1/commentaries/{id}/text',
    '/v1/commentaries/{id}/questions',
  ],
  ...[
    '/v1/candidates/{id}',
    '/v1/candidates/{id}/suggestions',
    '/v1/event-candidates/{id}',
    '/v1/event-candidates/{id}/suggestions',
  ],
  ...['/v1/reviews/agreement', '/v1/archives/{sha256}', '/v1/archives/{sha256}/bytes', '/v1/proposals/{id}'],
  ...['/v1/disputes/{id}', '/v1/disputes/{id}/contacts', '/v1/topics/{slug}/feed.atom', '/v1/topics/{slug}/feed.json'],
  ...['/v1/ledger/checkpoints', '/v1/ledger/checkpoints/{size}', '/v1/ledger/proof/{id}', '/v1/ledger/consistency'],
  ...['/v1/feeds', '/v1/feeds/{id}', '/v1/feeds/{id}/entries', '/v1/events/{id}/questions'],
  // Of who asks.
  ...[
    '/v1/keys',
    '/v1/keys/me',
    '/v1/people',
    '/v1/people/me',
    '/v1/people/me/export',
    '/v1/invitations',
    '/v1/erasures',
  ],
  ...[
    '/v1/deferred-requests/{id}',
    '/v1/jobs/dead-letters',
    '/v1/webhooks',
    '/v1/webhooks/{id}',
    '/v1/webhooks/{id}/deliveries',
    '/v1/work',
    '/v1/work/versions',
  ],
  // Streams, page by page.
  ...[
    '/v1/exports',
    '/v1/exports/{file}',
    '/v1/exports/snapshots',
    '/v1/exports/snapshots/{name}',
    '/v1/exports/snapshots/{name}/{file}',
  ],
  // Nothing of the database.
  ...[
    '/healthz',
    '/readyz',
    '/v1/lexicons',
    '/v1/lexicons/{id}',
    '/v1/definitions',
    '/v1/definitions/{id}',
    '/v1/window-rules',
    '/v1/problems',
  ],
]

const NIGHTS = [instant('2025-06-01T04:00:00.000Z'), instant('2025-06-02T04:00:00.000Z')] as const
const siteOf = (world: World) => createSite(() => ({ ...servicesHere(world.database), clock: () => NIGHTS[1] }))

/** More of everything: questions, who spoke on them, events, boards. Of fewer than thirty families a page tells less, and asks less. */
const grow = async (world: World, night: Instant, races: number, authors: number): Promise<void> => {
  const said: Race['said'] = { Ada: 0.25, Ben: 0.5 }
  for (let at = 2; at < authors; at++) said[`${night} ${at}`] = 0.1 + at / 20
  const made = manyRaces(races, () => said).map((race) => ({ ...race, key: `${night} ${race.key}` }))
  await run(world, made)
  await sealFacts(world.at('2025-05-30'), {})
  await writeReports(servicesOver(world, [], { now: night }), REVIEWER, night)
}

const namedIn = async (world: World): Promise<Named> => {
  const site = siteOf(world)
  const first = async (path: string): Promise<{ id: string; slug?: string }> => {
    const { items } = await (await site.request(path)).json()
    return items.at(-1)
  }
  const board = { set: 'all', timing: null, voice: null }
  const { items } = await listSnapshots(world.tx, board, { limit: 1, cursor: null })
  return {
    question: (await first('/v1/questions?limit=200')).id,
    prediction: (await first('/v1/predictions?limit=200')).id,
    event: (await first('/v1/events?limit=200')).id,
    collection: (await first('/v1/collections')).slug ?? '',
    snapshot: items[0]?.id ?? '',
  }
}

const countAll = async (world: World): Promise<Record<string, number>> => {
  const [site, named] = [siteOf(world), await namedIn(world)]
  const counted: Record<string, number> = {}
  for (const [path, address] of Object.entries({ ...reads, ...pages })) {
    let status = 0
    counted[path] = await statementsOf(world.tx, async () => {
      const response = await site.request(address(named))
      status = response.status
      await response.text()
    })
    if (status !== 200) throw new Error(`${address(named)} answered ${status}`)
  }
  return counted
}

describe('the statements that a read asks', () => {
  it('are as many however much there is', () =>
    inWorld(async (world) => {
      await grow(world, NIGHTS[0], 32, 3)
      // A statement that is prepared once is counted where that is done.
      await siteOf(world).request('/v1/authors/ada/calibration')
      const few = await countAll(world)
      await grow(world, NIGHTS[1], 9, 9)
      const many = await countAll(world)
      const grown = Object.keys(few).filter((path) => many[path] !== few[path])
      expect(grown.map((path) => `${path}: ${few[path]}, then ${many[path]}`)).toEqual([])
      for (const [path, count] of Object.entries(few)) expect(count, path).toBeLessThanOrEqual(40)
    }))

  it('are counted of every path of the document', () => {
    const app = createApp(() => {
      throw new Error('nothing is asked')
    }, draws)
    const paths = Object.entries(app.apiDocument().paths ?? {})
    const open = paths.flatMap(([path, { get }]) => (get ? [path] : []))
    expect([...Object.keys(reads), ...apart].sort()).toEqual(open.sort())
  })
})
