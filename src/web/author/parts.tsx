import type { Child, FC } from 'hono/jsx'
import type { z } from 'zod'
import type { Calibration } from '../../queries/report/calibration.ts'
import type { Withheld } from '../../queries/report/withheld.ts'

type Rules = z.infer<typeof Withheld>

/** One fact in a list of them, `dl.facts`. */
export const Fact: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

/** A part of the page under a heading of its own, which its address can name. */
export const Part: FC<{ id: string; title: string; children?: Child }> = ({ id, title, children }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

/** The sentence of a report about a measure; null where its figure is not shown. */
export const sentenceAbout = (
  sentences: readonly { about: string; sentence: string }[],
  about: string,
): string | null => sentences.find((one) => one.about === about)?.sentence ?? null

/** The rule by which a field is withheld; null where it is not. */
export const ruleOf = (withheld: Rules, field: string): string | null =>
  withheld.find((one) => one.field === field)?.rule ?? null

/** A sign and its number stay on one line. */
export const together = (text: string): string => text.replaceAll(' %', '\u00a0%')

type Interval = { low: number; high: number } | null

/** A number with its interval in brackets: `0.81 (0.62 to 1.01)`. */
export const withInterval = (value: number, interval: Interval, write: (value: number) => string): string =>
  interval === null ? write(value) : `${write(value)} (${write(interval.low)} to ${write(interval.high)})`

/** A chance as a p-value is written. */
export const chance = (p: number): string => (p < 0.001 ? 'below 0.001' : p.toFixed(3))

/** Settled so far, in how many families. */
export type Sample = Pick<Calibration, 'n' | 'families' | 'pending' | 'void'>
