/** A term that a standard defines, in its own words, with the band it prescribes, 0 to 1. Standards fix no mean. */
export type YardstickTerm = readonly [term: string, low: number, high: number]

export type Yardstick = {
  name: string
  source: string
  /** All terms of the standard and no others, likeliest first. */
  terms: readonly YardstickTerm[]
}

/**
 * What organisations tell their own writers to mean: other readings of words of likelihood, to set beside what readers
 * hear. Which phrases of our lexicon are said in a standard's terms is written in `yardstick-phrases.ts`.
 */
export const yardsticks = {
  'icd-203': {
    name: 'ICD 203',
    source:
      'United States Office of the Director of National Intelligence, Intelligence Community Directive 203, 2015; two rows of terms for the same bands',
    terms: [
      ['almost certain', 0.95, 0.99],
      ['nearly certain', 0.95, 0.99],
      ['very likely', 0.8, 0.95],
      ['highly probable', 0.8, 0.95],
      ['likely', 0.55, 0.8],
      ['probable', 0.55, 0.8],
      ['roughly even chance', 0.45, 0.55],
      ['roughly even odds', 0.45, 0.55],
      ['unlikely', 0.2, 0.45],
      ['improbable', 0.2, 0.45],
      ['very unlikely', 0.05, 0.2],
      ['highly improbable', 0.05, 0.2],
      ['almost no chance', 0.01, 0.05],
      ['remote', 0.01, 0.05],
    ],
  },
  'uk-phia': {
    name: 'UK PHIA',
    source:
      'United Kingdom Professional Head of Intelligence Assessment, Probability Yardstick, 2018; it leaves gaps between its bands',
    terms: [
      ['almost certain', 0.95, 1],
      ['highly likely', 0.8, 0.9],
      ['likely', 0.55, 0.75],
      ['probable', 0.55, 0.75],
      ['realistic possibility', 0.4, 0.5],
      ['unlikely', 0.25, 0.35],
      ['highly unlikely', 0.1, 0.2],
      ['remote chance', 0, 0.05],
    ],
  },
  nato: {
    name: 'NATO',
    source: 'NATO Standard AJP-2.1, Allied Joint Doctrine for Intelligence Procedures, 2016',
    terms: [
      ['highly likely', 0.9, 1],
      ['likely', 0.6, 0.9],
      ['even chance', 0.4, 0.6],
      ['unlikely', 0.1, 0.4],
      ['highly unlikely', 0, 0.1],
    ],
  },
  ipcc: {
    name: 'IPCC',
    source:
      'Mastrandrea and others, Guidance Note on Consistent Treatment of Uncertainties, IPCC, 2010, with its additional terms; its bands nest',
    terms: [
      ['virtually certain', 0.99, 1],
      ['extremely likely', 0.95, 1],
      ['very likely', 0.9, 1],
      ['likely', 0.66, 1],
      ['more likely than not', 0.5, 1],
      ['about as likely as not', 0.33, 0.66],
      ['unlikely', 0, 0.33],
      ['very unlikely', 0, 0.1],
      ['extremely unlikely', 0, 0.05],
      ['exceptionally unlikely', 0, 0.01],
    ],
  },
  efsa: {
    name: 'EFSA',
    source:
      'European Food Safety Authority, Guidance on Uncertainty Analysis in Scientific Assessments, 2018, with its additional term for more than half',
    terms: [
      ['almost certain', 0.99, 1],
      ['extremely likely', 0.95, 0.99],
      ['very likely', 0.9, 0.95],
      ['likely', 0.66, 0.9],
      ['more likely than not', 0.5, 1],
      ['about as likely as not', 0.33, 0.66],
      ['unlikely', 0.1, 0.33],
      ['very unlikely', 0.05, 0.1],
      ['extremely unlikely', 0.01, 0.05],
      ['almost impossible', 0, 0.01],
    ],
  },
} as const satisfies Record<string, Yardstick>

export type YardstickId = keyof typeof yardsticks
/** The terms of a standard: `TermOf<'nato'>` has 'even chance'. */
export type TermOf<Id extends YardstickId> = (typeof yardsticks)[Id]['terms'][number][0]
