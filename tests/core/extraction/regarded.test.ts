import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('what is regarded as likely', () => {
  it.each([
    ['Bankers in Lagos regard a devaluation this year as unavoidable.', 'inevitable+'],
    ['The agency treats a third bailout as a foregone conclusion.', 'slam-dunk+'],
    ['Two of the four pollsters rate a hung council as likely.', 'likely+'],
    ['Our model has the Senate race as a toss-up.', 'about-even+'],
    ['The regulator describes a settlement before June as out of the question.', 'out-of-the-question+'],
    ['Brokers put the risk of a default as low.', null],
    ['Few analysts see a return to growth this year as likely.', 'likely-'],
    ['Nobody on the committee thinks a quorum likely.', 'likely-'],
  ])('%s', (text, phrase) =>
    expect(taken(text).map((claim) => claim.split(' ')[0])).toEqual(phrase === null ? [] : [phrase]),
  )

  it.each([
    'She regards her brother as impossible.',
    'Critics describe the film as a likely winner.',
    'He treats his guests as an inevitable nuisance.',
    'The museum has the vase as well.',
    'They regard the bridge as a monument.',
  ])('takes nothing from: %s', (text) => expect(taken(text)).toEqual([]))
})
