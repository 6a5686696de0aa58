import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

/** What to ask: every address of a server in turn, on so many connections, for so long in ms. */
export type Load = {
  urls: readonly string[]
  connections: number
  ms: number
  headers?: Record<string, string>
  status?: number
}
/** What came of it: answers a second, how long each took in ms, and how many bytes they held. */
export type Answered = { perSecond: number; times: number[]; bytes: number }

const ask = (agent: Agent, url: string, headers: Record<string, string>, wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.once('end', () =>
        response.statusCode === wanted
          ? resolve(bytes)
          : reject(new Error(`${url} answered ${response.statusCode} instead of ${wanted}`)),
      )
      response.once('error', reject)
    })
    sent.once('error', reject)
    sent.end()
  })

const put = async ({ urls, connections, ms, headers = {}, status = 200 }: Load): Promise<Answered> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let [next, bytes] = [0, 0]
  const until = performance.now() + ms
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now()
      bytes += await ask(agent, urls[next++ % urls.length] ?? '', headers, status)
      times.push(performance.now() - start)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, client))
  agent.destroy()
  return { perSecond: (times.length / (performance.now() - start)) * 1000, times, bytes }
}

/** Answers the main thread; the program of a bench calls it first and does nothing else where it says that it is the other thread. */
export const isLoadThread = (): boolean => {
  if (isMainThread) return false
  parentPort?.on('message', (load: Load) => {
    put(load).then(
      (answered) => parentPort?.postMessage({ answered }),
      (error: unknown) => parentPort?.postMessage({ failed: String(error) }),
    )
  })
  return true
}

/** Clients in a thread of their own: what they do takes no time of the server's thread. */
export const loadFrom = (program: string) => {
  const worker = new Worker(new URL(program))
  return {
    put: (load: Load): Promise<Answered> =>
      new Promise((resolve, reject) => {
        worker.once('message', ({ answered, failed }) => (answered ? resolve(answered) : reject(new Error(failed))))
        worker.postMessage(load)
      }),
    end: () => worker.terminate(),
  }
}
