import { missing, Problem } from '../../core/problem.ts'
import { setOfTopic } from '../../core/scored-item.ts'
import { HEADLINE } from '../../core/slice.ts'
import type { BoardInput, BoardStatements, Scope } from '../../core/snapshot.ts'
import { authorQuestion, itemsOfAuthors } from '../../storage/board-items.ts'
import type { Reader } from '../../storage/database.ts'
import { isTopic } from '../../storage/topics.ts'

/** A part of a board: questions of a topic, due in months from … until (`YYYY-MM`, both included); rows from so many families on. */
export type BoardPart = {
  topic?: string | undefined
  dueFrom?: string | undefined
  dueUntil?: string | undefined
  minFamilies?: number | undefined
}
export const isPart = ({ topic, dueFrom, dueUntil }: BoardPart): boolean =>
  topic !== undefined || dueFrom !== undefined || dueUntil !== undefined

/** Keeps the forecasts that a part is about, the void ones too, and whoever has one. */
export const partOf = async (
  reader: Reader,
  { months, authors }: Omit<BoardInput, 'seed'>,
  { scope, dueBefore, topic, dueFrom = '', dueUntil = '9999-12' }: BoardPart & { scope: Scope; dueBefore: string },
): Promise<Omit<BoardInput, 'seed'>> => {
  const { timing, voice } = scope
  const slice = { timing, attribution: voice, windowSources: [...HEADLINE.windowSources], dueBefore }
  const onTopic =
    topic === undefined
      ? null
      : new Set(
          [
            ...(await itemsOfAuthors(reader, { ...slice, set: setOfTopic(topic) }, null)),
            ...(await itemsOfAuthors(reader, { ...slice, set: setOfTopic(topic) }, null, 'first')),
          ].map(authorQuestion),
        )
  const isIn = (id: string) => (item: { question: string; dueMonth: string }) =>
    item.dueMonth >= dueFrom &&
    item.dueMonth <= dueUntil &&
    (onTopic?.has(authorQuestion({ authorId: id, questionId: item.question })) ?? true)
  const within = (id: string, { items, pending, later, void: off }: BoardStatements): BoardStatements => ({
    items: items.filter(isIn(id)),
    pending: pending.filter(isIn(id)),
    later: later.filter(isIn(id)),
    void: off.filter(isIn(id)),
  })
  const kept = authors.map((author) => ({
    ...author,
    ...within(author.id, author),
    begun: within(author.id, author.begun),
  }))
  const has = ({ items, pending, void: voided }: BoardInput['authors'][number]): boolean =>
    items.length + pending.length + voided.length > 0
  return { months, authors: kept.filter(has) }
}

export const refusedPart = (detail: string, remedy: string, field = 'snapshot'): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

/** Refuses a part that cannot be: months the wrong way round, and a topic that no question ever had. */
export const checkPart = async (reader: Reader, { topic, dueFrom, dueUntil }: BoardPart): Promise<void> => {
  if (dueFrom !== undefined && dueUntil !== undefined && dueFrom > dueUntil)
    throw refusedPart(
      `due_from ${dueFrom} is after due_until ${dueUntil}`,
      'give the earlier month as due_from',
      'due_from',
    )
  if (topic !== undefined && !(await isTopic(reader, topic))) throw missing('topic', topic, 'topic')
}
