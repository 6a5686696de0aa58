import type { Plan } from './requests.ts'

export const NDJSON = 'application/x-ndjson'
export const CSV = 'text/csv'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How fields are called that belong together, the earlier one first. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/^(.*)Start$/, '$1End'],
  [/^(.*)From$/, '$1Until'],
  [/^(.*)Earliest$/, '$1Latest'],
  [/^earliest$/, 'latest'],
  [/^(.*)_after$/, '$1_before'],
  [/^(.*)_from$/, '$1_until'],
]

/** A value in which what is earlier by its name is not later by its date. */
export const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  const ordered = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inOrder(one)]))
  for (const name of Object.keys(ordered)) {
    for (const [first, second] of PAIRS) {
      const [a, other] = [ordered[name], name.replace(first, second)]
      const b = ordered[other]
      if (other === name || typeof a !== 'string' || typeof b !== 'string' || a <= b) continue
      ordered[name] = b
      ordered[other] = a
    }
  }
  return ordered
}

/** A body that is worse than its schema allows, by the breakage of the plan. */
export const worseBody = (body: unknown, plan: Plan): unknown => {
  const { breakage, nth, odd: text } = plan
  if (Array.isArray(body)) return body.map((one, at) => (at === nth % body.length ? worseBody(one, plan) : one))
  if (!isObject(body)) return breakage === 'other-type' ? text : body
  const names = Object.keys(body)
  const name = names[nth % Math.max(names.length, 1)] ?? 'x'
  if (breakage === 'missing-field') return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))
  if (breakage === 'other-type') return { ...body, [name]: nth % 2 ? { text } : [text, null, nth] }
  if (breakage === 'hostile-text') return { ...body, [name]: plan.hostile }
  if (breakage === 'further-field') return { ...body, [text || 'further']: nth, __proto__x: 1 }
  if (breakage === 'outsized') return { ...body, [name]: nth % 2 ? 'x'.repeat(200_000) : 1e300 }
  return body
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const cellOf = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return quoted(typeof value === 'string' ? value : JSON.stringify(value))
}

/** Items as the rows of a CSV whose first line names their fields. */
const csvOf = (items: readonly unknown[], { breakage, nth, odd }: Plan): string => {
  const objects = items.filter(isObject)
  const names = [...new Set(objects.flatMap((one) => Object.keys(one)))]
  const rows = objects.map((one) => names.map((name) => cellOf(one[name])).join(','))
  const broken = [`${odd}"${odd}`, '"never closed', ',,,,,,,,,,,,,,,,', '"closed" too early', 'x\ry'][nth % 5] ?? ''
  if (breakage === 'broken-row') rows.splice(nth % (rows.length + 1), 0, broken)
  return [names.map(quoted).join(','), ...rows].join(nth % 2 ? '\n' : '\r\n')
}

const textOf = (body: unknown, plan: Plan): string => {
  if (plan.form === CSV && Array.isArray(body)) return csvOf(body, plan)
  if (plan.form !== NDJSON || !Array.isArray(body)) return JSON.stringify(body)
  const lines = body.map((one) => JSON.stringify(one))
  if (plan.breakage === 'broken-row') lines.splice(plan.nth % (lines.length + 1), 0, `{"${plan.odd}`)
  return lines.map((line) => `${line}\n`).join('')
}

/** The bytes of a body, none where there is none. */
export const bytesOf = (body: unknown, plan: Plan): Uint8Array | string | null => {
  const { breakage, nth } = plan
  if (body === undefined || breakage === 'no-body') return null
  const text = textOf(body, plan)
  if (breakage === 'cut-off') return text.slice(0, nth % Math.max(text.length, 1))
  if (breakage === 'not-json') return `${text},`
  if (breakage === 'not-utf-8') return new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])
  if (breakage === 'nested-deep') return '['.repeat(5_000)
  return text
}
