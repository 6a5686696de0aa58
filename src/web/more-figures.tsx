import type { FC } from 'hono/jsx'
import type { Calibration } from '../queries/report/calibration.ts'

type Row = { name: string; value: string; exact: string }

const figure = (name: string, value: number, digits = 3): Row => ({
  name,
  value: value.toFixed(digits),
  exact: `${value}`,
})

const within = ({ low, high }: { low: number; high: number }): string => ` (${low.toFixed(2)} to ${high.toFixed(2)})`

const skillRows = ({ skill }: Calibration): Row[] =>
  [
    { name: 'Skill against always 50 %', one: skill?.half },
    { name: 'Skill against the base rate, which has seen the answers', one: skill?.baseRate },
  ].flatMap(({ name, one }) =>
    one
      ? [{ ...figure(name, one.skill, 2), value: `${one.skill.toFixed(2)}${one.interval ? within(one.interval) : ''}` }]
      : [],
  )

const testRows = ({ spiegelhalter, murphy, calibrationError }: Calibration): Row[] => [
  ...(spiegelhalter
    ? [
        figure('Spiegelhalter’s z over families (above 0 too sure)', spiegelhalter.z, 2),
        figure('The same if all questions were independent', spiegelhalter.independent.z, 2),
      ]
    : []),
  ...(murphy
    ? [
        ...(murphy.debiased
          ? [
              figure('Reliability by stated probability, bias taken off', murphy.debiased.rel),
              figure('Resolution by stated probability, bias taken off', murphy.debiased.res),
            ]
          : []),
        figure('Reliability over tenths', murphy.binned.rel),
        figure('Resolution over tenths', murphy.binned.res),
        figure('Variance within the tenths', murphy.binned.wbv),
        figure('Covariance within the tenths', murphy.binned.wbc),
      ]
    : []),
  ...(calibrationError
    ? [
        figure('Calibration error over tenths', calibrationError.ece),
        figure('The same by luck alone', calibrationError.chance.mean),
      ]
    : []),
]

/** The figures that only a statistician asks for, folded; nothing where none of them is shown. */
export const MoreFigures: FC<{ report: Calibration }> = ({ report }) => {
  const rows = [...skillRows(report), ...testRows(report)]
  if (rows.length === 0) return null
  return (
    <details>
      <summary>More figures</summary>
      <dl class="facts">
        {rows.map(({ name, value, exact }) => (
          <>
            <dt>{name}</dt>
            <dd>
              <span title={exact}>{value}</span>
            </dd>
          </>
        ))}
      </dl>
    </details>
  )
}
