import { Presets, SingleBar } from 'cli-progress'
import { draws } from './screen.ts'

/** A bar on standard error, drawn on a terminal only; `total` is null where nobody knows it. */
export type Progress = {
  step: (by?: number) => void
  /** Writes lines of its own without the bar through them. */
  say: (write: () => void) => void
  stop: () => void
}

const silent: Progress = { step: () => undefined, say: (write) => write(), stop: () => undefined }

const FORMAT = ' {bar} {percentage} % | {value} of {total} {what} | {duration_formatted}, {eta_formatted} to go'
const UNKNOWN = ' {value} {what} | {duration_formatted}'

/** Begins to show how far something is. `what` names the things that are counted. */
export const progressBar = (what: string, total: number | null = null): Progress => {
  if (!draws()) return silent
  const format = total === null ? UNKNOWN : FORMAT
  const bar = new SingleBar(
    { format, hideCursor: true, stream: process.stderr, etaBuffer: 1000 },
    Presets.shades_classic,
  )
  bar.start(total ?? 0, 0, { what })
  return {
    step: (by = 1) => bar.increment(by),
    say: (write) => {
      process.stderr.write('\r\u001b[K')
      write()
    },
    stop: () => bar.stop(),
  }
}
