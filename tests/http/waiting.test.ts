import { expect, it } from 'vitest'
import { MIGRATIONS, servicesHere, startServing } from '../../src/server.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'

/** Something that is waited for until it is told. */
const signal = () => {
  let tell = (): void => undefined
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  return { told, tell: () => tell() }
}

it('a server that stops answers at once who waits for changes', async () => {
  const database = await openEmbedded(null, MIGRATIONS)
  const here = servicesHere(database)
  const [looking, stopping] = [signal(), signal()]
  let looks = 0
  const sleep = (): Promise<void> => {
    looks += 1
    looking.tell()
    return stopping.told
  }
  const serving = await startServing({ ...here, outbound: { ...here.outbound, sleep } }, 0, '127.0.0.1')
  const asked = fetch(`${serving.url}/v1/changes?wait=30`, { headers: { connection: 'close' } })
  await looking.told
  const stopped = serving.stop()
  stopping.tell()
  expect(await (await asked).json()).toEqual({ items: [], next: 0, checkpoint: null })
  expect(looks).toBe(1)
  await stopped
  await database.close()
})
