import type { Author } from '../../core/author.ts'
import { ALL, collectionOfSet, setOfCollection } from '../../core/scored-item.ts'
import type { Scope } from '../../core/snapshot.ts'
import { dayOf, type Instant, monthOf } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { type MadeBy, standingText } from '../../storage/standing-reports.ts'
import { mustFindCollection } from '../collections.ts'
import type { Part } from './author-counts.ts'
import { CalibrationReport, calibrationReport } from './calibration-report.ts'
import { RULES, rulesNamed } from './versions.ts'

/** What a report that is made at an instant is made by. */
export const madeByAt = (now: Instant): MadeBy => ({ rules: rulesNamed(RULES), dueBefore: monthOf(dayOf(now)) })

/** The report of an author on a board, made anew, as the JSON that is answered. */
export const standingBody = async (reader: Reader, author: Author, scope: Scope, now: Instant): Promise<string> => {
  const { set, timing, voice } = scope
  const id = collectionOfSet(set)
  const collection = id === null ? null : await mustFindCollection(reader, id)
  return JSON.stringify(await calibrationReport(reader, { author, collection, timing, voice, now }))
}

/** What is kept ready of an author on a board, by the rules and months of now; null where there is nothing of today's shape. */
export const keptReady = async (
  reader: Reader,
  author: Author,
  { collection, timing, voice, now }: Part,
): Promise<CalibrationReport | null> => {
  const set = collection ? setOfCollection(collection.id) : ALL
  const text = await standingText(reader, author.id, { set, timing, voice }, madeByAt(now))
  return text === null ? null : (CalibrationReport.safeParse(JSON.parse(text)).data ?? null)
}
