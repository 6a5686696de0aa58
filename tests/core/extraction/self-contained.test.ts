import { beforeAll, describe, expect, it } from 'vitest'
import type { ExtractedCandidate } from '../../../src/core/candidate.ts'
import { extract } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})

const read = (text: string): ExtractedCandidate => {
  const found = extract(text, { publishedOn }, tagger).at(-1)
  if (!found) throw new Error('nothing was found')
  return found
}

describe('a subject that only one thing can be', () => {
  it.each([
    ['The mill is old. It will probably close.', 'The mill will probably close'],
    ['The mill is old, but it will survive.', 'the mill will survive'],
    ['A ferry sank. It will be raised in May.', 'The ferry will be raised in May'],
    ['Ann Roe lost. She will resign.', 'Ann Roe will resign'],
    ['Bob Doe is tired. He is unlikely to run again.', 'Bob Doe is unlikely to run again'],
    ['The nurses met. They will strike in June.', 'The nurses will strike in June'],
    ['The bill is ready. It may pass before June.', 'The bill may pass before June'],
    ['The tunnel is old. It is bound to flood.', 'The tunnel is bound to flood'],
    ['The new stadium is dear. It will never pay.', 'The new stadium will never pay'],
    ['The coach is tired. He will retire.', 'The coach will retire'],
    ['The pilots voted. They are likely to walk out.', 'The pilots are likely to walk out'],
    ['The vaccine works. It will be sold in March.', 'The vaccine will be sold in March'],
    ['The oldest theatre in town is shut. It will burn.', null],
    ['The glacier\nmelts. It will\nvanish by 2050.', 'The glacier will vanish by 2050'],
  ])('%s', (text, claim) => {
    const found = read(text)
    if (claim === null) expect(found.claim).toBe(found.quote)
    else expect(found.claim.toLowerCase()).toBe(claim.toLowerCase())
    expect(text.slice(found.start, found.end)).toBe(found.quote)
  })
})

describe('a subject that several could be goes with its sentence', () => {
  it.each([
    ['The mill owes the bank money. It will close.', 'The mill owes the bank money.'],
    ['Ann Roe met Eve Doe. She will resign.', 'Ann Roe met Eve Doe.'],
    ['The nurses met the doctors. They will strike.', 'The nurses met the doctors.'],
    ['The union wants a deal. It will be signed in May.', 'The union wants a deal.'],
    ['The port sued the ferry. It is likely to win the case.', 'The port sued the ferry.'],
    ['Her plan is ready. It will fail in the senate.', 'Her plan is ready.'],
    ['Ann Roe and Eve Doe met. They will sign in May.', 'Ann Roe and Eve Doe met.'],
    ['The board met the owner of the club. It will sell the ground.', 'The board met the owner of the club.'],
    ['Ann Roe is late. “It is old. It will close,” she said.', null],
    ['The firm is old. It could be sold. It may close.', 'It could be sold.'],
    ['All proposals are in. They will be read in May.', 'All proposals are in.'],
    ['The chief executive of Red Coal spoke. He may resign.', null],
    ['In the valley a mill burns. It will be rebuilt.', 'In the valley a mill burns.'],
    ['The mill is old. It’ll close.', 'The mill is old.'],
    ['Near the mill lies the old dam. It will burst.', 'Near the mill lies the old dam.'],
    ['Most nurses are tired. They will strike.', 'Most nurses are tired.'],
    ['The mayor praised Ann Roe. She will run.', 'The mayor praised Ann Roe.'],
    ['New York waits. He will resign.', 'New York waits.'],
    ['Roe lost. She will resign.', 'Roe lost.'],
    ['Orban met the envoy. It will be denied.', 'Orban met the envoy.'],
    ['Everybody waits. He will resign.', 'Everybody waits.'],
    ['Two bridges and a dam are shut. It will reopen in May.', null],
    ['Rents rose. This will hurt the young.', 'Rents rose.'],
    ['The talks may fail. Such a failure will cost jobs.', 'The talks may fail.'],
    ['The two sides want peace. That goal will be reached in May.', 'The two sides want peace.'],
    ['The firm owes a fine. Otherwise, the court will close it.', 'The firm owes a fine.'],
    ['The dam leaks. If so, the town will flood.', null],
    ['Voters want a tram. These plans will fail in the senate.', 'Voters want a tram.'],
  ])('%s', (text, context) => {
    const found = read(text)
    if (context !== null) {
      expect(found.context).toBe(context)
      expect(found.claim).toBe(found.quote.replace(/\s+/g, ' '))
    }
    expect(found.claim).not.toMatch(/^The (?:bank|doctors|deal|ferry|club) /)
  })
})

describe('what stands alone needs no sentence beside it', () => {
  it.each([
    'The strike went on. The port will close.',
    'Snow fell. It is likely that the port will close.',
    'The dam leaks. It will be hard to save the town.',
    'Prices rose. The bank will raise rates this year.',
    'Ann Roe sang. Ann Roe will sell her flat.',
    'The mill is old. Those who can leave will leave by May.',
    'Taxes rose. There will be a strike in May.',
    'The vote is near. The club will sell its ground.',
    'Rain fell. A firm with debts will be sold.',
    'The jury met. Bob Doe will probably keep his seat.',
    'Polls closed. The mayor is unlikely to win.',
    'Rents rose. It is possible that the cap will stay.',
    'Snow fell. It is hard to imagine the club selling the ground.',
    'The count ended. Eve Doe is set to lose her seat.',
    'The well is dry. Farmers will dig two more wells.',
    'The boats left. Nobody will be surprised if the port closes.',
  ])('%s', (text) => {
    const found = read(text)
    expect(found.context).toBe(null)
    expect(found.claim).toBe(found.quote)
  })
})

describe('the speaker as the subject of the claim', () => {
  it.each([
    [
      'Ann Roe runs the lab. She puts the odds of a thaw at one in ten.',
      'Ann Roe puts the odds of a thaw at one in ten',
    ],
    [
      '“It is late,” said Bob Doe. He does not expect the port to reopen.',
      'Bob Doe does not expect the port to reopen',
    ],
    ['Ann Roe, the mayor, told reporters that she will step down in May.', 'Ann Roe will step down in May'],
    [
      'Pieter van Aal chairs the fund. Mr van Aal is old. He doubts that the port will reopen.',
      'Pieter van Aal doubts that the port will reopen',
    ],
    ['Eve Doe is in trouble. Ann Roe says she will resign.', 'she will resign'],
    ['Ann Roe told Eve Doe that she will win.', 'she will win'],
    ['Ann Roe is the coach. She told the keeper that she will play.', 'she will play'],
    ['Ann Roe said she was calm. Ann Roe says he will resign.', 'he will resign'],
  ])('%s', (text, claim) => expect(read(text).claim).toBe(claim))
})
