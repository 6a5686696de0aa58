/** What fields are called where they are filled in. */
const names: Readonly<Record<string, string>> = {
  reason: 'the reason',
  wording: 'the claim',
  criteria: 'what settles it',
  questionId: 'the question',
  probability: 'the number said',
  'window.start': 'the first day',
  'window.end': 'the last day',
  claimant: 'who is quoted',
  windowEnd: 'the last day',
  parts: 'the parts',
}

/** What a review that is not taken says of its fields. */
export const wrongIn = (issues: readonly { path: PropertyKey[]; message: string }[]): string[] =>
  issues.map(({ path, message }) => {
    const field = path.map(String).join('.')
    return field === '' ? message : `${names[field] ?? field}: ${message}`
  })
