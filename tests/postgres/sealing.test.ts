import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordCommentary } from '../../src/actions/reading/record-commentary.ts'
import { recordCoverage } from '../../src/actions/resolving/record-coverage.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { memberTables } from '../../src/core/ledger/fact-kinds.ts'
import { hostContext, servicesHere } from '../../src/server.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { pieceOf } from '../actions/story.ts'
import { day } from '../support/embedded.ts'
import { factsIn, leavesIn, linesOf, waitingIn } from '../support/ledger.ts'
import { freshDatabase } from '../support/postgres.ts'

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

let database: OpenDatabase
const here = () => hostContext(servicesHere(database))

beforeAll(async () => {
  database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 20 })
})

afterAll(() => database?.close())

const ask = (wording: string) => ({ wording, windowStart: day('2026-01-01'), windowEnd: day('2026-01-31') })

const sealAll = async (limit = 5000): Promise<void> => {
  while (!(await sealFacts(here(), { limit })).done);
}

describe('the sealer', () => {
  it('gives every fact one position, without gaps, beside 16 writers and 4 sealers of which some crash', async () => {
    let writing = true
    let crashes = 0
    const crash = new Error('the sealer dies before it commits')
    const write = async (writer: number) => {
      for (const at of times(12, (n) => n)) {
        const name = `${writer} ${at}`
        if (at % 3 === 0) await createQuestion(here(), ask(name))
        else if (at % 3 === 1) {
          const { source } = await recordSource(here(), { name, reportingLagDays: 0 })
          await recordCoverage(here(), { sourceId: source.id, readThrough: day('2026-01-31') })
        } else {
          const piece = pieceOf({ on: '2026-01-05', quote: `It will rain on ${name}.`, end: '2026-03-31', by: [name] })
          await recordCommentary(here(), piece)
        }
      }
    }
    const seal = async (sealer: number) => {
      for (let round = 0; writing; round++) {
        if (sealer > 0 || round % 2 === 0) {
          await sealFacts(here(), { limit: 1 + ((sealer + round) % 7) })
          continue
        }
        const { database: _, ...circumstances } = here()
        const dying = database.transaction(async (tx) => {
          await sealFacts({ ...circumstances, tx }, { limit: 3 })
          throw crash
        })
        await expect(dying).rejects.toBe(crash)
        crashes += 1
      }
    }
    const sealers = times(4, seal)
    await Promise.all(times(16, write))
    writing = false
    await Promise.all(sealers)
    await sealAll()

    expect(crashes).toBeGreaterThan(0)
    const leaves = await leavesIn(database.reader)
    expect(leaves.length).toBeGreaterThanOrEqual(16 * 12)
    expect(leaves.map(({ position }) => position)).toEqual(leaves.map((_, at) => at + 1))
    expect(linesOf(leaves.filter(({ kind }) => !(kind in memberTables)))).toEqual(
      linesOf(await factsIn(database.reader)),
    )
    expect(await waitingIn(database.reader)).toEqual([])
    const instants = leaves.map(({ sealedAt }) => sealedAt)
    expect(instants).toEqual([...instants].sort())
    // A commentary and how it was read are one transaction: they stand together, and end together.
    const commentaries = leaves.filter(({ kind }) => kind === 'commentary')
    expect(commentaries).toHaveLength(64)
    for (const { position, ends } of commentaries) {
      expect([ends, leaves[position]?.kind, leaves[position]?.ends]).toEqual([false, 'extraction-run', true])
    }
  })

  it('gives a later position to what is committed after later facts were sealed', async () => {
    const { database: _, ...circumstances } = here()
    let goOn = (): void => undefined
    const sealedMeanwhile = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let begun = (): void => undefined
    const appended = new Promise<void>((resolve) => {
      begun = resolve
    })
    let slow = ''
    const slowOne = database.transaction(async (tx) => {
      slow = (await createQuestion({ ...circumstances, tx }, ask('appended first, committed last'))).question.version.id
      begun()
      await sealedMeanwhile
    })
    await appended
    const quick = (await createQuestion(here(), ask('appended second, committed first'))).question.version.id
    await sealAll()
    const before = await leavesIn(database.reader)
    expect(before.at(-1)?.factId).toBe(quick)
    goOn()
    await slowOne
    await sealAll()
    const after = await leavesIn(database.reader)
    expect(after.slice(0, -1)).toEqual(before)
    expect(after.at(-1)).toMatchObject({ factId: slow, position: before.length + 1 })
  })
})
