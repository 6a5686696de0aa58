import Table from 'cli-table3'
import type { ReportedFact } from '../core/reported-fact.ts'
import { shorten } from './terminal.ts'

/** What a text tells as having happened, as a table: dated facts first, then those bounded by publication alone. */
export const factTable = (facts: readonly ReportedFact[]): string => {
  if (facts.length === 0) return 'Nothing is told as having happened.'
  const table = new Table({
    head: ['what happened', 'when', 'from', 'who tells it', 'names'],
    colWidths: [60, 25, 9, 22, 30],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  const [dated, undated] = [facts.filter(isDated), facts.filter((fact) => !isDated(fact))]
  for (const fact of [...dated, ...undated]) table.push(rowOf(fact))
  return `${table.toString()}\n${dated.length} dated, ${undated.length} undated. "Not" = the text says that it did not happen.`
}

const isDated = ({ dateSource }: ReportedFact): boolean => dateSource !== 'undated'

const rowOf = (fact: ReportedFact): string[] => [
  `${fact.occurred ? '' : 'Not: '}${shorten(fact.title, 170)}`,
  fact.earliest === fact.latest ? fact.latest : `${fact.earliest ?? '…'} to ${fact.latest}`,
  fact.dateSource,
  fact.attribution === 'own' ? 'author' : `${fact.claimant ?? 'unnamed'} (${fact.attribution})`,
  fact.entities.join(', '),
]
