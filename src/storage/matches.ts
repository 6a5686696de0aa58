import { inArray } from 'drizzle-orm'
import type { Salts } from '../core/ledger/digest.ts'
import type { Match } from '../core/matching/match.ts'
import type { Reader, Transaction } from './database.ts'
import { matches } from './tables/matching.ts'

export const matchColumns = {
  id: matches.id,
  did: matches.did,
  decidedBy: matches.decidedBy,
  questionId: matches.questionId,
  verdict: matches.verdict,
  similarity: matches.similarity,
  opposed: matches.opposed,
  differs: matches.differs,
  reason: matches.reason,
  rules: matches.rules,
  recordedAt: matches.recordedAt,
}

export type NewMatch = Match & { candidateId: string; predictionId: string; salts: Salts; digest: string }

export const insertMatch = async (tx: Transaction, match: NewMatch): Promise<void> => {
  await tx.insert(matches).values(match)
}

/** Of which candidate each of these matches is. */
export const candidatesOfMatches = async (reader: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: matches.id, candidateId: matches.candidateId })
    .from(matches)
    .where(inArray(matches.id, [...ids]))
  return new Map(rows.map(({ id, candidateId }) => [id, candidateId]))
}
