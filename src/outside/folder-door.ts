import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newSecret } from './random.ts'

/** Where in a data folder it stands how its holder is reached: whoever may read that has the folder itself. */
const DOOR = 'door'

type Way = { port: number; token: string }

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const give = async (response: ServerResponse, bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  try {
    await pipeline(Readable.from(bytes), response)
  } catch (error) {
    // Whoever reads sees that it broke off; why is in the log of who gives.
    console.error('a backup broke off', error)
    response.destroy()
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

/** Asks the holder of a data folder for a backup; null where nobody answers for it. What is read throws where it breaks off. */
export const askForBackup = async (folder: string): Promise<AsyncIterable<Uint8Array> | null> => {
  const way = wayIn(folder)
  if (way === null) return null
  const headers = { authorization: `Bearer ${way.token}` }
  const asking = request({ host: '127.0.0.1', port: way.port, path: '/backup', method: 'POST', headers }).end()
  try {
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    return answer.statusCode === 200 ? answer : null
  } catch {
    return null
  }
}
