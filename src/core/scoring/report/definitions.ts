import { accuracyDefinitions } from './definitions/accuracy.ts'
import { calibrationDefinitions } from './definitions/calibration.ts'
import { comparingDefinitions } from './definitions/comparing.ts'
import { decompositionDefinitions } from './definitions/decomposition.ts'
import { type Definition, defined } from './definitions/definition.ts'
import { kindDefinitions } from './definitions/kinds.ts'
import { overTimeDefinitions } from './definitions/over-time.ts'
import { proportionDefinitions } from './definitions/proportions.ts'
import { sampleDefinitions } from './definitions/sample.ts'
import { wordDefinitions } from './definitions/words.ts'

/**
 * Every measure that is shown or computed, as data: what it is, in what unit and range, which way is better, by what formula and source,
 * and below how many families it is withheld. Ids are stable; figures of a report go by the names of its fields.
 * `definitions.find(({ id }) => id === 'brier')?.range` is `[0, 1]`.
 */
export const definitions: readonly Definition[] = [
  ...sampleDefinitions,
  ...accuracyDefinitions,
  ...decompositionDefinitions,
  ...calibrationDefinitions,
  ...proportionDefinitions,
  ...comparingDefinitions,
  ...kindDefinitions,
  ...overTimeDefinitions,
  ...wordDefinitions,
].map(defined)
