import type { Fields } from './watch.ts'

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * Words of others as one line of a log may hold them: what would begin another line, colour a terminal or turn the direction of
 * reading is escaped as in an address. `oneLine('a\nb') = 'a%0Ab'`
 */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(UNPRINTABLE, (sign) => encodeURIComponent(sign))

/** A sign as JSON may write it, in letters that every terminal shows as they are. */
const spelt = (sign: string): string =>
  sign
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * One line of a log as a JSON object, whatever others wrote into its fields: it begins no other line and hides nothing.
 * `jsonLine({ a: 'b\nc' }) = '{"a":"b\\nc"}'`
 */
export const jsonLine = (fields: Fields): string => JSON.stringify(fields).replace(UNPRINTABLE, spelt)
