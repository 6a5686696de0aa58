import type { FC } from 'hono/jsx'
import { fewestFamilies, isReportField, nameOf } from '../../core/scoring/report/minimum.ts'
import type { AuthorView } from '../../queries/report/author-view.ts'
import { InstantTime } from '../layout.tsx'
import { CountsTable } from '../report-tables.tsx'
import { apiOf } from './calibration.tsx'
import { Fact, Part } from './parts.tsx'

/** By which rules, of what, and the counts from which anybody can make the figures again. */
export const VersionsAndData: FC<AuthorView> = (view) => {
  const { report } = view
  const { figures, countsSha256, judgement } = report
  const { versions, counts, asOf } = figures
  const snapshot = report.kind === 'kept' ? judgement.judged?.snapshot.id : null
  const json = apiOf(view)()
  return (
    <Part id="data" title="Versions and data">
      <dl class="facts">
        <Fact name="Rules">
          Scoring rules {versions.scoring}, lexicon {versions.lexicon}, resolution rules {versions.resolution}
        </Fact>
        <Fact name="As of">
          <InstantTime at={asOf} />
          {report.behind ? '. More was settled or corrected since; a new report is due by the coming night' : ''}
        </Fact>
        <Fact name="Snapshot">
          {snapshot ? <a href={`/v1/snapshots/${snapshot}`}>{snapshot}</a> : 'none: made as this page was read'}
        </Fact>
        <Fact name="Counts, SHA-256">
          <code>{countsSha256}</code>
        </Fact>
        <Fact name="Download">
          <a href={json}>The report as JSON</a>, whose <code>counts</code> hold every {'{p, n, hits}'} that the figures
          are made from; <a href={apiOf(view)('.csv')}>the curve as CSV</a>
        </Fact>
      </dl>
      {counts.length > 0 ? <CountsTable counts={counts} json={json} /> : null}
    </Part>
  )
}

/** The figures that more families would show, by how many they need. */
const tooFewFamilies = (fields: readonly string[]): { needed: number; names: string[] }[] => {
  const known = [...new Set(fields)].filter(isReportField)
  const steps = [...new Set(known.map(fewestFamilies))].sort((a, b) => a - b)
  return steps.map((needed) => ({ needed, names: known.filter((one) => fewestFamilies(one) === needed).map(nameOf) }))
}

/** What is not shown, and by which rule: nothing is left blank. */
export const NotShown: FC<AuthorView> = ({ report: { figures, judgement }, notCompared, words }) => {
  const { families } = figures
  const isTooFew = ({ field }: { field: string }) => isReportField(field) && families < fewestFamilies(field)
  const rules = [
    ...figures.withheld.filter((one) => !isTooFew(one)).map(({ rule }) => rule),
    ...(notCompared === null ? [] : [notCompared]),
    ...words.rules,
    ...(judgement.notJudged === null ? [] : [`no verdict, rank or robustness: ${judgement.notJudged}`]),
  ]
  const missing = figures.missing.map(({ field, reason }) => `${field}: ${reason}`)
  const told = [...new Set([...rules, ...missing])]
  const later = tooFewFamilies(figures.withheld.filter(isTooFew).map(({ field }) => field))
  if (told.length + later.length === 0) return null
  return (
    <Part id="withheld" title="What is not shown, and why">
      <ul class="small">
        {later.map(({ needed, names }) => (
          <li>
            From {needed} families on, of which this author has {families}: {names.join(', ')}.
          </li>
        ))}
        {told.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </Part>
  )
}
