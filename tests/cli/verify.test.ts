import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redactText } from '../../src/actions/reading/redact-text.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { openFolder } from '../../src/cli/verifying/export-folder.ts'
import { reckoned } from '../../src/cli/verifying/reckoned.ts'
import { verifyCommand } from '../../src/cli/verifying/verify.ts'
import { type Known, verifyExport } from '../../src/cli/verifying/verify-export.ts'
import { type Checkpoint, checkpointText } from '../../src/core/ledger/checkpoint.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { type FactFile, type FactFileName, factFiles } from '../../src/core/ledger/fact-files.ts'
import type { LedgerRow } from '../../src/core/ledger/ledger-row.ts'
import { noteSigner } from '../../src/core/ledger/note.ts'
import { publishedFields } from '../../src/core/ledger/published-fields.ts'
import { heldAgainst } from '../../src/core/ledger/shown-row.ts'
import { LEDGER_FILE } from '../../src/core/ledger/verify.ts'
import { MANIFEST, MANIFEST_NOTE, Manifest, manifestText } from '../../src/core/snapshot-files.ts'
import { writeFullExport } from '../../src/jobs/full-export.ts'
import { sealAll } from '../../src/jobs/seal-facts.ts'
import { servicesHere } from '../../src/server.ts'
import { recordEveryFact } from '../actions/every-fact.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { type Files, folderOf, intoMemory, linesOf, textOf } from './exported.ts'
import { another, isSame, tamper, tamperLoose } from './tampering.ts'

const TAMPERS = Number(process.env['HINDCAST_TAMPERS'] ?? 300)
/** So many of them start from files that came one by one. */
const LOOSE = Math.floor(TAMPERS / 3)
const SEED = Number(process.env['HINDCAST_TAMPERS_SEED'] ?? 20261130)
const unknown: Known = { against: null, key: null, againstKey: null }
const SECRET = 'a secret of thirty-two characters'
/** JSON holds these as they are, and a reader of lines may take them for the end of one. */
const SEPARATED = 'one\u2028two\u2029three'

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
const verify = (files: Files, known: Partial<Known> = {}) => verifyExport(folderOf(files), { ...unknown, ...known })
const signatureOf = (files: Files | undefined): { note: string; key: string } =>
  manifestOf(files as Files).checkpoint ?? { note: '', key: '' }

/** What the command prints and notes of a folder. */
const commanded = async (folder: string, ...options: string[]): Promise<{ printed: string; noted: string }> => {
  const [printed, noted]: string[][] = [[], []]
  const terminal: Terminal = {
    now: () => instant('2026-07-05T00:00:00.000Z'),
    environment: {},
    print: (line) => void printed?.push(line),
    note: (line) => void noted?.push(line),
  }
  await verifyCommand(terminal).parseAsync([folder, ...options], { from: 'user' })
  process.exitCode = undefined
  return { printed: printed?.join('\n') ?? '', noted: noted?.join('\n') ?? '' }
}

/** The files that `/v1/exports` gives as NDJSON, with nothing that signs them. */
const looseOf = (files: Files): Files => new Map([...files].filter(([name]) => name.endsWith('.ndjson')))
const put = (files: Files, name: string, text: string): Files =>
  new Map(files).set(name, new TextEncoder().encode(text))

/**
 * An export of every kind of fact, one of the same ledger before its last facts, the first again by the next secret of that server, and
 * one that is another server's.
 */
let [whole, earlier, rekeyed, forged]: Files[] = []
beforeAll(async () => {
  await inWorld(async (world) => {
    await recordEveryFact(world)
    earlier = await exportOf(world, '2026-07-01T00:00:00.000Z')
    const [dispute] = linesOf(earlier, 'disputes.ndjson').map(
      (line) => JSON.parse(line) as { id: string; grounds: string | null },
    )
    if (!dispute) throw new Error('no dispute')
    const subject = { kind: 'dispute', id: dispute.id } as const
    await redactText(world.at('2026-07-02'), { subject, reason: SEPARATED })
    whole = await exportOf(world, '2026-07-03T00:00:00.000Z')
    rekeyed = await exportOf(world, '2026-07-04T00:00:00.000Z', 'the next secret of thirty-two letters')
  })
  await inWorld(async (world) => {
    await recordEveryFact(world)
    forged = await exportOf(world, '2026-07-01T00:00:00.000Z', 'another secret of thirty-two letters')
  })
}, 240_000)

