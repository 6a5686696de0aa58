import { createInterface } from 'node:readline/promises'
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Text in a style where standard output is a terminal that shows colours and NO_COLOR does not forbid it; else as it is. */
export const styled = (format: Style, text: string): string =>
  process.stdout.isTTY && process.stdout.hasColors() ? styleText(format, text, { validateStream: false }) : text

/** Whether somebody sits at both ends and may be asked. */
export const isWatched = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true

/** Whether progress may be drawn over itself. */
export const draws = (): boolean => process.stderr.isTTY === true

/**
 * One line of standard output. Resolves when more may be written, so that a slow reader of a pipe holds what is read from the
 * server, and memory does not fill.
 */
export const writeLine = (line: string): Promise<void> =>
  new Promise((resolve) => {
    if (process.stdout.write(`${line}\n`)) resolve()
    else process.stdout.once('drain', resolve)
  })

/** Asks for one line at the terminal; empty where it is left empty. */
export const askLine = async (question: string): Promise<string> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await lines.question(question)).trim()
  } finally {
    lines.close()
  }
}

/** Waits for one key at the terminal; Ctrl-C and Ctrl-D are `q`. What was typed ahead waits for the next question. */
export const askKey = (question: string): Promise<string> =>
  new Promise((resolve) => {
    // First, so that whoever answers at once is not taken for one who types a line, or interrupts.
    process.stdin.setRawMode(true)
    process.stderr.write(question)
    process.stdin.resume()
    process.stdin.once('data', (typed: Buffer) => {
      process.stdin.setRawMode(false)
      process.stdin.pause()
      if (typed.length > 1) process.stdin.unshift(typed.subarray(1))
      const key = String.fromCharCode(typed[0] ?? 0).toLowerCase()
      process.stderr.write('\n')
      resolve(key === '\u0003' || key === '\u0004' ? 'q' : key)
    })
  })

/** A signal that is given when the process is asked to stop. A second Ctrl-C ends it at once. */
export const whenStopped = (): AbortSignal => {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}
