import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const folder = new URL('../../examples/commentary/', import.meta.url)
const marker = 'Fictional sample text for Hindcast. The places, people and events in it are invented.'
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

const day = z.iso.date()
const quoted = z.strictObject({ file: z.string(), quote: z.string().min(1) })

const manifest = z
  .strictObject({
    note: z.string(),
    collection: z.strictObject({ name: z.string(), rule: z.string(), readThrough: day }),
    sources: z.array(
      z.strictObject({
        file: z.string(),
        title: z.string(),
        author: z.string(),
        publisher: z.string(),
        publishedAt: day,
        publishedAtRange: z.tuple([day, day]),
        language: z.literal('en'),
        topics: z.array(z.string()).min(1),
      }),
    ),
  })
  .parse(JSON.parse(read('manifest.json')))

const { note, events } = z
  .strictObject({
    note: z.string(),
    events: z.array(
      quoted.extend({
        id: z.string().regex(/^E\d\d$/),
        title: z.string(),
        kind: z.string().optional(),
        entities: z.array(z.string()).min(1),
        happenedOn: day,
        settles: z
          .array(quoted.extend({ outcome: z.enum(['yes', 'no']), bearing: z.enum(['shows', 'excludes', 'none']) }))
          .min(1),
      }),
    ),
  })
  .parse(JSON.parse(read('events.json')))

const ruled = z
  .strictObject({
    note: z.string(),
    policy: z.string(),
    questions: z.array(
      quoted.extend({
        family: z.string(),
        rules: z
          .array(
            z.strictObject({
              eventKind: z.string(),
              entities: z.array(z.string()).min(1),
              bearing: z.literal('excludes').optional(),
              when: z.literal('after-window').optional(),
            }),
          )
          .min(1),
      }),
    ),
  })
  .parse(JSON.parse(read('questions.json')))

const { sources } = manifest
const texts = new Map(sources.map(({ file }) => [file, read(file)]))
const byFile = new Map(sources.map((source) => [source.file, source]))
const settlements = events.flatMap((event) => event.settles.map((settles) => ({ event, settles })))
const isWeak = (quote: string) => /\b(may|might|could)\b/.test(quote)
const isSpoken = (quote: string) => quote.startsWith('“')

function sourceOf(file: string) {
  const source = byFile.get(file)
  if (source === undefined) throw new Error(`${file} is not in the manifest`)
  return source
}

function occurrences(quote: string, file: string): number {
  return (texts.get(file) ?? '').split(quote).length - 1
}

describe('manifest', () => {
  test('lists every text of the folder, by date', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    expect(sources.map(({ file }) => file)).toEqual(files.sort())
    const dates = sources.map(({ publishedAt }) => publishedAt)
    expect(dates).toEqual([...dates].sort())
  })

  test('holds at least 14 pieces over two years, three outlets, four authors with three pieces or more each', () => {
    expect(sources.length).toBeGreaterThanOrEqual(14)
    const [first, last] = [sources.at(0)?.publishedAt ?? '', sources.at(-1)?.publishedAt ?? '']
    expect(Date.parse(last) - Date.parse(first)).toBeGreaterThanOrEqual(700 * 86_400_000)
    expect(first >= '2022-01-01' && last <= '2024-01-31').toBe(true)
    expect(new Set(sources.map(({ publisher }) => publisher)).size).toBe(3)
    const authors = new Set(sources.map(({ author }) => author))
    expect(authors.size).toBeGreaterThanOrEqual(4)
    for (const author of authors) {
      expect(sources.filter((source) => source.author === author).length, author).toBeGreaterThanOrEqual(3)
    }
  })

  test('is marked as fictional', () => {
    expect(manifest.note).toContain('Fictional')
    expect(note).toContain('Fictional')
  })
})

