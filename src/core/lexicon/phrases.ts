/** The version of the table below; it travels with every figure that was read through it. */
export const LEXICON_VERSION = '2026.4'

/**
 * Where a distribution comes from. Surveys asked people for the chance a phrase means to them; `judgement` marks phrases
 * that no survey at hand asked, with no respondents.
 */
export const lexiconSources = {
  capphrase2026: 'CAPphrase survey 2026, about 5,150 readers a phrase',
  mauboussin2018: 'Mauboussin and Mauboussin 2018, 1,719 readers',
  uci2024: 'UCI phrase survey 2024, first experiment, 188 readers',
  fagen2019: 'Fagen, perception of probability words 2019, 123 readers',
  judgement: 'judgement of the makers of this lexicon, no survey',
} as const
export type LexiconSource = keyof typeof lexiconSources

/**
 * One phrase: 5 % quantile, mean, 95 % quantile and standard deviation of what readers take it to mean, who asked them, and
 * how many.
 */
export type PhraseEntry = {
  low: number
  mid: number
  high: number
  sd: number
  source: LexiconSource
  n: number
  /** A bare may, might, could or possible: recorded and resolved, never in the headline score. */
  weak: boolean
}

type Figures = readonly [low: number, mid: number, high: number, sd: number]

const survey = (source: LexiconSource, n: number, [low, mid, high, sd]: Figures): PhraseEntry => ({
  low,
  mid,
  high,
  sd,
  source,
  n,
  weak: false,
})
/** A judged band has the spread of a normal one between its 5 % and 95 %. */
const judged = (low: number, mid: number, high: number): PhraseEntry =>
  survey('judgement', 0, [low, mid, high, Math.round(((high - low) / 3.29) * 1000) / 1000])
const weak = (entry: PhraseEntry): PhraseEntry => ({ ...entry, weak: true })
const cap = (n: number, ...figures: Figures) => survey('capphrase2026', n, figures)
const maub = (...figures: Figures) => survey('mauboussin2018', 1719, figures)
const uci = (...figures: Figures) => survey('uci2024', 188, figures)
const fagen = (...figures: Figures) => survey('fagen2019', 123, figures)

/**
 * Phrase id → distribution. A phrase takes it from the largest survey that asked it. The probability is that of the
 * event the phrase was said of: `unlikely` has .187 of the thing called unlikely.
 */
