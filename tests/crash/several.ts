import { join } from 'node:path'
import { randomFrom } from '../../src/core/scoring/numbers/random.ts'
import type { Acknowledged, Checked } from './check.ts'
import { verifiedAgainst } from './checkpoints.ts'
import { checkpointOf, receive } from './points.ts'
import {
  bundleServer,
  migrationsIn,
  type ServerProcess,
  type Start,
  startServer,
  unboundFor,
} from './server-process.ts'
import { layGround, type Scene, sendAgain, work } from './work.ts'

export type Options = {
  /** A migrated, empty database. */
  databaseUrl: string
  /** Where the program lies, and what is exported. */
  folder: string
  servers: number
  /** How often each of them does a round of all there is to do. */
  rounds: number
  /** How many forecasts it sends at a time. */
  batch: number
  /** How often the last of them is killed in the midst of a round. */
  kills: number
  seed: string
}

/** What was acknowledged by all of them, and what was found at the end. */
export type Found = {
  acknowledged: number
  kills: number
  /** How many of those that were started at once made the first key: one. */
  firstKeys: number
  checked: Pick<Checked, 'lost' | 'halfWritten' | 'differences'>
  facts: number
  /** How many addresses were asked of all of them, and those that were not answered alike. */
  compared: number
  different: string[]
  verified: { facts: number; faults: string[] }
  /** Messages of the webhook, and those that never came. */
  messages: number
  missing: number
}