describe.each(sources)('$file', ({ file, title, author, publishedAt, publishedAtRange }) => {
  const lines = read(file).split('\n')

  test('opens with the marker, the title and the byline', () => {
    expect(lines.slice(0, 6)).toEqual([marker, '', title, '', `By ${author}`, ''])
  })

  test('is 400 to 800 words in typographic quotes, one paragraph a line', () => {
    const body = lines.slice(6).join('\n')
    const words = body.split(/\s+/).filter(Boolean).length
    expect(words).toBeGreaterThanOrEqual(400)
    expect(words).toBeLessThanOrEqual(800)
    expect(body).not.toMatch(/["'\r]|\n\n\n/)
    expect(body).toMatch(/[^\n]\n$/)
  })

  test('is dated inside its range', () => {
    expect(publishedAtRange[0] <= publishedAt && publishedAt <= publishedAtRange[1]).toBe(true)
  })
})

describe('events', () => {
  test('have running ids and come in the order in which they happened', () => {
    expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => `E${String(i + 1).padStart(2, '0')}`))
    const days = events.map(({ happenedOn }) => happenedOn)
    expect(days).toEqual([...days].sort())
  })

  test.each(events)('$id $title: the quote occurs once, in a piece published on the day or later', (event) => {
    expect(occurrences(event.quote, event.file)).toBe(1)
    expect(sourceOf(event.file).publishedAt >= event.happenedOn).toBe(true)
  })

  test.each(settlements)('$event.id settles “$settles.quote”', ({ event, settles }) => {
    expect(occurrences(settles.quote, settles.file)).toBe(1)
    const said = sourceOf(settles.file)
    expect(said.publishedAtRange[1] < event.happenedOn, 'said before it happened').toBe(true)
    expect(said.publishedAtRange[1] < sourceOf(event.file).publishedAtRange[0], 'said before the report').toBe(true)
    expect(settles.outcome).toBe(settles.bearing === 'shows' ? 'yes' : 'no')
  })

  test('settle no prediction twice', () => {
    const keys = settlements.map(({ settles }) => `${settles.file}\n${settles.quote}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('rules', () => {
  const key = ({ file, quote }: { file: string; quote: string }) => `${file}\n${quote}`

  test('are declared for the statements that an event decides, each once, with the family that the events give', () => {
    expect(ruled.questions.map(key).sort()).toEqual(settlements.map(({ settles }) => key(settles)).sort())
    const families = new Map(ruled.questions.map((question) => [key(question), question.family]))
    for (const { settles } of events) expect(new Set(settles.map((one) => families.get(key(one)))).size).toBe(1)
  })

  test('name no outcome, and no day', () => {
    expect(JSON.stringify(ruled.questions.map(({ rules }) => rules))).not.toMatch(/yes|"no"|20\d\d/)
  })
})

describe('decided predictions', () => {
  const strong = settlements.filter(({ settles }) => !isWeak(settles.quote) && !isSpoken(settles.quote))

  test('are at least 35 in the own voice without a weak hedge, about at least 30 events', () => {
    expect(strong.length).toBeGreaterThanOrEqual(35)
    expect(new Set(strong.map(({ event }) => event.id)).size).toBeGreaterThanOrEqual(30)
  })

  test('give three authors ten or more on different events, with both outcomes', () => {
    const authors = [...new Set(sources.map(({ author }) => author))]
    const full = authors.filter((author) => {
      const own = strong.filter(({ settles }) => sourceOf(settles.file).author === author)
      const outcomes = new Set(own.map(({ settles }) => settles.outcome))
      return new Set(own.map(({ event }) => event.id)).size >= 10 && outcomes.size === 2
    })
    expect(full.length).toBeGreaterThanOrEqual(3)
  })

  test('include quoted speakers, weak hedges and every bearing', () => {
    expect(settlements.filter(({ settles }) => isSpoken(settles.quote)).length).toBeGreaterThanOrEqual(5)
    expect(settlements.filter(({ settles }) => isWeak(settles.quote)).length).toBeGreaterThanOrEqual(5)
    expect(new Set(settlements.map(({ settles }) => settles.bearing)).size).toBe(3)
  })

  test('leave a share open: some sentences about the future are in no event', () => {
    const last = sources.at(-1)?.file ?? ''
    expect(settlements.some(({ settles }) => settles.file === last)).toBe(false)
  })
})
