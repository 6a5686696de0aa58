import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Reply = {
  status?: number
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Instead of a body: takes the answer over. */
  by?: (response: ServerResponse, request: IncomingMessage) => void
}
/** What a path answers: always the same, or made for the request. */
export type Page = Reply | ((request: IncomingMessage) => Reply)

export type Press = {
  /** `http://127.0.0.1:port`, without a slash. */
  origin: string
  /** How the guard is told to let it pass. */
  authority: string
  pages: Map<string, Page>
  /** Every request so far, as method and path. */
  asked: string[]
  requests: IncomingMessage[]
  close: () => Promise<void>
}

/** A web server of this machine: answers what its pages hold, and 404 to everything else. */
export const openPress = async (pages: Record<string, Page> = {}): Promise<Press> => {
  const held = new Map(Object.entries(pages))
  const asked: string[] = []
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    requests.push(request)
    const page = held.get(request.url ?? '') ?? { status: 404, body: 'nothing here' }
    const { status = 200, headers = {}, body = '', by } = typeof page === 'function' ? page(request) : page
    if (by) return by(response, request)
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const authority = `127.0.0.1:${port}`
  return { origin: `http://${authority}`, authority, pages: held, asked, requests, close }
}

/** Opens a press for one test and closes it after. */
export const withPress = async (pages: Record<string, Page>, test: (press: Press) => Promise<void>): Promise<void> => {
  const press = await openPress(pages)
  try {
    await test(press)
  } finally {
    await press.close()
  }
}
