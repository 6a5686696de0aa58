import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('the present tense under a view of how things will go', () => {
  it.each([
    ['By Easter the library is a gym.', 'will+'],
    ['Come the autumn, Herr Vogt is gone from the ministry.', 'will+'],
    ['The reservoir, now at a third, is empty by the end of August.', 'will+'],
    ['Cholera stalks the camps by midsummer.', 'will+'],
    ['The school follows by autumn.', 'will+'],
    ['Nobody in the cabinet lasts the year.', 'will-'],
    ['Barring a miracle, Sandhaven are going down.', 'will+'],
    ['Short of an earthquake, the trophy is staying in Leeds.', 'will+'],
    ['Cholera is coming back to the delta.', 'will+'],
    ['Whatever the inquiry finds, the ministry appeals.', 'will+'],
    ['At the present rate of loss the marsh is a car park by 2050.', 'will+'],
    ['As things stand the Greens miss the threshold.', 'expected+'],
    ['Inflation, by the ministry’s reckoning, ends the year at 24%.', 'expected+'],
    ['To judge by the first returns, the recount gives the mayor a second term by May.', 'expected+'],
    ['Most probably the party plays the spoiler again.', 'most-likely+'],
    ['Presumably this is the last we hear of the tunnel.', 'probably+'],
    ['The pact, one suspects, unravels in the spring.', 'likely+'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([`${said} ${text.slice(0, -1)}`]))

  it.each([
    [
      'Bernstein thinks copper gets to $12,000 in the second half.',
      'we-believe+ copper gets to $12,000 in the second half',
    ],
    [
      'It stands to reason that the insurers pass the levy on by next spring.',
      'will+ the insurers pass the levy on by next spring',
    ],
    ['I rather think this is the last of the marathons.', 'we-believe+ this is the last of the marathons'],
  ])('%s', (text, said) => expect(taken(text)).toEqual([said]))

  it.each([
    'Applications are due by Friday.',
    'The gallery is open until May.',
    'By noon the only thing moving in the square is a dog.',
    'The union expects its members to pay their dues by Friday.',
    'The plumber is coming on Thursday.',
    'The mast, however, stands on rock.',
    'I think she plays the cello.',
    'Perhaps he keeps bees.',
    'Presumably the bank knows its customers.',
    'On the evidence of the letters, the bishop keeps a cat.',
    'If the figures are right, the fund is already broke.',
    'Import prices, whatever the cause, have not moved since April.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})

describe('the present tense under a condition', () => {
  it.each([
    'If the Senate strikes out clause nine, the bill is dead',
    'Should Paris flinch, Madrid is next',
    'Should the strike hold past Friday, Tilbury silts up with empties',
    'Raise it and they leave',
    'Strip out the subsidy and the island’s ferry stops',
    'Two more quarters like that and the dividend goes',
    'One more wet week and the crop rots',
    'Another defeat and the manager is out',
    'Touch the pension age and France stops',
    'Keep paying the farmers by the acre and the lapwing is extinct before the decade is out',
  ])('%s', (text) => expect(taken(`${text}.`)).toEqual([`will+ ${text}`]))

  it('takes the next step for a claim of its own', () => {
    expect(taken('If Moody’s cuts on Friday, the spread goes to 250 and Rome blames Frankfurt.')).toHaveLength(2)
    expect(taken('If the Senate strikes it out, the bill is dead and so is the coalition.')).toHaveLength(2)
  })

  it.each([
    'Give a man a fish and he eats for a day.',
    'Drop it and it breaks.',
    'Ask a barman and he says the same.',
    'Strip that site out and the hazard ratio moves from 0.71 to 0.88.',
    'If the lamp is red, the door is shut.',
    'Take the second turning and the church is on your left.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})
