import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** A request as the chat-completions protocol has it. */
const ChatRequest = z.object({
  model: z.string(),
  temperature: z.number(),
  max_tokens: z.int(),
  response_format: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('json_schema'),
      json_schema: z.object({ name: z.string(), strict: z.boolean(), schema: z.record(z.string(), z.unknown()) }),
    }),
    z.strictObject({ type: z.literal('json_object') }),
  ]),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
})
export type Asked = z.infer<typeof ChatRequest> & {
  authorization: string | undefined
  traceparent: unknown
  material: string
}

/** What the service answers: a chat completion by default, or anything else that a broken one may send. */
export type Answer = {
  /** The content of the message: a value as JSON, or text as it stands. */
  content?: unknown
  finish?: string
  usage?: Record<string, unknown>
  status?: number
  headers?: Record<string, string>
  /** Sent in place of a completion. */
  body?: string
  /** Never answers. */
  silent?: boolean
}
export type Behave = (asked: Asked, nth: number) => Answer

export type ModelServer = { url: string; asked: Asked[]; stop: () => Promise<void> }

const completion = (model: string, { content, finish = 'stop', usage }: Answer): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model,
    choices: [
      {
        index: 0,
        finish_reason: finish,
        message: { role: 'assistant', content: typeof content === 'string' ? content : JSON.stringify(content) },
      },
    ],
    usage: usage ?? { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 },
  })

const send = (response: ServerResponse, asked: Asked, answer: Answer): void => {
  if (answer.silent) return
  const { status = 200, headers = {} } = answer
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(answer.body ?? completion(asked.model, answer))
}

/** The text between the two lines that mark the material off. */
const materialIn = (message: string): string => {
  const [mark = ''] = message.split('\n', 1)
  return message.slice(mark.length + 1, message.lastIndexOf(mark) - 1)
}

/** A service on this machine that speaks the OpenAI chat-completions protocol and behaves as it is told. */
export const startModelServer = async (behave: Behave): Promise<ModelServer> => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return void response.writeHead(404).end()
      const body = ChatRequest.parse(JSON.parse(Buffer.concat(chunks).toString()))
      const material = materialIn(body.messages[1].content)
      const { authorization, traceparent } = request.headers
      asked.push({ ...body, authorization, traceparent, material })
      const last = asked.at(-1)
      if (last) send(response, last, behave(last, asked.length))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  return { url: `http://127.0.0.1:${port}/v1`, asked, stop }
}

/** Runs a test against such a service. */
export const withModelServer = async (behave: Behave, test: (server: ModelServer) => Promise<void>): Promise<void> => {
  const server = await startModelServer(behave)
  try {
    await test(server)
  } finally {
    await server.stop()
  }
}
