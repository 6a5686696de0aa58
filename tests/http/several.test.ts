import { expect, it } from 'vitest'
import { z } from 'zod'
import { several } from '../../src/http/several.ts'

it('says what to do where a parameter has to stand and does not', () => {
  const names = z.object({ author: several(z.string(), 2, 'name an author') })
  expect(names.safeParse({}).error?.issues).toMatchObject([{ path: ['author'], message: 'name an author' }])
  expect(names.parse({ author: ['a', 'a', 'b'] })).toEqual({ author: ['a', 'b'] })
  expect(names.safeParse({ author: ['a', 'b', 'c'] }).error?.issues[0]?.message).not.toBe('name an author')
})
