/** A count with its noun. `plural(1, 'family', 'families') = '1 family'` */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/**
 * A proportion as a whole percentage. What is neither 0 nor 1 is never written as 0 % or 100 %.
 * `percent(.296) = '30 %'`, `percent(.002) = 'less than 1 %'`
 */
export const percent = (share: number): string => {
  if (share > 0 && share < 0.005) return 'less than 1 %'
  return share < 1 && share >= 0.995 ? 'more than 99 %' : `${Math.round(share * 100)} %`
}

/** A mean Brier score to what its sample carries: two decimals below 1,000 statements, then three. */
export const score = (value: number, n: number): string => value.toFixed(n < 1000 ? 2 : 3)

/** Two ends of an interval in brackets, both written by `write`. `span({ low: .15, high: .19 }, …) = '(0.15–0.19)'` */
export const span = ({ low, high }: { low: number; high: number }, write: (end: number) => string): string =>
  `(${write(low)}–${write(high)})`

/** Two ends of a proportion. `percentRange({ low: .64, high: .76 }) = '64–76 %'` */
export const percentRange = ({ low, high }: { low: number; high: number }): string =>
  `${Math.round(low * 100)}–${Math.round(high * 100)} %`
