import type { LanguageModel } from 'ai'
import type { Connection } from './settings.ts'

/** A model of the AI SDK. The packages come in by `import()`: an installation without a model never loads them. */
export const connect = async (connection: Connection, model: string): Promise<LanguageModel> => {
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
    // The text and the key go to the configured address, not to where it points on.
    fetch: (input, init) => fetch(input, { ...init, redirect: 'manual' }),
  })
  return provider(model)
}
