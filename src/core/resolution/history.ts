import { z } from 'zod'
import { idOf } from '../id.ts'
import { type Act, Form } from '../prediction.ts'
import { Instant, type Moment } from '../time.ts'

/** One act of an author on a question, as the history needs it. */
export type HistoricAct = {
  id: string
  act: Act
  said: Moment
  form: Form | null
  expiresAt: Instant | null
  refersTo: string | null
}

/** Why a forecast stopped to stand: another took its place, it was taken back, its time ran out, the question closed. */
export const endings = ['restated', 'withdrawn', 'expired', 'closed'] as const
export type Ending = (typeof endings)[number]

/** A stretch of time in which one forecast stood: from `from` up to, not including, `to`; null = it still stands. */
export const Interval = z
  .object({
    from: Instant,
    to: Instant.nullable(),
    form: Form,
    predictionId: idOf('prediction'),
    endedBy: z.enum(endings).nullable(),
  })
  .meta({ id: 'ForecastInterval' })
export type Interval = z.infer<typeof Interval>

const inOrder = (a: HistoricAct, b: HistoricAct): number =>
  a.said.latest === b.said.latest ? Number(a.id > b.id) - Number(a.id < b.id) : a.said.latest < b.said.latest ? -1 : 1

/** The acts in the order they were said, as if those that were marked as mistakes had not been. */
export const withoutMistakes = <A extends HistoricAct>(acts: readonly A[]): A[] => {
  const mistaken = new Set(acts.flatMap(({ act, refersTo }) => (act === 'mistake' && refersTo ? [refersTo] : [])))
  return acts.filter(({ id, act }) => act !== 'mistake' && !mistaken.has(id)).sort(inOrder)
}

/** When and why a forecast stopped to stand, given what was done next and when the question closed. */
const endOf = (
  { expiresAt }: HistoricAct,
  next: HistoricAct | undefined,
  closesAt: Instant | null,
): Pick<Interval, 'to' | 'endedBy'> => {
  const to = next?.said.latest ?? closesAt
  if (expiresAt !== null && (to === null || expiresAt < to)) return { to: expiresAt, endedBy: 'expired' }
  if (next === undefined) return { to, endedBy: to === null ? null : 'closed' }
  return { to, endedBy: next.act === 'withdraw' ? 'withdrawn' : 'restated' }
}

/**
 * What stood when, from the acts of one author on one question: intervals in order that do not overlap. A forecast stands
 * from the latest bound of when it was said until the next, its withdrawal, its expiry, or `closesAt`, whichever comes
 * first. What a mistake names counts as never said; what stood for no time at all is left out.
 */
export const historyOf = (acts: readonly HistoricAct[], closesAt: Instant | null): Interval[] =>
  withoutMistakes(acts)
    .filter(({ said }) => closesAt === null || said.latest < closesAt)
    .flatMap((act, at, all) => {
      if (act.form === null) return []
      const { to, endedBy } = endOf(act, all[at + 1], closesAt)
      const from = act.said.latest
      return to !== null && to <= from ? [] : [{ from, to, form: act.form, predictionId: act.id, endedBy }]
    })

/** The forecast that stood at an instant; null when none did. */
export const standingAt = (history: readonly Interval[], instant: Instant): Interval | null =>
  history.find(({ from, to }) => from <= instant && (to === null || instant < to)) ?? null
