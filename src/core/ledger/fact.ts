import { type FactFields, factDigest, factDigestBy, type Hash, type Salts } from './digest.ts'
import type { FactKind } from './fact-kinds.ts'

/**
 * A row with one fresh salt a field and the digest over all of them, ready to be appended. `beside` is what belongs to
 * the fact but stands in tables of its own: bylines, evidence, the family.
 */
export const factOf = async <Row extends FactFields>(
  kind: FactKind,
  row: Row,
  newSalt: () => string,
  beside: FactFields = {},
): Promise<Row & { salts: Salts; digest: string }> => {
  const fields = { ...row, ...beside }
  const salts = Object.fromEntries(Object.keys(fields).map((field) => [field, newSalt()]))
  return { ...row, salts, digest: await factDigest(kind, fields, salts) }
}

/** The same fact without waiting, by the hash of the runtime: for those that come by the thousand. */
export const factAtOnce = <Row extends FactFields>(
  kind: FactKind,
  row: Row,
  { newSalt, hash }: { newSalt: () => string; hash: Hash },
  beside: FactFields = {},
): Row & { salts: Salts; digest: string } => {
  const fields = { ...row, ...beside }
  const salts: Record<string, string> = {}
  for (const field in fields) salts[field] = newSalt()
  return { ...row, salts, digest: factDigestBy(hash, kind, fields, salts) }
}
