import type { Written } from './definition.ts'

const BROECKER = 'Broecker & Smith 2007, Weather Forecast 22:651'

/** Calibration errors over ten bins, and what luck alone makes of them. */
export const binnedDefinitions: readonly Written[] = [
  {
    id: 'ece',
    name: 'Expected calibration error (ECE)',
    unit: 'difference of proportions',
    range: [0, 1],
    direction: 'lower',
    sentence:
      'The average distance between stated and observed frequencies over ten equal bins; read only beside its chance level.',
    formula: 'sum over bins [i/10, (i+1)/10) of (n_b/N) |mean p_b - o_b|',
    source: 'Naeini, Cooper & Hauskrecht 2015, AAAI',
    field: 'calibrationError',
  },
  {
    id: 'mce',
    name: 'Maximum calibration error (MCE)',
    unit: 'difference of proportions',
    range: [0, 1],
    direction: 'lower',
    sentence: 'The largest such distance in any bin.',
    formula: 'max over bins of |mean p_b - o_b|',
    source: 'Naeini, Cooper & Hauskrecht 2015, AAAI',
    field: 'calibrationError',
  },
  {
    id: 'eceChance',
    name: 'Calibration error by luck alone',
    unit: 'difference of proportions',
    range: [0, 1],
    direction: 'none',
    sentence:
      'The calibration error that a perfectly calibrated forecaster would show on average on these very statements.',
    formula: 'mean of ECE over outcomes drawn from the stated probabilities, one uniform number per family',
    source: BROECKER,
    field: 'calibrationError',
  },
  {
    id: 'eceChanceMost',
    name: 'Most calibration error by luck alone',
    unit: 'difference of proportions',
    range: [0, 1],
    direction: 'none',
    sentence:
      'What the calibration error of 95 of 100 perfectly calibrated forecasters with these statements stays within.',
    formula: '95 % quantile of ECE over outcomes drawn from the stated probabilities, one uniform number per family',
    source: BROECKER,
    field: 'calibrationError',
  },
  {
    id: 'hosmerLemeshow',
    name: 'Hosmer-Lemeshow statistic',
    unit: 'chi-squared',
    range: [0, null],
    direction: 'lower',
    sentence: 'An older test over bins, which depends on how they are cut; given for completeness.',
    formula: 'sum over bins of (O - E)^2 / (E (1 - E/n_b)), as many degrees of freedom as bins',
    source: 'Hosmer & Lemeshow 1980, Commun Stat A 9:1043',
    field: 'calibrationError',
  },
]
