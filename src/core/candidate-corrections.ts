import { z } from 'zod'
import { attributions, directnesses, type ExtractedCandidate, Window } from './candidate.ts'
import { isPhraseId, isWeak } from './lexicon/range.ts'
import { formOfProbability } from './prediction.ts'
import { Probability, polarities } from './probability.ts'
import { Problem } from './problem.ts'
import { orientations } from './question.ts'
import { Day } from './time.ts'

/** What a reviewer reads otherwise than the extractor did; what is left out stays as found. */
export const corrections = {
  phrase: z
    .string()
    .refine(isPhraseId, 'the lexicon has no such phrase; GET /v1/lexicons/hindcast lists them')
    .optional()
    .meta({ description: 'accept: the phrase of likelihood, where the words were read wrongly' }),
  probability: Probability.optional().meta({
    description: 'accept: the number that was said, of the event as the words say it; `polarity` turns it',
  }),
  window: z
    .object({ start: Day, end: Day })
    .refine(({ start, end }) => start <= end, { path: ['end'], message: 'the window ends before it starts' })
    .optional()
    .meta({ description: 'accept: the days that the words set; its source becomes `stated`' }),
  attribution: z.enum(attributions).optional(),
  directness: z.enum(directnesses).optional(),
  claimant: z.string().trim().min(1).max(300).optional().meta({
    description: 'accept: the named person who is quoted, where nobody or somebody else was found',
  }),
}

/** What `corrections` say, with what a review says beside them of the same things. */
export type Corrected = {
  wording?: string | undefined
  orientation?: ExtractedCandidate['orientation'] | undefined
  polarity?: ExtractedCandidate['polarity'] | undefined
  phrase?: string | undefined
  probability?: number | undefined
  window?: { start: Day; end: Day } | undefined
  attribution?: ExtractedCandidate['attribution'] | undefined
  directness?: ExtractedCandidate['directness'] | undefined
  claimant?: string | undefined
}

const change = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value }).optional()

/** Each from what was found to what the reviewer recorded. The candidate itself stays as it was found. */
export const Corrections = z
  .object({
    claim: change(z.string()),
    phrase: change(z.string()),
    polarity: change(z.enum(polarities)),
    orientation: change(z.enum(orientations)),
    window: change(Window.nullable()),
    attribution: change(z.enum(attributions)),
    directness: change(z.enum(directnesses)),
    claimant: change(z.string().nullable()),
  })
  .meta({
    id: 'Corrections',
    description: 'what the reviewer read otherwise: from what was found, to what was recorded; the rest is as found',
  })
export type Corrections = z.infer<typeof Corrections>

/**
 * The positive event is the departure from the status quo. That a state goes on is its opposite: "the war will likely go
 * on" becomes `likely:-` on the war's end, and "the war will not go on" `will:+` on the same.
 */
export const orient = ({
  kind,
  polarity,
  orientation,
}: Pick<ExtractedCandidate, 'kind' | 'polarity' | 'orientation'>): Pick<
  ExtractedCandidate,
  'polarity' | 'orientation'
> => {
  if (kind !== 'state') return { orientation, polarity }
  return polarity === '+' ? { orientation: 'opposite', polarity: '-' } : { orientation: 'as-worded', polarity: '+' }
}

const refuse = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

type Voice = Pick<ExtractedCandidate, 'attribution' | 'directness' | 'claimant' | 'claimantRole'>

/** Who speaks, and in whose words. An author's own voice names nobody and is no paraphrase. */
const voiceOf = (found: ExtractedCandidate, { attribution, directness, claimant }: Corrected): Voice => {
  const { attribution: foundAs, claimantRole } = found
  const as = attribution ?? foundAs
  if (claimant !== undefined && as !== 'quoted') {
    throw refuse('claimant', `nobody is named where the attribution is ${as}`, 'send attribution: quoted with it')
  }
  if (as === 'own' && directness === 'paraphrase') {
    throw refuse('directness', 'an author does not paraphrase their own voice', 'leave it out, or say who is quoted')
  }
  const own = { claimant: null, claimantRole: null, directness: 'verbatim' as const }
  if (as === 'own' && foundAs !== 'own') return { attribution: as, ...own }
  const named = claimant ?? found.claimant
  if (attribution === 'quoted' && named === null) {
    throw refuse('claimant', 'a quoted statement is somebody’s', 'name the person who is quoted')
  }
  const isAnother = named !== found.claimant
  return {
    attribution: as,
    claimant: named,
    claimantRole: isAnother ? null : claimantRole,
    directness: directness ?? found.directness,
  }
}

/** A number that the words say is a phrase of its own, `micro:<millionths>`, of the event as worded. */
const phraseOf = (found: ExtractedCandidate, { phrase, probability }: Corrected) => {
  if (phrase !== undefined && isPhraseId(phrase)) return { phrase, weakHedge: isWeak(phrase) }
  if (probability !== undefined) return { phrase: formOfProbability(probability), weakHedge: false }
  return { phrase: found.phrase, weakHedge: found.weakHedge }
}

/**
 * A candidate as a reviewer reads it: found with `review` in place of what it names. What is of the question, wording and
 * orientation, and the polarity on it stay with the review. Throws `invalid-input` where the parts do not fit each other.
 *
 * `correct({ phrase: 'likely', … }, { probability: 0.9 }).phrase === 'micro:900000'`
 */
export const correct = <C extends ExtractedCandidate>(found: C, review: Corrected): C => ({
  ...found,
  ...phraseOf(found, review),
  ...voiceOf(found, review),
  window: review.window ? { text: found.window?.text ?? '', ...review.window, source: 'stated' } : found.window,
})

const isSame = (one: Window | null, other: Window | null): boolean =>
  one === other ||
  (one?.start === other?.start && one?.end === other?.end && one?.source === other?.source && one !== null)

/** What a review corrects of what was found, each with both values; null where it corrects nothing. */
export const correctionsOf = (found: ExtractedCandidate, review: Corrected): Corrections | null => {
  const oriented = orient(found)
  const read = correct(found, review)
  const from = { ...found, ...oriented }
  const to = {
    ...read,
    claim: review.wording ?? found.claim,
    polarity: review.polarity ?? oriented.polarity,
    orientation: review.orientation ?? oriented.orientation,
  }
  const plain = ['claim', 'phrase', 'polarity', 'orientation', 'attribution', 'directness', 'claimant'] as const
  const changed: Corrections = Object.fromEntries(
    plain.filter((field) => from[field] !== to[field]).map((field) => [field, { from: from[field], to: to[field] }]),
  )
  if (!isSame(found.window, read.window)) changed.window = { from: found.window, to: read.window }
  return Object.keys(changed).length === 0 ? null : changed
}
