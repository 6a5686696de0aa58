import { describe, expect, it } from 'vitest'
import { checkpointText, openCheckpoint, readCheckpoint } from '../../../src/core/ledger/checkpoint.ts'
import { noteSigner, openNote, privateKeyText, readNote } from '../../../src/core/ledger/note.ts'

/** The example of golang.org/x/mod/sumdb/note, whose keys it publishes. */
const KEY = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

const signer = async (text = KEY) => {
  const made = await noteSigner(text)
  if (!made) throw new Error('no key')
  return made
}

describe('a signed note', () => {
  it('is byte for byte what the reference implementation signs', async () => {
    const { name, verifier, sign } = await signer()
    expect([name, verifier]).toEqual(['PeterNeumann', VERIFIER])
    expect(await sign(TEXT)).toBe(NOTE)
    expect(await openNote(NOTE, VERIFIER)).toBe(TEXT)
  })

  it('opens by its own key alone, and as it was signed', async () => {
    const other = await signer(await privateKeyText('PeterNeumann', new Uint8Array(32).fill(7)))
    expect(await openNote(NOTE, other.verifier)).toBeNull()
    expect(await openNote(NOTE.replace('answer', 'Answer'), VERIFIER)).toBeNull()
    expect(await openNote(NOTE.replace('x08go/ZJ', 'x08go/ZK'), VERIFIER)).toBeNull()
    expect(await openNote(NOTE, VERIFIER.replace('c74f20a3', 'c74f20a4'))).toBeNull()
    expect(await openNote(NOTE, VERIFIER.replace('Peter', 'Pater'))).toBeNull()
  })

  it('may be signed by several: each finds its own', async () => {
    const witness = await signer(await privateKeyText('witness.example', new Uint8Array(32).fill(9)))
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

  it('refuses keys that are none', async () => {
    for (const text of [
      '',
      'PRIVATE+KEY+',
      VERIFIER,
      KEY.slice(0, -4),
      KEY.replace('c74f20a3', '00000000'),
      KEY.replace('+AY', '+BY'),
    ])
      expect(await noteSigner(text)).toBeNull()
    await expect(privateKeyText('two words', new Uint8Array(32))).rejects.toThrow(RangeError)
    await expect(privateKeyText('name', new Uint8Array(31))).rejects.toThrow(RangeError)
  })
})

describe('a checkpoint', () => {
  const head = { size: 17, root: 'ab'.repeat(32) }

  it('says how many facts and their root, in the form that others read', async () => {
    const { sign, verifier } = await signer()
    const text = checkpointText('hindcast/1', head)
    expect(text).toBe('hindcast/1\n17\nq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n')
    expect(readCheckpoint(text)).toEqual({ origin: 'hindcast/1', ...head })
    expect(await openCheckpoint(await sign(text), verifier)).toMatchObject(head)
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
