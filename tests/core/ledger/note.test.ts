import { describe, expect, it } from 'vitest'
import { checkpointText, openCheckpoint, readCheckpoint } from '../../../src/core/ledger/checkpoint.ts'
import { keyName, noteSigner, openNote, readNote } from '../../../src/core/ledger/note.ts'

/** The example of golang.org/x/mod/sumdb/note, whose keys it publishes: behind a byte for the algorithm, 32 bytes of a key. */
const SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)
const VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

const signer = (name = 'PeterNeumann', seed: Uint8Array = SEED) => noteSigner(name, seed)

describe('a signed note', () => {
  it('is byte for byte what the reference implementation signs', async () => {
    const { name, verifier, sign } = await signer()
    expect([name, verifier]).toEqual(['PeterNeumann', VERIFIER])
    expect(await sign(TEXT)).toBe(NOTE)
    expect(await openNote(NOTE, VERIFIER)).toBe(TEXT)
  })

  it('opens by its own key alone, and as it was signed', async () => {
    const other = await signer('PeterNeumann', new Uint8Array(32).fill(7))
    expect(await openNote(NOTE, other.verifier)).toBeNull()
    expect(await openNote(NOTE.replace('answer', 'Answer'), VERIFIER)).toBeNull()
    expect(await openNote(NOTE.replace('x08go/ZJ', 'x08go/ZK'), VERIFIER)).toBeNull()
    expect(await openNote(NOTE, VERIFIER.replace('c74f20a3', 'c74f20a4'))).toBeNull()
    expect(await openNote(NOTE, VERIFIER.replace('Peter', 'Pater'))).toBeNull()
  })

  it('may be signed by several: each finds its own', async () => {
    const witness = await signer('witness.example', new Uint8Array(32).fill(9))
    const line = (await witness.sign(TEXT)).slice(TEXT.length + 1)
    expect(await openNote(NOTE + line, VERIFIER)).toBe(TEXT)
    expect(await openNote(NOTE + line, witness.verifier)).toBe(TEXT)
    expect(readNote(NOTE + line)?.signatures.map(({ name }) => name)).toEqual(['PeterNeumann', 'witness.example'])
  })

  it('keeps texts that hold empty lines', async () => {
    const { sign } = await signer()
    const text = 'one\n\n— not a signature\n\ntwo\n'
    expect(await openNote(await sign(text), VERIFIER)).toBe(text)
  })

  it('is none where a line is missing or no signature', async () => {
    for (const broken of ['', TEXT, `${TEXT}\n`, NOTE.trimEnd(), `${NOTE}and more\n`, `${TEXT}\n— x !!!\n`])
      expect(await openNote(broken, VERIFIER)).toBeNull()
  })

  it('is signed by who has both the name and the key: a line of another with the same id is passed over', async () => {
    const { sign } = await signer()
    const line = (await sign(TEXT)).slice(TEXT.length + 1)
    expect(await openNote(`${TEXT}\n${line.replace('PeterNeumann', 'MaryNeumann')}`, VERIFIER)).toBeNull()
    const forged = line.replace('x08go/ZJ', 'x08go/ZK').replace('PeterNeumann', 'MaryNeumann')
    expect(await openNote(`${TEXT}\n${forged}${line}`, VERIFIER)).toBe(TEXT)
    // One of its own name that does not hold ends it, whatever stands after.
    expect(await openNote(`${TEXT}\n${line.replace('x08go/ZJ', 'x08go/ZK')}${line}`, VERIFIER)).toBeNull()
  })

  it('tells the name of a key, and none of what is none', () => {
    expect(keyName(VERIFIER)).toBe('PeterNeumann')
    for (const text of ['', 'PeterNeumann', `two words+${VERIFIER}`, VERIFIER.slice(0, -4), `${VERIFIER}AAAA`])
      expect(keyName(text)).toBeNull()
  })

  it('refuses keys that are none', async () => {
    for (const name of ['', 'two words', 'a+b', 'b\u00a0c', 'pаypal', 'bell\u0007', 'x'.repeat(201)])
      await expect(signer(name)).rejects.toThrow('the name of a key has 1 to 200 characters')
    for (const length of [0, 31, 33])
      await expect(signer('name', new Uint8Array(length))).rejects.toThrow('a key is made of 32 bytes')
    for (const verifier of ['', 'PeterNeumann', VERIFIER.slice(0, -4), VERIFIER.replace('+AR', '+BR')])
      expect(await openNote(NOTE, verifier)).toBeNull()
  })
})

describe('a checkpoint', () => {
  const head = { size: 17, root: 'ab'.repeat(32) }

  it('says how many facts and their root, in the form that others read', async () => {
    const { sign, verifier } = await signer()
    const text = checkpointText('PeterNeumann', head)
    expect(text).toBe('PeterNeumann\n17\nq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n')
    expect(readCheckpoint(text)).toEqual({ origin: 'PeterNeumann', ...head })
    expect(await openCheckpoint(await sign(text), verifier)).toEqual(head)
  })

  it('is of the ledger that the key is named after', async () => {
    const { sign, verifier } = await signer()
    expect(await openCheckpoint(await sign(checkpointText('another/ledger', head)), verifier)).toBeNull()
  })

  it('is none where a line says something else', () => {
    const [origin, size, root] = ['hindcast/1', '17', 'q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=']
    for (const lines of [
      ['', size, root],
      [origin, '017', root],
      [origin, '-1', root],
      [origin, '1e3', root],
      [origin, size, 'q6ur'],
      [origin, size, '!'],
      [origin, size],
    ])
      expect(readCheckpoint(`${lines.join('\n')}\n`)).toBeNull()
  })
})
