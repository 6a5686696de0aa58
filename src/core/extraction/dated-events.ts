import type { Window } from '../candidate.ts'
import type { Day } from '../time.ts'

export type DatedEvents = ReadonlyMap<string, Day>
export const eventDay = (_words: string, _events: DatedEvents, _publishedOn: Day): Window | null => null