export const phrases = {
  // Said flatly
  will: cap(5134, 0.9, 0.98, 1, 0.045),
  always: maub(0.85, 0.964, 1, 0.116),
  never: maub(0, 0.024, 0.052, 0.106),
  // Near certainty
  'almost-certain': cap(5143, 0.88, 0.942, 0.99, 0.043),
  'almost-certainly': maub(0.75, 0.9, 0.99, 0.112),
  'almost-always': maub(0.75, 0.891, 0.99, 0.114),
  certainly: maub(0.7, 0.925, 1, 0.125),
  'slam-dunk': maub(0.59, 0.904, 1, 0.185),
  inevitable: judged(0.85, 0.95, 1),
  'no-doubt': judged(0.75, 0.92, 0.99),
  'bound-to': judged(0.8, 0.92, 0.99),
  doomed: judged(0.75, 0.9, 0.98),
  'set-to': judged(0.7, 0.88, 0.98),
  imminent: judged(0.65, 0.85, 0.97),
  // Likely
  'highly-likely': cap(5114, 0.75, 0.862, 0.95, 0.07),
  'very-likely': uci(0.7, 0.858, 1, 0.133),
  'most-likely': judged(0.65, 0.82, 0.93),
  'in-all-likelihood': judged(0.65, 0.83, 0.95),
  'with-high-probability': maub(0.7, 0.815, 0.95, 0.106),
  'very-good-chance': cap(5147, 0.65, 0.795, 0.9, 0.09),
  likely: cap(5146, 0.6, 0.729, 0.9, 0.095),
  probable: cap(5151, 0.51, 0.717, 0.9, 0.114),
  probably: maub(0.5, 0.666, 0.85, 0.13),
  usually: maub(0.51, 0.718, 0.9, 0.122),
  'somewhat-likely': uci(0.4675, 0.662, 0.85, 0.142),
  'good-chance': judged(0.5, 0.68, 0.85),
  'we-believe': fagen(0.5, 0.751, 0.99, 0.15),
  expected: judged(0.55, 0.78, 0.95),
  confident: judged(0.65, 0.84, 0.97),
  optimistic: judged(0.45, 0.7, 0.9),
  'on-track': judged(0.55, 0.76, 0.92),
  'poised-to': judged(0.5, 0.74, 0.92),
  'should-expected': judged(0.5, 0.72, 0.9),
  'looks-like': judged(0.45, 0.72, 0.92),
  // About even
  'better-than-even': cap(5119, 0.51, 0.581, 0.7, 0.054),
  'more-often-than-not': maub(0.51, 0.592, 0.75, 0.102),
  'about-even': cap(5131, 0.49, 0.5, 0.51, 0.014),
  'with-moderate-probability': maub(0.237, 0.495, 0.7, 0.148),
  'fair-chance': judged(0.3, 0.5, 0.7),
  'realistic-possibility': cap(5174, 0.2, 0.57, 0.85, 0.205),
  'real-possibility': maub(0.15, 0.539, 0.85, 0.224),
  'serious-possibility': maub(0.2, 0.619, 0.9, 0.216),
  'may-well': judged(0.3, 0.55, 0.8),
  'no-guarantee': judged(0.15, 0.4, 0.6),
  // Weak hedges
  may: weak(cap(5174, 0.1, 0.419, 0.7, 0.17)),
  might: weak(cap(5174, 0.1, 0.4, 0.66, 0.177)),
  could: weak(cap(5174, 0.1, 0.397, 0.7, 0.182)),
  possible: weak(uci(0.4675, 0.656, 1, 0.168)),
  possibly: weak(maub(0.1, 0.408, 0.7, 0.177)),
  maybe: weak(maub(0.2, 0.44, 0.551, 0.121)),
  perhaps: weak(judged(0.15, 0.43, 0.65)),
  plausible: weak(judged(0.15, 0.38, 0.6)),
  conceivable: weak(judged(0.05, 0.3, 0.55)),
  chance: weak(judged(0.1, 0.35, 0.6)),
  risk: weak(judged(0.15, 0.4, 0.65)),
  'not-impossible': weak(judged(0.05, 0.25, 0.5)),
  'cannot-rule-out': weak(judged(0.05, 0.28, 0.5)),
  uncertain: weak(uci(0, 0.347, 0.5, 0.173)),
  // Unlikely
  unlikely: cap(5150, 0.05, 0.187, 0.4, 0.104),
  'not-likely': uci(0, 0.211, 0.4, 0.143),
  'somewhat-unlikely': uci(0.1, 0.312, 0.5325, 0.144),
  'probably-not': fagen(0.05, 0.247, 0.445, 0.144),
  doubtful: uci(0, 0.239, 0.5, 0.164),
  'we-doubt': fagen(0.032, 0.224, 0.5, 0.169),
  'casts-doubt': judged(0.05, 0.24, 0.45),
  improbable: cap(5151, 0.01, 0.131, 0.33, 0.106),
  'very-unlikely': uci(0, 0.125, 0.2825, 0.152),
  'highly-unlikely': cap(5078, 0.01, 0.077, 0.2, 0.061),
  'with-low-probability': maub(0.05, 0.158, 0.3, 0.098),
  'little-chance': cap(5153, 0.02, 0.115, 0.25, 0.072),
  'chances-are-slight': cap(5112, 0.03, 0.124, 0.3, 0.083),
  'remote-chance': cap(5104, 0.01, 0.079, 0.2, 0.073),
  'almost-no-chance': cap(5149, 0.01, 0.036, 0.1, 0.033),
  'long-shot': judged(0.03, 0.1, 0.22),
  rarely: maub(0.02, 0.111, 0.25, 0.098),
  'hard-to-see': judged(0.04, 0.18, 0.38),
  'no-path': judged(0.04, 0.18, 0.38),
  'not-believe': judged(0.04, 0.15, 0.32),
  skeptical: judged(0.05, 0.2, 0.4),
  pessimistic: judged(0.05, 0.2, 0.4),
  'no-reason-to-believe': judged(0.02, 0.08, 0.2),
  unrealistic: judged(0.04, 0.13, 0.25),
  fanciful: judged(0.02, 0.08, 0.18),
  'not-in-the-cards': judged(0.02, 0.07, 0.15),
  'far-off': judged(0.02, 0.08, 0.2),
  // Near impossibility
  'out-of-the-question': judged(0, 0.03, 0.08),
  'virtually-impossible': judged(0.01, 0.04, 0.1),
  impossible: judged(0, 0.03, 0.1),
  'no-chance': judged(0, 0.02, 0.06),
} as const satisfies Record<string, PhraseEntry>

export type PhraseId = keyof typeof phrases
