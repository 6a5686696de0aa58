import type { Claim } from '../claims/claim.ts'
import type { Reading } from '../cues/cue.ts'
import { fold } from '../sentences/name-runs.ts'
import { type Person, personOf } from './people.ts'
import { isHumanNoun } from './roles.ts'
import type { Page } from './voice.ts'

/**
 * The name for "he" or "she" at `subject` when it means the claimant: "She does not expect", "Ann Roe told reporters that she
 * will step down". Null when another person is named near, or someone without a name is spoken to.
 */
export const speakingSubject = (
  page: Page,
  { reading, cue, clause, chain }: Claim,
  subject: number,
  before: Reading | null,
  claimant: string | null,
): string | null => {
  const person = claimant === null ? null : personCalled(page, claimant)
  const pronoun = reading.words[subject] ?? ''
  if (claimant === null || person === null || !['he', 'she'].includes(pronoun)) return null
  const { tokens } = reading
  const [link] = chain
  const holds = cue.kind === 'attitude' || cue.kind === 'frame' || tokens[cue.at]?.lemma === 'do'
  if (holds && !link) return person.pronoun === null || person.pronoun === pronoun ? claimant : null
  if (person.pronoun !== pronoun) return null
  if (clause.kind !== 'complement' || !link || link.tag !== 'VERB') return null
  const addressee = tokens
    .slice(link.governor + 1, subject)
    .some((token) => isHumanNoun(token) && !/[^s]s$/.test(token.word))
  const alone = [reading, before].every((one) => one === null || namesOnly(page, one, claimant))
  return alone && !addressee ? claimant : null
}

/** The person of a text by name, as written there. */
export const personCalled = ({ people }: Page, name: string): Person | null => {
  const last = fold(name.split(' ').at(-1) ?? '')
  return people.surnames.get(last)?.find((one) => one.name === name) ?? people.bare.get(last) ?? null
}

/** Whether a sentence names nobody but one person. */
const namesOnly = ({ people }: Page, reading: Reading, name: string): boolean =>
  (people.persons.get(reading) ?? []).every(
    (run) => fold(personOf(reading.tokens, run, people)?.name ?? run.name) === fold(name),
  )