const mustStart = async (start: Start): Promise<ServerProcess> => {
  const server = await startServer(start)
  if (!server) throw new Error('a server that nobody killed did not start')
  return server
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** The part of one server in the work: speakers of its own, and what it acknowledged. */
const partOf = (ground: Scene, at: number, { servers, batch, seed }: Options): Scene => {
  const none = { predictions: [], commentaries: [], events: [], accepted: [], settled: [], rationales: [] }
  return {
    ...ground,
    ...{ random: randomFrom(`${seed} ${at}`), batch },
    speakers: ground.speakers.filter((_, index) => index % servers === at),
    ...{ pending: [], open: [], unanswered: [] },
    acknowledged: { ...ground.acknowledged, ...none },
  }
}

const joined = (ground: Scene, parts: readonly Scene[]): Acknowledged => {
  const all = [ground, ...parts].map(({ acknowledged }) => acknowledged)
  const of = (kind: 'predictions' | 'commentaries' | 'events' | 'accepted' | 'settled' | 'rationales') =>
    all.flatMap((one) => one[kind])
  return {
    ...ground.acknowledged,
    ...{ predictions: of('predictions'), commentaries: of('commentaries'), events: of('events') },
    ...{ accepted: of('accepted'), settled: of('settled'), rationales: of('rationales') },
  }
}

/** Does rounds of everything on one server; one that is killed meanwhile is started again, and what it left unanswered is sent again. */
const workOn = async (
  server: ServerProcess,
  part: Scene,
  rounds: number,
  kills: number,
  again: () => Promise<ServerProcess>,
) => {
  let running = server
  for (let round = 0; round < rounds; round++) {
    const isKilled = round < kills
    const working = work.all(running, part)
    if (isKilled) {
      await pause(500 + part.random() * 1500)
      running.kill()
    }
    await working
    if (!isKilled) continue
    await running.gone
    running = await again()
    await sendAgain(running, part)
  }
  await sendAgain(running, part)
  return running
}

/** What every server must answer alike once nothing goes on: as of a position, and plain where no answer names the instant. */
const addressesAt = (position: number, { authors, speakers, questions }: Scene): string[] => {
  const then = `as_of=${position}`
  const half = `as_of=${Math.floor(position / 2)}`
  return [
    ...['questions', 'predictions', 'events', 'resolutions', 'score-changes'].flatMap((list) => [
      `/v1/${list}?${then}`,
      `/v1/${list}?${half}`,
    ]),
    ...[authors[0], authors[7], speakers[0], speakers.at(-1)].flatMap((id) => [
      `/v1/authors/${id}/calibration?${then}`,
      `/v1/authors/${id}/scores?${then}`,
      `/v1/authors/${id}/calls?${half}`,
      `/v1/authors/${id}`,
    ]),
    ...questions.slice(0, 5).flatMap((id) => [`/v1/questions/${id}?${then}`, `/v1/questions/${id}`]),
    ...[`/v1/changes?after=${position - 100}&limit=100`, `/v1/ledger/consistency?from=${Math.floor(position / 3)}`],
    ...['/v1/ledger', '/v1/commentaries', '/v1/authors', '/v1/exports/predictions.csv', '/questions', '/authors'],
  ]
}

const differing = async (servers: readonly ServerProcess[], addresses: readonly string[]): Promise<string[]> => {
  const different: string[] = []
  for (const address of addresses) {
    const answers = await Promise.all(
      servers.map(async ({ url }) => {
        const response = await fetch(`${url}${address}`)
        const text = await response.text()
        if (!response.ok) throw new Error(`${address} is answered ${response.status}: ${text}`)
        const { headers } = response
        return { tag: headers.get('etag'), position: headers.get('hindcast-position'), bytes: text }
      }),
    )
    for (const part of ['tag', 'position', 'bytes'] as const)
      if (new Set(answers.map((answer) => answer[part])).size !== 1) different.push(`${part} of ${address}`)
  }
  return different
}

/** Has webhooks sent by all at once until nothing waits; gives what there was to send. */
const sendAll = async (servers: readonly ServerProcess[], acknowledged: Acknowledged): Promise<Checked> => {
  for (let minutesAhead = 2; ; minutesAhead += 2) {
    await Promise.all(servers.map(({ order }) => order({ do: 'deliver', minutesAhead })))
    const checked = await servers[0]?.order<Checked>({ do: 'check', acknowledged })
    if (!checked) throw new Error('the server went while it was looked at')
    if (checked.delivered.length === checked.messages || minutesAhead > 40) return checked
  }
}

/** Several servers over one database under a mixed load, of which one is killed and started again; and what became of it all. */
export const several = async (options: Options): Promise<Found> => {
  const { databaseUrl, folder, servers: count, rounds, kills, seed } = options
  const program = await bundleServer(folder)
  const taken: string[] = []
  const receiver = await receive(taken)
  const environment = { DATABASE_URL: databaseUrl, ...unboundFor(receiver.host) }
  const start: Start = { program, args: ['serve', '--port', '0', '--data', join(folder, 'data')], environment }
  const started = await Promise.all(Array.from({ length: count }, () => mustStart(start)))
  const running = [...started]
  try {
    const key = started.find((one) => one.key !== null)?.key ?? null
    const [first] = started
    if (!first || key === null) throw new Error('nobody made a key')
    const ground = await layGround({ ...first, key }, `http://${receiver.host}/hook`, taken, randomFrom(seed))
    ground.acknowledged.migrations = migrationsIn(folder)
    ground.acknowledged.checkpoint = await checkpointOf(first)
    const parts = started.map((_, at) => partOf(ground, at, options))
    await Promise.all(
      started.map(async (server, at) => {
        const often = at === count - 1 ? kills : 0
        const again = async () => {
          running[at] = await mustStart(start)
          return running[at]
        }
        await workOn(server, parts[at] as Scene, rounds, often, again)
      }),
    )
    const acknowledged = joined(ground, parts)
    await Promise.all(running.map(({ order }) => order({ do: 'seal' })))
    const checked = await sendAll(running, acknowledged)
    const { position } = checked.ledger
    const addresses = addressesAt(position, ground)
    const different = await differing(running, addresses)
    const into = join(folder, 'export')
    if (!(await running.at(-1)?.order({ do: 'export', folder: into }))) throw new Error('nothing was exported')
    const verified = await verifiedAgainst(into, ground.acknowledged.checkpoint)
    const came = new Set(taken)
    const { predictions, commentaries, events, accepted, settled } = acknowledged
    return {
      acknowledged: [predictions, commentaries, events, accepted, settled].reduce((sum, { length }) => sum + length, 0),
      ...{ kills, firstKeys: started.filter((one) => one.key !== null).length },
      checked: { lost: checked.lost, halfWritten: checked.halfWritten, differences: checked.differences },
      ...{ facts: checked.facts, compared: addresses.length, different, verified, messages: checked.messages },
      missing: checked.messages - checked.delivered.filter((id) => came.has(id)).length,
    }
  } finally {
    for (const { kill } of running) kill()
    await Promise.all(running.map(({ gone }) => gone))
    receiver.close()
  }
}
