import type { Extraction } from '../../core/candidate.ts'
import type { Commentary } from '../../core/commentary.ts'
import { resemblance, SAME_PIECE } from '../../core/fetching/resemblance.ts'
import { factOf } from '../../core/ledger/fact.ts'
import type { CommentaryPlace } from '../../core/place.ts'
import type { DocumentReading } from '../../core/reading/document.ts'
import { findCommentary, newestText } from '../../storage/commentaries.ts'
import type { Reader } from '../../storage/database.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { commentariesByIdentity, lockPlaces, possibleCopies, putIdentities, putPlace } from '../../storage/places.ts'
import { action, type Transacting } from '../context.ts'
import { joinCollection, type Original, type RecordCommentary, recordCommentary } from './record-commentary.ts'

/** What a fetched piece is known by; the text is null where it is too short to tell. */
export type Identities = { 'canonical-url': string; bytes: string; text: string | null }

export type FetchedPiece = {
  commentary: RecordCommentary
  original: Original
  document: DocumentReading
  /** Null where the piece was seen to stand already: nothing is extracted from a copy. */
  extraction: Extraction | null
  identities: Identities
  place: Omit<CommentaryPlace, 'id' | 'commentaryId' | 'joinedBy' | 'resemblance' | 'recordedAt'>
}
export type RecordedPlace = { commentary: Commentary; created: boolean }

type Standing = {
  commentaryId: string
  joinedBy: Exclude<CommentaryPlace['joinedBy'], 'new'>
  resemblance: number | null
}

/** The commentary that an identity leads to, by the surest one first. */
const byIdentity = async (reader: Reader, identities: Identities): Promise<Standing | null> => {
  const values = Object.values(identities).filter((identity) => identity !== null)
  const found = await commentariesByIdentity(reader, values)
  for (const joinedBy of ['canonical-url', 'bytes', 'text'] as const) {
    const commentaryId = found.get(identities[joinedBy] ?? '')
    if (commentaryId) return { commentaryId, joinedBy, resemblance: null }
  }
  return null
}

/** The most alike commentary of about the same day, title or author, where it is alike enough to be the same piece. */
const byResemblance = async (
  reader: Reader,
  { commentary }: Pick<FetchedPiece, 'commentary'>,
): Promise<Standing | null> => {
  const { text, title = null, bylines, publishedOn } = commentary
  let best: Standing | null = null
  for (const commentaryId of await possibleCopies(reader, { title, bylines, publishedOn })) {
    const standing = await newestText(reader, commentaryId)
    const alike = standing ? resemblance(text, standing.text) : 0
    if (alike >= SAME_PIECE && alike > (best?.resemblance ?? 0)) {
      best = { commentaryId, joinedBy: 'resemblance', resemblance: alike }
    }
  }
  return best
}

/**
 * The commentary that a piece is a copy of: by the same canonical address, the same bytes, the same words, or resemblance;
 * null when it is none.
 */
export const standingCopy = async (
  reader: Reader,
  piece: Pick<FetchedPiece, 'commentary' | 'identities'>,
): Promise<Standing | null> => (await byIdentity(reader, piece.identities)) ?? (await byResemblance(reader, piece))

const recordNew = (scope: Transacting, { commentary, original, document, extraction }: FetchedPiece) => {
  if (!extraction) throw new Error('the commentary that this piece was seen to be a copy of is gone')
  return recordCommentary(scope, { commentary, original, document, extraction, fetched: true })
}

/**
 * Records a fetched piece, or joins it to the commentary that it is a copy of, and keeps the place where it was found.
 */
export const joinOrRecord = action<FetchedPiece, RecordedPlace>(async (scope, piece) => {
  const { tx, now, newId, newSalt } = scope
  if (piece.commentary.collection !== undefined) await holdLinks(tx)
  await lockPlaces(tx)
  const standing = await standingCopy(tx, piece)
  const recorded = standing ? null : await recordNew(scope, piece)
  const commentaryId = standing?.commentaryId ?? recorded?.commentary.id ?? ''
  if (standing) await joinCollection(scope, piece.commentary.collection, commentaryId)
  const identities = Object.values(piece.identities).filter((identity) => identity !== null)
  await putIdentities(tx, commentaryId, identities)
  const joinedBy: CommentaryPlace['joinedBy'] = standing?.joinedBy ?? (recorded?.created ? 'new' : 'text')
  const place = {
    ...piece.place,
    id: newId('place'),
    commentaryId,
    joinedBy,
    resemblance: standing?.resemblance ?? null,
    recordedAt: now,
  }
  await putPlace(tx, await factOf('place', place, newSalt))
  const commentary = await findCommentary(tx, commentaryId)
  if (!commentary) throw new Error(`commentary ${commentaryId} vanished`)
  return { commentary, created: recorded?.created ?? false }
})
