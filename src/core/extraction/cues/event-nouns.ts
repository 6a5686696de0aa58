import { wordSet } from '../sentences/words.ts'

/** Nouns of what comes about, singular: foreseen, feared or in store, they name something that has not happened yet. */

/** Moves of prices, rates and other levels. */
const moves = `cut hike rise rally fall drop dip slide slump surge jump spike increase decrease decline gain loss rebound
  recovery upturn downturn slowdown acceleration expansion contraction reduction easing tightening loosening pause pivot
  plateau peak trough bottom boom bust glut shortage shortfall surplus deficit squeeze crunch correction bounce upswing
  downswing inflation deflation stagflation disinflation growth recession depression stagnation revival improvement
  deterioration doubling trebling tripling halving devaluation revaluation depreciation appreciation parity selloff
  melt-up meltdown rout crash collapse default haircut bankruptcy insolvency bailout writedown layoff redundancy
  overshoot undershoot landing moderation normalisation normalization lull uptick downgrade upgrade`
/** Outcomes of contests, votes and courts. */
const outcomes = `win victory defeat triumph landslide rout upset draw stalemate tie deadlock majority minority coalition
  runoff election referendum byelection by-election recount reshuffle resignation impeachment ouster exit departure
  retirement succession comeback return promotion relegation elimination conviction acquittal verdict judgment retrial
  settlement fine penalty ban injunction appeal indictment rebellion revolt mutiny split schism walkout defection coup
  uprising revolution drubbing thrashing humiliation whitewash wipeout gold silver bronze medal title nomination
  shootout replay claim lawsuit litigation prosecution extradition hearing referral challenge let-up respite relief contest
  fight battle vote ballot`
/** Deals, stoppages and other doings of firms and states. */
const doings = `deal agreement truce ceasefire armistice peace war invasion offensive attack strike airstrike shutdown
  lockout closure merger takeover buyout sale listing flotation launch opening breakthrough compromise concession
  reconciliation withdrawal intervention escalation crackdown purge embargo blockade boycott sanction tariff restructuring
  privatisation privatization nationalisation nationalization deregulation reform repeal backlash protest riot unrest
  turmoil chaos crisis confrontation showdown clash conflict standoff stand-off reckoning inquiry breakup break-up
  reunion divorce exodus influx migration consolidation shake-up shakeup overhaul u-turn climbdown delay postponement
  suspension expulsion eviction cancellation disruption setback bloodbath disaster catastrophe calamity upheaval`
/** Weather, harvests, health and other things that befall. */
const befallings = `rain snow frost storm hurricane typhoon cyclone drought flood heatwave freeze thaw monsoon downpour
  blizzard gale landfall eruption earthquake quake tsunami wildfire blackout outage famine hunger starvation harvest crop
  yield outbreak epidemic pandemic wave resurgence extinction die-off bleaching death demise end downfall ruin oblivion
  irrelevance change shift decay disappearance renaissance breakdown accident failure success turnaround misery hardship pain trouble
  worse bumper`

const eventNouns = wordSet(`${moves} ${outcomes} ${doings} ${befallings}`)

/** Stretches of time that an adjective makes an event: "a lean year", "a rotten January". */
export const stretchNouns =
  wordSet(`year years month months week weeks winter summer spring autumn season seasons decade decades night nights
  quarter quarters january february march april may june july august september october november december christmas
  time times days period generation weekend campaign term run start finish future spell stint wait stretch ride half halves`)

/** Comparatives that tell of a change to come when their noun does: "higher premiums are on the way". */
export const comparatives =
  wordSet(`higher lower bigger smaller larger dearer cheaper tougher stricter longer shorter warmer colder hotter heavier
  lighter fewer worse better slower faster weaker stronger wider narrower deeper steeper harder leaner thinner wetter
  drier milder cooler busier quieter tighter looser cleaner darker brighter safer poorer richer older`)

const irregular: ReadonlyMap<string, string> = new Map([
  ['crises', 'crisis'],
  ['losses', 'loss'],
  ['minorities', 'minority'],
  ['recoveries', 'recovery'],
])

/** Whether a word names an event, in the singular or the plural. */
export const isEventNoun = (word: string): boolean =>
  eventNouns.has(word) ||
  eventNouns.has(irregular.get(word) ?? word.replace(/ies$/, 'y')) ||
  eventNouns.has(word.replace(/s$/, '')) ||
  eventNouns.has(word.replace(/es$/, ''))
