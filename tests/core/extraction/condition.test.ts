import { beforeAll, describe, expect, it } from 'vitest'
import type { ConditionKind, ExtractedCandidate } from '../../../src/core/candidate.ts'
import { extract, possiblePassages } from '../../../src/core/extraction/extract.ts'
import { loadTagger } from '../../../src/core/extraction/sentences/tagger.ts'
import type { Tagger } from '../../../src/core/extraction/sentences/token.ts'
import { Day } from '../../../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
let tagger: Tagger
beforeAll(async () => {
  tagger = await loadTagger()
})

/** The claim whose words hold `about`; the only or last one where nothing is said. Gates are passed by where all refuse. */
const claimIn = (text: string, about = ''): ExtractedCandidate | undefined => {
  const kept = extract(text, { publishedOn }, tagger)
  const all = kept.some(({ quote }) => quote.includes(about)) ? kept : possiblePassages(text, { publishedOn }, tagger)
  return all.findLast(({ quote }) => quote.includes(about))
}
const holds = (text: string, condition: string | null, about?: string) => {
  const found = claimIn(text, about)
  expect(found).toBeDefined()
  expect(found?.condition ?? null).toBe(condition)
}

type Case = [text: string, condition: string | null, about?: string]

const inFront: Case[] = [
  ['If the glacier keeps retreating, the resort will close.', 'If the glacier keeps retreating'],
  ['If the glacier keeps retreating the resort will close.', 'If the glacier keeps retreating'],
  ['Unless it rains the crop will fail.', 'Unless it rains'],
  ['Unless the vet finds a cause, the zoo will cull the herd.', 'Unless the vet finds a cause'],
  ['As long as the dam leaks, the valley will flood.', 'As long as the dam leaks'],
  ['So long as tickets sell, the musical will run.', 'So long as tickets sell'],
  ['Provided the paint dries, the gallery will open on Monday.', 'Provided the paint dries'],
  ['Providing that the seal holds, the probe may land.', 'Providing that the seal holds'],
  ['Assuming that the buyer pays, the mill will change hands.', 'Assuming that the buyer pays'],
  ['Barring a storm, the yacht will arrive on Tuesday.', 'Barring a storm'],
  ['Absent a vaccine, the herd will shrink.', 'Absent a vaccine'],
  ['Without a translator the talks will stall.', 'Without a translator'],
  ['Without rain, he told me, the vines will die.', 'Without rain'],
  ['Without him the orchestra will struggle to sell seats.', 'Without him'],
  ['In the event of a leak, the reactor will shut down.', 'In the event of a leak'],
  ['On condition that the bank agrees, the club will sign him.', 'On condition that the bank agrees'],
  ['With enough snow, the slopes will open in November.', 'With enough snow'],
  ['Given another wet spring, the blight will return.', 'Given another wet spring'],
  ['Given enough time, the reef may recover.', 'Given enough time'],
  ['But for the subsidy, the line would probably close.', 'But for the subsidy'],
  ['Short of a miracle, the team will be relegated.', 'Short of a miracle'],
  ['Failing an agreement, the brewery will lock out its staff.', 'Failing an agreement'],
  ['Should the patent lapse, rivals will copy the drug.', 'Should the patent lapse'],
  ['Should it snow, the match is likely to be called off.', 'Should it snow'],
  ['Were the lake to dry out, the birds would almost certainly leave.', 'Were the lake to dry out'],
  ['Were it not for the tides, the barge would probably sink.', 'Were it not for the tides'],
  ['Had the pilot waited, the plane would probably have landed.', 'Had the pilot waited'],
  ['Once the roof is on, the painters will move in.', 'Once the roof is on'],
  ['Once elected, she will raise the toll.', 'Once elected'],
  ['When the trial ends, the firm will sue.', 'When the trial ends'],
  ['As soon as the ice breaks, the ferries will sail.', 'As soon as the ice breaks'],
  ['The moment the ban is lifted, prices will jump.', 'The moment the ban is lifted'],
  ['After the merger is approved, hundreds will lose their jobs.', 'After the merger is approved'],
  ['Until the strike is settled, the paper will not appear.', 'Until the strike is settled'],
  ['Until a donor is found the museum is unlikely to reopen.', 'Until a donor is found'],
  ['Only when the fever falls will he travel.', 'Only when the fever falls'],
  ['Even if the goalkeeper returns, the side will lose.', 'Even if the goalkeeper returns'],
  ['Even with a new engine, the boat will come last.', 'Even with a new engine'],
  ['Whatever the regulator says, banks will raise fees.', 'Whatever the regulator says'],
  ['Whoever wins, taxes will rise.', 'Whoever wins'],
  ['No matter who is picked, the fans will boo.', 'No matter who is picked'],
  ['Regardless of the verdict, the senator will resign.', 'Regardless of the verdict'],
  ['Whether or not the tunnel is finished, tolls will rise.', 'Whether or not the tunnel is finished'],
  ['On current trends, the village will be empty by 2040.', 'On current trends'],
  ['At this rate, the fund will run dry in a decade.', 'At this rate'],
  ['Under current policies, emissions will rise.', 'Under current policies'],
  ['In a runoff, the mayor would probably win.', 'In a runoff'],
  ['Left alone, the rash will fade.', 'Left alone'],
  ['Offered a pension, the colonel will go.', 'Offered a pension'],
  ['Untreated, the elm will die.', 'Untreated'],
  ['Raise the fare and passengers will take the car.', 'Raise the fare'],
  ['One more injury and the season will be over.', 'One more injury'],
  ['The longer the drought lasts, the more likely it is that the dam will run dry.', 'The longer the drought lasts'],
  ['Suppose the river floods: the camp will be cut off.', 'Suppose the river floods'],
]

