import { groupBy } from '../core/group-by.ts'
import type { Instant } from '../core/time.ts'
import type { WorkItem } from '../core/work.ts'
import type { Reader } from '../storage/database.ts'
import type { Page, PageRequest } from '../storage/keyset.ts'
import { proposalsWaiting } from '../storage/proposals.ts'
import { questionsByIds } from '../storage/questions.ts'
import { listWaiting, type Waiting, type WorkFilter } from '../storage/work.ts'

/** Questions with what a resolver needs to know, in the order given. */
export const workItems = async (reader: Reader, waiting: Waiting[]): Promise<WorkItem[]> => {
  const ids = waiting.map(({ id }) => id)
  const questions = new Map((await questionsByIds(reader, ids)).map((question) => [question.id, question]))
  const proposals = groupBy(await proposalsWaiting(reader, ids), ({ questionId }) => questionId)
  return waiting.flatMap(({ id, heldUntil }) => {
    const question = questions.get(id)
    return question ? [{ question, proposals: proposals.get(id) ?? [], heldUntil }] : []
  })
}

/** The questions that need an outcome, the window that ended first first. */
export const workList = async (
  reader: Reader,
  filter: WorkFilter & { now: Instant },
  page: PageRequest,
): Promise<Page<WorkItem>> => {
  const { items, next } = await listWaiting(reader, filter, page)
  return { items: await workItems(reader, items), next }
}
