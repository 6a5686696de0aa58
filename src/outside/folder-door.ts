import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { type ClientRequest, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../core/problem.ts'
import { newSecret } from './random.ts'

/** Where in a data folder it stands how its holder is reached: whoever may read that has the folder itself. */
const DOOR = 'door'

/** The status of an answer that says why there is no backup. */
const REFUSED = 503

type Way = { port: number; token: string }

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** What is given, begun: what fails before the first part is thrown here. */
const begun = async (bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> => {
  const parts = bytes[Symbol.asyncIterator]()
  let first: IteratorResult<Uint8Array> | null = await parts.next()
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const part = first ?? (await parts.next())
    first = null
    return part
  }
  const end = async (): Promise<IteratorResult<Uint8Array>> => {
    await parts.return?.()
    return { done: true, value: undefined }
  }
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) }
}

const give = async (response: ServerResponse, bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  try {
    await pipeline(Readable.from(await begun(bytes)), response)
  } catch (error) {
    // Whoever reads sees that it broke off, or why it did not begin; all is in the log of who gives.
    console.error('a backup broke off', error)
    if (!(error instanceof Problem) || response.destroyed) response.destroy()
    else response.writeHead(REFUSED).end(JSON.stringify({ detail: error.message, remedy: error.remedy }))
  }
}

/**
 * Lets other processes of this machine ask the holder of a data folder for a backup, by an address of this machine alone that its file
 * `door` tells. Returns what closes it.
 */
export const openDoor = async (
  folder: string,
  backUp: () => AsyncIterable<Uint8Array>,
): Promise<() => Promise<void>> => {
  const token = newSecret()
  const server = createServer((asked, response) => {
    if (
      asked.method === 'POST' &&
      asked.url === '/backup' &&
      isSame(asked.headers.authorization ?? '', `Bearer ${token}`)
    )
      void give(response, backUp())
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.unref()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a door without a port')
  const file = join(folder, DOOR)
  // Another process of the same number may have left one that is half written.
  rmSync(`${file}.new`, { force: true })
  writeFileSync(`${file}.new`, JSON.stringify({ port: address.port, token } satisfies Way), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return async () => {
    rmSync(file, { force: true })
    server.close()
    await once(server, 'close')
  }
}

const wayIn = (folder: string): Way | null => {
  try {
    return JSON.parse(readFileSync(join(folder, DOOR), 'utf8'))
  } catch {
    return null
  }
}

const answerTo = async (asking: ClientRequest): Promise<IncomingMessage | null> => {
  try {
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    return answer
  } catch {
    return null
  }
}

/**
 * Asks the holder of a data folder for a backup; null where nobody answers for it. Throws `database-unavailable` where it cannot be made;
 * what is read throws where it breaks off.
 */
export const askForBackup = async (folder: string): Promise<AsyncIterable<Uint8Array> | null> => {
  const way = wayIn(folder)
  if (way === null) return null
  const headers = { authorization: `Bearer ${way.token}` }
  const answer = await answerTo(
    request({ host: '127.0.0.1', port: way.port, path: '/backup', method: 'POST', headers }).end(),
  )
  if (answer?.statusCode === REFUSED) {
    const { detail, remedy } = (await json(answer)) as { detail: string; remedy: string }
    throw new Problem('database-unavailable', detail, remedy)
  }
  return answer?.statusCode === 200 ? answer : null
}
