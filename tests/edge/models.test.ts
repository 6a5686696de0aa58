import { describe, expect, it } from 'vitest'
import { builtIn, extractWith, finding, PUBLISHED, settingsFor } from '../outside/models/extraction.ts'

const TEXT = 'The port of Velmark will almost certainly close by the end of 2026.'
const QUOTE = TEXT.slice(0, -1)
type Inputs = { messages: { role: string; content: string }[]; max_tokens: number; response_format: unknown }

/** Workers AI as its binding speaks: `run(model, inputs, options)` gives the message, or throws with its own codes. */
const boundTo = (answer: (inputs: Inputs) => unknown) => {
  const asked: { model: string; inputs: Inputs }[] = []
  const binding = {
    run: async (model: string, inputs: unknown) => {
      asked.push({ model, inputs: inputs as Inputs })
      return answer(inputs as Inputs)
    },
  }
  return { asked, settings: settingsFor('', { model: '@cf/test/model', connection: { kind: 'workers-ai', binding } }) }
}
const usage = { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 }
const predictions = [finding(QUOTE, { hedge: 'almost certainly' })]

describe('a model of Workers AI, inside workerd', () => {
  it.each([
    ['an object', { predictions }],
    ['text', JSON.stringify({ predictions })],
  ])('answers with %s', async (_, response) => {
    const { asked, settings } = boundTo(() => ({ response, usage }))
    const { candidates, run } = await extractWith(settings, TEXT)
    expect(candidates).toMatchObject([{ quote: QUOTE, start: 0, phrase: 'almost-certainly' }])
    expect(run).toMatchObject({ fallback: null, usage: { calls: 1, tokensIn: 900, tokensOut: 100, costMicros: 195 } })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({
      model: '@cf/test/model',
      inputs: { max_tokens: 4096, temperature: 0, response_format: { type: 'json_schema' } },
    })
    expect(asked[0]?.inputs.messages.map(({ role }) => role)).toEqual(['system', 'user'])
  })

  it('breaks with an error of its own: the built-in extractor answers and says so', async () => {
    const { settings } = boundTo(() => {
      throw new Error('5007: No such model @cf/test/model or task')
    })
    const { candidates, run } = await extractWith(settings, TEXT)
    expect(candidates).toEqual((await builtIn(TEXT, PUBLISHED)).candidates)
    expect(['unavailable', 'rejected']).toContain(run.fallback?.reason)
    expect(run.fallback?.detail).not.toContain('@cf')
  })

  it('lies no better than another', async () => {
    const { settings } = boundTo(() => ({ response: { predictions: [finding('The port will open today')] }, usage }))
    const { candidates, run } = await extractWith(settings, TEXT)
    expect([candidates, run.refused]).toEqual([[], [{ reason: 'quote-not-in-text', count: 1 }]])
  })
})
