import type { Asked } from './windows.ts'

/** What a client has at hand to ask with: ids that it was answered so far, and who it is. */
export type Known = {
  url: string
  key: string
  authors: readonly string[]
  questions: readonly string[]
  eventId: string
  collection: string
  /** Candidates that wait for a review, and questions that wait for an outcome. */
  pending: string[]
  open: string[]
  /** The version of the last answer at an address, to ask whether it still holds. */
  versions: Map<string, string>
  /** Where a reader of the changes is. */
  cursor: string
  /** What was answered to be kept. */
  recorded: { predictions: string[]; commentaries: string[]; accepted: string[]; settled: string[] }
  random: () => number
}

type Answer = { status: number; body: string; etag: string | null }
/** Sends one request; gives `NOTHING` where the connection broke or nothing came within the limit of time. */
type Send = (path: string, init?: RequestInit) => Promise<Answer>
/** Gives what was wrong with what an answer says, where its status does not say it. */
type Act = (known: Known, send: Send) => Promise<string | undefined>

const NOTHING: Answer = { status: 599, body: '', etag: null }

/** The longest that a client waits for an answer, in ms. */
const PATIENCE = 30_000

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T

const post = (body: unknown, type = 'application/json'): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': type },
})

const idIn = (value: unknown): string => String((value as { id?: unknown }).id)

const word = (random: () => number): string =>
  `V${String.fromCharCode(...Array.from({ length: 9 }, () => 97 + Math.floor(random() * 26)))}`

const forecast = ({ authors, questions, random }: Known) => ({
  author: pick(authors, random),
  questionId: pick(questions, random),
  probability: Math.floor(random() * 9999) / 10_000,
})

const get =
  (pathOf: (known: Known) => string): Act =>
  async (known, send) =>
    void (await send(pathOf(known)))

const acts: Readonly<Record<string, Act>> = {
  calibration: get(({ authors, random }) => `/v1/authors/${pick(authors, random)}/calibration`),
  'author page': get(({ authors, random }) => `/authors/${pick(authors, random)}`),
  'question page': get(({ questions, random }) => `/questions/${pick(questions, random)}`),
  board: get(({ collection }) => `/v1/leaderboard?collection=${collection}`),
  question: get(({ questions, random }) => `/v1/questions/${pick(questions, random)}`),
  list: get(({ authors, random }) => `/v1/predictions?author=${pick(authors, random)}&limit=50`),
  search: get(({ random }) => `/v1/search?q=works+number+${Math.floor(random() * 600)}+closes`),
  changes: async (known, send) => {
    const { status, body } = await send(`/v1/changes?limit=100${known.cursor ? `&after=${known.cursor}` : ''}`)
    if (status === 200) known.cursor = String(JSON.parse(body).next ?? known.cursor)
  },
  'held version': async (known, send) => {
    const path = `/v1/authors/${pick(known.authors, known.random)}/calibration`
    const version = known.versions.get(path)
    const { etag } = await send(path, version ? { headers: { 'if-none-match': version } } : {})
    if (etag) known.versions.set(path, etag)
  },
  forecast: async (known, send) => {
    const { status, body } = await send('/v1/predictions', post(forecast(known)))
    if (status <= 201) known.recorded.predictions.push(idIn(JSON.parse(body)))
  },
  batch: async (known, send) => {
    const lines = Array.from({ length: 50 }, () => JSON.stringify(forecast(known)))
    const { status, body } = await send('/v1/predictions/batch', post(lines.join('\n'), 'application/x-ndjson'))
    const told = status < 400 ? body.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)])) : []
    const kept = told.filter((one) => one.status === 'recorded' || one.status === 'standing')
    known.recorded.predictions.push(...kept.map(idIn))
    const refused = told.find((one) => one.status === 'refused')
    return refused && `a forecast was refused: ${JSON.stringify(refused)}`
  },
  commentary: async (known, send) => {
    const sentence = () => `The ${word(known.random)} mill of Velmark will almost certainly close by the end of 2024.`
    const text = Array.from({ length: 3 }, sentence).join('\n\n')
    const piece = {
      text,
      publishedOn: '2024-01-15',
      bylines: [`Ada ${word(known.random)}`],
      collectionIds: [known.collection],
    }
    const made = await send('/v1/commentaries', post(piece))
    if (made.status > 201) return
    const id = idIn(JSON.parse(made.body).commentary)
    known.recorded.commentaries.push(id)
    const listed = await send(`/v1/candidates?commentary=${id}&limit=50`)
    if (listed.status === 200) known.pending.push(...JSON.parse(listed.body).items.map(idIn))
  },
  review: async (known, send) => {
    const id = known.pending.shift()
    if (id === undefined) return
    const review = { decision: 'accept', reason: 'a claim that strangers could settle' }
    const { status, body } = await send(`/v1/candidates/${id}/reviews`, post(review))
    if (status > 201) return
    known.recorded.accepted.push(id)
    known.open.push(idIn(JSON.parse(body).question))
  },
  outcome: async (known, send) => {
    const questionId = known.open.shift()
    if (questionId === undefined) return
    const evidence = [{ kind: 'report', bearing: 'shows', eventId: known.eventId }]
    const entry = { questionId, step: 'settle', outcome: 'yes', evidence, reason: 'it was reported' }
    const { status } = await send('/v1/resolutions', post(entry))
    if (status <= 201) known.recorded.settled.push(questionId)
  },
  'bad input': async (_known, send) => {
    await send('/v1/predictions', { ...post('{"probability": 2'), headers: { 'content-type': 'application/json' } })
  },
}