const rowsOf = (files: Files): LedgerRow[] => linesOf(files, LEDGER_FILE).map((line) => JSON.parse(line) as LedgerRow)

const scratch = mkdtempSync(join(tmpdir(), 'hindcast-verify-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Files on the disk. */
const onDisk = (name: string, files: Files): string => {
  const folder = join(scratch, name)
  mkdirSync(folder)
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes)
  return folder
}

/** A checkpoint in a file of its own. */
const kept = (name: string, note: string): string => {
  writeFileSync(join(scratch, name), note)
  return join(scratch, name)
}

/** Whether a name is that of a field or of a part of it, `a.b`. */
const isPartOf = (name: string, field: string): boolean => name === field || name.startsWith(`${field}.`)

const diceOf = (seed: number) => {
  const generator = xoroshiro128plus(seed)
  return (below: number): number => uniformInt(generator, 0, below - 1)
}

describe('an export as it was written', () => {
  it('is accepted, before and after a redaction, and says which key signed it', async () => {
    const key = manifestOf(whole as Files).checkpoint?.key ?? ''
    const before = await verify(earlier as Files)
    expect(before).toMatchObject({ faults: [], redacted: 1, key, facts: rowsOf(earlier as Files).length })
    expect(await verify(whole as Files, { key })).toMatchObject({ faults: [], redacted: 2, key })
  })

  it('continues what was signed before', async () => {
    const report = await verify(whole as Files, { against: signatureOf(earlier).note })
    expect(report).toMatchObject({ faults: [], against: { size: rowsOf(earlier as Files).length } })
    expect((await verify(earlier as Files, { against: signatureOf(whole).note })).faults).toEqual([
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
        "erasure erasedBy",
        "event recordedBy",
        "event-review reviewer",
        "evidence recordedBy",
        "extraction-run fallback",
        "extraction-run textVersion",
        "extraction-run usage",
        "option recordedBy",
        "prediction importKey",
        "prediction quote",
        "prediction recordedBy",
        "reading bylines",
        "reading canonicalUrl",
        "reading publisher",
        "reading taken",
        "reading textVersion",
        "reading title",
        "reading topics",
        "redaction redactedBy",
        "review parts",
        "review reviewer",
        "second-opinion decision",
        "second-opinion orientation",
        "second-opinion phrase",
        "second-opinion polarity",
        "second-opinion reason",
        "second-opinion recordedAt",
        "second-opinion reviewer",
        "second-opinion windowEnd",
        "topic recordedBy",
        "version recordedBy",
      ]
    `)
    expect(textOf(whole as Files, LEDGER_FILE)).not.toContain('person:')
    for (const files of [earlier, whole]) expect(textOf(files as Files, LEDGER_FILE)).not.toContain('Elm Row')
  })
})

describe('an export that was tampered with', () => {
  it(`is refused: ${TAMPERS - LOOSE} random changes, covered up as far as it goes without the key`, async () => {
    const dice = diceOf(SEED)
    const through: string[] = []
    for (let tried = 0; tried < TAMPERS - LOOSE; ) {
      const { files, where } = tamper(dice, whole as Files)
      if (isSame(files, whole as Files)) continue
      tried++
      if ((await verify(files)).faults.length === 0) through.push(`${tried}: ${where}`)
    }
    expect(through).toEqual([])
  }, 3_600_000)

  it(`is refused, or said to be unchecked there, where it came file by file: ${LOOSE} random changes`, async () => {
    const dice = diceOf(SEED + 1)
    const loose = looseOf(whole as Files)
    const { note: against, key: againstKey } = signatureOf(whole)
    const through: string[] = []
    for (let tried = 0; tried < LOOSE; ) {
      const { files, where, at } = tamperLoose(dice, loose)
      if (isSame(files, loose)) continue
      tried++
      const { faults, unchecked, uncheckedInPart } = await verify(files, { against, againstKey })
      const left = uncheckedInPart.find(({ file }) => file === at?.file)?.fields ?? []
      const isSaid = at !== null && (unchecked.includes(at.file) || left.some((name) => isPartOf(name, at.field)))
      if (faults.length === 0 && !isSaid) through.push(`${tried}: ${where}`)
    }
    expect(through).toEqual([])
  }, 3_600_000)

  it('tells of every field of every row that it is changed or gone, or that the ledger says nothing of it', () => {
    const through: string[] = []
    let tried = 0
    for (const [name, file] of Object.entries(factFiles) as [FactFileName, FactFile][]) {
      const rows = linesOf(whole as Files, `${name}.ndjson`).map((line) => JSON.parse(line) as Record<string, unknown>)
      const facts = rowsOf(whole as Files).filter(({ id, kind }) => id !== null && file.kinds.includes(kind))
      expect(facts.map(({ id }) => id)).toHaveLength(rows.length)
      const dice = diceOf(SEED)
      for (const [at, row] of rows.entries())
        for (const field of Object.keys(row)) {
          const { [field]: value, ...rest } = row
          for (const changed of [rest, { ...row, [field]: another(dice, value) }]) {
            tried++
            const held = heldAgainst(changed, facts[at] as LedgerRow, file, reckoned)
            const told = [...held.wrong, ...held.missing].includes(field)
            if (held.fault === null && !told && !held.uncovered.some((one) => isPartOf(one, field)))
              through.push(`${field} of ${name}`)
          }
        }
    }
    expect([...new Set(through)]).toEqual([])
    expect(tried).toBeGreaterThan(1000)
  })

  it('is refused where another key signed all of it, to who knows the key or kept a checkpoint', async () => {
    expect((await verify(forged as Files)).faults).toEqual([])
    const { note, key } = signatureOf(earlier)
    const byKey = await verify(forged as Files, { key })
    expect(byKey.faults.map(({ file }) => file)).toEqual([MANIFEST_NOTE, MANIFEST])
    const byCheckpoint = await verify(forged as Files, { against: note })
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
  })

  it('is held against an unsigned manifest byte for byte, which checks no file for all that', async () => {
    const unsigned = put(whole as Files, MANIFEST, JSON.stringify({ ...manifestOf(whole as Files), checkpoint: null }))
    const { note: against, key } = signatureOf(whole)
    expect((await verify(put(unsigned, 'authors.csv', 'id\n'), { against, key })).faults).toEqual([
      { file: 'authors.csv', position: null, detail: 'its bytes are not those of the manifest' },
    ])
    // Whoever changes a file may write its new hash into a manifest that nobody signs.
    const { files, ...manifest } = manifestOf(whole as Files)
    const lie = { name: 'authors.csv', bytes: 3, sha256: await sha256('id\n') }
    const lying = {
      ...manifest,
      checkpoint: null,
      files: files.map((one) => (one.name === lie.name ? { ...one, ...lie } : one)),
    }
    const changed = put(put(unsigned, 'authors.csv', 'id\n'), MANIFEST, JSON.stringify(lying))
    const { faults, unchecked } = await verify(changed, { against, key })
    expect(faults).toEqual([])
    expect(unchecked).toEqual(expect.arrayContaining(['authors.csv', 'authors.ndjson', MANIFEST, MANIFEST_NOTE]))
    expect(unchecked).not.toContain(LEDGER_FILE)
  })

  it('says which files nothing signs', async () => {
    const added = put(whole as Files, 'more.ndjson', '{}\n')
    expect(await verify(added)).toMatchObject({ faults: [], unchecked: ['more.ndjson'] })
    const { note: against, key } = signatureOf(whole)
    const { faults, unchecked, uncheckedInPart } = await verify(looseOf(whole as Files), { against, key })
    expect(faults).toEqual([])
    expect(unchecked).toEqual(
      ['authors', 'candidates', 'collections', 'disputes', 'event-candidates', 'questions', 'sources'].map(
        (name) => `${name}.ndjson`,
      ),
    )
    expect(uncheckedInPart).toMatchInlineSnapshot(`
      [
        {
          "fields": [
            "correctedBy",
          ],
          "file": "baselines.ndjson",
        },
        {
          "fields": [
            "bylines.kind",
            "bylines.name",
            "bylines.slug",
            "publisher",
          ],
          "file": "commentaries.ndjson",
        },
        {
          "fields": [
            "authorId",
            "disputeId",
            "questionId",
            "reason",
          ],
          "file": "exclusions.ndjson",
        },
        {
          "fields": [
            "fallback",
            "textVersion",
          ],
          "file": "extraction-runs.ndjson",
        },
        {
          "fields": [
            "authorName",
            "bot",
            "disputes",
            "lexiconVersion",
            "quote",
            "scoreable",
            "takenBack",
            "unscoredReason",
          ],
          "file": "predictions.ndjson",
        },
        {
          "fields": [
            "taken",
            "textVersion",
            "topics",
          ],
          "file": "readings.ndjson",
        },
        {
          "fields": [
            "disputes",
            "evidence.bearing",
            "evidence.commentaryId",
            "evidence.eventId",
            "evidence.kind",
            "evidence.optionId",
            "evidence.questionId",
            "evidence.quote",
            "evidence.readThrough",
            "evidence.recordedAt",
            "evidence.reportingLagDays",
            "evidence.sourceId",
            "evidence.statement",
            "evidence.url",
          ],
          "file": "resolutions.ndjson",
        },
      ]
    `)
    expect((await verify(whole as Files, { key })).uncheckedInPart).toEqual([])
  })

  it('vouches for no file where a stranger signed it, though it is as long as what was kept', async () => {
    const { note: against, key: againstKey } = signatureOf(whole)
    const stranger = await noteSigner('hindcast/mirror', new Uint8Array(32).fill(7))
    const forgedBy = async (name: string, text: string): Promise<Files> => {
      const files = put(whole as Files, name, text)
      const { checkpoint, files: listed, ...manifest } = manifestOf(files)
      const { size, root } = checkpoint as Checkpoint
      const note = await stranger.sign(checkpointText(stranger.name, { size, root }))
      const lie = { bytes: Buffer.byteLength(text), sha256: await sha256(text) }
      const own = JSON.stringify({
        ...manifest,
        checkpoint: { ...checkpoint, note, key: stranger.verifier },
        files: listed.map((one) => (one.name === name ? { ...one, ...lie } : one)),
      })
      const signed = await stranger.sign(manifestText(stranger.name, manifest.name, await sha256(own)))
      return put(put(files, MANIFEST, own), MANIFEST_NOTE, signed)
    }
    const authors = await forgedBy('authors.ndjson', '{"id":"aut_x"}\n')
    const report = await verify(authors, { against, againstKey })
    expect(report).toMatchObject({ faults: [], signer: 'stranger', key: stranger.verifier })
    expect(report.unchecked).toEqual(
      expect.arrayContaining(['authors.csv', 'authors.ndjson', 'questions.ndjson', MANIFEST, MANIFEST_NOTE]),
    )
    expect(report.uncheckedInPart.map(({ file }) => file)).toContain('predictions.ndjson')
    const { printed, noted } = await commanded(
      ...[onDisk('stranger', authors), '--against', kept('stranger.txt', against), '--against-key', againstKey],
    )
    expect(printed).toContain(`signed by ${stranger.verifier}, a key that you do not know`)
    expect(noted).toMatch(/^Nothing was changed, but \d+ files are unchecked, \d+ are unchecked in part\.$/)

    expect((await verify(authors, { againstKey })).faults).toMatchObject([
      { file: MANIFEST, detail: expect.stringContaining('no key that you know signs this export') },
    ])
    expect((await verify(authors, { against, key: againstKey })).faults).not.toEqual([])
    expect(await verify(authors)).toMatchObject({ faults: [], signer: 'unknown', unchecked: [] })
    expect((await verify(authors, { against })).faults).not.toEqual([])

    const [first = '', ...rest] = linesOf(whole as Files, 'predictions.ndjson')
    const { quote: _, ...without } = JSON.parse(first) as Record<string, unknown>
    const said = await forgedBy('predictions.ndjson', [JSON.stringify(without), ...rest, ''].join('\n'))
    expect((await verify(said, { against, againstKey })).uncheckedInPart.map(({ file }) => file)).toContain(
      'predictions.ndjson',
    )
  })

  it('counts as signed by a key that was named, or that signed what was kept', async () => {
    const { note: against, key } = signatureOf(whole)
    const by = async (known: Partial<Known>) => (await verify(whole as Files, known)).signer
    expect(await by({ key })).toBe('named')
    expect(await by({ against })).toBe('named')
    expect(await by({ against, againstKey: key })).toBe('named')
    expect(await by({})).toBe('unknown')
    expect((await verify(looseOf(whole as Files), { against, key })).signer).toBeNull()
  })

  it('is refused where facts come after the kept checkpoint and nothing signs those', async () => {
    const { note: against, key } = signatureOf(earlier)
    const more = rowsOf(whole as Files).length - rowsOf(earlier as Files).length
    expect((await verify(looseOf(whole as Files), { against, key })).faults).toEqual([
      {
        file: LEDGER_FILE,
        position: null,
        detail: expect.stringContaining(`no key that you know signs the ${more} facts after`),
      },
    ])
    expect((await verify(looseOf(earlier as Files), { against, key })).faults).toEqual([])
  })

  it('is held against a checkpoint of the key before', async () => {
    const { note: against, key: againstKey } = signatureOf(earlier)
    expect((await verify(rekeyed as Files, { against })).faults).toMatchObject([
      { file: 'the checkpoint that you kept', detail: expect.stringContaining('it is not signed by') },
    ])
    const { key } = signatureOf(rekeyed)
    const report = await verify(rekeyed as Files, { against, againstKey, key })
    expect(report).toMatchObject({ faults: [], against: { size: rowsOf(earlier as Files).length }, key })
    // Anybody may go on from what was kept by a key of their own: which one is right has to be known from elsewhere.
    expect((await verify(rekeyed as Files, { against, againstKey })).faults).toEqual([
      { file: LEDGER_FILE, position: null, detail: expect.stringContaining('no key that you know signs') },
    ])
  })

  it('is told where a public row says otherwise than its fact, though all of it is signed', async () => {
    const rows = linesOf(whole as Files, 'predictions.ndjson')
    const [first = '', ...rest] = rows
    const lie = { ...(JSON.parse(first) as object), act: 'withdraw' }
    const loose = looseOf(whole as Files)
    const { note: against, key } = signatureOf(whole)
    const known = { against, key }
    expect((await verify(loose, known)).faults).toEqual([])
    const changed = put(loose, 'predictions.ndjson', [JSON.stringify(lie), ...rest, ''].join('\n'))
    expect((await verify(changed, known)).faults).toMatchObject([
      { file: 'predictions.ndjson', detail: 'act: not what the ledger says' },
    ])
    const of = (change: object) =>
      put(loose, 'predictions.ndjson', [JSON.stringify({ ...JSON.parse(first), ...change }), ...rest, ''].join('\n'))
    for (const [name, value] of Object.entries({ digest: 'a'.repeat(64), probability: 0.123 }))
      expect((await verify(of({ [name]: value }), known)).faults).toMatchObject([
        { file: 'predictions.ndjson', detail: `${name}: not what the ledger says` },
      ])
    expect((await verify(of({ form: undefined }), known)).faults).toMatchObject([
      { file: 'predictions.ndjson', detail: 'form: missing' },
    ])
    const { uncheckedInPart } = await verify(of({ authorName: 'Somebody Else', bot: true, votes: 3 }), known)
    expect(uncheckedInPart.find(({ file }) => file === 'predictions.ndjson')?.fields).toEqual(
      expect.arrayContaining(['authorName', 'bot', 'takenBack', 'votes']),
    )
    const nameless = put(loose, 'predictions.ndjson', ['{}', ...rest, ''].join('\n'))
    expect((await verify(nameless, known)).faults).toMatchObject([
      { file: 'predictions.ndjson', detail: 'it has another id than its fact' },
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

describe('an export on the disk', () => {
  it('is accepted by the command, whatever lines its texts hold', async () => {
    const folder = onDisk('whole', whole as Files)
    const { key } = signatureOf(whole)
    const { printed, noted } = await commanded(folder, '--key', key)
    expect(printed).toMatch(/^ {2}signed by [^,]+$/m)
    expect(printed).toContain(`signed by ${key}`)
    expect(noted).toBe('Nothing was changed.')
    const nobodys = await commanded(folder)
    expect(nobodys.printed).toContain(`signed by ${key}, a key that you did not name`)
    expect(nobodys.noted).toBe('Nothing was changed since it was signed, by a key that you did not name.')
    expect(textOf(whole as Files, LEDGER_FILE)).toContain(SEPARATED)
  })

  it('says of which fields the ledger says nothing', async () => {
    const { note, key } = signatureOf(whole)
    const folder = onDisk('loose', looseOf(whole as Files))
    const known = ['--against', kept('loose.txt', note), '--against-key', key]
    const { printed, noted } = await commanded(folder, ...known)
    expect(printed).toMatch(/^ {2}predictions\.ndjson: unchecked in part: authorName, bot, /m)
    expect(printed).toContain('  authors.ndjson: unchecked, nothing signs it')
    expect(printed).not.toContain('events.ndjson')
    expect(noted).toMatch(/^Nothing was changed, but \d files are unchecked, \d are unchecked in part\.$/)
    const json = await commanded(folder, ...known, '--json')
    expect(JSON.parse(json.printed)).toMatchObject({
      uncheckedInPart: expect.arrayContaining([{ file: 'exclusions.ndjson', fields: expect.any(Array) }]),
    })
  })

  it.each([[], ['--json']])('tells what it holds so that a terminal obeys none of it', async (...options) => {
    const evil = '\u001b]0;owned\u0007\u009b2J\u202e'
    const [first = '', ...rest] = linesOf(whole as Files, LEDGER_FILE)
    const row = { ...(JSON.parse(first) as object), [evil]: evil, kind: evil }
    const files = put(looseOf(whole as Files), LEDGER_FILE, [JSON.stringify(row), ...rest, ''].join('\n'))
    const folder = onDisk(`evil${options.join('')}`, put(files, `${evil}.ndjson`, ''))
    const { printed } = await commanded(folder, ...options)
    expect(printed).toContain('owned')
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it('is told of in few lines, however much is wrong', async () => {
    const lines = linesOf(whole as Files, LEDGER_FILE)
    const folder = onDisk(
      'wrong',
      put(
        whole as Files,
        LEDGER_FILE,
        lines
          .toReversed()
          .map((line) => `${line}\n`)
          .join(''),
      ),
    )
    const { printed } = await commanded(folder)
    expect(printed.split('\n').length).toBeLessThan(30)
    expect(printed).toMatch(/and \d+ more$/)
  })

  it('holds files alone: a link or a folder is refused', async () => {
    const folder = onDisk('linked', looseOf(whole as Files))
    rmSync(join(folder, 'events.ndjson'))
    symlinkSync(join(folder, LEDGER_FILE), join(folder, 'events.ndjson'))
    await expect(openFolder(folder)).rejects.toThrow('events.ndjson is no regular file')
    rmSync(join(folder, 'events.ndjson'))
    mkdirSync(join(folder, 'more'))
    await expect(openFolder(folder)).rejects.toThrow('more is no regular file')
  })
})

describe('what is no export', () => {
  it('is refused with what to do', async () => {
    await expect(openFolder('/nowhere/at/all')).rejects.toMatchObject({ code: 'not-found' })
    await expect(openFolder(import.meta.dirname)).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
