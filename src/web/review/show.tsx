import type { Context } from 'hono'
import { answer, answerScripted, type Env, type PageStatus, reading } from '../env.ts'
import { readDesk } from './desk.ts'
import { DeskPage } from './desk-page.tsx'
import { NoPiecePage } from './message-pages.tsx'
import type { Refused } from './panel.tsx'

type Shown = { commentaryId: string; candidateId: string | null; last?: string | null; refused?: Refused }

/** Answers with a commentary on the desk, at one of its candidates or at the first that waits. */
export const show = async (c: Context<Env>, shown: Shown, status: PageStatus = 200): Promise<Response> => {
  const { commentaryId, candidateId, last = null, refused } = shown
  const { tagger } = c.var.services
  const view = await readDesk(reading(c).reader, { commentaryId, candidateId, last, tagger })
  if (!view) return answer(c, <NoPiecePage />, 404)
  return answerScripted(c, <DeskPage view={view} refused={refused} />, status)
}
