/** One case of the expected values: inputs, and for each key the value that independent software computed. */
export type OracleCase = { id: string; kind?: string; warning?: string; expected: Record<string, unknown> }

/**
 * What this project computes for the cases of one file. `kindOf` names the group a case belongs to; `computes[group]` gives, for
 * each expected key, our value in the shape of theirs. A key that is neither computed nor left out fails.
 */
export type Oracle = {
  kindOf: (one: OracleCase) => string
  // biome-ignore lint/suspicious/noExplicitAny: the inputs of a case are what its file holds
  computes: Record<string, Record<string, (one: any) => unknown>>
  /** Relative tolerance of a key where it is not 1e-9, each with its reason beside it. */
  tolerance?: Record<string, number>
  /** Another way to write a value, ours and theirs alike, where the way it stands in hides what is to be compared. */
  written?: Record<string, (value: unknown) => unknown>
  /** `group.key` → why it is not computed. */
  leftOut?: Record<string, string>
}

export type Tally = { compared: number; leftOut: Map<string, number> }

export type Tolerance = { relative: number; absolute: number }
const ABSOLUTE = 1e-12
const RELATIVE = 1e-9

const isEntry = (value: unknown): value is { value: unknown } =>
  typeof value === 'object' && value !== null && 'value' in value && 'source' in value

const numberOf = (value: unknown): number => (value === 'Infinity' ? Infinity : Number(value))

const FAULT = Symbol('theirs is a fault')
const NEAR = Symbol('ours comes near theirs, and no nearer')
type Fault = { [FAULT]: { mine: unknown; right: number; theirs: number; reason: string } }
type Near = { [NEAR]: { mine: unknown; absolute: number; exact: unknown } }

/**
 * In the place of our value where theirs is a fault of the software that computed it: ours is held to what is right, theirs to be just
 * that fault, and it is counted as left out, with its reason.
 */
export const faultyTheirs = (mine: unknown, right: number, theirs: number, reason: string): Fault => ({
  [FAULT]: { mine, right, theirs, reason },
})

/** In the place of our value where theirs is computed less exactly; `exact`: ours computed as theirs is. The reason stands beside it. */
export const nearTheirs = (mine: unknown, absolute: number, exact?: unknown): Near => ({
  [NEAR]: { mine, absolute, exact },
})

const isFault = (value: unknown): value is Fault => typeof value === 'object' && value !== null && FAULT in value
const isNear = (value: unknown): value is Near => typeof value === 'object' && value !== null && NEAR in value

const leave = (reason: string, tally: Tally): [] => {
  tally.leftOut.set(reason, (tally.leftOut.get(reason) ?? 0) + 1)
  return []
}

/** The differences between our value and theirs, as sentences; every number of theirs is counted. */
export const differences = (
  mine: unknown,
  theirs: unknown,
  path: string,
  tolerance: Tolerance,
  tally: Tally,
): string[] => {
  if (isFault(mine)) {
    const { mine: ours, right, theirs: fault, reason } = mine[FAULT]
    leave(reason, tally)
    if (ours === right && numberOf(theirs) === fault) return []
    return [
      `${path}: ours ${String(ours)} where ${right} is right, theirs ${String(theirs)} where ${fault} is the fault`,
    ]
  }
  if (isNear(mine)) {
    const { mine: ours, absolute, exact } = mine[NEAR]
    const near = differences(ours, theirs, path, { relative: 0, absolute }, tally)
    return exact === undefined ? near : [...near, ...differences(exact, theirs, path, tolerance, tally)]
  }
  if (Array.isArray(theirs)) {
    if (!Array.isArray(mine) || mine.length !== theirs.length)
      return [`${path}: theirs has ${theirs.length} entries, ours ${Array.isArray(mine) ? mine.length : String(mine)}`]
    return theirs.flatMap((value, at) => differences(mine[at], value, `${path}[${at}]`, tolerance, tally))
  }
  if (theirs !== null && typeof theirs === 'object') {
    if (mine === null || typeof mine !== 'object') return [`${path}: ours is ${String(mine)}`]
    return Object.entries(theirs).flatMap(([key, value]) =>
      differences(Reflect.get(mine, key), value, `${path}.${key}`, tolerance, tally),
    )
  }
  tally.compared++
  if (typeof theirs !== 'number' && theirs !== 'Infinity')
    return mine === theirs ? [] : [`${path}: ours ${String(mine)}, theirs ${String(theirs)}`]
  const expected = numberOf(theirs)
  const gap = Math.abs(numberOf(mine) - expected)
  const close = mine === Infinity || mine === 'Infinity' ? expected === Infinity : false
  if (close || gap <= Math.max(tolerance.absolute, tolerance.relative * Math.abs(expected))) return []
  return [`${path}: ours ${String(mine)}, theirs ${String(theirs)}`]
}

/** What is wrong with our answers to one case. */
export const answers = (oracle: Oracle, one: OracleCase, tally: Tally): string[] => {
  const group = oracle.kindOf(one)
  return Object.entries(one.expected).flatMap(([key, entry]) => {
    const reason = oracle.leftOut?.[`${group}.${key}`]
    // Faults of the software that computed them are marked in the case itself.
    const faulty = one.warning?.includes('do not require') && one.warning.includes(key)
    if (reason !== undefined || faulty) {
      return leave(`${group}.${key}: ${reason ?? 'marked as a fault of the software that computed it'}`, tally)
    }
    const compute = oracle.computes[group]?.[key]
    if (compute === undefined) return [`${one.id}: ${group}.${key} is neither computed nor left out with a reason`]
    const tolerance = {
      relative: oracle.tolerance?.[key] ?? RELATIVE,
      absolute: ABSOLUTE,
    }
    const written = oracle.written?.[key] ?? ((value: unknown) => value)
    const theirs = isEntry(entry) ? entry.value : entry
    return differences(written(compute(one)), written(theirs), `${one.id} ${key}`, tolerance, tally)
  })
}
