import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})
const phrases = (text: string) => taken(text).map((claim) => claim.split(' ')[0])
const none = (text: string) => expect(taken(text)).toEqual([])

describe('who foresees an event', () => {
  it.each([
    ['Insiders at the bank see a pause in May.', 'expected+'],
    ['Analysts at Corvo now envisage a glut in 2032.', 'expected+'],
    ['The report foresees no recovery before 2030.', 'expected-'],
    ['The firm reckons on another half-metre of sea by 2050.', 'expected+'],
    ['He is resigned to losing the appeal.', 'expected+'],
    ['Hedge funds are positioned for a devaluation by June.', 'expected+'],
    ['Creditors are girding themselves for a haircut of forty cents.', 'expected+'],
    ['Ann Roe has pencilled in two more cuts before the summer.', 'expected+'],
    ['She is budgeting for a hard winter.', 'expected+'],
    ['The bank that owns half the club assumes a sale by midsummer.', 'expected+'],
    ['The hurricane centre is calling for seventeen storms this season.', 'expected+'],
    ['Fancy Galopin to go close.', 'likely+'],
    ['Back England to win the series.', 'likely+'],
    ['Ofgem has flagged a rise in the cap from October.', 'expected+'],
    ['The exit poll gives the left 230 seats.', 'expected+'],
    ['The analysts cut their target and now see the rate at 3 per cent.', 'expected+'],
    ['Wheat futures are discounting a poor harvest.', 'expected+'],
    ['The yield curve is flashing recession within twelve months.', 'expected+'],
    ['Housebuilders’ order books point to another lean year.', 'expected+'],
    ['We look for the council to hold on Thursday.', 'expected+'],
    ['The Norwegians fancy gold in the relay, or so their coach says.', 'expected+'],
    ['The minister talks openly of a doubled crop this autumn.', 'expected+'],
    ['The minister has ruled out a tax rise this year.', 'out-of-the-question+'],
    ['The bank does not foresee a recession.', 'not-believe+'],
    ['Its creditors have written off any recovery beyond three cents.', 'out-of-the-question+'],
    ['Only an optimist sees a settlement in the next five years.', 'expected+'],
    ['The bank warned of a recession next year.', 'expected+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toContain(phrase))

  it.each([
    'He sees his doctor in June.',
    'We count on your support.',
    'The plan envisages a new bridge by 2030.',
    'She talks of her childhood in May.',
    'She fancies a drink before dinner.',
    'In 2019 the bank warned of a recession.',
    'Owners have talked of refusing to book the offenders.',
    'The shares have already priced in a dismal Christmas.',
    'He looks for his glasses in the hall.',
    'The arrow points to a door.',
    'He is banking a cheque on Friday.',
    'The law foresees a fine of £40.',
    'Figures suggest a rise in arrears.',
    'The data point to a slowdown.',
    'Back the car to the gate.',
    'Tip the waiter to thank him.',
    'He flagged a decline in standards.',
    'The count gives the total of the seats.',
    'She opened the door and saw a storm coming.',
    'The museum sees a surge of visitors in summer.',
    'Most voters favour a ban.',
    'The party favours an election this year.',
    'The team goes for a win.',
    'He wrote off his car in January.',
    'We look for a place to sit.',
    'He spoke of a strike that lasted a year.',
    'He ruled out a return last year.',
  ])('%s is none', none)
})

describe('figures that forecasters put on what is to come', () => {
  it.each([
    'The cocoa board pegs the coming crop at 650,000 tonnes.',
    "The bank's own fan chart puts inflation back at target in the first half of next year.",
    'Its director puts likely job losses at nearer three thousand than two.',
    'Ms Nakamura, who called the last two elections, has the bloc losing its majority in July.',
    'The trend, extrapolated with a ruler, has electric lorries outselling diesel by 2029.',
    'Yusuf Demir of the federation has bread at 25 lira by Ramadan.',
  ])('%s', (text) => expect(phrases(text)).toEqual(['expected+']))

  it.each([
    'She has a meeting at nine in May.',
    'The census puts the population at 3 million.',
    'He has his office at 12 Rue Royale.',
  ])('%s is none', none)
})

describe('what lies ahead', () => {
  it.each([
    ['Relegation beckons for Leca.', 'imminent+'],
    ['A weak monsoon looms.', 'imminent+'],
    ['A glut awaits anyone still long of wheat in September.', 'expected+'],
    ['A defeat in May is what awaits her.', 'expected+'],
    ['A hard winter lies ahead.', 'expected+'],
    ['That way lies a trade war.', 'expected+'],
    ['The rivers face a wretched season.', 'expected+'],
    ['Tenants are facing another rise in April.', 'expected+'],
    ['Prices have further to climb.', 'expected+'],
    ['Higher premiums are on the way for owners.', 'set-to+'],
    ['There is a recession coming.', 'set-to+'],
    ['There is, I fancy, a by-election coming in Tamworth.', 'set-to+'],
    ['No cut is in prospect.', 'set-to-'],
    ['Commuters are in for a rotten January.', 'expected+'],
    ['The lira is staring at its third collapse.', 'expected+'],
    ['The company is in line for a fine north of a billion.', 'expected+'],
    ['The council is looking at a deficit of £40m by 2028.', 'expected+'],
    ['It is curtains for the Playhouse.', 'doomed+'],
    ['The quango is not long for this world.', 'doomed+'],
    ['The writing is on the wall for the Saturday post.', 'doomed+'],
    ['I see nothing but trouble ahead for the firm.', 'expected+'],
    ['Ahead of us: three quarters of falling output.', 'expected+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))

  it.each([
    'The tower looms over the square.',
    'He awaits trial.',
    'The defendant awaits the verdict.',
    'The minister faces charges of fraud.',
    'The hotel faces the sea.',
    'He has a long way to go.',
    'A taxi is on the way.',
    'The curtains are blue.',
    'The writing is on the first page.',
    "There's a man coming up the path.",
    'He is staring at a photograph.',
    'She is in line for a coffee.',
    'The prime minister is heading for Brussels.',
    'The train is bound for Leeds.',
    'A crowd awaits the president.',
    'He faced a hostile crowd on Tuesday.',
  ])('%s is none', none)
})

describe('what one thing brings on', () => {
  it.each([
    'Tuesday’s purge heralds a colder season for the press.',
    'Closing the line ushers in a decade of lorries through villages.',
    'The ruling paves the way for thousands of claims from former tenants.',
    'Her appointment puts an end to any thought of a cut this year.',
    'Freezing rents stores up a shortage for whoever is there in 2031.',
    'That means war.',
    'The tariff means higher prices at the pump.',
    'The verdict spells the end of the coalition.',
  ])('%s', (text) => expect(phrases(text)).toEqual(['expected+']))

  it.each([
    'A red sky at night heralds rain.',
    'Bellum means war in Latin.',
    'The word means defeat.',
    'The rule means a fine for late payers.',
    'The bell heralds the end of the lesson.',
    'He means trouble.',
    'Ankara threatens a boycott.',
    'She opens the door to the stairs.',
    'The goal put an end to the game.',
  ])('%s is none', none)
})
