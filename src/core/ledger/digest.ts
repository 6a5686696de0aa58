import canonicalize from 'canonicalize'
import { hexOfBytes } from './bytes.ts'

/** A fact's fields as JSON values; a missing value is null. */
export type FactFields = Readonly<Record<string, unknown>>
/** One random salt a field, base64url of 128 bits: without it a short field's digest could be guessed. */
export type Salts = Readonly<Record<string, string>>

/** SHA-256 of text as UTF-8 or of bytes, in hexadecimal, without waiting: what a runtime brings for facts by the thousand. */
export type Hash = (data: string | Uint8Array) => string

const encoder = new TextEncoder()

/** SHA-256 of text as UTF-8 or of bytes, in hexadecimal. */
export const sha256 = async (data: string | Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', typeof data === 'string' ? encoder.encode(data) : data)
  return hexOfBytes(new Uint8Array(digest))
}

/** RFC 8785 canonical JSON: the same value always gives the same text. */
export const canonical = (value: unknown): string => canonicalize(value) ?? 'null'

/** Digest of one field of a fact, which is what is left of it once its value and its salt are removed. */
export const fieldDigest = (value: unknown, salt: string | undefined): Promise<string> =>
  sha256(`${salt ?? ''}${canonical(value ?? null)}`)

/**
 * Digest of a fact: SHA-256 of the canonical JSON of `{ field: SHA-256(salt + canonical(value)) }`. A field whose value
 * and salt were removed keeps its own digest, given in `redacted`: so the fact still verifies, as redacted.
 */
export const factDigest = async (
  kind: string,
  fields: FactFields,
  salts: Salts,
  redacted: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const names = Object.keys(fields).sort()
  // A field may be called what every object has, such as valueOf.
  const kept = (name: string): string | undefined => (Object.hasOwn(redacted, name) ? redacted[name] : undefined)
  const digests = await Promise.all(names.map((name) => kept(name) ?? fieldDigest(fields[name], salts[name])))
  return sha256(canonical({ kind, fields: Object.fromEntries(names.map((name, at) => [name, digests[at]])) }))
}

/** Text whose parts JSON writes as RFC 8785 does, without looking into it; what most fields of a fact are. */
const canonicalPart = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'boolean' || value === null ? JSON.stringify(value) : canonical(value)

/**
 * The same digest by a hash that does not wait: a thousand facts have twenty-five thousand digests. `digests` are those of further
 * fields, whose values are not given.
 */
export const factDigestBy = (
  hash: Hash,
  kind: string,
  fields: FactFields,
  salts: Salts,
  digests: Readonly<Record<string, string>> = {},
): string => {
  const all = new Map(Object.entries(digests))
  for (const name of Object.keys(fields))
    all.set(name, hash(`${salts[name] ?? ''}${canonicalPart(fields[name] ?? null)}`))
  const parts = [...all.keys()].sort().map((name) => `${JSON.stringify(name)}:"${all.get(name)}"`)
  return hash(`{"fields":{${parts.join(',')}},"kind":${JSON.stringify(kind)}}`)
}
