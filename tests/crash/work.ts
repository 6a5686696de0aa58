import type { Acknowledged } from './check.ts'
import type { ServerProcess } from './server-process.ts'

/** What is under way when a process dies. */
export const phases = ['batch', 'submit', 'review', 'settle', 'seal', 'deliver', 'all', 'migrate', 'start'] as const
export type Phase = (typeof phases)[number]

/** What the work is done on, and what was answered of it so far. */
export type Scene = {
  key: string
  authors: string[]
  questions: string[]
  speakers: string[]
  /** How often a speaker was spoken for. */
  said: number
  /** Candidates that wait for a review, and questions that wait for an outcome. */
  pending: string[]
  open: string[]
  /** How many forecasts are sent at a time. */
  batch: number
  eventId: string
  acknowledged: Acknowledged
  /** Requests that were sent once without an answer, with their keys: sent again after the crash. */
  unanswered: { path: string; body: object; key: string }[]
  random: () => number
  minutesAhead: number
  /** What the receiver of the webhook took, by the ids of the messages. */
  taken: string[]
}

const AUTHORS = 20
const QUESTIONS = 60
/** Those who are spoken for one request at a time, each once on a question: what was said stands until it is sent again. */
const SPEAKERS = 40
/** Two transactions and a part of a third. */
const BATCH = 2100

type Answered = { status: number; body: Record<string, never> & { [name: string]: unknown } }

/** Asks the server; null where it went away over it, or had no database to answer from. */
const ask = async (url: string, key: string, path: string, body: object, headers = {}): Promise<Answered | null> => {
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    })
    const text = await response.text()
    return response.status >= 500 ? null : { status: response.status, body: JSON.parse(text) }
  } catch {
    return null
  }
}

const mustBeMade = (answered: Answered | null, what: string): Answered['body'] | null => {
  if (answered && answered.status > 201)
    throw new Error(`${what} was refused: ${answered.status} ${JSON.stringify(answered.body)}`)
  return answered?.body ?? null
}

const idIn = (value: unknown): string => String((value as { id: string }).id)

/** Letters of its own, so that no text is read as one before. */
const mark = (random: () => number): string =>
  `V${String.fromCharCode(...Array.from({ length: 9 }, () => 97 + Math.floor(random() * 26)))}`

/** Authors, questions and an event to work on, and a webhook that is sent everything. */
export const layGround = async (
  server: ServerProcess,
  hook: string,
  taken: string[],
  random: () => number,
): Promise<Scene> => {
  const key = server.key ?? ''
  const make = async (path: string, body: object) => {
    const made = mustBeMade(await ask(server.url, key, path, body), path)
    if (!made) throw new Error(`${path} was not answered`)
    return made
  }
  await make('/v1/webhooks', { url: hook, name: 'copy' })
  const made: string[] = []
  for (let at = 0; at < AUTHORS + SPEAKERS; at++)
    made.push(idIn((await make('/v1/authors', { name: `Model ${mark(random)}`, kind: 'model' }))['author']))
  const questions: string[] = []
  const window = { windowStart: '2024-01-01', windowEnd: '2190-12-31', referenceAt: '2190-06-30T00:00:00.000Z' }
  for (let at = 0; at < QUESTIONS; at++)
    questions.push(idIn(await make('/v1/questions', { wording: `The mill ${mark(random)} closes.`, ...window })))
  const event = { title: 'It closed', happened: '2024-09-18', url: 'https://example.org/report' }
  const eventId = idIn((await make('/v1/events', event))['event'])
  const none = { predictions: [], commentaries: [], events: [eventId], accepted: [], settled: [], rationales: [] }
  const acknowledged = { ...none, ledger: { position: 0, digest: '' }, checkpoint: null, migrations: 0 }
  const [authors, speakers] = [made.slice(0, AUTHORS), made.slice(AUTHORS)]
  const lists = { authors, speakers, said: 0, questions, pending: [], open: [], unanswered: [] }
  return { key, ...lists, batch: BATCH, eventId, acknowledged, random, minutesAhead: 0, taken }
}

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T

const probability = (random: () => number): number => Math.floor(random() * 9999) / 10_000

/** Forecasts as one stream; each line that comes back is an acknowledgement. */
const batch = async ({ url }: ServerProcess, scene: Scene): Promise<void> => {
  const { random, authors, questions, acknowledged } = scene
  const lines = Array.from({ length: scene.batch }, () =>
    JSON.stringify({
      author: pick(authors, random),
      questionId: pick(questions, random),
      probability: probability(random),
    }),
  )
  const take = (line: string): void => {
    const told = line === '' ? {} : JSON.parse(line)
    if (told.status === 'recorded' || told.status === 'standing') acknowledged.predictions.push(told.id)
    else if (told.status === 'refused' && told.problem?.code !== 'internal')
      throw new Error(`a forecast was refused: ${line}`)
  }
  try {
    const response = await fetch(`${url}/v1/predictions/batch`, {
      method: 'POST',
      body: lines.join('\n'),
      headers: { authorization: `Bearer ${scene.key}`, 'content-type': 'application/x-ndjson' },
    })
    if (response.status >= 500) return
    const decoder = new TextDecoder()
    let rest = ''
    for await (const bytes of response.body ?? []) {
      const whole = (rest + decoder.decode(bytes, { stream: true })).split('\n')
      rest = whole.pop() ?? ''
      for (const line of whole) take(line)
    }
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('a forecast was refused')) throw error
  }
}

