import { calendarNames, wordSet } from './words.ts'

/** Words that name a time: after "until", "when" or "by" they tell when, not on what condition. */
export const timeWords: ReadonlySet<string> = new Set([
  ...calendarNames,
  ...wordSet(`end spring summer autumn fall winter season year years month months week weeks day days night nights hour
    hours morning evening noon midnight nightfall dawn dusk decade decades century quarter christmas easter midsummer
    midwinter then now today tomorrow tonight late early next last this weekend recently lately long age`),
])
