import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { HindcastProblem, type ProblemDocument } from '../../client/problem.ts'
import { Problem } from '../../core/problem.ts'
import { askServer } from '../../outside/ask-server.ts'
import type { Place } from './server.ts'

type Told = Omit<ProblemDocument, 'type' | 'requestId'> & { remedy?: string }

/** What became of one line of a file. */
export type LineAnswer = { line: number; status: 'recorded' | 'standing' | 'refused'; id?: string; problem?: Told }
type Counts = { recorded: number; standing: number; refused: number }
type Closing = Counts & { done: boolean; through: number; problem?: Told; resume?: string }
type Part = LineAnswer | Closing | (Counts & { through: number })

/** What became of a whole file; `through` is the last line that is answered, `done` whether that is all of it. */
export type BatchEnd = Counts & { through: number; done: boolean; why: string | null }

/** NDJSON or CSV, by the name of the file. Throws `invalid-input` for another. */
export const formatOf = (file: string): 'ndjson' | 'csv' => {
  if (/\.csv$/i.test(file)) return 'csv'
  if (/\.(?:ndjson|jsonl)$/i.test(file)) return 'ndjson'
  throw new Problem(
    'invalid-input',
    `${file} is named neither .csv nor .ndjson`,
    'name it so, or say --format csv or ndjson',
  )
}

const contentTypes = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const

/** The lines of an answer, as they come. */
async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Part> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield JSON.parse(line)
  }
}

type Sending = { path: string; format: 'ndjson' | 'csv'; from: number; signal: AbortSignal }

/** What is sent is read as it goes: the file is never whole in memory. Throws what is refused as a whole. */
const open = async ({ server, key }: Place, body: Readable, { path, format, from, signal }: Sending) => {
  const headers = {
    'content-type': contentTypes[format],
    ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
  }
  const init = { method: 'POST', headers, body: Readable.toWeb(body), duplex: 'half', signal }
  const response = await askServer(new Request(`${server}${path}?from_line=${from}`, init as RequestInit))
  if (!response.ok || !response.body) throw new HindcastProblem(response, await response.json().catch(() => null))
  return response.body
}

/**
 * Sends a file of one item a line and gives each line's answer to `told` as it comes. An answer that is cut off on its way ends
 * with `done: false`: what was answered is kept.
 */
export const sendFile = async (
  place: Place,
  file: string,
  sending: Sending,
  told: (answer: LineAnswer) => void,
): Promise<BatchEnd> => {
  const end: BatchEnd = { recorded: 0, standing: 0, refused: 0, through: sending.from - 1, done: false, why: null }
  const body = createReadStream(file)
  try {
    for await (const part of partsOf(await open(place, body, sending))) {
      if ('line' in part) {
        end[part.status] += 1
        end.through = part.line
        told(part)
      } else {
        end.through = part.through
        if ('done' in part) end.done = part.done
        if ('problem' in part) end.why = part.problem?.detail ?? null
      }
    }
  } catch (error) {
    if (error instanceof HindcastProblem || end.through < sending.from) throw error
    end.why = error instanceof Error ? error.message : String(error)
  } finally {
    body.destroy()
  }
  return end
}
