import { z } from 'zod'
import { ExtractionRun, fallbackReasons } from './extraction-run.ts'
import { idOf } from './id.ts'
import { DocumentReading } from './reading/document.ts'
import { Instant } from './time.ts'

const about = { commentaryId: idOf('commentary'), textVersion: z.int().min(1), recordedAt: Instant }

/** How the candidates of one version of a text were found, as a fact. */
export const RecordedRun = ExtractionRun.extend({
  ...about,
  id: idOf('run'),
  extractorVersion: z.string(),
  lexiconVersion: z.string(),
}).meta({ id: 'RecordedRun' })
export type RecordedRun = z.infer<typeof RecordedRun>

/** What the document told from which one version of a text was read, as a fact. */
export const RecordedReading = DocumentReading.extend({ ...about, id: idOf('reading') }).meta({ id: 'RecordedReading' })
export type RecordedReading = z.infer<typeof RecordedReading>

/** What anyone may know of a run: not what it cost, nor what is wrong with the configuration of the service. */
export const PublicRun = RecordedRun.omit({ id: true, commentaryId: true, usage: true, fallback: true })
  .extend({
    fallback: z.enum(fallbackReasons).nullable().meta({
      description: 'not null: why the candidates are those of the built-in extractor, though a model is configured',
    }),
  })
  .meta({ id: 'PublicExtractionRun' })
export type PublicRun = z.infer<typeof PublicRun>

/** What anyone may know of what a document told: names and addresses that were not taken stay with whoever sent it. */
export const PublicReading = RecordedReading.pick({
  textVersion: true,
  reader: true,
  mediaType: true,
  language: true,
  published: true,
  topics: true,
  taken: true,
  recordedAt: true,
}).meta({ id: 'PublicDocumentReading' })
export type PublicReading = z.infer<typeof PublicReading>

export const publicRun = ({ id: _, commentaryId: __, usage: ___, fallback, ...run }: RecordedRun): PublicRun => ({
  ...run,
  fallback: fallback?.reason ?? null,
})

export const publicReading = (reading: RecordedReading): PublicReading => {
  const { textVersion, reader, mediaType, language, published, topics, taken, recordedAt } = reading
  return { textVersion, reader, mediaType, language, published, topics, taken, recordedAt }
}
