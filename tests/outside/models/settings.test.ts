import { describe, expect, it } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import { extractorSettings, type WorkersAi } from '../../../src/outside/models/settings.ts'
import { KEY } from './extraction.ts'

const AI: WorkersAi = { run: async () => ({}) }
const URL_SET = { HINDCAST_EXTRACTOR: 'hybrid', HINDCAST_MODEL: 'm', HINDCAST_MODEL_URL: 'http://localhost:11434/v1' }

describe('the settings of the extractor', () => {
  it.each([
    ['nothing is set', {}],
    ['what is set is empty', { HINDCAST_EXTRACTOR: '', HINDCAST_MODEL: '' }],
    ['a model is set and no mode', { HINDCAST_MODEL: 'm', HINDCAST_MODEL_URL: 'not a URL' }],
  ])('are those of the built-in one where %s', (_, variables) => {
    expect(extractorSettings(variables, AI)).toEqual({ mode: 'built-in' })
  })

  it('name a service by its URL, with or without a key, a price, a patience', () => {
    const connection = { kind: 'openai-compatible', url: URL_SET.HINDCAST_MODEL_URL, key: null }
    expect(extractorSettings(URL_SET, null)).toEqual({
      mode: 'hybrid',
      model: 'm',
      format: 'json_schema',
      connection,
      prices: null,
      callMs: 60_000,
    })
    const more = {
      HINDCAST_MODEL_KEY: KEY,
      HINDCAST_MODEL_PRICE_IN: '0.15',
      HINDCAST_MODEL_PRICE_OUT: '0',
      HINDCAST_MODEL_TIMEOUT: '300',
      HINDCAST_MODEL_FORMAT: 'json_object',
    }
    expect(extractorSettings({ ...URL_SET, ...more }, AI)).toEqual({
      ...{ mode: 'hybrid', model: 'm', format: 'json_object', connection: { ...connection, key: KEY } },
      ...{ prices: { in: 0.15, out: 0 }, callMs: 300_000 },
    })
  })

  it('take the binding where there is no URL', () => {
    const settings = extractorSettings({ HINDCAST_EXTRACTOR: 'model', HINDCAST_MODEL: '@cf/m' }, AI)
    expect(settings).toMatchObject({ mode: 'model', model: '@cf/m', connection: { kind: 'workers-ai', binding: AI } })
  })

  it('refuse a format that the binding does not take', () => {
    const variables = { HINDCAST_EXTRACTOR: 'model', HINDCAST_MODEL: '@cf/m', HINDCAST_MODEL_FORMAT: 'json_object' }
    expect(() => extractorSettings(variables, AI)).toThrow(/HINDCAST_MODEL_FORMAT/)
  })

  it.each([
    ['HINDCAST_MODEL_FORMAT', { ...URL_SET, HINDCAST_MODEL_FORMAT: 'xml' }],
    ['HINDCAST_EXTRACTOR', { ...URL_SET, HINDCAST_EXTRACTOR: 'best' }],
    ['HINDCAST_MODEL', { ...URL_SET, HINDCAST_MODEL: '' }],
    ['HINDCAST_MODEL_URL', { ...URL_SET, HINDCAST_MODEL_URL: '' }],
    ['HINDCAST_MODEL_URL', { ...URL_SET, HINDCAST_MODEL_URL: 'file:///etc/passwd' }],
    ['HINDCAST_MODEL_URL', { ...URL_SET, HINDCAST_MODEL_URL: `https://user:${KEY}@models.example/v1` }],
    ['HINDCAST_MODEL_PRICE_IN', { ...URL_SET, HINDCAST_MODEL_PRICE_OUT: '1' }],
    ['HINDCAST_MODEL_PRICE_IN', { ...URL_SET, HINDCAST_MODEL_PRICE_IN: '-1', HINDCAST_MODEL_PRICE_OUT: '1' }],
    ['HINDCAST_MODEL_TIMEOUT', { ...URL_SET, HINDCAST_MODEL_TIMEOUT: 'long' }],
  ])('are refused by the name of %s, never by its value', (field, variables) => {
    const refused = () => extractorSettings({ HINDCAST_MODEL_KEY: KEY, ...variables }, null)
    expect(refused).toThrow(Problem)
    try {
      refused()
    } catch (error) {
      const { code, fields, message, remedy } = error as Problem
      expect([code, fields[0]?.field]).toEqual(['invalid-input', field])
      expect(JSON.stringify([message, remedy, fields])).not.toContain(KEY)
    }
  })
})
