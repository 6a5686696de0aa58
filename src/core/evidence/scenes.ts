import { stemOf } from './stem.ts'

/**
 * Words of one scene: where a claim speaks of one, a report of what came of it may use another. They are no synonyms:
 * "talks" may be told as a meeting, a round or a summit. One line a scene, words as lemmas, phrases of two words with `_`.
 */
const scenes = `
talk negotiate negotiation negotiator meet meeting summit dialogue discuss discussion consultation round session delegation delegate envoy emissary mediate mediator mediation diplomacy diplomat conference face-to-face parley sit_down counterpart
deal agreement agree accord pact treaty settlement settle compromise framework plan proposal draft memorandum formula blueprint sign signature terms bargain protocol
peace ceasefire truce armistice resolution resolve de-escalation lull hostility end
war fight fighting conflict offensive battle battlefield invasion invade attack assault shell bombard combat clash front warfare hostility skirmish escalate escalation incursion raid
troop soldier force army military contingent deploy deployment boot brigade peacekeeper garrison mission battalion base
navy fleet ship vessel boat patrol coastguard coast_guard frigate maritime sea water strait waters trawler blockade harbour port naval cutter
guarantee security protect protection assurance backstop defence defense defend shield
withdraw withdrawal leave exit quit abandon retreat evacuate disengage departure depart pull_out pull_back dry_up wind_down give_up walk_away drop scrap cancel
territory land region province oblast border frontier occupy occupation seize capture cede annex annexation district enclave zone island islet reef sovereignty claim boundary control
sanction pressure embargo penalty punish coerce force compel squeeze leverage threaten threat ultimatum retaliate retaliation
concede concession accept yield flexible flexibility soften moderate budge capitulate capitulation surrender relent bend blink climb_down back_down give_way give_ground back_away u-turn waver compromise course reverse
refuse refusal reject rejection demand insist insistence maximalist red_line rule_out resist resistance oppose veto balk baulk spurn rebuff intransigent stick_to
admire like admiration disillusion disillusioned disappoint disappointed disappointment frustrate frustrated frustration trust sour anger angry patience impatient fond warm enamoured affection respect fall_out
aid assist assistance help support fund funding finance weapon arms supply loan grant subsidy donate donor backing bail_out bailout rescue
relation relationship ally alliance partner partnership rival enemy adversary foe confront confrontation normalize normalise normalization normalisation tie ties rapprochement rift friend friendship detente
member membership join accession accede enlargement candidacy admit admission
election elect vote voter poll ballot referendum candidate campaign turnout constituency run-off runoff seat majority landslide electorate plebiscite
government cabinet coalition minister ministry premier chancellor administration governing prime_minister partner junior_partner
resign resignation quit oust dismiss dismissal sack fire removal topple depart departure successor replace replacement impeach impeachment no-confidence confidence step_down stand_down step_aside bow_out unseat
law bill legislation act statute decree enact amend amendment repeal parliament senate assembly chamber lawmaker deputy legislator legislature ratify ratification constitution reading pass
court judge ruling rule verdict judgment judgement appeal justice tribunal bench constitutional unconstitutional strike_down uphold annul quash lawsuit sue plaintiff injunction jurist
convict conviction acquit acquittal charge indict indictment arrest detain jail prison sentence prosecute prosecution prosecutor guilty fraud corruption bribe investigate investigation probe plea
protest protester demonstrate demonstration demonstrator march riot unrest rally crowd boycott
strike walkout union picket stoppage industrial_action worker wage pay dispute
rate interest hike monetary tighten tightening loosen easing basis_point central_bank governor committee cut policymaker hawk dove benchmark
inflation price disinflation deflation consumer cpi cost dear expensive cheap index
growth grow economy economic gdp output recession contract contraction expand expansion shrink slump slowdown downturn boom recover recovery rebound stagnate stagnation quarter
job unemployment unemployed jobless employ employment worker layoff lay_off hire payroll labour labor workforce redundant redundancy
wage pay salary earnings raise settlement
budget deficit debt borrow borrowing spend spending tax fiscal treasury surplus austerity levy default revenue
currency devalue devaluation depreciate depreciation peg exchange dollar euro pound crown krone franc
share stock market investor bond sell-off selloff rally crash equity exchange
company firm merger merge acquire acquisition takeover take_over bid bidder buyer buy purchase owner ownership shareholder stake sale consortium suitor
bankrupt bankruptcy insolvent insolvency receivership liquidate liquidation creditor administrator rescue restructure
trade tariff export import quota customs duty levy
oil gas barrel crude pipeline fuel energy
power electricity grid plant reactor nuclear solar wind coal turbine
launch release unveil ship rollout roll_out debut introduce model device version product
trial study phase endpoint patient placebo readout efficacy dose enrol enroll enrolment data result volunteer participant
approve approval licence license authorise authorize authorisation authorization clear clearance regulator agency green_light panel application filing submission reviewer advisory watchdog
drug medicine treatment therapy tablet pill injection vaccine compound
side_effect safety adverse death toxicity liver harm recall
epidemic outbreak virus infection infect case hospital wave pandemic
storm flood drought heat heatwave temperature emission carbon warming harvest crop
match game season league table title champion championship promotion promote relegate relegation point win defeat draw play-off playoff cup final club side team division fixture top_flight
transfer striker manager coach squad contract fee loan midfielder defender goalkeeper player
build construction construct contractor complete completion finish site tunnel bridge line station tram metro rail railway track route crane concrete work
open opening inaugurate inauguration ribbon unveil operational passenger
house housing home flat apartment rent tenant landlord mortgage evict eviction dwelling tower
delay postpone postponement late schedule overrun defer slip timetable behind put_off push_back deadline miss
fare ticket toll fee charge
mayor council councillor city municipal town_hall city_hall alderman
start begin beginning launch emerge take_shape kick_off open resume restart reopen
end stop halt cease finish conclude conclusion over terminate
continue remain stay persist keep last endure ongoing go_on still carry_on drag_on
fail failure collapse founder unravel stall deadlock impasse breakdown break_down stalemate fall_apart fall_through fizzle
succeed success achieve breakthrough progress advance reach secure clinch
rise increase grow climb jump surge soar higher up raise widen
fall drop decline decrease lower reduce reduction shrink slump plunge slide dip slow down cut narrow ease
win victory triumph winner prevail beat defeat lose loser loss
popularity popular approval rating favour unpopular standing
split divide division rift faction feud quarrel dissent defect defection rebel rebellion break_away
crisis emergency turmoil panic
publish publication report document leak disclose reveal
price cost bill overrun budget expensive
pay payment money cash fund finance purse afford
prisoner captive hostage swap exchange release free
fish fishing fishery fisherman catch quota trawler
arbitration arbitrate tribunal court ruling award hague
missile drone rocket warhead jet aircraft air airspace airstrike
refugee migrant migration asylum border immigrant deport deportation
`

const sceneOf: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>()
  scenes
    .trim()
    .split('\n')
    .forEach((line, scene) => {
      for (const word of line.split(' ')) {
        const stem = word.split('_').map(stemOf).join(' ')
        found.set(stem, [...new Set([...(found.get(stem) ?? []), scene])])
      }
    })
  return found
})()

/** The scenes that a stem, or two joined by a blank, belongs to: `scenesOf('negoti')` and `scenesOf('summit')` share one. */
export const scenesOf = (stem: string): readonly number[] => sceneOf.get(stem) ?? []
