import { askedKeys, askedOf } from '../../core/evidence/asked.ts'
import { type Found, findAmong } from '../../core/evidence/find.ts'
import { findersAmong, keyWeights } from '../../core/evidence/rank.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import type { Day } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { passageStatistics } from '../../storage/passage-statistics.ts'
import { likelyPassages, type StoredPassage } from '../../storage/passages.ts'

/**
 * A claim that passages are sought for. `since`: the day it was made; `through`: the last day of publication, or null;
 * `textsOnly`: without the words of recorded events; `acceptedOnly`: without texts that no reviewer has accepted anything of.
 */
export type Sought = {
  claim: string
  since: Day
  through: Day | null
  notIn: readonly string[]
  limit: number
  textsOnly?: boolean
  acceptedOnly?: boolean
}

export type FoundPassage = Found<StoredPassage>

/** So many passages are read and ranked, of however many there are. */
const READ = 200
/** The keys that find them stand in so many together, where one of them does not stand in more by itself. */
const MET = 5000

/** Passages published after a claim that bear on it, best first. The index chooses 200, `core/evidence` ranks them. */
export const findPassages = async (reader: Reader, sought: Sought, tagger: Tagger): Promise<FoundPassage[]> => {
  const asked = askedOf(sought.claim, tagger)
  if (asked.terms.length === 0) return []
  const statistics = await passageStatistics(reader, askedKeys(asked))
  const keys = keyWeights(asked, statistics)
  const search = {
    keys,
    finders: findersAmong([...keys.keys()], statistics, MET),
    names: asked.terms.filter(({ kind }) => kind === 'name').map(({ written }) => written),
    after: sought.since,
    through: sought.through,
    notIn: sought.notIn,
    textsOnly: sought.textsOnly ?? false,
    acceptedOnly: sought.acceptedOnly ?? false,
  }
  const likely = await likelyPassages(reader, search, READ)
  const own = ({ eventId }: StoredPassage): boolean => eventId !== null
  return findAmong(asked, likely, statistics, { since: sought.since, limit: sought.limit, own }, tagger)
}
