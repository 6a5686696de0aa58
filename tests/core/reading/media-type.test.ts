import { describe, expect, it } from 'vitest'
import { parseMediaType, readableType } from '../../../src/core/reading/media-type.ts'

it.each([
  ['text/html; charset="ISO-8859-1"', { type: 'text/html', charset: 'ISO-8859-1' }],
  ['Text/Plain;format=flowed;charset=utf-8', { type: 'text/plain', charset: 'utf-8' }],
  [null, { type: '', charset: null }],
])('%s', (header, parts) => expect(parseMediaType(header)).toEqual(parts))

describe('readableType', () => {
  it.each([
    ['', '<!DOCTYPE html><p>x', 'text/html'],
    ['', '\uFEFF\n <html lang="en">', 'text/html'],
    ['', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', 'text/html'],
    ['', '<!-- saved page --><html>', 'text/html'],
    ['', '---\ntitle: It will rain\n---\nx', 'text/markdown'],
    ['', '# It will rain\n\nSee [the map](https://example.org/map).', 'text/markdown'],
    ['', '# Hashtags are no headings of a kind', 'text/plain'],
    ['', '<script>alert(1)</script> is what he wrote', 'text/plain'],
    ['', '---\n\nA rule of dashes.', 'text/plain'],
    ['application/octet-stream', '<html>', 'text/html'],
    ['text/plain', '<html>', 'text/plain'],
    ['application/xhtml+xml', 'x', 'text/html'],
  ])('%s %j', (declared, beginning, type) => expect(readableType(declared, beginning)).toBe(type))

  it.each(['application/pdf', 'image/png', 'application/json'])('refuses %s', (declared) =>
    expect(() => readableType(declared, 'x')).toThrowError(expect.objectContaining({ code: 'unsupported-media-type' })),
  )
})
