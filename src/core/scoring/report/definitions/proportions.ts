import type { Written } from './definition.ts'

/** Intervals of a single proportion. */
export const proportionDefinitions: readonly Written[] = [
  {
    id: 'wilson',
    name: 'Wilson interval',
    unit: 'proportion, low and high',
    range: [0, 1],
    direction: 'none',
    sentence:
      'Where the true frequency lies with 95 % confidence; events of one family count for as many independent ones as tell as much.',
    formula:
      '(h/n + z^2/2n +- z sqrt(h/n (1 - h/n)/n + z^2/4n^2)) / (1 + z^2/n), n and h by the design effect of families',
    source: 'Wilson 1927, JASA 22:209',
    field: 'groups',
  },
  {
    id: 'jeffreys',
    name: 'Jeffreys interval',
    unit: 'proportion, low and high',
    range: [0, 1],
    direction: 'none',
    sentence:
      'Where the true frequency lies with probability 95 %, when nothing was known beforehand; events of one family count for as many independent ones as tell as much.',
    formula: 'quantiles of Beta(h + 1/2, n - h + 1/2), n and h by the design effect of families',
    source: 'Brown, Cai & DasGupta 2001, Stat Sci 16:101',
  },
  {
    id: 'clopperPearson',
    name: 'Clopper-Pearson interval',
    unit: 'proportion, low and high',
    range: [0, 1],
    direction: 'none',
    sentence: 'An interval that holds the true frequency at least 95 times in 100, never less.',
    formula: 'quantiles of Beta(h, n - h + 1) and Beta(h + 1, n - h)',
    source: 'Clopper & Pearson 1934, Biometrika 26:404',
    field: 'groups',
  },
]
