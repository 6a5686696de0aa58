import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * What becomes of connections: they go `through`, are not `taken` at all, are taken and closed (`dropped`), or taken and left without
 * an answer (`silent`). `startup`: as `through`, but whoever says a timeout when connecting is refused, as PgBouncer does.
 */
export type Manner = 'through' | 'untaken' | 'dropped' | 'silent' | 'startup'

export type Wire = {
  url: string
  set: (manner: Manner) => Promise<void>
  /** Closes every connection in an orderly way. */
  cut: () => void
  /** Breaks every connection off with a reset. */
  reset: () => void
  close: () => Promise<void>
}

const field = (type: string, value: string): Buffer => Buffer.from(`${type}${value}\0`)
const refusal = (): Buffer => {
  const body = Buffer.concat([
    field('S', 'FATAL'),
    field('C', '08P01'),
    field('M', 'unsupported startup parameter: statement_timeout'),
    Buffer.from('\0'),
  ])
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** A wire to a Postgres, by an address that stays while what lies behind it comes and goes. */
export const wireTo = async (postgresUrl: string): Promise<Wire> => {
  const { hostname, port } = new URL(postgresUrl)
  let manner: Manner = 'through'
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer((near) => {
    keep(near)
    if (manner === 'dropped') return void near.destroy()
    if (manner === 'silent') return
    const strict = manner === 'startup'
    near.once('data', (first: Buffer) => {
      if (strict && first.includes('statement_timeout')) return void near.end(refusal())
      const far = keep(connect(Number(port), hostname))
      far.on('close', () => near.destroy())
      near.on('close', () => far.destroy())
      far.write(first)
      // Whatever was on its way when the wire went silent stays there.
      near.on('data', (part: Buffer) => manner !== 'silent' && far.write(part))
      far.on('data', (part: Buffer) => manner !== 'silent' && near.write(part))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = (server.address() as AddressInfo).port
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: Object.assign(new URL(postgresUrl), { host: `127.0.0.1:${at}` }).href,
    cut,
    reset: () => {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    set: async (next) => {
      if (next === 'untaken' && manner !== 'untaken') {
        server.close()
        cut()
        await once(server, 'close')
      }
      if (manner === 'untaken' && next !== 'untaken') {
        server.listen(at, '127.0.0.1')
        await once(server, 'listening')
      }
      manner = next
    },
    close: async () => {
      cut()
      if (server.listening) {
        server.close()
        await once(server, 'close')
      }
    },
  }
}
