import type { Salts } from '../core/ledger/digest.ts'
import type { Match } from '../core/matching/match.ts'
import type { Transaction } from './database.ts'
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
