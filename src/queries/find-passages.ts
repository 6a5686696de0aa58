import { type Asked, askedKeys, askedOf } from '../core/evidence/asked.ts'
import { withoutEchoes } from '../core/evidence/echoes.ts'
import type { Finding } from '../core/evidence/passage.ts'
import { keyWeights, type Ranked, rank } from '../core/evidence/rank.ts'
import { judge } from '../core/evidence/stance.ts'
import type { Tagger } from '../core/extraction/sentences/token.ts'
import type { Day } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { likelyPassages, passageStatistics, type StoredPassage } from '../storage/passages.ts'

/**
 * A claim that passages are sought for. `since`: the day it was made; `through`: the last day of publication, or null;
 * `textsOnly`: without the words of recorded events.
 */
export type Sought = {
  claim: string
  since: Day
  through: Day | null
  notIn: readonly string[]
  limit: number
  textsOnly?: boolean
}

/** A passage with what was found in it; `sentence` is its weightiest, `text.slice(start, end)` of its own. */
export type FoundPassage = Finding & {
  passage: Omit<StoredPassage, 'sentences'>
  sentence: { start: number; end: number; quote: string }
}

/** So many passages are read and ranked, of however many there are. */
const READ = 200

/** What a passage says to a claim, with its weightiest sentence. */
export const findingOf = (
  asked: Asked,
  { passage, best, score }: Ranked<StoredPassage>,
  year: number,
  tagger: Tagger,
): FoundPassage => {
  const { sentences, ...place } = passage
  const quote = passage.quote.slice(best.start - passage.start, best.end - passage.start)
  const beside = new Set(sentences.flatMap(({ keys }) => keys))
  const judgement = judge(asked, { ...best, tokens: tagger(quote).flat(), beside }, year)
  const sentence = { start: best.start, end: best.end, quote }
  return { score: Math.round(score * 1000) / 1000, ...judgement, passage: place, sentence }
}

/** Passages published after a claim that bear on it, best first. The index chooses 200, `core/evidence` ranks them. */
export const findPassages = async (reader: Reader, sought: Sought, tagger: Tagger): Promise<FoundPassage[]> => {
  const asked = askedOf(sought.claim, tagger)
  if (asked.terms.length === 0) return []
  const statistics = await passageStatistics(reader, askedKeys(asked))
  const search = {
    keys: keyWeights(asked, statistics),
    names: asked.terms.filter(({ kind }) => kind === 'name').map(({ written }) => written),
    after: sought.since,
    through: sought.through,
    notIn: sought.notIn,
    textsOnly: sought.textsOnly ?? false,
  }
  const year = yearOf(sought.since)
  const ranked = rank(asked, await likelyPassages(reader, search, READ), statistics, year)
  return withoutEchoes(ranked, sought.limit, ({ eventId }) => eventId !== null).map((one) =>
    findingOf(asked, one, year, tagger),
  )
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
