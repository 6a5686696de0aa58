import { addressClues } from './address.ts'
import { factsFrom, readAs } from './clues.ts'
import { decodeText } from './decode.ts'
import type { ReadDocument } from './document.ts'
import { frontMatterOf } from './front-matter.ts'
import { headOf } from './head.ts'
import { readLanguage } from './language.ts'

/** Plain text as it stands, unit by unit; its facts come from front matter in it, then from its head, then from its address. */
export const readText = async (
  bytes: Uint8Array,
  charset: string | null,
  url: string | null,
): Promise<ReadDocument> => {
  const text = decodeText(bytes, charset)
  const front = await frontMatterOf(text)
  const body = front ? text.slice(front.end) : text
  const places = [...(front ? [front.clues] : []), ...headOf(body), addressClues(url)]
  const { declaredLanguage, ...facts } = factsFrom(places, url)
  const { language } = await readLanguage(body, declaredLanguage)
  return { text, ...readAs('text/plain'), ...facts, language }
}
