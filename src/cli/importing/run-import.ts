import type { OpenImport } from '../../core/importing/import-item.ts'
import { progressBar } from '../progress.ts'
import type { Terminal } from '../terminal.ts'
import type { Result, Sink } from './sinks.ts'
import { type Source, type Survey, tellRows } from './survey.ts'

const PART = 1000
/** A part of outcomes is smaller: each settles a question and moves scores. */
const OUTCOMES_PART = 100

type Counts = Record<Result['status'], number>
const none = (): Counts => ({ recorded: 0, standing: 0, refused: 0 })

/** What an import did. `stopped`: it was interrupted between two parts. */
export type Imported = {
  collection: string
  forecasts: Counts
  outcomes: Counts
  refused: { line: number | null; why: string }[]
  stopped: boolean
}

/** Items in parts of at most `size`, as they come. */
async function* partsOf<Item>(items: AsyncIterable<Item> | Iterable<Item>, size: number): AsyncGenerator<Item[]> {
  let part: Item[] = []
  for await (const item of items) {
    part.push(item)
    if (part.length === size) {
      yield part
      part = []
    }
  }
  if (part.length > 0) yield part
}

/**
 * Records what a file holds, part by part: first all forecasts, then the outcomes, so that each question is scored once. Stops between
 * two parts when it is told to. What stands already is left alone, so that it may be run again.
 */
export const runImport = async (
  terminal: Terminal,
  sink: Sink,
  source: Source,
  { forecasts, outcomes }: Survey,
  about: OpenImport,
  stop: AbortSignal,
): Promise<Imported> => {
  const done: Imported = {
    collection: await sink.open(about),
    forecasts: none(),
    outcomes: none(),
    refused: [],
    stopped: false,
  }
  const note = (line: number | null, why: string): void => {
    done.refused.push({ line, why })
    bar.say(() => terminal.note(`${line === null ? '' : `line ${line}: `}${why}`))
  }
  let bar = progressBar('forecasts', forecasts)
  try {
    for await (const part of partsOf(goodRows(source), PART)) {
      if (stop.aborted) return { ...done, stopped: true }
      for (const [at, { status, why }] of (await sink.forecasts(part.map(({ forecast }) => forecast))).entries()) {
        done.forecasts[status] += 1
        if (status === 'refused') note(part[at]?.line ?? null, why ?? 'refused')
      }
      bar.step(part.length)
    }
    bar.stop()
    bar = progressBar('outcomes', outcomes.size)
    for await (const part of partsOf(outcomes.values(), OUTCOMES_PART)) {
      if (stop.aborted) return { ...done, stopped: true }
      for (const [at, { status, why }] of (await sink.outcomes(part)).entries()) {
        done.outcomes[status] += 1
        if (status === 'refused') note(null, `outcome of question ${part[at]?.question}: ${why ?? 'refused'}`)
      }
      bar.step(part.length)
    }
  } finally {
    bar.stop()
  }
  return done
}

async function* goodRows(source: Source) {
  for await (const told of tellRows(source)) if ('forecast' in told) yield told
}
