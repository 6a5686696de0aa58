import type { Problem } from './problem.ts'

/** What became of one of many: its id, or why it was refused. `standing`: it was there already. */
export type ItemResult = { status: 'recorded' | 'standing'; id: string } | { status: 'refused'; problem: Problem }
