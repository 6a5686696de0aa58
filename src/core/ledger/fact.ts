import { type FactFields, factDigest, type Salts } from './digest.ts'

/** A row with one fresh salt a field and the digest over all of them, ready to be appended. */
export const factOf = async <Row extends FactFields>(
  kind: string,
  row: Row,
  newSalt: () => string,
): Promise<Row & { salts: Salts; digest: string }> => {
  const salts = Object.fromEntries(Object.keys(row).map((field) => [field, newSalt()]))
  return { ...row, salts, digest: await factDigest(kind, row, salts) }
}
