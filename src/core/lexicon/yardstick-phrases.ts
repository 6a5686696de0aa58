import type { PhraseId } from './phrases.ts'
import type { TermOf, YardstickId } from './yardsticks.ts'

/** The term of a standard that says a phrase of our lexicon, where one does. */
type TermsOfPhrases<Id extends YardstickId> = Readonly<Partial<Record<PhraseId, TermOf<Id>>>>

/**
 * Phrase of our lexicon → term of a standard: ours, not the standards'. A phrase is set only to a term of the same words or
 * the same grammar apart ("probably" to "probable"), and an even chance to an even chance. A phrase gathers several ways of
 * writing ("quite likely" is kept as `very-likely`); the standard speaks of its own term alone.
 */
export const yardstickPhrases: { readonly [Id in YardstickId]: TermsOfPhrases<Id> } = {
  'icd-203': {
    'almost-certain': 'almost certain',
    'almost-certainly': 'almost certain',
    'very-likely': 'very likely',
    likely: 'likely',
    probable: 'probable',
    probably: 'probable',
    'about-even': 'roughly even chance',
    unlikely: 'unlikely',
    improbable: 'improbable',
    'very-unlikely': 'very unlikely',
    'almost-no-chance': 'almost no chance',
    'remote-chance': 'remote',
  },
  'uk-phia': {
    'almost-certain': 'almost certain',
    'almost-certainly': 'almost certain',
    'highly-likely': 'highly likely',
    likely: 'likely',
    probable: 'probable',
    probably: 'probable',
    'realistic-possibility': 'realistic possibility',
    unlikely: 'unlikely',
    'highly-unlikely': 'highly unlikely',
    'remote-chance': 'remote chance',
  },
  nato: {
    'highly-likely': 'highly likely',
    likely: 'likely',
    'about-even': 'even chance',
    unlikely: 'unlikely',
    'highly-unlikely': 'highly unlikely',
  },
  ipcc: {
    'very-likely': 'very likely',
    likely: 'likely',
    'better-than-even': 'more likely than not',
    'about-even': 'about as likely as not',
    unlikely: 'unlikely',
    'very-unlikely': 'very unlikely',
  },
  efsa: {
    'almost-certain': 'almost certain',
    'almost-certainly': 'almost certain',
    'very-likely': 'very likely',
    likely: 'likely',
    'better-than-even': 'more likely than not',
    'about-even': 'about as likely as not',
    unlikely: 'unlikely',
    'very-unlikely': 'very unlikely',
  },
}
