import type { Child, FC } from 'hono/jsx'
import type { Calibration } from '../queries/report/calibration.ts'
import { captionOf } from './charts/diagram.ts'
import { ReliabilityDiagram } from './charts/reliability-diagram.tsx'
import { brier, counted, percent } from './format.ts'
import { FigureText, InstantTime } from './layout.tsx'
import { MoreFigures } from './more-figures.tsx'
import { CountsTable, CurveTables, GroupsTable } from './report-tables.tsx'
import { calibrationHref, timingMeanings, timingTitles, voiceTitles } from './words.ts'

/** Below this many families the first averages are early days. */
const EARLY_DAYS = 30

const Fact: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const chance = (p: number): string => (p < 0.001 ? 'below 0.001' : p.toFixed(3))

const hitWords = ({ hits, n, families, expectedHits, hitTest, familyHitTest }: Calibration): string => {
  const said = `${hits} of ${n} happened; what was said adds up to ${expectedHits?.toFixed(1)}`
  if (!hitTest) return `${said}.`
  const rare = `${said}. A difference at least as rare has probability ${chance(hitTest.twoSided)} if every forecast is right and the questions are independent`
  if (families === n || !familyHitTest) return `${rare}.`
  return `${rare}, ${chance(familyHitTest.twoSided)} if those of a family stand or fall together.`
}

const BrierFact: FC<{ report: Calibration }> = ({ report }) => {
  if (!report.brier) return null
  const { mean, interval } = report.brier
  return (
    <Fact name="Mean Brier score">
      <span class="headline">
        <FigureText figure={brier(mean, { low: interval?.low ?? null, high: interval?.high ?? null })} />
      </span>
      {report.families < EARLY_DAYS ? <span class="tag"> early days</span> : null}
      <br />
      <small>
        Saying 50&nbsp;% every time would score 0.25.{' '}
        {interval ? 'In brackets the 95 % interval, clustered by family.' : 'One family alone gives no interval.'}
      </small>
    </Fact>
  )
}

const LogFact: FC<{ log: NonNullable<Calibration['logScore']> }> = ({ log: { raw, clipped } }) => (
  <Fact name="Mean log score">
    <span title={clipped.toFixed(6)}>{clipped.toFixed(2)}</span> nats, with probabilities kept within 0.1&nbsp;% and
    99.9&nbsp;%; 50&nbsp;% every time would score 0.69.{' '}
    {raw === 'Infinity' ? 'Unclipped it is infinite: a certainty failed.' : `Unclipped ${raw.toFixed(2)}.`}
  </Fact>
)

const BoundsFact: FC<{ bounds: NonNullable<Calibration['bounds']>; pending: number }> = ({ bounds, pending }) => (
  <Fact name="Bounds">
    With {pending} pending, mean Brier could still end anywhere from {bounds.brier.lowest.toFixed(2)} to{' '}
    {bounds.brier.highest.toFixed(2)} ({bounds.allYes.toFixed(2)} if all of them happen, {bounds.allNo.toFixed(2)} if
    none does), the share that happened from {percent(bounds.hitRate.lowest)} to {percent(bounds.hitRate.highest)}.
  </Fact>
)

const DecompositionFact: FC<{ parts: NonNullable<Calibration['decomposition']> }> = ({ parts: { mcb, dsc, unc } }) => (
  <Fact name="Brier taken apart">
    miscalibration <span title={mcb.toFixed(6)}>{mcb.toFixed(3)}</span> − insight{' '}
    <span title={dsc.toFixed(6)}>{dsc.toFixed(3)}</span> + difficulty of the questions{' '}
    <span title={unc.toFixed(6)}>{unc.toFixed(3)}</span>. Luck alone gives a miscalibration above zero.
  </Fact>
)

const oneClassWords = ({ n, hits, families }: Calibration): string | null => {
  if (families < 10 || hits === null || (hits > 0 && hits < n)) return null
  const which = hits === n ? 'Every settled event happened' : 'No settled event happened'
  return `${which}: calibration cannot be told apart from easy questions here.`
}

const Facts: FC<{ report: Calibration }> = ({ report }) => {
  const { n, families, pending, void: voided, hits, baseRate, logScore, bounds, decomposition } = report
  const oneClass = oneClassWords(report)
  return (
    <dl class="facts">
      <Fact name="Counted">
        {counted(n, 'settled forecast')} in {counted(families, 'family', 'families')}; {pending} pending, {voided} void
      </Fact>
      <BrierFact report={report} />
      {hits === null ? null : <Fact name="Hits against expectation">{hitWords(report)}</Fact>}
      {baseRate === null ? null : (
        <Fact name="Base rate">
          {percent(baseRate)} of the events happened{oneClass ? `. ${oneClass}` : ''}
        </Fact>
      )}
      {logScore ? <LogFact log={logScore} /> : null}
      {bounds && pending > 0 ? <BoundsFact bounds={bounds} pending={pending} /> : null}
      {decomposition ? <DecompositionFact parts={decomposition} /> : null}
    </dl>
  )
}

const Withheld: FC<Pick<Calibration, 'withheld'>> = ({ withheld }) =>
  withheld.length === 0 ? null : (
    <>
      <h4>What is withheld, and why</h4>
      <ul class="small">
        {withheld.map(({ rule }) => (
          <li>{rule}</li>
        ))}
      </ul>
    </>
  )

const DiagramFigure: FC<{ report: Calibration }> = ({ report }) => {
  const caption = captionOf(report)
  if (caption === null) return null
  const { author, timing, voice } = report
  const href = (ending: '.svg' | '.csv') => calibrationHref(author.slug, timing, voice, ending)
  return (
    <figure class="diagram">
      <ReliabilityDiagram report={report} id={`diagram-${timing}-${voice}`} />
      <figcaption>
        <p>{caption}</p>
        <p>
          <a href={href('.svg')}>The diagram as SVG</a>, <a href={href('.csv')}>its numbers as CSV</a>
        </p>
      </figcaption>
    </figure>
  )
}

/** One report: a timing and a voice. */
export const ReportSection: FC<{ report: Calibration }> = ({ report }) => {
  const { author, timing, voice, groups, curve, counts, withheld, versions, asOf } = report
  const json = calibrationHref(author.slug, timing, voice)
  const anchor = `${timing}-${voice}`
  return (
    <section aria-labelledby={anchor}>
      <h2 id={anchor}>
        {timingTitles[timing]}, {voice === 'own' ? voiceTitles.own : 'quoted by others'}
      </h2>
      <p class="note">{timingMeanings[timing]}</p>
      <Facts report={report} />
      <DiagramFigure report={report} />
      {groups ? <GroupsTable groups={groups} /> : null}
      <MoreFigures report={report} />
      {curve ? <CurveTables curve={curve} json={json} /> : null}
      <CountsTable counts={counts} json={json} />
      <Withheld withheld={withheld} />
      <p class="note">
        Scoring rules {versions.scoring}, lexicon {versions.lexicon}, resolution rules {versions.resolution}; as of{' '}
        <InstantTime at={asOf} />. <a href={json}>This report as JSON</a>, from which every figure can be recomputed.
      </p>
    </section>
  )
}
