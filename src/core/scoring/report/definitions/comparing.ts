import type { Written } from './definition.ts'

const EB = 'Efron & Morris 1975, JASA 70:311'

/** One author beside others. */
export const comparingDefinitions: readonly Written[] = [
  {
    id: 'pairedDifference',
    name: 'Paired Brier difference',
    unit: 'squared probability',
    range: [-1, 1],
    direction: 'higher',
    sentence: 'How much lower the penalty was than that of another on the questions both answered; above 0 better.',
    formula: 'mean over common questions of the other loss - own loss, interval clustered by family',
    source: 'Cochran 1977, Sampling Techniques, 6.4',
    field: 'comparisons',
  },
  {
    id: 'confidenceSequence',
    name: 'Confidence sequence of a difference',
    unit: 'squared probability, low and high',
    range: [null, null],
    direction: 'none',
    sentence:
      'An interval of the paired difference, family by family of what both said first, that stays valid however often one looks.',
    formula:
      'mean over families of their mean difference +- gamma-exponential boundary of the summed squared deviations / t',
    source: 'Choe & Ramdas 2024, Oper Res 72:1368',
    field: 'comparisons',
  },
  {
    id: 'confidenceSequenceHoeffding',
    name: 'Confidence sequence by number alone',
    unit: 'squared probability, low and high',
    range: [null, null],
    direction: 'none',
    sentence: 'The same guarantee from the number of families alone; wider where the differences vary little.',
    formula: 'mean difference +- sqrt((n + rho)(ln(1 + n/rho) + 2 ln 20)) / n, rho tightest at n = 10',
    source: 'Howard, Ramdas, McAuliffe & Sekhon 2021, Ann Stat 49:1055',
    field: 'comparisons',
  },
  {
    id: 'confidenceSequenceStitched',
    name: 'Confidence sequence by stitching',
    unit: 'squared probability, low and high',
    range: [null, null],
    direction: 'none',
    sentence: 'The same guarantee at the rate of the law of the iterated logarithm; tighter for very long runs only.',
    formula: 'mean difference +- polynomial stitching boundary of the summed squared deviations / n',
    source: 'Howard, Ramdas, McAuliffe & Sekhon 2021, Ann Stat 49:1055',
    field: 'comparisons',
  },
  {
    id: 'comparisonEValue',
    name: 'E-value of a comparison',
    unit: 'ratio',
    range: [0, null],
    direction: 'none',
    sentence: 'Evidence, valid however often one looks, that another forecasts better than claimed equality allows.',
    formula: 'product over families of the mean over their questions of (1 - y - alternative) / (1 - y - (p + q)/2)',
    source: 'Henzi & Ziegel 2021, Biometrika 109:647',
    field: 'comparisons',
  },
  {
    id: 'leaveOneOutDifference',
    name: 'Difference from the others',
    unit: 'squared probability',
    range: [-1, 1],
    direction: 'higher',
    sentence: 'How much lower the penalty was than the average of everybody else on the same questions.',
    formula: 'mean of (mean loss of the others - own loss)',
    source: 'Mellers and others 2015, Perspect Psychol Sci 10:267',
    field: 'provisionalRank',
  },
  {
    id: 'difficultyAdjustedBrier',
    name: 'Difficulty-adjusted Brier score',
    unit: 'squared probability',
    range: [null, null],
    direction: 'lower',
    sentence:
      'The penalty once hard and easy questions are levelled; always saying 50 % of all the questions fitted stays at 0.25.',
    formula:
      'mean of (loss - b_j), b_j of loss = a_i + b_j + u by two-way fixed effects that sum to 0; frozen with a kept board',
    source: 'ForecastBench 2025, Karger and others',
    field: 'adjusted',
  },
  {
    id: 'shrunkDifference',
    name: 'Shrunk difference',
    unit: 'squared probability',
    range: [-1, 1],
    direction: 'higher',
    sentence: 'The difference from the others pulled towards the average author, the more so the fewer the statements.',
    formula:
      'mu + tau^2 / (tau^2 + s^2) (x - mu), s the clustered standard error moderated by those of all; from 20 authors on',
    source: EB,
    field: 'rank',
  },
  {
    id: 'provisionalRank',
    name: 'Provisional rank',
    unit: 'place',
    range: [1, null],
    direction: 'lower',
    sentence:
      'One more than the number of authors who are better beyond doubt on common questions, below 100 families.',
    formula: 'as the rank',
    source: 'Goldstein & Spiegelhalter 1996, J R Stat Soc A 159:385',
    field: 'provisionalRank',
  },
  {
    id: 'rank',
    name: 'Rank',
    unit: 'place',
    range: [1, null],
    direction: 'lower',
    sentence:
      'One more than the number of authors who are better beyond doubt; authors who cannot be told apart are ties.',
    formula:
      'from 20 authors on 1 + number whose rank interval ends before this one begins, never smaller than that of anybody of higher shrunk difference; below, 1 + number whose paired difference has its whole 95 % interval above 0',
    source: 'Goldstein & Spiegelhalter 1996, J R Stat Soc A 159:385',
    field: 'rank',
  },
  {
    id: 'rankInterval',
    name: 'Interval of a rank',
    unit: 'places, low and high',
    range: [1, null],
    direction: 'none',
    sentence: 'The places that the author takes in 90 of 100 boards drawn from what is known of everybody.',
    formula:
      '5 % and 95 % quantile of the rank over 2,000 draws from the posteriors of all authors; from 20 authors on',
    source: 'Goldstein & Spiegelhalter 1996, J R Stat Soc A 159:385',
    field: 'rank',
  },
  {
    id: 'eBH',
    name: 'e-BH',
    unit: 'yes or no',
    range: [0, 1],
    direction: 'none',
    sentence:
      'Whether the evidence still stands once every author on the board is tested, with one false finding in ten at most.',
    formula: 'keep the k largest e-values with e_(k) >= M / (0.1 k), M authors of the frozen set',
    source: 'Wang & Ramdas 2022, J R Stat Soc B 84:822',
    field: 'eValue',
  },
]