const behind: Case[] = [
  ['The resort will close if the glacier keeps retreating.', 'if the glacier keeps retreating'],
  ['The resort will close, she said, if the glacier keeps retreating.', 'if the glacier keeps retreating'],
  ['The zoo will cull the herd unless the vet finds a cause.', 'unless the vet finds a cause'],
  ['The mill could change hands, provided the buyer pays.', 'provided the buyer pays'],
  ['The mill could change hands provided the buyer pays.', 'provided the buyer pays'],
  ['The mill will change hands, assuming the buyer pays.', 'assuming the buyer pays'],
  ['“The kiln will stay hot,” he said, “as long as the gas is cheap.”', 'as long as the gas is cheap'],
  ['The yacht will arrive on Tuesday, barring a storm.', 'barring a storm'],
  ['The yacht is very likely, barring a storm, to arrive on Tuesday.', 'barring a storm'],
  ['The talks will stall without a translator.', 'without a translator'],
  ['The vines will die without more rain by August.', 'without more rain'],
  ['Rivals will copy the drug should the patent lapse.', 'should the patent lapse'],
  ['The painters will move in once the roof is on.', 'once the roof is on'],
  ['The firm will sue when the trial ends.', 'when the trial ends'],
  ['The ferries will sail as soon as the ice breaks.', 'as soon as the ice breaks'],
  ['The paper will not appear until the strike is settled.', 'until the strike is settled'],
  ['Banks will raise fees whatever the regulator says.', 'whatever the regulator says'],
  ['Taxes will rise, whoever wins.', 'whoever wins'],
  ['The fans will boo no matter who is picked.', 'no matter who is picked'],
  ['The senator will resign regardless of the verdict.', 'regardless of the verdict'],
  ['Tolls will rise whether or not the tunnel is finished.', 'whether or not the tunnel is finished'],
  ['The side will lose even if the goalkeeper returns.', 'even if the goalkeeper returns'],
  ['He will travel only if the fever falls.', 'only if the fever falls'],
  ['The plant will open in May, subject to a permit.', 'subject to a permit'],
  [
    'The resort will close — unless, that is, the glacier stops retreating.',
    'unless, that is, the glacier stops retreating',
  ],
  ['The orchestra will tour, but only if the hall is insured.', 'only if the hall is insured'],
]

const shared: Case[] = [
  ['If the dam breaks, the mill will drown and the village will burn.', 'If the dam breaks', 'village'],
  ['If the dam breaks, the mill will drown, and the village will burn.', 'If the dam breaks', 'village'],
  ['If the dam breaks — and it is old — the mill will drown.', 'If the dam breaks', 'mill'],
  ['If the dam breaks (it is old), the mill will drown.', 'If the dam breaks', 'mill'],
  ['If the dam breaks, says Ann Roe, who built it, the mill will drown.', 'If the dam breaks', 'mill'],
  ['Once the pump fails, and that could happen in June, the mine will flood.', 'Once the pump fails', 'Once the pump'],
  ['Once the pump fails, and that could happen in June, the mine will flood.', null, 'that could'],
  ['If the dam breaks, the mill will drown. The village would then probably burn.', 'If the dam breaks', 'village'],
  [
    'If the dam broke, the mill would probably drown. The owners would be unlikely to rebuild it.',
    'If the dam broke',
    'owners',
  ],
  ['A wet summer would probably ruin the festival.', 'A wet summer'],
  ['Another defeat would almost certainly end his career.', 'Another defeat'],
  ['Further cuts would probably close the ward.', 'Further cuts'],
  ['She must sign today. Otherwise the sale will collapse.', 'Otherwise'],
  ['The pump may fail. In that case, the mine will flood.', 'In that case'],
  ['The council may sell. If so, the market will move.', 'If so'],
  ['The choir is on course to win, and if it does, the town will celebrate.', null, 'on course'],
  ['The choir is on course to win, and if it does, the town will celebrate.', 'if it does', 'town'],
  [
    'The first tenants will come from abroad, and until the annex opens locals are unlikely to get a flat.',
    null,
    'first',
  ],
  ['If the dam breaks, the mill will drown; the village may burn anyway.', null, 'village'],
  ['The village may burn; if the dam breaks, the mill will drown.', null, 'village'],
  ['The mill will drown if the dam breaks, but the village will survive.', 'if the dam breaks', 'mill'],
  ['The mill will drown if the dam breaks, but the village will survive.', null, 'village'],
  ['He said that if the dam broke the mill would probably drown.', 'if the dam broke', 'mill'],
]

