import { describe, expect, it } from 'vitest'
import { legible } from '../../src/web/legible.ts'

describe('a document that holds texts of others', () => {
  it.each([
    ['<p>plain</p>', '<p>plain</p>'],
    ['<p>a\u202Eb\u202Cc</p>', '<p>abc</p>'],
    ['<title>\u2066x\u2069</title><h1>\u202Ax</h1>', '<title>x</title><h1>x</h1>'],
    // What a field holds is what was typed.
    ['<input value="a\u202Eb"><p>\u202Ec</p>', '<input value="a\u202Eb"><p>c</p>'],
    ['<textarea name="t">a\u202Eb</textarea><p>\u202Ec</p>', '<textarea name="t">a\u202Eb</textarea><p>c</p>'],
    [
      '\u202Ex<textarea>\u202E</textarea>\u202E<textarea>\u202E</textarea>\u202Ey',
      'x<textarea>\u202E</textarea><textarea>\u202E</textarea>y',
    ],
    // Letters of scripts that run from right to left turn nothing round.
    ['<p>\u05d3\u05e8\u200f</p>', '<p>\u05d3\u05e8\u200f</p>'],
  ])('%j', (html, shown) => {
    expect(legible(html)).toBe(shown)
  })
})
