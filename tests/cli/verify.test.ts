import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { beforeAll, describe, expect, it } from 'vitest'
import { redactText } from '../../src/actions/reading/redact-text.ts'
import { openFolder } from '../../src/cli/verifying/export-folder.ts'
import { type Known, verifyExport } from '../../src/cli/verifying/verify-export.ts'
import type { LedgerRow } from '../../src/core/ledger/ledger-row.ts'
import { publishedFields } from '../../src/core/ledger/published-fields.ts'
import { LEDGER_FILE } from '../../src/core/ledger/verify.ts'
import { MANIFEST, MANIFEST_NOTE, Manifest } from '../../src/core/snapshot-files.ts'
import { writeFullExport } from '../../src/jobs/full-export.ts'
import { sealAll } from '../../src/jobs/seal-facts.ts'
import { servicesHere } from '../../src/server.ts'
import { recordEveryFact } from '../actions/every-fact.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { type Files, folderOf, intoMemory, linesOf, textOf } from './exported.ts'
import { isSame, tamper } from './tampering.ts'

const TAMPERS = Number(process.env['HINDCAST_TAMPERS'] ?? 300)
const SEED = Number(process.env['HINDCAST_TAMPERS_SEED'] ?? 20261130)
const unknown: Known = { against: null, key: null }
const SECRET = 'a secret of thirty-two characters'

const servicesIn = ({ database, newId, newSalt }: World, now: string, secret = SECRET) => ({
  ...servicesHere(database, undefined, undefined, secret),
  newId,
  newSalt,
  clock: () => instant(now),
})

/** A full export of the world as it is. */
const exportOf = async (world: World, now: string, secret = SECRET): Promise<Files> => {
  const services = servicesIn(world, now, secret)
  await sealAll(services, REVIEWER)
  const files: Files = new Map()
  await writeFullExport(services, REVIEWER, { name: 'all', now: instant(now), into: intoMemory(files) })
  return files
}
const manifestOf = (files: Files): Manifest => Manifest.parse(JSON.parse(textOf(files, MANIFEST)))
const verify = (files: Files, known: Known = unknown) => verifyExport(folderOf(files), known)
const put = (files: Files, name: string, text: string): Files =>
  new Map(files).set(name, new TextEncoder().encode(text))

/** An export of every kind of fact, one of the same ledger before its last facts, and one that another secret signed. */
let [whole, earlier, forged]: Files[] = []
beforeAll(async () => {
  await inWorld(async (world) => {
    await recordEveryFact(world)
    earlier = await exportOf(world, '2026-07-01T00:00:00.000Z')
    const [dispute] = linesOf(earlier, 'disputes.ndjson').map(
      (line) => JSON.parse(line) as { id: string; grounds: string | null },
    )
    if (!dispute) throw new Error('no dispute')
    const subject = { kind: 'dispute', id: dispute.id } as const
    await redactText(world.at('2026-07-02'), { subject, reason: 'it names a child' })
    whole = await exportOf(world, '2026-07-03T00:00:00.000Z')
  })
  await inWorld(async (world) => {
    await recordEveryFact(world)
    forged = await exportOf(world, '2026-07-01T00:00:00.000Z', 'another secret of thirty-two letters')
  })
}, 240_000)

const rowsOf = (files: Files): LedgerRow[] => linesOf(files, LEDGER_FILE).map((line) => JSON.parse(line) as LedgerRow)

describe('an export as it was written', () => {
  it('is accepted, before and after a redaction, and says which key signed it', async () => {
    const key = manifestOf(whole as Files).checkpoint?.key ?? ''
    const before = await verify(earlier as Files)
    expect(before).toMatchObject({ faults: [], redacted: 1, key, facts: rowsOf(earlier as Files).length })
    expect(await verify(whole as Files, { against: null, key })).toMatchObject({ faults: [], redacted: 2, key })
  })

  it('continues what was signed before', async () => {
    const note = manifestOf(earlier as Files).checkpoint?.note ?? ''
    const report = await verify(whole as Files, { against: note, key: null })
    expect(report).toMatchObject({ faults: [], against: { size: rowsOf(earlier as Files).length } })
    expect(
      (await verify(earlier as Files, { against: manifestOf(whole as Files).checkpoint?.note ?? '', key: null }))
        .faults,
    ).toEqual([
      {
        file: LEDGER_FILE,
        position: null,
        detail: expect.stringContaining('not those of the checkpoint that you kept'),
      },
    ])
  })

  it('shows who recorded nothing, nor what was redacted or is for reviewers', () => {
    const withheld = new Set<string>()
    for (const { id, kind, fields, digests, salts } of rowsOf(whole as Files)) {
      expect([kind, publishedFields[kind]]).toEqual([kind, expect.arrayContaining(Object.keys(fields))])
      for (const field of Object.keys(digests)) expect(salts).not.toHaveProperty(field)
      if (id !== null) for (const field of Object.keys(digests)) withheld.add(`${kind} ${field}`)
      else expect(fields).toEqual({})
    }
    expect([...withheld].sort()).toMatchInlineSnapshot(`
      [
        "author-link recordedBy",
        "baseline recordedBy",
        "dispute contentSha256",
        "dispute grounds",
        "dispute recordedBy",
        "dispute-confirmation confirmedBy",
        "dispute-confirmation how",
        "dispute-reply contentSha256",
        "dispute-reply recordedBy",
        "dispute-ruling ruledBy",
        "event recordedBy",
        "event-review reviewer",
        "evidence recordedBy",
        "extraction-run textVersion",
        "option recordedBy",
        "prediction importKey",
        "prediction recordedBy",
        "reading bylines",
        "reading canonicalUrl",
        "reading publisher",
        "reading taken",
        "reading textVersion",
        "reading title",
        "reading topics",
        "redaction redactedBy",
        "review reviewer",
        "second-opinion reviewer",
        "topic recordedBy",
        "version recordedBy",
      ]
    `)
    expect(textOf(whole as Files, LEDGER_FILE)).not.toContain('person:')
    for (const files of [earlier, whole]) expect(textOf(files as Files, LEDGER_FILE)).not.toContain('Elm Row')
  })
})