/** How often each act comes, of 100: readers are many, and what is written is written in batches and by hand. */
const shares: readonly (readonly [act: string, share: number])[] = [
  ['calibration', 14],
  ['held version', 18],
  ['author page', 6],
  ['question page', 8],
  ['board', 4],
  ['question', 12],
  ['list', 6],
  ['search', 3],
  ['changes', 7],
  ['forecast', 12],
  ['batch', 2],
  ['commentary', 2],
  ['review', 3],
  ['outcome', 2],
  ['bad input', 1],
]

/** Which statuses a sender of this act expects, beside what is below 400. */
const expected: Readonly<Record<string, readonly number[]>> = {
  'bad input': [400],
  // The one before died after its commit.
  review: [409],
  outcome: [409],
}

const draw = (random: () => number): string => {
  let left = random() * shares.reduce((sum, [, share]) => sum + share, 0)
  for (const [act, share] of shares) {
    left -= share
    if (left < 0) return act
  }
  return 'question'
}

const answerOf = async ({ url, key }: Known, path: string, init: RequestInit): Promise<Answer | Error> => {
  try {
    const headers = { authorization: `Bearer ${key}`, ...init.headers }
    const response = await fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(PATIENCE) })
    return { status: response.status, body: await response.text(), etag: response.headers.get('etag') }
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Does one act of the mix, and tells of each of its requests when it began, when it ended and what was wrong with it. */
export const actOnce = async (known: Known, tell: (asked: Asked) => void): Promise<void> => {
  const act = draw(known.random)
  const fine = expected[act] ?? []
  const send: Send = async (path, init = {}) => {
    const began = performance.now()
    const answered = await answerOf(known, path, init)
    const ended = performance.now()
    const what = `${init.method ?? 'GET'} ${path}`
    if (answered instanceof Error) {
      tell({ act, began, ended, wrong: `${what}: ${answered.message} ${answered.cause ?? ''}` })
      return NOTHING
    }
    const { status, body } = answered
    const isFine = status < 400 || fine.includes(status)
    tell({ act, began, ended, wrong: isFine ? null : `${status} ${what}: ${body.slice(0, 200)}` })
    return answered
  }
  const refused = await acts[act]?.(known, send)
  if (refused) {
    const now = performance.now()
    tell({ act, began: now, ended: now, wrong: refused })
  }
}
