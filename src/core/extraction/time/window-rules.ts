import { z } from 'zod'
import { Day } from '../../time.ts'

/** The version of the table below and of the readings beside it, printed with every window that rests on them. */
export const WINDOW_RULES_VERSION = '2026.5'

/** Months after publication in which a claim without words of time must come true. */
export const DEFAULT_WINDOW_MONTHS = 12

/** A length of time from publication: calendar months, then days. */
const Offset = z.object({ months: z.int().min(0), days: z.int().min(0) }).meta({ id: 'WindowOffset' })
type Offset = z.infer<typeof Offset>

/** How a vague phrase of time is read: from `from` to `to` after publication. `to: null` sets no end. */
export const WindowRule = z
  .object({
    id: z.string(),
    says: z.string().meta({ description: 'the words it reads' }),
    from: Offset,
    to: Offset.nullable().meta({ description: 'null = no end' }),
  })
  .meta({ id: 'WindowRule' })
export type WindowRule = z.infer<typeof WindowRule>

/** How words that name days are read, with an example that a test holds to. `source` as in a window. */
export const WindowReading = z
  .object({
    says: z.string(),
    source: z.enum(['stated', 'rule']),
    example: z.object({ words: z.string(), publishedOn: Day, start: Day, end: Day.nullable() }),
  })
  .meta({ id: 'WindowReading' })
export type WindowReading = z.infer<typeof WindowReading>

/** The published rules: how named days are read, the rules for vague phrases in order of trying, the default. */
export const WindowRules = z
  .object({
    version: z.string(),
    anchor: z.string().meta({ description: 'the day that windows are counted from' }),
    readings: z.array(WindowReading),
    rules: z.array(WindowRule),
    default: z.object({ months: z.int().min(1) }).meta({ id: 'WindowDefault' }),
  })
  .meta({ id: 'WindowRules' })
export type WindowRules = z.infer<typeof WindowRules>

const months = (count: number): Offset => ({ months: count, days: 0 })
const days = (count: number): Offset => ({ months: 0, days: count })
const now = days(0)
/** A rule with its pattern, which meets lower-case prose with single blanks and straight quotes. */
export type PatternRule = WindowRule & { pattern: RegExp }
const rule = (id: string, says: string, from: Offset, to: Offset | null, pattern: RegExp): PatternRule => ({
  id,
  says,
  pattern,
  from,
  to,
})

