const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * Words of others as one line of a log may hold them: what would begin another line, colour a terminal or turn the direction of
 * reading is escaped as in an address. `oneLine('a\nb') = 'a%0Ab'`
 */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(UNPRINTABLE, (sign) => encodeURIComponent(sign))
