import { Problem } from '../problem.ts'

/** The largest text that is read, in bytes. */
export const MAX_TEXT_BYTES = 1_000_000

/**
 * The text in a file or a request body. Accepts UTF-8 of 1 byte to 1 MB; a byte order mark stays
 * in the text, so that offsets fit the file. Throws `Problem`: `body-too-large` above 1 MB, `not-text` for other encodings and for binary data,
 * `invalid-input` when nothing but white space is there.
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes.byteLength > MAX_TEXT_BYTES)
    throw new Problem(
      'body-too-large',
      `the text has ${bytes.byteLength} bytes`,
      'send at most 1,000,000 bytes; split longer texts',
      [{ field: 'text', detail: 'longer than 1,000,000 bytes' }],
    )
  const text = utf8(bytes)
  if (text.includes('\u0000'))
    throw new Problem('not-text', 'the text holds NUL characters', 'send plain text, not a binary file', [
      { field: 'text', detail: 'binary data' },
    ])
  if (text.trim() === '')
    throw new Problem('invalid-input', 'the text is empty', 'send the text of a commentary', [
      { field: 'text', detail: 'empty' },
    ])
  return text
}

const utf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Problem('not-text', 'the text is not UTF-8', 'save it as UTF-8 plain text and send it again', [
      { field: 'text', detail: 'not valid UTF-8' },
    ])
  }
}
