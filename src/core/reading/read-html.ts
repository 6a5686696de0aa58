import { addressClues } from './address.ts'
import { factsFrom, readAs } from './clues.ts'
import { decodePage, mustSay } from './decode.ts'
import type { ReadDocument } from './document.ts'
import { headOf } from './head.ts'
import { readLanguage } from './language.ts'
import { parsePage } from './page.ts'
import { pageClues } from './page-clues.ts'
import { articleParagraphs, underHeading } from './page-prose.ts'
import { plainText } from './paragraphs.ts'

/** The article of an HTML page as paragraphs, without the furniture around it; its facts as `pageClues` orders them. */
export const readHtml = async (
  bytes: Uint8Array,
  charset: string | null,
  url: string | null,
): Promise<ReadDocument> => {
  const page = await parsePage(decodePage(bytes, charset), url)
  const clues = pageClues(page)
  const heading = clues.map(({ title }) => title).findLast(Boolean) ?? null
  const head = headOf(underHeading(page, heading))
  const text = mustSay(plainText(await articleParagraphs(page)))
  const { declaredLanguage, ...facts } = factsFrom([...clues, ...head, ...headOf(text), addressClues(url)], page.base)
  const { language } = await readLanguage(text, declaredLanguage)
  return { text, ...readAs('text/html'), ...facts, language }
}
