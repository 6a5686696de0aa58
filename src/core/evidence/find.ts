import type { Tagger } from '../extraction/sentences/token.ts'
import type { Day } from '../time.ts'
import type { Asked } from './asked.ts'
import { withoutEchoes } from './echoes.ts'
import type { Finding, Passage } from './passage.ts'
import { type Ranked, rank, type Statistics } from './rank.ts'
import { judge } from './stance.ts'

/** A passage with what was found in it; `sentence` is its weightiest, `text.slice(start, end)` of its own. */
export type Found<P extends Passage> = Finding & {
  passage: Omit<P, 'sentences'>
  sentence: { start: number; end: number; quote: string }
}

/** How passages are sought for a claim. `since`: the day it was made; `own`: a passage that is no echo of another. */
export type Seeking<P extends Passage> = { since: Day; limit: number; own?: (passage: P) => boolean }

/** Those of some passages, all published after a claim, that bear on it: best first, none twice, with stance and reasons. */
export const findAmong = <P extends Passage>(
  asked: Asked,
  passages: readonly P[],
  statistics: Statistics,
  { since, limit, own }: Seeking<P>,
  tagger: Tagger,
): Found<P>[] =>
  withoutEchoes(rank(asked, passages, statistics, yearOf(since)), limit, own).map((one) =>
    findingOf(asked, one, since, tagger),
  )

/** What a passage says to a claim made on a day, with its weightiest sentence. */
export const findingOf = <P extends Passage>(
  asked: Asked,
  { passage, best, score }: Ranked<P>,
  since: Day,
  tagger: Tagger,
): Found<P> => {
  const { sentences, ...place } = passage
  const quote = passage.quote.slice(best.start - passage.start, best.end - passage.start)
  const beside = new Set(sentences.flatMap(({ keys }) => keys))
  const judgement = judge(asked, { ...best, tokens: tagger(quote).flat(), beside }, yearOf(since))
  const sentence = { start: best.start, end: best.end, quote }
  return { score: Math.round(score * 1000) / 1000, ...judgement, passage: place, sentence }
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** How many of these passages hold each key. */
export const statisticsOf = (passages: readonly Passage[], keys: readonly string[]): Statistics => {
  const holding = new Map(keys.map((key) => [key, 0]))
  for (const { sentences } of passages)
    for (const key of new Set(sentences.flatMap((sentence) => sentence.keys))) {
      const held = holding.get(key)
      if (held !== undefined) holding.set(key, held + 1)
    }
  return { passages: passages.length, holding }
}
