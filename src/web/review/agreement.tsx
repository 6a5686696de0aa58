import type { FC } from 'hono/jsx'
import type { Agreement, ReviewAgreement } from '../../core/second-opinion.ts'
import { counted, percent } from '../format.ts'

const kappaText = ({ kappa, interval }: Agreement): string | null =>
  kappa === null || interval === null
    ? null
    : `κ = ${kappa.toFixed(2)} (95 %: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`

const Line: FC<{ of: string; agreement: Agreement }> = ({ of, agreement }) => {
  const { n, agreed, withheld, agreement: raw } = agreement
  return (
    <li>
      {of}: {kappaText(agreement) ?? `no κ: ${withheld ?? ''}`}.{' '}
      {raw ? `They agree on ${agreed} of ${counted(n, 'pair')}, ${percent(raw.rate)}.` : ''}
    </li>
  )
}

/** How reviewers agree who judged the same candidates, the second without knowing of the first. */
export const AgreementSection: FC<{ agreement: ReviewAgreement }> = ({ agreement }) => (
  <section aria-labelledby="agreement">
    <h2 id="agreement">Agreement between reviewers</h2>
    <ul>
      <Line of="Whether it is a forecast" agreement={agreement.decisions} />
      <Line of="Of the event or of its opposite" agreement={agreement.orientation} />
    </ul>
    <p class="note">
      Cohen’s κ is agreement beyond that of chance: 1 is full, 0 what chance would give. Judged twice are{' '}
      {agreement.sample}.
    </p>
  </section>
)
