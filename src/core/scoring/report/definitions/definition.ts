import { minimumFamilies, type ReportField } from '../minimum.ts'

/**
 * What a figure is, for people and programs. `range`: its least and greatest possible value, null = without bound.
 * `direction`: whether a lower or a higher value is better, whether it should be near `target`, or whether it says nothing
 * about quality. `field`: the field of a report that it belongs to, and is withheld with; null = of none. `sentence`: one for
 * an editor. `minimumFamilies`: fewer independent families, and a public page withholds it;
 * null = never withheld for that reason.
 */
export type Definition = {
  id: string
  name: string
  unit: string
  range: [low: number | null, high: number | null]
  direction: 'lower' | 'higher' | 'none' | 'target'
  target: number | null
  field: ReportField | null
  sentence: string
  formula: string
  source: string
  minimumFamilies: number | null
}

/** As it is written down: a direction is a word or a target; `field` names the row of the minimum-family table. */
export type Written = Omit<Definition, 'direction' | 'target' | 'minimumFamilies' | 'field'> & {
  direction: 'lower' | 'higher' | 'none' | { target: number }
  field?: ReportField
}

const familiesFor = new Map(minimumFamilies.map(({ field, families }) => [field, families]))

/** The written definition in its public shape, with the minimum that the table gives its field. */
export const defined = ({ direction, field, ...written }: Written): Definition => ({
  ...written,
  direction: typeof direction === 'string' ? direction : 'target',
  target: typeof direction === 'string' ? null : direction.target,
  field: field ?? null,
  minimumFamilies: field === undefined ? null : (familiesFor.get(field) ?? null),
})
