import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linesIn } from '../../src/outside/lines.ts'

async function* inParts(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
const read = async (text: string, length = 7): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of linesIn(inParts(new TextEncoder().encode(text), length))) lines.push(line)
  return lines
}

it.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['\n', ['']],
  ['a\n\nb', ['a', '', 'b']],
  ['a\r\nb\rc\r\n', ['a', 'b\rc']],
  ['a\u2028b\u2029c\u0085d\u000be\n', ['a\u2028b\u2029c\u0085d\u000be']],
])('%j is %j', async (text, lines) => {
  expect(await read(text)).toEqual(lines)
})

it('gives whatever JSON was written a line each, however the bytes come in', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), fc.integer({ min: 1, max: 9 }), async (texts, length) => {
      const file = texts.map((text) => `${JSON.stringify(text)}\n`).join('')
      expect((await read(file, length)).map((line) => JSON.parse(line))).toEqual(texts)
    }),
  ))
