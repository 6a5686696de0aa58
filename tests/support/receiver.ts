import type { IncomingMessage, ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import type { Change } from '../../src/queries/following/change.ts'
import type { Press } from './press.ts'

/** One request that a receiver got, and whether its signature held. */
export type Received = {
  id: string
  verified: boolean
  signatures: number
  headers: IncomingMessage['headers']
  message: { type: string; timestamp: string; webhookId: string; sequence: number | null; data: Change }
}

/** What a receiver answers: a status, or a whole reply. Null: it hangs up without a word. */
export type Reply = number | { status: number; headers?: Record<string, string>; body?: string } | null

export type Receiver = {
  url: string
  received: Received[]
  /** What it verifies by, as somebody who was shown the secret. */
  secret: string
  /** What it says to the next request; `taken` counts from 0. */
  answer: (got: Received, asked: number) => Reply
}

/** Verifies as a receiver does whose clock shows this moment: the package asks the clock of the machine. */
const verifies = (secret: string, body: string, headers: IncomingMessage['headers'], now: string): boolean => {
  const machine = Date.now
  Date.now = () => Date.parse(now)
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  } finally {
    Date.now = machine
  }
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Uint8Array[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** A receiver of webhooks at a path of a press, which takes everything until it is told otherwise. */
export const receiverAt = (press: Press, path: string, clock: { now: string }): Receiver => {
  const receiver: Receiver = { url: `${press.origin}${path}`, received: [], secret: '', answer: () => 204 }
  const take = async (response: ServerResponse, request: IncomingMessage): Promise<void> => {
    const body = await textOf(request)
    const got: Received = {
      id: String(request.headers['webhook-id']),
      verified: verifies(receiver.secret, body, request.headers, clock.now),
      signatures: String(request.headers['webhook-signature']).split(' ').length,
      headers: request.headers,
      message: JSON.parse(body),
    }
    receiver.received.push(got)
    const reply = receiver.answer(got, receiver.received.length - 1)
    if (reply === null) {
      request.socket.destroy()
      return
    }
    const { status, headers = {}, body: said = '' } = typeof reply === 'number' ? { status: reply } : reply
    response.writeHead(status, headers)
    response.end(said)
  }
  press.pages.set(path, { by: (response, request) => void take(response, request) })
  return receiver
}
