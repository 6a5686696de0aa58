import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Extraction } from '../core/candidate.ts'
import { MeasuredCandidate } from '../core/evaluation/gold.ts'
import type { LabelledDocument } from '../core/evaluation/measure.ts'
import { type ExtractionRun, type ModelUsage, modelRefusals } from '../core/extraction-run.ts'
import { Problem } from '../core/problem.ts'
import type { Extract } from '../outside/extractor.ts'
import { costLines } from './extractor.ts'

/** What an extractor finds in one document. `extraction`: how, where it is one of ours. */
export type Reading = { doc: string; candidates: MeasuredCandidate[]; extraction: Extraction | null }
export type MeasuredExtractor = (document: LabelledDocument, file: string) => Promise<Reading>

/** One of our extractors, asked of the text as it stands in the file. */
export const ours =
  (extract: Extract): MeasuredExtractor =>
  async ({ name, text, publishedAt }) => {
    const extraction = await extract(text, publishedAt)
    return { doc: name, candidates: extraction.candidates, extraction }
  }

const Printed = z.object({ candidates: z.array(MeasuredCandidate) })

/** A command of the user's, run on each file. Throws `invalid-input` with its name when it fails or prints something else. */
export const external = ([command = '', ...args]: readonly string[]): MeasuredExtractor => {
  const execute = promisify(execFile)
  return async ({ name, publishedAt }, file) => {
    const fail = (detail: string) =>
      new Problem('invalid-input', `${command} on ${file}: ${detail}`, 'it must print { "candidates": [ … ] }')
    try {
      const { stdout } = await execute(command, [...args, file, '--published-at', publishedAt, '--json'], {
        maxBuffer: 2 ** 28,
      })
      const { candidates } = Printed.parse(JSON.parse(stdout.slice(stdout.indexOf('{'))))
      return { doc: name, candidates, extraction: null }
    } catch (error) {
      throw fail(error instanceof z.ZodError ? z.prettifyError(error).slice(0, 500) : String(error))
    }
  }
}

/** How all documents were read: by whom, at what cost, and which ones were not read by the extractor that was to be measured. */
export type ReadingReport = {
  mode: ExtractionRun['mode']
  model: string | null
  extractorVersions: string[]
  fallbacks: { doc: string; reason: string; detail: string }[]
  withheld: { doc: string; detail: string }[]
  refused: ExtractionRun['refused']
  usage: ModelUsage | null
}

/** Null for a command of the user's, which tells nothing of itself. */
export const reportReadings = (readings: readonly Reading[]): ReadingReport | null => {
  const read = readings.flatMap(({ doc, extraction }) => (extraction ? [{ doc, ...extraction }] : []))
  // A text that was not searched is told of as the built-in extractor's, whoever was to read it.
  const [first] = [...read.filter(({ run }) => run.withheld === null), ...read]
  if (!first) return null
  const { mode, model } = first.run
  return {
    mode,
    model,
    extractorVersions: [...new Set(read.map(({ extractorVersion }) => extractorVersion))],
    fallbacks: read.flatMap(({ doc, run }) => (run.fallback ? [{ doc, ...run.fallback }] : [])),
    withheld: read.flatMap(({ doc, run }) => (run.withheld === null ? [] : [{ doc, detail: run.withheld }])),
    refused: sumRefused(read.map(({ run }) => run.refused)),
    usage: sumUsage(read.flatMap(({ run }) => run.usage ?? [])),
  }
}

const sumRefused = (lists: readonly ExtractionRun['refused'][]): ExtractionRun['refused'] =>
  modelRefusals
    .map((reason) => ({
      reason,
      count: sum(
        lists.flat().filter((one) => one.reason === reason),
        ({ count }) => count,
      ),
    }))
    .filter(({ count }) => count > 0)

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((all, item) => all + of(item), 0)

/** The cost is unknown as soon as that of one document is. */
const sumUsage = (usages: readonly ModelUsage[]): ModelUsage | null => {
  if (usages.length === 0) return null
  const costs = usages.map(({ costMicros }) => costMicros).filter((cost) => cost !== null)
  return {
    calls: sum(usages, ({ calls }) => calls),
    cachedCalls: sum(usages, ({ cachedCalls }) => cachedCalls),
    tokensIn: sum(usages, ({ tokensIn }) => tokensIn),
    tokensOut: sum(usages, ({ tokensOut }) => tokensOut),
    costMicros: costs.length === usages.length ? sum(costs, (cost) => cost) : null,
    durationMs: sum(usages, ({ durationMs }) => durationMs),
  }
}

/** The same for people. A document that another extractor read, or none, is named: the figures hold it too. */
export const readingLines = (report: ReadingReport | null): string[] => {
  if (report === null) return []
  const { mode, model, fallbacks, withheld, refused, usage } = report
  return [
    model === null ? `Read by the ${mode} extractor.` : `Read by ${model} (${mode}).`,
    ...fallbacks.map(({ doc, detail }) => `${doc} was read by the built-in extractor instead: ${detail}.`),
    ...withheld.map(({ doc, detail }) => `${doc} was not searched: ${detail}.`),
    ...costLines(usage, refused),
  ]
}
