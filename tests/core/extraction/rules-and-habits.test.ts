import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('what anyone of a kind does', () => {
  it.each([
    'Any broker will take your commission in a falling market.',
    'Every taxi driver will tell you that the bridge was a mistake.',
    'Most plumbers will quote you twice the price on a Sunday.',
    'A good cook will taste as she goes, and she will be right to.',
    'The average voter will not read a manifesto.',
    'Politicians will promise anything in a marginal seat.',
    'There will always be a neighbour who objects.',
    'In a hard winter a robin will come to the hand.',
    'Give a man a hammer and he will look for a nail.',
    'On a bad day the train will take three hours.',
    'You will wonder how they ever got to the interval.',
    'Anyone expecting a quiet weekend should not buy a puppy.',
    'One day somebody will explain to me what the committee is for.',
    'Pigs will fly before the tunnel opens.',
  ])('is not foretold: %s', (text) => expect(taken(text)).toEqual([]))

  it.each([
    'Every household will pay £40 more next year.',
    'Any successor will inherit a deficit.',
    'A new chancellor will raise taxes.',
    'Voters will punish the government.',
    'Cancel the tram and traffic will double.',
    'A great many firms will close.',
    "You'll hear a lot about trade this summer.",
    'The average household will pay £300 more.',
  ])('is told from a forecast: %s', (text) => expect(taken(text)).toHaveLength(1))
})

describe('rules, leave and notices', () => {
  it.each([
    'The lessee shall be liable for the roof.',
    'From next April every landlord will be obliged to register.',
    'Under the new regulations a tenant will not be liable for the rates.',
    'Points will be docked from any side that arrives late.',
    'Visitors may not touch the exhibits.',
    'Applicants must be over 21 and may be asked for proof of age.',
    'No member may be registered twice.',
    'The lease provides that the tenant may leave on three months’ notice.',
    'Any letter that may bear on the claim must be kept.',
    'The library will be closed on Mondays.',
    'The pool will be shut until further notice.',
    'Parking will be available behind the school.',
    'An auditor is bound to disclose a fraud.',
    'A second storm may or may not come.',
    'The council has resolved that the market will move.',
    'The cabinet agreed on Tuesday that the levy will be collected by the councils.',
    'The debt office said that it will auction bonds on Wednesday.',
  ])('are laid down: %s', (text) => expect(taken(text)).toEqual([]))

  it.each([
    'Ireland will be obliged to repay the money.',
    'The club will be docked ten points.',
    'Members may reject the offer.',
    'The bridge will be closed by Christmas.',
    'The treaty is bound to fail.',
    'Analysts agreed that rates will fall in June.',
    'Apple will release a cheaper phone on Tuesday.',
    'The law will drive landlords out of the market.',
  ])('are told from a forecast: %s', (text) => expect(taken(text)).toHaveLength(1))
})

describe('reports in which no one foretells', () => {
  it.each([
    'Ministers dismissed reports that fuel duty is about to go up.',
    'The club played down talk that the manager may leave.',
    'Any suggestion it would move was speculation.',
    'The operator gave no indication of when trains would run again.',
    'The bishop trusts that Parliament will think again.',
    'A columnist who says that the pound will fall is a prophet for a week.',
    'The firm would not say who will pay.',
    'To hear the lobbyists talk, a penny on a pasty would ruin the country.',
    'He promised that the furnaces would be lit by the spring; the spring came, and they were sold.',
    'The men were told that they would be paid at harvest, and they are waiting still.',
    'My guess is that the leadership knew.',
    'In 1970 the experts foresaw an ice age.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))

  it.each([
    'My guess is that the coalition will have lost the north by June.',
    'The economist who says that rates will fall is right.',
    'Ministers said that the cut would come in June.',
  ])('are told from a forecast: %s', (text) => expect(taken(text)).toHaveLength(1))
})

describe('the present, the past and the letter', () => {
  it.each([
    'That knocking will be the pipes.',
    'He will be in his eighties now.',
    'At nineteen she could hit a serve at 125 miles an hour.',
    'Back then a clerk could raise a family on one wage.',
    'From the tower one could make out a frigate.',
    'He could always retire to his villa.',
    'You may well ask what a dentist was doing on the board.',
    'Be that as it may, the bill was paid.',
    'Most of us will have met a man like that.',
    'The dispute could be about money, or it could be about pride.',
    'Investors want to know when rates will fall.',
    'The match will be shown live on Sky.',
    'The ministry said it will consider all responses.',
    'There is no chance to rest between shows.',
    'It might be argued that she had no choice.',
    'The bank may have the money but it lacks the nerve.',
    'Breakfast is toast.',
    'The days are numbered one to forty.',
    'They split the proceeds sixty-forty.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))

  it.each([
    'The government is toast.',
    'His days are numbered.',
    'At 40 he could still win a major.',
    'The bill will now go to the Senate.',
    'Labour may have to raise taxes, but not before June.',
  ])('are told from a forecast: %s', (text) => expect(taken(text)).toHaveLength(1))
})
