import type { LanguageModel } from 'ai'
import type { Watch } from '../../core/watch.ts'
import { watchedCall } from '../watched-call.ts'
import type { Connection } from './settings.ts'

/** A model of the AI SDK; `watch` is told of each request. The packages come in by `import()`: an installation without a model never loads them. */
export const connect = async (connection: Connection, model: string, watch?: Watch): Promise<LanguageModel> => {
  if (connection.kind === 'workers-ai') {
    const { createWorkersAI } = await import('workers-ai-provider')
    type Options = Extract<Parameters<typeof createWorkersAI>[0], { binding: unknown }>
    return createWorkersAI({ binding: connection.binding as unknown as Options['binding'] })(model as never)
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: connection.url,
    ...(connection.key === null ? {} : { apiKey: connection.key }),
    supportsStructuredOutputs: true,
    fetch: (input, init) => {
      const { host } = new URL(input instanceof Request ? input.url : input)
      return watchedCall(watch, { method: init?.method ?? 'GET', host, for: 'model' }, () => {
        const headers = new Headers(init?.headers)
        // The service is ours to configure: it may go on with the trace.
        for (const [name, value] of Object.entries(watch?.carried() ?? {})) headers.set(name, value)
        // The text and the key go to the configured address, not to where it points on.
        return fetch(input, { ...init, headers, redirect: 'manual' })
      })
    },
  })
  return provider(model)
}
