import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Context, Services } from '../../actions/context.ts'
import { recordCommentary } from '../../actions/reading/record-commentary.ts'
import { type Commentary, recordedText } from '../../core/commentary.ts'
import { Problem } from '../../core/problem.ts'
import { decodeText } from '../../core/reading/decode.ts'
import { Day } from '../../core/time.ts'
import { readInput } from '../terminal.ts'

/** One text of a folder of commentaries, as its `manifest.json` lists it. */
const ManifestSource = z.object({
  file: z.string().regex(/^[^/\\]+$/, 'a file name, without a folder'),
  title: z.string().optional(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: Day,
  publishedAtRange: z.tuple([Day, Day]).optional(),
  language: z.string().default('en'),
})
export type ManifestSource = z.infer<typeof ManifestSource>

const Manifest = z.object({
  collection: z.object({ name: z.string(), rule: z.string(), readThrough: Day.optional() }).optional(),
  sources: z.array(ManifestSource).min(1),
})
export type Manifest = z.infer<typeof Manifest>

/** Reads a JSON file against a schema. Throws a `Problem` naming the file and the fields that are wrong. */
export const readJson = async <T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> => {
  const text = decodeJson(path, await readInput(path))
  const parsed = schema.safeParse(text)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), detail: issue.message }))
  throw new Problem('invalid-input', `${path} is not as it should be`, 'mend the fields named', fields)
}

const decodeJson = (path: string, bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem('malformed-json', `${path} is not JSON`, 'check the file')
  }
}

export const readManifest = (folder: string): Promise<Manifest> => readJson(join(folder, 'manifest.json'), Manifest)

/** A commentary of the folder with its text, in the order of the manifest. */
export type Piece = { source: ManifestSource; text: string; commentary: Commentary; created: boolean }

/** Records one text of the folder; the same text again gives the record that stands. */
export const recordPiece = async (
  context: Context,
  { extract }: Services,
  folder: string,
  source: ManifestSource,
  collection: string,
): Promise<Piece> => {
  const bytes = new Uint8Array(await readFile(join(folder, source.file)))
  const text = recordedText(decodeText(bytes))
  const [publishedEarliest, publishedLatest] = source.publishedAtRange ?? [source.publishedAt, source.publishedAt]
  const extraction = await extract(text, source.publishedAt, source.language)
  const { commentary, created } = await recordCommentary(context, {
    extraction,
    original: { bytes, mediaType: 'text/plain; charset=utf-8', reader: 'text-1' },
    commentary: {
      text,
      publishedOn: source.publishedAt,
      publishedEarliest,
      publishedLatest,
      ...(source.title ? { title: source.title } : {}),
      ...(source.publisher ? { publisher: source.publisher } : {}),
      bylines: source.author ? [source.author] : [],
      language: source.language,
      collection,
    },
  })
  return { source, text, commentary, created }
}
