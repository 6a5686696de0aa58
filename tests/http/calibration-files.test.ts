import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { createApp } from '../../src/http/app.ts'
import { Calibration } from '../../src/queries/report/calibration.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { instant, inWorld } from '../support/embedded.ts'
import { brokenXml } from '../web/charts/xml.ts'
import { loadEnteredCohort, makeAuthor, siteOf } from '../web/site.ts'

describe('the curve of a report that is shown', () => {
  test('is the same in JSON, as a table and in the picture', () =>
    inWorld(async (world) => {
      const { collection, slugs } = await loadEnteredCohort(world)
      const { get } = siteOf(world)
      const base = `/v1/authors/${slugs[1]}/calibration`
      const asked = `?collection=${collection.slug}`
      const report = Calibration.parse(JSON.parse((await get(base + asked)).text))
      const table = await get(`${base}.csv${asked}`)
      expect(table.headers.get('hindcast-withheld')).toBeNull()
      expect(table.headers.get('content-disposition')).toContain(
        `filename="${slugs[1]}-calibration-${collection.slug}-prospective-own.csv"`,
      )
      const rows = parse(table.text, {
        columns: true,
        cast: (cell, { header }) => (header ? cell : cell === '' ? null : Number(cell)),
      })
      expect(rows).toEqual(
        report.curve?.points.map(({ p, n, hits, recalibrated }, at) => ({
          p,
          n,
          hits,
          observed: hits / n,
          recalibrated,
          band_low: report.curve?.bands.consistency.resampled[at]?.low,
          band_high: report.curve?.bands.consistency.resampled[at]?.high,
          lowest: report.bounds?.curve?.[at]?.lowest,
          highest: report.bounds?.curve?.[at]?.highest,
          withheld: null,
        })),
      )
      expect(rows).toMatchObject([
        { p: 0.4, n: 100, hits: 0 },
        { p: 0.6, n: 100, hits: 100 },
      ])

      const picture = await get(`${base}.svg${asked}`)
      expect(brokenXml(picture.text)).toBeNull()
      expect(picture.headers.get('hindcast-withheld')).toBeNull()
      expect(picture.text).toContain(`Prospective, own voice, in ${collection.name}.`)
      expect(picture.text).toContain('said 40\u00a0%: 0 of 100 happened (0\u00a0%)')
      expect(picture.text).toContain('The line leaves the band')
      expect([...picture.text.matchAll(/<circle class="dot" cx="(?!15")/g)]).toHaveLength(2)
    }))

  test('carries a tag that changes with how it is drawn, and 304 while it stands', () =>
    inWorld(async (world) => {
      const { slug } = await makeAuthor(world, 'Ada Say')
      await sealFacts(world.at('2026-03-11'), {})
      const services = { ...servicesHere(world.database), clock: () => instant('2026-06-15T12:00:00.000Z') }
      const app = createApp(() => services, draws)
      const redrawn = createApp(() => services, { ...draws, version: 'another' })
      const base = `/v1/authors/${slug}/calibration`
      const tags = new Map<string, string>()
      for (const ending of ['', '.svg', '.csv']) {
        const tag = (await app.request(base + ending)).headers.get('etag') ?? ''
        expect(tag).toMatch(/^W\/"p\d+-[0-9a-f]{32}"$/)
        const again = await app.request(base + ending, { headers: { 'if-none-match': tag } })
        expect([again.status, await again.text()]).toEqual([304, ''])
        tags.set(ending, tag)
      }
      expect(new Set(tags.values()).size).toBe(3)
      const held = { 'if-none-match': [...tags.values()].join(', ') }
      const after = ['', '.svg', '.csv'].map((ending) => redrawn.request(base + ending, { headers: held }))
      expect((await Promise.all(after)).map(({ status }) => status)).toEqual([304, 200, 304])
    }))
})
