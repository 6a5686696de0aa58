import type { Candidate, Commentary } from '../../core/commentary.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import { type Suggestions, suggestionsFor } from '../../queries/matching/suggestions.ts'
import { candidatesOf } from '../../storage/candidates.ts'
import { findCommentary, newestText, textOf } from '../../storage/commentaries.ts'
import type { Reader } from '../../storage/database.ts'
import { findPrediction } from '../../storage/predictions.ts'
import { wasAcceptedLate } from '../../storage/second-opinions.ts'

/** The candidate that was decided before this one, with the question it came to stand on. */
export type Last = { candidate: Candidate; questionId: string | null; isLate: boolean }

/** A commentary on the desk, at one of its candidates. */
export type DeskView = {
  commentary: Commentary
  /** All of the commentary, in the order of its text. */
  candidates: readonly Candidate[]
  /** Null where none waits and none is asked for. */
  current: Candidate | null
  /** The version of the text that the current candidate was found in; null where the text was removed. */
  text: { version: number; text: string } | null
  suggestions: Suggestions | null
  /** The current one is accepted, and was when it could be known how it came out. */
  isLate: boolean
  last: Last | null
  /** Those before and after the current one that wait; null where no other does. */
  previous: string | null
  next: string | null
}

const isPending = ({ status }: Candidate): boolean => status === 'pending'

/** The next candidate that waits, after this one in the order of the text and then from its beginning; null where no other does. */
export const nextWaiting = (candidates: readonly Candidate[], id: string | null): string | null => {
  const at = candidates.findIndex((candidate) => candidate.id === id)
  const after = [...candidates.slice(at + 1), ...candidates.slice(0, Math.max(at, 0))]
  return after.find(isPending)?.id ?? null
}

const textFor = async (reader: Reader, commentaryId: string, current: Candidate | null): Promise<DeskView['text']> => {
  if (current === null) return newestText(reader, commentaryId)
  const { textVersion: version } = current
  const text = await textOf(reader, commentaryId, version)
  return text === null ? null : { version, text }
}

const isAcceptedLate = async (reader: Reader, { status, reviewId }: Candidate): Promise<boolean> =>
  status === 'accepted' && reviewId !== null && wasAcceptedLate(reader, reviewId)

const lastOf = async (reader: Reader, candidates: readonly Candidate[], id: string | null): Promise<Last | null> => {
  const candidate = candidates.find((one) => one.id === id)
  if (!candidate) return null
  const prediction = candidate.predictionId ? await findPrediction(reader, candidate.predictionId) : null
  return { candidate, questionId: prediction?.questionId ?? null, isLate: await isAcceptedLate(reader, candidate) }
}

type Asked = { commentaryId: string; candidateId: string | null; last: string | null; tagger: () => Promise<Tagger> }

/**
 * What a reviewer sees of a commentary: nothing that became known after it was published. Null where there is no such commentary,
 * or no such candidate in it.
 */
export const readDesk = async (reader: Reader, asked: Asked): Promise<DeskView | null> => {
  const { commentaryId, candidateId, last, tagger } = asked
  const commentary = await findCommentary(reader, commentaryId)
  if (!commentary) return null
  const candidates = await candidatesOf(reader, commentaryId)
  const current = candidates.find(candidateId === null ? isPending : ({ id }) => id === candidateId) ?? null
  if (candidateId !== null && current === null) return null
  const waits = current?.status === 'pending'
  return {
    commentary,
    candidates,
    current,
    text: await textFor(reader, commentaryId, current),
    suggestions: waits
      ? await suggestionsFor(reader, { candidate: current, commentary, tagger: await tagger() })
      : null,
    isLate: current !== null && (await isAcceptedLate(reader, current)),
    last: await lastOf(reader, candidates, last),
    previous: nextWaiting([...candidates].reverse(), current?.id ?? null),
    next: nextWaiting(candidates, current?.id ?? null),
  }
}
