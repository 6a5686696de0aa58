/**
 * How a standby that public reads may go to stands. `ok`: it holds what the primary held a moment ago; `behind`: not yet; `away`: it does
 * not answer; `other`: what answers is no standby of this database, as after it was promoted; `unknown`: the primary does not say how
 * far it is.
 */
export const replicaStates = ['ok', 'behind', 'away', 'other', 'unknown'] as const
export type ReplicaState = (typeof replicaStates)[number]

/** `position`: how far its ledger went when it was looked at last. */
export type ReplicaStanding = { state: ReplicaState; position: number }