const none: Case[] = [
  ['The bridge will stay shut until 2030.', null],
  ['The bridge will stay shut until the end of the summer.', null],
  ['After the summer the bridge will reopen.', null],
  ['After years of delay, the bridge will reopen.', null],
  ['When spring comes, the bridge will reopen.', null],
  ['The shop will ship the parts as soon as possible.', null],
  ['The shop will ship the parts as soon as next week.', null],
  ['The guards will stay for as long as it takes.', null],
  ['The once mighty club will be sold.', null],
  ['The fair will return once a year.', null],
  ['Investors will soon see if the drug works.', null],
  ['It is unlikely that voters will ask when the debt falls due.', null],
  ['The team will behave as if nothing happened.', null],
  ['The tower will rise without delay.', null],
  ['Given the drought, the harvest will be poor.', null],
  ['Given that the pilot is ill, the flight will be cancelled.', null],
  ['With a population of two million, the city will need a port.', null],
  ['With the port closed, the city will starve.', null],
  ['Even though the vote failed, the plan will survive.', null],
  ['Backed by two banks, the airline will expand.', null],
  ['The mayor, when he speaks of trams, is bound to be booed.', null],
  ['When he took office he promised trams, and they will probably come.', null],
  ['The day when the tram returns will probably be a holiday.', null],
  ['A spokesman said that a shop would open on Monday.', null],
  ['Ann Roe said on Monday that a strike would follow.', null],
  ['A third of the pupils will leave.', null],
  ['Now that the lake is clean, the swimmers will come back.', null],
  ['When it comes to ferries, the island will remain dependent.', null],
  ['Whatever it was that he sold will probably be found.', null],
  ['The rules provided for a fee will soon change.', null],
  ['The cabinet will decide whether the canal is dug.', null],
  ['Go to the harbour and you will see the wreck.', 'Go to the harbour'],
  ['The crew will do whatever it takes.', null],
  ['He is likely to buy whatever she sells.', null],
]

