/** The version of the table below, printed with every window that rests on it. */
export const WINDOW_RULES_VERSION = '2026.2'

/** Months after publication in which a claim without words of time must come true. */
export const DEFAULT_WINDOW_MONTHS = 12

/**
 * How a vague phrase of time is read: from `from` to `to` months after publication. `to: null` sets no end; `from: 0` starts
 * on the day of publication.
 */
export type WindowRule = { id: string; says: string; pattern: RegExp; from: number; to: number | null }

const rule = (id: string, says: string, from: number, to: number | null, pattern: RegExp): WindowRule => ({
  id,
  says,
  pattern,
  from,
  to,
})

/** Tried in order; the first that fits wins. Patterns meet lower-case prose with single blanks and straight quotes. */
export const windowRules: readonly WindowRule[] = [
  rule(
    'sometime',
    'at some point, sometime (down the road), one day, eventually, sooner or later',
    0,
    null,
    /\b(?:at some (?:point|stage|time)|some ?time(?: or other)?(?: down the (?:road|line))?(?! ago| next| this| in)|some day|someday|one day|eventually|sooner or later|in the end|in due course|in the fullness of time|ultimately)\b/,
  ),
  rule(
    'years-off',
    'years down the road, years away, not for years: not before two years',
    0,
    24,
    /\b(?:many |several |some |still )?years (?:down the (?:road|line)|away|off|from now)\b|\bnot for (?:many |several |some )?years\b/,
  ),
  rule('for-years', 'for years, for years to come: at least two years', 0, 24, /\bfor (?:many |several )?years\b/),
  rule(
    'decades-off',
    'decades away, a generation away: not before twenty years',
    0,
    240,
    /\b(?:decades|a generation|generations) (?:down the (?:road|line)|away|off|from now)\b/,
  ),
  rule(
    'down-the-road',
    'down the road, down the line, in the long run',
    0,
    null,
    /\bdown the (?:road|line)\b|\bin the (?:very )?long(?:er)? (?:run|term)\b|\bover the long(?:er)? (?:run|term)\b/,
  ),
  rule('any-time-soon', 'any time soon', 0, 6, /\bany ?time soon\b/),
  rule('foreseeable-future', 'the foreseeable future', 0, 12, /\bforeseeable future\b/),
  rule(
    'near-term',
    'in the near or short term, in the near future',
    0,
    6,
    /\b(?:near|short)(?:er)?[- ](?:term|run)\b|\bnear future\b/,
  ),
  rule('medium-term', 'in the medium term', 0, 36, /\bmedium[- ](?:term|run)\b/),
  rule(
    'coming-days',
    'in the coming, next few days',
    0,
    0.5,
    /\b(?:coming|next (?:few|several|couple of)|following) days\b|\bwithin days\b|\bin a matter of days\b/,
  ),
  rule(
    'coming-weeks',
    'in the coming, next few weeks',
    0,
    2,
    /\b(?:coming|next (?:few|several|couple of)|following) weeks\b|\bwithin weeks\b|\bin a matter of weeks\b|\bweeks (?:ahead|away)\b/,
  ),
  rule(
    'coming-months',
    'in the coming months, the months ahead',
    0,
    6,
    /\b(?:coming|next (?:few|several|couple of)|following) months\b|\bwithin months\b|\bin a matter of months\b|\bmonths (?:ahead|to come)\b/,
  ),
  rule(
    'coming-years',
    'in the coming years, the years ahead',
    0,
    60,
    /\b(?:coming|next (?:few|several|couple of)|following) years\b|\bwithin years\b|\byears (?:ahead|to come)\b/,
  ),
  rule(
    'coming-decades',
    'in the coming decades',
    0,
    300,
    /\b(?:coming|next (?:few|several)) decades\b|\bdecades (?:ahead|to come)\b/,
  ),
  rule('few-weeks', 'a few weeks', 0.25, 2, /\b(?:a few|a couple of|several|some) weeks\b/),
  rule('few-months', 'a few months: two to six', 2, 6, /\b(?:a few|a couple of|some) (?:more )?months\b/),
  rule('several-months', 'several months: three to seven', 3, 7, /\bseveral (?:more )?months\b/),
  rule('many-months', 'many months, months of', 3, 12, /\b(?:many months|months of)\b/),
  rule('few-years', 'a few years: two to five', 24, 60, /\b(?:a few|a couple of|several|some) (?:more )?years\b/),
  rule(
    'for-now',
    'for now, at least for now, for the time being, for the moment',
    0,
    3,
    /\bfor (?:now|the time being|the moment|the present)\b|\bat the moment\b/,
  ),
  rule(
    'soon',
    'soon, shortly, before long, imminently',
    0,
    3,
    /\b(?:very |quite |pretty )?soon(?! (?:as|enough to))\b|\bshortly\b|\bbefore (?:too )?long\b|\bimminent(?:ly)?\b|\baround the corner\b|\bin no time\b|\bmomentarily\b/,
  ),
  rule('never', 'never, ever', 0, null, /\bnever\b|\bforever\b|\bfor good\b|\bif ever\b/),
  rule(
    'later',
    'later, in the future, from now on',
    0,
    null,
    /\b(?:later on|later(?! (?:this|next|in|than))|in (?:the|some distant) future|from now on|in future)\b/,
  ),
]