describe('an export that was tampered with', () => {
  it(`is refused: ${TAMPERS} random changes, covered up as far as it goes without the key`, async () => {
    const generator = xoroshiro128plus(SEED)
    const dice = (below: number): number => uniformInt(generator, 0, below - 1)
    const through: string[] = []
    for (let tried = 0; tried < TAMPERS; ) {
      const { files, where } = tamper(dice, whole as Files)
      if (isSame(files, whole as Files)) continue
      tried++
      if ((await verify(files)).faults.length === 0) through.push(`${tried}: ${where}`)
    }
    expect(through).toEqual([])
  }, 3_600_000)

  it('is refused where another key signed all of it, to who knows the key or kept a checkpoint', async () => {
    expect((await verify(forged as Files)).faults).toEqual([])
    const { note = '', key = '' } = manifestOf(earlier as Files).checkpoint ?? {}
    const byKey = await verify(forged as Files, { against: null, key })
    expect(byKey.faults.map(({ file }) => file)).toEqual([MANIFEST_NOTE, MANIFEST])
    const byCheckpoint = await verify(forged as Files, { against: note, key: null })
    expect(byCheckpoint.faults).not.toEqual([])
  })

  it('is refused where what signs it is taken away', async () => {
    const files = new Map(whole as Files)
    files.delete(MANIFEST_NOTE)
    expect((await verify(files)).faults).toMatchObject([{ file: MANIFEST_NOTE }])
    const unsigned = put(files, MANIFEST, JSON.stringify({ ...manifestOf(files), checkpoint: null }))
    expect((await verify(unsigned)).faults).toMatchObject([
      { detail: expect.stringContaining('nothing signs this export') },
    ])
    const added = put(whole as Files, 'more.ndjson', '{}\n')
    expect((await verify(added)).faults).toEqual([
      { file: 'more.ndjson', position: null, detail: 'the manifest does not name it' },
    ])
  })

  it('is told where a public row says otherwise than its fact, though all of it is signed', async () => {
    const rows = linesOf(whole as Files, 'predictions.ndjson')
    const [first = '', ...rest] = rows
    const lie = { ...(JSON.parse(first) as object), act: 'withdraw' }
    const loose = new Map(whole as Files)
    for (const name of [...loose.keys()]) if (!name.endsWith('.ndjson')) loose.delete(name)
    const { note = '', key = '' } = manifestOf(whole as Files).checkpoint ?? {}
    const known = { against: note, key }
    expect((await verify(loose, known)).faults).toEqual([])
    const changed = put(loose, 'predictions.ndjson', [JSON.stringify(lie), ...rest, ''].join('\n'))
    expect((await verify(changed, known)).faults).toMatchObject([
      { file: 'predictions.ndjson', detail: 'act: not what the ledger says' },
    ])
    const cut = put(loose, 'predictions.ndjson', [...rest, ''].join('\n'))
    expect((await verify(cut, known)).faults.at(-1)).toMatchObject({
      file: 'predictions.ndjson',
      detail: 'a row is missing',
    })
    const more = put(loose, 'predictions.ndjson', [...rows, first, ''].join('\n'))
    expect((await verify(more, known)).faults).toEqual([
      { file: 'predictions.ndjson', position: null, detail: 'it has rows that the ledger does not know' },
    ])
  })
})

describe('what is no export', () => {
  it('is refused with what to do', async () => {
    await expect(openFolder('/nowhere/at/all')).rejects.toMatchObject({ code: 'not-found' })
    await expect(openFolder(import.meta.dirname)).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
