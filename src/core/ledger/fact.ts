import { type FactFields, factDigest, type Salts } from './digest.ts'
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
