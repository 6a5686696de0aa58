import type { ServerProcess } from '../crash/server-process.ts'

/** What there is before anything is measured: a server that has been in use, so that what comes in adds little to it. */
const [AUTHORS, QUESTIONS, FORECASTS, BATCH] = [400, 1_200, 240_000, 2_000]
const AT_ONCE = 8

export type Furnished = { authors: string[]; questions: string[]; predictions: string[] }

const inTurns = async (count: number, make: (at: number) => Promise<void>): Promise<void> => {
  let next = 0
  const worker = async () => {
    while (next < count) await make(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** Makes authors, questions and forecasts as a client does; each is acknowledged. */
export const furnish = async ({ url }: ServerProcess, key: string, random: () => number): Promise<Furnished> => {
  const send = async (path: string, body: string, type = 'application/json'): Promise<string> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': type }
    const response = await fetch(`${url}${path}`, { method: 'POST', body, headers })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
    return text
  }
  const post = async (path: string, body: unknown) => JSON.parse(await send(path, JSON.stringify(body)))
  const made: Furnished = { authors: [], questions: [], predictions: [] }
  await inTurns(AUTHORS, async (at) => {
    const { author } = await post('/v1/authors', { name: `Forecaster ${at}`, kind: 'model' })
    made.authors.push(author.id)
  })
  const window = { windowStart: '2024-01-01', windowEnd: '2190-12-31', referenceAt: '2190-06-30T00:00:00.000Z' }
  await inTurns(QUESTIONS, async (at) => {
    const { id } = await post('/v1/questions', { wording: `Works number ${at} of Velmark closes.`, ...window })
    made.questions.push(id)
  })
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]
  for (let sent = 0; sent < FORECASTS; sent += BATCH) {
    const lines = Array.from({ length: BATCH }, () =>
      JSON.stringify({
        author: pick(made.authors),
        questionId: pick(made.questions),
        probability: Math.floor(random() * 9999) / 10_000,
      }),
    )
    const told = await send('/v1/predictions/batch', lines.join('\n'), 'application/x-ndjson')
    const kept = told.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
    made.predictions.push(...kept.flatMap(({ status, id }) => (status === 'recorded' ? [String(id)] : [])))
  }
  return made
}