const settings: Case[] = [
  ['However high the toll, drivers will pay it.', 'However high the toll'],
  ['Drivers will pay, however high the toll.', 'however high the toll'],
  ['The toll, however, will rise.', null],
  ['The union is unlikely to strike while its fund is empty.', 'while its fund is empty'],
  ['The mine will not reopen while the price is this low.', 'while the price is this low'],
  ['Rents will rise while wages stall.', null],
  ['While rents rise, wages will probably stall.', null],
  ['On the path that we are on, the glacier will be gone by 2060.', 'On the path that we are on'],
  ['At the rate at which wells are dug, the valley will be dry by 2040.', 'At the rate at which wells are dug'],
  ['At the pace of the past year, the backlog would take a decade to clear.', 'At the pace of the past year'],
  ['On the path to the summit, climbers will find a hut.', null],
  ['Under a hung council, the budget would probably fail.', 'Under a hung council'],
  ['Under a deal signed in May, the mill will close.', null],
  ['On a dry track, the mare could win by lengths.', 'On a dry track'],
  ['On a recent visit, the minister said that the mill could close.', null],
  ['Applied to every school, the scheme might save a million.', 'Applied to every school'],
  ['As the snow melts, the rivers will rise.', 'As the snow melts'],
  ['As the minister says, the rivers will rise.', null],
  ['The ferry will not sail in any event.', 'in any event'],
  ['Either way, the ferry will sail.', 'Either way'],
  ['Fares will rise next year, strike or no strike.', 'strike or no strike'],
  ['The cup final will go ahead, rain or shine.', 'rain or shine'],
]
const phrases: Case[] = [
  ['In the absence of a deal, tariffs will rise.', 'In the absence of a deal'],
  ['Pending a ruling, the scheme will stay shut.', 'Pending a ruling'],
  ['The levy will go, whatever the outcome of the vote.', 'whatever the outcome of the vote'],
  ['The market will recover when rates come down.', 'when rates come down'],
  ['At current prices, the mine will close by May.', 'At current prices'],
]
const supposed: Case[] = [
  ['A loss in the final could end his career.', 'A loss in the final'],
  ['Critics warn that a strike would close the port.', 'a strike'],
  ['Even a modest frost would ruin the crop.', 'Even a modest frost'],
  ['Anything under half would probably finish her.', 'Anything under half'],
  ['Defeat would probably finish her.', 'Defeat'],
  ['Defeat, and she could well be gone by May.', 'Defeat'],
  ['Another drought threatens to empty the valley.', 'Another drought'],
  ['Close the two mills that still run, and the town will empty.', 'Close the two mills that still run'],
  ['Abolish the toll tomorrow and the bridge will still lose money.', 'Abolish the toll tomorrow'],
  ['Cut the fare, he says, and passengers will come back.', 'Cut the fare'],
  ['Give it two years and you will see them queueing.', null],
  ['A department store could open there in May.', null],
  ['A delegation may arrive on Monday.', null],
]
const noCondition: Case[] = [
  ['I would be amazed if the bill passed by June.', null],
  ['It would surprise me if the bill passed.', null],
  ['It would be a miracle if the bill passed.', null],
  ['It would be odd if the court refused.', null],
  ['Nobody should be surprised if the mill closes.', null],
  ['The treaty will be signed in June, with a handshake and a song.', null],
  ['With a little luck, the pump will last.', 'With a little luck'],
  ['With the right coach, she might win a medal.', 'With the right coach'],
  ['The clinics will not be able to cope without it.', null],
  ['When the ministers meet on 3 June, they will agree a cap.', null],
  ['When the ministers meet, they will agree a cap.', 'When the ministers meet'],
  ['The ferry will not sail, whatever it says on the timetable.', null],
  ['The ferry will not sail, whatever the owners told reporters in May.', null],
  ['The ferry will not sail, whatever the owners say.', 'whatever the owners say'],
  ['Barring a storm, though, the yacht will arrive.', 'Barring a storm'],
  [
    'Until the heir, who holds the most shares, says how she will vote, the price will not move.',
    'Until the heir, who holds the most shares, says how she will vote',
  ],
  [
    'The court will reject the appeal, which rests on an old statute, unless a judge objects.',
    'unless a judge objects',
  ],
]
describe('settings that suppose', () => {
  it.each(settings)('%s', (text, condition, about) => holds(text, condition, about))
})
describe('phrases that suppose', () => {
  it.each(phrases)('%s', (text, condition, about) => holds(text, condition, about))
})
describe('subjects and orders that suppose', () => {
  it.each(supposed)('%s', (text, condition, about) => holds(text, condition, about))
})
describe('clauses that are the claim, its manner or its date', () => {
  it.each(noCondition)('%s', (text, condition, about) => holds(text, condition, about))
})

describe('conditions in front of the claim', () => {
  it.each(inFront)('%s', (text, condition, about) => holds(text, condition, about))
})
describe('conditions behind the claim', () => {
  it.each(behind)('%s', (text, condition, about) => holds(text, condition, about))
})
describe('which of several claims a condition is for', () => {
  it.each(shared)('%s', (text, condition, about) => holds(text, condition, about))
})
describe('what looks like a condition and is none', () => {
  it.each(none)('%s', (text, condition, about) => holds(text, condition, about))
})

describe('the kind of a condition', () => {
  const kinds: [string, ConditionKind | null][] = [
    ['If the ice breaks, the ferries will sail.', 'condition'],
    ['Without a translator the talks will stall.', 'condition'],
    ['Once the roof is on, the painters will move in.', 'trigger'],
    ['The firm will sue when the trial ends.', 'trigger'],
    ['As soon as the ice breaks, the ferries will sail.', 'trigger'],
    ['He will travel only when the fever falls.', 'trigger'],
    ['He will travel only if the fever falls.', 'condition'],
    ['The paper will not appear until the strike is settled.', 'until'],
    ['Even if the goalkeeper returns, the side will lose.', 'concessive'],
    ['Whatever the regulator says, banks will raise fees.', 'concessive'],
    ['Tolls will rise whether or not the tunnel is finished.', 'concessive'],
    ['The bridge will reopen.', null],
  ]
  it.each(kinds)('%s', (text, kind) => expect(claimIn(text)?.conditionKind).toBe(kind))
})
