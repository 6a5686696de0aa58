import { expect, it } from 'vitest'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { recordCoverage } from '../../../src/actions/resolving/record-coverage.ts'
import { recordSource } from '../../../src/actions/resolving/record-source.ts'
import { frameCoverage } from '../../../src/queries/report/frame-coverage.ts'
import { recorded } from '../../actions/story.ts'
import { day, instant, inWorld } from '../../support/embedded.ts'

const frame = { name: 'Papers', rule: 'every op-ed', readWhole: true, caveat: null }

it('tells how far each outlet of a frame was read, and how much was taken from it', () =>
  inWorld(async (world) => {
    const context = world.at('2026-06-01')
    const sources = []
    for (const name of ['Gazette', 'Herald', 'Times'])
      sources.push((await recordSource(context, { name, reportingLagDays: 2 })).source)
    const [gazette, herald] = sources
    const dates = { publishedFrom: day('2026-01-01'), publishedUntil: day('2026-03-31') }
    const sent = { ...frame, ...dates, sourceIds: sources.map(({ id }) => id) }
    const { collection } = await recordCollection(context, sent)
    await recordCoverage(context, { sourceId: gazette?.id ?? '', readThrough: day('2026-03-31') })
    await recordCoverage(context, { sourceId: herald?.id ?? '', readThrough: day('2026-03-30') })
    const piece = { collection: 'papers', publisher: 'Gazette' }
    await recorded(world, { on: '2026-02-01', quote: 'It will rain.', end: null, piece })

    const now = instant('2026-06-01T12:00:00.000Z')
    expect(await frameCoverage(world.tx, collection, now)).toEqual([
      { source: gazette, readThrough: '2026-03-31', whole: true, commentaries: 1 },
      { source: herald, readThrough: '2026-03-30', whole: false, commentaries: 0 },
      { source: sources[2], readThrough: null, whole: false, commentaries: 0 },
    ])
    // A frame that goes on is read whole when it is read through today.
    expect((await frameCoverage(world.tx, { ...collection, publishedUntil: null }, now))[0]?.whole).toBe(false)

    expect(await recordCollection(context, { ...sent, sourceIds: sent.sourceIds.toReversed() })).toMatchObject({
      created: false,
    })
    const other = recordCollection(context, { ...sent, publishedUntil: null })
    await expect(other).rejects.toMatchObject({ code: 'already-exists' })
    const unknown = recordCollection(context, { ...sent, name: 'Others', sourceIds: [world.newId('source')] })
    await expect(unknown).rejects.toMatchObject({ code: 'not-found', fields: [{ field: 'sourceIds' }] })
  }))