const submitOnce = async (url: string, scene: Scene, sent: Scene['unanswered'][number]): Promise<void> => {
  const answered = await ask(url, scene.key, sent.path, sent.body, { 'idempotency-key': sent.key })
  // Another try at the same key is refused while the first one, which died, may be running.
  const made = answered?.status === 409 ? null : mustBeMade(answered, sent.path)
  if (made === null) {
    scene.unanswered.push(sent)
    return
  }
  scene.acknowledged.predictions.push(idIn(made))
  scene.acknowledged.rationales.push(sent.key)
}

const submit = async ({ url }: ServerProcess, scene: Scene): Promise<void> => {
  const { random } = scene
  for (let at = 0; at < 12 && scene.said < SPEAKERS * QUESTIONS; at++) {
    const key = mark(random)
    const author = scene.speakers[Math.floor(scene.said / QUESTIONS)]
    const on = { author, questionId: scene.questions[scene.said % QUESTIONS] }
    scene.said += 1
    const body = { ...on, probability: probability(random), rationale: key }
    await submitOnce(url, scene, { path: '/v1/predictions', body, key })
    if (scene.unanswered.length > 0) return
  }
}

/** Sends again what a crash left unanswered: done by now once, whether it had been or not. */
export const sendAgain = async ({ url }: ServerProcess, scene: Scene): Promise<void> => {
  const waiting = scene.unanswered.splice(0)
  for (const sent of waiting) await submitOnce(url, scene, sent)
}

/** Records a piece of forecasts, and which candidates were found in it. */
const record = async ({ url }: ServerProcess, scene: Scene): Promise<boolean> => {
  const text = Array.from(
    { length: 4 },
    () => `The ${mark(scene.random)} mill of Velmark will almost certainly close by the end of 2024.`,
  ).join('\n\n')
  const piece = { text, publishedOn: '2024-01-15', bylines: [`Ada ${mark(scene.random)}`] }
  const made = mustBeMade(await ask(url, scene.key, '/v1/commentaries', piece), 'a commentary')
  if (!made) return false
  const id = idIn(made['commentary'])
  scene.acknowledged.commentaries.push(id)
  try {
    const listed = await fetch(`${url}/v1/candidates?commentary=${id}&limit=200`, {
      headers: { authorization: `Bearer ${scene.key}` },
    })
    if (!listed.ok) return false
    const { items } = (await listed.json()) as { items: { id: string }[] }
    scene.pending.push(...items.map((item) => item.id))
    return true
  } catch {
    return false
  }
}

const acceptAll = async ({ url }: ServerProcess, scene: Scene): Promise<boolean> => {
  for (let id = scene.pending.shift(); id !== undefined; id = scene.pending.shift()) {
    const review = { decision: 'accept', reason: 'a claim that strangers could settle' }
    const answered = await ask(url, scene.key, `/v1/candidates/${id}/reviews`, review)
    // Decided already: the process died after the commit and before the answer.
    if (answered?.status === 409) continue
    const made = mustBeMade(answered, 'a review')
    if (!made) {
      scene.pending.push(id)
      return false
    }
    scene.acknowledged.accepted.push(id)
    scene.open.push(idIn(made['question']))
  }
  return true
}

const review = async (server: ServerProcess, scene: Scene): Promise<void> => {
  for (let round = 0; round < 3; round++)
    if (!(await record(server, scene)) || !(await acceptAll(server, scene))) return
}

const settle = async ({ url }: ServerProcess, scene: Scene): Promise<void> => {
  for (let id = scene.open.shift(); id !== undefined; id = scene.open.shift()) {
    const evidence = [{ kind: 'report', bearing: 'shows', eventId: scene.eventId }]
    const outcome = { questionId: id, step: 'settle', outcome: 'yes', evidence, reason: 'it was reported' }
    const answered = await ask(url, scene.key, '/v1/resolutions', outcome)
    // Settled already by the request that died unanswered.
    if (answered?.status !== 409 && !mustBeMade(answered, 'an outcome')) {
      scene.open.push(id)
      return
    }
    scene.acknowledged.settled.push(id)
  }
}

/** What a phase needs that is not yet there, made before anything is killed. */
export const prepare = async (server: ServerProcess, scene: Scene, phase: Phase): Promise<void> => {
  if (phase === 'settle' || phase === 'all') {
    while (scene.open.length < 8) if (!(await record(server, scene)) || !(await acceptAll(server, scene))) return
  }
  // Something to seal, and something sealed to send.
  if (phase === 'seal' || phase === 'deliver') await submit(server, scene)
  if (phase === 'deliver') await server.order({ do: 'seal' })
}

const seal = async (server: ServerProcess): Promise<void> => void (await server.order({ do: 'seal' }))
const deliver = async (server: ServerProcess, scene: Scene): Promise<void> =>
  void (await server.order({ do: 'deliver', minutesAhead: scene.minutesAhead }))

/** Does the work of a phase until it is done or the server is gone. */
export const work: Readonly<
  Record<Exclude<Phase, 'migrate' | 'start'>, (server: ServerProcess, scene: Scene) => Promise<unknown>>
> = {
  batch,
  submit,
  review,
  settle,
  seal,
  deliver,
  all: (server, scene) =>
    Promise.all([
      batch(server, scene),
      submit(server, scene),
      review(server, scene),
      settle(server, scene),
      seal(server),
    ]),
}
