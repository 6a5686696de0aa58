/** No answer came from a server at all. */
export class Unreached extends Error {
  override readonly name = 'Unreached'
}

/** Why `fetch` got no answer, in the words of the system. */
const causeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error instanceof Error ? error.message : String(error)
}

/**
 * Asks a server that whoever runs the command named: any address is right, so nothing guards it. Throws `Unreached` where no answer
 * comes; a request that is stopped on purpose throws what stopped it.
 */
export const askServer = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new Unreached(`no answer from ${new URL(request.url).origin}: ${causeOf(error)}`)
  }
}
