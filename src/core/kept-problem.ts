import { z } from 'zod'
import { problemCodes } from './problem.ts'

/** What went wrong last, in the words of the problem document, kept beside what is tried again. */
export const KeptProblem = z
  .object({ code: z.enum(problemCodes), detail: z.string(), remedy: z.string() })
  .meta({ id: 'KeptProblem' })
export type KeptProblem = z.infer<typeof KeptProblem>
