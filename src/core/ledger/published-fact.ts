import { type FactFields, fieldDigest, type Salts } from './digest.ts'

/** What of a fact is published: fields in the clear with their salts, and of all others the digest. */
export type PublishedFact = { fields: FactFields; salts: Salts; digests: Readonly<Record<string, string>> }

/** A fact as it is published; `shown` says whether a field is, with its value. What was redacted has its digest already. */
export const publishedFact = async (
  { fields, salts, redacted }: { fields: FactFields; salts: Salts; redacted: Readonly<Record<string, string>> },
  shown: (field: string, value: unknown) => boolean,
): Promise<PublishedFact> => {
  const names = Object.keys(fields)
  const open = names.filter((field) => shown(field, fields[field]))
  const closed = names.filter((field) => !open.includes(field))
  const digests = await Promise.all(
    closed.map(async (field): Promise<[string, string]> => [field, await fieldDigest(fields[field], salts[field])]),
  )
  const of = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(open.flatMap((field) => (Object.hasOwn(record, field) ? [[field, record[field] as Value]] : [])))
  return { fields: of(fields), salts: of(salts), digests: { ...redacted, ...Object.fromEntries(digests) } }
}
