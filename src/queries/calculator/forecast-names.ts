import type { ForecastResult } from '../../core/scoring/report/forecast-entrant.ts'
import type { ForecastInput } from './score-input.ts'

const outcomes: Readonly<Record<string, ForecastResult>> = { 1: 1, 0: 0, yes: 1, no: 0, void: 'void', open: 'open' }

/** What came of it: yes is 1, no is 0. */
export const outcomeOf = ({ outcome }: ForecastInput): ForecastResult => outcomes[outcome] ?? 'open'

/** The question of an item; one without has a name of its own, which no name of the input can be. */
export const questionOf = ({ question }: ForecastInput, at: number): string => question ?? `\u0000${at}`
