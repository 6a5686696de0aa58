import type { Scope } from '../core/key.ts'

/** What a key with each scope may do. */
export const scopeTexts: Readonly<Record<Scope, string>> = {
  read: 'nothing beyond what is open to everyone',
  submit: 'record commentaries, authors, sources and forecasts, and propose outcomes',
  review: 'review candidates, read full texts, make questions and collections',
  resolve: 'record events and coverage, settle, void, reopen and correct questions',
  admin: 'everything',
}
