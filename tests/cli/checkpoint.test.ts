import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contextOf } from '../../src/actions/context.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { checkpointCommand } from '../../src/cli/remote/checkpoint.ts'
import { readCheckpoint } from '../../src/core/ledger/checkpoint.ts'
import { sealCommittedFacts } from '../../src/jobs/seal-facts.ts'
import { ledgerSigner } from '../../src/outside/ledger-signer.ts'
import { HOST } from '../../src/server.ts'
import { day } from '../support/embedded.ts'
import { hostHere } from './in-process.ts'

let here: Awaited<ReturnType<typeof hostHere>>
const scratch = mkdtempSync(join(tmpdir(), 'hindcast-checkpoint-'))
const file = join(scratch, 'checkpoint.txt')
const check = (...more: string[]) => here.run('--server', here.url, '--keep', file, ...more)

beforeAll(async () => {
  here = await hostHere(checkpointCommand)
})
afterAll(async () => {
  await here?.close()
  rmSync(scratch, { recursive: true, force: true })
})

/** Another fact, sealed and signed by the secret of the server or another. */
const grow = async (wording: string, secret?: string): Promise<void> => {
  const services = secret === undefined ? here.services : { ...here.services, ledgerSigner: ledgerSigner(secret) }
  await createQuestion(contextOf(services, HOST), {
    wording,
    criteria: 'by the gauge',
    windowStart: day('2026-12-01'),
    windowEnd: day('2027-12-31'),
  })
  await sealCommittedFacts(services, HOST, services.clock())
}
const sizeIn = (text: string): number => readCheckpoint(text)?.size ?? 0
const kept = (): string => readFileSync(file, 'utf8')

it('keeps the newest where it continues the one that is kept, and what another key signed where that key is told', async () => {
  await grow('Will the Orrin flood?')
  expect((await check()).code).toBe(0)
  const first = kept()
  const key = (await here.services.ledgerSigner())?.verifier ?? ''
  await grow('Will the Orrin freeze?')
  expect((await check('--ledger-key', key)).stderr).toContain(`It continues the ${sizeIn(first)} facts`)
  const second = kept()
  expect(sizeIn(second)).toBeGreaterThan(sizeIn(first))

  await grow('Will the Orrin run dry?', 'the next secret of thirty-two letters')
  const refused = await check()
  expect([refused.code, refused.stderr, kept()]).toEqual([1, expect.stringContaining('is not signed by'), second])
  const done = await check('--kept-key', key)
  expect([done.code, done.stderr]).toEqual([0, `It continues the ${sizeIn(second)} facts of ${file}.\n`])
  expect(sizeIn(kept())).toBeGreaterThan(sizeIn(second))

  writeFileSync(file, second)
  expect((await check('--kept-key', key.replace(/.$/, 'A'))).code).toBe(1)
  expect(kept()).toBe(second)
})
