import type { Written } from './definition.ts'

const CRPS = 'Matheson & Winkler 1976, Manage Sci 22:1087'
const WIS = 'Bracher, Ray, Gneiting & Reich 2021, PLOS Comput Biol 17 e1008618'

/** Forecasts other than one probability at one time: ordered answers, numbers, dates, forecasts that are updated. */
export const kindDefinitions: readonly Written[] = [
  {
    id: 'rps',
    name: 'Ranked probability score (RPS)',
    unit: 'squared probability',
    range: [0, 1],
    direction: 'lower',
    sentence: 'A Brier score for ordered answers, where a near miss costs less than a far one.',
    formula: 'sum over j < K of (F_j - 1{outcome <= j})^2 / (K - 1)',
    source: 'Epstein 1969, J Appl Meteorol 8:985',
  },
  {
    id: 'crps',
    name: 'Continuous ranked probability score (CRPS)',
    unit: 'unit of the quantity',
    range: [0, null],
    direction: 'lower',
    sentence:
      'How far a whole forecast distribution lay from the number that came; for a single number, the plain error.',
    formula: 'integral of (F(x) - 1{y <= x})^2 dx',
    source: CRPS,
  },
  {
    id: 'pinball',
    name: 'Pinball loss',
    unit: 'unit of the quantity',
    range: [0, null],
    direction: 'lower',
    sentence: 'The penalty of a stated quantile, heavier on the side where the outcome should seldom be.',
    formula: '(1{y < q} - tau)(q - y)',
    source: 'Koenker & Bassett 1978, Econometrica 46:33',
  },
  {
    id: 'intervalScore',
    name: 'Interval score',
    unit: 'unit of the quantity',
    range: [0, null],
    direction: 'lower',
    sentence: 'The width of a stated interval, plus a penalty when the outcome falls outside it.',
    formula: '(u - l) + (2/alpha)(l - y)+ + (2/alpha)(y - u)+',
    source: 'Gneiting & Raftery 2007, JASA 102:359',
  },
  {
    id: 'wis',
    name: 'Weighted interval score (WIS)',
    unit: 'unit of the quantity',
    range: [0, null],
    direction: 'lower',
    sentence: 'Interval scores of several levels and the error of the median, joined into one.',
    formula: '(|y - m|/2 + sum of (alpha_k/2) IS_k) / (K + 1/2)',
    source: WIS,
  },
  {
    id: 'pit',
    name: 'Probability integral transform (PIT)',
    unit: 'proportion',
    range: [0, 1],
    direction: 'none',
    sentence:
      'Where in its forecast distribution each number fell; evenly spread when the distributions are calibrated.',
    formula: 'F(y), ties drawn at random',
    source: 'Dawid 1984, J R Stat Soc A 147:278',
  },
  {
    id: 'coverage',
    name: 'Coverage',
    unit: 'proportion',
    range: [0, 1],
    direction: 'none',
    sentence: 'How often the stated intervals held the number that came; it should be the level that was stated.',
    formula: 'share of l <= y <= u, by stated level, with its Wilson interval',
    source: 'Lichtenstein, Fischhoff & Phillips 1982',
  },
  {
    id: 'sharpness',
    name: 'Sharpness',
    unit: 'unit of the quantity',
    range: [0, null],
    direction: 'lower',
    sentence: 'The mean width of the stated intervals, a merit only where their coverage is right.',
    formula: 'mean of u - l',
    source: 'Gneiting, Balabdaoui & Raftery 2007, J R Stat Soc B 69:243',
  },
]
