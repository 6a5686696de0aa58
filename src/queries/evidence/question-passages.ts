import type { Tagger } from '../../core/extraction/sentences/token.ts'
import type { Question } from '../../core/question.ts'
import type { ShownPassage } from '../../core/resolution/judge-prompt.ts'
import type { Day } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { firstSaidOn } from '../../storage/predictions.ts'
import { findPassages } from './find-passages.ts'

/**
 * The passages of commentary that bear most on a question, published after its window opened and up to today, best first,
 * named p1, p2, …. Pieces that state a prediction on it are left out.
 */
export const passagesFor = async (
  reader: Reader,
  { id, version }: Question,
  { today, limit }: { today: Day; limit: number },
  tagger: Tagger,
): Promise<ShownPassage[]> => {
  const notIn = (await firstSaidOn(reader, [id])).get(id)?.commentaryIds ?? []
  const { wording: claim, windowStart: since } = version
  const found = await findPassages(reader, { claim, since, through: today, notIn, limit, textsOnly: true }, tagger)
  return found.flatMap(({ passage: { commentaryId, textVersion, start, end, publishedOn, quote } }, at) =>
    commentaryId === null || textVersion === null
      ? []
      : [{ passageId: `p${at + 1}`, commentaryId, textVersion, start, end, publishedOn, text: quote }],
  )
}
