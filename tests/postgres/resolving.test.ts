import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { plusMs } from '../../src/core/fetching/pace.ts'
import { Resolvers } from '../../src/core/resolution/resolver.ts'
import { resolveQuestions } from '../../src/jobs/resolve-questions.ts'
import { HOST, hostContext, servicesHere } from '../../src/server.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { listProposals } from '../../src/storage/proposals.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { logOf } from '../../src/storage/resolutions.ts'
import { day } from '../support/embedded.ts'
import { freshDatabase } from '../support/postgres.ts'

let services: Services
let close = async (): Promise<void> => undefined

beforeAll(async () => {
  const database = openPostgres(await freshDatabase(inject('postgresUrl')), { max: 20 })
  close = database.close
  services = servicesHere(database)
})
afterAll(() => close())

it('four runs at once, while events are recorded, settle each question once by one proposal', async () => {
  const context = hostContext(services)
  const { reader } = services.database
  const names = Array.from({ length: 24 }, (_, at) => `Mill ${at}`)
  const asked = await Promise.all(
    names.map(async (name) => {
      const rule = { kind: 'by-event', entities: [name], eventKind: 'closing', settles: true }
      const window = { windowStart: day('2024-01-15'), windowEnd: day('2024-12-31') }
      const resolvers = Resolvers.parse([rule])
      return (await createQuestion(context, { wording: `${name} closes.`, ...window, resolvers })).question.id
    }),
  )
  const record = (name: string) =>
    recordEvent(context, {
      title: `${name} closes`,
      kind: 'closing',
      entities: [name],
      happened: day('2024-06-01'),
      url: 'https://example.org/closing',
    })
  const run = (at: number) => resolveQuestions(services, HOST, plusMs(context.now, -at * 60_000))
  await Promise.all([...names.map(record), run(1), run(2), run(3), run(4)])
  const last = await run(5)
  expect(last?.failed).toBe(0)
  for (const id of asked) {
    expect(await findQuestion(reader, id)).toMatchObject({ status: 'resolved', outcome: 'yes' })
    const page = await listProposals(reader, { questionId: id, status: null }, { limit: 9, cursor: null })
    expect(page.items).toMatchObject([{ status: 'settled', resolver: 'by-event' }])
    expect((await logOf(reader, id)).filter(({ step }) => step === 'settle')).toHaveLength(1)
  }
})
