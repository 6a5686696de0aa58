import { betaP, betaQuantile } from './beta.ts'

/** P(|T| > t) of Student's T with `df` > 0 degrees of freedom, not only whole ones. Source: Abramowitz & Stegun 26.7.1. */
const bothTails = (t: number, df: number): number => betaP(df / (df + t * t), df / 2, 0.5)

/** P(T ≤ t) of Student's T with `df` > 0 degrees of freedom, 0 to 1. `studentP(1, 1) = 0.75` */
export const studentP = (t: number, df: number): number => (t < 0 ? bothTails(t, df) / 2 : 1 - bothTails(t, df) / 2)

/** P(|T| > |t|), the two-sided p-value, to full relative accuracy. `studentTwoSidedP(2.2621571627982, 9) = 0.05` */
export const studentTwoSidedP = (t: number, df: number): number => bothTails(t, df)

/**
 * The t for which P(|T| ≤ t) = `level`, T being Student's with `df` > 0 degrees of freedom, 0 ≤ level < 1. Relative error
 * about 1e-13: T²/(df + T²) is Beta(½, df/2). `tTwoSided(0.95, 9) = 2.2621571627982`, `tTwoSided(0.95, 1) = 12.7062047361747`
 */
export const tTwoSided = (level: number, df: number): number => {
  const share = betaQuantile(level, 0.5, df / 2)
  const rest = share < 0.5 ? 1 - share : betaQuantile(1 - level, df / 2, 0.5)
  return Math.sqrt((df * share) / rest)
}
