import { z } from 'zod'

/** A SHA-256 as it is written: 64 hexadecimal digits, lower case. Another writing of the same hash is none. */
export const SHA256_FORM = /^[0-9a-f]{64}$/
export const Sha256 = z.string().regex(SHA256_FORM, 'write a SHA-256 as 64 hexadecimal digits in lower case')
