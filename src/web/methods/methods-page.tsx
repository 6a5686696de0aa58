import type { FC } from 'hono/jsx'
import { EXTRACTOR_VERSION } from '../../core/extraction/extract.ts'
import { LEXICON_VERSION } from '../../core/lexicon/phrases.ts'
import { RESOLUTION_RULES } from '../../core/resolution/judge.ts'
import { minimumFamilies, nameOf } from '../../core/scoring/report/minimum.ts'
import { SCORING_RULES } from '../../core/scoring/report/report.ts'
import { Head, Layout, TableBox } from '../layout.tsx'
import { answers } from './answers.tsx'
import { verdictRows } from './verdict-rows.ts'

/** What is shown from so many families on, by the names that the rules give it. */
export const minimumRows = (): { families: number; names: string[] }[] => {
  const steps = [...new Set(minimumFamilies.map(({ families }) => families))].sort((a, b) => a - b)
  return steps.map((families) => ({
    families,
    names: minimumFamilies
      .filter((one) => one.families === families)
      .map(({ field, bothOutcomes }) => `${nameOf(field)}${bothOutcomes ? ' (with ten hits and ten misses)' : ''}`),
  }))
}

const Minimum: FC = () => (
  <section aria-labelledby="minimum">
    <h2 id="minimum">What is shown from how many families on</h2>
    <p>
      A figure that a sample does not carry is absent, and the page names the rule in its place. It is counted in
      families, not in statements.
    </p>
    <TableBox label="Minimum families">
      <table>
        <Head words={['Families', 'Shown from here on']} />
        <tbody>
          {minimumRows().map(({ families, names }) => (
            <tr>
              <th scope="row">{families}</th>
              <td>{names.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
    <p class="note">
      Why so: the reliability of a rank passes one half near 32 families and three quarters near 100; a slope of 0.6 is
      found with 66&nbsp;% power at 100; the calibration error that luck alone gives is still 0.098 at 100.
    </p>
  </section>
)

const Verdicts: FC = () => (
  <section aria-labelledby="verdicts">
    <h2 id="verdicts">Verdicts on calibration</h2>
    <p>
      There is one sentence for each finding and no other praise or blame. It is about these statements, not about the
      person. E is the e-value: how much better a bet against calibration did than calibration itself. The numbers in
      the sentences are examples.
    </p>
    <TableBox label="Verdicts and their conditions">
      <table>
        <Head words={['When', 'What is said']} />
        <tbody>
          {verdictRows.map(({ code, when, sentence }) => (
            <tr id={`verdict-${code.replace(':', '-')}`}>
              <th scope="row">{when}</th>
              <td>{sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  </section>
)

const Words: FC = () => (
  <section aria-labelledby="words">
    <h2 id="words">Words of likelihood</h2>
    <p>
      “Likely” is no number. It is scored by what readers take it to mean: the mean of a distribution that surveys gave,
      for the event it was said of, and its complement where it was said of the opposite.{' '}
      <a href="/v1/lexicons/hindcast">The lexicon</a>, version {LEXICON_VERSION}, holds each phrase with its source and
      how many were asked; <a href="/v1/lexicons">other readings</a> stand beside it, and a report is computed again
      under each. A bare “may”, “might”, “could” or “possible” is a weak hedge: it is counted and not scored, since no
      outcome would show it wrong. What an author’s own words came to is shown as their own lexicon.
    </p>
  </section>
)

const Versions: FC = () => (
  <section aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <dl class="facts">
      <dt>Scoring</dt>
      <dd>{SCORING_RULES}</dd>
      <dt>Resolution</dt>
      <dd>{RESOLUTION_RULES}</dd>
      <dt>Lexicon</dt>
      <dd>{LEXICON_VERSION}</dd>
      <dt>Extraction</dt>
      <dd>{EXTRACTOR_VERSION}</dd>
    </dl>
    <p class="note">
      Each answer names the versions that made it. <a href="/v1/definitions">Every measure with formula and source</a>
    </p>
  </section>
)

/** How it is done: what a careful reader asks, when what is shown, which words stand for what. */
export const MethodsPage: FC = () => (
  <Layout title="Methods · Hindcast" description="How predictions are found, settled and scored, and what is left out.">
    <h1>Methods</h1>
    <p class="lead">How predictions are chosen, settled and scored, and what must be asked of any such score.</p>
    {answers.map(({ id, question, answer }) => (
      <section aria-labelledby={id}>
        <h2 id={id} class="asked">
          {question}
        </h2>
        <p>{answer}</p>
      </section>
    ))}
    <Minimum />
    <Verdicts />
    <Words />
    <Versions />
  </Layout>
)
