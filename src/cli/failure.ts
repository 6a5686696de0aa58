import { HindcastProblem } from '../client/problem.ts'
import { Problem } from '../core/problem.ts'
import { Unreached } from '../outside/ask-server.ts'

/** What a command ends with. Commander ends with 1 too where it is called wrongly. */
export const exits = { refused: 1, partly: 2, unreached: 3 } as const

/** What went wrong, for a person and for a program. */
export type Failure = {
  exit: number
  lines: string[]
  document: { detail: string; code?: string } & Record<string, unknown>
}

type Said = {
  message: string
  remedy: string | null
  fields: readonly { field: string; detail: string }[]
}

/** The same sentence is not said twice: a field that is alone often says what the problem says. */
const linesOf = (title: string | null, { message, remedy, fields }: Said): string[] => [
  `hindcast: ${title === null ? '' : `${title}: `}${message}`,
  ...fields.filter(({ detail }) => detail !== message).map(({ field, detail }) => `  ${field}: ${detail}`),
  ...(remedy === null ? [] : [`  ${remedy}`]),
]

const standsLines = (stands: HindcastProblem['stands']): string[] =>
  !stands ? [] : [`  what stands: ${stands.kind} ${stands.id}${stands.outcome === null ? '' : `, ${stands.outcome}`}`]

/** Whether asking again later may help. */
const isForLater = (status: number): boolean => status >= 500 || status === 429

/** How a command tells of what stopped it; null for what nobody foresaw. */
export const failureOf = (thrown: unknown): Failure | null => {
  if (thrown instanceof Problem) {
    const { code, message, remedy, fields } = thrown
    return {
      exit: exits.refused,
      lines: linesOf(null, thrown),
      document: { code, detail: message, remedy, fields: [...fields] },
    }
  }
  if (thrown instanceof HindcastProblem) {
    const { status, code, title, message, remedy, fields, stands, requestId } = thrown
    const about = requestId === null ? [] : [`  request ${requestId}, status ${status}`]
    const told = { status, ...(code === null ? {} : { code }), ...(title === null ? {} : { title }), detail: message }
    const more = { ...(remedy === null ? {} : { remedy }), fields, ...(stands ? { stands } : {}) }
    return {
      exit: isForLater(status) ? exits.unreached : exits.refused,
      lines: [...linesOf(title, thrown), ...standsLines(stands), ...about],
      document: { ...told, ...more, ...(requestId === null ? {} : { requestId }) },
    }
  }
  if (thrown instanceof Unreached) {
    const remedy = 'check --server or HINDCAST_SERVER, and that the server runs'
    return {
      exit: exits.unreached,
      lines: [`hindcast: ${thrown.message}`, `  ${remedy}`],
      document: { detail: thrown.message, remedy, fields: [] },
    }
  }
  return null
}