/** Tried in order; the first that fits wins. */
export const windowRules: readonly PatternRule[] = [
  rule(
    'sometime',
    'at some point, sometime (down the road), one day, eventually, sooner or later',
    now,
    null,
    /\b(?:at some (?:point|stage|time)|some ?time(?: or other)?(?: down the (?:road|line))?(?! ago| next| this| in| to come| yet)(?<!for some time|quite some time)|some day|someday|one day|one of these days|eventually|sooner or later|in the end|in due (?:course|time)|in the fullness of time|ultimately)\b/,
  ),
  rule(
    'lifetime',
    'in our lifetime, in a lifetime',
    now,
    months(600),
    /\b(?:in|within|during) (?:my|our|your|his|her|their|a) lifetimes?\b/,
  ),
  rule(
    'decades-off',
    'decades away, a generation away: not before twenty years',
    now,
    months(240),
    /\b(?:decades|a generation|generations) (?:down the (?:road|line)|away|off|from now|hence)\b|\bfor (?:many |several |some )?decades\b/,
  ),
  rule(
    'generation',
    'within a generation, for a generation',
    now,
    months(300),
    /\b(?:within|for|over|in the next|inside) (?:a |the next |another )?generation\b/,
  ),
  rule(
    'years-off',
    'years down the road, years away, not for years: not before two years',
    now,
    months(24),
    /\bbe years before\b|\b(?:many |several |some |still )?years (?:down the (?:road|line)|away|off|from now|hence|in the future)\b|\bnot for (?:many |several |some )?years\b/,
  ),
  rule(
    'for-years',
    'for years, for years to come: at least two years',
    now,
    months(24),
    /\bfor (?:many |several |some )?years\b/,
  ),
  rule(
    'down-the-road',
    'down the road, down the line, in the long run',
    now,
    null,
    /\bdown the (?:road|line|track)\b|\bin the (?:very )?long(?:er)? (?:run|term)\b|\bover the long(?:er)? (?:run|term|haul)\b/,
  ),
  rule('any-time-soon', 'any time soon', now, months(6), /\bany ?time soon\b/),
  rule('foreseeable-future', 'the foreseeable future', now, months(12), /\bforeseeable future\b/),
  rule(
    'any-day',
    'any day now, at any moment, in the coming hours, within hours',
    now,
    days(7),
    /\bany (?:day|moment|minute|hour) now\b|\bat any (?:moment|minute)\b|\b(?:coming|next few|next couple of) hours\b|\b(?:within|matter of) hours\b|\bhours away\b/,
  ),
  rule(
    'immediate',
    'in the immediate future, immediately, straight away',
    now,
    months(1),
    /\bimmediate (?:future|term|aftermath)\b|\b(?:immediately|straight ?away|right away|at once|forthwith)\b/,
  ),
  rule(
    'near-term',
    'in the near or short term, in the near future',
    now,
    months(6),
    /\b(?:near|short)(?:er)?[- ](?:term|run)\b|\b(?:near|not too distant|not so distant) future\b/,
  ),
  rule('medium-term', 'in the medium term', now, months(36), /\bmedium[- ](?:term|run)\b/),
  rule(
    'coming-days',
    'in the coming, next few days, within days',
    now,
    days(14),
    /\b(?:coming|next (?:few|several|couple of)|following|next) days\b|\b(?:within|matter of|question of) (?:mere )?days\b|\bdays (?:ahead|away|to come)\b|\bfor days\b/,
  ),
  rule(
    'coming-weeks',
    'in the coming, next few weeks, within weeks',
    now,
    months(2),
    /\b(?:coming|next (?:few|several|couple of)|following|next) weeks\b|\b(?:within|matter of|question of) (?:mere )?weeks\b|\bweeks (?:ahead|away|off|to come)\b|\bfor weeks\b/,
  ),
  rule(
    'coming-months',
    'in the coming months, the months ahead, within months',
    now,
    months(6),
    /\b(?:coming|next (?:few|several|couple of)|following|next) months\b|\b(?:within|matter of|question of) (?:mere )?months\b|\bmonths (?:ahead|away|off|to come)\b|\bfor months\b/,
  ),
  rule(
    'coming-years',
    'in the coming years, the years ahead, within years',
    now,
    months(60),
    /\b(?:coming|next (?:few|several|couple of)|following|next) years\b|\b(?:within|matter of|question of) years\b|\byears (?:ahead|to come)\b/,
  ),
  rule(
    'coming-decades',
    'in the coming decades',
    now,
    months(300),
    /\b(?:coming|next (?:few|several)|next) decades\b|\bwithin decades\b|\bdecades (?:ahead|to come)\b/,
  ),
  rule('few-days', 'a few days: two to seven', days(2), days(7), /\b(?:a few|several) (?:more |short )?days\b/),
  rule('few-weeks', 'a few weeks', days(8), months(2), /\b(?:a few|a couple of|several|some) (?:more |short )?weeks\b/),
  rule(
    'few-months',
    'a few months: two to six',
    months(2),
    months(6),
    /\b(?:a few|a couple of|some) (?:more |short )?months\b/,
  ),
  rule('several-months', 'several months: three to seven', months(3), months(7), /\bseveral (?:more )?months\b/),
  rule('many-months', 'many months, months of', months(3), months(12), /\b(?:many months|months of)\b/),
  rule(
    'few-years',
    'a few years: two to five',
    months(24),
    months(60),
    /\b(?:a few|a couple of|several|some) (?:more |short )?years\b/,
  ),
  rule(
    'few-decades',
    'a few decades',
    months(240),
    months(480),
    /\b(?:a few|a couple of|several|some) (?:more )?decades\b/,
  ),
  rule(
    'for-now',
    'for now, at least for now, for the time being, for the moment',
    now,
    months(3),
    /\bfor (?:now|the time being|the moment|the present)\b|\bat the moment\b/,
  ),
  rule(
    'soon',
    'soon, shortly, before long, imminently, sooner rather than later',
    now,
    months(3),
    /\b(?:very |quite |pretty )?soon(?! (?:as|enough to|after))\b|\bsooner rather than later\b|\bshortly(?! (?:after|before))\b|\bbefore (?:too |very )?long\b|\bimminent(?:ly)?\b|\baround the corner\b|\bin (?:no time|short order)\b|\bmomentarily\b/,
  ),
  rule(
    'about-to',
    'about to, on the verge or brink of, on the point of',
    now,
    months(3),
    /\b(?:am|is|are|be|'re|'s|'m|just) about to\b|\bon the (?:verge|brink|point|cusp) of\b/,
  ),
  rule(
    'a-while',
    'for a while, for some time, for a long time',
    now,
    months(12),
    /\bfor (?:quite )?(?:a (?:good |little |long )?(?:while|time)|some time)\b|\ba while (?:yet|longer)\b|\bfor long\b|\b(?:quite )?some time (?:to come|yet)\b/,
  ),
  rule(
    'never',
    'never, ever',
    now,
    null,
    /\bnever\b|\bforever\b|\bfor ever\b|\bfor good\b|\bif ever\b|\bindefinitely\b|\bpermanently\b/,
  ),
  rule(
    'later',
    'later, in the future, from now on',
    now,
    null,
    /\b(?:later on|later(?! (?:this|next|in|than))|in (?:the|some distant) future|from now on|in future)\b/,
  ),
]
