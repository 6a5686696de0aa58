import { Problem } from '../problem.ts'

/** The largest plain text that is read, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 1_000_000
/** The largest page that is read, in bytes: most of a page is not its text. */
export const MAX_PAGE_BYTES = 5_000_000

const tooLarge = (size: number, most: number): Problem =>
  new Problem(
    'body-too-large',
    `the text has ${size} bytes`,
    `send at most ${most.toLocaleString('en')} bytes; split longer texts`,
    [{ field: 'text', detail: `longer than ${most.toLocaleString('en')} bytes` }],
  )

const notText = (detail: string, remedy: string, why: string): Problem =>
  new Problem('not-text', detail, remedy, [{ field: 'text', detail: why }])

/**
 * The text in a file or a request body. Accepts UTF-8 of 1 byte to 1 MB, or another encoding where one is named; a byte
 * order mark stays in the text, so that offsets fit the file. Throws `Problem`: `body-too-large` above 1 MB, `not-text`
 * for other encodings and for binary data, `invalid-input` when nothing but white space is there.
 */
export const decodeText = (bytes: Uint8Array, charset: string | null = null): string => {
  if (bytes.byteLength > MAX_TEXT_BYTES) throw tooLarge(bytes.byteLength, MAX_TEXT_BYTES)
  const text = decodeAs(charset ?? 'utf-8', bytes)
  if (text === null) throw notText('the text is not UTF-8', 'save it as UTF-8 and send it again', 'not valid UTF-8')
  if (text.includes('\u0000'))
    throw notText('the text holds NUL characters', 'send plain text, not a binary file', 'binary data')
  return mustSay(text)
}

/** A text that says something. Throws `invalid-input` for white space, `body-too-large` for what no text column takes. */
export const mustSay = (text: string): string => {
  if (text.replace(/^\uFEFF/, '').trim() === '')
    throw new Problem('invalid-input', 'the text is empty', 'send the text of a commentary', [
      { field: 'text', detail: 'empty' },
    ])
  if (text.length > MAX_TEXT_BYTES) throw tooLarge(text.length, MAX_TEXT_BYTES)
  return text
}

/**
 * The characters of a page: by its byte order mark, else as the server said, else as the page says of itself, else UTF-8
 * where it is valid, else windows-1252, as browsers do. NUL characters, which no text can hold, are dropped.
 */
export const decodePage = (bytes: Uint8Array, charset: string | null): string => {
  if (bytes.byteLength > MAX_PAGE_BYTES) throw tooLarge(bytes.byteLength, MAX_PAGE_BYTES)
  const named = byteOrderMark(bytes) ?? charset ?? metaCharset(bytes)
  const page =
    (named ? decodeAs(named, bytes, false) : decodeAs('utf-8', bytes)) ?? decodeAs('windows-1252', bytes, false)
  if (page === null) throw notText('the encoding of the page cannot be read', 'send it as UTF-8', 'unknown encoding')
  return page.replaceAll('\u0000', '').replace(/^\uFEFF/, '')
}

const byteOrderMark = ([first, second, third]: Uint8Array): string | null => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : null
}

/** The first 4 KB are enough: a charset is to stand in the first 1,024 bytes. */
const metaCharset = (bytes: Uint8Array): string | null => {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  const metas = head.match(/<meta\b[^<>]*/gi) ?? []
  const name = metas.map((meta) => /\bcharset\s*=[\s"']*([\w:.-]+)/i.exec(meta)?.[1]).find(Boolean) ?? null
  // A page whose head can be read byte by byte is not UTF-16, whatever it says.
  return name && /^utf-?16/i.test(name) ? 'utf-8' : name
}

/** Null for bytes that the encoding does not allow, and for an encoding that is not known here. */
const decodeAs = (charset: string, bytes: Uint8Array, fatal = true): string | null => {
  try {
    return new TextDecoder(charset, { fatal, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
