import type { PhraseId } from './phrases.ts'

/** The band a standard prescribes for a word, 0 to 1. Standards fix no mean. */
export type Band = readonly [low: number, high: number]

export type Yardstick = {
  name: string
  source: string
  /** Only words that the standard itself defines or names as synonyms. */
  bands: Readonly<Partial<Record<PhraseId, Band>>>
}

const almostCertain = (band: Band) => ({ 'almost-certain': band, 'almost-certainly': band })
const likely = (band: Band) => ({ likely: band })
const probable = (band: Band) => ({ probable: band, probably: band })

/** What organisations tell their own writers to mean: other readings of the same words, to set beside what readers hear. */
export const yardsticks = {
  'icd-203': {
    name: 'ICD 203',
    source: 'United States Office of the Director of National Intelligence, Intelligence Community Directive 203, 2015',
    bands: {
      ...almostCertain([0.95, 0.99]),
      'very-likely': [0.8, 0.95],
      ...likely([0.55, 0.8]),
      ...probable([0.55, 0.8]),
      'about-even': [0.45, 0.55],
      unlikely: [0.2, 0.45],
      improbable: [0.2, 0.45],
      'very-unlikely': [0.05, 0.2],
      'almost-no-chance': [0.01, 0.05],
      'remote-chance': [0.01, 0.05],
    },
  },
  'uk-phia': {
    name: 'UK PHIA',
    source: 'United Kingdom Professional Head of Intelligence Assessment, Probability Yardstick, 2018',
    bands: {
      ...almostCertain([0.95, 1]),
      'highly-likely': [0.8, 0.9],
      ...likely([0.55, 0.75]),
      ...probable([0.55, 0.75]),
      'realistic-possibility': [0.4, 0.5],
      unlikely: [0.25, 0.35],
      'highly-unlikely': [0.1, 0.2],
      'remote-chance': [0, 0.05],
    },
  },
  nato: {
    name: 'NATO',
    source: 'NATO Standard AJP-2.1, Allied Joint Doctrine for Intelligence Procedures, 2016',
    bands: {
      'highly-likely': [0.9, 1],
      ...likely([0.6, 0.9]),
      'about-even': [0.4, 0.6],
      unlikely: [0.1, 0.4],
      'highly-unlikely': [0, 0.1],
    },
  },
  ipcc: {
    name: 'IPCC',
    source:
      'Mastrandrea and others, Guidance Note on Consistent Treatment of Uncertainties, IPCC, 2010; its bands nest',
    bands: {
      'very-likely': [0.9, 1],
      ...likely([0.66, 1]),
      'about-even': [0.33, 0.66],
      unlikely: [0, 0.33],
      'very-unlikely': [0, 0.1],
    },
  },
  efsa: {
    name: 'EFSA',
    source: 'European Food Safety Authority, Guidance on Uncertainty Analysis in Scientific Assessments, 2018',
    bands: {
      ...almostCertain([0.99, 1]),
      'very-likely': [0.9, 0.95],
      ...likely([0.66, 0.9]),
      'about-even': [0.33, 0.66],
      unlikely: [0.1, 0.33],
      'very-unlikely': [0.05, 0.1],
    },
  },
} as const satisfies Record<string, Yardstick>

export type YardstickId = keyof typeof yardsticks
