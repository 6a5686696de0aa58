import { z } from 'zod'
import { Evidence } from './event.ts'
import { idOf } from './id.ts'
import { ResolverInputs } from './resolution/finding.ts'
import { logSteps, Outcome, voidReasons } from './resolution/lifecycle.ts'
import { resolverKinds } from './resolution/resolver.ts'
import { Instant } from './time.ts'

export const proposalStatuses = ['pending', 'settled', 'declined'] as const

/** A proposed outcome with its evidence. It settles nothing by itself; what held it back is its `reason`. */
export const Proposal = z
  .object({
    id: idOf('proposal'),
    questionId: idOf('question'),
    outcome: Outcome,
    rationale: z.string(),
    status: z.enum(proposalStatuses),
    reason: z.string().nullable(),
    resolver: z
      .enum(resolverKinds)
      .nullable()
      .meta({ description: 'the kind of rule that proposed it; null: a person or a key' }),
    rules: z.string().nullable().meta({ description: 'the version of the rules' }),
    inputs: ResolverInputs.nullable(),
    evidence: z.array(Evidence),
    recordedAt: Instant,
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'Proposal' })
export type Proposal = z.infer<typeof Proposal>

/** One entry of a question's append-only log. */
export const ResolutionEntry = z
  .object({
    id: idOf('resolution'),
    questionId: idOf('question'),
    position: z.int().min(1),
    step: z.enum(logSteps).meta({ description: '`…-version`: of an older version, on its own terms' }),
    versionId: idOf('version')
      .nullable()
      .meta({ description: 'of a settlement: the version judged; of a step of one version: which' }),
    outcome: z.union([Outcome, z.null()]),
    voidReason: z.enum(voidReasons).nullable(),
    decidingEvidenceId: idOf('evidence').nullable(),
    proposalId: idOf('proposal').nullable(),
    decider: z.string(),
    rules: z.string(),
    reason: z.string(),
    evidence: z.array(Evidence),
    evidenceDigest: z.string(),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'ResolutionEntry' })
export type ResolutionEntry = z.infer<typeof ResolutionEntry>
